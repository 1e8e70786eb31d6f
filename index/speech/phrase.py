"""Step 4a: a phrase that names somebody, and where it begins and ends. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from index.people.names import ELECTED, PARTICLES
from index.people.wordlist import wordlist
from index.speech import lexicon as lex
from index.speech import verbs
from index.speech.pieces import Pieces, is_human, is_person

SourceKind = Literal["pronoun", "name", "noun"]


@dataclass(frozen=True, slots=True)
class Source:
    """Pieces of a sentence, all ends inclusive.

    ``first`` to ``last`` is everything that names the speaker, asides included; ``name_first`` to
    ``name_last`` the name, the pronoun or the noun phrase; ``role`` the pieces that say what they
    are, when some stand beside the name. ``head`` is the noun of a noun phrase ("spokesman").
    ``relative``: what stands at the cue is "who", and the name is what it refers to.
    """

    first: int
    last: int
    name_first: int
    name_last: int
    kind: SourceKind
    role: tuple[int, int] | None = None
    head: int | None = None
    relative: bool = False


_LONGEST_PHRASE = 18


def phrase_start(pieces: Pieces, place: int, floor: int) -> int:
    """Walk back over "a senior official at the State Department"."""
    first = place
    while first > floor and place - first < _LONGEST_PHRASE and _goes_back(pieces, first, place):
        first -= 1
    while first < place and (
        pieces[first].kind in ("preposition", "conjunction", "mark", "possessive")
        or pieces[first].kind == "adverb"
        or _is_its_verb(pieces, first)
    ):
        first += 1
    return first


def _is_its_verb(pieces: Pieces, place: int) -> bool:
    """Find "included" in "which included staff members": a verb, not part of the phrase."""
    ends = pieces[place].kind == "word" and pieces[place].low.endswith("ed")
    return (
        ends and place > 0 and pieces[place - 1].kind in ("pronoun", "auxiliary", "name", "adverb")
    )


def _goes_back(pieces: Pieces, first: int, end: int) -> bool:
    """Say whether the piece before ``first`` still belongs to the phrase."""
    here, back = pieces[first], pieces[first - 1]
    if here.kind == "determiner":
        joins = back.low in ("of", "all", "both") or back.low in _LINKS
        return joins and _noun_before(pieces, first - 1)
    if back.kind == "preposition":
        return back.low in _LINKS and _noun_before(pieces, first - 1)
    return _joins_noun(pieces, first, end)


def _joins_noun(pieces: Pieces, first: int, end: int) -> bool:
    """Say whether a word, name or determiner goes with the noun or name behind it."""
    here, back = pieces[first], pieces[first - 1]
    if back.kind in ("name", "number", "possessive") or back.low == "&":
        in_number = here.kind == "number" or (back.kind == "number" and here.kind == "name")
        return not in_number and not (here.kind == "word" and here.low in lex.VERBS)
    if back.kind == "word" and back.low not in lex.VERBS and back.low not in verbs.TELL:
        return here.kind != "name" or _is_before_name(pieces, first, end)
    if back.low == "then" and first > 1:  # "the then mayor", not "He then"
        return pieces[first - 2].kind in ("determiner", "possessive") and is_human(here.low)
    # "said that Ann Roe" is likelier than "that Ann Roe said"
    return (back.kind == "determiner" and back.low != "that") or back.low in PARTICLES


_LINKS = wordlist("of for at in with from to")


def _is_before_name(pieces: Pieces, first: int, end: int) -> bool:
    """Say whether the plain word before a name goes with it: "senior", "spokesman"."""
    low = pieces[first - 1].low
    if is_person(low) or low in PARTICLES or low in _BEFORE_NAMES or low in lex.BODIES:
        return True
    if low in _LEVELS and first > 1:  # "state Senator Ann Roe", not "secretary of state Ann Roe"
        return pieces[first - 2].kind != "preposition"
    in_role = any(pieces[place].kind == "word" for place in range(first, end))
    return in_role and not low.endswith(("ed", "ing"))


_LEVELS = ("state", "federal", "local")
_BEFORE_NAMES = wordlist(
    "former senior top current then ex longtime veteran retired fellow prominent leading other"
)


def _noun_before(pieces: Pieces, preposition: int) -> bool:
    back = pieces[preposition - 1] if preposition > 0 else None
    if back is None:
        return False
    return (
        is_human(back.low)
        or back.low in lex.ROLES
        or (back.kind == "name" and pieces[preposition].low in ("of", "for"))
    )


def phrase_end(pieces: Pieces, place: int, ceiling: int) -> int:
    """Walk forward over "US National Security Council spokesman John Kirby"."""
    last = place
    while last <= ceiling and last - place < _LONGEST_PHRASE and _goes_on(pieces, last, place):
        last += 1
    last -= 1
    while last > place and pieces[last].kind in (
        "preposition",
        "conjunction",
        "determiner",
        "adverb",
    ):
        last -= 1
    return last


def _goes_on(pieces: Pieces, place: int, start: int) -> bool:
    piece = pieces[place]
    if piece.kind in ("name", "number", "possessive") or piece.low in PARTICLES or piece.low == "&":
        return True
    inside = place > start and pieces[place - 1].kind == "determiner"
    if inside and piece.kind in ("determiner", "adverb", "time"):  # "a newly found letter"
        return True
    if piece.kind in ("determiner", "adverb"):
        behind = pieces[place - 1].kind == "preposition" and piece.kind == "determiner"
        return place == start or behind
    if piece.kind == "preposition":
        return piece.low in _LINKS and place > start and _takes(pieces, place)
    prompted = piece.low.endswith("ed") and pieces[place - 1].low in ("this", "that")
    if piece.kind == "word" and piece.low not in lex.VERBS and not prompted:  # "This prompted"
        return place == start or _goes_with(pieces, place)
    return piece.low == "and" and _joins_names(pieces, place)


def _goes_with(pieces: Pieces, place: int) -> bool:
    """Say whether a plain word goes on with what stands before it: "White House spokesman"."""
    low, behind = pieces[place].low, pieces[place - 1]
    is_role = is_human(low) or low in lex.TITLES
    if behind.kind == "word" and is_human(behind.low) and not is_role:
        return False
    return behind.kind != "name" or is_role or _names_later(pieces, place)


def _takes(pieces: Pieces, place: int) -> bool:
    """Say whether a preposition goes on: "a spokesman for", "MP for"; not "Kirby at noon"."""
    behind = pieces[place - 1]
    elected = behind.low in ELECTED and pieces[place].low == "for"
    return behind.kind == "word" or pieces[place].low == "of" or elected


def _names_later(pieces: Pieces, place: int) -> bool:
    """Look two words on for a role: "White House national security spokesperson John Kirby"."""
    for piece in pieces[place + 1 : place + 4]:
        if piece.kind != "word":
            return False
        if piece.low in lex.ROLES:
            return not pieces[place].low.endswith("ed")
    return False


def _joins_names(pieces: Pieces, place: int) -> bool:
    if place + 1 >= len(pieces):
        return False
    return pieces[place - 1].kind == "name" and pieces[place + 1].kind == "name"
