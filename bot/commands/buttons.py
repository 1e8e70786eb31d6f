"""Buttons and menus that outlast a restart: what they are for stands in their own id.

``on-record:WHAT`` or ``on-record:WHAT:REST``; nothing about them is held in memory.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, Self

import discord

from bot.chat import courtesy
from bot.commands import trouble
from bot.commands.common import Interaction, bureau_of, take

Handler = Callable[[Interaction, str], Coroutine[Any, Any, None]]
Picked = Callable[[Interaction, str, str], Coroutine[Any, Any, None]]

_pressed: dict[str, Handler] = {}
_picked: dict[str, Picked] = {}
LONGEST_ID = 100


def on_press(what: str) -> Callable[[Handler], Handler]:
    """Name the function that is called when a button is pressed; it is given the rest of its id."""

    def note(handler: Handler) -> Handler:
        _pressed[what] = handler
        return handler

    return note


def on_pick(what: str) -> Callable[[Picked], Picked]:
    """Name the function that is called when a line of a menu is chosen; it is given its value."""

    def note(handler: Picked) -> Picked:
        _picked[what] = handler
        return handler

    return note


async def _counted(interaction: Interaction, work: Coroutine[Any, Any, None]) -> None:
    """Do the work of a button or a menu, unless it is one too many in a minute."""
    try:
        take(bureau_of(interaction).allowances.presses, interaction.user.id)
    except courtesy.NotAllowedError:
        work.close()
        raise
    await work


async def _unknown(interaction: Interaction, *_: str) -> None:
    """Answer a button that another version made."""
    await interaction.response.send_message(courtesy.OLD_BUTTON, ephemeral=True)


class Press(
    discord.ui.DynamicItem[discord.ui.Button[Any]],
    template=r"on-record:(?P<what>[a-z-]+)(?::(?P<rest>.*))?",
):
    """A button."""

    def __init__(
        self, what: str, label: str, rest: str = "", *, danger: bool = False, row: int | None = None
    ) -> None:
        style = discord.ButtonStyle.danger if danger else discord.ButtonStyle.secondary
        custom_id = f"on-record:{what}:{rest}" if rest else f"on-record:{what}"
        super().__init__(discord.ui.Button(label=label, style=style, custom_id=custom_id), row=row)
        self._what, self._rest = what, rest

    @classmethod
    async def from_custom_id(
        cls, interaction: Interaction, item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Make the button again from its id."""
        return cls(match["what"], "…", match["rest"] or "")

    async def callback(self, interaction: Interaction) -> None:
        """Do what the button is for."""
        handler = _pressed.get(self._what, _unknown)
        await trouble.guard(interaction, _counted(interaction, handler(interaction, self._rest)))


class Pick(
    discord.ui.DynamicItem[discord.ui.Select[Any]],
    template=r"on-record-menu:(?P<what>[a-z-]+):(?P<rest>.*)",
):
    """A menu with at most 25 lines."""

    def __init__(
        self,
        what: str,
        rest: str,
        placeholder: str = "…",
        options: Sequence[discord.SelectOption] = (),
    ) -> None:
        super().__init__(
            discord.ui.Select(
                custom_id=f"on-record-menu:{what}:{rest}",
                placeholder=placeholder,
                options=list(options),
            )
        )
        self._what, self._rest = what, rest

    @classmethod
    async def from_custom_id(
        cls, interaction: Interaction, item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Make the menu again from its id."""
        return cls(match["what"], match["rest"])

    async def callback(self, interaction: Interaction) -> None:
        """Do what the menu is for, with the line that was chosen."""
        handler = _picked.get(self._what, _unknown)
        [value] = interaction.data["values"]  # type: ignore[index, typeddict-item]  # a menu's
        work = handler(interaction, self._rest, value)
        await trouble.guard(interaction, _counted(interaction, work))


def view(*items: discord.ui.Item[Any]) -> discord.ui.View:
    """Return buttons and menus as Discord takes them; they never time out."""
    made = discord.ui.View(timeout=None)
    for item in items:
        made.add_item(item)
    return made


def link(label: str, url: str, row: int | None = None) -> discord.ui.Button[Any]:
    """Return a button that opens an address."""
    return discord.ui.Button(label=label, url=url, row=row)
