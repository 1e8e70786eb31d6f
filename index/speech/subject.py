"""Step 5a: whose verb it is: the subject beside it, or one further left. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from index.people.wordlist import wordlist
from index.speech import infinitive, long_subject, nearer_subject, objects
from index.speech import lexicon as lex
from index.speech import source as sources
from index.speech.attribution import Attribution
from index.speech.cue import Cue
from index.speech.phrase import Source
from index.speech.pieces import (
    Pieces,
    is_adverb,
    is_human,
    is_place_aside,
    is_verb,
    low,
    over_adverbs,
    past_adverbs,
)


def find_subject(
    pieces: Pieces, cue: Cue, earlier: Sequence[Attribution], floor: int
) -> tuple[Source | None, bool]:
    """Find who speaks before the verb; True with it when the subject stands further left."""
    back = cue.first - 1
    if back < 0:
        return _subject_behind(pieces, cue), False
    if _is_passive(pieces, cue):
        return None, False
    if cue.form == "participle" and not _has_auxiliary(pieces, back):
        return _participle_subject(pieces, cue, earlier, floor)
    return _finite_subject(pieces, cue, earlier, floor)


def _finite_subject(
    pieces: Pieces, cue: Cue, earlier: Sequence[Attribution], floor: int
) -> tuple[Source | None, bool]:
    """Read "Ann Roe said", "… and said", "declined to say"."""
    back = cue.first - 1
    joined = over_adverbs(pieces, back)
    if any(piece.low == "having" for piece in pieces[joined + 1 : cue.first]):
        return _earlier_subject(pieces, earlier, joined), True  # "admitted having said"
    if low(pieces, joined) == "to":
        return _subject_of_infinitive(pieces, earlier, joined, floor)
    if low(pieces, joined) == "and" and _is_passive_before(pieces, joined):
        return None, False
    if _is_parted(pieces, cue, joined) or low(pieces, joined) in ("and", "but", "or", "then"):
        subject = _earlier_subject(pieces, earlier, joined)
        return (None if _is_order(pieces, subject, cue) else subject), True
    found = objects.past(pieces, sources.before(pieces, back, 0))
    if found is not None and _is_in_passing(pieces, found):
        return _earlier_subject(pieces, earlier, found.first - 1), True
    found = objects.instead(pieces, cue, found) or found
    if _is_unlikely(pieces, found, cue):
        found = long_subject.find(pieces, cue) or found
    return found, False


def _is_order(pieces: Pieces, found: Source | None, cue: Cue) -> bool:
    """Find "Ignore" in "Ignore the rules and say …": no name, for one person says."""
    if found is None or cue.form != "plain" or not found.first == found.last == 0:
        return False
    behind = pieces[1 : cue.first]
    helped = any(piece.kind == "auxiliary" or piece.low == "to" for piece in behind)
    is_object = behind[0].kind in ("determiner", "pronoun") or behind[0].low in _OBJECT_OPENING
    return found.kind == "name" and is_object and not helped


_OBJECT_OPENING = wordlist("all what whatever everything anything")


def _is_passive_before(pieces: Pieces, joiner: int) -> bool:
    """Find "was booed" before "and criticized": neither is what the subject did."""
    done = pieces[joiner - 1].low.endswith("ed")
    return joiner > 1 and done and pieces[joiner - 2].low in lex.BE


def _is_parted(pieces: Pieces, cue: Cue, joined: int) -> bool:
    """Read "Ann Roe left, then said". "Jack Doe, the mayor, had said" has Doe for its subject."""
    between = pieces[joined + 1 : cue.first]
    finite = any(piece.kind == "auxiliary" for piece in between)
    parted = low(pieces, joined) == "," and cue.form != "plain" and bool(between) and not finite
    return parted and not _closes_aside(pieces, joined)


def _closes_aside(pieces: Pieces, comma: int) -> bool:
    """Read "The mayor, Ann Roe, recently said": the comma ends an aside, and she is the subject."""
    found = sources.before(pieces, comma, 0)
    if found is None or found.kind != "name" or found.role is None or found.last != comma:
        return False
    return not any(is_verb(pieces, place) for place in range(found.first, comma))


def _is_unlikely(pieces: Pieces, found: Source | None, cue: Cue) -> bool:
    """Say whether the words beside the verb can hardly be its subject."""
    if found is None:
        return True
    if found.kind == "noun":
        head = pieces[found.last if found.head is None else found.head].low
        return not is_human(head) or (cue.form == "plain" and not head.endswith("s"))
    return cue.form == "plain" and not found.relative


def _is_in_passing(pieces: Pieces, found: Source) -> bool:
    """Find "in an interview" in "He left, but in an interview said …": not the subject."""
    if found.kind != "noun" or found.head is None or is_human(pieces[found.head].low):
        return False
    back = found.first - 1
    while back > 0 and pieces[back].kind in ("adverb", "determiner"):  # "in a later interview"
        back -= 1
    return low(pieces, back) in ("in", "at", "during", "on")


def _subject_of_infinitive(
    pieces: Pieces, earlier: Sequence[Attribution], to: int, floor: int
) -> tuple[Source | None, bool]:
    """Read "declined to say", "went on to say", "took to Twitter to announce"."""
    begins = infinitive.beginning(pieces, to)
    if begins is not None:
        return _who_begins(pieces, earlier, begins, floor)
    if low(pieces, to - 1) in infinitive.NOT_SAYING:
        return None, False
    if moved := infinitive.moved(pieces, to, floor):
        return moved, False
    behind = {pieces[spot].low for spot in range(max(0, to - 4), to)}
    says_that = to + 2 < len(pieces) and infinitive.opens_content(pieces, to + 2)
    if behind & {"on", "twitter", "facebook", "proceeded"} or says_that:
        return _earlier_subject(pieces, earlier, to), True
    return None, False


def _who_begins(
    pieces: Pieces, earlier: Sequence[Attribution], place: int, floor: int
) -> tuple[Source | None, bool]:
    """Find Ann Roe in "Ann Roe declined to say" and "Ann Roe is at home and declined to say"."""
    joined = place
    while joined > 0 and (pieces[joined].kind == "auxiliary" or is_adverb(pieces[joined])):
        joined -= 1
    if low(pieces, joined) in ("and", "but") and not _is_passive_before(pieces, joined):
        return _earlier_subject(pieces, earlier, joined), True
    return sources.before(pieces, place, floor), False


def _subject_behind(pieces: Pieces, cue: Cue) -> Source | None:
    """Read "Noting that the vote was close, Tester added …": the subject behind the comma."""
    if cue.form != "participle":
        return None
    for place in range(cue.last + 1, len(pieces) - 1):
        if pieces[place].low == ",":
            found = sources.after(pieces, place + 1, len(pieces) - 1)
            if found is not None and is_verb(pieces, past_adverbs(pieces, found.last + 1)):
                return found
    return None


def _is_passive(pieces: Pieces, cue: Cue) -> bool:
    back = over_adverbs(pieces, cue.first - 1, stop_at_auxiliary=True)
    if cue.form != "past" or back < 0 or pieces[back].low not in lex.BE:
        return False
    return not (pieces[back].low == "'s" and _has(pieces, cue, back))


def _has(pieces: Pieces, cue: Cue, place: int) -> bool:
    """Read "he's said" as "he has said"; "he's told" may be "he is told"."""
    called = cue.verb == "call" and low(pieces, cue.last + 1) in ("for", "on")
    spoken = cue.kind == "say" and cue.verb not in ("ask", "tell")
    return (called or spoken) and low(pieces, place - 1) in ("he", "she", "who", "it")


def _has_auxiliary(pieces: Pieces, place: int) -> bool:
    back = over_adverbs(pieces, place, stop_at_auxiliary=True)
    return back >= 0 and pieces[back].low in lex.BE


def _participle_subject(
    pieces: Pieces, cue: Cue, earlier: Sequence[Attribution], floor: int
) -> tuple[Source | None, bool]:
    """Read ", adding that": the speaker before; "a statement saying": the sentence's subject."""
    back = over_adverbs(pieces, cue.first - 1)
    if back < 0:
        return None, False
    if pieces[back].low == "as" and low(pieces, back - 1) == "quoted":
        return sources.before(pieces, back - 2, 0), False
    if pieces[back].low in lex.SPEECH_NOUNS:
        owner = _owner(pieces, back)
        return (owner, False) if owner else (_earlier_subject(pieces, earlier, back), True)
    if pieces[back].kind == "name" or is_human(pieces[back].low):
        return _beside_participle(pieces, earlier, back, floor)
    if pieces[back].low in ("after", "while", "before", "upon", "in") and (
        found := _subject_behind(pieces, cue)
    ):
        return found, False
    follows = pieces[back].kind in ("word", "quote", "time", "name")
    parted = follows or pieces[back].low in _BEFORE_PARTICIPLES
    return (_earlier_subject(pieces, earlier, back), True) if parted else (None, False)


def _beside_participle(
    pieces: Pieces, earlier: Sequence[Attribution], back: int, floor: int
) -> tuple[Source | None, bool]:
    """Read "with Ann Roe saying": hers; "made a pitch to voters saying": the sentence's subject."""
    found = sources.before(pieces, back, floor)
    if found and low(pieces, found.first - 1) in ("to", "on"):
        return _earlier_subject(pieces, earlier, back), True
    return found, False


def _owner(pieces: Pieces, place: int) -> Source | None:
    """Find the club in "answered the club's letter saying that": whose letter it is."""
    for spot in range(place - 1, max(0, place - 3), -1):
        if pieces[spot].kind == "possessive":
            return sources.before(pieces, spot - 1, 0)
    return None


_BEFORE_PARTICIPLES = wordlist(", — – - in and but as by while after before upon then")


def _earlier_subject(pieces: Pieces, earlier: Sequence[Attribution], place: int) -> Source | None:
    """Find whose further verb stands at ``place``: the subject nearest before it."""
    cues = [one.cue.last for one in earlier]
    if nearer := nearer_subject.find(pieces, place, max(cues, default=-1)):
        return nearer
    for one in reversed(earlier):
        if one.cue.kind not in ("according", "noun") and not one.source.relative:
            return one.source
    return leading_subject(pieces, place)


def leading_subject(pieces: Pieces, ceiling: int) -> Source | None:
    """Find the subject of the sentence: the first phrase that is not an opening "In Iowa,"."""
    place = 0
    if pieces[0].low in lex.SUBORDINATES:  # "As voters went home, Ann Roe …"
        place = _past_comma(pieces, place, ceiling)
    for _ in range(3):
        while place < ceiling and pieces[place].kind in ("conjunction", "adverb", "mark"):
            place += 1
        if place >= ceiling:
            return None
        opens = pieces[place].kind in ("pronoun", "name", "determiner")
        opens = opens and pieces[place].low not in ("who", "which")
        if not _is_when(pieces, place) and (
            opens or (pieces[place].kind == "word" and is_human(pieces[place].low))
        ):
            found = sources.after(pieces, place, ceiling)
            if found is not None and not is_place_aside(pieces, place):
                return found
        place = _past_comma(pieces, place, ceiling)
    return None


def _past_comma(pieces: Pieces, place: int, ceiling: int) -> int:
    while place < ceiling and pieces[place].low != ",":
        place += 1
    return place + 1


def _is_when(pieces: Pieces, place: int) -> bool:
    """Find "This year, …" and "Last week, …", which no subject begins."""
    adjective = pieces[place].low in lex.TIME_ADJECTIVES or pieces[place].low in ("the", "that")
    return adjective and low(pieces, place + 1) in lex.TIME_NOUNS
