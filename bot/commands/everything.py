"""Everything that people can use: commands, menus, buttons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from discord import app_commands

from bot.commands import answers, setup, status
from bot.commands.article import article
from bot.commands.ask import ask
from bot.commands.buttons import Pick, Press
from bot.commands.checking import check_message
from bot.commands.feed import feed
from bot.commands.menu import add_message
from bot.commands.who import who

BUTTONS = (Press, Pick, setup.Roles, setup.Channels)
# Importing it is what gives the buttons under answers something to do.
_ = answers


def register(tree: app_commands.CommandTree[Any]) -> None:
    """Put every command and menu into a tree."""
    commands: Sequence[app_commands.Command[Any, ..., Any]] = (
        ask,
        who,
        setup.setup,
        status.status,
        status.privacy,
        status.help_,
    )
    for command in commands:
        tree.add_command(command)
    tree.add_command(article)
    tree.add_command(feed)
    tree.add_command(add_message)
    tree.add_command(check_message)
