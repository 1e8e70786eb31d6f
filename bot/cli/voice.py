"""The two voices of a command: results on standard output, words beside them on standard error."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console


def say(text: str) -> None:
    """Tell a person something beside the result: on standard error."""
    click.echo(text, err=True)


def print_json(value: object) -> None:
    """Print one line of JSON for a machine: on standard output, and nothing else goes there."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def console(*, stderr: bool = False) -> Console:
    """Return where a person reads: standard output, or standard error beside it."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)
