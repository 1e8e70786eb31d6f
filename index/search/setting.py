"""What an article's outlet and date are worth for a question. Soft: nothing is left out for them.

An article of a named outlet or of a named time is nearer to the question, and so is one of shortly
before or after that time: "this week" is said on a Thursday of the Sunday before, and what happened
last week is told for days. A question that names no time is asked of the present: what was
published shortly before it is nearer than what was not.
Pure but for the one look-up.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from index.database import Origin
from index.question import Period, Question
from index.search.found import Searchable

OUTLET = 0.45
PERIOD = 0.3
RECENT = 0.3
# News of so many days counts as fresh, and fades out until it is so many days old.
_FRESH, _FADED = 8, 30
# What it is worth to be from just beside a named time, as a share of what being from it is, and
# how many days off that is nothing any more.
BESIDE = 0.7
_FAR = 14
# Some sites have the day in the address. It serves for ranking, and is never shown as a date.
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?:/|-|$)")
Day = datetime.date


def worth(
    question: Question, article_ids: Iterable[str], record: Searchable
) -> tuple[dict[str, float], dict[str, Origin]]:
    """Return what each article's setting is worth, 0 to 1, and where the articles are from."""
    origins = record.database.origins(sorted(set(article_ids)))
    return {each: _worth(question, origin) for each, origin in origins.items()}, origins


def _worth(question: Question, origin: Origin) -> float:
    named = any(origin.outlet in outlet.outlets for outlet in question.outlets)
    return OUTLET * named + _time_worth(question, days_of(origin))


def _time_worth(question: Question, days: tuple[Day, Day] | None) -> float:
    if days is None:
        return 0.0
    if question.periods:
        return PERIOD * max(_within(period, *days) for period in question.periods)
    return RECENT * _freshness(days[1], question.asked_at) if question.asked_at else 0.0


def _within(period: Period, first: Day, last: Day) -> float:
    """Return 1 for what may be of a time; beside it, less the more days lie between, down to 0."""
    if period.holds(first, last):
        return 1.0
    before = (period.first - last).days if period.first else 0
    behind = (first - period.last).days if period.last else 0
    return BESIDE * max(0.0, 1 - max(before, behind) / _FAR)


def _freshness(published: Day, asked_at: Day) -> float:
    age = (asked_at - published).days
    if age < -1:  # a day ahead may be another time zone; more was not there to be read
        return 0.0
    return min(1.0, max(0.0, (_FADED - age) / (_FADED - _FRESH)))


def days_of(origin: Origin) -> tuple[Day, Day] | None:
    """Return the first and last day on which an article may have appeared, where that is known."""
    if origin.published:
        return origin.published.days
    in_address = _IN_ADDRESS.search(origin.url or "")
    if not in_address:
        return None
    try:
        day = Day(*map(int, in_address.groups()))
    except ValueError:
        return None
    return day, day
