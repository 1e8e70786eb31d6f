"""Step 5a: what only stands beside the verb: "A report into the fall said": not the fall. Pure."""

from __future__ import annotations

from dataclasses import replace

from index.people.wordlist import wordlist
from index.speech import lexicon as lex
from index.speech import source as sources
from index.speech import verbs
from index.speech.author import MAKING
from index.speech.cue import Cue
from index.speech.likely import is_full_name
from index.speech.phrase import Source
from index.speech.pieces import Pieces, is_human, is_speech_quote, is_verb, low


def instead(pieces: Pieces, cue: Cue, found: Source | None) -> Source | None:
    """Return the subject further left, where what stands beside the verb is not it."""
    return _before_who(pieces, found) or _behind_quotation(pieces, cue, found)


def past(pieces: Pieces, found: Source | None) -> Source | None:
    """Find "A report" in "A report into the fall of the bridge said": not what it is about."""
    if found is not None and _is_described_by(pieces, found):
        return sources.before(pieces, found.first - 3, 0)
    while found is not None and found.first > 1 and low(pieces, found.first - 1) in _ABOUT:
        noun = pieces[found.first - 2]
        if noun.kind != "word" or noun.low in lex.VERBS or noun.low.endswith("ed"):
            break
        behind = sources.before(pieces, found.first - 2, 0)
        if behind is None or behind.last != found.first - 2:
            break
        found = behind
    return found


def _is_described_by(pieces: Pieces, found: Source) -> bool:
    """Find "a source close to Ann Roe said" and "documents seen by Ann Roe said"."""
    if found.first < 3 or pieces[found.first - 3].kind not in ("word", "name"):
        return False
    joint, link = low(pieces, found.first - 2), low(pieces, found.first - 1)
    if link == "by" and joint in MAKING and found.kind == "name":
        return False  # "a survey conducted by Ann Roe found": hers
    if link == "by":
        return joint in _DONE or (joint.endswith("ed") and pieces[found.first - 2].kind == "word")
    return link in ("to", "with") and joint in _CLOSE


_DONE = wordlist("seen led held shown given sent run read kept taken brought drawn written made")
_CLOSE = wordlist("close closest familiar loyal linked tied allied opposed sympathetic")
_ABOUT = ("into", "of", "about", "on", "against")


def _is_doubtful(pieces: Pieces, found: Source) -> bool:
    """Say whether it is rather an object: "his candidacy", "accused Ann Roe of theft"."""
    if found.kind == "noun":
        thing = found.head is not None and not is_human(pieces[found.head].low)
        return thing or _is_done_to(pieces, found)
    if found.first and pieces[found.first - 1].kind == "preposition":  # "who spoke with Ann Roe"
        return True
    if _is_done_to(pieces, found):
        return True
    tail = pieces[found.name_last + 1 : found.last + 1]
    return len(tail) > 1 and tail[0].low == "of" and all(p.kind == "word" for p in tail[1:])


def _is_done_to(pieces: Pieces, found: Source) -> bool:
    """Find "the club" in "who founded the club": a verb that does not speak stands before it."""
    place = found.first - 1
    if place < 0 or pieces[place].kind != "word" or not is_verb(pieces, place):
        return False
    named = low(pieces, found.first) in ("a", "an")  # "started a drive called #OpenGate"
    return pieces[place].low not in verbs.VERB_OF and not named


def _before_who(pieces: Pieces, found: Source | None) -> Source | None:
    """Find the subject of "Republicans who praised his candidacy warned": not "his candidacy"."""
    if found is None or not _is_doubtful(pieces, found):
        return None
    for place in range(found.first - 1, 0, -1):
        if pieces[place].kind in ("mark", "quote"):
            return None
        if pieces[place].low == "who":
            return sources.before(pieces, place - 1, 0)
    return None


def _behind_quotation(pieces: Pieces, cue: Cue, found: Source | None) -> Source | None:
    """Find Ann Roe in `“…,” Ann Roe and Bob Poe of the Institute for Ships and Ports wrote`.

    A full name right behind a quotation speaks, whatever body stands before the verb.
    """
    if found is None or found.kind == "pronoun" or is_full_name(pieces, found):
        return None
    start = found.first - 1
    while start >= 0 and pieces[start].kind in _NAMING:
        start -= 1
    if not is_speech_quote(pieces, start) or start + 1 >= found.first:
        return None
    named = sources.after(pieces, start + 1, cue.first - 1)
    if named is None or not is_full_name(pieces, named):
        return None
    if low(pieces, named.name_last + 1) not in ("of", "at", "from", "with"):
        return None
    joined = low(pieces, named.name_first - 1) == "and"
    return replace(named, first=named.name_first if joined else named.first, last=cue.first - 1)


_NAMING = ("name", "word", "possessive", "determiner", "preposition", "conjunction", "number")
