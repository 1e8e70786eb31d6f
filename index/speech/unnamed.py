"""Step 7a: one person whom the article does not name: "a buyer", "one resident". Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from index.people.wordlist import wordlist
from index.speech import lexicon as lex
from index.speech.mention import Gender, gender_of
from index.speech.phrase import Source
from index.speech.pieces import Pieces, is_human, is_person, is_verb, low, past_adverbs
from index.speech.reading import Piece
from index.speech.subject import leading_subject


@dataclass(frozen=True, slots=True)
class Unnamed:
    """One person without a name: where and how they are called, and their gender if it shows.

    ``alone``: nobody else can be meant behind; "her driver", and the coach in "a coach spotted
    him", stand beside somebody told of before. ``told`` is the first "he" or "she" behind them,
    who may be they.
    """

    start: int
    called: str
    gender: Gender | None
    alone: bool
    told: Gender | None = None


def read(text: str, pieces: Pieces, source: Source) -> Unnamed | None:
    """Read a noun phrase as one person who was not told of before.

    None for several, for a body and for a thing; "the driver" may be somebody named before.
    """
    opening = pieces[source.name_first].low
    if source.kind != "noun" or opening not in (*_NEW, *_OWN) or not _is_one(pieces, source):
        return None
    if low(pieces, source.name_last + 1) == "named":
        return None
    start = pieces[source.name_first].start
    called = text[start : pieces[source.name_last].end]
    head = pieces[source.name_first if source.head is None else source.head].low
    behind = pieces[source.last + 1 :]
    alone = opening in _NEW and not any(_is_object(*two) for two in pairwise(behind))
    return Unnamed(start, called, gender_of("", head), alone, _by_pronoun(behind))


def subject(text: str, pieces: Pieces) -> Unnamed | None:
    """Find the unnamed person whom a sentence tells of: "A driver was less sure".

    Who asks is not who then speaks: the others answer.
    """
    found = leading_subject(pieces, len(pieces) - 1)
    one = read(text, pieces, found) if found else None
    if found is None or one is None or pieces[found.first].low not in _NEW:
        return None
    behind = past_adverbs(pieces, found.last + 1)
    if low(pieces, behind) in ("asked", "asks"):
        return None
    if not is_subject(pieces, one.start, pieces[found.last].end):
        return None
    told = [piece.low for piece in pieces[found.last + 1 :]]
    other = {("that", "he"), ("that", "she")} & set(pairwise(told))
    return replace(one, alone=one.alone and not other)  # "a judge ruled that he was hurt"


def is_subject(pieces: Pieces, start: int, end: int) -> bool:
    """Say whether the sentence's first verb, or an aside, stands behind ``start`` to ``end``."""
    first = next(place for place, piece in enumerate(pieces) if piece.end > start)
    if any(is_verb(pieces, place) or _is_doing(pieces[place]) for place in range(first)):
        return False
    behind = next((place for place, piece in enumerate(pieces) if piece.start >= end), len(pieces))
    behind = past_adverbs(pieces, behind)
    return is_verb(pieces, behind) or low(pieces, behind) == ","


def _is_doing(piece: Piece) -> bool:
    return piece.kind == "word" and piece.low.endswith("ing")


_NEW = ("a", "an", "one", "another", "someone", "somebody")
_OWN = ("his", "her", "its", "their", "my", "our")


def _is_one(pieces: Pieces, source: Source) -> bool:
    """Say whether it is one person: "one of the drivers"; not "one of her triumphs"."""
    head = low(pieces, source.name_first if source.head is None else source.head)
    if head in _NEW:
        of = low(pieces, source.name_first + 1) == "of"
        return not of or is_human(pieces[source.name_last].low)
    return is_one_person(head)


def is_one_person(head: str) -> bool:
    """Say whether a noun is one person: "driver", as "drivers" are people; not "committee"."""
    if head in lex.GROUPS | lex.BODIES | lex.NEWS | lex.SPEECH_NOUNS:
        return False
    several = head.endswith("s") and not head.endswith("ss")
    doer = head not in _NO_DOERS and is_human(f"{head}s")
    return not several and (is_person(head) or doer)


_NO_DOERS = lex.DETERMINERS | lex.TIME_ADJECTIVES | wordlist("later other former latter further")


def _is_object(piece: Piece, ahead: Piece) -> bool:
    """Find "him", and "her" in "told her that": somebody else; not "her" in "said her car"."""
    return piece.low == "him" or (piece.low == "her" and ahead.kind not in _OWNED)


_OWNED = ("word", "name", "number", "adverb")


def _by_pronoun(behind: Pieces) -> Gender | None:
    return next((_PRONOUNS[piece.low] for piece in behind if piece.low in _PRONOUNS), None)


_PRONOUNS: dict[str, Gender] = {"he": "he", "his": "he", "she": "she", "her": "she"}
