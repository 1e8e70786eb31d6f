"""Figures: which of them answer a question, and one spelling for those that count things. Pure."""

from __future__ import annotations

import re

# Not "one", which more often stands for somebody or something.
_CARDINALS = {
    word: str(number)
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve".split(), start=2
    )
}
_ORDINALS = {
    word: str(number)
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
        start=1,
    )
}
_GREATER = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty"
_GREATER += " sixty seventy eighty ninety"
_WORDS = "|".join([*_CARDINALS, *_GREATER.split()])
_SHORT = "Jan Feb Mar Apr May Jun Jul Aug Sep Sept Oct Nov Dec"
_WHOLE = "January February March April June July August September October November December"
# Never the beginning of another word: "novels", "Marsh", "mayor".
MONTH = rf"(?:{'|'.join([*_WHOLE.split(), *_SHORT.split()])})\b"
_NO_DAY = "".join(rf"(?<!{name} )(?<!{name}. )" for name in [*_SHORT.split(), *_WHOLE.split()])
# What counts: no day of a month, no time of the day, no bare year, no age ("Ada Roe, 49, …").
_FIGURE = re.compile(
    rf"\ba (?:{'|'.join([*_ORDINALS][1:])}|\d+(?:st|nd|rd|th))\b"
    rf"|\b(?:one|{_WORDS}|dozens?|hundreds?|thousands?|millions?|half|third|quarter|twice|none)\b"
    rf"|{_NO_DAY}(?<![\d:.,])(?!(?<=, )\d\d?,(?!\d))(?!(?:1[5-9]|20)\d\d(?![\d,]))\d(?:[\d,.]*\d)?"
    rf"(?![\d:]|[.:]\d\d ?[ap]\.?m|(?:st|nd|rd|th)\b| ?[ap]\.?m\b| {MONTH})",
    re.IGNORECASE,
)
# A number in figures or in words.
NUMBER = rf"(?:\d|\b(?:one|{_WORDS}|hundred|thousand|million|dozen|half)\b)"
_MEASURES = (
    r"(?:kilo|centi|milli)?met(?:re|er)s?|km|miles?|feet|foot|ft|inch(?:es)?|yards?|acres?|hectares?"
    r"|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur\w+|tonnes?|tons?"
    r"|kilograms?|kg|storeys?|floors?|pages?"
)
# Which figures answer: an age, a sum of money, a share, or a number of the unit asked about.
_FIGURES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(r"\b(?:percentage|proportion|what share|share of)\b", re.I),
        re.compile(
            rf"\d[\d.,]* ?%|{NUMBER}[\d.,]*(?: \w+)? per ?cent\b"
            r"|\b(?:half|third|quarter|fifth|tenth|one in)\b"
            rf"|{NUMBER}[\d]* (?:in|out of) (?:every )?{NUMBER}",
            re.I,
        ),
    ),
    # A lead is told in points or votes, or as "64 percent to 27"; what is short, in money, too.
    (
        re.compile(
            r"\bhow (?:big|large|wide|narrow|slim|small)\b.*\b(?:lead|majority|margin|gap"
            r"|advantage|support|share)\b"
            r"|\bhow far (?:\w+ ){0,2}?(?:behind|ahead|clear|short|below|above|off)\b",
            re.I,
        ),
        re.compile(rf"\d[\d.,]*|{NUMBER}|\b(?:third|quarter)s?\b", re.I),
    ),
    (
        re.compile(r"\bhow old\b|\bwhat age\b", re.I),
        re.compile(
            rf"{NUMBER}[- ](?:years?|months?)[- ](?:old|of age)|, (?:now )?\d{{1,3}}(?=[,.])"
            rf"|\b[Ss]?[Hh]e (?:was|is) (?:only |just |about )?\d{{1,3}}\b"
            rf"|\baged? (?:(?:from|of|at|between) )?{NUMBER}"
            r"|\b(?:built|born|founded|opened|dates?) (?:in|from|back to) (?:1|20)\d",
            re.I,
        ),
    ),
    (
        re.compile(
            r"\bhow much\b.*\b(?:cost|pay|paid|spend|spent|worth|earn|money|raise|fine|price|sell"
            r"|sold|owe|donate|invest)(?:e?[sd]|ing)?\b"
            r"|\b(?:what|how (?:big|large|high))\b.*\b(?:costs?|price|revenue|turnover|profit|loss"
            r"|debt|deficit|salary|fee|fine|budget|bill|bail|dividend|grant|rent|earn|pay|paid)\b",
            re.I,
        ),
        re.compile(
            rf"[$£€¥₹]\s?\d|{NUMBER}[^.;]{{0,12}}?\b(?:dollars?|pounds?|euros?|pence|cents?|yen|yuan|rou?bles?"
            r"|rupees?|francs?|crowns?|kron\w+|pesos?|[mb]illion|trillion)\b|\bfree of charge\b",
            re.I,
        ),
    ),
    (
        re.compile(r"\bhow (?:long|far|high|tall|deep|wide|big|large)\b", re.I),
        re.compile(
            rf"(?<!every )(?:{NUMBER}[\w,.]*[ -](?:(?:a |to |or |and |and a half )?[\w.]+ )?"
            r"(?:square |cubic |nautical )?|\b(?:for|than|about|around|almost|nearly|over|within"
            r"|in|half|lasts?|lasted|takes?|took) an? )"
            rf"(?:{_MEASURES})\b(?!/| (?:an?|per) \w)|\bsince\b|\buntil\b",
            re.I,
        ),
    ),
    (
        re.compile(r"\bhow often\b", re.I),
        re.compile(
            rf"\bevery (?:(?:other|second|third|fourth|few|couple of|{NUMBER}\w*) )?[a-z]+"
            r"|\b(?:once|twice|times|again)\b|\b(?:daily|weekly|monthly|yearly|annual(?:ly)?|hourly"
            r"|nightly|quarterly|biennial(?:ly)?|never|rarely|seldom|regularly)\b"
            r"|\b(?:an?|per) (?:hour|day|week|month|year)\b",
            re.I,
        ),
    ),
)
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
_UNIT = re.compile(r"(?<=\d)[a-z]{1,3}\Z")
_ORDINAL = re.compile(r"\Aq(?=\d\Z)|(?<=\d)(?:st|nd|rd|th)\Z")


def figure(word: str) -> str:
    """Return "2" for the folded words "2nd", "second" and "q2"; any other word as it is."""
    return _ORDINALS.get(word) or _ORDINAL.sub("", word)


def counted(word: str) -> str | None:
    """Return the number that a thing is counted by: "2", "II"; never a year or a sum."""
    if word.isdigit():
        return word if len(word) <= 2 else None
    return _ROMAN.get(word.lower()) if word.isupper() else None


def value(word: str) -> str:
    """Return "2" also for the folded words "two" and "2km"; any other word as ``figure`` does."""
    return _CARDINALS.get(word) or _UNIT.sub("", figure(word))


def asked_figures(question: str) -> re.Pattern[str]:
    """Return what the figures look like that a question asks for."""
    return next((figures for asks, figures in _FIGURES if asks.search(question)), _FIGURE)
