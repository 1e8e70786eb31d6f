"""Step 2: a quotation as an editor prints it. Pure.

An editor may leave words out and print "…", and may put words of his own into square brackets.
So a quotation is one or more *stretches*, parted by omissions; each is a row of words, among them
*bracketed* ones that stand for something else or for nothing.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.proof.forms import asserts, only_introduces
from bot.proof.words import Word, is_doubt, is_negation, is_number, read
from index.word import COMMON

_OMISSION = re.compile(r"[(\[]\s*(?:…|\.{3,}|(?:\.\s){2,}\.)\s*[)\]]|…|\.{3,}|(?:\.\s){2,}\.")
_BRACKET = re.compile(r"\[[^\[\]]{0,80}\]")
# What stands right behind a bracket, and so belongs to the same word.
_GLUED = re.compile(r"\w[\w’'ʼ]{0,60}")
# More brackets than any editor sets: what is behind them is read as it stands.
_MOST_READ = 40


@dataclass(frozen=True, slots=True)
class Bracket:
    """Words in square brackets: the editor's own, in place of some of the speaker's or of none.

    ``unnamed`` are those without a capital, folded.
    """

    words: tuple[Word, ...] = ()
    unnamed: tuple[str, ...] = ()

    @property
    def folded(self) -> tuple[str, ...]:
        """The words in the form in which they are compared."""
        return tuple(word.folded for word in self.words)


@dataclass(frozen=True, slots=True)
class Stem:
    """A word that an editor has changed at its end: "want[ed]" is "want" in ``whole`` "wanted"."""

    letters: str
    whole: str


Element = Word | Bracket | Stem


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation, read. ``text`` is its own, and the offsets of its words point into it.

    ``opens_bracketed``: its first words are an editor's. ``asides`` are brackets that tell more
    than a name or a pronoun does.
    """

    text: str
    stretches: tuple[tuple[Element, ...], ...]
    opens_bracketed: bool = False
    asides: tuple[str, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader must be told of the brackets, wherever the words stand."""
        own = "”, “".join(self.asides)
        return (f"What stands in square brackets is the draft’s own: “{own}”.",) if own else ()

    @property
    def words(self) -> tuple[Word, ...]:
        """The words that are claimed to be the speaker's, in order."""
        return tuple(
            each for stretch in self.stretches for each in stretch if isinstance(each, Word)
        )


def quote(text: str) -> Quote:
    """Read what stands between quotation marks."""
    cuts = [(0, 0), *(each.span() for each in _OMISSION.finditer(text)), (len(text), len(text))]
    rows = [_row(text, before[1], after[0]) for before, after in itertools.pairwise(cuts)]
    opens = next((isinstance(row[0], Bracket) for row in rows if row), False)
    stretches = tuple(stretch for row in rows if (stretch := _trimmed(row)))
    brackets = [each for row in rows for each in row if isinstance(each, Bracket)]
    edges = [each for row in rows if row for each in (row[0], row[-1])]
    asides = [
        each.words
        for each in brackets
        if _tells_more(text, each) or (each in edges and asserts(each.folded))
    ]
    return Quote(
        text, stretches, opens, tuple(text[each[0].start : each[-1].end] for each in asides)
    )


def _row(text: str, start: int, end: int) -> list[Element]:
    """Read the words between two omissions."""
    elements: list[Element] = []
    cursor = start
    for bracket in itertools.islice(_BRACKET.finditer(text, start, end), _MOST_READ):
        if bracket.start() < cursor or _claims(bracket.group()):
            continue
        elements += _words(text, cursor, bracket.start())
        cursor = _over(text, bracket, elements, end)
    return [*elements, *_words(text, cursor, end)]


def _trimmed(row: list[Element]) -> tuple[Element, ...]:
    """Return a row without brackets at either end: nothing there is theirs to stand for.

    One that asserts something there is held to the record like the words beside it.
    """
    first, last = 0, len(row)
    while first < last and isinstance(row[first], Bracket):
        first += 1
    while last > first and isinstance(row[last - 1], Bracket):
        last -= 1
    return (*_asserted(row[:first]), *row[first:last], *_asserted(row[last:]))


def _asserted(edge: list[Element]) -> Iterator[Word]:
    for each in edge:
        if isinstance(each, Bracket) and _is_claimed_at_edge(each):
            yield from each.words


def _is_claimed_at_edge(bracket: Bracket) -> bool:
    return asserts(bracket.folded) and not only_introduces(bracket.folded, bracket.unnamed)


def _claims(bracket: str) -> bool:
    """Tell whether a bracket changes what is said: a negation or a number is no editor's aside."""
    return any(is_doubt(word.folded) or is_number(word.folded) for word in read(bracket))


def _tells_more(text: str, bracket: Bracket) -> bool:
    """Tell whether a bracket says more than a name or the words that every sentence has."""
    return any(text[word.start].islower() and word.folded not in COMMON for word in bracket.words)


def _over(text: str, bracket: re.Match[str], elements: list[Element], end: int) -> int:
    """Add what a bracket stands for; return where the reading goes on.

    "[T]he" is the word "The" and "[un]able" is "unable"; "want[ed]" is some form of "want".
    """
    inside = bracket.group()[1:-1].strip()
    glued = _GLUED.match(text, bracket.end(), end)
    last = elements[-1] if elements else None
    head = last if isinstance(last, Word) and last.end == bracket.start() else None
    behind = glued.end() if glued else bracket.end()
    if not glued and not head:
        words = _words(text, bracket.start(), bracket.end())
        unnamed = (word.folded for word in words if not text[word.start].isupper())
        elements.append(Bracket(tuple(words), tuple(unnamed)))
        return behind
    start = head.start if head else bracket.start()
    before = text[start : bracket.start()].replace("[", "").replace("]", "")
    whole = read(before + inside + (glued.group() if glued else ""))
    if head:
        elements.pop()
    if head and not glued and len(whole) == 1 and _is_ending(head, whole[0]):
        elements.append(Stem(head.folded, whole[0].folded))
    else:
        elements += [Word(start, behind, word.folded) for word in whole]
    return behind


def _is_ending(head: Word, whole: Word) -> bool:
    """Tell whether a bracket merely ends a word: it makes no number, and no denial of another."""
    alike = is_doubt(head.folded) == is_doubt(whole.folded)
    return alike and not is_negation(whole.folded) and not is_number(whole.folded)


def _words(text: str, start: int, end: int) -> list[Word]:
    return [
        Word(start + word.start, start + word.end, word.folded) for word in read(text[start:end])
    ]
