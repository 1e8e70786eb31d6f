"""Audit page: what became of answers that were posted, for a person and for a machine. Pure."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from rich.text import Text

from bot.composing.phrase import plural
from bot.drafts.audit import VERDICTS, Audited, Part
from bot.linking.message import message_link
from bot.pages.page import Line, line
from index.state import Posted

_WIDE = max(map(len, VERDICTS)) + 2
_UNDER = " " * _WIDE


def page(answers: Sequence[Audited], days: int) -> Iterator[Line]:
    """Show the answers of so many days, the gravest verdict first, then the newest."""
    counts = _counts(answers)
    told = ", ".join(f"{verdict}: {count}" for verdict, count in counts.items() if count)
    yield line(
        f"{plural(len(answers), 'answer')} posted in the last {plural(days, 'day')}"
        f"{'. ' + told[0].upper() + told[1:] if told else ''}."
    )
    if older := sum(each.posted.sources is None for each in answers):
        yield line(
            f"Of {plural(older, 'answer')} of an earlier version it is not known which dates, "
            "outlets, headlines and speakers were shown; only the words were compared."
        )
    for each in sorted(answers, key=lambda one: VERDICTS.index(one.verdict)):
        yield Line()
        yield from _answer(each)


def machine(answers: Sequence[Audited], days: int) -> dict[str, Any]:
    """Return the machine's form, the newest first: DESIGN.md, "The machine contract"."""
    told = [
        {
            "link": link(each.posted),
            "posted": _posted_at(each.posted).isoformat(),
            "verdict": each.verdict,
            "particulars_kept": each.posted.sources is not None,
            "parts": [_part(part) for part in each.parts],
        }
        for each in answers
    ]
    return {"days": days, **_counts(answers), "answers": told}


def link(posted: Posted) -> str:
    """Return the address of an answer's message in Discord."""
    return message_link(posted.server_id, posted.channel_id, posted.message_id)


def _answer(answer: Audited) -> Iterator[Line]:
    when = f"{_posted_at(answer.posted):%d %B %Y, %H:%M} UTC"
    yield line(when, f"{answer.verdict:<{_WIDE}}", _UNDER, style="bold")
    yield Line(Text(link(answer.posted)), _UNDER, wrapped=False)
    for told in dict.fromkeys(f"{each.verdict}: {each.told}" for each in answer.parts if each.told):
        yield line(told, _UNDER, _UNDER)


def _part(part: Part) -> dict[str, Any]:
    return {
        "verdict": part.verdict,
        "article_ids": list(part.article_ids),
        "start": part.start,
        "end": part.end,
        "sentence": part.sentence or None,
        "told": part.told or None,
    }


def _counts(answers: Sequence[Audited]) -> dict[str, int]:
    counted = Counter(each.verdict for each in answers)
    return {verdict: counted[verdict] for verdict in reversed(VERDICTS)}


def _posted_at(posted: Posted) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(posted.posted_at, datetime.UTC)
