"""Who passed the words on, where that very sentence says so. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from index.speech import lexicon as lex
from index.speech.attribution import Attribution
from index.speech.pieces import Range
from index.speech.reading import Piece, Sentence


def find(
    text: str, sentence: Sentence, one: Attribution, here: Sequence[Attribution]
) -> str | None:
    """Find the newsroom that stands between the speaker and this article.

    "told Reuters that …", "according to Reuters, X said …" and "Reuters reports that X said …".
    """
    pieces = sentence.pieces
    if one.hearer is not None and is_newsroom(pieces[one.hearer[0] : one.hearer[1] + 1]):
        return text[pieces[one.hearer[0]].start : pieces[one.hearer[1]].end]
    if (opening := _opening_newsroom(pieces, one)) is not None:
        return text[pieces[opening[0]].start : pieces[opening[1]].end]
    for other in here:
        if other is not one and _passes_on(other, one):
            named = pieces[other.source.name_first : other.source.name_last + 1]
            if is_newsroom(named):
                return text[named[0].start : named[-1].end]
    return None


def _opening_newsroom(pieces: Sequence[Piece], one: Attribution) -> Range | None:
    """Find Reuters in "According to Reuters, X said …", where X's words take up the rest."""
    if [piece.low for piece in pieces[:2]] != ["according", "to"] or one.cue.first == 0:
        return None
    first = 2 + (len(pieces) > 2 and pieces[2].kind == "determiner")
    last = first
    while last < len(pieces) and pieces[last].kind == "name":
        last += 1
    closed = last < len(pieces) and pieces[last].low == ","
    return (first, last - 1) if closed and is_newsroom(pieces[first:last]) else None


def _passes_on(other: Attribution, one: Attribution) -> bool:
    if other.cue.kind == "according":
        return one.cue.kind != "according"
    held = [place for first, last in other.content for place in range(first, last + 1)]
    if other.position == "before":  # `“…,” Roe said, Reuters reported`
        return (
            bool(set(held) & {first for first, _ in one.content})
            and other.cue.first > one.cue.first
        )
    return one.cue.first in held


def is_newsroom(named: Sequence[Piece]) -> bool:
    """Tell whether a name is a newspaper's, a broadcaster's or an agency's."""
    return any(piece.low in lex.NEWS for piece in named)
