"""Reported: what people said was wrong with answers, as lines for a terminal. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from bot.composing.phrase import plural
from bot.linking.message import message_link
from bot.pages.page import Line, line
from index.state import Report

UNDER = "    "


def lines(reports: Sequence[Report]) -> Iterator[Line]:
    """Show reports, the newest first: when, on which answer, and the person's words."""
    for each in reports:
        when = datetime.datetime.fromtimestamp(each.reported_at, datetime.UTC)
        where = message_link(each.server_id, each.channel_id, each.message_id)
        yield line(f"Report {each.number}, {when:%d %B %Y, %H:%M} UTC", style="bold")
        yield line(where, UNDER, UNDER)
        yield from (line(row, "  | ", "  | ") for row in each.text.split("\n") if row.strip())
    yield line(f"{plural(len(reports), 'report')}.")
