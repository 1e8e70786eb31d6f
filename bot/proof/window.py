"""An article that a draft cites, sentence by sentence, to hold a draft's words against. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bot.proof import marks
from bot.proof.evidence import Evidence
from bot.proof.order import orders
from bot.proof.pointing import POINTING, Referents, referents
from bot.proof.prose import Token, beginnings, stems_of, tokens
from index import sentence
from index.article import Published
from index.sentence import Span
from index.statement import Speaker, Statement


@dataclass(frozen=True, eq=False)
class Window:
    """A sentence of an article, or its headline, and what may be said of it.

    ``lies`` is where it stands in ``text``: the article's, or the headline; ``before`` the sentence
    before it. ``statements`` are made in it. ``outlet`` are the stems of the article's outlet.
    What is worked out of its words is worked out when it is asked for: most sentences of an article
    have plainly nothing to do with what is to be proven.
    """

    place: int
    span: Span
    lies: Span
    text: str = field(repr=False)
    before: Span | None = None
    outlet: frozenset[str] = frozenset()
    statements: tuple[Statement, ...] = ()
    quotations: Sequence[Span] = field(default=(), repr=False)

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """How the words begin that it can hold: its own, and those that its "he" may stand for."""
        start = self.before.start if self.before else self.lies.start
        names = (each.speaker.name for each in self.statements)
        return beginnings(" ".join([self.text[start : self.lies.end], *names]))

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words."""
        return tokens(self.text, self.lies)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Their stems."""
        return frozenset(token.stem for token in self.tokens)

    @cached_property
    def meant(self) -> Referents:
        """What its "he" or "it" may stand for."""
        points = any(token.folded in POINTING for token in self.tokens)
        return referents(self.text, self.before if points else None, self.statements)

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The places of the tokens in quotation marks."""
        return _within(self.tokens, self.quotations)

    @cached_property
    def said(self) -> frozenset[int]:
        """The places of the tokens that somebody said."""
        return _within(self.tokens, [s for each in self.statements for s in _spans(each)])

    @cached_property
    def speaking(self) -> frozenset[int]:
        """The places of the tokens that only tell who speaks."""
        return _speaking(self.tokens, self.statements) - self.said

    @cached_property
    def openings(self) -> frozenset[int]:
        """The places of the first token of each statement that claims something."""
        return _openings(self.tokens, self.statements)


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
        headline = Window(-1, Span(0, 0), Span(0, len(title)), title, outlet=self._outlet)
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
        return Window(
            place,
            span,
            span,
            self.evidence.text,
            spans[place - 1] if place else None,
            self._outlet,
            tuple(statements),
            self._quotations,
        )


def _spans(statement: Statement) -> Iterator[Span]:
    yield from (Span(each.start, each.end) for each in statement.said)


def _within(read: Sequence[Token], spans: Sequence[Span]) -> frozenset[int]:
    return frozenset(
        place
        for place, token in enumerate(read)
        if any(each.start <= token.start < each.end for each in spans)
    )


def _openings(read: Sequence[Token], statements: Sequence[Statement]) -> frozenset[int]:
    """Return the first place of each statement that claims anything."""
    claiming = [place for place, token in enumerate(read) if token.kind != "free"]
    firsts = (
        next((p for p in claiming if each.said[0].start <= read[p].start < each.said[-1].end), None)
        for each in statements
        if each.said
    )
    return frozenset(place for place in firsts if place is not None)


def _speaking(read: Sequence[Token], statements: Sequence[Statement]) -> frozenset[int]:
    """Return the places of a speaker's name, role and verb, but of none that denies or doubts."""
    stems: frozenset[str] = frozenset()
    for each in statements:
        spoke = each.speaker
        stems |= stems_of(f"{spoke.name} {spoke.as_written} {spoke.role or ''} {each.cue}")
    return frozenset(
        place
        for place, token in enumerate(read)
        if token.stem in stems and token.kind in ("content", "number")
        if not any(_has_object(read, place, each) for each in statements)
    )


def _has_object(read: Sequence[Token], place: int, statement: Statement) -> bool:
    """Tell whether a verb is told with its object: "praised Roe", and no "argued that"."""
    behind = read[place + 1] if place + 1 < len(read) else None
    first = statement.said[0]
    return (
        behind is not None
        and behind.start == first.start
        and first.kind in ("reported", "position")
        and behind.folded != "that"
    )
