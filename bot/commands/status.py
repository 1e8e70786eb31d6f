"""/status, /privacy and /help."""

from __future__ import annotations

from importlib.metadata import version

from discord import app_commands

from bot.chat import card, standing
from bot.commands import buttons
from bot.commands.common import Interaction, anywhere, bureau_of, lacking_here, scope_of

FORGET = "forget"


@app_commands.command()
@anywhere
async def status(interaction: Interaction) -> None:
    """Show what is on record here, and whether all is well."""
    await interaction.response.defer(thinking=True, ephemeral=True)
    bureau = bureau_of(interaction)
    counts = await bureau.look(bureau.counts, await scope_of(interaction))
    written = await bureau.look(bureau.written, interaction.guild_id)
    latency = interaction.client.latency
    feeds = await bureau.look(bureau.feeds.summary, interaction.guild_id)
    facts = standing.facts(counts, version("on-record"), latency, written, feeds)
    lacking = lacking_here(interaction)
    problems = [f"I lack the permission {each} here. See /setup." for each in lacking]
    in_server = interaction.guild_id is not None
    await interaction.edit_original_response(
        content=card.status(facts, problems if in_server else ())
    )


@app_commands.command()
@anywhere
async def privacy(interaction: Interaction) -> None:
    """Show what is kept of you, and delete it if you like."""
    bureau = bureau_of(interaction)
    abroad = bureau.writers.abroad if bureau.writes(interaction.guild_id) else None
    text = card.privacy(bureau.keep_days, abroad)
    view = buttons.view(buttons.Press(FORGET, "Delete what is mine", danger=True))
    await interaction.response.send_message(text, view=view, ephemeral=True)


@buttons.on_press(FORGET)
async def forget(interaction: Interaction, rest: str) -> None:
    """Delete what is kept of the person who pressed it."""
    await interaction.response.defer()
    bureau = bureau_of(interaction)
    much = await bureau.look(bureau.state.forget_person, interaction.user.id)
    await interaction.edit_original_response(content=card.forgotten(much), view=None)


@app_commands.command(name="help")
@anywhere
async def help_(interaction: Interaction) -> None:
    """Show what I can do, with an example."""
    await interaction.response.send_message(card.help_text(), ephemeral=True)
