"""What Discord sends: payloads of users, servers, channels, messages and interactions."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from typing import Any

Json = dict[str, Any]

APPLICATION = 100
BOT = 100
SERVER = 500
EVERYONE = SERVER
CHANNEL = 600
OUR_ROLE = CHANNEL + 1_000
PERSON = 700
WHEN = "2026-01-05T09:00:00+00:00"
ALL_PERMISSIONS = str(2**50 - 1)

_numbers = itertools.count(900_000)


def number() -> int:
    """Return an id that nothing has yet."""
    return next(_numbers)


def user(identity: int, name: str, *, bot: bool = False) -> Json:
    return {
        "id": str(identity),
        "username": name,
        "global_name": name,
        "discriminator": "0",
        "avatar": None,
        "bot": bot,
    }


def member(identity: int, name: str, *, bot: bool = False) -> Json:
    return {
        "user": user(identity, name, bot=bot),
        "roles": [],
        "joined_at": WHEN,
        "deaf": False,
        "mute": False,
        "flags": 0,
        "permissions": ALL_PERMISSIONS,
    }


def channel(identity: int = CHANNEL, server: int = SERVER) -> Json:
    return {
        "id": str(identity),
        "guild_id": str(server),
        "type": 0,
        "name": "desk",
        "position": 0,
        "permission_overwrites": [],
    }


# Discord gives every bot that joins a role of its own.
_OURS: Json = {
    "id": str(OUR_ROLE),
    "name": "On Record",
    "position": 1,
    "managed": True,
    "tags": {"bot_id": str(BOT)},
}


def server(identity: int = SERVER) -> Json:
    everyone = {
        "id": str(identity),
        "name": "@everyone",
        "permissions": ALL_PERMISSIONS,
        "position": 0,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }
    return {
        "id": str(identity),
        "name": "Newsroom",
        "owner_id": str(PERSON),
        "roles": [everyone, {**everyone, **_OURS}],
        "channels": [channel(server=identity)],
        "members": [member(BOT, "On Record", bot=True)],
        "member_count": 2,
        "emojis": [],
        "stickers": [],
        "threads": [],
        "presences": [],
        "voice_states": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
        "features": [],
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "premium_tier": 0,
        "preferred_locale": "en-GB",
        "afk_timeout": 300,
        "system_channel_flags": 0,
        "unavailable": False,
    }


def message(content: str, author: Json, sent: Mapping[str, Any] | None = None) -> Json:
    """Return a message as Discord answers it; ``sent`` is what was posted to make it."""
    given = dict(sent or {})
    return {
        "id": str(number()),
        "channel_id": str(CHANNEL),
        "author": author,
        "content": given.get("content", content) or "",
        "timestamp": WHEN,
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "pinned": False,
        "type": 0,
        "flags": given.get("flags", 0) or 0,
        "components": given.get("components", []) or [],
    }


def interaction(kind: int, data: Json, server_id: int | None = SERVER) -> Json:
    """Return an interaction. ``kind``: 2 a command, 3 a button, 4 autocomplete, 5 a form."""
    payload: Json = {
        "id": str(number()),
        "application_id": str(APPLICATION),
        "type": kind,
        "token": f"token-{number()}",
        "version": 1,
        "channel_id": str(CHANNEL),
        "channel": {**channel(), "permissions": ALL_PERMISSIONS},
        "app_permissions": ALL_PERMISSIONS,
        "locale": "en-GB",
        "entitlements": [],
        "authorizing_integration_owners": {"0": str(server_id or 0)},
        "context": 0 if server_id else 1,
        "attachment_size_limit": 10_485_760,
        "data": data,
    }
    if server_id:
        payload |= {"guild_id": str(server_id), "member": member(PERSON, "Ada")}
    else:
        payload["channel"] = {"id": str(CHANNEL), "type": 1, "recipients": [user(PERSON, "Ada")]}
        payload["user"] = user(PERSON, "Ada")
    return payload


def command(name: str, options: Mapping[str, str | bool | int]) -> Json:
    """Return the data of a slash command; the words of ``name`` are group and command."""
    kinds = {str: 3, int: 4, bool: 5}
    listed: Sequence[Json] = [
        {"name": key, "type": kinds[type(value)], "value": value} for key, value in options.items()
    ]
    first, *groups = name.split()
    for part in reversed(groups):
        listed = [{"name": part, "type": 1, "options": listed}]
    return {"id": str(number()), "name": first, "type": 1, "options": list(listed)}
