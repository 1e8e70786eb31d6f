"""When: the times that a question names, each as a period of days. Pure.

What stands before a time makes a period of it: "since May", "before May", "between May and July".
A period is for telling what is from then; what the question means by it is shown in words.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.question.days import Time, in_year, times, unclear

Day = datetime.date


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``first`` to ``last``, both included and never the wrong way round; None is open.

    ``words`` are the question's own, which stand at ``start`` to ``end`` of its text.
    """

    first: Day | None
    last: Day | None
    words: str
    start: int
    end: int

    def holds(self, first: Day, last: Day) -> bool:
        """Tell whether a time may lie in this one: they share a day."""
        early = self.first is not None and last < self.first
        late = self.last is not None and first > self.last
        return not (early or late)


@dataclass(frozen=True, slots=True)
class TwoWays:
    """A day that may be read in two ways ("06/09"), in the question's words."""

    words: str
    readings: tuple[Day, Day]


_DAY_BEFORE = re.compile(r"\b(?:on\s+)?(?:the\s+)?day\s+before\s+(?:the\s+)?\Z", re.IGNORECASE)
_DAY_AFTER = re.compile(r"\b(?:on\s+)?(?:the\s+)?day\s+after\s+(?:the\s+)?\Z", re.IGNORECASE)
# "News from May" is of May; "what was said from May" is since May.
_OF = re.compile(
    r"(?:(?<=news )|(?<=article )|(?<=articles )|(?<=stories )|(?<=reports )|(?<=headlines )"
    r"|(?<=thing )|(?<=have )|(?<=coverage ))from\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:since|from)\s+(?:the\s+)?\Z", re.IGNORECASE)
_AFTER = re.compile(r"\bafter\s+(?:the\s+)?\Z", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|through|up to|by)\s+(?:the\s+)?\Z", re.IGNORECASE)
_BEFORE = re.compile(r"\bbefore\s+(?:the\s+)?\Z", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|from)\s+(?:the\s+)?\Z", re.IGNORECASE)
_AND = re.compile(r"\s*(?:and|to|until|till|through|[-–])\s*(?:the\s+)?\Z", re.IGNORECASE)
# Two times side by side: a year given with one of them is that of both.
_BESIDE = re.compile(
    r"\s*(?:(?:,|and|or|to|until|till|through|[-–])\s*)?(?:and\s+)?"
    r"(?:(?:in|on|before|until|till)\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
_THEN = re.compile(r"\s*,?\s*(?:and|but)?\s*\Z", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|on|during|over|of|for|around|published on|dated)\s+(?:the\s+)?\Z", re.I)
_ONE_DAY = datetime.timedelta(days=1)


def periods(text: str, asked_at: Day) -> tuple[Period, ...]:
    """Return the times that a question names, in order; ``asked_at`` is the day of asking."""
    found: list[Period] = []
    before: Time | None = None
    for time in _with_years(list(times(text, asked_at)), text):
        if before and _is_range(before, time, found[-1], text):
            first, last = min(before.first, time.first), max(before.last, time.last)
            found[-1] = _span(text, found[-1].start, time.end, first, last)
        else:
            period = _bounded(text, time)
            both = _both(found[-1], period, text) if found else None
            found[-1:] = [both] if both else [*found[-1:], period]
        before = time
    return tuple(found)


def two_ways(text: str, asked_at: Day) -> TwoWays | None:
    """Return the first day in figures that may be read in two ways, or None."""
    first = next(unclear(text, asked_at), None)
    return TwoWays(first[0], first[1:]) if first else None


def without(text: str, named: tuple[Period, ...]) -> str:
    """Return a text without the words that name a time."""
    for period in reversed(named):
        text = f"{text[: period.start].rstrip()} {text[period.end :].lstrip()}"
    return re.sub(r"\s+([?.!,;])", r"\1", text).strip()


def _is_range(one: Time, two: Time, period: Period, text: str) -> bool:
    """Tell whether two times are the ends of one: "between May and …", "from May to …"."""
    opens = one.opens or re.match(r"(?:between|from)\b", text[period.start :], re.IGNORECASE)
    return bool(opens and _AND.fullmatch(text[one.end : two.start]))


def _with_years(named: Sequence[Time], text: str) -> list[Time]:
    """Give a time without a year that of the one beside it: "between January and March 2025".

    The first of two is never after the second: "from December to March 2025" begins in 2024.
    """
    given = list(named)
    for place, (one, two) in reversed(list(enumerate(pairwise(given)))):
        if _BESIDE.fullmatch(text[one.end : two.start]):
            given[place] = _before(one, given[place + 1])
    for place, (one, two) in enumerate(pairwise(given)):
        if one.has_year and not two.has_year and _BESIDE.fullmatch(text[one.end : two.start]):
            given[place + 1] = _not_before(two, one)
    return given


def _before(one: Time, two: Time) -> Time:
    """Return a time, where it has no year, as the latest that begins by the end of another."""
    if one.has_year:
        return one
    year = two.last.year if two.has_year else one.first.year
    same = in_year(one, year)
    return in_year(one, year - 1) if same.first > two.last else same


def _not_before(two: Time, one: Time) -> Time:
    """Return a time without a year as the first that ends on another's first day or later."""
    same = in_year(two, one.first.year)
    return in_year(two, one.first.year + 1) if same.last < one.first else same


def _both(one: Period, two: Period, text: str) -> Period | None:
    """Join an open beginning and an open end: "after May and before July" is one time."""
    if one.last or two.first or not one.first or not two.last or one.first > two.last:
        return None
    joined = _THEN.fullmatch(text[one.end : two.start])
    return _span(text, one.start, two.end, one.first, two.last) if joined else None


def _bounded(text: str, time: Time) -> Period:
    """Return the period that the word before a time makes of it.

    "Since" and "until" take the time in; "before" ends the day before it, "after" begins the day
    after.
    """
    before = text[: time.start]
    day_before, day_after = time.first - _ONE_DAY, time.last + _ONE_DAY
    for pattern, first, last in (
        (_DAY_BEFORE, day_before, day_before),
        (_DAY_AFTER, day_after, day_after),
        (_OF, time.first, time.last),
        (_SINCE, time.first, None),
        (_AFTER, day_after, None),
        (_UNTIL, None, time.last),
        (_BEFORE, None, day_before),
        (_IN, time.first, time.last),
    ):
        lead = pattern.search(before)
        if lead:
            return _span(text, lead.start(), time.end, first, last)
    lead = _BETWEEN.search(before)
    return _span(text, lead.start() if lead else time.start, time.end, time.first, time.last)


def _span(text: str, start: int, end: int, first: Day | None, last: Day | None) -> Period:
    return Period(first, last, text[start:end], start, end)
