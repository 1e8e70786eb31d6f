"""Step 4c: what an aside behind a name says that somebody is. Pure."""

from __future__ import annotations

from index.people import first_names
from index.people.wordlist import wordlist
from index.speech import lexicon as lex
from index.speech import verbs
from index.speech.pieces import Pieces, is_person, is_verb, past_adverbs
from index.speech.reading import Piece

# Participles that stand before what somebody is; any other begins a clause.
_OPENS_ROLE = wordlist(
    """
    acclaimed acting commanding consulting disgraced elected founding incoming leading
    longest-serving longtime managing
    noted outgoing presiding ranking reigning retired ruling self-described sitting visiting
    """
)


# What somebody was, not what they are.
_ONCE = wordlist("then once formerly previously")


def _begins_role(piece: Piece) -> bool:
    """Say whether a word may open a role: "retired", "chief"; not "told", "and", "whose"."""
    if piece.low in _OPENS_ROLE or piece.low in _ONCE:
        return True
    verb = piece.low in lex.VERBS or piece.low in verbs.VERB_OF or piece.low.endswith(("ing", "ed"))
    return (
        piece.kind in ("word", "name", "number")
        and not (piece.kind == "word" and verb)
        and (piece.low not in ("whose", "herself", "himself", "themselves", "according"))
    )


def _is_verb(pieces: Pieces, place: int) -> bool:
    """Find the verb that shows a new clause, not an aside: "Ann Roe, spokesman Jo Poe said"."""
    low = pieces[place].low
    past = low.endswith("ed") and pieces[place - 1].kind == "adverb"
    return low in verbs.SAY or low in lex.VERBS or past


def _names_another(pieces: Pieces, place: int) -> bool:
    """Find another person's full name that no "for" or "of" brings in."""
    named = pieces[place].kind == "name" and pieces[place].low in first_names.ALL
    behind = place + 1 < len(pieces) and pieces[place + 1].kind == "name"
    return named and behind and pieces[place - 1].kind == "word"


def _tells_what_not(pieces: Pieces, place: int) -> bool:
    """Find "and no relation of hers" behind a role: what somebody is not is no part of it."""
    ahead = pieces[place + 1].low if place + 1 < len(pieces) else ""
    return pieces[place].kind == "conjunction" and ahead in ("no", "not", "never")


def role_in(pieces: Pieces, first: int, last: int) -> tuple[int, int] | None:
    """Take what an aside says that somebody is: from its first noun to "who" or a comma."""
    if first > last:
        return None
    if first < last and pieces[first].kind == "number" and pieces[first + 1].low == ",":
        first += 2  # an age: "Ann Roe, 58, a teacher"
    while first < last and _precedes_role(pieces, first):
        first += 1
    if not _begins_role(pieces[first]):
        return None
    end = first - 1
    human = False
    for place in range(first, min(last, first + 14) + 1):
        piece = pieces[place]
        if piece.kind in ("mark", "quote", "pronoun", "auxiliary", "time"):
            break
        if piece.low in ("that", "whose", "whom") or _tells_what_not(pieces, place):
            break
        if piece.kind == "preposition" and piece.low not in ("of", "for") and not human:
            return None  # "furious with the referee"
        if place > first and (_is_verb(pieces, place) or _names_another(pieces, place)):
            return None
        owns = place < last and pieces[place + 1].kind == "possessive"  # "his son's team"
        human = human or (not owns and is_person(piece.low))
        end = place
    own = human and end >= first and not _is_of_the_next(pieces, end + 1)
    return (first, end) if own else None


def _precedes_role(pieces: Pieces, place: int) -> bool:
    """Pass over "the" and "also"; "then" and "once the" are part of what somebody was."""
    piece = pieces[place]
    was = piece.low in _ONCE or (
        piece.kind == "determiner" and place > 0 and pieces[place - 1].low in _ONCE
    )
    return piece.kind in ("determiner", "adverb") and not was


def _is_of_the_next(pieces: Pieces, comma: int) -> bool:
    """Find ", Jo Poe, had told" behind "Roe, the port's director": the director is Poe."""
    place = comma + 1
    while place < len(pieces) and pieces[place].kind == "name":
        place += 1
    named = place - comma > 2 and pieces[comma].low == ","
    closed = place < len(pieces) and pieces[place].low == ","
    return named and closed and is_verb(pieces, past_adverbs(pieces, place + 1))
