"""Step 4a: which words of a phrase are the name, and which the role. Pure."""

from __future__ import annotations

from dataclasses import replace

from index.people import first_names
from index.people.names import ELECTED, PARTICLES, SUFFIXES
from index.speech import lexicon as lex
from index.speech.phrase import Source
from index.speech.pieces import Pieces, is_person, low
from index.speech.reading import Piece
from index.speech.title import is_surname, is_title, last_title


def read_phrase(pieces: Pieces, first: int, last: int) -> Source:
    """Tell name from role within a phrase."""
    if (elected := _elected(pieces, first, last)) is not None:
        return elected
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


def _elected(pieces: Pieces, first: int, last: int) -> Source | None:
    """Read "Ann Roe MP for Port": a full name and the office behind it; not "a Labour MP"."""
    letters = _before_prepositions(pieces, first, last)
    if pieces[letters].low not in ELECTED or letters - first < 2:
        return None
    found = read_phrase(pieces, first, letters - 1)
    words = pieces[found.name_first : found.name_last + 1]
    full = found.kind == "name" and found.name_last == letters - 1 and len(words) > 1
    opened = pieces[first].kind == "determiner"
    if opened or not full or any(word.low in lex.GROUP_NAMES | lex.PLACES for word in words):
        return None
    return replace(found, last=last, role=found.role or (letters, last))


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
            if _is_anothers(pieces, first, place):
                return None
            return Source(first, last, place, last, "name", _role_before(pieces, first, place))
    if first < start < last and _ends_office(pieces, start - 1):
        return Source(first, last, start, last, "name", _role_before(pieces, first, start))
    return None


def _is_anothers(pieces: Pieces, first: int, name: int) -> bool:
    """Find whose "a spokesman for Mayor Ann Roe" is; she is not who speaks."""
    title = name
    while title > first + 1 and is_person(pieces[title - 1].low):
        title -= 1
    joins = ("for", "to", "of") if pieces[first].low in ("a", "an", "one") else ("for", "to")
    return title < name and pieces[title - 1].low in joins and is_person(low(pieces, title - 2))


def _ends_office(pieces: Pieces, place: int) -> bool:
    """Find "selectors" in "chairman of selectors Ann Roe"; not "rival" in "aide of rival Jo"."""
    word, name = pieces[place], pieces[place + 1]
    several = word.low.endswith("s") or not is_person(word.low)
    begins = name.low in first_names.ALL or (len(name.low) == 2 and name.low[1] == ".")
    office = pieces[place - 1].low == "of" and is_person(low(pieces, place - 2))
    return word.kind == "word" and several and begins and office


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
