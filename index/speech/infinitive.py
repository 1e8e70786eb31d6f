"""Step 5a: whose verb it is in "declined to say", "prompted her to announce". Pure."""

from __future__ import annotations

from index.people.wordlist import wordlist
from index.speech import lexicon as lex
from index.speech import source as sources
from index.speech.phrase import Source
from index.speech.pieces import Pieces, is_quote, low


def beginning(pieces: Pieces, to: int) -> int | None:
    """Return what stands before "declined to", "is quick to", "went so far as to"."""
    back, further = low(pieces, to - 1), low(pieces, to - 2)
    if back in _READY and further in lex.BE:
        return to - 3
    if back == "as" and further == "far":
        return to - 5
    unwilling = back in ("wish", "want") and further in lex.NEGATIONS
    begins = unwilling or back in _BEFORE_INFINITIVES
    return to - 2 - (back in _READY) if begins else None


def moved(pieces: Pieces, to: int, floor: int) -> Source | None:
    """Find Ann Roe in "the leak prompted Ann Roe to announce …", and where she was prompted to."""
    if low(pieces, to - 1) in _MOVES and low(pieces, to - 2) in lex.BE:
        return sources.before(pieces, to - 3, floor)
    found = sources.before(pieces, to - 1, 0)
    if found is None or found.kind != "name" or found.last != to - 1:
        return None
    return found if low(pieces, found.first - 1) in _MOVES else None


_MOVES = wordlist("prompted prompting led leading forced forcing drove moved compelled inspired")
_BEFORE_INFINITIVES = wordlist(
    """
    declined declines refused refuses continued continues continue continuing began begins used
    seemed seems appeared appears had has have likes liked likely
    """
)


def opens_content(pieces: Pieces, place: int) -> bool:
    """Say whether what was said begins here, as in "stood up to say he was leaving"."""
    place += pieces[place].low == ","
    return low(pieces, place) in ("that", "he", "she", "they", "it") or is_quote(pieces, place)


# "It is fair to say", "wants to say": nobody has said it.
NOT_SAYING = wordlist(
    """
    fair unfair easy hard safe needless enough want wants wanted able going supposed try tries tried
    trying need needs needed ready free impossible possible important nothing able unable plan plans
    planned hope hopes hoped prepared expected scheduled set due too chance chances opportunity
    """
)
_READY = wordlist("quick careful eager happy first last latest likely fond")
