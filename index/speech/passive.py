"""Step 5i: "The plan was called “a joke” by Ann Roe": who speaks stands behind "by". Pure."""

from __future__ import annotations

from index.people.wordlist import wordlist
from index.speech import lexicon as lex
from index.speech import source as sources
from index.speech.attribution import Attribution
from index.speech.cue import Cue
from index.speech.phrase import Source
from index.speech.pieces import Pieces, Range, low, over_adverbs, trim


def read(pieces: Pieces, cue: Cue) -> Attribution | None:
    """Read what was said in the passive by somebody who is named; None where nobody is."""
    be = over_adverbs(pieces, cue.first - 1, stop_at_auxiliary=True)
    if cue.form != "past" or be < 1 or pieces[be].low not in lex.BE:
        return None
    by = by_after(pieces, cue)
    source = sources.after(pieces, by + 1, len(pieces) - 1) if by else None
    if by is None or source is None or source.kind != "name":
        return None
    content = _content(pieces, cue, be, by, source)
    return Attribution(cue, source, (content,), "after") if content else None


# So many pieces may stand between the verb and "by".
_FURTHEST = 6


def by_after(pieces: Pieces, cue: Cue) -> int | None:
    """Find "by" behind a verb in the passive, with no mark between."""
    for place in range(cue.last + 1, min(len(pieces) - 1, cue.last + 1 + _FURTHEST)):
        if pieces[place].low == "by":
            return place
        if pieces[place].kind in ("mark", "auxiliary", "conjunction"):
            return None
    return None


def theme(pieces: Pieces, be: int) -> Range | None:
    """Find what stands before "was": what it is all about."""
    found = sources.before(pieces, over_adverbs(pieces, be), 0)
    return (found.first, found.last) if found else None


def _content(pieces: Pieces, cue: Cue, be: int, by: int, source: Source) -> Range | None:
    if cue.verb in _NAMING:
        start = cue.last + 1 + (low(pieces, cue.last + 1) == "as")
        return trim(pieces, start, by - 1) if start < by else None
    start = source.last + 1
    if low(pieces, start) in _OPENING.get(cue.verb, ()):
        return trim(pieces, start, _end(pieces, start))
    return theme(pieces, be) if cue.verb in _JUDGING else None


def _end(pieces: Pieces, start: int) -> int:
    ends = (place for place in range(start, len(pieces)) if pieces[place].kind == "mark")
    return next(ends, len(pieces)) - 1


_NAMING = wordlist("call describe dismiss")
_JUDGING = wordlist("criticize criticise praise question dismiss")
_QUESTIONS = wordlist("whether if how why what when where who about to")
_OPENING = {
    "ask": _QUESTIONS,
    "tell": wordlist("that to not he she it they"),
    "urge": wordlist("to not"),
    "accuse": wordlist("of"),
    "blame": wordlist("for"),
    "criticize": wordlist("for"),
    "criticise": wordlist("for"),
    "praise": wordlist("for"),
}
