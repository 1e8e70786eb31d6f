"""The menu of a message: Add to On Record."""

from __future__ import annotations

import functools

import discord
from discord import app_commands

from bot.chat import handed
from bot.commands.adding import check_may_add, offer, offer_link, read
from bot.commands.common import Interaction, in_servers
from index import intake
from index.errors import NotReadable


@in_servers
@app_commands.context_menu(name="Add to On Record")
async def add_message(interaction: Interaction, message: discord.Message) -> None:
    """Add the article in a message: its file, else the link in it, else its text."""
    check_may_add(interaction)
    await interaction.response.defer(thinking=True, ephemeral=True)
    files = [each for each in message.attachments if intake.is_readable(each.filename)]
    unread = [each.filename for each in message.attachments]
    reading = functools.partial(handed.of_message, message.content, unread)
    if len(files) > 1:
        raise NotReadable(handed.SEVERAL.format(len(files)))
    if files:
        [file] = files
        handed.check_size(file.filename, file.size)
        reading = functools.partial(handed.of_file, file.filename, await file.read())
    elif link := handed.link_in(message.content):
        await offer_link(interaction, link, origin=message)
        return
    await offer(interaction, await read(interaction, reading), message)
