"""What the commands share: the bureau behind an interaction, its scope, and who may ask now."""

from __future__ import annotations

import time
from typing import Any, Protocol, TypeVar, cast

import discord
from discord import app_commands

from bot.chat import allowance, courtesy, standing
from bot.chat.allowance import Allowance
from bot.chat.bureau import Bureau
from bot.chat.scope import Scope

Interaction = discord.Interaction[Any]
Command = TypeVar("Command")


class _Host(Protocol):
    bureau: Bureau


def bureau_of(interaction: Interaction) -> Bureau:
    """Return what the bot works from."""
    return cast(_Host, interaction.client).bureau


async def scope_of(interaction: Interaction) -> Scope:
    """Return what the person may search here."""
    return await scope_in(interaction.client, interaction.guild_id, interaction.user.id)


async def scope_in(client: discord.Client, server: int | None, person: int) -> Scope:
    """Return what a person may search in a server, or in a direct message (None).

    A direct message searches the house library if the person belongs to a server that may.
    """
    bureau = cast(_Host, client).bureau
    if server is not None:
        return bureau.scope(server)
    known = bureau.may_search_house(person, time.monotonic())
    if known is None:
        known = await _is_in_a_house_server(client, bureau, person)
        bureau.note_house_member(person, known, time.monotonic())
    return Scope(None, known)


async def _is_in_a_house_server(client: discord.Client, bureau: Bureau, person: int) -> bool:
    for guild in client.guilds:
        if guild.id in bureau.house_servers:
            try:
                await guild.fetch_member(person)
            except discord.NotFound:
                continue
            return True
    return False


def known_scope(interaction: Interaction) -> Scope | None:
    """Return what the person may search here if that is known without asking Discord."""
    bureau = bureau_of(interaction)
    if interaction.guild_id is not None:
        return bureau.scope(interaction.guild_id)
    house = bureau.may_search_house(interaction.user.id, time.monotonic())
    return Scope(None, house=True) if house else None


def lacking_here(interaction: Interaction) -> list[str]:
    """Return the permissions that the bot needs and lacks where it is used."""
    given = interaction.app_permissions
    return standing.missing(name for name in standing.NEEDED if getattr(given, name))


def is_private(bureau: Bureau, interaction: Interaction, wanted: bool | None) -> bool:
    """Tell whether only the asker is to see the answer; in a direct message that goes without."""
    if interaction.guild_id is None:
        return False
    return bureau.settings(interaction.guild_id).private if wanted is None else wanted


def anywhere(command: Command) -> Command:
    """Let a command be used in servers and in direct messages to the bot."""
    everywhere = app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    return app_commands.allowed_installs(guilds=True, users=False)(everywhere(command))


def in_servers(command: Command) -> Command:
    """Let a command be used in servers only."""
    servers = app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    return app_commands.allowed_installs(guilds=True, users=False)(servers(command))


def take(allowed: Allowance, person: int) -> None:
    """Count a question or the like. Raises ``NotAllowedError``, kindly, for one too many."""
    wait = allowed.take(person, time.monotonic())
    if wait is not None:
        raise courtesy.NotAllowedError(allowance.wait_sentence(wait, allowed))


def check_channel(bureau: Bureau, server: int | None, channel: object) -> None:
    """Raise ``NotAllowedError`` where the managers have chosen other channels for questions.

    A thread counts as the channel that it hangs under.
    """
    if server is None:
        return
    chosen = bureau.settings(server).asking_channels
    here = {getattr(channel, "id", None), getattr(channel, "parent_id", None)}
    if chosen and here.isdisjoint(chosen):
        raise courtesy.NotAllowedError(courtesy.NOT_HERE)
