"""What kind of thing a factual question asks for, and whether a sentence holds one. Pure.

"When …?" wants a day or a year, "how many …?" a figure, "who …?" a name that the question does not
hold itself, "where …?" a place. A sentence without one may be near and still answer nothing.
"""

from __future__ import annotations

import re
from typing import Literal

from index.word import words

Kind = Literal["time", "figure", "name", "place"]

_ASKS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("time", re.compile(r"\b(?:when|what|which)(?:’s|'s)?\s+(?:day|date|year|month|time)\b", re.I)),
    ("time", re.compile(r"\bwhen\b|\brelease date\b", re.I)),
    ("figure", re.compile(r"\bhow\s+(?:many|much|long|old|far|high|tall|big|large|often)\b", re.I)),
    ("figure", re.compile(r"\b(?:percentage|what number|what share|price|cost)\b", re.I)),
    ("name", re.compile(r"\b(?:who|whom|whose)\b", re.I)),
    ("place", re.compile(r"\b(?:where|which (?:city|town|country|place|state))\b", re.I)),
)
_MONTH = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_TIME = re.compile(rf"\b(?:1[5-9]|20)\d\d\b|\b(?:{_MONTH})[a-z]*\.? \d|\d (?:{_MONTH})|\b\w+day\b")
_FIGURE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|"
    r"thousands?|millions?|half|third|quarter|twice|none)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[^\W\d_a-z]\w+(?:[ ’'-](?:of |de |van )?[^\W\d_a-z][\w’']+)+")
_PLACE = re.compile(r"\b(?:in|at|near|from|to|of|outside) (?:the )?([^\W\d_a-z]\w+)")


def asked_kind(question: str) -> Kind | None:
    """Return the kind of thing that a question asks for, or None where its words do not say."""
    return next((kind for kind, pattern in _ASKS if pattern.search(question)), None)


def holds(kind: Kind | None, sentence: str, question: str) -> bool:
    """Tell whether a sentence holds a thing of the asked kind that the question does not."""
    if kind is None:
        return False
    if kind == "time":
        return _any_new(_TIME, sentence, question)
    if kind == "figure":
        return _any_new(_FIGURE, sentence, question)
    return _any_new(_NAME if kind == "name" else _PLACE, sentence, question)


def _any_new(pattern: re.Pattern[str], sentence: str, question: str) -> bool:
    known = set(words(question))
    return any(not set(words(match.group())) <= known for match in pattern.finditer(sentence))
