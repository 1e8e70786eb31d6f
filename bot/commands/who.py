"""/who: what a person or a group has said."""

from __future__ import annotations

from discord import app_commands

from bot.chat import following
from bot.chat.conversation import Asked
from bot.commands import offering
from bot.commands.answering import answer_command
from bot.commands.common import Interaction, anywhere, bureau_of, is_private


@app_commands.command()
@anywhere
@app_commands.describe(
    name="A person or a group; those on record are offered as you type.",
    topic="Only what was said on this.",
    private="Show the answer to me only.",
)
@app_commands.autocomplete(name=offering.people)
async def who(
    interaction: Interaction,
    name: app_commands.Range[str, 1, 100],
    topic: app_commands.Range[str, 1, 200] = "",
    private: bool | None = None,
) -> None:
    """Show what somebody has said, newest first."""
    bureau = bureau_of(interaction)
    asked = Asked("", person=following.nameless(name), topic=following.nameless(topic))
    await answer_command(interaction, asked, private=is_private(bureau, interaction, private))
