"""Times: where a sentence tells when something was or will be. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.search.figures import MONTH, NUMBER

WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SEASON = "spring|summer|autumn|fall|winter"
_SPAN = r"(?:second|minute|hour|day|night|week|weekend|month|year|decade)s?"
_HOW_LONG = rf"(?:{NUMBER}[\w,.]*(?:[ -]\w+)?|an?|several|a few|some|the (?:coming|next)) {_SPAN}\b"
_TIME = re.compile(
    rf"\b(?:1[5-9]|20)\d\d\b|\b{MONTH}\.? \d|\d {MONTH}|\b{WEEKDAY}\b"
    rf"|\b(?:in|since|until|by|from|before|after|around|early|late|last|next|this) {MONTH}"
    r"|\b(?:next|last|this) (?:week|month|year|decade|century)\b"
    rf"|\b(?:next|last|this|in|by|until|since)(?: the)?(?: early| late| mid-?)?[ -](?:{_SEASON})\b"
    r"|\b[Yy]esterday\b|\b[Tt]o(?:day|night|morrow)\b|\b[Ll]ast night\b"
    r"|\b[Tt]he (?:previous|next|following|same) (?:day|night|morning|evening)\b"
    rf"|\b{_HOW_LONG} (?:ago|earlier|later|before|after)\b"
    r"|\b(?:at )?\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b"
    r"|\b(?:at|by|before|after) (?:noon|midnight|dawn|dusk)\b"
    r"|\b(?:at|by|around|about|before|after|until) \d{1,2}[:.]\d\d\b(?![.:]?\d)"
    r"|\b(?:1[5-9]|20)\d0s\b|\b(?:\d\d?(?:st|nd|rd|th)|[a-z]+(?:th|st|nd))[- ]century\b"
    r"|\b(?:by|at|before|towards?|until) the (?:end|start|beginning|turn) of\b"
)
# "When will the ban end?": what must come first tells it where no day does, and how long it lasts.
_ASKS_AHEAD = re.compile(
    r"\b(?:when|how soon|what time) (?:will|can|do|does|is|are|would|could|may|might)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?P<until>(?:[Uu]ntil|[Aa]s soon as|[Nn]ot before)(?: (?:the|an?))? \w+"
    r"|[Oo]nce (?!an?\b)\w+)"
    r"|\b(?:will|would|can|could|may|might|to)\b[^.;]*? (?P<when>(?:when|after|if) \w+)"
    rf"|\b(?P<span>(?:[Ff]or|[Ii]n|[Ww]ithin|[Aa]nother) (?:about |around |at least |up to "
    rf"|the next )?{_HOW_LONG})"
)


def times(sentence: str, question: str) -> Iterator[tuple[int, int]]:
    """Yield where a sentence tells a time, as offsets into it, for a question that asks one."""
    for match in _TIME.finditer(sentence):
        yield match.span()
    if _ASKS_AHEAD.search(question):
        for match in _CONDITION.finditer(sentence):
            yield match.span(match.lastgroup or 0)
