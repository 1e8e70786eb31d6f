"""Step 4a: a phrase that names somebody, and what in it is name and what is role. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from index.people import first_names
from index.people.names import PARTICLES, SUFFIXES
from index.people.wordlist import wordlist
from index.speech import lexicon as lex
from index.speech import verbs
from index.speech.pieces import Pieces, is_human, is_person
from index.speech.reading import Piece
from index.speech.title import is_surname, is_title, last_title

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
    """Say whether a preposition goes on with the noun: "a spokesman for", not "Kirby at noon"."""
    behind = pieces[place - 1]
    return behind.kind == "word" or pieces[place].low == "of"


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


def read_phrase(pieces: Pieces, first: int, last: int) -> Source:
    """Tell name from role within a phrase."""
    if (named := _name_at_end(pieces, first, last)) is not None:
        return named
    end = _before_prepositions(pieces, first, last)
    name_last = _last_name(pieces, first, end)
    if name_last is None or (name_last < end and not _only_suffix(pieces, name_last + 1, end)):
        return _noun_phrase(pieces, first, last, end)
    title = is_title(pieces, name_last) and not is_surname(pieces, first, name_last)
    if title:  # "the President", "a New Hampshire Republican"
        return _noun_phrase(pieces, first, last, name_last)
    name_first = _name_first(pieces, first, name_last)
    role = _role_before(pieces, first, name_first)
    name_last = _with_its_of(pieces, name_first, name_last, last)
    return Source(_first_of_two(pieces, first), last, name_first, name_last, "name", role)


def _name_first(pieces: Pieces, first: int, name_last: int) -> int:
    """Return where a name begins: behind a title, but whole where a body is called by one.

    "Senator Post" is Post; "the Democratic Party" is all of it.
    """
    start = name_last
    while start > first and _is_name_part(pieces[start - 1]):
        start -= 1
    before = last_title(pieces, start, name_last)
    name_first = start if before is None else before + 1
    of_a_body = before is not None and pieces[before].low in lex.GROUP_NAMES
    lone = all(pieces[place].low in lex.GROUP_NAMES for place in range(name_first, name_last + 1))
    behind_a_name = before is not None and start < before  # "Mercy General Hospital"
    return start if lone and (of_a_body or behind_a_name) else name_first


def _name_at_end(pieces: Pieces, first: int, last: int) -> Source | None:
    """Read "US Special Representative for Iran Brian Hook": a first name shows where it begins."""
    start = last
    while start > first and _is_name_part(pieces[start]) and _is_name_part(pieces[start - 1]):
        start -= 1
    for place in range(last - 1, start, -1):
        if pieces[place].low in first_names.ALL and pieces[place - 1].low not in _NEAR_NAMES:
            return Source(first, last, place, last, "name", _role_before(pieces, first, place))
    return None


# Before a first name these are part of the name or of a title that is read elsewhere.
_NEAR_NAMES = first_names.ALL | PARTICLES | lex.HONORIFICS


def _with_its_of(pieces: Pieces, name_first: int, name_last: int, last: int) -> int:
    """Keep a body's whole name: "National Conference of State Legislatures".

    "Royal Society for the Protection of Birds" and "Friends of the Earth" hold an article as well.
    """
    group = any(pieces[place].low in lex.GROUP_NAMES for place in range(name_first, name_last + 1))
    behind = [pieces[place].kind for place in range(name_last + 1, last + 1)]
    inside = {"name", "preposition"}
    body = pieces[name_first].low not in first_names.ALL  # not "David French of the Federation"
    if behind and body and pieces[name_last + 1].low in ("of", "for"):
        inside |= {"determiner"}
    whole = len(behind) > 1 and behind[0] == "preposition" and set(behind[1:]) <= inside
    return last if group and whole else name_last


def _first_of_two(pieces: Pieces, first: int) -> int:
    """Take in "he and" before "Mr. Poe": both speak."""
    if first > 1 and pieces[first - 1].low == "and" and pieces[first - 2].kind == "pronoun":
        return first - 2
    return first


def _before_prepositions(pieces: Pieces, first: int, last: int) -> int:
    for place in range(first + 1, last + 1):
        if pieces[place].kind == "preposition" and not pieces[place].text[0].isupper():
            return place - 1
    return last


def _last_name(pieces: Pieces, first: int, last: int) -> int | None:
    for place in range(last, first - 1, -1):
        if pieces[place].kind == "name":
            return place
    return None


def _only_suffix(pieces: Pieces, first: int, last: int) -> bool:
    return all(pieces[place].low.rstrip(".") in SUFFIXES for place in range(first, last + 1))


def _is_name_part(piece: Piece) -> bool:
    return piece.kind == "name" or piece.low in PARTICLES or piece.low == "&"


def _role_before(pieces: Pieces, first: int, name_first: int) -> tuple[int, int] | None:
    end = name_first - 1
    if first <= end and pieces[first].kind == "determiner":
        first += 1
    says = any(is_person(p.low) or p.low in lex.BODIES for p in pieces[first : end + 1])
    shared = pieces[end].low.endswith("s") and pieces[end].low[:-1] in lex.ROLES  # "brothers"
    return (first, end) if says and not shared and pieces[end].kind != "possessive" else None


def _noun_phrase(pieces: Pieces, first: int, last: int, end: int) -> Source:
    while last > end and pieces[last].kind in ("preposition", "determiner", "conjunction"):
        last -= 1
    return Source(first, last, first, last, "noun", None, end)
