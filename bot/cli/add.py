"""add, edit and remove: how people change the corpus."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.common import common, open_record
from bot.cli.voice import console, print_json, say

if TYPE_CHECKING:
    from bot.adding import Outcome

# More than a few articles get a progress bar.
FEW = 5


def details(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that say what a text itself does not."""
    for name, text in (
        ("--byline", "Who wrote it."),
        ("--url", "The address of the original."),
        ("--date", "The day of publication: 2023-08-04, 2023-08 or 2023."),
        ("--outlet", "Where it was published."),
        ("--title", "The headline."),
    ):
        function = click.option(name, help=text)(function)
    return function


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH|FOLDER|LINK|-…")
@details
@common
def add(paths: tuple[str, ...], data: Path | None, as_json: bool, **given: str | None) -> None:
    """Add articles: links, text, Markdown, pages, PDF, Word; many in folders, .zip, .jsonl."""
    from bot import settings
    from bot.adding import Details, add_all, expand
    from bot.reading import link_reader

    expanded = expand(paths)
    if len(expanded) > 1 and (given["title"] or given["url"]):
        raise click.UsageError("--title and --url belong to one article; add it by itself.")
    known = Details(**given)
    known.check()
    with open_record(data, "add") as record:
        added = add_all(expanded, known, record, link_reader(settings.load(data)))
        outcomes = list(_told(added, len(expanded), as_json))
    if as_json:
        _print_outcomes(outcomes)
    _finish(outcomes)


def _told(outcomes: Iterable[Outcome], count: int, as_json: bool) -> Iterator[Outcome]:
    """Tell a person of each outcome as it comes, above a progress bar when there are many."""
    from rich.progress import Progress

    from bot.pages import listing, page

    screen = console(stderr=as_json)
    with Progress(console=console(stderr=True), disable=count <= FEW, transient=True) as bar:
        task = bar.add_task("Adding articles", total=count)
        for outcome in outcomes:
            page.show(listing.outcome(outcome), screen)
            bar.advance(task)
            yield outcome


def _print_outcomes(outcomes: list[Outcome]) -> None:
    from bot.pages import machine

    print_json(machine.outcomes(outcomes))


def _finish(outcomes: list[Outcome]) -> None:
    from index import intake

    failed = sum(1 for each in outcomes if each.error)
    if not outcomes:
        say(f"There is nothing to read in that folder: {intake.named()} files are read.")
    if 0 < failed < len(outcomes):
        say(f"{failed:,} of {len(outcomes):,} could not be added; the rest is on record.")
    if failed or not outcomes:
        raise click.exceptions.Exit(1)


COMMANDS = (add,)
