"""When two articles are one story printed twice, and in what they differ all the same. Pure.

What is compared are runs of five words. How many of the shorter article's runs stand in the other
tells a copy, abridged or not: copies share three quarters and more. What only resembles it, as
follow-ups and what an outlet writes anew each year do, is told by its dates: an outlet that prints
a text again on another day prints another article.
"""

from __future__ import annotations

import datetime
import difflib
import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from index.agency import agency as agency_of
from index.article import Article
from index.intake.line.link import date_in, outlet_of

Kind = Literal["version", "wire", "copy"]

# Measured on pairs of news articles (tests/bench/duplicates.py).
SHARED = 0.75
# Where a day is not known nothing tells a follow-up from a copy but that it shares less.
SHARED_UNDATED = 0.9
RUN = 5
# A wire story is printed elsewhere within days; the same words later are history.
MOST_DAYS_APART = 4
# One in so many runs is kept to look for candidates with.
KEPT_OF = 8
# Shorter texts share their few runs by chance.
FEWEST_RUNS = 20
MOST_DIFFERENCES = 3
MOST_WORDS = 5_000
# An article is held against many others: so many texts' runs are kept, a tenth of a megabyte each.
_REMEMBERED = 64

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred thousand million billion trillion half third quarter dozen".split()
)
_NEGATIONS = frozenset("no not never none nobody nothing neither nor without cannot".split())


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two articles are one story.

    ``kind``: another "version" of the same outlet, a "wire" story of the agency that is named, or
    another outlet's "copy". ``shared``: which part of the shorter stands in the other.
    ``differences``: numbers, names and negations in which they differ, ("nine", "eleven"), each
    as it stands in the one and in the other, "" where it is missing.
    """

    kind: Kind
    agency: str | None
    shared: float
    differences: tuple[tuple[str, str], ...]


def sample(text: str) -> frozenset[int]:
    """Return numbers that stand for one in eight of a text's runs, the same in every text."""
    return frozenset(number for run in _runs(text) if (number := _number(run)) % KEPT_OF == 0)


def likeness(one: Article, other: Article) -> Likeness | None:
    """Compare two articles; None where they are two stories."""
    shared = containment(one.text, other.text)
    if shared < SHARED or not _is_same_story(one, other, shared):
        return None
    agency = agency_of(one) or agency_of(other)
    same_outlet = _outlet(one) is None or _outlet(one) == _outlet(other) or not _outlet(other)
    kind: Kind = "version" if same_outlet else "wire" if agency else "copy"
    return Likeness(kind, agency, shared, differences(one.text, other.text))


def containment(one: str, other: str) -> float:
    """Return which part of the shorter text's runs of words stands in the other, 0 to 1."""
    runs, others = _runs(one), _runs(other)
    fewer = min(len(runs), len(others))
    return len(runs & others) / fewer if fewer >= FEWEST_RUNS else float(runs == others)


def differences(one: str, other: str) -> tuple[tuple[str, str], ...]:
    """Return numbers, names and negations that stand in one text where the other has others."""
    left, right = (_WORD.findall(text)[:MOST_WORDS] for text in (one, other))
    common = {word for word in (*left, *right) if word.islower()}
    plain = [word.casefold() for word in left], [word.casefold() for word in right]
    matcher = difflib.SequenceMatcher(None, *plain, autojunk=False)
    found: list[tuple[str, str]] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        # Whole sentences that only one of them has are no difference in what both say.
        if tag != "equal" and max(b - a, d - c) <= RUN:
            pair = left[a:b], right[c:d]
            if any(_tells(word, common) for words in pair for word in words):
                found.append((" ".join(pair[0]), " ".join(pair[1])))
    return tuple(dict.fromkeys(found))[:MOST_DIFFERENCES]


def _tells(word: str, common: set[str]) -> bool:
    """Tell whether a word is a number, a negation or a name."""
    plain = word.casefold()
    return (
        word[0].isdigit()
        or plain in _NUMBERS | _NEGATIONS
        or plain.endswith(("n't", "n’t"))
        or (word[0].isupper() and plain not in common)
    )


def _is_same_story(one: Article, other: Article, shared: float) -> bool:
    """Tell by outlets and days whether two like texts may be one story."""
    days = _day(one), _day(other)
    if days[0] is None or days[1] is None:
        return shared >= SHARED_UNDATED
    apart = abs((days[0] - days[1]).days)
    same_outlet = _outlet(one) is not None and _outlet(one) == _outlet(other)
    return apart == 0 if same_outlet else apart <= MOST_DAYS_APART


def _day(article: Article) -> datetime.date | None:
    """Return the day of publication: as it is known, else as the link's path says."""
    date = article.published.date if article.published else None
    if date is None or len(date) < len("2024-03-12"):
        date = date_in(article.url) if article.url else None
    try:
        return datetime.date.fromisoformat(date) if date else None
    except ValueError:
        return None


def _outlet(article: Article) -> str | None:
    """Return what tells an outlet: its host, else its name."""
    name = (outlet_of(article.url) if article.url else None) or article.outlet
    return name.casefold() if name else None


@lru_cache(maxsize=_REMEMBERED)
def _runs(text: str) -> frozenset[str]:
    words = [word.casefold() for word in _WORD.findall(text)]
    if len(words) < RUN:
        return frozenset((" ".join(words),))
    return frozenset(map(" ".join, zip(*(words[first:] for first in range(RUN)), strict=False)))


def _number(run: str) -> int:
    # Six bytes: the same in every process, and small enough for SQLite.
    return int.from_bytes(hashlib.blake2b(run.encode(), digest_size=6).digest(), "big")
