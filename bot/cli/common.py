"""What all commands share: the data folder, the options, the errors."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from bot.cli.progress import reading
from bot.cli.voice import say
from index.errors import OnRecordError

if TYPE_CHECKING:
    from index.record import Record

Function = TypeVar("Function", bound=Callable[..., Any])

# How long a command may spend on reading new articles before it does what it was asked to.
LEVEL_SECONDS = 20.0
# An index that another version made is made again at once where that takes seconds; a larger one
# answers as it is until a person has the time.
REBUILT_AT_ONCE = 100

data_option = click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder that holds the articles (setting ON_RECORD_DATA).",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for a machine.")


class Commands(click.Group):
    """The group of all commands: it turns an error that a person can cure into its sentence."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command. Exit status 1 and the error's own words where it fails."""
        try:
            return super().invoke(ctx)
        except OnRecordError as error:
            say(str(error))
            ctx.exit(1)
        except KeyboardInterrupt:
            say("Stopped. What was acknowledged is kept; the same command goes on from there.")
            ctx.exit(1)


def common(function: Function) -> Function:
    """Give a command the options that every command takes."""
    return data_option(json_option(function))


@contextlib.contextmanager
def open_record(data: Path | None, command: str, *, level: bool = True) -> Iterator[Record]:
    """Open the record that the settings name, and bring its index level with the articles.

    A question does not wait for many new articles: what is not read after ``LEVEL_SECONDS`` stays
    waiting, and the answer says so. Where another process owns the data, that one levels.
    """
    from bot import settings, wiring

    with wiring.open_record(settings.load(data), command, say) as record:
        if level and record.owns:
            why = record.outdated()
            if why and record.tally().searched > REBUILT_AT_ONCE:
                say(f"The index should be made again: {why}. Run: on-record rebuild")
            else:
                with reading("Reading articles") as progress:
                    record.level(LEVEL_SECONDS, progress)
        yield record
