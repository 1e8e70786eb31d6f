"""rebuild and check: keeping the index well."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.common import common, open_record
from bot.cli.voice import console, print_json

if TYPE_CHECKING:
    from index.state import Followed


@click.command()
@common
def rebuild(data: Path | None, as_json: bool) -> None:
    """Make everything that is derived from the articles again, from the articles."""
    from bot.cli.progress import reading

    with open_record(data, "rebuild", level=False) as record:
        with reading("Reading articles") as progress:
            record.rebuild(progress)
        health = record.check()
    if as_json:
        print_json(
            {
                "articles": health.articles,
                "passages": health.passages,
                "statements": health.statements,
            }
        )
    else:
        click.echo(
            f"Made again: {health.articles:,} articles, {health.passages:,} passages, "
            f"{health.statements:,} statements."
        )


@click.command()
@common
def check(data: Path | None, as_json: bool) -> None:
    """Check versions, model, paths, counts, and whether index and articles agree."""
    from bot import checking, settings, wiring
    from bot.feeds import told
    from bot.pages import listing, page

    writer = wiring.writer(settings.load(data))
    with open_record(data, "check") as record:
        feeds = told.summary(_feeds(record.data))
        report = checking.with_model(checking.report(record.check(), feeds), writer)
    if writer:
        writer.close()
    if as_json:
        print_json(asdict(report))
    else:
        page.show(listing.report(report), console())
    if report.problems:
        raise click.exceptions.Exit(1)


def _feeds(data: Path) -> tuple[Followed, ...]:
    """Return the feeds that are followed; a folder without a state has none, and gets none."""
    from index.state import FILE, State

    if not (data / FILE).is_file():
        return ()
    with State(data) as state:
        return state.feeds.followed()


COMMANDS = (rebuild, check)
