"""Step 5c: where the words said begin, behind the cue, its hearer and its adjuncts. Pure."""

from __future__ import annotations

from index.speech import lexicon as lex
from index.speech import verbs
from index.speech.cue import Cue
from index.speech.pieces import (
    Pieces,
    Range,
    ends_in_comma,
    is_human,
    is_title,
    low,
    opens_sentence,
)


def start_of_content(pieces: Pieces, cue: Cue) -> int:
    """Find where the words said may begin behind the cue."""
    place = cue.last + 1
    hearer = hearer_of(pieces, cue)
    if hearer is not None and (aside := _past_who(pieces, hearer[1] + 1)):
        return aside
    if hearer is not None and pieces[hearer[1]].low in lex.NEWS:
        place = _past_role(pieces, hearer[1] + 1)
    elif cue.verb == "ask" and _to_ahead(pieces, place) > place:
        return place
    elif cue.kind == "tell":
        place = _over_hearer(pieces, place)
    if cue.verb in ("speak", "respond", "answer", "comment", "urge", "press"):
        return place
    if cue.verb in ("write", "tweet", "testify", "warn", "promise") and (
        that := _that_ahead(pieces, place, hearer=True)
    ):
        return that
    if low(pieces, place) in _LINKS.get(cue.verb, ()):
        return place + 1
    if cue.verb == "point" and low(pieces, place) in ("out", "to"):
        place += 1
    return _over_adjuncts(pieces, place)


def _past_who(pieces: Pieces, comma: int) -> int | None:
    """Skip ", who keeps the bell," behind whom it was told to."""
    if low(pieces, comma) != "," or low(pieces, comma + 1) != "who":
        return None
    ends = (place for place in range(comma + 2, len(pieces)) if pieces[place].low == ",")
    end = next(ends, None)
    return end + 1 if end else None


# "warned of a flood", "called for a vote": the words begin behind these.
_ABOUT = ("of", "about", "against")
_LINKS = {
    **dict.fromkeys(("warn", "caution", "complain", "boast", "brag", "joke", "muse"), _ABOUT),
    "call": ("for", "on", "upon"),
    "ask": ("for",),
    "appeal": ("for",),
}


def _past_role(pieces: Pieces, place: int) -> int:
    """Skip "host Ann Roe" in "told CNN host Ann Roe that", and "'s “This Week”"."""
    if place < len(pieces) and pieces[place].kind == "possessive":
        place += 1
        while place < len(pieces) and (pieces[place].kind == "name" or is_title(pieces, place)):
            place += 1
    if place >= len(pieces) or pieces[place].kind != "word" or not is_human(pieces[place].low):
        return place
    place += 1
    while place < len(pieces) and pieces[place].kind == "name":
        place += 1
    return place


def after_hearer(pieces: Pieces, cue: Cue) -> int:
    """Find the first piece behind the cue and whom it was told to."""
    hearer = hearer_of(pieces, cue)
    return hearer[1] + 1 if hearer else cue.last + 1


def _to_ahead(pieces: Pieces, place: int) -> int:
    """Find "to" in "urged the senator to step down"; ``place`` when there is none near."""
    for spot in range(place, min(len(pieces), place + 10)):
        if pieces[spot].low == "to":
            return spot
        if pieces[spot].kind in ("mark", "quote", "auxiliary", "conjunction"):
            break
    return place


def hearer_of(pieces: Pieces, cue: Cue) -> Range | None:
    """Find to whom it was told: "Reuters" in "told Reuters on Thursday that"."""
    if cue.kind != "tell":
        return None
    place = cue.last + 1
    if low(pieces, place) in ("the", "an", "a"):
        place += 1
    last = place
    while last < len(pieces) and pieces[last].kind == "name":
        last += 1
    newsroom = [spot for spot in range(place, last) if pieces[spot].low in lex.NEWS]
    last = newsroom[-1] + 1 if newsroom else last  # "told CNN Ann Roe had left"
    return (place, last - 1) if last > place else None


def _over_hearer(pieces: Pieces, place: int) -> int:
    """Skip "reporters", "the AP", "him"; nothing when the words said follow at once."""
    if place >= len(pieces):
        return place
    piece = pieces[place]
    if piece.kind in ("pronoun",) or piece.low in ("him", "her", "them", "me", "us", "you"):
        return place + 1 if piece.low not in ("he", "she", "they", "i", "we", "it") else place
    if (that := _that_ahead(pieces, place, hearer=True)) is not None:
        return that
    if piece.low in ("that", "if", "whether", "for", "about") or piece.kind in ("quote", "mark"):
        return place
    start = place
    while place < len(pieces) and place - start < 12 and _in_hearer(pieces, place, start):
        place += 1
    return place


def _in_hearer(pieces: Pieces, place: int, start: int) -> bool:
    piece = pieces[place]
    if piece.kind == "determiner":
        return (place == start and piece.low != "that") or pieces[place - 1].low in (
            "of",
            "at",
            "for",
        )
    if piece.kind == "name":
        return (
            place == start or pieces[place - 1].kind != "word" or pieces[place - 1].low in lex.ROLES
        )
    if piece.kind == "word":
        return place == start or pieces[place - 1].kind not in ("name",) or is_human(piece.low)
    return piece.kind == "possessive" or piece.low in ("of", "&")


def _over_adjuncts(pieces: Pieces, place: int) -> int:
    """Skip "on Thursday", "in an interview with CNN": up to "that", a quotation or a subject."""
    that = _that_ahead(pieces, place)
    if that is not None:
        return that
    while place < len(pieces):
        piece = pieces[place]
        if low(pieces, place + 1) == "'s":
            break
        if (piece.kind in ("time", "adverb") and piece.low != "there") or _is_time_phrase(
            pieces, place
        ):
            place = _past_time(pieces, place + 1)
        elif piece.kind == "preposition" and not _opens_words(pieces, place):
            place = _over_preposition(pieces, place)
        else:
            break
    return place


def _past_time(pieces: Pieces, place: int) -> int:
    """Skip the rest of a date: "Tuesday, September 6th", "late last week"."""
    while place < len(pieces):
        piece = pieces[place]
        dated = piece.low == "," and place + 1 < len(pieces) and pieces[place + 1].kind == "time"
        more = piece.low in lex.TIME_ADJECTIVES or piece.low in lex.TIME_NOUNS
        numbered = piece.kind == "number" and pieces[place - 1].kind == "time"
        if not (
            dated or more or numbered or (piece.kind == "time" and low(pieces, place - 1) == ",")
        ):
            break
        place += 1
    return place


def _opens_words(pieces: Pieces, place: int) -> bool:
    """Say whether a preposition opens what was said: "promised to leave", "told him about it"."""
    low = pieces[place].low
    infinitive = low == "to" and place + 1 < len(pieces) and pieces[place + 1].kind == "word"
    return low in ("because", "about") or (infinitive and not is_human(pieces[place + 1].low))


def _is_time_phrase(pieces: Pieces, place: int) -> bool:
    while place < len(pieces) and pieces[place].low in lex.TIME_ADJECTIVES:
        place += 1
    if place >= len(pieces) or pieces[place - 1].low not in lex.TIME_ADJECTIVES:
        return False
    return pieces[place].low in lex.TIME_NOUNS or pieces[place].kind == "time"


def _that_ahead(pieces: Pieces, place: int, *, hearer: bool = False) -> int | None:
    """Find "that", a colon or a quotation that opens what was said, close ahead."""
    if place >= len(pieces):
        return None
    opens = ("preposition", "time", "adverb")
    if not hearer and pieces[place].kind not in opens and pieces[place].low not in _WHEN:
        return None
    for spot in range(place, min(len(pieces), place + 16)):
        piece = pieces[spot]
        if piece.low == "that" and pieces[spot - 1].kind not in ("preposition",):
            return spot
        if piece.low == ":":
            return spot + 1
        speaks = spot > place and piece.kind == "word" and piece.low in verbs.SAY
        if speaks or _bars(pieces, spot):  # "asked her about it, Ann Roe replied that"
            return None
    return None


def _bars(pieces: Pieces, place: int) -> bool:
    """Say whether "that" further on opens something else; the name of a show does not bar it."""
    piece = pieces[place]
    if is_title(pieces, place) and not ends_in_comma(piece):
        return False
    mark = piece.kind == "mark" and piece.low not in (",", "(", ")")
    return mark or piece.kind in ("pronoun", "conjunction", "quote", "auxiliary")


_WHEN = ("earlier", "late", "early")  # "said earlier in the year that"


def _over_preposition(pieces: Pieces, place: int) -> int:
    """Skip a preposition and its noun phrase, as far as a new subject begins."""
    start = place
    place += 1
    seen = False
    while place < len(pieces):
        piece = pieces[place]
        if piece.kind in (
            "mark",
            "quote",
            "pronoun",
            "conjunction",
            "preposition",
            "auxiliary",
            "time",
        ):
            break
        if piece.kind == "determiner" and (seen or place > start + 1):
            break
        if piece.kind == "name" and seen and pieces[place - 1].kind == "word":
            break
        if piece.kind == "word" and seen and pieces[place - 1].kind == "name":
            break
        seen = seen or piece.kind in ("name", "word", "number")
        place += 1
    return place


def past_insertion(pieces: Pieces, comma: int) -> int:
    """Find "that" behind an insertion: "said, after the vote, that"; or else the next piece."""
    mark = pieces[comma].low
    for place in range(comma + 1, min(len(pieces) - 1, comma + 16)):
        if pieces[place].low == mark and pieces[place + 1].low == "that":
            return place + 1
        if pieces[place].kind in ("quote", "auxiliary") or pieces[place].low == "that":
            break
    return comma + 1


def past_clause(pieces: Pieces, start: int) -> int:
    """Begin at the quotation in "said, when the story broke, “It is over.”"; else at ``start``."""
    first = start + (low(pieces, start) == ",")
    if low(pieces, first) not in ("when", "as", "while", "after", "before", "during"):
        return start
    for place in range(first + 2, len(pieces)):
        if pieces[place].kind == "quote":
            opens = pieces[place - 1].low in (",", ":") and opens_sentence(pieces[place])
            return place if opens else start
    return start


def introduced(pieces: Pieces, cue: Cue, start: int, end: int) -> int:
    """Begin at the quotation in "said in an interview, “The vote …”"; else at ``start``."""
    if cue.kind == "object":
        return start
    for place in range(start + 1, end + 1):
        piece = pieces[place]
        if piece.kind == "quote":
            opens = opens_sentence(piece) and pieces[place - 1].low in (",", ":")
            return place if opens else start
        if piece.kind in ("auxiliary", "pronoun", "conjunction") or piece.low == "that":
            return start
    return start
