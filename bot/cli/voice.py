"""The two voices of a command: results on standard output, words beside them on standard error."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console


def say(text: str) -> None:
    """Tell a person something beside the result: on standard error."""
    click.echo(text, err=True)


def print_json(value: object) -> None:
    """Print one line of JSON for a machine: on standard output, and nothing else goes there."""
    line = json.dumps(value, ensure_ascii=False, allow_nan=False)
    # Half a character, which JSON can name but UTF-8 cannot, is written as JSON names it.
    click.echo(line.encode("utf-8", "backslashreplace"))


def console(*, stderr: bool = False) -> Console:
    """Return where a person reads: standard output, or standard error beside it."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)
