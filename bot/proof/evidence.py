"""Step 3: an article as lines of words in which a quotation can be looked for. Pure.

Two lines are made of each article. ``whole`` has all of its words. ``spoken`` has those that stand
in quotation marks, and goes over what interrupts them: of `“The quay has served,” she said. “It
will serve.”` it is "the quay has served it will serve", because that is what she said. Where
somebody else speaks, or the writer tells what was said, a line is broken.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bot.proof.verdict import Marked
from bot.proof.words import Word, is_negation, is_number, read
from index.sentence import Span, paragraphs
from index.speech import quotation
from index.statement import Speaker, Statement

# So many words may stand between two halves of what somebody said: `,” she told the council,
# which had met behind closed doors since nine, “`.
MOST_INTERRUPTING = 40
BREAK = ""
_BRACKET = re.compile(r"\[[^\[\]\n]{1,80}\]")
_OPENING, _CLOSING = "“«„‹「『‘\"'", "”»“›」』’\"'"


@dataclass(frozen=True)
class Line:
    """Folded words in a row. ``at`` is the place of each among the article's words."""

    folded: tuple[str, ...]
    at: tuple[int, ...]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where in the line each word stands."""
        found: dict[str, list[int]] = {}
        for place, word in enumerate(self.folded):
            found.setdefault(word, []).append(place)
        return found


@dataclass(frozen=True)
class Evidence:
    """An article and who said what in it, to compare quotations with.

    ``title`` may be quoted too. ``statements`` are those that ``index.speech`` finds in ``text``.
    """

    article_id: str
    title: str
    text: str
    statements: Sequence[Statement] = field(default=(), repr=False)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of the text, but for those that its own editor put into brackets."""
        return tuple(_without_brackets(self.text))

    @cached_property
    def headline(self) -> tuple[str, ...]:
        """The folded words of the title."""
        return tuple(word.folded for word in read(self.title))

    @cached_property
    def whole(self) -> Line:
        """All words of the text; a break only where one quotation meets another's."""
        folded: list[str] = []
        at: list[int] = []
        for place, word in enumerate(self.words):
            if place in self._seams:
                folded.append(BREAK)
                at.append(-1)
            folded.append(word.folded)
            at.append(place)
        return Line(tuple(folded), tuple(at))

    @cached_property
    def spoken(self) -> Line:
        """The words in quotation marks, interruptions gone over, a break between speakers."""
        folded: list[str] = []
        at: list[int] = []
        before: Span | None = None
        for span in self.quotations:
            if before and not self._continues(before, span):
                folded.append(BREAK)
                at.append(-1)
            first, last = self.between(span.start, span.end)
            folded += (word.folded for word in self.words[first:last])
            at += range(first, last)
            before = span
        return Line(tuple(folded), tuple(at))

    def between(self, start: int, end: int) -> tuple[int, int]:
        """Return which words stand between two places of the text (the last one excluded)."""
        return bisect_right(self._starts, start - 1), bisect_right(self._starts, end - 1)

    def marked(self, first: int, last: int) -> Marked:
        """Tell how the words from ``first`` to ``last``, both included, stand in the article."""
        start, end = self.words[first].start, self.words[last].end
        inside = [self._is_quoted(word) for word in self.words[first : last + 1]]
        if all(inside) or self._touches_marks(start, end):
            return "quoted"
        return "partly quoted" if any(inside) else "written"

    def speakers(self, start: int, end: int, *, quoted: bool) -> list[Speaker]:
        """Return who is said to have spoken a part of the text, whoever spoke most of it first.

        ``quoted``: only words in quotation marks count, else the writer's words for them too.
        """
        shares: dict[int, int] = {}
        for place, each in enumerate(self.statements):
            for said in each.said:
                if quoted and said.kind != "quoted":
                    continue
                if (share := min(end, said.end) - max(start, said.start)) > 0:
                    shares[place] = shares.get(place, 0) + share
        ordered = sorted(shares, key=lambda place: shares[place])
        named = (self.statements[place].speaker for place in ordered)
        return list({speaker.name: speaker for speaker in named}.values())[::-1]

    def paragraph(self, place: int) -> int:
        """Return the number of the paragraph in which a place of the text stands."""
        return bisect_right(self._paragraph_starts, place)

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [span.start for span in paragraphs(self.text)]

    @cached_property
    def quotations(self) -> list[Span]:
        """Everything in quotation marks: as the marks are read, and as the statements have it."""
        found = [Span(q.start, q.end) for q in quotation.find(self.text, paragraphs(self.text))]
        said = (part for each in self.statements for part in each.said if part.kind == "quoted")
        found += (Span(part.start, part.end) for part in said)
        return _apart(sorted(found))

    @cached_property
    def _seams(self) -> frozenset[int]:
        """Before which words another quotation begins right behind one that it does not go on."""
        return frozenset(
            self.between(span.start, span.end)[0]
            for before, span in itertools.pairwise(self.quotations)
            if not read(self.text[before.end : span.start]) and not self._continues(before, span)
        )

    def _is_quoted(self, word: Word) -> bool:
        place = bisect_right(self.quotations, Span(word.start, len(self.text) + 1)) - 1
        return place >= 0 and word.end <= self.quotations[place].end

    def quotation_at(self, span: Span) -> Span | None:
        """Return the quotation in which a part of the text begins or ends, or None."""
        for place in (span.start, span.end - 1):
            number = bisect_right(self.quotations, Span(place, len(self.text) + 1)) - 1
            if number >= 0 and place < self.quotations[number].end:
                return self.quotations[number]
        return None

    def _touches_marks(self, start: int, end: int) -> bool:
        """Tell whether marks stand right around some words, whatever became of their partners."""
        before = self.text[:start].rstrip()[-1:]
        behind = self.text[end : end + 3].lstrip(".,!?… ")[:1]
        return before != "" and behind != "" and before in _OPENING and behind in _CLOSING

    def _continues(self, before: Span, span: Span) -> bool:
        """Tell whether a quotation goes on with the one before it, and who spoke is the same."""
        between = self.text[before.end : span.start]
        if len(read(between)) > MOST_INTERRUPTING or self._is_told(before.end, span.start):
            return False
        one, other = (self._speaker_name(each) for each in (before, span))
        if one != other:
            return False
        if self.paragraph(before.start) == self.paragraph(span.start):
            return one is not None
        is_open = self.text[before.end - 1] not in _CLOSING
        return not between.strip() and (is_open or one is not None)

    def _speaker_name(self, span: Span) -> str | None:
        return next((each.name for each in self.speakers(*span, quoted=True)), None)

    def _is_told(self, start: int, end: int) -> bool:
        """Tell whether the writer says in his own words what was said, between two places."""
        return any(
            said.kind != "quoted" and min(end, said.end) - max(start, said.start) > 2
            for each in self.statements
            for said in each.said
        )


def _apart(spans: Sequence[Span]) -> list[Span]:
    """Join spans that overlap."""
    joined: list[Span] = []
    for span in spans:
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _without_brackets(text: str) -> Iterator[Word]:
    """Yield the words of a text without its editor's brackets: "[T]he" is one, "[not]" stays."""
    words = read(text)
    starts = [word.start for word in words]
    cursor = 0
    for bracket in _BRACKET.finditer(text):
        first, last = bisect_left(starts, bracket.start()), bisect_left(starts, bracket.end())
        yield from words[cursor:first]
        cursor = last
        inside = words[first:last]
        if _is_glued(bracket, starts[last : last + 1]):
            whole = bracket.group()[1] + text[bracket.end() : words[last].end]
            yield Word(bracket.start(), words[last].end, read(whole)[0].folded)
            cursor += 1
        elif any(is_negation(word.folded) or is_number(word.folded) for word in inside):
            yield from inside
    yield from words[cursor:]


def _is_glued(bracket: re.Match[str], following: Sequence[int]) -> bool:
    """Tell whether a bracket is the changed capital of the word right behind it."""
    return len(bracket.group()) == len("[T]") and list(following) == [bracket.end()]
