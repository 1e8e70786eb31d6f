"""Step 4b: the words beside a cue that name who speaks. Pure."""

from __future__ import annotations

from dataclasses import replace

from index.people.names import SUFFIXES
from index.speech.apposition import both_roles, is_persons, names_whom, opens_aside, without_article
from index.speech.between import back_over_adverbs
from index.speech.likely import (
    is_address,
    is_age,
    is_full_name,
    is_object,
    is_place_alone,
    is_somebody_before,
    is_strong,
    is_thing,
    looks_full,
)
from index.speech.naming import read_phrase
from index.speech.phrase import Source, phrase_end, phrase_start
from index.speech.pieces import (
    Pieces,
    ends_in_comma,
    is_aside_end,
    is_person,
    is_place_aside,
    is_speech_quote,
    is_title,
    low,
)
from index.speech.role import role_in

_LONGEST_ASIDE = 45


def before(pieces: Pieces, place: int, floor: int) -> Source | None:
    """Find the subject that ends at or before ``place``, not looking back beyond ``floor``."""
    place = back_over_adverbs(pieces, place, floor)
    if place < floor:
        return None
    if low(pieces, place + 1) == ",":  # ", for example," stands behind it
        aside = _before_aside(pieces, place + 1, floor)
        if is_place_aside(pieces, place) or (aside and aside.kind == "name" and aside.role):
            return aside
    if (
        pieces[place].low in (",", "—", "–", "-", ")")
        or is_aside_end(pieces[place])
        or (ends_in_comma(pieces[place]) and is_title(pieces, place))
    ):
        return _before_aside(pieces, place, floor)
    return _ending_at(pieces, place, floor)


def after(pieces: Pieces, place: int, ceiling: int) -> Source | None:
    """Find the subject that begins at ``place`` (after "said" or "according to")."""
    if place > ceiling:
        return None
    piece = pieces[place]
    if piece.kind == "pronoun":
        return Source(place, place, place, place, "pronoun")
    last = phrase_end(pieces, place, ceiling)
    if last < place:
        return None
    return _with_role_after(pieces, read_phrase(pieces, place, last), ceiling)


def _named_behind(pieces: Pieces, source: Source, comma: int, ceiling: int) -> Source | None:
    """Read "said the campaign manager, Robby Mook."."""
    inner = after(pieces, comma + 1, ceiling)
    if inner is None or inner.kind != "name" or not opens_aside(pieces, source, inner, comma + 1):
        return None
    ends = inner.last == ceiling or pieces[inner.last + 1].kind == "mark"
    if not ends or not names_whom(pieces, source, inner):
        return None
    role = both_roles(pieces, source, inner)
    return Source(source.first, inner.last, inner.name_first, inner.name_last, "name", role)


def name_at(pieces: Pieces, place: int) -> Source | None:
    """Read the name that ends at ``place``, with the role before it or in an aside after it."""
    found = _ending_at(pieces, place, 0)
    if found is None or found.kind != "name":
        return found
    found = _with_role_after(pieces, found, len(pieces) - 1)
    return found if found.role else replace(found, role=_role_in_front(pieces, found))


def _role_in_front(pieces: Pieces, found: Source) -> tuple[int, int] | None:
    """Take "council leader" from "The council leader, Joan Roe, thanked him"."""
    comma = found.first - 1
    closed = found.last + 1 >= len(pieces) or pieces[found.last + 1].kind == "mark"
    if comma < 2 or pieces[comma].low != "," or not closed or not looks_full(pieces, found):
        return None
    noun = _ending_at(pieces, comma - 1, 0)
    if noun is None or noun.kind != "noun" or noun.head is None:
        return None
    definite = pieces[noun.first].low in _DEFINITE or any(
        pieces[place].kind == "possessive" for place in range(noun.first, noun.head)
    )
    head = pieces[noun.head].low
    return without_article(pieces, noun) if definite and is_person(head) else None


_DEFINITE = ("the", "its", "his", "her", "their", "our", "my")


def _before_aside(pieces: Pieces, place: int, floor: int) -> Source | None:
    """Find the subject before ", the spokesman for X," or "(R-Fla.)" or ", who lost,"."""
    mark = pieces[place].low or ","
    opening = {")": "("}.get(mark, mark)
    weak: Source | None = None
    for begin in range(place - 1, max(floor, place - _LONGEST_ASIDE), -1):
        piece = pieces[begin]
        quoted = piece.kind == "quote" and is_speech_quote(pieces, begin)
        if piece.low == ";" or (quoted and not is_title(pieces, begin)):
            break
        if weak is not None and piece.low == "," and pieces[begin + 1].low in _CONTRASTS:
            break  # "hurt a man on the quay, while his friend, Jo Poe, said": another clause
        if piece.low != opening or (mark == "," and pieces[begin + 1].low in ("and", "or", "but")):
            continue
        found = (
            before(pieces, begin - 1, floor)
            if mark == ")"
            else _ending_at(pieces, begin - 1, floor)
        )
        if found is None or (pieces[begin + 1].low == "which" and is_object(pieces, found)):
            continue
        if is_address(pieces, found) or is_age(pieces, found):
            continue
        found = _named_in_aside(found, pieces, begin, place) or (
            _with_aside(found, pieces, begin, place)
        )
        if mark == ")" or is_strong(pieces, found):
            return found
        if weak is None or is_place_alone(pieces, weak):
            weak = found
    return weak


_CONTRASTS = ("while", "whereas", "although", "though")


def _named_in_aside(source: Source, pieces: Pieces, begin: int, end: int) -> Source | None:
    """Read "Clinton's campaign manager, Robby Mook, said": the aside holds the name."""
    if pieces[begin].low == "(" or (source.kind == "name" and is_full_name(pieces, source)):
        return None
    inner = after(pieces, begin + 1, end - 1)
    if inner is None or inner.kind != "name" or not opens_aside(pieces, source, inner, begin + 1):
        return None
    alone = source.kind == "noun" and inner.last == end - 1
    if not is_full_name(pieces, inner) and not (alone and names_whom(pieces, source, inner)):
        return None
    role = both_roles(pieces, source, inner) if is_persons(pieces, source) else None
    return Source(source.first, end, inner.name_first, inner.name_last, "name", role)


def _with_aside(source: Source, pieces: Pieces, begin: int, end: int) -> Source:
    role = source.role
    if role is None and pieces[begin].low != "(":
        role = role_in(pieces, begin + 1, end - 1)
    return Source(
        source.first, end, source.name_first, source.name_last, source.kind, role, source.head
    )


def _ending_at(pieces: Pieces, place: int, floor: int) -> Source | None:
    """Read the phrase that ends at ``place``: a pronoun, a name with its role, a noun phrase."""
    if place < floor:
        return None
    piece = pieces[place]
    if piece.kind == "pronoun":
        return _pronoun(pieces, place, floor)
    if piece.low in (",", ")"):
        return _before_aside(pieces, place, floor)
    if (share := _share_start(pieces, place, floor)) is not None:
        return Source(share, place, share, place, "noun", None, place)
    named = piece.kind == "name" or piece.low.rstrip(".") in SUFFIXES
    if named or piece.kind in ("word", "number", "determiner"):
        return read_phrase(pieces, phrase_start(pieces, place, floor), place)
    return None


def _share_start(pieces: Pieces, place: int, floor: int) -> int | None:
    """Find where "nearly nine out of 10" or "one in five" begins."""
    if pieces[place].kind not in ("number", "determiner") or place - floor < 2:
        return None
    back = place - 1
    if pieces[back].low == "of" and pieces[back - 1].low == "out":
        back -= 1
    elif pieces[back].low != "in":
        return None
    counted = back > floor and pieces[back - 1].kind in ("number", "determiner")
    return back - 1 if counted else None


def _pronoun(pieces: Pieces, place: int, floor: int) -> Source | None:
    if pieces[place].low not in ("who", "which"):
        return Source(place, place, place, place, "pronoun")
    back = place - 1
    if back >= floor and pieces[back].low == ",":
        back -= 1
    if back > floor and pieces[back].kind == "number" and is_somebody_before(pieces, back - 1):
        back -= 2  # "Roe, 79, who"
    who = _named_before_aside(pieces, back, floor) or (
        _ending_at(pieces, back, floor) if back >= floor else None
    )
    if who and is_thing(pieces, who) and pieces[who.first - 1].kind == "preposition":
        far = _ending_at(pieces, who.first - 2, floor)  # "critics on the left, who"
        who = far if far and far.kind == "noun" and is_strong(pieces, far) else who
    if who is None or who.kind == "pronoun":
        return None
    return Source(place, place, who.name_first, who.name_last, who.kind, who.role, who.head, True)


def _named_before_aside(pieces: Pieces, back: int, floor: int) -> Source | None:
    """Find Ann Roe in "Ann Roe, the mayor of Port, who": a full name, and an aside with a role."""
    if back + 1 >= len(pieces) or pieces[back + 1].low != ",":
        return None
    found = _before_aside(pieces, back + 1, floor)
    named = found is not None and found.kind == "name" and found.role is not None
    return found if named else None


def _with_second_part(pieces: Pieces, source: Source, ceiling: int) -> Source:
    """Read "the minister of environment and energy, Ann Roe": one office, and its holder's name."""
    comma = source.last + 2
    while comma < min(ceiling, source.last + 5) and pieces[comma].kind in ("word", "name"):
        comma += 1
    if low(pieces, comma) != "," or low(pieces, source.last - 1) not in ("of", "for"):
        return source
    whole = replace(source, last=comma - 1)
    return _named_behind(pieces, whole, comma, ceiling) or source


def _with_role_after(pieces: Pieces, source: Source, ceiling: int) -> Source:
    """Add ", an Austin-based pollster," or ", who …" behind a name."""
    comma = source.last + 1
    if source.kind == "noun" and pieces[comma : comma + 1] and pieces[comma].low == "and":
        return _with_second_part(pieces, source, ceiling)
    if comma + 1 > ceiling or pieces[comma].low not in (",", "("):
        return source
    if source.kind == "noun":
        return _named_behind(pieces, source, comma, ceiling) or source
    role = source.role or (role_in(pieces, comma + 1, ceiling) if source.kind == "name" else None)
    return Source(
        source.first,
        source.last,
        source.name_first,
        source.name_last,
        source.kind,
        role,
        source.head,
    )
