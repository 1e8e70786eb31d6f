"""audit: the answers posted in Discord, proven again against the record of today."""

from __future__ import annotations

import time
from pathlib import Path

import click

from bot.cli.common import common, open_record
from bot.cli.voice import console, print_json


@click.command()
@click.option(
    "--days",
    type=click.IntRange(min=1),
    help="How far back; without it, and at most, as long as answers are kept.",
)
@common
def audit(days: int | None, data: Path | None, as_json: bool) -> None:
    """Prove the answers posted in Discord again: what holds, changed or vanished since.

    Exit status 0 where all hold, 1 where one does not.
    """
    from bot.auditing import audit as prove_again
    from bot.pages import audit_page, page
    from index.state import State

    days = _within(days, data)
    with open_record(data, "audit") as record, State(record.data) as state:
        answers = prove_again(record, state, days, int(time.time()))
    if as_json:
        print_json(audit_page.machine(answers, days))
    else:
        page.show(audit_page.page(answers, days), console())
    if any(each.verdict != "holds" for each in answers):
        raise click.exceptions.Exit(1)


def _within(days: int | None, data: Path | None) -> int:
    """Return how many days are looked at. Raises ``BadParameter`` for more than are kept."""
    from bot import settings

    kept = settings.load(data).keep_days
    if days is not None and days > kept:
        raise click.BadParameter(
            f"Answers are kept for {kept} days (setting ON_RECORD_KEEP_DAYS).",
            param_hint="--days",
        )
    return days or kept


COMMANDS = (audit,)
