"""Step 5e: `“…,” said X` and `according to X`, where the speaker stands behind the cue. Pure."""

from __future__ import annotations

from index.speech import source as sources
from index.speech import verbs
from index.speech.attribution import Attribution, Position
from index.speech.author import author
from index.speech.cue import Cue
from index.speech.phrase import Source
from index.speech.pieces import (
    ENDS,
    Pieces,
    Range,
    has_verb,
    is_human,
    is_quote,
    is_speech_quote,
    is_verb,
    low,
    trim,
)
from index.speech.reach import quote_start, second_half
from index.speech.subject import leading_subject


def read_according(pieces: Pieces, cue: Cue, floor: int) -> Attribution | None:
    """Read `…, according to X` and `According to X, …`."""
    place = cue.last + 1
    if low(pieces, place) in ("him", "her", "them"):
        source: Source | None = Source(place, place, place, place, "pronoun")
    else:
        source = sources.after(pieces, _past_title(pieces, place), len(pieces) - 1)
    if source is None:
        return None
    source = author(pieces, source)
    content = []
    inserted = low(pieces, cue.first - 2) == "that"  # "Poe said that, according to Roe, …"
    lead = None if inserted else trim(pieces, floor, cue.first - 1)
    if lead and low(pieces, cue.first - 1) != ":" and _is_clause(pieces, lead):
        content.append(lead)
    behind = _after_aside(pieces, source)
    if not content or (
        behind <= len(pieces) - 1
        and low(pieces, behind - 1) == ","
        and low(pieces, cue.first - 1) == ","
    ):
        rest = trim(pieces, behind, len(pieces) - 1)
        if (
            rest
            and _is_clause(pieces, rest)
            and not (content and low(pieces, rest[0]) in ("who", "which"))
        ):
            content.append(rest)
    position: Position = "before" if content and content[0] == lead else "after"
    return Attribution(cue, source, tuple(content), position) if content else None


def _past_title(pieces: Pieces, place: int) -> int:
    """Go on to Ann Roe in `According to “The Long Gate” by Ann Roe, …`: who wrote it tells."""
    written = is_quote(pieces, place) and low(pieces, place + 1) == "by"
    return place + 2 if written else place


def _after_aside(pieces: Pieces, source: Source) -> int:
    place = source.last + 1
    if source.role is not None and source.role[0] > source.name_last:  # "Ann Roe, the mayor,"
        place = source.role[1] + 1
    if low(pieces, place) == "(":
        while place < len(pieces) and pieces[place].low != ")":
            place += 1
        place += 1
    comma = _next_comma(pieces, place)
    if low(pieces, comma + 1) in ("who", "which"):
        comma = _next_comma(pieces, comma + 1)
    return comma + 1


def _next_comma(pieces: Pieces, place: int) -> int:
    while place < len(pieces) and pieces[place].low != "," and pieces[place].low not in ENDS:
        place += 1
    return place


def _is_clause(pieces: Pieces, span: Range) -> bool:
    opens = pieces[span[0]].kind
    whole = span[0] == 0 or (has_verb(pieces, span) and opens != "preposition")  # no "in a bill"
    return (span[1] - span[0] >= 2 and whole) or pieces[span[0]].kind == "quote"


def read_inverted(pieces: Pieces, cue: Cue, floor: int) -> Attribution | None:
    """Read `“…,” said X` and `…, said X`."""
    if cue.first == 0:
        return _said_first(pieces, cue)
    back = cue.first - 1
    behind_quote = is_speech_quote(pieces, back)
    if not _may_invert(cue, behind_quote) or not (behind_quote or pieces[back].low in _PARTINGS):
        return None
    source = _speaker_behind(pieces, cue, behind_quote)
    if source is None:
        return None
    content = second_half(pieces, source.last + 1)
    lead = trim(pieces, floor, back)
    if behind_quote:
        content.insert(0, (quote_start(pieces, floor, back), back))
    elif lead is not None and has_verb(pieces, lead):
        content.insert(0, lead)
    elif lead is not None and (rest := _rest_behind(pieces, source.last + 1)):
        content = [lead, rest]
    return Attribution(cue, source, tuple(content), "before") if content else None


def _rest_behind(pieces: Pieces, place: int) -> Range | None:
    """Find what goes on behind the speaker and an aside.

    "The answer, said Ann Roe, the mayor, is that she left"; "Despite the rain, said Ann Roe, the
    mayor, the ferry runs".
    """
    for spot in range(place, len(pieces) - 1):
        if pieces[spot].low == "," and is_verb(pieces, spot + 1):
            return trim(pieces, spot + 1, len(pieces) - 1)
    comma = next((spot for spot in range(len(pieces) - 1, place, -1) if pieces[spot].low == ","), 0)
    opens = comma and pieces[comma + 1].kind in ("name", "pronoun", "determiner")
    rest = trim(pieces, comma + 1, len(pieces) - 1) if opens else None
    clause = rest and any(is_verb(pieces, spot) for spot in range(comma + 2, len(pieces)))
    return rest if clause else None


_PARTINGS = (",", "—", "–", "-")


def _may_invert(cue: Cue, behind_quote: bool) -> bool:
    if cue.form == "participle" or (cue.kind == "tell" and not behind_quote):
        return False
    if cue.form == "plain" and cue.doubtful:  # `“…,” state Senator Ann Roe said`
        return False
    return cue.verb in verbs.INVERTS or cue.kind == "beside"


def _speaker_behind(pieces: Pieces, cue: Cue, behind_quote: bool) -> Source | None:
    """Find X in "said X"; None when X is the subject of what follows: "said he would"."""
    source = sources.after(pieces, cue.last + 1, len(pieces) - 1)
    if source is None or (source.kind == "noun" and not _is_speaker_noun(pieces, source)):
        return None
    if behind_quote:
        described = source.kind == "noun" and low(pieces, source.last + 1).endswith("ed")
        return source if described or not is_verb(pieces, source.last + 1) else None
    return source if _stands_behind(pieces, source, cue.first - 1) else None


def read_colon(pieces: Pieces, cue: Cue) -> Attribution | None:
    """Read `KIRBY: …` and `He was blunt: “It is over.”`: the subject of the sentence speaks."""
    source = leading_subject(pieces, cue.first)
    content = trim(pieces, cue.last + 1, len(pieces) - 1)
    if source is None or content is None or source.kind == "noun" or source.relative:
        return None
    return (
        None if _is_opening_noun(pieces, source) else Attribution(cue, source, (content,), "after")
    )


def _is_opening_noun(pieces: Pieces, source: Source) -> bool:
    """Find "Giant" and "Signs" in "Giant screens showed it: “…”", "Signs of it were there: “…”"."""
    behind = pieces[source.last + 1]
    alone = source.name_first == source.name_last == 0 and behind.low != "on"  # "Roe on it: “…”"
    return alone and behind.kind in ("word", "preposition") and not is_verb(pieces, source.last + 1)


def _said_first(pieces: Pieces, cue: Cue) -> Attribution | None:
    """Read `Said Comey, “The thought …”` and `Continued Stone: “…”`."""
    if cue.kind not in ("say", "quote") or cue.form not in ("past", "present"):
        return None
    source = sources.after(pieces, 1, len(pieces) - 1)
    if source is None:
        return None
    content = second_half(pieces, source.last + 1)
    awaits = not content and source.kind == "name" and low(pieces, source.last + 1) == ":"
    if not content and not awaits:
        return None
    return Attribution(cue, source, tuple(content), "after", awaits=awaits)


def _is_speaker_noun(pieces: Pieces, source: Source) -> bool:
    return (source.head is not None and is_human(pieces[source.head].low)) or (
        pieces[source.first].kind == "determiner"
    )


def _is_someone(pieces: Pieces, source: Source) -> bool:
    return source.kind != "noun" or (source.head is not None and is_human(pieces[source.head].low))


def _stands_behind(pieces: Pieces, source: Source, comma: int) -> bool:
    """Say whether "…, said X" has its speaker behind, not "Ann Roe, the mayor, said X would …"."""
    if not _ends_there(pieces, source) or not _is_someone(pieces, source):
        return False
    in_front = sources.before(pieces, comma, 0)
    return in_front is None or in_front.kind != "name" or in_front.first > 0


def _ends_there(pieces: Pieces, source: Source) -> bool:
    behind = source.last + 1
    if behind >= len(pieces):
        return True
    piece = pieces[behind]
    if piece.kind in ("mark", "quote", "preposition", "conjunction", "time"):
        return source.kind != "pronoun" or piece.kind == "mark"
    return piece.low in ("who", "in", "last")
