"""eval: a team's own questions, and which of them got worse since the last run."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.common import common, open_record
from bot.cli.voice import print_json

if TYPE_CHECKING:
    from bot.asking import Desk
    from bot.trial import Judged, Trial


@click.command("eval")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@common
def evaluate(file: Path, data: Path | None, as_json: bool) -> None:
    """Ask the questions of a file (TOML or JSON lines) and say how well they are answered."""
    from bot import trial

    trials, before = trial.read(file), trial.last_run(file)
    with open_record(data, "eval") as record:
        from bot.asking import Desk

        desk = Desk(record)
        judged = [_judged(desk, each) for each in trials]
    fallen = list(trial.worse(judged, before))
    if as_json:
        results = [asdict(each) for each in judged]
        print_json({"questions": results, "worse": [list(each) for each in fallen]})
    else:
        _show(judged, fallen, compared=bool(before))
    trial.keep(file, judged)


def _judged(desk: Desk, one: Trial) -> Judged:
    from bot import trial

    found = desk.search(one.ask)
    titles = desk.titles(found)
    ids = dict.fromkeys(hit.passage.article_id for hit in found.passages)
    return trial.judge(one, desk.ask(one.ask), [(each, titles[each]) for each in ids])


def _show(judged: list[Judged], fallen: list[tuple[str, str]], *, compared: bool) -> None:
    from bot import trial
    from bot.composing import phrase

    click.echo(f"{phrase.plural(len(judged), 'question')} asked.")
    for name, (passed, held) in trial.shares(judged).items():
        click.echo(f"  {trial.MEASURES[name]:28}{passed:>5,} of {held:,}  ({passed / held:.0%})")
    if not compared:
        click.echo("This is the first run; the next one says what got worse.")
    elif not fallen:
        click.echo("No question got worse since the last run.")
    for question, measure in fallen:
        click.echo(f"Worse: {question}  ({measure}: no longer)")


COMMANDS = (evaluate,)
