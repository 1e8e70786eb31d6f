"""/feed: add, list, remove."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.chat import feed_card
from bot.commands import buttons, offering
from bot.commands.adding import check_may_add
from bot.commands.common import Interaction, bureau_of, in_servers

LIST = "feeds"

feed = in_servers(
    app_commands.Group(
        name="feed", description="Follow feeds: their new articles come by themselves."
    )
)


@feed.command()
@app_commands.describe(link="The address of a feed (RSS, Atom, JSON), or of a page that names one.")
async def add(interaction: Interaction, link: app_commands.Range[str, 1, 500]) -> None:
    """Follow a feed: its new articles are added here as they appear."""
    check_may_add(interaction)
    await interaction.response.defer(thinking=True, ephemeral=True)
    bureau = bureau_of(interaction)
    followed = await bureau.fetch(bureau.feeds.follow, interaction.guild_id or 0, link)
    content = feed_card.added(followed, bureau.feeds.minutes)
    await interaction.edit_original_response(content=content)


@feed.command(name="list")
async def list_(interaction: Interaction) -> None:
    """List the feeds of this server: what each brought, and what goes wrong."""
    check_may_add(interaction)
    await interaction.response.defer(thinking=True, ephemeral=True)
    await _show_list(interaction, 0)


@feed.command()
@app_commands.describe(feed="A feed of this server; they are offered as you type.")
@app_commands.autocomplete(feed=offering.feeds)
async def remove(interaction: Interaction, feed: app_commands.Range[str, 1, 500]) -> None:
    """Follow a feed no more; the articles that it brought stay."""
    check_may_add(interaction)
    await interaction.response.defer(thinking=True, ephemeral=True)
    bureau = bureau_of(interaction)
    gone = await bureau.look(bureau.feeds.unfollow, interaction.guild_id or 0, feed)
    await interaction.edit_original_response(content=feed_card.removed(gone))


@buttons.on_press(LIST)
async def turn_list(interaction: Interaction, rest: str) -> None:
    """Show another page of the list."""
    await interaction.response.defer()
    check_may_add(interaction)
    await _show_list(interaction, int(rest))


async def _show_list(interaction: Interaction, page: int) -> None:
    bureau = bureau_of(interaction)
    pages = await bureau.look(bureau.feeds.pages, interaction.guild_id or 0)
    page = min(page, len(pages) - 1)
    items: list[discord.ui.Item[Any]] = []
    if page:
        items.append(buttons.Press(LIST, "Page before", str(page - 1)))
    if page + 1 < len(pages):
        items.append(buttons.Press(LIST, "Next page", str(page + 1)))
    await interaction.edit_original_response(content=pages[page], view=buttons.view(*items))
