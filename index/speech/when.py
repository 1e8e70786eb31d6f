"""The day of speaking, as the sentence writes it. Pure."""

from __future__ import annotations

import re

from index.speech.attribution import Attribution
from index.speech.reading import Sentence

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.)"
)
_DATE = rf"{_MONTH}(?:\s\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s\d{{4}})?|\s\d{{4}})"
_WHEN = re.compile(
    rf"\b(?:(?:on|late|early|last|this|next)\s)*{_DAY}(?:\s(?:morning|afternoon|evening|night))?"
    rf"(?:,\s{_DATE})?"
    rf"|\b(?:(?:on|in|late|early)\s)*{_DATE}"
    rf"|\b(?:(?:in|last|this|late|early|since)\s)+{_MONTH}"
    r"|\b(?:earlier\s|late\s|early\s)?(?:last|this)\s(?:week|month|year|summer|spring|fall|autumn"
    r"|winter|weekend|morning|evening)"
    r"|\b(?:yesterday|today|tonight)\b"
)


def find(text: str, sentence: Sentence, one: Attribution) -> str | None:
    """Find the expression of time nearest to the cue, outside the words that were said."""
    pieces = sentence.pieces
    said = [(pieces[first].start, pieces[last].end) for first, last in one.content]
    cue = pieces[one.cue.first].start
    found = [
        match
        for match in _WHEN.finditer(text, sentence.start, sentence.end)
        if not any(start < match.end() and match.start() < end for start, end in said)
    ]
    if not found:
        return None
    return min(found, key=lambda match: abs(match.start() - cue)).group()
