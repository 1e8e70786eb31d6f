"""Understood: how the times and outlets of a question were read, in words. Pure.

A reader is told what was taken for what, how much of what was found is from then, and what was
left out for being from another time.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from bot.composing.answer import Answer, Timely
from index.question import NamedOutlet, Period, TwoWays, asks_only_for_a_time
from index.word import words

_MOST_NAMES = 4


def understood(answer: Answer) -> list[str]:
    """Return a sentence for each time and outlet that the question names."""
    question = answer.question
    told = [*map(_time, question.periods), *filter(None, map(_outlet, question.outlets))]
    if answer.timely and not asks_only_for_a_time(question):
        told += _timely(answer.timely)
    elif _fitting(answer):
        told.append(_from_then(answer))
    return told


def nothing_from_then(answer: Answer) -> list[str]:
    """Say, before all else, that what was found is not from the time asked about."""
    found = answer.timely
    if found is None and _fitting(answer) == 0:
        return [_from_then(answer)]
    if found is None or found.then:
        return []
    unknown = f"of {found.undated} the date is not known"
    if not found.others:
        few = "1 statement" if found.undated == 1 else f"{found.undated:,} statements"
        return [f"I found nothing that is known to be from then, but {few} without a date."]
    other = "1 statement is from another time"
    if found.others > 1:
        other = f"{found.others:,} statements are from other times"
    return [f"I found nothing from then: {other}{f'; {unknown}' if found.undated else ''}."]


def all_from_then(answer: Answer) -> str:
    """Say how many articles are from the time asked about, where nothing else is asked for."""
    found = answer.timely or Timely(0, 0, 0)
    if found.then:
        several = f"{found.then:,} articles are from then, each shown by its beginning"
        told = "1 article is from then, shown by its beginning" if found.then == 1 else several
    else:
        told = "I found no article that is known to be from then"
    if not found.undated:
        return f"{told}."
    unknown = "1 has no date" if found.undated == 1 else f"{found.undated:,} have no date"
    return f"{told}; {unknown} and may be from then."


def _timely(found: Timely) -> Iterator[str]:
    if not found.then:
        return
    one = "1 statement is" if found.then == 1 else f"{found.then:,} statements are"
    unknown = f"; of {found.undated} the date is not known" if found.undated else ""
    yield f"{one} from then{unknown}."
    if found.others == 1:
        yield "1 from another time is left out."
    elif found.others:
        yield f"{found.others:,} from other times are left out."


def two_ways(unclear: TwoWays) -> str:
    """Ask which of two days is meant."""
    first, second = map(day, unclear.readings)
    return f"“{unclear.words}” may be {first} or {second}. Ask again with the month written out."


def day(date: datetime.date) -> str:
    """Write a day out: "6 September 2026"."""
    return f"{date.day} {date:%B} {date.year}"


def _time(period: Period) -> str:
    return f"“{period.words}” is read as {_span(period)}."


def _span(period: Period) -> str:
    first, last = period.first, period.last
    if first is None:
        return f"until {day(last)}" if last else "any time"
    if last is None:
        return f"since {day(first)}"
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(last)}"
    return f"{first.day} {first:%B} to {day(last)}" if first.year == last.year else _years(period)


def _years(period: Period) -> str:
    assert period.first and period.last
    return f"{day(period.first)} to {day(period.last)}"


def _outlet(named: NamedOutlet) -> str:
    """Say which outlet is meant, where its name is written otherwise, or that it has no article."""
    if not named.outlets:
        return f"Nothing published by {named.words} is on record here."
    names = sorted(named.outlets)
    if len(names) == 1 and words(names[0]) == words(named.words):
        return ""
    shown = " or ".join(names[:_MOST_NAMES])
    more = len(names) - _MOST_NAMES
    return f"“{named.words}” is read as {shown}{f' or {more} others' if more > 0 else ''}."


def _fitting(answer: Answer) -> int | None:
    """Count the articles shown that are from the time asked about; None where that is not told."""
    if answer.timely or not answer.question.periods or not answer.sources:
        return None
    dates = [source.article.published for source in answer.sources]
    periods = answer.question.periods
    return sum(any(period.holds(*date.days) for period in periods) for date in dates if date)


def _from_then(answer: Answer) -> str:
    """Say how many of the articles shown are from the time asked about, or have no date."""
    fitting, count = _fitting(answer), len(answer.sources)
    undated = sum(source.article.published is None for source in answer.sources)
    if count == 1:
        what = "is from then" if fitting else "has no date" if undated else "is not from then"
        return f"The article shown {what}."
    unknown = f"; of {undated} the date is not known" if undated else ""
    verb = "is" if (fitting or 0) <= 1 else "are"
    return f"{fitting or 'None'} of the {count} articles shown {verb} from then{unknown}."
