"""Form: what every form of ours has in common. A failure in one is told to the person, too."""

from __future__ import annotations

from typing import Any

import discord

from bot.commands import trouble
from bot.commands.common import Interaction

# Discord takes at most so many letters into one field.
LONGEST_FIELD = 4_000
LONGEST_LINE = 500


class Form(discord.ui.Modal):
    """A form; each is made with its title and fields."""

    # A form as a whole fails, not one of its fields: discord.py's own Modal differs from its base.
    async def on_error(self, interaction: Interaction, error: Exception, /) -> None:  # type: ignore[override]
        """Tell the person what went wrong."""
        await trouble.report(interaction, error)


def line(
    label: str,
    value: str | None = None,
    *,
    hint: str | None = None,
    required: bool = False,
    most: int = LONGEST_LINE,
) -> discord.ui.Label[Any]:
    """Return a field of one line, with its label, a hint under it and what it holds already."""
    # Discord refuses a field that holds more already than may be written into it.
    most = max(most, min(len(value or ""), LONGEST_FIELD))
    given = value[:most] if value else value
    text = discord.ui.TextInput[Any](default=given, required=required, max_length=most)
    return discord.ui.Label(text=label, description=hint, component=text)


def space(
    label: str, value: str = "", *, hint: str, most: int = LONGEST_FIELD, required: bool = True
) -> discord.ui.Label[Any]:
    """Return a field of many lines, with what it holds already."""
    text = discord.ui.TextInput[Any](
        style=discord.TextStyle.paragraph,
        default=value or None,
        max_length=most,
        required=required,
    )
    return discord.ui.Label(text=label, description=hint, component=text)


def written(field_: discord.ui.Label[Any]) -> str:
    """Return what was written into a field."""
    component = field_.component
    return component.value.strip() if isinstance(component, discord.ui.TextInput) else ""
