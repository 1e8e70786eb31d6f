"""Adding: from what was handed in to a card in the channel, with Edit details and Undo."""

from __future__ import annotations

import time
from collections.abc import Callable

import discord

from bot.adding import Details
from bot.chat import card
from bot.chat.courtesy import NotAllowedError
from bot.chat.handed import NO_DETAILS
from bot.chat.markdown import shown
from bot.commands import buttons
from bot.commands.common import Interaction, bureau_of
from bot.commands.places import address, guild_channel, is_public
from index.article import Draft
from index.record import Added

ADD, CANCEL, EDIT, UNDO = "add", "cancel", "edit", "undo"
AUDIENCE = "Everyone in this server will find this."
_MAY_NOT = (
    "You may not add, change or remove articles here. That is for {}; the managers of this server "
    "decide it with /setup."
)
_KEPT_AS_IT_IS = "Nothing was added."


def check_may_add(interaction: Interaction) -> None:
    """Raise ``NotAllowedError`` unless the person may add and remove articles in this server."""
    member, guild = interaction.user, interaction.guild
    if guild is None or not isinstance(member, discord.Member):
        raise NotAllowedError("Articles are added in a server, for everyone in it.")
    roles = bureau_of(interaction).settings(guild.id).adding_roles
    permissions = interaction.permissions
    if permissions.manage_guild or not {role.id for role in member.roles}.isdisjoint(roles):
        return
    if roles:
        raise NotAllowedError(_MAY_NOT.format("certain roles"))
    if not permissions.manage_messages:
        raise NotAllowedError(_MAY_NOT.format("members who may manage messages"))


async def offer(
    interaction: Interaction, draft: Draft, origin: discord.Message | None = None
) -> None:
    """Add a draft; where the channel is not public, ask first. The interaction was deferred."""
    if is_public(guild_channel(interaction.channel)):
        await add(interaction, draft, origin)
        return
    word = bureau_of(interaction).aside.lay(draft, time.monotonic())
    question = f"Add “{shown(draft.title)}”? {AUDIENCE} Not everyone can see this channel."
    items = (buttons.Press(ADD, "Add it", word), buttons.Press(CANCEL, "Leave it"))
    await interaction.edit_original_response(content=question, view=buttons.view(*items))


async def offer_link(
    interaction: Interaction,
    link: str,
    details: Details = NO_DETAILS,
    origin: discord.Message | None = None,
) -> None:
    """Fetch what a link leads to, and offer it; what is on record is not fetched again."""
    bureau, server = bureau_of(interaction), interaction.guild_id or 0
    known = await bureau.look(bureau.at, link, server)
    if known:
        await _show(interaction, known)
        return
    draft = await bureau.fetch(bureau.read_link, link)
    await offer(interaction, details.correct(draft), origin)


async def add(
    interaction: Interaction, draft: Draft, origin: discord.Message | None = None
) -> None:
    """Put a draft on record and show its card to everyone in the channel.

    ``origin`` is the message that the text stood in; without one it is the card itself.
    """
    bureau, server = bureau_of(interaction), interaction.guild_id or 0
    result = await bureau.write(bureau.add, draft, server)
    alike = await bureau.look(bureau.copies, result)
    sent = await _show(interaction, result, (*draft.warnings, *alike))
    if not result.known:
        seen = origin or sent
        article_id = result.article.article_id
        await bureau.look(bureau.note_origin, article_id, server, seen.channel.id, seen.id)


async def _show(
    interaction: Interaction, result: Added, warnings: tuple[str, ...] = ()
) -> discord.WebhookMessage:
    article_id = result.article.article_id
    items = [buttons.Press(EDIT, "Edit details", article_id)]
    if not result.known:
        items.append(buttons.Press(UNDO, "Undo", article_id))
    await interaction.edit_original_response(content="Here it is:", view=None)
    return await interaction.followup.send(
        card.added(result, warnings, AUDIENCE),
        view=buttons.view(*items),
        wait=True,
        suppress_embeds=True,
    )


async def read(interaction: Interaction, reading: Callable[[], Draft]) -> Draft:
    """Read in a worker thread what was handed in."""
    bureau = bureau_of(interaction)
    return await bureau.write(reading)


@buttons.on_press(ADD)
async def add_it(interaction: Interaction, rest: str) -> None:
    """Add what was laid aside."""
    await interaction.response.defer()
    check_may_add(interaction)
    await add(interaction, bureau_of(interaction).aside.take(rest))


@buttons.on_press(CANCEL)
async def leave_it(interaction: Interaction, rest: str) -> None:
    """Do nothing, and say so."""
    await interaction.response.edit_message(content=_KEPT_AS_IT_IS, view=None)


@buttons.on_press(UNDO)
async def undo(interaction: Interaction, rest: str) -> None:
    """Take an article off the record again."""
    await interaction.response.defer()
    check_may_add(interaction)
    await take_off(interaction, rest)


async def take_off(interaction: Interaction, article_id: str) -> None:
    """Remove an article, and say what went in place of the message with the button."""
    bureau = bureau_of(interaction)
    scope = bureau.scope(interaction.guild_id or 0)
    stored = await bureau.write(bureau.remove, scope, article_id)
    await interaction.edit_original_response(content=card.removed(stored), view=None)


async def take_off_without_a_trace(interaction: Interaction, article_id: str) -> None:
    """Remove an article and every trace of it, and say which answers in Discord still show it."""
    bureau = bureau_of(interaction)
    scope = bureau.scope(interaction.guild_id or 0)
    stored, shown = await bureau.write(bureau.purge, scope, article_id)
    place = guild_channel(interaction.channel)
    reader = interaction.user if isinstance(interaction.user, discord.Member) else None
    answers = [link for origin in shown if (link := address(origin, place, reader))]
    await interaction.edit_original_response(content=card.purged(stored, answers), view=None)
