"""Step 4: the words beside a cue that name who speaks. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from index.people.names import PARTICLES, SUFFIXES
from index.people.wordlist import wordlist
from index.speech import lexicon as lex
from index.speech.reading import Piece

SourceKind = Literal["pronoun", "name", "noun"]
Pieces = Sequence[Piece]

_LONGEST_PHRASE = 18
_LONGEST_ASIDE = 45


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


def before(pieces: Pieces, place: int, floor: int) -> Source | None:
    """Find the subject that ends at or before ``place``, not looking back beyond ``floor``."""
    place = _back_over_adverbs(pieces, place, floor)
    if place < floor:
        return None
    if pieces[place].low in (",", "—", "–", "-", ")"):
        return _before_aside(pieces, place, floor)
    return _ending_at(pieces, place, floor)


def after(pieces: Pieces, place: int, ceiling: int) -> Source | None:
    """Find the subject that begins at ``place`` (after "said" or "according to")."""
    if place > ceiling:
        return None
    piece = pieces[place]
    if piece.kind == "pronoun":
        return Source(place, place, place, place, "pronoun")
    last = _phrase_end(pieces, place, ceiling)
    if last < place:
        return None
    return _with_role_after(pieces, _read_phrase(pieces, place, last), ceiling)


def _back_over_adverbs(pieces: Pieces, place: int, floor: int) -> int:
    while place >= floor:
        piece = pieces[place]
        if piece.kind in ("adverb", "auxiliary"):
            place -= 1
        elif piece.low == "'s" and place > floor and pieces[place - 1].kind == "pronoun":
            return place - 1
        elif piece.kind == "time" or _is_time(pieces, place):
            place = _time_start(pieces, place, floor) - 1
        elif piece.low == "," and (start := _inserted(pieces, place, floor)) is not None:
            place = start - 1
        else:
            break
    return place


def _is_time(pieces: Pieces, place: int) -> bool:
    return pieces[place].low in lex.TIME_NOUNS and pieces[place - 1].low in lex.TIME_ADJECTIVES


def _time_start(pieces: Pieces, place: int, floor: int) -> int:
    """Find where "on Thursday", "late last week" or "in July" begins."""
    while place > floor and (
        pieces[place - 1].kind in ("time", "number")
        or pieces[place - 1].low in lex.TIME_ADJECTIVES
        or pieces[place - 1].low in ("on", "in", "of", "late", "early")
    ):
        place -= 1
    return place


def _inserted(pieces: Pieces, comma: int, floor: int) -> int | None:
    """Find the comma that opens ", however," or ", on Thursday,"; None when it is longer."""
    for place in range(comma - 1, max(floor, comma - 6) - 1, -1):
        piece = pieces[place]
        if piece.low == ",":
            return place if place < comma - 1 else None
        if piece.kind not in ("adverb", "time", "preposition", "determiner", "number") and (
            piece.low not in ("too", "turn", "fact", "part", "however", "response")
            and piece.low not in lex.TIME_NOUNS
        ):
            return None
    return None


def _before_aside(pieces: Pieces, place: int, floor: int) -> Source | None:
    """Find the subject before ", the spokesman for X," or "(R-Fla.)" or ", who lost,"."""
    mark = pieces[place].low
    opening = {")": "("}.get(mark, mark)
    weak: Source | None = None
    for begin in range(place - 1, max(floor, place - _LONGEST_ASIDE), -1):
        piece = pieces[begin]
        if piece.low == ";" or (piece.kind == "quote" and piece.text[-2:-1] in ",.!?"):
            break
        if piece.low != opening or (mark == "," and pieces[begin + 1].low in ("and", "or", "but")):
            continue
        found = (
            before(pieces, begin - 1, floor)
            if mark == ")"
            else _ending_at(pieces, begin - 1, floor)
        )
        if found is None:
            continue
        found = _with_aside(found, pieces, begin, place)
        if mark == ")" or _is_strong(pieces, found):
            return found
        weak = weak or found
    return weak


def _with_aside(source: Source, pieces: Pieces, begin: int, end: int) -> Source:
    role = source.role
    if role is None and pieces[begin].low != "(":
        role = _role_in(pieces, begin + 1, end - 1)
    return Source(
        source.first, end, source.name_first, source.name_last, source.kind, role, source.head
    )


def _is_strong(pieces: Pieces, source: Source) -> bool:
    """Say whether it is surely a speaker: a pronoun, a full name, a spokesman."""
    if source.kind == "noun":
        return source.head is not None and is_human(pieces[source.head].low)
    if source.kind == "pronoun" or source.role is not None:
        return True
    return source.name_last > source.name_first


def is_human(low: str) -> bool:
    """Say whether a noun names people: by the list, or by how it ends."""
    if low in lex.ROLES or low in lex.GROUPS or low.endswith(_HUMAN_ENDINGS):
        return low not in _NOT_HUMAN
    return low.endswith("s") and low[:-1] in lex.ROLES


_HUMAN_ENDINGS = ("man", "woman", "person", "men", "ists", "ians", "crats", "ers", "ors", "ants")
_NOT_HUMAN = wordlist(
    """
    human woman-man numbers papers powers letters factors errors doors rumors orders borders waters
    matters offers answers towers dollars colors favors floors honors labors mirrors motors
    restaurants grants wants plants merchants-of covers flowers computers servers chapters corners
    dinners fingers layers markers monsters posters quarters shelters shoulders tenders
    tigers transfers winters wonders warrants variants
    """
)


def _role_in(pieces: Pieces, first: int, last: int) -> tuple[int, int] | None:
    """Take what an aside says that somebody is: from its first noun to "who" or a comma."""
    if first > last:
        return None
    if pieces[first].kind == "determiner":
        first += 1
    end = first - 1
    human = False
    for place in range(first, min(last, first + 14) + 1):
        piece = pieces[place]
        if piece.kind in ("mark", "quote", "pronoun", "auxiliary", "time") or piece.low == "that":
            break
        if place == first and piece.kind == "word" and piece.low.endswith(("ing", "ed")):
            break
        human = human or is_human(piece.low) or piece.low in lex.TITLES
        end = place
    return (first, end) if human and end >= first else None


def _ending_at(pieces: Pieces, place: int, floor: int) -> Source | None:
    """Read the phrase that ends at ``place``: a pronoun, a name with its role, a noun phrase."""
    if place < floor:
        return None
    piece = pieces[place]
    if piece.kind == "pronoun":
        return _pronoun(pieces, place, floor)
    if piece.low in (",", ")"):
        return _before_aside(pieces, place, floor)
    if piece.kind == "name" or piece.low.rstrip(".") in SUFFIXES:
        return _read_phrase(pieces, _phrase_start(pieces, place, floor), place)
    if piece.kind in ("word", "number", "determiner"):
        return _read_phrase(pieces, _phrase_start(pieces, place, floor), place)
    return None


def _pronoun(pieces: Pieces, place: int, floor: int) -> Source | None:
    if pieces[place].low not in ("who", "which"):
        return Source(place, place, place, place, "pronoun")
    back = place - 1
    if back >= floor and pieces[back].low == ",":
        back -= 1
    who = _ending_at(pieces, back, floor) if back >= floor else None
    if who is None or who.kind == "pronoun":
        return None
    return Source(place, place, who.name_first, who.name_last, who.kind, who.role, who.head, True)


def _phrase_start(pieces: Pieces, place: int, floor: int) -> int:
    """Walk back over "a senior official at the State Department"."""
    first = place
    while first > floor and place - first < _LONGEST_PHRASE and _goes_back(pieces, first, place):
        first -= 1
    while first < place and (
        pieces[first].kind in ("preposition", "conjunction", "mark", "possessive")
        or pieces[first].kind == "adverb"
    ):
        first += 1
    return first


def _goes_back(pieces: Pieces, first: int, end: int) -> bool:
    """Say whether the piece before ``first`` still belongs to the phrase."""
    here, back = pieces[first], pieces[first - 1]
    if here.kind == "determiner":
        joins = back.low in ("of", "all", "both") or back.low in _LINKS
        return joins and _noun_before(pieces, first - 1)
    if back.kind in ("name", "number", "possessive") or back.low == "&":
        if here.kind == "number" or (back.kind == "number" and here.kind == "name"):
            return False
        return not (here.kind == "word" and here.low in lex.VERBS)
    if back.kind == "preposition":
        return back.low in _LINKS and _noun_before(pieces, first - 1)
    if back.kind == "word" and back.low not in lex.VERBS:
        return here.kind != "name" or _is_before_name(pieces, first, end)
    if back.low == "that":  # "said that Ann Roe", hardly "that Ann Roe said"
        return False
    return back.kind == "determiner" or back.low in PARTICLES


_LINKS = wordlist("of for at in with from to")


def _is_before_name(pieces: Pieces, first: int, end: int) -> bool:
    """Say whether the plain word before a name goes with it: "senior", "spokesman"."""
    low = pieces[first - 1].low
    if is_human(low) or low in lex.TITLES or low in PARTICLES or low in _BEFORE_NAMES:
        return True
    in_role = any(pieces[place].kind == "word" for place in range(first, end))
    return in_role and not low.endswith(("ed", "ing"))


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


def _phrase_end(pieces: Pieces, place: int, ceiling: int) -> int:
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
    if piece.kind == "determiner":
        return place == start or pieces[place - 1].kind == "preposition"
    if piece.kind == "preposition":
        return (
            piece.low in ("of", "for", "at", "with", "from", "to")
            and place > start
            and _takes(pieces, place, start)
        )
    if piece.kind == "adverb":
        return place == start
    if piece.kind == "word" and piece.low not in lex.VERBS:
        behind = pieces[place - 1].kind if place > start else "determiner"
        return (
            behind != "name"
            or is_human(piece.low)
            or piece.low in lex.TITLES
            or _names_later(pieces, place)
        )
    return piece.low == "and" and _joins_names(pieces, place)


def _takes(pieces: Pieces, place: int, start: int) -> bool:
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


def _read_phrase(pieces: Pieces, first: int, last: int) -> Source:
    """Tell name from role within a phrase."""
    end = _before_prepositions(pieces, first, last)
    name_last = _last_name(pieces, first, end)
    if name_last is None or (name_last < end and not _only_suffix(pieces, name_last + 1, end)):
        return _noun_phrase(pieces, first, last, end)
    start = name_last
    while start > first and _is_name_part(pieces[start - 1]):
        start -= 1
    title = _last_title(pieces, start, name_last)
    name_first = start if title is None else title + 1
    role = _role_before(pieces, first, name_first)
    first = _first_of_two(pieces, first)
    return Source(first, last, name_first, name_last, "name", role)


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


def _last_title(pieces: Pieces, first: int, last: int) -> int | None:
    """Find the last word of a title within a run of capitals: "White House Press Secretary"."""
    for place in range(last - 1, first - 1, -1):
        low = pieces[place].low.rstrip(".").split("-")[-1]
        if low in lex.TITLES and low not in lex.HONORIFICS:
            return place
    return None


def _role_before(pieces: Pieces, first: int, name_first: int) -> tuple[int, int] | None:
    end = name_first - 1
    if first <= end and pieces[first].kind == "determiner":
        first += 1
    return (first, end) if first <= end else None


def _noun_phrase(pieces: Pieces, first: int, last: int, end: int) -> Source:
    return Source(first, last, first, last, "noun", None, end)


def _with_role_after(pieces: Pieces, source: Source, ceiling: int) -> Source:
    """Add ", an Austin-based pollster," or ", who …" behind a name."""
    comma = source.last + 1
    if comma + 1 > ceiling or pieces[comma].low not in (",", "("):
        return source
    role = source.role or (_role_in(pieces, comma + 1, ceiling) if source.kind == "name" else None)
    return Source(
        source.first,
        source.last,
        source.name_first,
        source.name_last,
        source.kind,
        role,
        source.head,
    )


def name_at(pieces: Pieces, place: int) -> Source | None:
    """Read the name that ends at ``place``, with the role before it or in an aside after it."""
    found = _ending_at(pieces, place, 0)
    if found is None or found.kind != "name":
        return found
    return _with_role_after(pieces, found, len(pieces) - 1)
