"""Who an aside is about: "Rachel Berg, a philanthropist from Monsey, New York, said …". Pure."""

from __future__ import annotations

from dataclasses import replace

from index.people import first_names
from index.speech import source as sources
from index.speech.phrase import Source
from index.speech.pieces import Pieces, is_human, is_person, low


def bearer(pieces: Pieces, found: Source) -> Source:
    """Return the person whom a description stands behind, or the description itself.

    The subject beside a verb may be the end of an aside, however the newspaper puts its commas:
    "Sam Lau, the director for the party said …". The full name before it speaks, and the
    description is the role.
    """
    return _named_before(pieces, _described_from(pieces, found)) or (
        _named_before(pieces, found) or found
    )


def _named_before(pieces: Pieces, found: Source) -> Source | None:
    """Return the person before the comma that a description stands behind; None without one."""
    human = found.head is not None and is_human(pieces[found.head].low)
    human = human or low(pieces, found.last + 1) == "who"  # "the polling guru who …"
    start = _start(pieces, found)
    if found.kind != "noun" or not human or low(pieces, start - 1) != ",":
        return None
    name = sources.before(pieces, start - 2, 0) if start > 1 else None
    if name is None or name.last != start - 2 or not _in_full(pieces, name):
        return None
    before = pieces[name.first - 1] if name.first else None
    opens = before is None or before.kind in _OPENING or before.low.endswith("year-old")
    joined = low(pieces, name.first - 1) == "and" and _is_name(pieces, name.first - 2)
    role = name.role or _role(pieces, start, found.last)
    return replace(name, last=found.last, role=role) if opens and not joined else None


def _described_from(pieces: Pieces, found: Source) -> Source:
    """Go back from "the port" to "a friend" in ", a friend of the mayor of the port said".

    The verb stands right behind a description of one person that no comma closes.
    """
    start = found.first
    while start > 0 and pieces[start - 1].kind in _DESCRIBING and low(pieces, start - 1) != "that":
        start -= 1
    if low(pieces, start - 1) != "," or found.relative or found.kind == "pronoun":
        return found
    head = start + 1
    while head < found.first and pieces[head].kind in ("word", "name", "number"):
        head += 1
    person = low(pieces, start) in ("a", "an", "the") and is_person(low(pieces, head - 1))
    return Source(start, found.last, start, found.last, "noun", None, head - 1) if person else found


_DESCRIBING = ("name", "word", "possessive", "determiner", "preposition", "number")
_OPENING = ("mark", "quote", "conjunction")


def _start(pieces: Pieces, found: Source) -> int:
    """Find where the description begins: "president and CEO of the union" at "president"."""
    joined = low(pieces, found.first - 1) == "and" and is_human(low(pieces, found.first - 2))
    return found.first - 2 if joined else found.first


def _role(pieces: Pieces, start: int, last: int) -> tuple[int, int]:
    """Take the description's first part, without its article."""
    start += pieces[start].kind == "determiner"
    ends = (place for place in range(start, last + 1) if pieces[place].kind == "mark")
    return start, next(ends, last + 1) - 1


def _is_name(pieces: Pieces, place: int) -> bool:
    return place >= 0 and pieces[place].kind == "name"


def _in_full(pieces: Pieces, name: Source) -> bool:
    first = pieces[name.name_first].low
    return name.kind == "name" and name.name_last > name.name_first and first in first_names.ALL
