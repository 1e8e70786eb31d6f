"""Deliver: send messages, the first in place of "thinking…" or as a reply, the others after it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

import discord

from bot.commands.common import Interaction

Messageable = discord.abc.Messageable


class Reply(Protocol):
    """A way of answering: a command, or a message that was said to the bot.

    ``token`` is Discord's for the interaction that is answered, empty where there is none.
    ``answered``: the first message of the answer was sent.
    """

    token: str
    answered: bool

    async def grow(self, content: str, view: discord.ui.View | None) -> discord.Message:
        """Show what is not the answer yet; the first message of the answer takes its place."""

    async def first(self, content: str, view: discord.ui.View | None) -> discord.Message:
        """Send the first message."""

    async def next(self, content: str, view: discord.ui.View | None) -> discord.Message:
        """Send a message after it."""


class ToCommand:
    """Answers a command that was deferred."""

    def __init__(self, interaction: Interaction, *, private: bool) -> None:
        self._interaction = interaction
        self._private = private
        self.token = interaction.token
        self.answered = False

    async def grow(self, content: str, view: discord.ui.View | None) -> discord.Message:
        """Put it in place of "thinking…"."""
        return await self._interaction.edit_original_response(content=content, view=view)

    async def first(self, content: str, view: discord.ui.View | None) -> discord.Message:
        """Put the answer in place of "thinking…"."""
        sent = await self.grow(content, view)
        self.answered = self._interaction.extras["answered"] = True
        return sent

    async def next(self, content: str, view: discord.ui.View | None) -> discord.Message:
        """Send a follow-up."""
        return await self._interaction.followup.send(
            content, ephemeral=self._private, wait=True, suppress_embeds=True, **_with(view)
        )


class _ToMessages:
    """Answers with messages of its own, the first of which may grow."""

    def __init__(self, token: str = "") -> None:
        self.token = token
        self.answered = False
        self._grown: discord.Message | None = None

    async def grow(self, content: str, view: discord.ui.View | None) -> discord.Message:
        """Send a message, or change the one that was sent."""
        if self._grown is None:
            self._grown = await self._send(content, view)
        else:
            self._grown = await self._grown.edit(content=content, view=view)
        return self._grown

    async def first(self, content: str, view: discord.ui.View | None) -> discord.Message:
        """Send the first message, or put it in place of the one that grew."""
        sent = await self.grow(content, view)
        self.answered = True
        return sent

    async def _send(self, content: str, view: discord.ui.View | None) -> discord.Message:
        raise NotImplementedError


class Beside(_ToMessages):
    """Answers beside a message whose button was pressed, for everybody to see."""

    def __init__(self, interaction: Interaction) -> None:
        super().__init__(interaction.token)
        self._interaction = interaction

    async def _send(self, content: str, view: discord.ui.View | None) -> discord.Message:
        return await self.next(content, view)

    async def next(self, content: str, view: discord.ui.View | None) -> discord.Message:
        """Send a follow-up."""
        return await self._interaction.followup.send(
            content, wait=True, suppress_embeds=True, **_with(view)
        )


class ToMessage(_ToMessages):
    """Answers a message that mentions the bot, or was sent to it directly."""

    def __init__(self, message: discord.Message) -> None:
        super().__init__()
        self._message = message

    async def _send(self, content: str, view: discord.ui.View | None) -> discord.Message:
        """Reply to the message; if it was deleted meanwhile, answer in the channel."""
        try:
            return await self._message.reply(
                content, mention_author=False, suppress_embeds=True, **_with(view)
            )
        except discord.HTTPException as error:
            if not _is_gone(error):
                raise
            return await self.next(content, view)

    async def next(self, content: str, view: discord.ui.View | None) -> discord.Message:
        """Send a message to the channel."""
        return await self._message.channel.send(content, suppress_embeds=True, **_with(view))


async def deliver(
    reply: Reply, contents: Sequence[str], view: discord.ui.View | None
) -> discord.Message:
    """Send messages in order, buttons under the last one; return that."""
    *others, last = contents
    send = reply.first
    for content in others:
        await send(content, None)
        send = reply.next
    return await send(last, view)


def _with(view: discord.ui.View | None) -> dict[str, Any]:
    return {} if view is None else {"view": view}


def _is_gone(error: discord.HTTPException) -> bool:
    """Tell whether the message that was to be replied to is no longer there."""
    unknown_message, bad_form = 10008, 50035
    return error.code == unknown_message or (
        error.code == bad_form and "message_reference" in error.text
    )
