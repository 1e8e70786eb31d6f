"""A bar for work that takes a while, on standard error so that results stay clean."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from bot.cli.voice import console, say

if TYPE_CHECKING:
    from rich.console import Console

    from bot.composing.answer import Prose
    from index.record import Progress

    # The sentences proven so far, and how many were looked at.
    Grown = Callable[[Sequence[Prose], int], None]


@contextlib.contextmanager
def reading(label: str) -> Iterator[Callable[[Progress], None]]:
    """Show how far the reading of articles has come, and how long it will still take.

    Where nobody watches (a pipe, a log), one line says it once, as soon as it can be told.
    """
    screen = console(stderr=True)
    yielded = _bar(screen, label) if screen.is_terminal else contextlib.nullcontext(_Once(label))
    with yielded as show:
        yield show


@contextlib.contextmanager
def writing(is_shown: bool) -> Iterator[Grown]:
    """Show the proven sentences of an answer while it is written, where somebody watches."""
    screen = console(stderr=True)
    if not (is_shown and screen.is_terminal):
        yield lambda proven, checked: None
        return
    from rich.live import Live

    from bot.pages.page import page_text
    from bot.pages.terminal import growing

    with Live(console=screen, transient=True, auto_refresh=False) as live:

        def show(proven: Sequence[Prose], checked: int) -> None:
            live.update(page_text(growing(proven, checked), screen), refresh=True)

        show((), 0)  # a model may be silent for a while: the person need not be left so
        yield show


@contextlib.contextmanager
def _bar(screen: Console, label: str) -> Iterator[Callable[[Progress], None]]:
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    estimate = TextColumn("{task.fields[left]}")
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), estimate)
    with Bar(*columns, console=screen, transient=True) as bar:
        task = bar.add_task(label, left="")

        def show(progress: Progress) -> None:
            bar.update(task, completed=progress.done, total=progress.total, left=_left(progress))

        yield show


class _Once:
    """Says once how many articles there are and how long they will take."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._said = False

    def __call__(self, progress: Progress) -> None:
        left = _left(progress)
        told = progress.done >= max(2, progress.total // 50)
        if left and told and not self._said and progress.done < progress.total:
            self._said = True
            say(f"{self._label}: {progress.done:,} of {progress.total:,}, {left}.")


def _left(progress: Progress) -> str:
    seconds = progress.seconds_left
    if seconds is None:
        return ""
    return f"about {seconds / 60:.0f} min left" if seconds >= 90 else f"about {seconds:.0f} s left"
