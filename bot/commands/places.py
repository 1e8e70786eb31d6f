"""Places: a server's channels, who can see them, and which links into them may be given to whom."""

from __future__ import annotations

import discord

from bot.linking.message import message_link
from index.state import Origin

Place = discord.abc.GuildChannel | discord.Thread


def guild_channel(channel: object) -> Place | None:
    """Return a server's channel or thread as such; None for any other."""
    return channel if isinstance(channel, discord.abc.GuildChannel | discord.Thread) else None


def is_public(channel: Place | None) -> bool:
    """Tell whether everybody in the server can see a channel."""
    if isinstance(channel, discord.Thread):
        return not channel.is_private() and is_public(channel.parent)
    return channel is not None and _sees(channel, channel.guild.default_role)


def takes_threads(channel: Place | None) -> bool:
    """Tell whether a thread can hang under a message there; of an unknown channel, that it may."""
    return not isinstance(channel, discord.Thread | discord.VoiceChannel | discord.StageChannel)


def address(
    origin: Origin | None, place: Place | None, reader: discord.Member | None
) -> str | None:
    """Return the address of the message that an article came from, if who reads it may open that.

    What is read stands in ``place``: for everybody there, or for one ``reader`` alone. None also
    where it is not known which message that was.
    """
    if origin is None or place is None or origin.server_id != place.guild.id:
        return None
    source = guild_channel(place.guild.get_channel_or_thread(origin.channel_id))
    if not (origin.channel_id == place.id or is_public(source) or _may_open(source, reader)):
        return None
    return message_link(origin.server_id, origin.channel_id, origin.message_id)


def _may_open(channel: Place | None, reader: discord.Member | None) -> bool:
    """Tell whether one member can see a channel; of a closed thread that is not known."""
    if isinstance(channel, discord.Thread):
        return not channel.is_private() and _may_open(channel.parent, reader)
    return channel is not None and reader is not None and _sees(channel, reader)


def _sees(channel: discord.abc.GuildChannel, who: discord.Member | discord.Role) -> bool:
    given = channel.permissions_for(who)
    return given.view_channel and given.read_message_history
