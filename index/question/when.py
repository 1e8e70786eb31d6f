"""When: the time that a question names, read as days. Pure.

"Last week" is the calendar week before the one of asking, Monday to Sunday. A day or a month
without a year is the latest one that has begun. A time is evidence for ranking; what the question
means by it is shown to the reader in words.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

Day = datetime.date


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``first`` to ``last``, both included; None is open.

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


_MONTHS = {
    name.casefold(): number
    for names in (calendar.month_name, calendar.month_abbr, [*[""] * 9, "Sept"])
    for number, name in enumerate(names)
    if name
}
_WEEKDAYS = {name.casefold(): number for number, name in enumerate(calendar.day_name)}
# "May" and "March" are months only where they are written large.
_MONTH = (
    r"(?:(?i:january|february|april|june|july|august|september|october|november|december|jan|feb"
    r"|apr|jun|jul|aug|sept?|oct|nov|dec)|March|Mar|May)\b\.?"
)
_YEAR = r"(?:19|20)\d\d"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
# The forms of one time, the longest first: a form never ends inside a longer one.
_TIME = re.compile(
    rf"""(?x:
    (?P<iso>\b{_YEAR}-\d\d-\d\d\b)
    |\b(?P<day>{_DAY})\ (?:of\ )?(?P<month>{_MONTH})(?:,?\ (?P<year>{_YEAR})\b)?
    |\b(?P<month2>{_MONTH})\ (?P<day2>{_DAY})\b(?:,?\ (?P<year2>{_YEAR})\b)?
    |\b(?P<month3>{_MONTH})(?:,?\ (?:of\ )?(?P<year3>{_YEAR})\b)?
    |\b(?P<figures>\d\d?/\d\d?(?:/(?:{_YEAR}|\d\d))?|\d\d?\.\d\d?\.(?:{_YEAR}|\d\d)?)(?![\d%/])
    |\b(?P<year4>{_YEAR})\b
    |\b(?i:(?P<near>today|yesterday|this\ morning|tonight))\b
    |\b(?i:(?P<which>this|last|past|previous)\ (?P<unit>week|weekend|month|year))\b
    |\b(?i:(?:last|past)\ (?P<count>\d{{1,3}}|few|two|three|four|six)
        \ (?P<units>day|week|month|year)s)\b
    |\b(?i:(?:(?:last|this|on)\ )(?P<weekday>{"|".join(_WEEKDAYS)}))\b
    )"""
)
# These are names, not days.
_NOT_A_DAY = frozenset({"9/11", "7/7", "24/7"})
# A bare month or year is a time only behind one of these: "a march", "the 2021 draft" are none.
_LEADS_TO_TIME = re.compile(
    r"\b(?:in|of|during|since|from|until|till|by|before|after|through|between|and|to|early|late|mid"
    r"|on|around|over)[ -]+(?:the )?(?:(?:early|late|mid)[ -])?\Z",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:since|from)\s+(?:the\s+)?\Z", re.IGNORECASE)
_AFTER = re.compile(r"\bafter\s+(?:the\s+)?\Z", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|through|up to|by)\s+(?:the\s+)?\Z", re.IGNORECASE)
_BEFORE = re.compile(r"\bbefore\s+(?:the\s+)?\Z", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|from)\s+(?:the\s+)?\Z", re.IGNORECASE)
_AND = re.compile(r"\s*(?:and|to|until|till|through|[-–])\s*(?:the\s+)?\Z", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|on|during|over|of|for|around|published on|dated)\s+(?:the\s+)?\Z", re.I)
_COUNTS = {"few": 3, "two": 2, "three": 3, "four": 4, "six": 6}
_ONE_DAY = datetime.timedelta(days=1)


def periods(text: str, asked_at: Day) -> tuple[Period, ...]:
    """Return the times that a question names, in order; ``asked_at`` is the day of asking."""
    found: list[Period] = []
    for match, first, last in _times(text, asked_at):
        before = text[: match.start()]
        if (
            found
            and _AND.fullmatch(text[found[-1].end : match.start()])
            and _opens(found[-1], text)
        ):
            found[-1] = _span(text, found[-1].start, match.end(), found[-1].first, last)
        else:
            found.append(_bounded(text, before, match, first, last))
    return tuple(found)


def two_ways(text: str, asked_at: Day) -> TwoWays | None:
    """Return the first day in figures that may be read in two ways, or None."""
    for match in _TIME.finditer(text):
        if match["figures"] and _is_a_day(match, text):
            readings = _readings(match["figures"], asked_at)
            if len(readings) == 2:
                return TwoWays(match["figures"], (readings[0], readings[1]))
    return None


def without(text: str, named: tuple[Period, ...]) -> str:
    """Return a text without the words that name a time."""
    for period in reversed(named):
        text = f"{text[: period.start].rstrip()} {text[period.end :].lstrip()}"
    return re.sub(r"\s+([?.!,;])", r"\1", text).strip()


def _times(text: str, asked_at: Day) -> Iterator[tuple[re.Match[str], Day, Day]]:
    for match in _TIME.finditer(text):
        if match["figures"] and not _is_a_day(match, text):
            continue
        bare = match["year4"] or (match["month3"] and not match["year3"])
        if bare and not _LEADS_TO_TIME.search(text[: match.start()]):
            continue
        try:
            days = _days(match, asked_at)
        except ValueError:  # "30 February", "45 May"
            continue
        if days:
            yield match, *days


def _is_a_day(match: re.Match[str], text: str) -> bool:
    """Tell a day from a fraction: it has a year, a nought in front, or stands where a day does."""
    figures = match["figures"]
    if figures in _NOT_A_DAY:
        return False
    plain = "/" in figures and figures.count("/") == 1 and "0" not in figures
    return not plain or bool(_LEADS_TO_TIME.search(text[: match.start()]))


def _days(match: re.Match[str], asked_at: Day) -> tuple[Day, Day] | None:
    """Return the first and the last day of a time, or None where it can be read in two ways."""
    if match["iso"]:
        return (one := datetime.date.fromisoformat(match["iso"])), one
    if match["figures"]:
        readings = _readings(match["figures"], asked_at)
        return (readings[0], readings[0]) if len(readings) == 1 else None
    if month := match["month"] or match["month2"]:
        number = int(re.sub(r"\D", "", match["day"] or match["day2"]))
        one = _dated(match["year"] or match["year2"], _month(month), number, asked_at)
        return one, one
    if match["month3"]:
        first = _dated(match["year3"], _month(match["month3"]), 1, asked_at)
        return first, _end_of_month(first)
    if match["year4"]:
        year = int(match["year4"])
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    return _relative(match, asked_at)


def _relative(match: re.Match[str], asked_at: Day) -> tuple[Day, Day]:
    if match["near"]:
        one = asked_at - _ONE_DAY if match["near"].casefold() == "yesterday" else asked_at
        return one, one
    if match["weekday"]:
        back = (asked_at.weekday() - _WEEKDAYS[match["weekday"].casefold()]) % 7
        one = asked_at - _ONE_DAY * back
        return one, one
    if match["units"]:
        count = _COUNTS.get(match["count"].casefold()) or int(match["count"])
        days = {"day": 1, "week": 7, "month": 31, "year": 366}[match["units"].casefold()]
        return asked_at - _ONE_DAY * (count * days), asked_at
    last = match["which"].casefold() != "this"
    return _calendar(match["unit"].casefold(), last, asked_at)


def _calendar(unit: str, last: bool, asked_at: Day) -> tuple[Day, Day]:
    """Return this or the last week, weekend, month or year; this one ends on the day of asking."""
    if unit in ("week", "weekend"):
        monday = asked_at - _ONE_DAY * (asked_at.weekday() + 7 * last)
        saturday = monday + _ONE_DAY * 5
        first = saturday if unit == "weekend" else monday
        return first, monday + _ONE_DAY * 6 if last else max(asked_at, first)
    first = asked_at.replace(day=1) if unit == "month" else asked_at.replace(month=1, day=1)
    if not last:
        return first, asked_at
    end = first - _ONE_DAY
    return (end.replace(day=1) if unit == "month" else end.replace(month=1, day=1)), end


def _bounded(text: str, before: str, match: re.Match[str], first: Day, last: Day) -> Period:
    """Return the period that the word before a time makes of it: "since", "until", "in"."""
    for pattern, bounds in (
        (_SINCE, (first, None)),
        (_AFTER, (last, None)),
        (_UNTIL, (None, last)),
        (_BEFORE, (None, first)),
        (_IN, (first, last)),
    ):
        lead = pattern.search(before)
        if lead:
            return _span(text, lead.start(), match.end(), *bounds)
    lead = _BETWEEN.search(before)
    return _span(text, lead.start() if lead else match.start(), match.end(), first, last)


def _opens(period: Period, text: str) -> bool:
    """Tell whether a time is the first of two: "between May and …", "from May to …"."""
    return re.match(r"(?:between|from)\b", text[period.start :], re.IGNORECASE) is not None


def _span(text: str, start: int, end: int, first: Day | None, last: Day | None) -> Period:
    return Period(first, last, text[start:end], start, end)


def _readings(figures: str, asked_at: Day) -> list[Day]:
    """Return the days that "06/09" or "6.9.2023" may mean: day first, and month first."""
    one, two, *rest = filter(None, re.split(r"[/.]", figures))
    year = rest[0] if rest else None
    if year and len(year) == 2:
        year = f"20{year}"
    readings = []
    for day, month in ((int(one), int(two)), (int(two), int(one))):
        try:
            readings.append(_dated(year, month, day, asked_at))
        except ValueError:
            continue
    return list(dict.fromkeys(readings))


def _month(name: str) -> int:
    return _MONTHS[name.rstrip(".").casefold()]


def _dated(year: str | None, month: int, day: int, asked_at: Day) -> Day:
    if year:
        return datetime.date(int(year), month, day)
    this_year = datetime.date(asked_at.year, month, day)
    return this_year if this_year <= asked_at else datetime.date(asked_at.year - 1, month, day)


def _end_of_month(first: Day) -> Day:
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])
