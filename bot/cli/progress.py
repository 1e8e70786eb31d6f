"""A bar for work that takes a while, on standard error so that results stay clean."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from bot.cli.common import console

if TYPE_CHECKING:
    from index.record import Progress


@contextlib.contextmanager
def reading(label: str) -> Iterator[Callable[[Progress], None]]:
    """Show how far the reading of articles has come, and how long it will still take."""
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    estimate = TextColumn("{task.fields[left]}")
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), estimate)
    with Bar(*columns, console=console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, left="")

        def show(progress: Progress) -> None:
            bar.update(task, completed=progress.done, total=progress.total, left=_left(progress))

        yield show


def _left(progress: Progress) -> str:
    seconds = progress.seconds_left
    if seconds is None:
        return ""
    return f"about {seconds / 60:.0f} min left" if seconds >= 90 else f"about {seconds:.0f} s left"
