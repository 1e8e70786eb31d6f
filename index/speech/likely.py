"""Step 4d: how surely a phrase names somebody who can speak. Pure."""

from __future__ import annotations

from index.people import first_names
from index.speech import lexicon as lex
from index.speech.phrase import Source
from index.speech.pieces import Pieces, is_human, is_person, is_verb, low


def is_object(pieces: Pieces, source: Source) -> bool:
    """Find the committee in "who heads the committee, which sits on Monday, said"."""
    back = source.first - 1
    while back > 0 and pieces[back].kind == "determiner":
        back -= 1
    return back > 0 and (is_verb(pieces, back) or pieces[back - 1].low == "who")


def is_place_alone(pieces: Pieces, source: Source) -> bool:
    """Say whether it names a place alone: "who had served in Iran, Turkey and France, said"."""
    named = pieces[source.name_first : source.name_last + 1]
    return source.kind == "name" and all(piece.low in lex.PLACES for piece in named)


def is_full_name(pieces: Pieces, source: Source) -> bool:
    """Say whether it is a first name and more, as lists of first names go."""
    first = pieces[source.name_first].low
    return source.name_last > source.name_first and first in first_names.ALL


def looks_full(pieces: Pieces, source: Source) -> bool:
    """Say whether it is two or three names in a row, none of them a body's or a place's."""
    span = pieces[source.name_first : source.name_last + 1]
    return len(span) in (2, 3) and not any(
        piece.low in lex.GROUP_NAMES or piece.low in lex.PLACES for piece in span
    )


def is_strong(pieces: Pieces, source: Source) -> bool:
    """Say whether it is surely a speaker: a pronoun, a full name, a spokesman."""
    if source.kind == "noun":
        return source.head is not None and is_human(pieces[source.head].low)
    if source.kind == "pronoun" or source.role is not None:
        return True
    if is_place_alone(pieces, source):
        return False
    return source.name_last > source.name_first


def is_thing(pieces: Pieces, source: Source) -> bool:
    """Say whether it is a noun that cannot speak, with words before it."""
    thing = source.kind == "noun" and source.head is not None
    return thing and source.first > 1 and not is_human(pieces[source.head or 0].low)


def is_address(pieces: Pieces, found: Source) -> bool:
    """Find "of Orchard Lane" in "Ann Roe, 47, of Orchard Lane, Harwick, said": it says nothing."""
    opens = low(pieces, found.first - 1) in ("of", "from")
    return opens and low(pieces, found.first - 2) == ","


def is_age(pieces: Pieces, found: Source) -> bool:
    """Find "79" in "Roe, 79, who left, said": it says nothing; "of 60 who sat, 45, …" may."""
    number = found.kind == "noun" and pieces[found.last].kind == "number"
    alone = found.first == found.last or low(pieces, found.first) == "aged"
    return number and alone and is_somebody_before(pieces, found.first - 1)


def is_somebody_before(pieces: Pieces, comma: int) -> bool:
    """Say whether a person stands before a comma."""
    before = pieces[comma - 1] if comma > 0 else None
    named = before is not None and (before.kind == "name" or is_person(before.low))
    return named and low(pieces, comma) == ","
