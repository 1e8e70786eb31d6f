"""/article: add, list, show, edit, remove."""

from __future__ import annotations

import functools
from typing import Any

import discord
from discord import app_commands

from bot.adding import Details
from bot.chat import card, handed
from bot.commands import buttons, offering
from bot.commands.adding import (
    check_may_add,
    offer,
    offer_link,
    read,
    take_off,
    take_off_without_a_trace,
)
from bot.commands.answering import asker_of
from bot.commands.common import Interaction, bureau_of, in_servers, scope_of
from bot.commands.details import open_form
from bot.commands.paste import PasteForm
from bot.commands.places import address
from index import intake

LIST, REMOVE, PURGE, KEEP = "list", "remove", "purge", "keep"
_LONGEST_WORDS = 60

article = in_servers(
    app_commands.Group(name="article", description="Add articles, and look after them.")
)


@article.command()
@app_commands.describe(
    file=f"A file with one article: {intake.named()} are read.",
    link="The address of the article; with a file, of the article in the file.",
)
async def add(
    interaction: Interaction,
    file: discord.Attachment | None = None,
    link: app_commands.Range[str, 1, 500] | None = None,
) -> None:
    """Add an article: a link or a file, or without one a form for its text."""
    check_may_add(interaction)
    if file is None and link is None:
        await interaction.response.send_modal(PasteForm())
        return
    await interaction.response.defer(thinking=True, ephemeral=True)
    if file is None:
        await offer_link(interaction, link or "")
        return
    handed.check_size(file.filename, file.size)
    details = Details(url=link)
    reading = functools.partial(handed.of_file, file.filename, await file.read(), details)
    await offer(interaction, await read(interaction, reading))


@article.command(name="list")
@app_commands.describe(words="Only articles with these words in headline or outlet.")
async def list_(
    interaction: Interaction, words: app_commands.Range[str, 1, _LONGEST_WORDS] = ""
) -> None:
    """List the articles that can be searched here."""
    await interaction.response.defer(thinking=True, ephemeral=True)
    await _show_list(interaction, words, 0)


@article.command()
@app_commands.describe(article="The article; those on record are offered as you type.")
@app_commands.autocomplete(article=offering.articles)
async def show(interaction: Interaction, article: app_commands.Range[str, 1, 100]) -> None:
    """Show what is on record of an article."""
    await interaction.response.defer(thinking=True, ephemeral=True)
    bureau = bureau_of(interaction)
    asker = await asker_of(interaction, private=True)
    stored = await bureau.look(bureau.article, asker.scope, article)
    origin = await bureau.look(bureau.state.origin, stored.article.article_id)
    added_in = address(origin, asker.channel, asker.member)
    await interaction.edit_original_response(content=card.article(stored, added_in))


@article.command()
@app_commands.describe(article="An article that was added in this server.")
@app_commands.autocomplete(article=offering.own_articles)
async def edit(interaction: Interaction, article: app_commands.Range[str, 1, 100]) -> None:
    """Give or correct an article's headline, outlet, date, link or author."""
    await open_form(interaction, article)


@article.command()
@app_commands.describe(article="An article that was added in this server.")
@app_commands.autocomplete(article=offering.own_articles)
async def remove(interaction: Interaction, article: app_commands.Range[str, 1, 100]) -> None:
    """Remove an article: it is gone from every answer at once."""
    check_may_add(interaction)
    await interaction.response.defer(thinking=True, ephemeral=True)
    bureau = bureau_of(interaction)
    stored = await bureau.look(bureau.own_article, await scope_of(interaction), article)
    article_id = stored.article.article_id
    await interaction.edit_original_response(
        content=card.confirm_removal(stored),
        view=buttons.view(
            buttons.Press(REMOVE, "Remove it", article_id, danger=True),
            buttons.Press(PURGE, "Remove without a trace", article_id, danger=True),
            buttons.Press(KEEP, "Keep it"),
        ),
    )


@buttons.on_press(REMOVE)
async def remove_it(interaction: Interaction, rest: str) -> None:
    """Remove the article that was asked about."""
    await interaction.response.defer()
    check_may_add(interaction)
    await take_off(interaction, rest)


@buttons.on_press(PURGE)
async def purge_it(interaction: Interaction, rest: str) -> None:
    """Remove the article that was asked about, and every trace of its text."""
    await interaction.response.defer()
    check_may_add(interaction)
    await take_off_without_a_trace(interaction, rest)


@buttons.on_press(KEEP)
async def keep_it(interaction: Interaction, rest: str) -> None:
    """Do nothing, and say so."""
    await interaction.response.edit_message(content="Nothing was removed.", view=None)


@buttons.on_press(LIST)
async def turn_list(interaction: Interaction, rest: str) -> None:
    """Show another page of the list."""
    await interaction.response.defer()
    page, _, words = rest.partition(".")
    await _show_list(interaction, words, int(page))


async def _show_list(interaction: Interaction, words: str, page: int) -> None:
    bureau = bureau_of(interaction)
    pages = await bureau.look(bureau.list_pages, await scope_of(interaction), words)
    page = min(page, len(pages) - 1)
    items: list[discord.ui.Item[Any]] = []
    if page:
        items.append(buttons.Press(LIST, "Page before", f"{page - 1}.{words}"))
    if page + 1 < len(pages):
        items.append(buttons.Press(LIST, "Next page", f"{page + 1}.{words}"))
    await interaction.edit_original_response(content=pages[page], view=buttons.view(*items))
