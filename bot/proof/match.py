"""Step 4a: where a row of a quotation's words stands in a line. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.proof.evidence import BREAK, Evidence, Line
from bot.proof.forms import is_described, is_form, may_stand_for
from bot.proof.quote import Bracket, Element, Stem
from bot.proof.words import Word, is_doubt, is_number
from bot.proof.work import Work

# An editor's bracket stands for a name or two, not for a sentence.
MOST_BRACKETED = 3
# A few words in a row stand in many places of any article; to try them is no work that is counted.
USUAL = 3
# What a bracket costs to try, in words compared.
BRACKET_STEPS = 10

Match = tuple[int, ...]
"""The place in the line of each element; of a bracket that where its hidden words begin."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a quotation is looked for: a line of an article, and how much work it may be."""

    line: Line
    evidence: Evidence
    work: Work

    def unnamed(self, start: int, end: int) -> list[str]:
        """Return the folded words of a part of the line that are no names."""
        words = (self.evidence.words[at] for at in self.line.at[start:end] if at >= 0)
        return [word.folded for word in words if not self.evidence.text[word.start].isupper()]


def matches(stretch: Sequence[Element], ground: Ground) -> Iterator[Match]:
    """Yield where a stretch stands in a line, in order."""
    opening = stretch[0]
    if isinstance(opening, Word):
        starts: Sequence[int] = ground.line.places.get(opening.folded, ())
    else:
        starts = range(len(ground.line.folded))
    for start in starts:
        found = _match(stretch, ground, start)
        if found is not None:
            yield found


def _match(stretch: Sequence[Element], ground: Ground, at: int) -> Match | None:
    """Match a stretch, or the rest of one, from a place of the line on."""
    folded = ground.line.folded
    places: list[int] = []
    for number, element in enumerate(stretch):
        if isinstance(element, Bracket):
            rest = _match_bracket(element, stretch[number + 1 :], ground, at)
            return None if rest is None else (*places, *rest)
        if at >= len(folded) or not _fits(element, folded[at]):
            ground.work.spend(max(0, len(places) - USUAL))
            return None
        places.append(at)
        at += 1
    ground.work.spend(len(places))
    return tuple(places)


def _match_bracket(
    bracket: Bracket, rest: Sequence[Element], ground: Ground, at: int
) -> Match | None:
    for skipped in range(MOST_BRACKETED + 1):
        ground.work.spend(BRACKET_STEPS)
        hidden = ground.line.folded[at : at + skipped]
        if any(word == BREAK or is_doubt(word) or is_number(word) for word in hidden):
            return None
        is_named = not bracket.unnamed and is_described(hidden)
        if not is_named and not may_stand_for(bracket.folded, ground.unnamed(at, at + skipped)):
            continue
        found = _match(rest, ground, at + skipped)
        if found is not None:
            return (at, *found)
    return None


def _fits(element: Word | Stem, folded: str) -> bool:
    if isinstance(element, Word):
        return element.folded == folded
    return folded == element.whole or is_form(element.letters, element.whole, folded)
