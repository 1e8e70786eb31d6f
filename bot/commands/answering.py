"""Answering: from a question, however it came, to messages with their buttons."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import discord

from bot.answer import Answer
from bot.chat import choosing, courtesy, message
from bot.chat.bureau import Bureau
from bot.chat.conversation import Asked, Place
from bot.chat.message import Part
from bot.chat.scope import Scope
from bot.commands import buttons
from bot.commands.common import Interaction, bureau_of, check_channel, scope_of, take_question
from bot.commands.deliver import Reply, ToCommand, deliver
from index.state import Origin

CONTEXT, PRINT, THREAD, PROBLEM = "context", "print", "thread", "problem"
SHARE, MORE, OLDEST, WHICH = "share", "more", "oldest", "which"
# What fits into one line of a menu, and into a menu's own id beside the name of its kind.
_MOST = 100
_LONGEST_TOPIC = 75


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asked, where, and who will see the answer. ``channel`` is None where it is not known."""

    person: int
    scope: Scope
    channel: discord.abc.GuildChannel | discord.Thread | None
    private: bool = False


async def answer_command(
    interaction: Interaction, asked: Asked, *, private: bool, limits_of: int | None = None
) -> None:
    """Answer a command or a menu: acknowledged at once, then searched, then shown.

    ``limits_of`` is the message with the menu: the answer is held to what that one was held to.
    """
    bureau = bureau_of(interaction)
    take_question(bureau, interaction.user.id)
    check_channel(bureau, interaction.guild_id, interaction.channel)
    await interaction.response.defer(thinking=True, ephemeral=private)
    scope = await scope_of(interaction)
    if limits_of is not None:
        before = await bureau.look(bureau.answered.again, limits_of)
        asked = replace(asked, limits=before.limits)
    if interaction.channel_id is not None:
        direct = interaction.guild_id is None
        following = bureau.answered.following
        asked = await bureau.look(following, asked, interaction.channel_id, direct=direct)
    asker = Asker(interaction.user.id, scope, guild_channel(interaction.channel), private)
    await answer(bureau, ToCommand(interaction, private=private), asked, asker)


async def answer(bureau: Bureau, reply: Reply, asked: Asked, asker: Asker) -> None:
    """Search, show, and keep what the buttons under the answer need."""
    told = await bureau.work(bureau.answer, asker.scope, asked)
    found = told.answer
    parts = await written(bureau, found, asker)
    contents = [part.content for part in parts]
    if nothing := courtesy.empty(found, asker.scope):
        contents = [nothing]
    else:
        where = courtesy.where(asker.scope, found.searched)
        contents = courtesy.before(" ".join(filter(None, (where, told.note))), contents)
    sent = await deliver(reply, contents, _under(found, parts, asker, asked))
    place = Place(sent.id, sent.channel.id, asker.scope.server, asker.private)
    await bureau.look(bureau.answered.keep, asked, found, place, asker.person)


async def written(bureau: Bureau, found: Answer, asker: Asker) -> tuple[Part, ...]:
    """Return an answer as messages, with links to origins that every reader may open."""
    origins = await bureau.look(bureau.answered.origins, found)
    may_open = {
        article_id: _address(origin)
        for article_id, origin in origins.items()
        if _is_open_to_readers(origin, asker)
    }
    return await bureau.work(message.parts, found, origins=may_open)


def guild_channel(channel: object) -> discord.abc.GuildChannel | discord.Thread | None:
    """Return a server's channel or thread as such; None for any other."""
    return channel if isinstance(channel, discord.abc.GuildChannel | discord.Thread) else None


def is_public(channel: discord.abc.GuildChannel | discord.Thread | None) -> bool:
    """Tell whether everybody in the server can see a channel."""
    if isinstance(channel, discord.Thread):
        return not channel.is_private() and is_public(channel.parent)
    if channel is None:
        return False
    return channel.permissions_for(channel.guild.default_role).view_channel


def _is_open_to_readers(origin: Origin, asker: Asker) -> bool:
    """Tell whether all who read the answer can open the message that an article came from."""
    if asker.channel is None or origin.server_id != asker.channel.guild.id:
        return False
    return origin.channel_id == asker.channel.id or is_public(
        guild_channel(asker.channel.guild.get_channel_or_thread(origin.channel_id))
    )


def _address(origin: Origin) -> str:
    return (
        f"https://discord.com/channels/{origin.server_id}/{origin.channel_id}/{origin.message_id}"
    )


def _under(
    found: Answer, parts: tuple[Part, ...], asker: Asker, asked: Asked
) -> discord.ui.View | None:
    """Return the buttons under an answer; a refusal has nothing to press."""
    if found.outcome == "which":
        return _which(found)
    if found.outcome != "quoted":
        return None
    items: list[discord.ui.Item[Any]] = [
        buttons.Press(CONTEXT, "Show in context"),
        buttons.Press(PRINT, "Copy for print"),
    ]
    if asker.private:
        items.append(buttons.Press(SHARE, "Share"))
    elif asker.scope.server is not None and not isinstance(asker.channel, discord.Thread):
        items.append(buttons.Press(THREAD, "Ask more in a thread"))
    items.append(buttons.Press(PROBLEM, "Report a problem"))
    if found.more:
        items.append(buttons.Press(MORE, f"… and {found.more:,} more", "0"))
    # Where not all is shown, the oldest may be among the rest.
    turns = found.has_times or (found.more and not asked.topic)
    if asked.person and not asked.oldest and turns:
        items.append(buttons.Press(OLDEST, "Oldest first", row=2))
    items += [buttons.link(f"Open [{one.number}]", one.url, row=1) for one in message.opens(parts)]
    return buttons.view(*items)


def _which(found: Answer) -> discord.ui.View | None:
    """Return the menu of those who may be meant; None where the topic is too long to keep."""
    options = [
        discord.SelectOption(
            label=each.name, value=each.name, description=each.role[:_MOST] if each.role else None
        )
        for each in found.choices[: choosing.MOST]
        if len(each.name) <= _MOST
    ]
    if not options or len(found.question.topic) > _LONGEST_TOPIC:
        return None
    return buttons.view(buttons.Pick(WHICH, found.question.topic, "Who is meant?", options))
