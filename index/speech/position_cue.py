"""Step 3b: the words that tell where somebody stands, one pass over a sentence. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from index.speech import lexicon as lex
from index.speech import stances
from index.speech.cue import Cue, form_of
from index.speech.pieces import is_verb, low, over_adverbs
from index.speech.reading import Piece, Sentence


def find(sentence: Sentence) -> list[Cue]:
    """Find every word that tells where somebody stands, left to right."""
    pieces = sentence.pieces
    cues = (_at(pieces, place) for place, piece in enumerate(pieces) if piece.text.islower())
    return [cue for cue in cues if cue is not None]


def _at(pieces: Sequence[Piece], place: int) -> Cue | None:
    piece = pieces[place]
    if phrase := _phrase(pieces, place):
        return phrase
    if verb := stances.VERB_OF.get(piece.low):
        return _verb(pieces, place, verb)
    if piece.low in stances.STANDING and _takes_a_side(pieces, place):
        last = place + (pieces[place + 1].low != "that")
        return Cue(place, last, piece.low, "position", "participle", False)
    return None


def _verb(pieces: Sequence[Piece], place: int, verb: str) -> Cue | None:
    form = form_of(pieces[place].low, verb)
    if form == "participle" and verb in stances.NOT_PARTICIPLES:
        return None
    turned = low(pieces, place + 1) in stances.PARTICLES
    if turned or not _has_what_it_needs(pieces, place, verb):
        return None
    doubtful = pieces[place].low in stances.DOUBTFUL
    if doubtful and (low(pieces, place + 1) in _NOUN_ENDS or is_verb(pieces, place + 1)):
        return None
    if form == "plain" and low(pieces, place - 1) in lex.BE:  # "trams will be back"
        return None
    return Cue(place, place, verb, "position", form, doubtful)


# "After the Paris attacks, Roe …": a noun.
_NOUN_ENDS = (",", ".", "and", "or", "of", "in", "on")


# A study stands at most so many pieces before what it finds.
_SUBJECT = 16


def _has_what_it_needs(pieces: Sequence[Piece], place: int, verb: str) -> bool:
    """Tell "sees the law as a mistake" from "sees the mayor", by what follows before a comma."""
    if verb in stances.FINDING:
        near = pieces[max(0, place - _SUBJECT) : place]
        return any(piece.low in stances.STUDIES for piece in near)
    if verb not in stances.NEEDS:
        return True
    reach, wanted = stances.NEEDS[verb]
    for piece in pieces[place + 1 : place + 1 + reach]:
        if piece.low in wanted:
            return True
        if piece.kind == "mark":
            return False
    return False


def _phrase(pieces: Sequence[Piece], place: int) -> Cue | None:
    """Find a verb of several words: "spoke out against", "made the case for"."""
    for verb, (middle, ends) in stances.PHRASES.get(pieces[place].low, ()):
        at = place + 1
        if low(pieces, at) != middle[0] and _stands_between(pieces, at):
            at += 1
        if tuple(low(pieces, at + step) for step in range(len(middle))) != middle:
            continue
        last = at + len(middle) - 1
        if ends and low(pieces, last + 1) not in ends:
            continue
        last += bool(ends) and low(pieces, last + 1) not in ("that", "to")
        form = form_of(pieces[place].low, verb)
        return Cue(place, last, f"{verb} {middle[0]}", "position", form, False)
    return None


def _stands_between(pieces: Sequence[Piece], place: int) -> bool:
    return place < len(pieces) and pieces[place].kind in ("determiner", "pronoun", "adverb")


def _takes_a_side(pieces: Sequence[Piece], place: int) -> bool:
    """Read "was also critical of the bill", "is confident that …"."""
    behind = place + 1 < len(pieces) - 1 and pieces[place + 1].low in _SIDES
    back = over_adverbs(pieces, place - 1, stop_at_auxiliary=True)
    return behind and back > 0 and pieces[back].low in lex.BE


_SIDES = ("about", "of", "that", "to", "with", "by", "in")
