"""Step 4c: a name that stands beside a relation or an office: "his niece, Ann Roe". Pure."""

from __future__ import annotations

from index.people import first_names
from index.people.kinds import KIN
from index.people.names import HONORIFICS
from index.people.wordlist import wordlist
from index.speech import lexicon as lex
from index.speech.likely import is_full_name, looks_full
from index.speech.phrase import Source
from index.speech.pieces import Pieces, is_person, low


def is_persons(pieces: Pieces, source: Source) -> bool:
    """Say whether a noun phrase is what one person is."""
    return source.head is not None and is_person(pieces[source.head].low)


def names_whom(pieces: Pieces, source: Source, inner: Source) -> bool:
    """Say whether a name tells who "his wife" is: in full, or the first name alone."""
    if is_full_name(pieces, inner) or looks_full(pieces, inner):
        return True
    alone = inner.name_first == inner.name_last and is_persons(pieces, source)
    return alone and pieces[inner.name_first].low in first_names.ALL


def opens_aside(pieces: Pieces, source: Source, inner: Source, place: int) -> bool:
    """Say whether a name begins at ``place``, at most a title or an office before it.

    "Professor Ann Roe"; of a person also "his niece, the actor Ann Roe".
    """
    titled = all(
        pieces[spot].low.rstrip(".") in lex.TITLES | HONORIFICS
        for spot in range(place, inner.name_first)
    )
    called = inner.role is not None and inner.role[1] == inner.name_first - 1
    return inner.first == place and (titled or (called and is_persons(pieces, source)))


def both_roles(pieces: Pieces, source: Source, inner: Source) -> tuple[int, int] | None:
    """Take "coach, the former sprinter" from "his coach, the former sprinter Ann Roe".

    Of "his niece, the actor" it is the actor; "Father" is how somebody is styled.
    """
    own = without_article(pieces, source)
    more = inner.role if inner.role and inner.role[1] == inner.name_first - 1 else None
    titles = pieces[inner.first : inner.name_first]
    styled = all(title.low.endswith(".") or title.low in _STYLES for title in titles)
    if own is None or more is None or styled:
        return own
    head = low(pieces, source.name_first if source.head is None else source.head)
    return more if head in KIN or head in _ANYBODY else (own[0], more[1])


_STYLES = lex.HONORIFICS | wordlist("father fr rev reverend sister brother prof professor")
_ANYBODY = ("man", "woman", "boy", "girl", "person")


def without_article(pieces: Pieces, source: Source) -> tuple[int, int] | None:
    """Take "campaign manager" from "the campaign manager"."""
    first = source.first + (pieces[source.first].kind == "determiner")
    return (first, source.last) if first <= source.last else None
