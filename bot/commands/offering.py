"""Offering: choices while somebody types, from memory. It never waits and never fails."""

from __future__ import annotations

from collections.abc import Iterable

from discord import app_commands

from bot.chat.choosing import Choice
from bot.commands.common import Interaction, bureau_of, known_scope

Choices = list[app_commands.Choice[str]]


async def people(interaction: Interaction, typed: str) -> Choices:
    """Offer the speakers that may be searched here."""
    scope = known_scope(interaction)
    return _choices(bureau_of(interaction).people(scope, typed)) if scope else []


async def articles(interaction: Interaction, typed: str) -> Choices:
    """Offer the articles that may be searched here."""
    scope = known_scope(interaction)
    return _choices(bureau_of(interaction).articles(scope, typed)) if scope else []


async def outlets(interaction: Interaction, typed: str) -> Choices:
    """Offer the outlets that may be searched here."""
    scope = known_scope(interaction)
    lists = bureau_of(interaction).lists
    return _choices(lists.outlets(scope.libraries, typed)) if scope else []


async def own_articles(interaction: Interaction, typed: str) -> Choices:
    """Offer the articles that were added in this server, and so may be changed from it."""
    scope = known_scope(interaction)
    return _choices(bureau_of(interaction).articles(scope.alone, typed)) if scope else []


async def feeds(interaction: Interaction, typed: str) -> Choices:
    """Offer the feeds that this server follows."""
    server = interaction.guild_id
    return _choices(bureau_of(interaction).feeds.choices(server, typed)) if server else []


def _choices(found: Iterable[Choice]) -> Choices:
    return [app_commands.Choice(name=each.label, value=each.value) for each in found]
