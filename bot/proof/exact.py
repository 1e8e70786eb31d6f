"""Step 4: where a quotation stands word for word. Pure.

A quotation with omissions stands there when its stretches do: in order, in one paragraph (or in
quotations that go on), near each other, and with nobody else speaking between. What is left out
must not be a "not" at the edge of the cut.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.proof.evidence import BREAK, Evidence, Line
from bot.proof.quote import Bracket, Element, Quote, Stem
from bot.proof.words import Word, is_negation, is_number
from index.sentence import Span

# An editor's bracket stands for a name or two, not for a sentence.
MOST_BRACKETED = 3
# What is mostly brackets is nobody's quotation.
MOST_BRACKETS = 6
# So many words may be left out at one "…": a long sentence or two.
MOST_OMITTED = 60
# A stretch of fewer words is found anywhere; then so many words may be left out beside it.
SHORT_STRETCH, MOST_OMITTED_BESIDE_SHORT = 3, 15
# A negation so near to the cut belongs to what is quoted.
EDGE = 2


Run = tuple[int, int]
"""The first and the last of some words in a row, both included."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a quotation stands: each of its stretches, by the article's words.

    ``spoken``: in one person's words between quotation marks. ``denial``: a negation beside these
    words that was left out, or None.
    """

    evidence: Evidence
    runs: tuple[Run, ...]
    spoken: bool
    denial: Word | None = None

    @property
    def span(self) -> Span:
        """The part of the article's text from the first word to the last."""
        words = self.evidence.words
        return Span(words[self.runs[0][0]].start, words[self.runs[-1][1]].end)


def standings(quote: Quote, evidence: Evidence) -> list[Standing]:
    """Return every place of an article in which a quotation stands; those in marks first."""
    found = {
        each.runs: each
        for line, spoken in ((evidence.whole, False), (evidence.spoken, True))
        for each in _in_line(quote, evidence, line, spoken)
    }
    return sorted(found.values(), key=lambda each: (each.denial is not None, not each.spoken))


def _in_line(quote: Quote, evidence: Evidence, line: Line, spoken: bool) -> Iterator[Standing]:
    if not quote.stretches or _brackets(quote) > MOST_BRACKETS:
        return
    for first in runs(quote.stretches[0], line):
        chain = _chain(quote.stretches, line, evidence, [first])
        if chain:
            places = tuple((line.at[start], line.at[end]) for start, end in chain)
            yield Standing(evidence, places, spoken, _denial(chain, line, evidence))


def _brackets(quote: Quote) -> int:
    return sum(isinstance(each, Bracket) for stretch in quote.stretches for each in stretch)


def _chain(
    stretches: Sequence[Sequence[Element]], line: Line, evidence: Evidence, chain: list[Run]
) -> list[Run] | None:
    """Find the other stretches behind the first, each as near as it can be."""
    for before, stretch in itertools.pairwise(stretches):
        most = MOST_OMITTED
        if min(len(before), len(stretch)) < SHORT_STRETCH:
            most = MOST_OMITTED_BESIDE_SHORT
        end = chain[-1][1]
        following = (run for run in runs(stretch, line) if end < run[0] <= end + 1 + most)
        near = next((run for run in following if _goes_on(line, evidence, end, run[0])), None)
        if near is None:
            return None
        chain.append(near)
    return chain


def _goes_on(line: Line, evidence: Evidence, end: int, start: int) -> bool:
    """Tell whether what stands between two stretches is of the same paragraph and speaker."""
    if BREAK in line.folded[end:start]:
        return _one_speaker_one_paragraph(line, evidence, end, start)
    one, other = (evidence.words[line.at[place]].start for place in (end, start))
    same = evidence.paragraph(one) == evidence.paragraph(other)
    return same or line is evidence.spoken


def _one_speaker_one_paragraph(line: Line, evidence: Evidence, end: int, start: int) -> bool:
    """Tell whether a break lies only between two quotations of one person in one paragraph."""
    one, other = (evidence.words[line.at[place]] for place in (end, start))
    if evidence.paragraph(one.start) != evidence.paragraph(other.start):
        return False
    speakers = evidence.speakers(one.start, other.end, quoted=True)
    return len(speakers) == 1


def _denial(chain: Sequence[Run], line: Line, evidence: Evidence) -> Word | None:
    """Return a negation that an omission cut away from the words beside it."""
    for (_, end), (start, _) in itertools.pairwise(chain):
        omitted = [evidence.words[line.at[p]] for p in range(end + 1, start) if line.at[p] >= 0]
        edges = [*omitted[:EDGE], *omitted[-EDGE:]]
        denial = next((word for word in edges if is_negation(word.folded)), None)
        if denial:
            return denial
    return None


def runs(stretch: Sequence[Element], line: Line) -> Iterator[Run]:
    """Yield where a stretch stands in a line: the first and the last place, in order."""
    opening = stretch[0]
    if isinstance(opening, Word):
        starts: Sequence[int] = line.places.get(opening.folded, ())
    else:
        starts = range(len(line.folded))
    for start in starts:
        end = _match(stretch, 0, line, start)
        if end is not None:
            yield start, end - 1


def _match(stretch: Sequence[Element], place: int, line: Line, at: int) -> int | None:
    """Match a stretch from one of its elements on; return the place behind it in the line."""
    for number in range(place, len(stretch)):
        element = stretch[number]
        if isinstance(element, Bracket):
            return _match_bracket(stretch, number, line, at)
        if at >= len(line.folded) or not _fits(element, line.folded[at]):
            return None
        at += 1
    return at


def _match_bracket(stretch: Sequence[Element], number: int, line: Line, at: int) -> int | None:
    for skipped in range(MOST_BRACKETED + 1):
        hidden = line.folded[at : at + skipped]
        if any(word == BREAK or is_negation(word) or is_number(word) for word in hidden):
            return None
        end = _match(stretch, number + 1, line, at + skipped)
        if end is not None:
            return end
    return None


def _fits(element: Word | Stem, folded: str) -> bool:
    if isinstance(element, Word):
        return element.folded == folded
    return bool(folded) and folded.startswith(element.letters)
