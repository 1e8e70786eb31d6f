"""The menu of a message: Check against the record."""

from __future__ import annotations

import functools

import discord
from discord import app_commands

from bot.chat import courtesy, handed, verdicts
from bot.commands.answering import asker_of, openable
from bot.commands.common import Interaction, anywhere, bureau_of, take
from bot.commands.deliver import ToCommand, deliver
from index import intake
from index.errors import DraftError
from index.intake.file.plain import text_of


@anywhere
@app_commands.context_menu(name="Check against the record")
async def check_message(interaction: Interaction, message: discord.Message) -> None:
    """Check the words of a message, or of the file in it; only the asker sees the verdicts."""
    bureau = bureau_of(interaction)
    take(bureau.allowances.questions, interaction.user.id)
    await interaction.response.defer(thinking=True, ephemeral=True)
    asker = await asker_of(interaction, private=True)
    draft = await _draft(interaction, message)
    checked = await bureau.work(bureau.check, asker.scope, draft)
    origins = await openable(bureau, checked.sources, asker)
    contents = await bureau.work(verdicts.messages, checked, origins)
    where = courtesy.where(asker.scope, checked.searched) or ""
    await deliver(ToCommand(interaction, private=True), courtesy.before(where, contents), None)


async def _draft(interaction: Interaction, message: discord.Message) -> str:
    """Return the text to check: of the message's file, else its own."""
    files = [each for each in message.attachments if intake.is_readable(each.filename)]
    if len(files) > 1:
        raise DraftError(verdicts.SEVERAL.format(len(files)))
    if files:
        [file] = files
        handed.check_size(file.filename, file.size)
        reading = functools.partial(text_of, file.filename, await file.read())
        return await bureau_of(interaction).write(reading)
    if not message.content.strip():
        raise DraftError(verdicts.NO_TEXT)
    return message.content
