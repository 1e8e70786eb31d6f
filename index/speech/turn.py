"""Step 5k: where the writer turns elsewhere: "opposes the bill, but others back it". Pure."""

from __future__ import annotations

from index.people.wordlist import wordlist
from index.speech.pieces import Pieces, Range, has_verb


def until_turn(pieces: Pieces, content: Range) -> Range:
    """End where the writer turns elsewhere: "opposes the bill, and three others vote for it"."""
    first, last = content
    for place in range(first + 1, last):
        here, ahead = pieces[place].low, pieces[place + 1]
        if here in _DASHES or here in _TURNS:
            return first, place - 1
        if here == "," and (ahead.low in _TURNS or _opens_clause(pieces, place + 1, last)):
            return first, place - 1
    return content


def _opens_clause(pieces: Pieces, place: int, last: int) -> bool:
    """Say whether "and she left", "and the mayor left" begins here; a list goes on otherwise."""
    if pieces[place].low not in ("and", "so") or place >= last:
        return False
    opens = pieces[place + 1].kind in ("pronoun", "name", "determiner", "number")
    return opens and has_verb(pieces, (place + 2, min(last, place + 8)))


_DASHES = ("—", "–", "-", "--", ";")
_TURNS = wordlist("while though although whereas but yet which")
