"""Unspoken: a work that is made, and a correction, where the verb is one of speech. Pure."""

from __future__ import annotations

import itertools

from index.people.wordlist import wordlist
from index.speech.cue import Cue
from index.speech.phrase import Source
from index.speech.pieces import Pieces, is_adverb

# So many words behind "wrote" may name what was written.
_NEAR = 6
_WORKS = wordlist(
    """
    novel novels book books song songs poem poems play plays opera operas symphony script scripts
    screenplay code software memoir memoirs album albums lyrics music biography thriller
    """
)
# Behind one of these something is told, or named beside what was written.
_ENDS = ("that", ",", ":", "in")


def unspoken(pieces: Pieces, cue: Cue, source: Source) -> bool:
    """Say whether nobody speaks: "she wrote her first novel", "an earlier version said"."""
    return _makes_a_work(pieces, cue) or _is_version(pieces, source)


def _makes_a_work(pieces: Pieces, cue: Cue) -> bool:
    ahead = [piece.low for piece in pieces[cue.last + 1 : cue.last + 1 + _NEAR]]
    clause = itertools.takewhile(lambda word: word not in _ENDS, ahead)
    return cue.verb == "write" and not _WORKS.isdisjoint(clause)


def _is_version(pieces: Pieces, source: Source) -> bool:
    span = pieces[source.first : source.last + 1]
    return any(piece.low in ("version", "versions") for piece in span)


def is_denied(pieces: Pieces, cue: Cue) -> bool:
    """Read "denied telling him that …" and "denied ever having said so"."""
    place = cue.first - 1
    while place > 0 and (is_adverb(pieces[place]) or pieces[place].low == "having"):
        place -= 1
    perfect = any(piece.low == "having" for piece in pieces[place + 1 : cue.first])
    return (cue.form == "participle" or perfect) and pieces[place].low in _DENYING


_DENYING = ("denied", "denies", "denying", "without", "since")
