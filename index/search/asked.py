"""What kind of thing a factual question asks for, and whether a sentence holds one. Pure.

"When …?" wants a day or a year, "how many …?" a figure, "who …?" and "which company …?" a name that
the question does not hold itself, "where …?" a place, "why …?" a cause. A sentence without one may
be near and still answer nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from index import sentence
from index.search.who import asked_about

Kind = Literal["time", "figure", "name", "place", "cause"]

# What has a name of its own, so that "which …?" asks for one.
_NAMED_THINGS = (
    "company|companies|firm|maker|brand|retailer|store|chain|bank|airline|agency|organi[sz]ation"
    "|network|group|party|team|club|band|league|school|university|college|newspaper|magazine|outlet"
    "|show|series|film|movie|song|album|book|game|award|festival|holiday|tournament|event|app"
    "|platform|website|service|car|product|law|bill|virus|disease|drug|vaccine|museum|planet"
    "|artist|singer|actor|actress|player|star|celebrity|athlete|leader|president|minister|senator"
    "|governor|mayor|judge|official|lawmaker|head of state|hospital|court|prison|laborator(?:y|ies)"
    "|airport|port|harbour|harbor|station|street|road|bridge|ministry|department|regulator|union"
    "|charity|church|theatre|theater|gallery|hotel|ship"
)
_PLACES = (
    "city|cities|town|country|countries|place|state|nation|region|area(?! of)|territory|island"
    "|venue|stadium"
)
# What is told in a figure, so that "what was the …?" asks for one.
_QUANTITIES = (
    "number|figure|share|percentage|proportion|majority|margin|rate|inflation|unemployment|turnout"
    "|attendance|score|toll|price|cost|bill|fee|fine|bail|fare|tax|revenue|turnover|profit"
    "|loss|debt|deficit|surplus|dividend|budget|salary|wage|pay rise|pay offer|rent|reward"
    "|prize money|compensation|damages|population|capacity|size|weight|height|length|depth|width"
    "|distance|speed|temperature|magnitude|age|limit|value|worth|rise|increase|cut|drop|discount"
)
_HOW = "many|much|long|old|far|high|tall|big|large|often|fast|strong|heavy|deep|wide|hot|cold"
_VERBS = "do|does|did|is|are|was|were|has|have|had|will|would|can|could|should|may|might"
_OF_WHAT_KIND = rf"\b(?:which|what)\s+(?:(?!(?:{_VERBS}|the|an?)\b)\w+\s+){{0,3}}?"
_ASKS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("time", re.compile(r"\b(?:when|what|which)(?:’s|'s)?\s+(?:day|date|year|month|time)\b", re.I)),
    ("time", re.compile(r"\bwhen\b|\bhow (?:soon|recently)\b|\bdate of\b", re.I)),
    ("time", re.compile(r"\b(?:release|premiere|launch|start|end|due|birth) date\b", re.I)),
    ("figure", re.compile(rf"\bhow\s+(?:{_HOW})\b", re.I)),
    ("figure", re.compile(r"\bpercentage\b", re.I)),
    # "People who nap" asks for nobody.
    (
        "name",
        re.compile(
            r"(?<!people )(?<!those )(?<!person )(?<!man )(?<!woman )(?<!one )"
            r"\b(?:who|whom|whose)\b"
            r"|\b(?:name|title) of\b|\bwhat\b.*\b(?:called|named)\b",
            re.I,
        ),
    ),
    ("place", re.compile(rf"\bwhere\b|{_OF_WHAT_KIND}(?:{_PLACES})\b|\blocation\b", re.I)),
    ("cause", re.compile(r"\bwhy\b|\b(?:what|which) (?:caused?|reasons?|led to)\b", re.I)),
    ("name", re.compile(rf"{_OF_WHAT_KIND}(?:{_NAMED_THINGS})\b", re.I)),
    # "What will the ferry cost?", "what was Sound Ferries’ revenue?"; the last where several fit.
    (
        "figure",
        re.compile(
            r"\bwhat(?:['’]s)?(?: \w+){0,2} (?:the|its|their|his|her|an?|\S+['’]s?) (?:\S+ ){0,3}?"
            rf"(?:{_QUANTITIES})\b|\bwhat (?:\w+ ){{0,2}}(?:{_QUANTITIES})\b"
            r"|\bwhat (?:did|do|does|has|have|had|will|would) .*\b(?:cost|pay|paid|earn|weigh)\b",
            re.I,
        ),
    ),
)
_SAYS_KIND = re.compile(
    rf"\bhow\s+(?:{_HOW}|soon|recently)\b|\bwhen\b|\bwho\w*"
    r"|\b(?:what|which)\b(?:\s+(?:kind|type|sort|day|date|year|month|time|number|share|percentage))?"
    rf"|(?<=which )(?:{_NAMED_THINGS}|{_PLACES})\b|(?<=what )(?:{_NAMED_THINGS}|{_PLACES})\b"
    r"|\b(?:date|name|names|location|amount|reasons?)\b",
    re.IGNORECASE,
)


def asked_kind(question: str) -> Kind | None:
    """Return the kind of thing that a question asks for, or None where its words do not say.

    Of several sentences the last that asks tells it: "Living costs rise. Where do people move?"
    """
    for asking in _asking(question):
        if (subject := asked_about(asking)) and subject.is_written_large:
            return None  # "who is Maren Tolliday?" asks what she is, not for a name
        if kind := _first_kind(asking):
            return kind
    return None


def _asking(question: str) -> Iterator[str]:
    """Yield the sentences that ask, the last first; all of it, where it has but one of any sort."""
    sentences = [question[each.start : each.end] for each in sentence.split(question)]
    asking = [each for each in sentences if each.endswith("?")]
    yield from reversed(asking if len(sentences) > 1 and asking else [question])


def _first_kind(text: str) -> Kind | None:
    """Return the kind that is asked for first: "how old was she when she died?" asks a figure."""
    places = [(match.start(), kind) for kind, pattern in _ASKS if (match := pattern.search(text))]
    return min(places, key=lambda each: each[0])[1] if places else None


def without_kind(question: str) -> str:
    """Return a question with the words that only say which kind is asked for made blank."""
    return _SAYS_KIND.sub(lambda words: " " * len(words.group()), question)
