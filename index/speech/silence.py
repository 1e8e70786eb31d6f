"""Step 5b: who says nothing: "did not mention it" is no speech, "would not say" refuses it. Pure.

What somebody did not say is not theirs. Only where they were asked is their silence an answer:
"would not say why", "did not reply to emails", "asked about it, did not comment".
"""

from __future__ import annotations

from index.people.wordlist import wordlist
from index.speech import lexicon as lex
from index.speech.belief import declines
from index.speech.cue import Cue
from index.speech.pieces import Pieces, is_adverb, low


def is_refusal(pieces: Pieces, cue: Cue) -> bool:
    """Say whether somebody who was asked gives no answer."""
    if not declines(pieces, cue) or _is_more(pieces, cue):
        return False
    if _refuses(pieces, cue):
        return True
    if cue.verb in _ANSWERS:
        return cue.verb != "say" or "never" not in _before(pieces, cue)  # "Roe never said that"
    if cue.verb == "comment" and not _before(pieces, cue) & _HAS:  # "has not commented": on nothing
        return True
    told = low(pieces, cue.last + 1) in _QUESTIONS or _is_asked(pieces, cue)
    return told and cue.verb in _TELLING


def is_silence(pieces: Pieces, cue: Cue) -> bool:
    """Say whether a verb of speech tells that nothing of the kind was said, by nobody's refusal."""
    if is_refusal(pieces, cue) or _is_more(pieces, cue):
        return False
    return bool(_before(pieces, cue) & _NOT)


_ANSWERS = ("say", "answer", "respond", "reply")
_HAS = wordlist("has have had hasn't haven't hadn't")
# "did not explain why" is as good as "did not say why", and no answer where somebody was asked.
_TELLING = wordlist("comment explain tell state mention speak reveal announce confirm elaborate")
_QUESTIONS = wordlist("whether if how what why when where who which")
_NOT = wordlist("not never n't didn't doesn't don't hasn't haven't hadn't couldn't cannot can't")
_REFUSING = wordlist("declined declines decline refused refuses refuse declining refusing")
_WILL = wordlist("would will wouldn't won't")
_ASKING = wordlist(
    """
    asked asking questioned pressed approached contacted reached request requests inquiry inquiries
    enquiry enquiries emails messages
    """
)


def _refuses(pieces: Pieces, cue: Cue) -> bool:
    """Read "declined to confirm", "would not name" and "declined comment"."""
    near = {piece.low for piece in pieces[max(0, cue.first - 4) : cue.first + 1]}
    unwilling = low(pieces, cue.first - 2) in ("wish", "want") and near & _NOT
    return bool(near & _REFUSING or unwilling or _before(pieces, cue) & _WILL)


def _is_asked(pieces: Pieces, cue: Cue) -> bool:
    """Read "Asked about it, Roe did not mention …", "has not commented despite requests"."""
    return any(piece.low in _ASKING for piece in pieces) and "never" not in _before(pieces, cue)


def _is_more(pieces: Pieces, cue: Cue) -> bool:
    """Read "has not only criticised the plan": that was said, and more."""
    return bool(_before(pieces, cue) & {"only", "just", "merely", "simply"})


def _before(pieces: Pieces, cue: Cue) -> set[str]:
    """Return the auxiliaries, negations and adverbs right before a verb."""
    place = cue.first - 1
    words = set()
    while place >= 0 and (
        is_adverb(pieces[place])
        or pieces[place].kind == "auxiliary"
        or pieces[place].low in lex.NEGATIONS
    ):
        words.add(pieces[place].low)
        place -= 1
    return words
