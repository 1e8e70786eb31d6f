"""Narrowing: a question held to some time, or to one outlet. Pure.

What has no date is never left out in silence: it stays, after what is dated. What is known only to
the month or the year stays when any day of it may be meant.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from bot.chat.courtesy import NotAllowedError
from bot.composing import phrase, sourced
from index.article import Article, Published
from index.people.names import words
from index.question import NamedOutlet, Period
from index.search import Found

_WORDS = {"today": 0, "yesterday": 1}
_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}\Z")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a question is held to; dates are ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``, or empty."""

    since: str = ""
    until: str = ""
    outlet: str = ""

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.since or self.until or self.outlet)


NO_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What is left of what was found, and how many hits are not: too early, late, or elsewhere."""

    found: Found
    left_out: int
    undated: int
    no_outlet: int


def read(since: str, until: str, outlet: str, today: datetime.date) -> Limits:
    """Read the limits as a person wrote them.

    Raises ``NotAllowedError`` for a date that is none, and for limits that allow no day.
    """
    limits = Limits(_date(since, today), _date(until, today), " ".join(outlet.split()))
    if limits.since and limits.until and _first(limits.since) > _last(limits.until):
        raise NotAllowedError(f"Nothing is since {since} and until {until}: that ends too early.")
    return limits


def narrow(found: Found, articles: Mapping[str, Article], limits: Limits) -> Narrowed:
    """Leave out the hits of articles that the limits do not allow."""
    kept = tuple(hit for hit in found.hits if _fits(articles[hit.article_id], limits))
    no_outlet = sum(
        bool(limits.outlet) and not _outlet(articles[hit.article_id]) for hit in found.hits
    )
    timed = bool(limits.since or limits.until)
    undated = sum(timed and articles[hit.article_id].published is None for hit in kept)
    missing = found.missing or (None if kept else "nothing")
    also = found.also if kept else ()
    narrowed = replace(found, hits=kept, missing=missing, also=also)
    return Narrowed(narrowed, len(found.hits) - len(kept), undated, no_outlet)


def described(limits: Limits, narrowed: Narrowed, written: Callable[[str], str]) -> str:
    """Say what an answer was held to, what that left out, and what could not be told.

    ``written`` writes words of others as the reader's screen wants them.
    """
    parts = []
    if limits.since:
        parts.append(f"since {_written(limits.since)}")
    if limits.until:
        parts.append(f"until {_written(limits.until)}")
    if limits.outlet:
        parts.append(f"from “{written(limits.outlet)}”")
    sentences = [f"Only {' '.join(parts)}; that leaves out {_count(narrowed.left_out)}."]
    if narrowed.undated:
        sentences.append(
            f"Of {_count(narrowed.undated)} the date is not known, so they stand last."
        )
    if narrowed.no_outlet:
        sentences.append(f"Of {_count(narrowed.no_outlet)} left out the outlet is not known.")
    return " ".join(sentences)


def as_period(limits: Limits) -> tuple[Period, ...]:
    """Return the time that a question is held to, as if the question named it."""
    if not (limits.since or limits.until):
        return ()
    first = _first(limits.since) if limits.since else None
    last = _last(limits.until) if limits.until else None
    return (Period(first, last, "", 0, 0),)


def as_named(limits: Limits, known: Iterable[str]) -> tuple[NamedOutlet, ...]:
    """Return the outlet that a question is held to, of those on record, as if it were named."""
    wanted = set(words(limits.outlet))
    meant = frozenset(each for each in known if wanted and wanted <= set(words(each)))
    return (NamedOutlet(limits.outlet, meant),) if meant else ()


def _count(hits: int) -> str:
    return phrase.plural(hits, "statement")


def _fits(article: Article, limits: Limits) -> bool:
    wanted = words(limits.outlet)
    if wanted and not set(wanted) <= set(_outlet(article)):
        return False
    if article.published is None:
        return True
    date = article.published.date
    early = bool(limits.since) and _last(date) < _first(limits.since)
    late = bool(limits.until) and _first(date) > _last(limits.until)
    return not (early or late)


def _outlet(article: Article) -> list[str]:
    """Return the words by which an article's outlet is known: its name, and its site."""
    site = sourced.host(article.url) or ""
    return words(article.outlet or "") + words(site) + words(site.replace(".", " "))


def _date(text: str, today: datetime.date) -> str:
    plain = text.strip().casefold()
    if plain in _WORDS:
        return (today - datetime.timedelta(days=_WORDS[plain])).isoformat()
    if plain and not _is_date(plain):
        raise NotAllowedError(
            f"“{plain[:40]}” is not a date. Write 2023-08-04, 2023-08, 2023, today or yesterday."
        )
    return plain


def _is_date(text: str) -> bool:
    if not _DATE.match(text):
        return False
    try:
        return _first(text) <= _last(text)
    except ValueError:
        return False


def _first(date: str) -> datetime.date:
    year, month, day = (*map(int, date.split("-")), 1, 1)[:3]
    return datetime.date(year, month, day)


def _last(date: str) -> datetime.date:
    year, *rest = map(int, date.split("-"))
    month = rest[0] if rest else 12
    day = rest[1] if len(rest) > 1 else calendar.monthrange(year, month)[1]
    return datetime.date(year, month, day)


def _written(date: str) -> str:
    return sourced.written_date(Published(date, "given"))
