"""Days: the forms in which a text names one time, each read as a first and a last day. Pure.

"Last week" is the calendar week before the one of asking, Monday to Sunday. A day or a month
without a year is the latest one that has begun. The seasons are those of the northern calendar
year: spring is March to May; winter begins in the December of the year it is named by, or in the
one before where that has not come yet.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

Day = datetime.date


@dataclass(frozen=True, slots=True)
class Time:
    """One time that a text names at ``start`` to ``end``; ``first`` is never after ``last``.

    ``has_year`` is False where the year is our reading of a day or a month without one. ``opens``:
    it is half of a range that gives the month once ("3–5 May").
    """

    start: int
    end: int
    first: Day
    last: Day
    has_year: bool
    opens: bool = False


_MONTHS = {
    name.casefold(): number
    for names in (calendar.month_name, calendar.month_abbr, [*[""] * 9, "Sept"])
    for number, name in enumerate(names)
    if name
}
_WEEKDAYS = {name.casefold(): number for number, name in enumerate(calendar.day_name)}
# The month in which each season begins.
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
# "May" and "March" are months only where they are written large.
_MONTH = (
    r"(?:(?i:january|february|april|june|july|august|september|october|november|december|jan|feb"
    r"|apr|jun|jul|aug|sept?|oct|nov|dec)|March|Mar|May)\b\.?"
)
_YEAR = r"(?:19|20)\d\d"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
# Written large elsewhere, a season is part of a name: "the Prague Spring of 1968".
_SEASON = (
    r"(?:(?:spring|summer|autumn|fall|winter)|(?:(?<=^)|(?<=[Ii]n\ )|(?<=[Tt]he\ )|(?<=of\ )"
    r"|(?<=since\ )|(?<=[Ll]ast\ )|(?<=[Tt]his\ ))(?:Spring|Summer|Autumn|Fall|Winter))\b"
)
_TO = r"\s*(?:and|to|until|till|through|[-–])\s*(?:the\s+)?"
# The forms of one time, the longest first: a form never ends inside a longer one.
_TIME = re.compile(
    rf"""(?x:
    (?P<iso>\b{_YEAR}-\d\d-\d\d\b)
    |\b(?P<day>{_DAY})\ (?:of\ )?(?P<month>{_MONTH})(?:,?\ (?P<year>{_YEAR})\b)?
    |\b(?P<half>{_DAY})(?={_TO}{_DAY}\ (?:of\ )?(?P<month5>{_MONTH})(?:,?\ (?P<year5>{_YEAR})\b)?)
    |\b(?P<month2>{_MONTH})\ (?P<day2>{_DAY})\b(?:,?\ (?P<year2>{_YEAR})\b)?
    |\b(?P<month3>{_MONTH})(?:,?\ (?:of\ )?(?P<year3>{_YEAR})\b)?
    |\b(?:(?i:the)\ )?(?P<season>{_SEASON})(?:,?\ (?:of\ )?(?P<year6>{_YEAR})\b)
    |\b(?i:(?P<which2>this|last|past|previous))\ (?P<season2>{_SEASON})
    |\b(?P<figures>\d\d?/\d\d?(?:/(?:{_YEAR}|\d\d))?|\d\d?\.\d\d?\.(?:{_YEAR}|\d\d)?)(?![\d%/])
    |\b(?P<year4>{_YEAR})\b
    |\b(?i:(?:the\ )?(?P<near>day\ before\ yesterday|today|yesterday|this\ morning|tonight))\b
    |\b(?i:the\ (?P<unit2>week|weekend|month|year)\ before\ last)\b
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
# "The 2016 caucuses" are an event, whenever somebody spoke of them.
_THE = re.compile(r"\bthe\s+\Z", re.IGNORECASE)
_NOUN_BEHIND = re.compile(r"\s+(?!(?:and|or|to|until|till|through|but)\b)[^\W\d_]", re.IGNORECASE)
_LEADS_TO_HALF = re.compile(r"\b(?:between|from)\s+(?:the\s+)?\Z", re.IGNORECASE)
_COUNTS = {"few": 3, "two": 2, "three": 3, "four": 4, "six": 6}
_ONE_DAY = datetime.timedelta(days=1)


def times(text: str, asked_at: Day) -> Iterator[Time]:
    """Yield the times that a text names, in order; none that can be read in two ways."""
    for match in _TIME.finditer(text):
        if not _is_a_time(match, text):
            continue
        try:
            days = _days(match, asked_at)
        except ValueError:  # "30 February", "45 May"
            continue
        if days:
            yield Time(match.start(), match.end(), *days, _has_year(match), bool(match["half"]))


def unclear(text: str, asked_at: Day) -> Iterator[tuple[str, Day, Day]]:
    """Yield each day in figures that may be read in two ways ("06/09"), with both readings."""
    for match in _TIME.finditer(text):
        if match["figures"] and _is_a_time(match, text):
            readings = _readings(match["figures"], asked_at)
            if len(readings) == 2:
                yield match["figures"], readings[0], readings[1]


def in_year(time: Time, year: int) -> Time:
    """Return a month, or a day of one, as that of another year, which the text gives elsewhere."""
    if time.first == time.last:
        day = min(time.first.day, calendar.monthrange(year, time.first.month)[1])
        first = last = time.first.replace(year=year, day=day)
    else:
        first = time.first.replace(year=year)
        last = _end_of_month(first)
    return replace(time, first=first, last=last, has_year=True)


def _is_a_time(match: re.Match[str], text: str) -> bool:
    before = text[: match.start()]
    if match["figures"]:
        return _is_a_day(match["figures"], before)
    if match["half"]:
        dashed = re.match(r"\s*[-–]", text[match.end() :])
        return bool(dashed or _LEADS_TO_HALF.search(before))
    bare = match["year4"] or (match["month3"] and not match["year3"])
    if match["year4"] and _THE.search(before) and _NOUN_BEHIND.match(text, match.end()):
        return False
    return not bare or bool(_LEADS_TO_TIME.search(before))


def _is_a_day(figures: str, before: str) -> bool:
    """Tell a day from a fraction: it has a year, a nought in front, or stands where a day does."""
    if figures in _NOT_A_DAY:
        return False
    plain = "/" in figures and figures.count("/") == 1 and "0" not in figures
    return not plain or bool(_LEADS_TO_TIME.search(before))


def _has_year(match: re.Match[str]) -> bool:
    """Tell a day or month that has its year, and what needs none, from one that has none."""
    if match["month"] or match["month2"] or match["month3"] or match["half"]:
        return bool(match["year"] or match["year2"] or match["year3"] or match["year5"])
    return True


def _days(match: re.Match[str], asked_at: Day) -> tuple[Day, Day] | None:
    """Return the first and the last day of a time, or None where it can be read in two ways."""
    if match["iso"]:
        return (one := datetime.date.fromisoformat(match["iso"])), one
    if match["figures"]:
        readings = _readings(match["figures"], asked_at)
        return (readings[0], readings[0]) if len(readings) == 1 else None
    if month := match["month"] or match["month2"] or match["month5"]:
        number = int(re.sub(r"\D", "", match["day"] or match["day2"] or match["half"]))
        year = match["year"] or match["year2"] or match["year5"]
        one = _dated(year, _month(month), number, asked_at)
        return one, one
    if match["month3"] or match["year4"]:
        return _month_or_year(match, asked_at)
    if match["season"] or match["season2"]:
        return _season(match, asked_at)
    return _relative(match, asked_at)


def _month_or_year(match: re.Match[str], asked_at: Day) -> tuple[Day, Day]:
    if match["year4"]:
        year = int(match["year4"])
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    first = _dated(match["year3"], _month(match["month3"]), 1, asked_at)
    return first, _end_of_month(first)


def _season(match: re.Match[str], asked_at: Day) -> tuple[Day, Day]:
    """Return the season of a year, this one, or the last that is over."""
    name = (match["season"] or match["season2"]).casefold()
    first, last = _season_of(name, int(match["year6"] or asked_at.year))
    is_last = (match["which2"] or "").casefold() not in ("", "this")
    to_come = first > asked_at and (name == "winter" or is_last)
    if to_come or (is_last and last >= asked_at):
        first, last = _season_of(name, first.year - 1)
    return first, last


def _season_of(name: str, year: int) -> tuple[Day, Day]:
    first = datetime.date(year, _SEASONS[name], 1)
    in_last_month = first + _ONE_DAY * 62  # three months have 90 to 92 days
    return first, _end_of_month(in_last_month.replace(day=1))


def _relative(match: re.Match[str], asked_at: Day) -> tuple[Day, Day]:
    if match["near"]:
        back = {"day before yesterday": 2, "yesterday": 1}.get(match["near"].casefold(), 0)
        return (one := asked_at - _ONE_DAY * back), one
    if match["weekday"]:
        back = (asked_at.weekday() - _WEEKDAYS[match["weekday"].casefold()]) % 7
        one = asked_at - _ONE_DAY * back
        return one, one
    if match["units"]:
        count = _COUNTS.get(match["count"].casefold()) or int(match["count"])
        days = {"day": 1, "week": 7, "month": 31, "year": 366}[match["units"].casefold()]
        return asked_at - _ONE_DAY * (count * days), asked_at
    if match["unit2"]:
        unit = match["unit2"].casefold()
        later, _ = _calendar("week" if unit == "weekend" else unit, True, asked_at)
        return _calendar(unit, True, later)
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
