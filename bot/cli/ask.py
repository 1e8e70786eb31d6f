"""ask and search: a question in, an answer with its sources out."""

from __future__ import annotations

import dataclasses
import datetime
import functools
import itertools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from bot.cli.common import common, open_record
from bot.cli.voice import console, print_json, say

if TYPE_CHECKING:
    from bot.asking import Desk
    from bot.batch import Asked
    from bot.chat.narrowing import Limits
    from bot.composing.answer import Answer
    from bot.writer.writing import Writer
    from index.search import Found

Json = dict[str, Any]

# A terminal scrolls: it shows more than a message in a chat does.
TERMINAL_BLOCKS = 12

batch_option = click.option(
    "--batch",
    type=click.File(encoding="utf-8", errors="replace"),
    help='Take the questions from a file of JSON lines: {"id", "question"}.',
)
links_option = click.option("--links", is_flag=True, help="Print the address of each sentence.")
most_option = click.option(
    "--most",
    type=click.IntRange(1, 1000),
    default=TERMINAL_BLOCKS,
    show_default=True,
    help="How many blocks of text to show at most.",
)


since_option = click.option(
    "--since",
    default="",
    metavar="DATE",
    help="Only what was published since then: 2024-03-12, 2024-03, 2024, today or yesterday.",
)
until_option = click.option(
    "--until", default="", metavar="DATE", help="Only what was published until then."
)
outlet_option = click.option(
    "--outlet", default="", metavar="NAME", help="Only what was published there."
)


@click.command()
@click.argument("question", nargs=-1)
@batch_option
@since_option
@until_option
@outlet_option
@links_option
@most_option
@click.option("--verbatim", is_flag=True, help="Ask no model, also where one is configured.")
@common
def ask(
    question: tuple[str, ...],
    batch: TextIO | None,
    since: str,
    until: str,
    outlet: str,
    links: bool,
    most: int,
    verbatim: bool,
    data: Path | None,
    as_json: bool,
) -> None:
    """Answer a question: who said it, the exact words, when, where.

    What has no date is kept by --since and --until, and stands last.
    """
    _need_one(question, batch)
    limits = _limits(since, until, outlet)
    is_shown = not as_json and batch is None
    answer = _answered if verbatim else _writing(data, is_shown=is_shown)
    with open_record(data, "ask") as record:
        from bot.asking import HOUSE
        from bot.batch import Asked
        from bot.chat.narrowed import NarrowedDesk
        from bot.pages import machine

        desk = NarrowedDesk(record, HOUSE, limits)
        if batch is not None:
            _run(batch, lambda line: machine.answer(answer(desk, line, most), line.asked_id))
        else:
            found = answer(desk, Asked(None, " ".join(question)), most)
            show(found, as_json, links, desk.note(str))


@click.command()
@click.argument("question", nargs=-1)
@batch_option
@common
def search(
    question: tuple[str, ...], batch: TextIO | None, data: Path | None, as_json: bool
) -> None:
    """Find the ten passages nearest to a question."""
    _need_one(question, batch)
    with open_record(data, "search") as record:
        from bot.asking import Desk
        from bot.pages import machine

        desk = Desk(record)
        if batch is not None:
            _run(batch, lambda line: machine.passages(_search_line(desk, line), line.asked_id))
            return
        found = desk.search(" ".join(question))
        if as_json:
            print_json(machine.passages(found))
        else:
            _show_passages(desk, found)


def _limits(since: str, until: str, outlet: str) -> Limits:
    from bot.chat import narrowing

    return narrowing.read(since, until, outlet, datetime.date.today())


def _writing(data: Path | None, *, is_shown: bool) -> Callable[[Desk, Asked, int], Answer]:
    """Return how a question is answered: by a configured model, else without one."""
    from bot import settings, wiring

    writer = wiring.writer(settings.load(data))
    if writer is None:
        return _answered
    click.get_current_context().call_on_close(writer.close)
    return functools.partial(_written, writer, is_shown)


def _answered(desk: Desk, asked: Asked, most: int) -> Answer:
    return desk.ask(asked.question, asked.history, most, asked_at=asked.asked_at)


def _written(writer: Writer, is_shown: bool, desk: Desk, asked: Asked, most: int) -> Answer:
    """Let the model write of more than is shown; beneath it stands first what proves it."""
    from bot.cli.progress import writing
    from bot.writer.evidence import WIDELY, evidence_first

    question = desk.read(asked.question, asked.history, asked.asked_at)
    usual, wide = desk.answers(question, (most, max(most, WIDELY)))
    with writing(is_shown) as grown:
        shown = writer.write(wide, desk, grown)
    if shown.prose:
        return evidence_first(shown, most)
    if shown.note and not is_shown:
        say(shown.note)
    return dataclasses.replace(usual, note=shown.note)


def _need_one(question: tuple[str, ...], batch: TextIO | None) -> None:
    if bool(question) == (batch is not None):
        raise click.UsageError("Give either a question in quotation marks, or --batch FILE.")


def _search_line(desk: Desk, line: Asked) -> Found:
    return desk.search(line.question, line.history, line.asked_at)


def _run(batch: TextIO, answer: Callable[[Asked], Json]) -> None:
    """Answer a batch line by line; exit status 1 when a line could not be read.

    What the first answer has loaded serves all others.
    """
    from bot.collector import set_aside

    lines = filter(str.strip, batch)
    failed = sum(not _is_answered(line, answer) for line in itertools.islice(lines, 1))
    with set_aside():
        failed += sum(not _is_answered(line, answer) for line in lines)
    if failed:
        say(f"{failed:,} of the lines could not be answered; their errors stand in the output.")
        raise click.exceptions.Exit(1)


def _is_answered(line: str, answer: Callable[[Asked], Json]) -> bool:
    """Print the answer to a line, or what is wrong with the line; tell which."""
    from bot.batch import line_id, read_line
    from index.errors import QuestionError

    try:
        print_json(answer(read_line(line)))
    except QuestionError as error:
        print_json({"id": line_id(line), "error": str(error)})
        return False
    return True


def show(answer: Answer, as_json: bool, links: bool, note: str = "") -> None:
    """Show an answer as a page, or as JSON; ``note`` says what it was held to."""
    from bot.pages import machine, page, terminal

    if as_json:
        print_json(machine.answer(answer))
        if note:
            say(note)
    else:
        page.show(terminal.page(answer, links, note), console())


def _show_passages(desk: Desk, found: Found) -> None:
    from bot.pages import listing, page

    page.show(listing.passages(found, desk.titles(found)), console())


COMMANDS = (ask, search)
