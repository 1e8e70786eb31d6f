"""Trouble: the one handler of every failure. It always ends in a message to the person."""

from __future__ import annotations

import asyncio
import functools
import logging
import secrets
from collections.abc import Awaitable, Callable
from typing import Any

import discord
from discord import app_commands

from bot.chat import courtesy
from bot.chat.markdown import LIMIT, shown
from index.errors import OnRecordError

_log = logging.getLogger(__name__)
Interaction = discord.Interaction[Any]

# What Discord answers where something cannot be done, by its codes (its documentation, topics,
# "Opcodes and Status Codes", "JSON").
_SENTENCES = {
    10003: courtesy.GONE,  # unknown channel, or thread
    10008: courtesy.GONE,  # unknown message
    10015: courtesy.TOO_LONG,  # unknown webhook
    10062: courtesy.LATE,  # unknown interaction
    50001: courtesy.NO_PERMISSION,
    50013: courtesy.NO_PERMISSION,
    50027: courtesy.TOO_LONG,  # invalid webhook token
    50083: courtesy.THREAD_CLOSED,  # archived
    160005: courtesy.THREAD_CLOSED,  # locked
    160006: courtesy.MANY_THREADS,
    160007: courtesy.MANY_THREADS,  # in an announcement channel
}
# How long a button or form may stay without an answer before it is told that nobody has one.
ABANDONED_SECONDS = 2.0
# As long a reply to one person stands in a channel before it deletes itself.
_SEEN_SECONDS = 20.0


async def report(interaction: Interaction, error: BaseException) -> None:
    """Tell the person what went wrong and what to do, by whatever way is still open."""
    if interaction.type is discord.InteractionType.autocomplete:
        _log.error("Autocomplete failed", exc_info=error)
        return
    sentence = sentence_for(error)
    for way in (_in_answer, _beside_answer, _in_channel):
        try:
            if await way(interaction, sentence):
                return
        except (discord.HTTPException, discord.InteractionResponded) as failed:
            _log.info("Could not tell of a failure (%s): %s", way.__name__, failed)
    _log.warning("Nobody could be told: %s", sentence)


async def guard(interaction: Interaction, work: Awaitable[None]) -> None:
    """Do the work of a button, a menu or a form; report where it fails."""
    try:
        await work
    except Exception as error:  # noqa: BLE001 - the last place where anybody could tell the person
        await report(interaction, error)


def sentence_for(error: BaseException) -> str:
    """Return the words for an error; what is nobody's fault but ours is logged with a number."""
    cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
    if isinstance(cause, OnRecordError):
        # It may quote what somebody wrote.
        return shown(str(cause), LIMIT)
    if isinstance(cause, discord.HTTPException) and cause.code in _SENTENCES:
        return _SENTENCES[cause.code]
    if isinstance(cause, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch):
        return courtesy.OLD_COMMAND
    if isinstance(cause, app_commands.CheckFailure | app_commands.TransformerError):
        return str(cause)
    incident = secrets.token_hex(3)
    _log.error("Incident %s", incident, exc_info=cause)
    return courtesy.trouble(incident)


async def _in_answer(interaction: Interaction, sentence: str) -> bool:
    """Where nothing is said yet: as the answer itself, or in place of "thinking…"."""
    if not interaction.response.is_done():
        await interaction.response.send_message(sentence, ephemeral=True)
        return True
    thinking = interaction.response.type is discord.InteractionResponseType.deferred_channel_message
    if thinking and not interaction.extras.get("answered"):
        await interaction.edit_original_response(content=sentence)
        return True
    return False


async def _beside_answer(interaction: Interaction, sentence: str) -> bool:
    if not interaction.response.is_done():
        return False
    await interaction.followup.send(sentence, ephemeral=True)
    return True


async def _in_channel(interaction: Interaction, sentence: str) -> bool:
    """Where Discord has closed the interaction: in the channel, named but not pinged."""
    channel = interaction.channel
    if not isinstance(channel, discord.abc.Messageable):
        return False
    await channel.send(f"{interaction.user.mention} {sentence}")
    return True


async def reply(message: discord.Message, error: BaseException) -> None:
    """Tell whoever wrote a message what went wrong: as a reply, else by direct message.

    What only concerns them is told the other way round: a message has no ephemeral answer, so it
    is sent directly, and to those who take no direct messages as a reply that deletes itself.
    """
    sentence = sentence_for(error)
    ways: list[Callable[[str], Awaitable[object]]] = [message.reply, message.author.send]
    if isinstance(error, courtesy.NotAllowedError) and message.guild is not None:
        sentence = f"In {message.jump_url}: {sentence}"
        ways = [message.author.send, functools.partial(message.reply, delete_after=_SEEN_SECONDS)]
    for way in ways:
        try:
            await way(sentence)
            return
        except discord.HTTPException as failed:
            _log.info("Could not tell of a failure: %s", failed)
    _log.warning("Nobody could be told: %s", sentence)


async def catch_abandoned(interaction: Interaction) -> None:
    """Answer a button or form that nothing of ours answers, as one from before an update."""
    if interaction.type not in (
        discord.InteractionType.component,
        discord.InteractionType.modal_submit,
    ):
        return
    await asyncio.sleep(ABANDONED_SECONDS)
    if interaction.response.is_done():
        return
    try:
        await interaction.response.send_message(courtesy.OLD_BUTTON, ephemeral=True)
    except (discord.HTTPException, discord.InteractionResponded) as failed:
        _log.info("An old button or form could not be answered: %s", failed)
