"""Step 4c: what may stand between a subject and its verb: "Ann Roe on Monday also said". Pure."""

from __future__ import annotations

from index.speech import lexicon as lex
from index.speech.pieces import Pieces, is_adverb


def back_over_adverbs(pieces: Pieces, place: int, floor: int) -> int:
    """Walk back over "also", "has" and "on Thursday" to where the subject may end."""
    while place >= floor:
        piece = pieces[place]
        if is_adverb(piece) or piece.kind == "auxiliary":
            place -= 1
        elif piece.low == "'s" and place > floor and pieces[place - 1].kind == "pronoun":
            return place - 1
        elif piece.kind == "time" or _is_time(pieces, place):
            place = _time_start(pieces, place, floor) - 1
        elif piece.low == "," and (start := _inserted(pieces, place, floor)) is not None:
            place = start - 1
        else:
            break
    return place


def _is_time(pieces: Pieces, place: int) -> bool:
    before = pieces[place - 1]
    dated = before.low in lex.TIME_ADJECTIVES or before.kind == "time"  # "on Monday morning"
    return pieces[place].low in lex.TIME_NOUNS and dated


def _time_start(pieces: Pieces, place: int, floor: int) -> int:
    """Find where "on Thursday", "late last week" or "in July" begins."""
    while place > floor and (
        pieces[place - 1].kind in ("time", "number")
        or pieces[place - 1].low in lex.TIME_ADJECTIVES
        or pieces[place - 1].low in ("on", "in", "of", "late", "early")
    ):
        place -= 1
    return place


def _inserted(pieces: Pieces, comma: int, floor: int) -> int | None:
    """Find the comma that opens ", however," or ", on Thursday,"; None when it is longer."""
    for place in range(comma - 1, max(floor, comma - 6) - 1, -1):
        piece = pieces[place]
        if piece.low == ",":
            return place if place < comma - 1 else None
        if piece.kind not in ("adverb", "time", "preposition", "determiner", "number") and (
            piece.low
            not in ("too", "turn", "fact", "part", "however", "response", "example", "instance")
            and piece.low not in lex.TIME_NOUNS
        ):
            return None
    return None
