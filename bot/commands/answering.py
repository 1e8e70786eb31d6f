"""Answering: from a question, however it came, to messages with their buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import discord

from bot.chat import choosing, courtesy, message
from bot.chat.bureau import Bureau
from bot.chat.conversation import Asked, Place, Told
from bot.chat.message import Part
from bot.chat.scope import Scope
from bot.commands import buttons, places, writing
from bot.commands.common import Interaction, bureau_of, check_channel, scope_of, take
from bot.commands.deliver import Reply, ToCommand, deliver
from bot.commands.places import address, guild_channel
from bot.composing.answer import Answer, Source
from bot.composing.understood import day

CONTEXT, PRINT, THREAD, PROBLEM = "context", "print", "thread", "problem"
SHARE, MORE, OLDEST, WHICH, DAY = "share", "more", "oldest", "which", "day"
# What fits into one line of a menu.
_MOST = 100


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asked, where, and whether only they see the answer.

    ``channel`` and ``member`` are those of a server, None in a direct message.
    """

    person: int
    scope: Scope
    channel: places.Place | None
    member: discord.Member | None = None
    private: bool = False


async def asker_of(interaction: Interaction, *, private: bool) -> Asker:
    """Return who used a command or a button."""
    user = interaction.user
    return Asker(
        user.id,
        await scope_of(interaction),
        guild_channel(interaction.channel),
        user if isinstance(user, discord.Member) else None,
        private,
    )


async def answer_command(interaction: Interaction, asked: Asked, *, private: bool) -> None:
    """Answer a command: acknowledged at once, then searched, then shown."""
    await begin(interaction, private=private)
    bureau, asker = bureau_of(interaction), await asker_of(interaction, private=private)
    if interaction.channel_id is not None:
        direct = interaction.guild_id is None
        following = bureau.answered.following
        asked = await bureau.look(following, asked, interaction.channel_id, direct=direct)
    await answer(bureau, ToCommand(interaction, private=private), asked, asker)


async def begin(interaction: Interaction, *, private: bool) -> None:
    """Acknowledge a question, unless it is one too many or may not be asked here."""
    bureau = bureau_of(interaction)
    take(bureau.allowances.questions, interaction.user.id)
    check_channel(bureau, interaction.guild_id, interaction.channel)
    await interaction.response.defer(thinking=True, ephemeral=private)


async def answer(bureau: Bureau, reply: Reply, asked: Asked, asker: Asker) -> None:
    """Search, let the model write where it may, show, and keep what the buttons need."""
    told, wide = await bureau.work(bureau.answers, asker.scope, asked)
    if wide is None:
        await _show(bureau, reply, asked, asker, told)
        return
    async with writing.written(bureau, reply, wide, asker.scope, asker.person) as shown:
        # Where nothing was written, the answer is the usual one, and says why.
        found = shown if shown.prose else replace(told.answer, note=shown.note)
        await _show(bureau, reply, asked, asker, replace(told, answer=found))


async def _show(bureau: Bureau, reply: Reply, asked: Asked, asker: Asker, told: Told) -> None:
    found = told.answer
    parts = await written(bureau, found, asker)
    contents = [part.content for part in parts]
    if nothing := courtesy.empty(found.searched, found.waiting, asker.scope):
        contents = [nothing]
    else:
        where = courtesy.where(asker.scope, found.searched)
        alone = courtesy.READ_ALONE if asked.alone else ""
        contents = courtesy.before(" ".join(filter(None, (where, alone, told.note))), contents)
    sent = await deliver(reply, contents, _under(found, parts, asker, asked))
    place = Place(sent.id, sent.channel.id, asker.scope.server, asker.private)
    await bureau.look(bureau.answered.keep, asked, found, place, asker.person)


async def written(bureau: Bureau, found: Answer, asker: Asker) -> tuple[Part, ...]:
    """Return an answer as messages, with links to origins that every reader may open."""
    origins = await openable(bureau, found.sources, asker)
    return await bureau.work(message.parts, found, origins=origins)


async def openable(bureau: Bureau, sources: Sequence[Source], asker: Asker) -> dict[str, str]:
    """Return the addresses of the messages in which articles without a link were added, by id.

    Only of those messages that all who will read this may open.
    """
    origins = await bureau.look(bureau.answered.origins, sources)
    reader = asker.member if asker.private else None
    found_at = {each.article_id: address(each, asker.channel, reader) for each in origins}
    return {article_id: url for article_id, url in found_at.items() if url}


def _under(
    found: Answer, parts: tuple[Part, ...], asker: Asker, asked: Asked
) -> discord.ui.View | None:
    """Return the buttons under an answer; under a refusal only the names that may be meant."""
    if found.outcome == "which" or found.choices:
        return _which(found)
    if found.outcome not in ("quoted", "written"):
        return None
    items: list[discord.ui.Item[Any]] = [*picking()]
    if asker.private:
        items.append(buttons.Press(SHARE, "Share"))
    elif asker.scope.server is not None and places.takes_threads(asker.channel):
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


def picking() -> tuple[buttons.Press, ...]:
    """Return the buttons that offer the places shown: among their neighbours, or to copy."""
    return buttons.Press(CONTEXT, "Show in context"), buttons.Press(PRINT, "Copy for print")


def _which(found: Answer) -> discord.ui.View | None:
    """Return the menu of those who may be meant, or a button for each day that may be."""
    if unclear := found.question.unclear:
        days = unclear.readings
        return buttons.view(
            *(buttons.Press(DAY, day(one), f"{unclear.words}={day(one)}") for one in days)
        )
    options = [
        discord.SelectOption(
            label=each.name, value=each.name, description=each.role[:_MOST] if each.role else None
        )
        for each in found.choices[: choosing.MOST]
        if len(each.name) <= _MOST
    ]
    return buttons.view(buttons.Pick(WHICH, "", "Who is meant?", options)) if options else None
