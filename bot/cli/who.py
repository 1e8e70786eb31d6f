"""who: all that a person or a group has said, on the screen or as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.ask import links_option, most_option, show
from bot.cli.common import common, open_record
from bot.cli.voice import console, say

if TYPE_CHECKING:
    from bot.composing.answer import Answer

# A file holds every statement, not only the first page of them.
EVERY = 1_000_000
STANDARD_OUTPUT = Path("-")
# Without the mark at the beginning, Excel takes UTF-8 for an older encoding.
ENCODINGS = {"csv": "utf-8-sig", "markdown": "utf-8"}

_file = click.Path(dir_okay=False, allow_dash=True, path_type=Path)


@click.command()
@click.argument("name", nargs=-1, required=True)
@click.option("--topic", default="", help="Only what was said on this.")
@click.option("--oldest", is_flag=True, help="Oldest first: how a position moved.")
@click.option("--csv", type=_file, help="Write every statement into a spreadsheet’s file, or “-”.")
@click.option("--markdown", type=_file, help="Write every statement into a document, or “-”.")
@links_option
@most_option
@common
def who(
    name: tuple[str, ...],
    topic: str,
    oldest: bool,
    csv: Path | None,
    markdown: Path | None,
    links: bool,
    most: int,
    data: Path | None,
    as_json: bool,
) -> None:
    """Show what a person or a group has said."""
    files = {form: path for form, path in (("csv", csv), ("markdown", markdown)) if path}
    if list(files.values()).count(STANDARD_OUTPUT) + as_json > 1:
        raise click.UsageError("Standard output holds one thing: --json, or one file named “-”.")
    with open_record(data, "who") as record:
        from bot.asking import Desk

        most = EVERY if files else most
        answer = Desk(record).who(" ".join(name), topic, most, oldest=oldest)
        if files and answer.outcome == "quoted":
            for form, path in files.items():
                _write(answer, form, path)
        if as_json or not files:
            show(answer, as_json, links)
        elif answer.outcome != "quoted":
            _show_beside(answer)


def _write(answer: Answer, form: str, path: Path) -> None:
    from bot.composing import phrase
    from bot.pages import export_csv, export_markdown
    from index.errors import NotWritten

    text = export_csv.written(answer) if form == "csv" else export_markdown.written(answer)
    if path == STANDARD_OUTPUT:
        click.echo(text.encode("utf-8"), nl=False)
        return
    try:
        path.write_bytes(text.encode(ENCODINGS[form]))
    except OSError as error:
        raise NotWritten(
            f"{path} cannot be written ({error.strerror}). Give another place after --{form}."
        ) from error
    say(f"{phrase.plural(len(answer.blocks), 'statement')} of {answer.person}: {path}")


def _show_beside(answer: Answer) -> None:
    """Say on standard error why there is nothing to write."""
    from bot.pages import page, terminal

    page.show(terminal.page(answer), console(stderr=True))
    say("No file was written.")


COMMANDS = (who,)
