"""The command ``on-record``: one file a group of commands, each a few lines.

Nothing heavy is imported at the top of any file here: ``on-record --help`` answers at once.
"""

from __future__ import annotations

import click

from bot.cli import add, articles, ask, audit, care, evaluate, feed, prove, run, who
from bot.cli.common import Commands


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="on-record", prog_name="on-record")
def main() -> None:
    """Ask what was said; get who, the exact words, when, where, and a link to the sentence."""


GROUPS = (ask, prove, audit, who, add, feed, articles, care, evaluate, run)

for command in (each for group in GROUPS for each in group.COMMANDS):
    main.add_command(command)
