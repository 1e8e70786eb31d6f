"""Step 6a: the people that a sentence names: name, role and gender. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from index.people import first_names
from index.people.names import ELECTED, PARTICLES, SUFFIXES, key
from index.people.names import HONORIFICS as ALL_HONORIFICS
from index.people.wordlist import wordlist
from index.speech import lexicon as lex
from index.speech import source as sources
from index.speech.phrase import Source
from index.speech.reading import Piece, Sentence, is_headline

Gender = Literal["she", "he"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named outside quotation marks: ``name`` as it stands, without role or title.

    ``leads``: it may be its clause's subject, for no preposition stands before it and no
    possessive after it. ``sure``: title, role or first name show that a person is meant.
    ``thing``: what stands beside it shows a place or a body.
    """

    sentence: int
    start: int
    end: int
    name: str
    role: str | None
    gender: Gender | None
    leads: bool
    sure: bool
    thing: bool = False


def is_group(name: str) -> bool:
    """Say whether a capitalised name is that of a body of people: "White House", "CNN"."""
    words = [word.rstrip(".").lower() for word in name.replace("’", "'").split()]
    if len(words) > 2 and words[-1] in SUFFIXES:  # "Ann Roe KC"
        words, name = words[:-1], name.rsplit(maxsplit=1)[0]
    if not words or words[-1] in lex.INSTITUTIONS:
        return True
    if words[0] in first_names.ALL:
        return False
    if any(word in lex.GROUP_NAMES for word in words) or set(words) <= lex.PLACES:
        return True
    if words[-1] in lex.NEWS and (len(words) > 1 or words[-1] != "hill"):
        return True
    if len(words) == 1 and words[0].endswith(("icans", "ians", "germans")):
        return True
    return _is_acronym(name.rsplit(maxsplit=1)[-1]) and (len(words) == 1 or not name.isupper())


def _is_acronym(word: str) -> bool:
    letters = word.replace(".", "")
    return letters.isupper() and len(letters) in (2, 3, 4)


def gender_of(name: str, role: str | None, honorific: str = "") -> Gender | None:
    """Read the gender off an honorific, a role or a first name."""
    first = key(name).first
    if honorific.lower() in lex.WOMANLY or (first in first_names.WOMEN and not honorific):
        return "she"
    if honorific.lower() in lex.MANLY or first in first_names.MEN:
        return "he"
    if first in first_names.WOMEN:
        return "she"
    for word in (role or "").lower().split():
        if word in lex.WOMANLY or word.endswith("woman"):
            return "she"
        if word in lex.MANLY or (word.endswith("man") and word not in ("human", "german")):
            return "he"
    return None


def find(text: str, sentence: Sentence, place: int) -> Iterator[Mention]:
    """Find the people named in sentence ``place``; the title is sentence -1."""
    least = 4 if place >= 0 else 2  # a short sentence of names is no headline, a title may be
    if not is_headline(sentence.pieces, least):
        yield from _mentions(text, sentence, place, _runs(sentence.pieces))
        return
    named = [*_mentions(text, sentence, place, _first_and_last(sentence.pieces))]
    yield from named
    if place >= 0 and _is_prose(sentence) and not named:  # "Port CEO Zo Roe apologised."
        runs = _mentions(text, sentence, place, _runs(sentence.pieces))
        yield from (one for one in runs if one.role is not None)


def _mentions(
    text: str, sentence: Sentence, place: int, runs: Iterable[tuple[int, int]]
) -> Iterator[Mention]:
    for first, last in runs:
        mention = _mention(text, sentence.pieces, first, last, place)
        if mention is not None:
            yield mention


def _is_prose(sentence: Sentence) -> bool:
    """Tell a short sentence of names from a headline, whose verb has a capital."""
    small = any(piece.kind == "word" and piece.text.islower() for piece in sentence.pieces)
    return small and sentence.pieces[-1].low == "."


def _runs(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Find runs of capitalised words; a particle may stand inside one."""
    first: int | None = None
    for place, piece in enumerate(pieces):
        goes_on = piece.kind == "name" or (
            first is not None and piece.low in PARTICLES and _is_name(pieces, place + 1)
        )
        if goes_on and first is None:
            first = place
        elif not goes_on and first is not None:
            yield first, place - 1
            first = None
    if first is not None:
        yield first, len(pieces) - 1


def _first_and_last(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Find first names with the word behind: all that is sure to be a name in a headline."""
    for place, piece in enumerate(pieces):
        if piece.low in first_names.ALL and _is_name(pieces, place + 1):
            yield place, place + 1


def _is_name(pieces: Sequence[Piece], place: int) -> bool:
    return place < len(pieces) and pieces[place].kind == "name"


def _mention(
    text: str, pieces: Sequence[Piece], first: int, last: int, place: int
) -> Mention | None:
    source = sources.name_at(pieces, last)
    if source is None or source.kind != "name" or not _ends_at(pieces, source, last):
        return None
    if source.role and source.role[1] < source.name_first and _is_body(pieces[source.role[1]].low):
        return None  # "Payments firm Quillpay"
    honorific, name_first = split_honorific(pieces, source.name_first, source.name_last)
    name = text[pieces[name_first].start : pieces[source.name_last].end]
    role = role_text(text, pieces, source.role)
    if is_group(name) and not honorific:
        return None
    start = pieces[source.name_first].start
    sure = bool(honorific or role) or _looks_personal(name) or _reads_personal(pieces, first, last)
    gender = gender_of(name, role, honorific)
    leads, thing = _leads(pieces, source), _is_thing(pieces, source)
    return Mention(place, start, pieces[last].end, name, role, gender, leads, sure, thing)


def _is_thing(pieces: Sequence[Piece], source: Source) -> bool:
    """Find "in Harrow Green", "Harrow Green, which" and "Harrow Rovers have"."""
    before = pieces[source.first - 1].low if source.first else ""
    behind = [piece.low for piece in pieces[source.name_last + 1 : source.name_last + 3]]
    return before in ("in", "near", "across") or bool(_OF_THINGS & set(behind))


_OF_THINGS = wordlist("which its it their are were have")


def _ends_at(pieces: Sequence[Piece], source: Source, last: int) -> bool:
    """Say whether a name, with "MP" behind it, is all of a run of capitals."""
    return last == source.name_last or (last == source.last and pieces[last].low in ELECTED)


def _is_body(head: str) -> bool:
    return head in lex.BODIES or (head in lex.GROUPS and not head.endswith("s"))


def _leads(pieces: Sequence[Piece], source: Source) -> bool:
    before = pieces[source.first - 1].kind if source.first else "mark"
    if source.first == 2 and [piece.low for piece in pieces[:2]] == ["as", "for"]:
        before = "mark"  # "As for Roe, she …"
    behind = pieces[source.name_last + 1].kind if source.name_last + 1 < len(pieces) else "mark"
    return before != "preposition" and behind != "possessive"


def _reads_personal(pieces: Sequence[Piece], first: int, last: int) -> bool:
    """Say whether what follows shows a person: "Roe said"; "Franson Roe, 18,"; "Ann Roe, who"."""
    ahead = [piece.low for piece in pieces[last + 1 : last + 4]]
    if ahead[:1] and ahead[0] in _SURE_CUES:
        return True
    if last > first and (_BODILY & set(ahead[:1]) or _of_oneself(pieces, last + 1)):
        return True
    aside = len(ahead) == 3 and ahead[0] == "," and last > first
    return aside and (ahead[1] == "who" or (ahead[1].isdigit() and ahead[2] == ","))


def _of_oneself(pieces: Sequence[Piece], place: int) -> bool:
    """Find "shook his head" right behind a name, which is a person's then."""
    ahead = pieces[place : place + 2]
    verb = len(ahead) == 2 and ahead[0].kind == "word"
    return verb and ahead[1].low in ("his", "her", "himself", "herself")


_SURE_CUES = wordlist("said says added told tells tweeted wrote argued")
# What bodies of people and places never do.
_BODILY = wordlist(
    """
    shrugged shrugs nodded nods laughed laughs smiled smiles sighed sighs grinned grins frowned
    winced wept weeps cried blushed remembers remembered
    """
)


def split_honorific(pieces: Sequence[Piece], first: int, last: int) -> tuple[str, int]:
    """Part "Mr" from "Kirby": the honorific and where the name begins."""
    honorific = ""
    while first < last and pieces[first].low.rstrip(".") in lex.HONORIFICS | ALL_HONORIFICS:
        honorific = pieces[first].low.rstrip(".")
        first += 1
    return honorific, first


def role_text(text: str, pieces: Sequence[Piece], role: tuple[int, int] | None) -> str | None:
    """Take the role's own words."""
    return text[pieces[role[0]].start : pieces[role[1]].end] if role else None


def _looks_personal(name: str) -> bool:
    """Say whether a first name or an initial opens it: "Ann Roe", "R. Roe"."""
    first, *rest = name.split()
    return bool(rest) and (first.lower() in first_names.ALL or _is_initial(first))


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word[0].isupper() and word[1] == "."
