"""Step 3: the words that may attribute speech, one pass over a sentence. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from index.people.wordlist import wordlist
from index.speech import lexicon as lex
from index.speech import no_comment, verbs
from index.speech.pieces import is_quote, is_speech_quote, opens_sentence
from index.speech.reading import Piece, Sentence

CueKind = Literal[
    "say", "tell", "object", "quote", "beside", "according", "colon", "noun", "position"
]
Form = Literal["past", "present", "participle", "plain"]


@dataclass(frozen=True, slots=True)
class Cue:
    """Pieces ``first`` to ``last`` (inclusive) of a sentence that may attribute what was said.

    ``verb`` is its plain form ("say"); ``doubtful`` marks a form that is as often a noun. Kind
    ``beside``: any verb that stands beside a quotation as "said" does (`“…,” he surmised`);
    ``colon``: the mark in `KIRBY: …` and in `He was blunt: “…”`.
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
    beside = _beside(pieces)
    for place, piece in enumerate(pieces):
        if piece.low == "according" and place + 1 < len(pieces) and pieces[place + 1].low == "to":
            cues.append(Cue(place, place + 1, "according to", "according", "plain", False))
        elif piece.low == "reported" and _as_reported_by(pieces, place):
            cues.append(Cue(place, place + 1, "report", "according", "plain", False))
        elif place and piece.low in NOUNS | PROMISES and _is_owned(pieces, place):
            cues.append(Cue(place, place, piece.low, "noun", "plain", False))
        elif (verb := _two_words(pieces, place)) is not None:
            cues.append(Cue(place, place + 1, verb, _kind(verb), "past", False))
        elif (last := no_comment.ends_at(pieces, place)) is not None:
            cues.append(Cue(place, last, "comment", "say", "plain", False))
        elif (
            piece.low in verbs.VERB_OF
            and piece.text != "States"  # "United States Senator Ann Roe"
            and (piece.text.islower() or piece.kind == "word" or place == 0)
        ):
            cues.append(_verb(piece, place))
        elif place == beside:
            cues.append(Cue(place, place, piece.low, "beside", "past", False))
    if not cues and (colon := _colon(pieces)) is not None:
        cues.append(Cue(colon, colon, ":", "colon", "past", False))
    return cues


# Two words that speak as one verb does: "Roe shot back that …", "as Roe put it".
_TWO_WORDS = {
    "shot back": "reply",
    "fired back": "reply",
    "hit back": "reply",
    "put it": "say",
    "puts it": "say",
    "rule out": "rule out",
    "ruled out": "rule out",
    "rules out": "rule out",
    "declined comment": "comment",
    "declines comment": "comment",
}


def _two_words(pieces: Sequence[Piece], place: int) -> str | None:
    verb = _TWO_WORDS.get(" ".join(piece.low for piece in pieces[place : place + 2]))
    ahead = pieces[place + 2].low if place + 2 < len(pieces) else "."
    return None if verb == "say" and ahead not in (",", ".", ":", "this") else verb


def _is_owned(pieces: Sequence[Piece], place: int) -> bool:
    """Say whether a noun has an owner close before it: "his false claim", "Roe's promise"."""
    if [piece.low for piece in pieces[place + 1 : place + 2]] in (["from"], ["by"]):
        return True  # "a warning from Roe that"
    return any(
        piece.kind == "possessive" or piece.low in ("his", "her", "their")
        for piece in pieces[max(0, place - 3) : place]
    )


# Nouns of speech; behind those of the second list an infinitive may say what was promised.
NOUNS = wordlist(
    """
    claim claims warning warnings suggestion suggestions assertion assertions argument arguments
    insistence allegation allegations contention acknowledgment acknowledgement admission
    prediction predictions statement statements comment comments remark remarks announcement
    accusation accusations declaration denial complaint complaints aside
    """
)
PROMISES = wordlist("promise promises pledge pledges vow vows call calls offer threat threats")


def _as_reported_by(pieces: Sequence[Piece], place: int) -> bool:
    """Find "As reported by the Gazette, …"."""
    back = place - 1 - (place > 1 and pieces[place - 1].kind == "adverb")
    by = place + 1 < len(pieces) and pieces[place + 1].low == "by"
    return by and back >= 0 and pieces[back].low == "as"


def _beside(pieces: Sequence[Piece]) -> int | None:
    """Find a verb that no list has: `“…,” remembered Ann Roe`, `“…,” she surmised`."""
    if len(pieces) < 3 or not is_speech_quote(pieces, 0) or not opens_sentence(pieces[0]):
        return None
    place = 1
    while place < len(pieces) - 1 and pieces[place].kind in ("name", "pronoun", "determiner"):
        place += 1
    low = pieces[place].low
    if pieces[place].kind != "word" or not low.endswith(("ed", "es", "s")) or len(low) < 4:
        return None
    ahead = pieces[place + 1].kind if place + 1 < len(pieces) else "mark"
    wanted = ("name", "determiner") if place == 1 else ("mark", "preposition", "time")
    return place if ahead in wanted else None


def _colon(pieces: Sequence[Piece]) -> int | None:
    """Find the colon of `KIRBY: …`, or the one before a closing quotation: `He was blunt: “…”`."""
    colons = [place for place, piece in enumerate(pieces) if piece.low == ":"]
    if len(colons) != 1 or colons[0] == 0 or colons[0] == len(pieces) - 1:
        return None
    place = colons[0]
    if place <= 4 and all(piece.kind == "name" for piece in pieces[:place]):
        return place if _is_shouted(pieces[:place]) or is_quote(pieces, place + 1) else None
    whole = place + 2 >= len(pieces) and is_quote(pieces, place + 1)
    return place if whole and opens_sentence(pieces[place + 1]) else None


def _is_shouted(label: Sequence[Piece]) -> bool:
    """Read a transcript's "KIRBY"; not "Q", and not a heading of the newsroom's own."""
    words = [piece.text for piece in label]
    return all(word.isupper() for word in words) and (
        len(words[-1]) > 2 and not set(words) & lex.HEADINGS
    )


def _verb(piece: Piece, place: int) -> Cue:
    verb = verbs.VERB_OF[piece.low]
    return Cue(
        place, place, verb, _kind(verb), form_of(piece.low, verb), piece.low in verbs.DOUBTFUL
    )


def _kind(verb: str) -> CueKind:
    if verb in _SAYING or verb in _SOMETIMES:
        return "say"
    if verb in _TELLING:
        return "tell"
    return "object" if verb in _OBJECTS else "quote"


_SOMETIMES = frozenset(verbs.SOMETIMES.values()) - {"term", "beg"}


_SAYING = frozenset(verbs.SAY.values())
_TELLING = frozenset(verbs.TELL.values())
_OBJECTS = frozenset(verbs.OBJECT.values()) | {"term", "beg", "rule out"}


def form_of(low: str, verb: str) -> Form:
    """Tell which form of a verb a word is."""
    if low == verb and low != "read":
        return "plain"
    if low.endswith("ing"):
        return "participle"
    return "present" if low.endswith("s") else "past"
