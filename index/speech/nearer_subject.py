"""Step 5a: whose second verb it is, where a clause with a subject of its own stands before. Pure.

"Roe met Poe, who answered the door and said …": Poe. "When Roe asked the club, it declined,
citing …": the club. "Roe left after some of her friends came and complained …": the friends.
"""

from __future__ import annotations

from index.people.wordlist import wordlist
from index.speech import source as sources
from index.speech.phrase import Source
from index.speech.pieces import Pieces, is_human, is_verb, low, past_adverbs


def find(pieces: Pieces, place: int, floor: int) -> Source | None:
    """Find the subject of the clause that ends before ``place``: a joining word or a comma.

    Nothing at or before ``floor``, the last cue of the sentence so far, is looked at. None where
    the clause has no subject of its own.
    """
    joins = low(pieces, place) in ("and", "but", "or", "then")
    if not joins and low(pieces, place) != ",":
        return None
    start = _clause_start(pieces, place, floor)
    if start is None:
        return None
    if pieces[start].low == "who":
        return sources.before(pieces, start, floor + 1) if joins else None
    subordinate = low(pieces, start - 1) in _SUBORDINATE
    if joins and pieces[start].low in ("and", "but"):  # ", and Poe came and said": a new clause
        return _subject(pieces, start + 1, place)
    return _subject(pieces, start, place) if joins == subordinate else None


def _clause_start(pieces: Pieces, place: int, floor: int) -> int | None:
    """Find where the clause before ``place`` begins; None where it is the sentence's first."""
    for spot in range(place - 1, max(floor, 0), -1):
        if pieces[spot].kind == "quote":
            return None
        if pieces[spot].low == "who" and low(pieces, spot - 1) == ",":
            return spot
        if pieces[spot].low == "," or pieces[spot].low in _SUBORDINATE:
            return spot + 1
    return None


def _subject(pieces: Pieces, start: int, end: int) -> Source | None:
    """Read the clause's subject: somebody, with a verb right behind."""
    if pieces[start].kind not in ("pronoun", "name", "determiner"):
        return None
    found = sources.after(pieces, start, end - 1)
    if found is None or not is_verb(pieces, past_adverbs(pieces, found.last + 1)):
        return None
    head = pieces[found.last if found.head is None else found.head].low
    return found if found.kind != "noun" or is_human(head) else None


_SUBORDINATE = wordlist("when while after before because although though since until")
