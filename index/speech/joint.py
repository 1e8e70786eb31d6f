"""Step 5f: who else speaks: "Ann Roe, the mayor, and Bob Poe said …" names two. Pure."""

from __future__ import annotations

from index.speech import lexicon as lex
from index.speech import source as sources
from index.speech.phrase import Source
from index.speech.pieces import Pieces, is_human, low

# So many are named one by one; more is a list of signatories.
_MOST = 5


def beside(pieces: Pieces, speaker: Source, cue: int) -> tuple[Source, ...]:
    """Find the names that are joined to a speaker by "and", nearest first; ``cue`` is its verb.

    Only names count: "the mayor and the council" may be one body, and "Roe and Poe" are two people;
    but "Roe and the council" are two again. Before a verb the first of them must open its clause,
    or it is rather the object of another verb: "He met Roe and Poe said …".
    """
    if speaker.relative or not (speaker.kind == "name" or _is_body(pieces, speaker)):
        return ()
    if speaker.first > cue:
        return _behind(pieces, speaker, cue)
    found: list[Source] = []
    place = speaker.first - 1
    while len(found) < _MOST and (other := _joined(pieces, place, bool(found))):
        found.append(other)
        place = other.first - 1
    return tuple(found) if _opens_clause(pieces, place) else ()


def _is_body(pieces: Pieces, speaker: Source) -> bool:
    """Tell "the university" from "the others" and "his wife"."""
    definite = pieces[speaker.first].low in ("the", "its", "their")
    head = "" if speaker.head is None else pieces[speaker.head].low
    return definite and head in lex.GROUPS and not head.endswith("s")


def _joined(pieces: Pieces, place: int, listing: bool) -> Source | None:
    """Read the name before "and", or before a comma once a list has begun."""
    if low(pieces, place) not in ("and", "nor") and not (listing and low(pieces, place) == ","):
        return None
    if low(pieces, place - 1) == ",":  # "Ann Roe, the mayor, and …" or "Roe, Loe, and …"
        aside = _name_before(pieces, place - 1)
        return aside if aside and aside.last == place - 1 else _name_before(pieces, place - 2)
    return _name_before(pieces, place - 1)


def _name_before(pieces: Pieces, place: int) -> Source | None:
    found = sources.before(pieces, place, 0) if place >= 0 else None
    return found if found and found.kind == "name" and found.last == place else None


def _opens_clause(pieces: Pieces, place: int) -> bool:
    place = _before_group(pieces, place) - (low(pieces, place) == "neither")
    opens = place >= 0 and pieces[place].low in ("that", "by")  # "given that Roe and Poe …"
    return place < 0 or opens or pieces[place].kind in ("mark", "quote", "conjunction")


def _before_group(pieces: Pieces, place: int) -> int:
    """Walk back over "two harbour experts" before "Ann Roe and Bob Poe": what they both are."""
    if place < 0 or not (is_human(pieces[place].low) and pieces[place].low.endswith("s")):
        return place
    while place >= 0 and pieces[place].kind in ("word", "determiner", "number"):
        place -= 1
    return place


def _behind(pieces: Pieces, speaker: Source, cue: int) -> tuple[Source, ...]:
    """Read `“…,” said Ann Roe and Bob Poe`."""
    end = len(pieces) - 1
    if low(pieces, speaker.name_first - 1) == "and":
        found = _name_before(pieces, speaker.name_first - 2)
        return (found,) if found and found.first > cue else ()
    if low(pieces, speaker.last + 1) != "and" or speaker.last + 2 > end:
        return ()
    found = sources.after(pieces, speaker.last + 2, end)
    closed = found is not None and (found.last == end or pieces[found.last + 1].kind == "mark")
    return (found,) if found and found.kind == "name" and closed else ()
