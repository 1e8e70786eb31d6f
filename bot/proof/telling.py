"""What a sentence of a draft tells outside its quotation marks: pieces, and whose each is. Pure.

A *piece* is a clause, or a part of one that is given to one speaker. A speaker's own name, a role
that the record gives them, and the date of publication where it is called that need no further
proof and are left out of it.
"""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.proof import speaker
from bot.proof.called import SMALL, is_called
from bot.proof.marks import Quoted
from bot.proof.prose import ORDERING, Token, stems_of, tokens
from bot.proof.running import MOVED
from bot.proof.window import Cited
from index import speech
from index.sentence import Span
from index.speech.mention import is_group
from index.statement import Speaker, Statement

_REPORTED_BY = r"\b(?:according to|reported (?:by|in)|(?:article|report|story) (?:by|in))"
# A date is one of publication where it is called that: never the day on which something was said.
_PUBLISHED = re.compile(
    r"(?:\bin (?:an?|its|the|this) (?:article|report|story) )?"
    r"\b(?:published|dated|printed)(?: (?:on|in))? "
    r"(?P<date>\d{4}-\d\d(?:-\d\d)?|(?:\d{1,2} )?[A-Z][a-z]+(?: \d{1,2},?)? \d{4}|\d{4})"
)
_NAME = r"(?P<name>[A-Z][\w’'.-]*(?: (?:[a-z]{2,3} )?[A-Z][\w’'.-]*)*)"
_ROLE = r"(?P<role>[^,;:“”()]*[a-z][^,;:“”()]*?)"
# An apposition behind a name, up to its other mark or the end; and before one that opens.
_CALLED = re.compile(rf"\b{_NAME}, (?:an?|the|its|his|her|their) {_ROLE}(?=[,;:]|[.]?\s*\Z)")
_CALLED_BEFORE = re.compile(rf"\A(?:An?|The|Its|His|Her|Their) {_ROLE}, {_NAME}(?=,)")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a draft, and who is said to have said them; None where the draft itself tells.

    ``through`` are those who are said to have told of it: "according to Roe, Doe said …".
    """

    tokens: tuple[Token, ...]
    speaker: Speaker | None
    through: tuple[Speaker, ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence read: its pieces in order, and who speaks in it.

    ``miscalled`` are those of them whom no source calls what the sentence calls them.
    """

    pieces: tuple[Piece, ...]
    speakers: tuple[Speaker, ...]
    miscalled: tuple[Speaker, ...] = ()


def read(
    text: str, quoted: Sequence[Quoted], sources: Sequence[Cited], numbers: Sequence[int]
) -> Telling:
    """Read a sentence of a draft that cites the sources of these numbers."""
    cited = [each for each in sources if each.number in numbers]
    statements = [
        each for each in speech.find(text) if _tells(each) and not _is_outlet(each, cited)
    ]
    hidden = [Span(each.start, each.end) for each in quoted]
    masked = [*_dates(text, cited), *_outlets(text, cited)]
    for each in statements:
        masked += _named(text, each, sources)
    words = tokens(text, Span(0, len(text)), hidden)
    left = [token for token in words if not _inside(token, masked)]
    speakers = tuple(each.speaker for each in statements)
    outside = [each for each in _apposed(text) if not _inside_any(each[1], hidden)]
    called = [*speakers, *(each for each, _ in outside)]
    miscalled = tuple(each for each in called if not _is_called(each, sources))
    return Telling(tuple(_pieces(left, statements)), speakers, miscalled)


def is_same(claimed: Speaker, recorded: Speaker) -> bool:
    """Tell whether a statement on record is one of whom a draft names.

    A body's words are not those of a person who has an office in it.
    """
    if claimed.kind == "person" and recorded.kind == "group":
        claimed = replace(claimed, role=None)
    return speaker.compare(claimed, [recorded]) == "same"


def _tells(statement: Statement) -> bool:
    return bool(statement.cue) and any(said.kind != "position" for said in statement.said)


def _is_outlet(statement: Statement, sources: Sequence[Cited]) -> bool:
    """Tell whether it is the outlet that is said to have said it: then the article does."""
    name = stems_of(statement.speaker.name) - SMALL
    return any(name == stems_of(each.outlet or "") - SMALL for each in sources)


def _dates(text: str, sources: Sequence[Cited]) -> Iterator[Span]:
    """Yield where the date of publication is given, and called that."""
    dates = [source.published for source in sources if source.published]
    for published in dates:
        for form in _PUBLISHED.finditer(text):
            if _plain(form["date"]) in _forms(published.date):
                yield Span(*form.span())


def _outlets(text: str, sources: Sequence[Cited]) -> Iterator[Span]:
    """Yield where an article's own outlet is said to report: that it does needs no proof."""
    for name in {each.outlet.strip() for each in sources if each.outlet}:
        outlet = rf"(?:the )?{re.escape(re.sub(r'^the ', '', name, flags=re.IGNORECASE))}"
        reports = rf"\b{outlet} (?:report|writes?\b|wrote\b|says?\b|said\b)"
        form = re.compile(rf"{_REPORTED_BY} {outlet}\b|{reports}", re.IGNORECASE)
        yield from (Span(*each.span()) for each in form.finditer(text))


def _forms(date: str) -> set[str]:
    """Return how a date may be written: "12 march 2024", "march 12 2024", "march 2024", "2024"."""
    year, *rest = date.split("-")
    forms = {date, year}
    if rest:
        month = f"{datetime.date(int(year), int(rest[0]), 1):%B}".casefold()
        forms.add(f"{month} {year}")
        if len(rest) > 1:
            day = str(int(rest[1]))
            forms |= {f"{day} {month} {year}", f"{month} {day} {year}"}
    return forms


def _plain(date: str) -> str:
    return " ".join(date.replace(",", " ").casefold().split())


def _named(text: str, statement: Statement, sources: Sequence[Cited]) -> Iterator[Span]:
    """Yield where a speaker on record is named, and what the draft calls them."""
    own = statement.speaker
    recorded = [each for each in _recorded(sources) if is_same(own, each)]
    if not recorded:
        return
    named = _found(text, own.as_written, statement)
    for words in {own.as_written, own.role, *(each.role for each in recorded)}:
        span = _found(text, words or "", statement)
        if span and (words in (own.as_written, own.role) or _is_beside(text, span, named)):
            yield span


def _is_beside(text: str, role: Span, name: Span | None) -> bool:
    """Tell whether a role that the record gives stands right beside a name: "Roe, the mayor,"."""
    if name is None:
        return False
    between = text[min(role.end, name.end) : max(role.start, name.start)]
    return between.strip(" ,") in ("", "the", "a", "an")


def _is_called(named: Speaker, sources: Sequence[Cited]) -> bool:
    recorded = [each for each in _recorded(sources) if is_same(named, each)]
    return is_called(named, recorded, sources)


def _apposed(text: str) -> Iterator[tuple[Speaker, Span]]:
    """Yield each name with what it is called beside it: "Ann Roe, the mayor of Lowmere, signed"."""
    for form in (_CALLED, _CALLED_BEFORE):
        for found in form.finditer(text):
            name = found["name"]
            # One word alone may be anything: "Yesterday, the council met".
            if " " not in name or is_group(name) or _is_opening(text, found.start("name")):
                continue
            role = found["role"].strip()
            yield Speaker(name, name, role, "person"), Span(*found.span())


def _is_opening(text: str, start: int) -> bool:
    """Tell whether what follows a name is the sentence itself, not what somebody is called.

    "In New Lowmere, the council met", "According to Ann Roe, the quay is old": the speaker of such
    a sentence is read, and what they are called, with what they said.
    """
    opening = text.split(maxsplit=1)[0].casefold()
    return (opening in MOVED or opening == "according") and "," not in text[:start]


def _recorded(sources: Sequence[Cited]) -> Iterator[Speaker]:
    for source in sources:
        yield from source.speakers


def _found(text: str, words: str, statement: Statement) -> Span | None:
    """Return where some words stand outside of what is said."""
    start = text.find(words) if words else -1
    while start >= 0:
        span = Span(start, start + len(words))
        if not any(said.start < span.end and span.start < said.end for said in statement.said):
            return span
        start = text.find(words, start + 1)
    return None


def _inside_any(span: Span, others: Sequence[Span]) -> bool:
    return any(each.start <= span.start < each.end for each in others)


def _inside(token: Token, spans: Sequence[Span]) -> bool:
    return any(span.start <= token.start < span.end for span in spans)


def _pieces(words: Sequence[Token], statements: Sequence[Statement]) -> Iterator[Piece]:
    for _, group in itertools.groupby(words, lambda token: token.clause):
        yield from _apart(list(group), statements)


def _apart(clause: Sequence[Token], statements: Sequence[Statement]) -> Iterator[Piece]:
    """Part a clause where another speaker's words begin; what tells of them goes with them."""
    held: list[Token] = []
    whose: tuple[Speaker, ...] = ()
    for token in clause:
        tellers = _whose(token, statements)
        if tellers and whose and tellers[0].name != whose[0].name:
            yield from _piece(held, whose)
            held, whose = [], ()
        held.append(token)
        whose = whose or tellers
    yield from _piece(held, whose)


def _piece(held: Sequence[Token], whose: Sequence[Speaker]) -> Iterator[Piece]:
    if any(token.kind != "free" or token.folded in ORDERING for token in held):
        yield Piece(tuple(held), next(iter(whose), None), tuple(whose[1:]))


def _whose(token: Token, statements: Sequence[Statement]) -> tuple[Speaker, ...]:
    """Return who is said to have said a word: the nearest first, then who tells of it."""
    found = [
        (said.end - said.start, place)
        for place, each in enumerate(statements)
        for said in each.said
        if said.kind not in ("position", "quoted") and said.start <= token.start < said.end
    ]
    return tuple(statements[place].speaker for _, place in sorted(found))
