"""eval: a team's own questions, and which of them got worse since the last run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.common import common, open_record
from bot.cli.voice import print_json, say

if TYPE_CHECKING:
    from bot.asking import Desk
    from bot.trial import Figure, Judged, Trial

# What ``--help`` shows of a file of questions; the mark keeps its lines as they are.
_EXAMPLE = """\b
A file of questions:
[[question]]
ask = "How many berths does the harbour have?"
articles = ["Harbour to grow"]   # headlines or ids that should be found
words = ["43 berths"]            # that should stand in the answer
[[question]]
ask = "And what did she say last week?"
history = ["What did the mayor say about the ferry?"]
asked_at = 2024-03-20            # the day from which "last week" counts
refuse = true                    # nothing on record answers it
"""


@click.command("eval", epilog=_EXAMPLE)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@common
def evaluate(file: Path, data: Path | None, as_json: bool) -> None:
    """Ask the questions of a file (TOML or JSON lines) and say how well they are answered."""
    from bot import trial

    trials, before = trial.read(file), trial.last_run(file)
    with open_record(data, "eval") as record:
        from bot.asking import HOUSE, Desk

        headings = {one: title for one, title, *_ in record.database.headings(HOUSE)}
        for number, article in trial.not_on_record(trials, headings):
            say(f"Question {number} expects “{article}”, which is no headline or id on record.")
        desk = Desk(record)
        judged = [_judged(desk, each) for each in trials]
    fallen = list(trial.worse(judged, before))
    told = trial.figures(judged)
    if as_json:
        print_json(
            {
                "questions": [asdict(each) for each in judged],
                "figures": [asdict(each) for each in told],
                "worse": [list(each) for each in fallen],
            }
        )
    else:
        _show(told, trial.kept_figures(judged, before), asked=len(judged))
        _show_worse(fallen, judged, before)
    trial.keep(file, judged)


def _judged(desk: Desk, one: Trial) -> Judged:
    from bot import trial

    found = desk.search(one.ask, one.history, one.asked_at)
    titles = desk.titles(found)
    ids = dict.fromkeys(hit.passage.article_id for hit in found.passages)
    answer = desk.ask(one.ask, one.history, asked_at=one.asked_at)
    return trial.judge(one, answer, [(each, titles[each]) for each in ids])


def _show(told: Sequence[Figure], before: Mapping[str, float], *, asked: int) -> None:
    from bot import trial
    from bot.composing import phrase

    click.echo(f"{phrase.plural(asked, 'question')} asked.")
    click.echo(f"  {'':30}{'':14}{'':>6}   {'95 in 100':15}{'last run' if before else ''}".rstrip())
    for each in told:
        count = f"{each.passed:,} of {each.held:,}" if each.passed is not None else ""
        within = f"{each.low:.2f} to {each.high:.2f}"
        last = f"{before[each.measure]:.2f}" if each.measure in before else ""
        line = f"  {trial.MEASURES[each.measure]:30}{count:>14}{each.value:>6.2f}"
        click.echo(f"{line}   {within:15}{last}".rstrip())


def _show_worse(
    fallen: Sequence[tuple[str, str]], judged: Sequence[Judged], before: Mapping[str, Judged]
) -> None:
    if not any(each.ask in before for each in judged):
        click.echo("This is the first run; the next one says what got worse.")
    elif not fallen:
        click.echo("No question got worse since the last run.")
    for question, how in fallen:
        click.echo(f"Worse: {question}  ({how})")


COMMANDS = (evaluate,)
