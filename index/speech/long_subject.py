"""Step 5a: subjects with a clause of their own: "voters who fear the gang say …". Pure."""

from __future__ import annotations

from dataclasses import replace

from index.people.wordlist import wordlist
from index.speech import lexicon as lex
from index.speech import source as sources
from index.speech.cue import Cue
from index.speech.phrase import Source
from index.speech.pieces import Pieces, is_human, is_verb, low

_LONGEST = 22  # pieces between the noun and its verb


def find(pieces: Pieces, cue: Cue) -> Source | None:
    """Find "sources close to Ann Roe" before "say": a noun, what is said of it, then the cue."""
    if cue.form not in ("plain", "past", "present"):
        return None
    start = _clause_start(pieces, cue.first)
    noun = _opening_noun(pieces, start, cue.first)
    if noun is None or (noun.kind == "name" and cue.form != "plain"):
        return None
    if not 1 < cue.first - noun.last <= _LONGEST:
        return None
    if not _agrees(pieces, noun, cue) or not _is_described(pieces, noun.last + 1, cue.first):
        return None
    head = noun.last if noun.head is None else noun.head
    return replace(noun, last=cue.first - 1, kind="noun", head=head)


def _clause_start(pieces: Pieces, end: int) -> int:
    """Find where the clause begins that ends before ``end``."""
    for place in range(end - 1, 0, -1):
        if pieces[place].kind in ("mark", "quote") and pieces[place].low not in ("'", "(", ")"):
            return place + 1
    return 0


def _opening_noun(pieces: Pieces, start: int, ceiling: int) -> Source | None:
    place = start
    while place < ceiling and pieces[place].low in _BEFORE:
        place += 1
    if low(pieces, place) == "those":
        return Source(place, place, place, place, "noun", None, place)
    found = sources.after(pieces, place, ceiling - 1)
    if found is None or found.kind == "pronoun":
        return None
    head = found.last if found.head is None else found.head
    return found if is_human(pieces[head].low) else None


_BEFORE = wordlist("and but while though although yet as even still because that whereas so also")


def _agrees(pieces: Pieces, noun: Source, cue: Cue) -> bool:
    """Say whether noun and verb agree: "voters say", "a voter says"."""
    head = pieces[noun.last if noun.head is None else noun.head].low
    many = head.endswith("s") or head in lex.GROUPS or head in ("those", "people")
    return cue.form == "past" or many == (cue.form == "plain")


def _is_described(pieces: Pieces, first: int, end: int) -> bool:
    """Say whether what stands between noun and verb only tells which people are meant."""
    opening = pieces[first]
    if opening.low in ("who", "that"):
        return any(pieces[place].kind in ("word", "auxiliary") for place in range(first + 1, end))
    plain = not any(is_verb(pieces, place) for place in range(first + 1, end))
    participle = opening.low.endswith(("ing", "ed")) or opening.low in _OPENS
    return plain and (participle or opening.kind == "preposition")


_OPENS = wordlist("close closest familiar loyal seen led held made run drawn opposed known")
