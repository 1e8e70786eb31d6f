"""Step 5e: `his claim that …`, where a noun attributes and its owner speaks. Pure."""

from __future__ import annotations

from index.people.wordlist import wordlist
from index.speech import source as sources
from index.speech.attribution import Attribution
from index.speech.cue import PROMISES, Cue
from index.speech.phrase import Source
from index.speech.pieces import ENDS, Pieces, ends_in_comma, has_quote, low, trim

_OWNERS = wordlist("his her their")


def read(pieces: Pieces, cue: Cue) -> Attribution | None:
    """Read "his claim that …" and "Ann Roe's promise to …"."""
    source = _owner(pieces, cue.first - 1) or _giver(pieces, cue)
    start = _start(pieces, cue)
    if source is None or start is None:
        return None
    content = trim(pieces, start, _end(pieces, start))
    if content is None or (content[1] - content[0] < 2 and not has_quote(pieces, content)):
        return None
    return Attribution(cue, source, (content,), "after")


def _owner(pieces: Pieces, place: int) -> Source | None:
    """Find whose claim it is, at most two adjectives before the noun."""
    for spot in range(place, max(-1, place - 3), -1):
        piece = pieces[spot]
        if piece.low in _OWNERS:
            return Source(spot, spot, spot, spot, "pronoun")
        if piece.kind == "possessive":
            return sources.before(pieces, spot - 1, 0)
        if piece.kind not in ("word", "time", "adverb"):
            return None
    return None


def _giver(pieces: Pieces, cue: Cue) -> Source | None:
    """Find Ann Roe in "a warning from Ann Roe that it closes"."""
    if low(pieces, cue.last + 1) not in ("from", "by"):
        return None
    found = sources.after(pieces, cue.last + 2, len(pieces) - 1)
    named = found is not None and found.kind == "name" and low(pieces, found.last + 1) == "that"
    return found if named else None


def _start(pieces: Pieces, cue: Cue) -> int | None:
    """Find "that", or "to" behind a promise, at once or behind "in an interview"."""
    if low(pieces, cue.last + 1) == "to" and cue.verb in PROMISES:
        return cue.last + 1
    for place in range(cue.last + 1, min(len(pieces), cue.last + 12)):
        if pieces[place].low == "that":
            return place
        if place == cue.last + 1 and pieces[place].kind not in ("preposition", "time"):
            return None
        if pieces[place].kind in ("mark", "quote", "auxiliary", "pronoun"):
            return None
    return None


def _end(pieces: Pieces, start: int) -> int:
    """End at the first comma, dash or bracket: what follows is the writer's."""
    for place in range(start + 1, len(pieces)):
        if pieces[place].low in (",", "—", "–", "-", ")") or pieces[place].low in ENDS:
            return place - 1
        if ends_in_comma(pieces[place]):
            return place
    return len(pieces) - 1
