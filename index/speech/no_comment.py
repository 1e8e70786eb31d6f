"""Step 3c: that somebody gave no comment, in words that name no speech. Pure.

"Did not return calls", "could not be reached", "refused to be drawn", "did not get back to us".
"""

from __future__ import annotations

from index.people.wordlist import wordlist
from index.speech import lexicon as lex
from index.speech.pieces import Pieces, is_adverb, low, over_adverbs


def ends_at(pieces: Pieces, place: int) -> int | None:
    """Return the last piece of such words that begin at ``place``, behind "not" or "refused to"."""
    here = pieces[place].low
    if here in ("return", "returned") and _is_negated(pieces, place):
        return place if _names_calls(pieces, place + 1) else None
    if here in ("get", "got") and _is_negated(pieces, place):
        turned = low(pieces, place + 1) == "back" and low(pieces, place + 2) == "to"
        return place + 2 if turned and _is_newsroom(pieces, place + 3) else None
    if (
        here == "reached"
        and low(pieces, over_adverbs(pieces, place - 1, stop_at_auxiliary=True)) == "be"
    ):
        return place if _is_negated(pieces, place) and _is_whole(pieces, place + 1) else None
    if here == "be" and low(pieces, place + 1) in _ASKED:
        refused = low(pieces, place - 1) == "to" and low(pieces, place - 2) in _REFUSED
        return place + 1 if refused else None
    return None


def _is_negated(pieces: Pieces, place: int) -> bool:
    back = place - 1
    while back >= 0 and (is_adverb(pieces[back]) or pieces[back].kind == "auxiliary"):
        if pieces[back].low in lex.NEGATIONS:
            return True
        back -= 1
    return False


def _names_calls(pieces: Pieces, place: int) -> bool:
    return any(piece.low in _CALLS for piece in pieces[place : place + _NEAR])


def _is_newsroom(pieces: Pieces, place: int) -> bool:
    return low(pieces, place) in ("us", "reporters") or _names_calls(pieces, place)


def _is_whole(pieces: Pieces, place: int) -> bool:
    """Tell "could not be reached for comment" from "an accord could not be reached in May"."""
    ends = place >= len(pieces) or pieces[place].low in (".", ",", ";", ")", "by")
    return ends or (low(pieces, place) == "for" and low(pieces, place + 1) in ("comment", "a"))


_NEAR = 6
_CALLS = wordlist("call calls message messages email emails e-mail e-mails request requests texts")
_ASKED = ("drawn", "interviewed")
_REFUSED = wordlist("declined declines refused refuses declining refusing")
