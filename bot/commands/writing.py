"""Writing: an answer that a model writes grows in its message, by proven sentences only.

Whatever happens, the message ends as an answer or as a sentence that says why there is none: here,
or at the next start where this one was cut off.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from dataclasses import replace

import discord

from bot.chat import courtesy, message, writers
from bot.chat.bureau import Bureau
from bot.chat.scope import Scope
from bot.chat.writers import Writing
from bot.commands import buttons, trouble
from bot.commands.common import Interaction, bureau_of
from bot.commands.deliver import Reply
from bot.composing.answer import Answer
from index.state import Unfinished

_log = logging.getLogger(__name__)
STOP = "stop-writing"
# Discord lets a message be changed about once a second.
EVERY = 1.0


@contextlib.asynccontextmanager
async def written(
    bureau: Bureau, reply: Reply, found: Answer, scope: Scope, person: int
) -> AsyncIterator[Answer]:
    """Let the model write of what was found; the block shows the answer that this gives.

    Where the block fails before it has shown one, that is told in place of what grew.
    """
    writing = bureau.writers.begin(person)
    if writing is None:
        yield replace(found, note=writers.BUSY)
        return
    try:
        sent = await _show(reply, found, writing)
        kept = Unfinished(sent.id, sent.channel.id, reply.token)
        failed: Exception | None = None
        try:
            await bureau.look(bureau.state.begin_writing, kept)
            yield await _grown(bureau, reply, found, scope, writing)
        except Exception as error:  # noqa: BLE001 - else the message would seem to grow for ever
            failed = error
        if failed and not reply.answered:
            await reply.grow(trouble.sentence_for(failed), None)
        await bureau.look(bureau.state.end_writing, sent.id)
        if failed and reply.answered:
            raise failed
    finally:
        bureau.writers.end(writing)


async def _grown(
    bureau: Bureau, reply: Reply, found: Answer, scope: Scope, writing: Writing
) -> Answer:
    """Show what is proven as it comes, where Discord takes it, and return the answer."""
    desk = bureau.desk(scope)
    work = asyncio.ensure_future(bureau.writers.write(writing, found, desk, scope.server))
    shown = writing.told
    while not (await asyncio.wait([work], timeout=EVERY))[0]:
        if writing.told != shown:
            shown = writing.told
            try:
                await _show(reply, found, writing)
            except discord.HTTPException as error:
                _log.info("What was proven could not be shown yet: %s", error)
    return work.result()


async def _show(reply: Reply, found: Answer, writing: Writing) -> discord.Message:
    stop = buttons.Press(STOP, "Stop writing", writing.word)
    return await reply.grow(message.growing(found, *writing.told), buttons.view(stop))


@buttons.on_press(STOP)
async def stop_writing(interaction: Interaction, rest: str) -> None:
    """Stop the model; the answer without it takes the place of what it wrote."""
    bureau_of(interaction).writers.stop(rest, interaction.user.id)
    await interaction.response.defer()


async def end_unfinished(client: discord.Client, bureau: Bureau) -> None:
    """Say, in the messages that were being written when the bot was cut off, to ask again."""
    for left in await bureau.look(bureau.state.unfinished):
        for way in (_by_interaction, _in_channel):
            try:
                if await way(client, left):
                    break
            except discord.HTTPException as error:
                _log.info("A message that was cut off could not be changed: %s", error)
        await bureau.look(bureau.state.end_writing, left.message_id)


async def _by_interaction(client: discord.Client, left: Unfinished) -> bool:
    """Change it as the answer to its command, which is possible for fifteen minutes."""
    if not left.token or client.application_id is None:
        return False
    hook = discord.Webhook.partial(client.application_id, left.token, client=client)
    await hook.edit_message(left.message_id, content=courtesy.CUT_OFF, view=None)
    return True


async def _in_channel(client: discord.Client, left: Unfinished) -> bool:
    """Change it as any message of ours."""
    channel = client.get_partial_messageable(left.channel_id)
    await channel.get_partial_message(left.message_id).edit(content=courtesy.CUT_OFF, view=None)
    return True
