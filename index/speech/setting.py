"""Step 5e: what stands before "Roe said" and tells when and where, not what was said. Pure."""

from __future__ import annotations

from index.people.wordlist import wordlist
from index.speech.pieces import Pieces, Range, has_verb, is_quote, is_title, low, opens_sentence


def is_setting(pieces: Pieces, lead: Range, start: int) -> bool:
    """Tell "In his speech, X argued …" from "In May it closed, X argued": no verb, not said.

    Between commas ("In his view, X said, it …") what stands before is said as well, but for what
    was asked. ``start`` is where the words behind the cue may begin.
    """
    if _is_asked(pieces, lead[0]):
        return True
    if low(pieces, start) == "," and not _is_fresh(pieces, start + 1):
        return False
    last = pieces[lead[1]]
    when = last.kind == "time" or last.low in ("before", "later", "earlier", "ago", "after")
    opening = pieces[lead[0]]
    return not _has_verb(pieces, lead) and (
        opening.kind in ("preposition", "time") or when or opening.low.endswith("ing")
    )


def _is_fresh(pieces: Pieces, place: int) -> bool:
    return is_quote(pieces, place) and opens_sentence(pieces[place])


def _is_asked(pieces: Pieces, place: int) -> bool:
    """Find "Asked about it," and "When pressed by a host,"."""
    place += pieces[place].low in ("when", "and", "but", "later")
    return low(pieces, place) in _ASKED


_ASKED = wordlist("asked pressed questioned quizzed reached speaking appearing walking")


def _has_verb(pieces: Pieces, lead: Range) -> bool:
    """Say whether it reads as a clause; "CBS's" and the name of a work do not: “Morning Port,”."""
    return any(
        has_verb(pieces, (place, place))
        and not is_title(pieces, place)
        and pieces[place].kind != "possessive"
        for place in range(lead[0], lead[1] + 1)
    )
