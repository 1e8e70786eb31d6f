"""Unspoken: a work that is made, and a correction, where the verb is one of speech. Pure."""

from __future__ import annotations

import itertools

from index.people.wordlist import wordlist
from index.speech import lexicon as lex
from index.speech.cue import Cue
from index.speech.phrase import Source
from index.speech.pieces import Pieces, Range, has_quote, has_verb, is_adverb, is_human, low
from index.speech.reading import Piece

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
    return (
        _makes_a_work(pieces, cue)
        or _is_version(pieces, source)
        or _is_quarrel(pieces, cue)
        or _is_impersonal(pieces, cue, source)
        or (cue.verb == "indicate" and not _is_a_speaker(pieces, source))
    )


def _is_a_speaker(pieces: Pieces, source: Source) -> bool:
    """Tell who indicates something by words from polls, and from whoever they are held in."""
    head = pieces[source.name_last if source.head is None else source.head].low
    if source.kind == "noun":
        return is_human(head) and head not in lex.SPEECH_NOUNS and head not in _MEASURES
    if head == "it" or head in lex.PLACES:
        return False
    return low(pieces, source.first - 1) not in lex.PREPOSITIONS


_MEASURES = wordlist("poll polls survey surveys data figures results statistics records")


def _is_quarrel(pieces: Pieces, cue: Cue) -> bool:
    """Read "was arguing with a guard" and "had to contend with the rain"."""
    return cue.verb in ("argue", "contend") and low(pieces, cue.last + 1) in ("with", "over")


def _is_impersonal(pieces: Pieces, cue: Cue, source: Source) -> bool:
    """Read "only time will tell", "it is worth noting" and "the job is demanding and long"."""
    if low(pieces, cue.first - 1) in _OF_NOBODY:
        return True
    head = pieces[source.name_last if source.head is None else source.head].low
    hard = low(pieces, cue.first) == "demanding" and low(pieces, cue.last + 1) in ("and", "but")
    return hard or (cue.verb == "tell" and head in ("time", "history"))


def takes_a_thing(pieces: Pieces, cue: Cue, content: Range) -> bool:
    """Read "who advises the mayor" and "claiming the nomination": nothing is said there."""
    first = pieces[content[0]].low
    if cue.kind == "position":  # "ruled out a toll"
        return False
    if cue.verb == "claim" and cue.form == "participle":
        return first not in _CLAIMED and not has_verb(pieces, content)
    if cue.verb == "beg":  # not "begged the question", "all but begged him to go"
        clause = itertools.takewhile(_is_one_clause, pieces[content[0] : content[1] + 1])
        asked = any(piece.low == "to" for piece in clause)
        return not asked or low(pieces, cue.first - 1) == "but"
    return cue.verb in _ONLY_BEFORE and not (
        first in _ONLY_BEFORE[cue.verb] or has_quote(pieces, content)
    )


def _is_one_clause(piece: Piece) -> bool:
    return piece.kind not in ("conjunction", "mark", "quote")


_CLAIMED = ("responsibility", "victory", "a", "credit", "to")
# What must stand behind these, or a quotation; "declined to discuss it" is asked for elsewhere.
_ONLY_BEFORE = {
    "advise": ("that", "to", "against", "on"),
    "rule out": ("that",),
    "term": (),
    "discuss": (),
}
_OF_NOBODY = wordlist("worth means mean meant means involves involved requires")


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
    while place > 0 and _is_between(pieces[place]):
        place -= 1
    perfect = any(piece.low == "having" for piece in pieces[place + 1 : cue.first])
    return (cue.form == "participle" or perfect) and pieces[place].low in _DENYING


def _is_between(piece: Piece) -> bool:
    return piece.low not in _DENYING and (is_adverb(piece) or piece.low == "having")


_DENYING = ("denied", "denies", "denying", "without", "since")
