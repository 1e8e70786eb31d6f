"""Step 5f: where one attribution of a sentence ends and the next begins. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.speech.attribution import Attribution
from index.speech.pieces import (
    JOINERS,
    Pieces,
    has_quote,
    has_verb,
    is_speech_quote,
    over_adverbs,
    trim,
)


def settle(pieces: Pieces, found: list[Attribution]) -> list[Attribution]:
    """End each attribution's words where the next one begins on the same level."""
    for place in range(len(found) - 1):
        one, following = found[place], found[place + 1]
        border = _border(pieces, one, following)
        if border is not None:
            cut = _cut_end(pieces, one, border)
            if _wants_clause(pieces, one) and not _is_clause(pieces, cut):
                continue
            found[place] = cut
            if following.position != "after":
                found[place + 1] = _cut_start(pieces, following, border + 1)
        elif (tail := _tail(pieces, one, following)) is not None:
            found[place] = _cut_end(pieces, one, tail)
    return [one for one in found if one.content or one.awaits]


def _wants_clause(pieces: Pieces, one: Attribution) -> bool:
    """Find "reported that in May, Roe told …" and "According to Poe, Roe told …": not over yet."""
    opened = [pieces[first].low for first, _ in one.content]
    return one.cue.kind == "according" or opened == ["that"]


def _is_clause(pieces: Pieces, one: Attribution) -> bool:
    return any(has_verb(pieces, span) for span in one.content)


def is_in_passing(pieces: Pieces, one: Attribution, found: Sequence[Attribution]) -> bool:
    """Find "Jo Poe calls him" in "Ann Roe said that Jo Poe calls him": it is Roe's account.

    What somebody else says or tells that it is so, or says in quotation marks, stays, and so does
    what a newspaper reports.
    """
    told = any(has_quote(pieces, span) or pieces[span[0]].low == "that" for span in one.content)
    if one.cue.kind not in ("tell", "object", "quote", "noun") or told:
        return False
    return any(
        other.position == "after"
        and other.cue.verb != "report"
        and any(first <= one.cue.first <= last for first, last in other.content)
        for other in found
        if other is not one
    )


def _border(pieces: Pieces, one: Attribution, following: Attribution) -> int | None:
    """Find the comma or conjunction that parts two attributions; None when one holds the other."""
    left = following.cue.first
    source = following.source
    if one.source.relative and source.last < one.source.first:  # "critics who praised it warned"
        return left
    if not following.inherited and source.first > one.cue.last:
        left = min(left, source.first)
    if following.position != "after" and not following.inherited:
        return _last_break(pieces, one.cue.last + 1, left)
    back = over_adverbs(pieces, left - 1)
    return _parting(pieces, following, back) if back > one.cue.last else None


def _parting(pieces: Pieces, following: Attribution, back: int) -> int | None:
    """Find the border at ``back``, the piece before the second attribution; None without one."""
    if following.cue.form == "participle" and not following.inherited and pieces[back].low != ",":
        return None
    if pieces[back].low in JOINERS or pieces[back].low in (",", ";", "—", "–"):
        return back
    return back + 1 if following.inherited and pieces[back].kind == "quote" else None


def _tail(pieces: Pieces, one: Attribution, following: Attribution) -> int | None:
    """Find ", Reuters reported" or ", according to Reuters" at the end: not what X said."""
    if following.position != "before" or following.inherited:
        return None
    left = min(following.cue.first, following.source.first)
    closes = pieces[left - 1].low == "," or is_speech_quote(pieces, left - 1)
    return left if closes and left > one.cue.last + 1 else None


def _last_break(pieces: Pieces, first: int, last: int) -> int | None:
    """Find the last ", and" or semicolon between two attributions."""
    for place in range(last - 2, first - 1, -1):
        if pieces[place].low in (";",) or (
            pieces[place].low in ("and", "but", "while") and pieces[place - 1].low == ","
        ):
            return place
    return None


def _cut_end(pieces: Pieces, one: Attribution, border: int) -> Attribution:
    kept = []
    for first, last in one.content:
        if first < border:
            trimmed = trim(pieces, first, min(last, border - 1))
            if trimmed:
                kept.append(trimmed)
    return replace(one, content=tuple(kept))


def _cut_start(pieces: Pieces, one: Attribution, start: int) -> Attribution:
    kept = []
    for first, last in one.content:
        if last >= start and (trimmed := trim(pieces, max(first, start), last)):
            kept.append(trimmed)
    return replace(one, content=tuple(kept))
