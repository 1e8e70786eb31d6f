"""Standing: how things stand in a server: what is on record, what is set, what is missing. Pure."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.chat.courtesy import NotAllowedError
from bot.chat.markdown import bold, shown
from bot.writer.meter import Use
from index.state import ServerSettings

# What the bot cannot do without, by discord.py's name, and what it is needed for.
NEEDED = {
    "view_channel": "View Channel",
    "send_messages": "Send Messages",
    "send_messages_in_threads": "Send Messages in Threads",
    "create_public_threads": "Create Public Threads",
    "read_message_history": "Read Message History",
    "embed_links": "Embed Links",
}
UTC = "UTC"


@dataclass(frozen=True, slots=True)
class Counts:
    """What an audience can search."""

    articles: int
    waiting: int
    statements: int
    house: bool


@dataclass(frozen=True, slots=True)
class Written:
    """What a model writes for an audience: which, whether here, and how much today."""

    by: str
    here: bool
    use: Use
    most_tokens: int


def facts(
    counts: Counts, version: str, latency: float, written: Written | None = None, feeds: str = ""
) -> Iterator[tuple[str, str]]:
    """Yield the state as named facts. ``latency`` is to Discord, in seconds.

    ``written``: what a model writes here, where one is configured. ``feeds`` says how the feeds
    stand, where any is followed here.
    """
    yield "Articles that I can search here", f"{counts.articles:,}"
    if counts.waiting:
        yield "Articles still to be read", f"{counts.waiting:,}"
    yield "Statements in them", f"{counts.statements:,}"
    if feeds:
        yield "Feeds", f"{feeds} (/feed list)"
    yield "House library", "open here" if counts.house else "not open here"
    if written:
        yield (
            "Written by",
            written.by if written.here else f"nobody here; {written.by} may (/setup)",
        )
        yield "Questions to it today", f"{written.use.questions:,} of {written.use.most:,}"
        yield (
            "Tokens today",
            f"{written.use.told}, at most about {written.most_tokens:,} a question",
        )
    yield "Version", version
    if not math.isnan(latency):  # which it is before the first heartbeat
        yield "Way to Discord and back", f"{latency * 1_000:.0f} ms"


def missing(granted: Iterable[str]) -> list[str]:
    """Return the permissions that the bot needs and lacks, as Discord calls them."""
    have = set(granted)
    return [shown for name, shown in NEEDED.items() if name not in have]


def setup_text(settings: ServerSettings, lacking: list[str], model: str = "") -> str:
    """Return the first lines of /setup: what is missing and what is set.

    ``model`` is what may write answers, and where; empty where none is configured.
    """
    permissions = (
        f"Missing here: {', '.join(lacking)}. Give my role these in the server’s settings."
        if lacking
        else "I have every permission that I need in this channel."
    )
    roles = _mentions("@&", settings.adding_roles) or "members who may manage messages"
    channels = _mentions("#", settings.asking_channels) or "every channel that I can see"
    reports = f"<#{settings.reports_channel}>" if settings.reports_channel else "nowhere yet"
    return "\n".join(
        (
            bold("Set up On Record"),
            permissions,
            f"- Who adds and removes articles: {roles}",
            f"- Where I answer: {channels}",
            f"- Where reports of problems go: {reports}",
            f"- Answers are shown to: {'the asker only' if settings.private else 'everyone'}, "
            "unless the question says otherwise",
            f"- Time zone, for “today” and “yesterday” in a question’s dates: {settings.time_zone}",
            *_written(settings, model),
        )
    )


def _written(settings: ServerSettings, model: str) -> Iterator[str]:
    if model and settings.written:
        yield (
            f"- Answers are written by {shown(model)}, each sentence proven, with the articles’ "
            "own words beneath. It is sent the question and the passages found"
        )
    elif model:
        yield f"- Answers are the articles’ own words alone. {shown(model)} may write above them"


def _mentions(sign: str, ids: Iterable[int]) -> str:
    return ", ".join(f"<{sign}{each}>" for each in ids)


def zone(name: str) -> datetime.tzinfo:
    """Return a time zone. UTC is one also where the machine has no table of the others."""
    return datetime.UTC if name == UTC else ZoneInfo(name)


def time_zone(name: str) -> str:
    """Return the name of a time zone as it is known. Raises ``NotAllowedError`` for no such one."""
    try:
        zone(name.strip())
        return name.strip()
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise NotAllowedError(
            f"There is no time zone “{name.strip()[:40]}”. Write it like Europe/London or UTC."
        ) from error
