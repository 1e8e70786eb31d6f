"""prove: a draft, its quotations and sentences, checked against the record."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from bot.cli.ask import links_option
from bot.cli.common import common, open_record
from bot.cli.voice import console, print_json


@click.command()
@click.argument("file", metavar="FILE|-", type=click.Path(path_type=Path, allow_dash=True))
@links_option
@click.option(
    "--strict", is_flag=True, help="Exit status 1 where anything is not found, for scripts."
)
@common
def prove(file: Path, links: bool, strict: bool, data: Path | None, as_json: bool) -> None:
    """Check every quotation of a draft: on record, by whom, altered, or not on record.

    A sentence that cites an article, by a number in the draft’s list of sources, a link, a
    headline or an id, is held to it too; one that the article does not have so counts as failing,
    like an altered quotation. The exit status is 0 for a draft that was checked, whatever the
    verdicts; 1 is an error. With --strict it is 1 too where a quotation is not found or could not
    be read, or a sentence is not proven; a sentence that was not checked fails nothing.
    """
    from bot.asking import HOUSE
    from bot.drafts.copydesk import CopyDesk
    from bot.pages import machine, page, proof_page

    draft = _read(file)
    with open_record(data, "prove") as record:
        checked = CopyDesk(record, HOUSE).check(draft)
    if as_json:
        print_json(machine.checked(checked))
    else:
        page.show(proof_page.page(checked, links), console())
    if strict and not checked.holds:
        raise click.exceptions.Exit(1)


def _read(file: Path) -> str:
    from index.intake.file.plain import read_text, text_of

    if str(file) != "-":
        return read_text(file)
    return text_of("standard input", sys.stdin.buffer.read())


COMMANDS = (prove,)
