"""/setup: what the managers of a server set."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from typing import Any, Self

import discord
from discord import app_commands

from bot.chat import standing
from bot.chat.courtesy import NotAllowedError
from bot.commands import buttons, trouble
from bot.commands.common import Interaction, bureau_of, in_servers, lacking_here
from bot.commands.form import Form, line, written
from index.state import ServerSettings

PRIVATE, ZONE, WRITTEN = "setup-private", "setup-zone", "setup-written"
_MOST = 25
_CHANNELS = [discord.ChannelType.text, discord.ChannelType.news, discord.ChannelType.forum]


@in_servers
@app_commands.command()
@app_commands.default_permissions(manage_guild=True)
async def setup(interaction: Interaction) -> None:
    """Choose who adds articles, where I answer, and where reports go."""
    _check_manager(interaction)
    await interaction.response.defer(thinking=True, ephemeral=True)
    await _show(interaction)


def _check_manager(interaction: Interaction) -> None:
    if interaction.guild_id is None or not interaction.permissions.manage_guild:
        raise NotAllowedError("Only those who may manage this server set me up.")


async def _show(interaction: Interaction) -> None:
    bureau = bureau_of(interaction)
    settings, model = bureau.settings(interaction.guild_id or 0), bureau.writers.name
    lacking = lacking_here(interaction)
    items: list[discord.ui.Item[Any]] = [
        Roles(settings.adding_roles),
        Channels("asking", settings.asking_channels),
        Channels("reports", [settings.reports_channel] if settings.reports_channel else []),
        buttons.Press(PRIVATE, f"Private by default: {_on(settings.private)}"),
        buttons.Press(ZONE, f"Time zone: {settings.time_zone}"),
    ]
    if model:
        items.append(buttons.Press(WRITTEN, f"A model writes: {_on(settings.written)}"))
    await interaction.edit_original_response(
        content=standing.setup_text(settings, lacking, model), view=buttons.view(*items)
    )


async def _change(interaction: Interaction, **changes: Any) -> None:
    _check_manager(interaction)
    await interaction.response.defer()
    bureau = bureau_of(interaction)
    settings = bureau.settings(interaction.guild_id or 0)
    await bureau.look(bureau.save_settings, dataclasses.replace(settings, **changes))
    await _show(interaction)


class Roles(discord.ui.DynamicItem[discord.ui.RoleSelect[Any]], template=r"on-record-setup:roles"):
    """The menu of roles that add and remove."""

    def __init__(self, chosen: Sequence[int] = ()) -> None:
        super().__init__(
            discord.ui.RoleSelect(
                custom_id="on-record-setup:roles",
                placeholder="Who adds and removes articles",
                min_values=0,
                max_values=_MOST,
                default_values=[discord.Object(each, type=discord.Role) for each in chosen],
            )
        )

    @classmethod
    async def from_custom_id(
        cls, interaction: Interaction, item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Make the menu again."""
        return cls()

    async def callback(self, interaction: Interaction) -> None:
        """Keep the roles that were chosen."""
        roles = tuple(_chosen(interaction))
        await trouble.guard(interaction, _change(interaction, adding_roles=roles))


class Channels(
    discord.ui.DynamicItem[discord.ui.ChannelSelect[Any]],
    template=r"on-record-setup:(?P<what>asking|reports)",
):
    """The menu of channels in which questions are answered, or that reports go to."""

    def __init__(self, what: str, chosen: Sequence[int] = ()) -> None:
        asking = what == "asking"
        super().__init__(
            discord.ui.ChannelSelect(
                custom_id=f"on-record-setup:{what}",
                placeholder="Where I answer" if asking else "Where reports of problems go",
                channel_types=_CHANNELS if asking else _CHANNELS[:1],
                min_values=0,
                max_values=_MOST if asking else 1,
                default_values=[
                    discord.Object(each, type=discord.abc.GuildChannel) for each in chosen
                ],
            )
        )
        self._what = what

    @classmethod
    async def from_custom_id(
        cls, interaction: Interaction, item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Make the menu again from its id."""
        return cls(match["what"])

    async def callback(self, interaction: Interaction) -> None:
        """Keep the channels that were chosen."""
        chosen = tuple(_chosen(interaction))
        changes: dict[str, Any] = (
            {"asking_channels": chosen}
            if self._what == "asking"
            else {"reports_channel": chosen[0] if chosen else None}
        )
        await trouble.guard(interaction, _change(interaction, **changes))


def _chosen(interaction: Interaction) -> list[int]:
    data: Any = interaction.data
    return [int(each) for each in data["values"]]


@buttons.on_press(PRIVATE)
async def switch_private(interaction: Interaction, rest: str) -> None:
    """Turn private by default on or off."""
    now = bureau_of(interaction).settings(interaction.guild_id or 0).private
    await _change(interaction, private=not now)


@buttons.on_press(WRITTEN)
async def switch_written(interaction: Interaction, rest: str) -> None:
    """Let a model write answers in this server, or no longer."""
    now = bureau_of(interaction).settings(interaction.guild_id or 0).written
    await _change(interaction, written=not now)


def _on(chosen: bool) -> str:
    return "on" if chosen else "off"


@buttons.on_press(ZONE)
async def ask_zone(interaction: Interaction, rest: str) -> None:
    """Ask for the time zone."""
    _check_manager(interaction)
    settings: ServerSettings = bureau_of(interaction).settings(interaction.guild_id or 0)
    await interaction.response.send_modal(ZoneForm(settings.time_zone))


class ZoneForm(Form):
    """The form for the time zone."""

    def __init__(self, now: str) -> None:
        super().__init__(title="Time zone")
        self._zone = line("Time zone", now, hint="For example: Europe/London", required=True)
        self.add_item(self._zone)

    async def on_submit(self, interaction: Interaction) -> None:
        """Keep the time zone."""
        await _change(interaction, time_zone=standing.time_zone(written(self._zone)))
