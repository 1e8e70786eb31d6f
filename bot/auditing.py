"""Auditing: from the answers that are kept to what the record says to them today. Never writes."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from bot.composing import sourced
from bot.composing.answer import Source
from bot.drafts.audit import Audited, audited, shown_in
from bot.drafts.particulars import Today
from bot.proof import Cited, Evidence
from index.agency import agency
from index.state import DAY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.database import StoredArticle
    from index.record import Record
    from index.state import State


def audit(record: Record, state: State, days: int, now: int) -> list[Audited]:
    """Prove the answers of so many days again, the newest first. ``now``: seconds since 1970."""
    answers = state.posted_since(now - days * DAY, now)
    articles = _today(record, set().union(*map(shown_in, answers)))
    return [audited(each, articles) for each in answers]


def _today(record: Record, ids: Iterable[str]) -> dict[str, Today | None]:
    """Return the articles on record; None for one that the index does not hold as it is now."""
    found: dict[str, Today | None] = {}
    for number, each in enumerate(sorted(ids), start=1):
        stored = record.article(each)
        if stored is not None:
            found[each] = _read(record, stored, number)
        elif record.corpus.find(each) is not None:
            found[each] = None
    return found


def _read(record: Record, stored: StoredArticle, number: int) -> Today:
    own = stored.article
    told = [each.statement for each in record.database.statements_in([own.article_id])]
    evidence = Evidence(own.article_id, own.title, own.text, told)
    written = datetime.datetime.fromtimestamp(stored.mtime_ns / 1e9, datetime.UTC).date()
    source = Cited(number, evidence, own.outlet, own.published)
    outlet = sourced.outlet(Source(number, own, agency=agency(own)))
    return Today(source, stored.content_hash, written, outlet)
