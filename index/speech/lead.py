"""Step 5d: what stands before "Roe said" or beside "as Roe said", and may be her words. Pure."""

from __future__ import annotations

from index.speech.phrase import Source
from index.speech.pieces import (
    ENDS,
    Pieces,
    Range,
    has_verb,
    is_quote,
    is_speech_quote,
    is_verb,
    low,
    trim,
)
from index.speech.reach import TURNS, quote_start


def words_before(pieces: Pieces, source: Source, floor: int) -> Range | None:
    """Take what stands before ", X said": a quotation, or a clause."""
    back = source.first - 1
    if back < floor:
        return None
    back = _before_phrase(pieces, back, floor)
    if pieces[back].kind == "quote" and not is_speech_quote(pieces, back):
        return (back, back) if back == 0 and source.kind != "noun" else None
    if pieces[back].kind != "quote" and pieces[back].low not in (",", "—", "–", "-"):
        return None
    if pieces[back].kind == "quote" or pieces[back - 1].kind == "quote":
        return (quote_start(pieces, floor, back if pieces[back].kind == "quote" else back - 1),
                back if pieces[back].kind == "quote" else back - 1)  # fmt: skip
    return trim(pieces, _past_colon(pieces, floor, back), back)


def _past_colon(pieces: Pieces, floor: int, back: int) -> int:
    """Begin behind the writer's own words in "Roe went further: the mayor, he said, had lied"."""
    colons = (spot for spot in range(back - 1, floor, -1) if pieces[spot].low == ":")
    colon = next(colons, None)
    return floor if colon is None or not has_verb(pieces, (floor, colon)) else colon + 1


def _before_phrase(pieces: Pieces, back: int, floor: int) -> int:
    """Find the quotation or comma before all that names the speaker: `“…,” CBS News's Ann Roe`.

    The phrase found beside the verb may be only its end; a verb or a mark in between ends it.
    """
    for place in range(back, max(floor, back - 14) - 1, -1):
        if is_speech_quote(pieces, place):
            return back if low(pieces, place + 1) == "and" else place
        if is_verb(pieces, place) or not _may_name(pieces, place):
            return back
    return back


def _may_name(pieces: Pieces, place: int) -> bool:
    piece = pieces[place]
    naming = ("name", "word", "possessive", "determiner", "preposition", "number")
    return piece.kind in naming or piece.low in ("and", "&")


def words_beside_as(pieces: Pieces, source: Source, start: int, floor: int) -> Range | None:
    """Read "As Reuters reported on Monday, the gate …" and "The gate was shut, as Roe has said"."""
    if low(pieces, source.first - 1) != "as":
        return None
    if low(pieces, start) == "that" or is_quote(pieces, start):
        return None
    if source.first - 1 > floor and has_verb(pieces, (floor, source.first - 1)):
        before = low(pieces, source.first - 2) == ","
        ends = start >= len(pieces) or low(pieces, start) in ENDS | TURNS | {","}
        return trim(pieces, floor, source.first - 3) if before and ends else None
    return trim(pieces, start + 1, len(pieces) - 1) if low(pieces, start) == "," else None
