"""Dated: what is on record from a time, where a question names nothing but that time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index import sentence
from index.database import StoredStatement
from index.question import NamedOutlet, Question
from index.search.found import Found, Hit, Searchable
from index.search.passages import standing
from index.search.rank import Closeness


def from_then(found: Found, record: Searchable, libraries: Sequence[str]) -> Found:
    """Return the beginnings of the articles from a time that the question names, newest first.

    Articles without a date are counted: any of them may be from then.
    """
    newest, undated = articles_from_then(found.question, record, libraries, found.question.outlets)
    hits = _beginnings(newest, record)
    missing = None if hits else found.missing or "nothing"
    evidence = float(bool(hits))
    return replace(found, hits=hits, missing=missing, undated=len(undated), evidence=evidence)


def articles_from_then(
    question: Question,
    record: Searchable,
    libraries: Sequence[str],
    outlets: Sequence[NamedOutlet] = (),
) -> tuple[list[str], list[str]]:
    """Return the ids of the articles from a time that a question names, newest first.

    And those of the articles that have no date. ``outlets``, where some are given, hold both to
    what they published.
    """
    ids = [article_id for article_id, *_ in record.database.headings(libraries)]
    dates = {
        one: origin.published
        for one, origin in record.database.origins(ids).items()
        if not outlets or any(origin.outlet in outlet.outlets for outlet in outlets)
    }
    then = {
        one: date.days
        for one, date in dates.items()
        if date and any(period.holds(*date.days) for period in question.periods)
    }
    there = standing(then, record)
    newest = sorted(((days[1], one) for one, days in then.items() if one in there), reverse=True)
    return [one for _, one in newest], [one for one, date in dates.items() if date is None]


def _beginnings(ids: Sequence[str], record: Searchable) -> tuple[Hit, ...]:
    first: dict[str, StoredStatement] = {}
    for each in record.database.statements_in(sorted(ids)):
        first.setdefault(each.article_id, each)
    hits = []
    for place, one in enumerate(ids):
        stored = record.database.article(one)
        lead = next(iter(sentence.split(stored.article.text)), None) if stored else None
        if lead is None:
            continue
        near = Closeness(own=1.0, around=1.0, meaning=1 - place / len(ids))
        said = first.get(one)
        if said and said.statement.start < lead.end:  # somebody speaks in the first sentence
            hits.append(Hit(one, said.statement.start, said.statement.end, near, said))
        else:
            hits.append(Hit(one, lead.start, lead.end, near))
    return tuple(hits)
