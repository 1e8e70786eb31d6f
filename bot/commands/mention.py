"""Mention: a message that names the bot, or is sent to it directly, is a question."""

from __future__ import annotations

import contextlib

import discord

from bot.chat import following
from bot.chat.bureau import Bureau
from bot.chat.conversation import Asked
from bot.chat.following import Heard
from bot.commands import trouble
from bot.commands.answering import Asker, answer
from bot.commands.common import check_channel, scope_in, take
from bot.commands.deliver import ToMessage
from bot.commands.places import guild_channel


async def hear(client: discord.Client, message: discord.Message, bureau: Bureau, us: int) -> None:
    """Answer a message if it is meant for the bot, and always in words."""
    meaning = following.meaning(heard(message, us), us)
    if meaning == "not for us":
        return
    try:
        if meaning == "question":
            await _answer(client, message, bureau, us)
        else:
            lines = {"withheld": following.ONLY_MENTIONS, "nothing said": following.NOTHING_SAID}
            await ToMessage(message).first(lines[meaning], None)
    except Exception as error:  # noqa: BLE001 - the last place where anybody could tell the person
        await trouble.reply(message, error)


def heard(message: discord.Message, us: int) -> Heard:
    """Return what Discord tells of a message."""
    replied = message.reference.resolved if message.reference else None
    role = message.guild.self_role if message.guild else None
    return Heard(
        text=message.content,
        direct=message.guild is None,
        mentions_us=any(user.id == us for user in message.mentions),
        answers_us=(isinstance(replied, discord.Message) and replied.author.id == us)
        or (role is not None and role in message.role_mentions),
        has_more=bool(message.attachments or message.stickers or message.embeds),
    )


async def _answer(
    client: discord.Client, message: discord.Message, bureau: Bureau, us: int
) -> None:
    server = message.guild.id if message.guild else None
    take(bureau.allowances.questions, message.author.id)
    check_channel(bureau, server, message.channel)
    with contextlib.suppress(discord.HTTPException):
        # That somebody is told "… is typing" is a kindness; the answer does not hang on it.
        await message.channel.typing()
    scope = await scope_in(client, server, message.author.id)
    asked = await bureau.look(
        bureau.answered.following,
        Asked(following.question(message.content, us), asked_on=bureau.today(server)),
        message.channel.id,
        direct=server is None,
        reply_to=message.reference.message_id if message.reference else None,
    )
    asker = Asker(message.author.id, scope, guild_channel(message.channel))
    await answer(bureau, ToMessage(message), asked, asker)
