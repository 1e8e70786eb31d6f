"""What kind of thing a factual question asks for, and whether a sentence holds one. Pure.

"When …?" wants a day or a year, "how many …?" a figure, "who …?" and "which company …?" a name that
the question does not hold itself, "where …?" a place, "why …?" a cause. A sentence without one may
be near and still answer nothing.
"""

from __future__ import annotations

import re
from typing import Literal

from index.word import words

Kind = Literal["time", "figure", "name", "place", "cause"]

# What has a name of its own, so that "which …?" asks for one.
_NAMED_THINGS = (
    "company|companies|firm|maker|brand|retailer|store|chain|bank|airline|agency|organi[sz]ation"
    "|network|group|party|team|club|band|league|school|university|college|newspaper|magazine|outlet"
    "|show|series|film|movie|song|album|book|game|award|festival|holiday|tournament|event|app"
    "|platform|website|service|car|product|law|bill|virus|disease|drug|vaccine|museum|planet"
    "|artist|singer|actor|actress|player|star|celebrity|athlete|leader|president|minister|senator"
    "|governor|mayor|judge|official|lawmaker|head of state"
)
_PLACES = "city|cities|town|country|countries|place|state|nation|region|island|venue|stadium"
_OF_WHAT_KIND = r"\b(?:which|what)\s+(?:\w+\s+){0,3}?"
_ASKS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("time", re.compile(r"\b(?:when|what|which)(?:’s|'s)?\s+(?:day|date|year|month|time)\b", re.I)),
    ("time", re.compile(r"\bwhen\b|\bhow (?:soon|recently)\b|\bdate of\b", re.I)),
    ("time", re.compile(r"\b(?:release|premiere|launch|start|end|due|birth) date\b", re.I)),
    ("figure", re.compile(r"\bhow\s+(?:many|much|long|old|far|high|tall|big|large|often)\b", re.I)),
    ("figure", re.compile(r"\b(?:percentage|what (?:number|share)|price|cost|revenue)\b", re.I)),
    ("name", re.compile(r"\b(?:who|whom|whose)\b|\bname of\b", re.I)),
    ("place", re.compile(rf"\bwhere\b|{_OF_WHAT_KIND}(?:{_PLACES})\b|\blocation\b", re.I)),
    ("cause", re.compile(r"\bwhy\b|\b(?:what|which) (?:caused?|reasons?|led to)\b", re.I)),
    ("name", re.compile(rf"{_OF_WHAT_KIND}(?:{_NAMED_THINGS})\b", re.I)),
)
_SAYS_KIND = re.compile(
    r"\bhow\s+(?:many|much|long|old|far|high|tall|big|large|often|soon|recently)\b|\bwhen\b|\bwho\w*"
    r"|\b(?:what|which)\b(?:\s+(?:kind|type|sort|day|date|year|month|time|number|share|percentage))?"
    rf"|(?<=which )(?:{_NAMED_THINGS}|{_PLACES})\b|(?<=what )(?:{_NAMED_THINGS}|{_PLACES})\b"
    r"|\b(?:date|name|names|location|amount|reasons?)\b",
    re.IGNORECASE,
)
_MONTH = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_TIME = re.compile(
    rf"\b(?:1[5-9]|20)\d\d\b|\b(?:{_MONTH})[a-z]*\.? \d|\d (?:{_MONTH})|\b{_WEEKDAY}\b"
    rf"|\b(?:in|since|until|by|from|last|next|this) (?:{_MONTH})[a-z]*\b"
    r"|\b(?:next|last|this) (?:week|month|year|spring|summer|autumn|fall|winter)\b"
)
_FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|"
    r"thousands?|millions?|half|third|quarter|twice|none)\b",
    re.IGNORECASE,
)
_NUMBER = (
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty"
    r"|fifty|sixty|hundred|thousand|million|dozen|half)\b)"
)
# Which figures answer: an age, a sum of money, a share, or a number of the unit asked about.
_FIGURES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(r"\bhow old\b|\bwhat age\b", re.I),
        re.compile(
            rf"{_NUMBER}[- ](?:years?|months?)[- ](?:old|of age)|\baged \d|, \d{{1,3}}(?=[,.])"
            r"|\b(?:built|born|founded|opened|dates?) (?:in|from|back to) (?:1|20)\d",
            re.I,
        ),
    ),
    (
        re.compile(
            r"\bhow much\b.*\b(?:cost|pay|paid|spend|spent|worth|earn|money|raise|fine|price|sell"
            r"|sold|owe|donate|invest)|\bwhat\b.*\b(?:cost|price|revenue|salary|fee|fine|budget)\b",
            re.I,
        ),
        re.compile(
            r"[$£€¥₹]\s?\d|\d[^.;]{0,12}?\b(?:dollars?|pounds?|euros?|pence|cents?|yen|yuan|rou?bles?"
            r"|rupees?|francs?|crowns?|kron\w+|pesos?|[mb]illion|trillion)\b|\bfree of charge\b",
            re.I,
        ),
    ),
    (
        re.compile(r"\bhow (?:long|far|high|tall|deep|wide|big|large)\b", re.I),
        re.compile(
            rf"{_NUMBER}[\w,.]*[ -](?:(?:a |to |or |and |and a half )?[\w.]+ )?"
            r"(?:square |cubic |nautical )?"
            r"(?:(?:kilo|centi|milli)?met(?:re|er)s?|km|miles?|feet|foot|ft|inch(?:es)?|yards?|acres?"
            r"|hectares?|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur\w+"
            r"|tonnes?|tons?|kilograms?|kg|storeys?|floors?|pages?)\b|\bsince\b|\buntil\b",
            re.I,
        ),
    ),
    (
        re.compile(r"\b(?:percentage|proportion|what share)\b", re.I),
        re.compile(r"%|\bper ?cent\b|\b(?:half|third|quarter|fifth|tenth|one in)\b", re.I),
    ),
)
# Names of several words anywhere; of a single word only inside a sentence, where it is no opening.
_NAME = re.compile(
    r"\b[^\W\d_a-z]\w+(?:[ ’'-](?:of |de |van |the )?[^\W\d_a-z][\w’']+)+"
    r"|(?<=[a-z,;:(] )[“\"]?[^\W\d_a-z][\w’'-]+"
)
_PLACE = re.compile(
    r"\b(?:in|at|near|from|to|of|outside) (?:the )?([^\W\d_a-z]\w+)"
    r"|(?<=[a-z,;:] )[^\W\d_a-z]\w+"
)
_CAUSE = re.compile(
    r"\b(?:because|due to|owing to|caus(?:e|ed|es|ing)|amid|since|as a result|thanks to|citing"
    r"|blam(?:e|ed|es|ing)|reasons?|led to|prompted|sparked|in order to|so that|after)\b",
    re.IGNORECASE,
)
_NO_NAME = re.compile(rf"(?:(?:{_MONTH})[a-z]*|{_WEEKDAY}|I)\Z")


def asked_kind(question: str) -> Kind | None:
    """Return the kind of thing that a question asks for, or None where its words do not say."""
    return next((kind for kind, pattern in _ASKS if pattern.search(question)), None)


def without_kind(question: str) -> str:
    """Return a question with the words that only say which kind is asked for made blank."""
    return _SAYS_KIND.sub(lambda words: " " * len(words.group()), question)


def holds(kind: Kind | None, sentence: str, question: str) -> bool:
    """Tell whether a sentence holds a thing of the asked kind that the question does not."""
    return (kind == "cause" and bool(_CAUSE.search(sentence))) or bool(
        found(kind, sentence, question)
    )


def found(kind: Kind | None, sentence: str, question: str) -> list[str]:
    """Return the things of the asked kind in a sentence that the question does not hold."""
    patterns = {"time": _TIME, "figure": _figure(question), "name": _NAME, "place": _PLACE}
    if kind is None or kind not in patterns:
        return []
    known = set(words(question))
    things = (match.group().strip('“"') for match in patterns[kind].finditer(sentence))
    return [
        thing
        for thing in things
        if not set(words(thing)) <= known
        and (kind not in ("name", "place") or not _NO_NAME.search(thing))
    ]


def _figure(question: str) -> re.Pattern[str]:
    """Return what the figures look like that a question asks for."""
    return next((figures for asks, figures in _FIGURES if asks.search(question)), _FIGURE)
