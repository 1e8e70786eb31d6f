"""Title: the words before a name that say what somebody is. Pure."""

from __future__ import annotations

from index.people import first_names
from index.speech import lexicon as lex
from index.speech.pieces import Pieces


def last_title(pieces: Pieces, first: int, last: int) -> int | None:
    """Find the last word of a title within a run of capitals: "White House Press Secretary"."""
    for place in range(last - 1, first - 1, -1):
        if is_title(pieces, place):
            return place
    return None


def is_title(pieces: Pieces, place: int) -> bool:
    """Say whether a word is a title or a role, and no first name, honorific or outlet."""
    low = pieces[place].low.rstrip(".").split("-")[-1]
    if low in first_names.ALL or low in lex.HONORIFICS or low in lex.NEWS:
        return False
    return low in lex.TITLES or low in lex.ROLES


def is_surname(pieces: Pieces, first: int, place: int) -> bool:
    """Tell "Ann King", "Ann B. King" and "Mr. King" from "the King" and "Austin Judge"."""
    back = place - 1
    if back > first and len(pieces[back].low) == 2 and pieces[back].low[1] == ".":
        back -= 1
    before = pieces[back].low if back >= first else ""
    if pieces[place].low not in lex.SURNAMES or before in lex.TOWNS:
        return False
    return before in first_names.ALL or before.rstrip(".") in lex.HONORIFICS
