"""Step 3: the words that may attribute speech, one pass over a sentence. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from index.speech import lexicon as lex
from index.speech.reading import Piece, Sentence

CueKind = Literal["say", "tell", "object", "quote", "according", "colon"]
Form = Literal["past", "present", "participle", "plain"]


@dataclass(frozen=True, slots=True)
class Cue:
    """Pieces ``first`` to ``last`` (inclusive) of a sentence that may attribute what was said.

    ``verb`` is its plain form ("say"); ``doubtful`` marks a form that is as often a noun.
    """

    first: int
    last: int
    verb: str
    kind: CueKind
    form: Form
    doubtful: bool


def find(sentence: Sentence) -> list[Cue]:
    """Find every cue outside quotation marks, left to right."""
    cues: list[Cue] = []
    pieces = sentence.pieces
    for place, piece in enumerate(pieces):
        if piece.low == "according" and place + 1 < len(pieces) and pieces[place + 1].low == "to":
            cues.append(Cue(place, place + 1, "according to", "according", "plain", False))
        elif piece.low in lex.VERB_OF and (piece.text.islower() or place == 0):
            cues.append(_verb(piece, place))
    return cues


def _verb(piece: Piece, place: int) -> Cue:
    verb = lex.VERB_OF[piece.low]
    return Cue(place, place, verb, _kind(verb), _form(piece.low, verb), piece.low in lex.DOUBTFUL)


def _kind(verb: str) -> CueKind:
    if verb in _SAYING:
        return "say"
    if verb in _TELLING:
        return "tell"
    return "object" if verb in _OBJECTS else "quote"


_SAYING = frozenset(lex.SAY.values())
_TELLING = frozenset(lex.TELL.values())
_OBJECTS = frozenset(lex.OBJECT.values())


def _form(low: str, verb: str) -> Form:
    if low == verb and low != "read":
        return "plain"
    if low.endswith("ing"):
        return "participle"
    return "present" if low.endswith("s") else "past"
