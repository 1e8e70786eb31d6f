"""Message link: the address that opens a message in Discord. Pure."""

from __future__ import annotations


def message_link(server_id: int | None, channel_id: int, message_id: int) -> str:
    """Return the address of a message in a server, or without one in a direct conversation."""
    return f"https://discord.com/channels/{server_id or '@me'}/{channel_id}/{message_id}"
