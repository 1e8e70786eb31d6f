"""An article that a draft cites, sentence by sentence, to hold a draft's words against. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bot.proof import marks
from bot.proof.evidence import Evidence
from bot.proof.order import orders
from bot.proof.prose import Token, stems_of, tokens
from index import sentence
from index.article import Published
from index.people.wordlist import wordlist
from index.sentence import Span
from index.statement import Speaker, Statement

POINTING = wordlist("he she it they him her them his hers its their theirs")


@dataclass(frozen=True, slots=True)
class Window:
    """A sentence of an article, or its headline, and what may be said of it.

    ``names`` are the stems of what its "he" or "it" may stand for: the sentence before, and who
    speaks in it. ``outlet`` are those of the article's outlet. ``statements`` are made in it.
    ``speaking`` are the places of the tokens that only tell who speaks, ``quoted`` of those in
    quotation marks, ``said`` of those that somebody said.
    """

    place: int
    span: Span
    tokens: tuple[Token, ...]
    stems: frozenset[str]
    names: frozenset[str]
    outlet: frozenset[str]
    statements: tuple[Statement, ...]
    speaking: frozenset[int] = frozenset()
    quoted: frozenset[int] = frozenset()
    said: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Cited:
    """A numbered source: its words as evidence, and what is on record about the article."""

    number: int
    evidence: Evidence
    outlet: str | None = None
    published: Published | None = field(default=None, repr=False)

    @cached_property
    def windows(self) -> tuple[Window, ...]:
        """The sentences of the article, in order, and last its headline.

        A paragraph that tells its reader what to say is no report, and proves nothing.
        """
        text, spans = self.evidence.text, sentence.split(self.evidence.text)
        starts = [span.start for span in spans]
        held: dict[int, list[Statement]] = {}
        for each in self.evidence.statements:
            first = max(0, bisect_right(starts, each.start) - 1)
            for place in range(first, bisect_right(starts, each.end - 1)):
                held.setdefault(place, []).append(each)
        found = [
            self._window(n, span, spans, held.get(n, ()))
            for n, span in enumerate(spans)
            if not any(each.start <= span.start < each.end for each in self._orders)
        ]
        title = self.evidence.title
        words = tokens(title, Span(0, len(title)))
        stems = frozenset(token.stem for token in words)
        headline = Window(-1, Span(0, 0), words, stems, frozenset(), self._outlet, ())
        return (*found, headline) if text else (headline,)

    @cached_property
    def speakers(self) -> tuple[Speaker, ...]:
        """Everyone who speaks in the article, once for each way in which they are called."""
        return tuple(dict.fromkeys(each.speaker for each in self.evidence.statements))

    @cached_property
    def _orders(self) -> list[Span]:
        """The paragraphs that give orders to whoever, or whatever, reads them."""
        text = self.evidence.text
        return [each for each in sentence.paragraphs(text) if orders(text[each.start : each.end])]

    @cached_property
    def _quotations(self) -> list[Span]:
        return [Span(each.start, each.end) for each in marks.find(self.evidence.text)]

    @cached_property
    def _outlet(self) -> frozenset[str]:
        return stems_of(self.outlet or "")

    def _window(
        self, place: int, span: Span, spans: Sequence[Span], statements: Sequence[Statement]
    ) -> Window:
        text = self.evidence.text
        read = tokens(text, span)
        names: frozenset[str] = frozenset()
        if place and any(token.folded in POINTING for token in read):
            before = spans[place - 1]
            names = stems_of(text[before.start : before.end])
            names = names.union(*(stems_of(each.speaker.name) for each in statements))
        stems = frozenset(token.stem for token in read)
        said = [Span(each.start, each.end) for one in statements for each in one.said]
        return Window(
            place,
            span,
            read,
            stems,
            names,
            self._outlet,
            tuple(statements),
            _speaking(read, statements, said),
            _within(read, self._quotations),
            _within(read, said),
        )


def _within(read: Sequence[Token], spans: Sequence[Span]) -> frozenset[int]:
    return frozenset(
        place
        for place, token in enumerate(read)
        if any(each.start <= token.start < each.end for each in spans)
    )


def _speaking(
    read: Sequence[Token], statements: Sequence[Statement], said: Sequence[Span]
) -> frozenset[int]:
    """Return the places of a speaker's name, role and verb, but of none that denies or doubts."""
    stems: frozenset[str] = frozenset()
    for each in statements:
        spoke = each.speaker
        stems |= stems_of(f"{spoke.name} {spoke.as_written} {spoke.role or ''} {each.cue}")
    places = {
        place
        for place, token in enumerate(read)
        if token.stem in stems and token.kind in ("content", "number")
    }
    return frozenset(places - _within(read, said))
