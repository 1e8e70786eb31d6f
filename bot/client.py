"""Client: the bot's connection to Discord. It hears, hands on to ``bot.commands``, and stays up.

Default intents only: nothing privileged is asked for, so nobody has to allow the bot to read what
is not said to it.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import re
import threading
from collections.abc import Iterable
from typing import Any

import discord
from discord import app_commands

from bot.chat import courtesy, upkeep
from bot.chat.bureau import Bureau
from bot.chat.scope import Scope
from bot.collector import set_aside
from bot.commands import everything, mention, trouble, writing
from index.errors import SettingError

_log = logging.getLogger(__name__)
_REFUSED = (
    "Discord does not accept the token in DISCORD_TOKEN. Copy it again from "
    "https://discord.com/developers/applications (your application, Bot, Reset Token) into .env."
)
_NO_DISCORD = "Discord cannot be reached ({}). Check this machine’s network, then start again."
_TOKEN_WITHDRAWN = 4004
# How discord.py names the tasks in which it calls our commands, buttons and events.
_EVENT = re.compile(r"discord\.py: |CommandTree-|discord-ui-")
_LAST_SECONDS = 10.0


def intents() -> discord.Intents:
    """Return what the bot asks Discord for: the default, and nothing that is privileged."""
    return discord.Intents.default()


class Tree(app_commands.CommandTree["Client"]):
    """The slash commands; every failure of one goes to the one handler."""

    async def on_error(
        self, interaction: trouble.Interaction, error: app_commands.AppCommandError
    ) -> None:
        """Tell the person."""
        await trouble.report(interaction, error)


class Client(discord.Client):
    """The bot. ``bureau`` holds all that it works from."""

    def __init__(self, bureau: Bureau, *, ready_timeout: float = 2.0) -> None:
        # It would warn that it cannot speak, which nobody wants of it.
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        super().__init__(
            intents=intents(),
            allowed_mentions=discord.AllowedMentions.none(),
            # What people write is not kept, not even in memory.
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            guild_ready_timeout=ready_timeout,
        )
        self.bureau = bureau
        self.tree = Tree(self)
        everything.register(self.tree)

    async def setup_hook(self) -> None:
        """Make old buttons work, end what was cut off, and tell Discord of changed commands."""
        self.add_dynamic_items(*everything.BUTTONS)
        await writing.end_unfinished(self, self.bureau)
        await self._sync()

    def dispatch(self, event: str, /, *args: Any, **kwargs: Any) -> None:
        """Hand an event on, unless the bot is being stopped: nobody would be there to hear it."""
        if not self.is_closed():
            super().dispatch(event, *args, **kwargs)

    async def on_ready(self) -> None:
        """Read into memory what the servers will ask for."""
        _log.info("Connected as %s, in %d servers", self.user, len(self.guilds))
        here = [guild.id for guild in self.guilds]
        await self.bureau.look(self.bureau.feeds.pause_all_but, here)
        await self._prepare(guild.id for guild in self.guilds)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Tell the operator how to open the house library to a new server."""
        _log.info(courtesy.joined(guild.name, guild.id))
        await self._prepare([guild.id])

    async def on_guild_available(self, guild: discord.Guild) -> None:
        """Read into memory what a server that is back will ask for."""
        await self._prepare([guild.id])

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Forget what was kept for a server that the bot has left; its articles stay on disk."""
        await self.bureau.look(self.bureau.state.forget_server, guild.id)

    async def on_raw_message_delete(self, gone: discord.RawMessageDeleteEvent) -> None:
        """Forget what was kept of an answer whose message was deleted."""
        await self.bureau.look(self.bureau.state.forget_messages, [gone.message_id])

    async def on_raw_bulk_message_delete(self, gone: discord.RawBulkMessageDeleteEvent) -> None:
        """Forget what was kept of answers whose messages were deleted."""
        await self.bureau.look(self.bureau.state.forget_messages, gone.message_ids)

    async def on_raw_thread_delete(self, gone: discord.RawThreadDeleteEvent) -> None:
        """Forget what was kept of the answers in a thread."""
        await self.bureau.look(self.bureau.state.forget_channel, gone.thread_id)

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """Forget what was kept of the answers in a channel."""
        await self.bureau.look(self.bureau.state.forget_channel, channel.id)

    async def on_message(self, message: discord.Message) -> None:
        """Answer a mention or a direct message."""
        if self.user is not None and not message.author.bot:
            await mention.hear(self, message, self.bureau, self.user.id)

    async def on_interaction(self, interaction: trouble.Interaction) -> None:
        """Leave no button and no form without an answer."""
        await trouble.catch_abandoned(interaction)

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
        """Log what failed outside of any question; the bot goes on."""
        _log.exception("Failed in %s", event_method)

    async def _prepare(self, servers: Iterable[int]) -> None:
        scopes = [*map(self.bureau.scope, servers), Scope(None, house=True)]
        await self.bureau.look(self.bureau.prepare, scopes)

    async def _sync(self) -> None:
        """Tell Discord of the commands if they differ from those it was told last."""
        digest = _digest(self.tree, self.application_id)
        if await self.bureau.look(self.bureau.state.synced) == digest:
            return
        try:
            await self.tree.sync()
        except discord.HTTPException as error:
            _log.error("Discord did not take the commands (%s). The next start tries again.", error)
            return
        await self.bureau.look(self.bureau.state.save_synced, digest)
        _log.info("Told Discord of %d commands", len(self.tree.get_commands()))


def _digest(tree: Tree, application: int | None) -> str:
    """Return what changes when the commands, or the application that they belong to, do."""
    commands = [each.to_dict(tree) for each in tree.walk_commands() if each.parent is None]
    menus = [
        each.to_dict(tree)
        for kind in (discord.AppCommandType.message, discord.AppCommandType.user)
        for each in tree.get_commands(type=kind)
    ]
    whole = json.dumps([application, commands, menus], sort_keys=True, default=str)
    return hashlib.sha256(whole.encode()).hexdigest()


async def serve(client: Client, token: str, stop: asyncio.Event) -> None:
    """Log in and serve until ``stop`` is set.

    Raises ``SettingError`` where Discord refuses the token, or cannot be reached at the start.
    Later interruptions are discord.py's to mend: it connects again, and again.
    """
    async with client:
        await _log_in(client, token)
        _log.info("The token is good. Loading the model and the index.")
        await client.bureau.work(upkeep.warm_up, client.bureau)
        halt = threading.Event()
        with set_aside():
            keeper = asyncio.create_task(asyncio.to_thread(upkeep.keep, client.bureau, halt))
            feeds = asyncio.create_task(asyncio.to_thread(upkeep.read_feeds, client.bureau, halt))
            try:
                await _connect(client, stop)
            finally:
                halt.set()
                await asyncio.gather(keeper, feeds)


async def _log_in(client: Client, token: str) -> None:
    try:
        await client.login(token)
    except discord.LoginFailure as error:
        raise SettingError(_REFUSED) from error
    except (OSError, discord.HTTPException) as error:
        raise SettingError(_NO_DISCORD.format(type(error).__name__)) from error


async def _connect(client: Client, stop: asyncio.Event) -> None:
    connected = asyncio.create_task(client.connect(reconnect=True))
    stopped = asyncio.create_task(stop.wait())
    await asyncio.wait({connected, stopped}, return_when=asyncio.FIRST_COMPLETED)
    if stopped.done():
        # Who has been told "thinking…" is still answered, without the model.
        client.bureau.writers.stop_all()
        await _let_finish(connected)
    stopped.cancel()
    await client.close()
    await asyncio.wait({connected})
    await _let_finish(stopped)
    error = connected.exception()
    if error is None or stop.is_set():
        return  # one that is closed in the middle of being made fails, which is no news then
    if isinstance(error, discord.ConnectionClosed):
        raise SettingError(_closed(error.code)) from error
    raise error


def _closed(code: int) -> str:
    """Say why Discord has closed the connection for good."""
    return _REFUSED if code == _TOKEN_WITHDRAWN else _NO_DISCORD.format(f"it closed with {code}")


async def _let_finish(*others: asyncio.Task[Any]) -> None:
    """Wait a moment for what is being done, but for this task and some others."""
    ours = {task for task in asyncio.all_tasks() if _EVENT.match(task.get_name())}
    ours -= {*others, asyncio.current_task()}
    if ours:
        await asyncio.wait(ours, timeout=_LAST_SECONDS)
