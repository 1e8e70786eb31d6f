"""Step 2: a quotation as an editor prints it. Pure.

An editor may leave words out and print "…", and may put words of his own into square brackets.
So a quotation is one or more *stretches*, parted by omissions; each is a row of words, among them
*bracketed* ones that stand for something else or for nothing.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from bot.proof.words import Word, is_negation, is_number, read

_OMISSION = re.compile(r"[(\[]\s*(?:…|\.{3,}|(?:\.\s){2,}\.)\s*[)\]]|…|\.{3,}|(?:\.\s){2,}\.")
_BRACKET = re.compile(r"\[[^\[\]]{0,80}\]")
_WORD_ENDS = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Bracket:
    """Words in square brackets: the editor's own, in place of some of the speaker's or of none."""


@dataclass(frozen=True, slots=True)
class Stem:
    """The beginning of a word that an editor has changed at its end: "want[ed]"."""

    letters: str


Element = Word | Bracket | Stem


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation, read. ``text`` is its own, and the offsets of its words point into it."""

    text: str
    stretches: tuple[tuple[Element, ...], ...]

    @property
    def words(self) -> tuple[Word, ...]:
        """The words that are claimed to be the speaker's, in order."""
        return tuple(
            each for stretch in self.stretches for each in stretch if isinstance(each, Word)
        )


def quote(text: str) -> Quote:
    """Read what stands between quotation marks."""
    cuts = [(0, 0), *(each.span() for each in _OMISSION.finditer(text)), (len(text), len(text))]
    stretches = (_stretch(text, before[1], after[0]) for before, after in itertools.pairwise(cuts))
    return Quote(text, tuple(each for each in stretches if each))


def _stretch(text: str, start: int, end: int) -> tuple[Element, ...]:
    """Read the words between two omissions; brackets at either end stand for nothing there."""
    elements: list[Element] = []
    cursor = start
    for bracket in _BRACKET.finditer(text, start, end):
        if bracket.start() < cursor or _claims(bracket.group()):
            continue
        elements += _words(text, cursor, bracket.start())
        cursor = _over(text, bracket, elements)
    elements += _words(text, cursor, end)
    while elements and isinstance(elements[0], Bracket):
        del elements[0]
    while elements and isinstance(elements[-1], Bracket):
        del elements[-1]
    return tuple(elements)


def _claims(bracket: str) -> bool:
    """Tell whether a bracket changes what is said: a negation or a number is no editor's aside."""
    return any(is_negation(word.folded) or is_number(word.folded) for word in read(bracket))


def _over(text: str, bracket: re.Match[str], elements: list[Element]) -> int:
    """Add what a bracket stands for; return where the reading goes on.

    "[T]he" is the word "The", "want[ed]" some word that begins with "want".
    """
    before, behind = text[: bracket.start()][-1:], text[bracket.end() :][:1]
    inside = bracket.group()[1:-1].strip()
    if _WORD_ENDS.match(behind) and len(inside) == 1:
        rest = read(text[bracket.end() :])[0]
        [whole] = read(inside + text[bracket.end() : bracket.end() + rest.end]) or [rest]
        elements.append(Word(bracket.start(), bracket.end() + rest.end, whole.folded))
        return bracket.end() + rest.end
    last = elements[-1] if elements else None
    if _WORD_ENDS.match(before) and isinstance(last, Word):
        elements[-1] = Stem(last.folded)
    else:
        elements.append(Bracket())
    return bracket.end()


def _words(text: str, start: int, end: int) -> list[Element]:
    return [
        Word(start + word.start, start + word.end, word.folded) for word in read(text[start:end])
    ]
