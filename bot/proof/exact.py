"""Step 4: where a quotation stands word for word. Pure.

A quotation with omissions stands there when its stretches do: in order, in one paragraph (or in
quotations that go on), near each other, and all said by one person. What is left out must not
deny what is quoted.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.proof.cut import LEFT_OUT, cut
from bot.proof.evidence import BREAK, Evidence, Line
from bot.proof.match import Ground, Match, matches
from bot.proof.quote import Bracket, Element, Quote
from bot.proof.words import Word
from bot.proof.work import Work
from index.sentence import Span

# What is mostly brackets, or mostly omissions, is nobody's quotation.
MOST_BRACKETS, MOST_STRETCHES = 6, 12
# So many words may be left out at one "…": a long sentence or two.
MOST_OMITTED = 60
# A stretch of fewer words is found anywhere; then so many words may be left out beside it.
SHORT_STRETCH, MOST_OMITTED_BESIDE_SHORT = 3, 15

_EDITED = re.compile(r"\[[^\[\]\n]+\]")
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")

Run = tuple[int, int]
"""The first and the last of some words in a row, both included."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a quotation stands: each of its stretches, by the article's words.

    ``spoken``: in one person's words between quotation marks. ``denial``: a negation beside these
    words that was left out or joined to others, or None; ``reason`` says which.
    """

    evidence: Evidence
    runs: tuple[Run, ...]
    spoken: bool
    denial: Word | None = None
    reason: str = LEFT_OUT

    @property
    def span(self) -> Span:
        """The part of the article's text from the first word to the last."""
        words = self.evidence.words
        return Span(words[self.runs[0][0]].start, words[self.runs[-1][1]].end)


def standings(quote: Quote, evidence: Evidence, work: Work | None = None) -> list[Standing]:
    """Return every place of an article in which a quotation stands; those in marks first.

    Raises ``DraftError`` when finding them is more ``work`` than one check may do.
    """
    work = work or Work()
    if own := printed(quote.text, evidence):
        return [own]
    found = {
        each.runs: each
        for line, spoken in ((evidence.whole, False), (evidence.spoken, True))
        for each in _in_line(_Search(quote, Ground(line, evidence, work)), spoken)
    }
    return sorted(found.values(), key=lambda each: (each.denial is not None, not each.spoken))


def printed(text: str, evidence: Evidence) -> Standing | None:
    """Return where a quotation stands with the very brackets and omissions of the article.

    The article's editor put them there; a draft that copies them has changed nothing.
    """
    parts = text.translate(_STRAIGHT).rstrip(".,").split()
    if not parts or not _EDITED.search(text):
        return None
    copy = re.search(r"\s+".join(map(re.escape, parts)), evidence.text.translate(_STRAIGHT))
    marks = copy and evidence.quotation_at(Span(*copy.span()))
    if not (copy and marks and marks.start <= copy.start() and copy.end() <= marks.end):
        return None
    first, last = evidence.between(*copy.span())
    return Standing(evidence, ((first, last - 1),), True) if first < last else None


def runs(stretch: Sequence[Element], line: Line, evidence: Evidence, work: Work) -> Iterator[Run]:
    """Yield where a stretch stands in a line: the first and the last place, in order."""
    for match in matches(stretch, Ground(line, evidence, work)):
        yield match[0], match[-1]


class _Search:
    """Looks for the stretches of one quotation in one line; for each of them only once."""

    def __init__(self, quote: Quote, ground: Ground) -> None:
        self.quote, self.ground = quote, ground
        self.line, self.evidence = ground.line, ground.evidence
        self._found: dict[int, list[Match]] = {}

    def places(self, number: int) -> list[Match]:
        """Return every place in which a stretch stands, in order."""
        if number not in self._found:
            self._found[number] = list(matches(self.quote.stretches[number], self.ground))
        return self._found[number]

    def between(self, number: int, after: int, most: int) -> Iterator[Match]:
        """Yield where a stretch stands behind a place, with at most so many words left out."""
        places = self.places(number)
        for match in places[bisect_right(places, after, key=lambda each: each[0]) :]:
            self.ground.work.spend()
            if match[0] > after + 1 + most:
                return
            yield match


def _in_line(search: _Search, spoken: bool) -> Iterator[Standing]:
    quote, line, evidence = search.quote, search.line, search.evidence
    if not 0 < len(quote.stretches) <= MOST_STRETCHES or _brackets(quote) > MOST_BRACKETS:
        return
    for first in search.places(0):
        chain = _chain(search, first)
        if chain:
            places = tuple((line.at[each[0]], line.at[each[-1]]) for each in chain)
            lost = cut(quote, chain, line, evidence)
            yield Standing(evidence, places, spoken, *(lost or ()))


def _brackets(quote: Quote) -> int:
    return sum(isinstance(each, Bracket) for stretch in quote.stretches for each in stretch)


def _chain(search: _Search, first: Match) -> list[Match] | None:
    """Find the other stretches behind the first, each as near as it can be."""
    chain, stretches = [first], search.quote.stretches
    for number in range(1, len(stretches)):
        most = MOST_OMITTED
        if min(map(len, stretches[number - 1 : number + 1])) < SHORT_STRETCH:
            most = MOST_OMITTED_BESIDE_SHORT
        following = search.between(number, chain[-1][-1], most)
        near = next((each for each in following if _goes_on(search, chain[-1], each)), None)
        if near is None:
            return None
        chain.append(near)
    return chain


def _goes_on(search: _Search, before: Match, behind: Match) -> bool:
    """Tell whether two stretches are of the same paragraph and, if spoken, of one speaker."""
    line, evidence = search.line, search.evidence
    one, other = (
        Span(evidence.words[line.at[each[0]]].start, evidence.words[line.at[each[-1]]].end)
        for each in (before, behind)
    )
    is_broken = BREAK in line.folded[before[-1] : behind[0]]
    if line is evidence.spoken and not is_broken:
        return True
    same = evidence.paragraph(one.end - 1) == evidence.paragraph(other.start)
    if not same or (is_broken and len(evidence.speakers(one.end - 1, other.end, quoted=True)) != 1):
        return False
    return _is_one_speaker(evidence, one, other)


def _is_one_speaker(evidence: Evidence, one: Span, other: Span) -> bool:
    """Tell whether two parts are of one quotation, or one person said both. Prose has none."""
    marked = [evidence.quotation_at(each) for each in (one, other)]
    if None in marked or marked[0] == marked[1]:
        return True
    names = [{each.name for each in evidence.speakers(*span, quoted=True)} for span in (one, other)]
    return bool(names[0] & names[1])
