"""/ask: a question, answered in words of the articles."""

from __future__ import annotations

from discord import app_commands

from bot.chat import following, narrowing
from bot.chat.conversation import Asked
from bot.commands import offering
from bot.commands.answering import answer_command
from bot.commands.common import Interaction, anywhere, bureau_of, is_private
from index.question import MOST_CHARACTERS


@app_commands.command()
@anywhere
@app_commands.describe(
    question="For example: what did Kirby say about the North Korea deal?",
    since="Only what was published since then: 2024-03-12, 2024-03, 2024, today or yesterday.",
    until="Only what was published until then.",
    outlet="Only what was published there.",
    private="Show the answer to me only.",
    verbatim="Only the articles’ own words, also where a model writes here.",
)
@app_commands.autocomplete(outlet=offering.outlets)
async def ask(
    interaction: Interaction,
    question: app_commands.Range[str, 1, MOST_CHARACTERS],
    since: app_commands.Range[str, 1, 20] = "",
    until: app_commands.Range[str, 1, 20] = "",
    outlet: app_commands.Range[str, 1, 100] = "",
    private: bool | None = None,
    verbatim: bool = False,
) -> None:
    """Ask what was said: who, the exact words, when, where, and a link to the sentence."""
    bureau = bureau_of(interaction)
    today = bureau.today(interaction.guild_id)
    limits = narrowing.read(since, until, outlet, today)
    asked = Asked(following.nameless(question), limits=limits, asked_on=today, verbatim=verbatim)
    await answer_command(interaction, asked, private=is_private(bureau, interaction, private))
