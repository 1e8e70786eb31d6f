"""Theirs: whose words stand in a sentence of an article, and who passes them on. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from bot.proof.prose import Token, claimed, stems_of
from bot.proof.support import aligned
from bot.proof.telling import Piece, is_same
from bot.proof.verdict import Place
from bot.proof.window import Cited, Window
from index import people
from index.statement import Speaker, Statement

# Of a sentence so much stands in what somebody said that it is theirs and no fact.
MOSTLY_SAID = 0.6


def each_said_theirs(row: Sequence[Piece], window: Window, named: Sequence[Speaker]) -> bool:
    """Tell whether nothing that a draft gives to a speaker is somebody else's in a sentence.

    ``named`` are all who speak in the draft: whoever passes words on must be one of them.
    """
    if not any(each.relayed_by for each in window.statements) and (
        len({each.speaker.name for each in window.statements}) < 2
    ):
        return True
    at = aligned(claimed([token for piece in row for token in piece.tokens]), window.tokens)
    return all(
        _may_be_theirs(piece.speaker, window.tokens[at[token.start]], window, named)
        for piece in row
        if piece.speaker
        for token in claimed(piece.tokens)
        if token.start in at
    )


def _may_be_theirs(
    speaker: Speaker, token: Token, window: Window, named: Sequence[Speaker]
) -> bool:
    """Tell whether a word is a speaker's: of words within another's words, the inner speaker's."""
    holding = [
        (said.end - said.start, each)
        for each in window.statements
        for said in each.said
        if said.start <= token.start < said.end and said.kind != "position"
    ]
    least = min((size for size, _ in holding), default=0)
    inner = [each for size, each in holding if size == least]
    if any(each.relayed_by for each in inner):
        inner = [each for each in inner if not each.relays]
    return not inner or any(
        is_same(speaker, each.speaker) and is_passed_on(each, named) for each in inner
    )


def is_passed_on(statement: Statement, named: Sequence[Speaker]) -> bool:
    """Tell whether whoever passes on the words of a statement, if anybody does, is named."""
    by = statement.relayed_by
    return by is None or any(is_same(each, by) for each in named)


def told_by(named: Speaker, window: Window) -> bool:
    """Tell whether a sentence is told by somebody, or names them."""
    surname = stems_of(people.key(named.name).last)
    here = window.stems | window.outlet
    return (bool(surname) and surname <= here) or any(
        is_same(named, each.speaker) for each in window.statements
    )


def teller(source: Cited, place: Place, words: Sequence[Token]) -> str | None:
    """Return who says in an article what a draft tells as a fact."""
    window = next((w for w in source.windows if w.span == (place.start, place.end)), None)
    if window is None or window.place < 0:
        return None
    stems = {token.stem for token in claimed(words)}
    shared = [token for token in window.tokens if token.stem in stems]
    for each in window.statements:
        told = [s for s in each.said if s.kind in ("quoted", "reported", "denied")]
        inside = [t for t in shared if any(s.start <= t.start < s.end for s in told)]
        if each.cue and shared and len(inside) >= MOSTLY_SAID * len(shared):
            return each.speaker.name
    return None
