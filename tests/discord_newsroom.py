"""The bot in a newsroom for tests: a real record, a real client, and SimCord's Discord."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import shutil
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord
from newsroom import COPY, FERRY, LATER

from bot.chat.bureau import Bureau
from bot.client import Client
from bot.commands import trouble
from bot.settings import Settings
from bot.wiring import open_record, writer
from index.article import Draft
from index.state import State

SERVER = 100_000_000_000_000_001
OTHER = 100_000_000_000_000_002
QUESTION = "What did Tolliday say about the ferry terminal?"
LIBRARIES = {str(SERVER): (FERRY, LATER, COPY)}
Articles = dict[str, tuple[Draft, ...]]


@contextlib.contextmanager
def bureau_of(data: Path, articles: Articles | None = None, **settings: Any) -> Iterator[Bureau]:
    """Open a bureau on a folder, with articles in the libraries that are named."""
    shutil.copytree(_filled(LIBRARIES if articles is None else articles), data, dirs_exist_ok=True)
    chosen = Settings(data=data, **settings)
    with open_record(chosen, "test", print) as record, State(data) as state:
        record.level()
        bureau = Bureau(record, state, chosen, writer(chosen, state))
        yield bureau
        bureau.close()


_folders: list[tuple[Articles, tempfile.TemporaryDirectory[str]]] = []


def _filled(articles: Articles) -> str:
    """Return a folder with these articles, read once and copied for each test."""
    for known, folder in _folders:
        if known == articles:
            return folder.name
    folder = tempfile.TemporaryDirectory()
    with open_record(Settings(data=Path(folder.name)), "test", print) as record:
        for library, drafts in articles.items():
            for draft in drafts:
                record.add(draft, library, index=False)
        record.level()
    _folders.append((articles, folder))
    return folder.name


class Newsroom:
    """A server with a public channel, a closed one, a manager and a reader."""

    def __init__(self, env: simcord.Env, bureau: Bureau) -> None:
        self.env = env
        self.bureau = bureau
        self.expected_incidents: list[str] = []
        self.server = env.create_guild("Newsroom", id=SERVER)
        self.desk = self.server.create_text_channel("desk")
        chief = self.server.create_role(
            "Chief", permissions=discord.Permissions(manage_guild=True, manage_messages=True)
        )
        self.chief = self.server.add_member(env.create_user("chief"), roles=[chief])
        self.person = env.create_user("reader")
        self.reader = self.server.add_member(self.person)

    def acknowledgements(self) -> list[int]:
        """Return how each interaction was first answered: 4 a message, 5 thinking, 9 a form."""
        calls = (each for each in self.env.http_requests if each.path.endswith("/callback"))
        return [each.json["type"] for each in calls]

    async def settled(self) -> None:
        """Wait until nothing runs any more."""
        await self.env.settle()


@contextlib.asynccontextmanager
async def newsroom(bureau: Bureau) -> AsyncIterator[Newsroom]:
    """Run the bot in SimCord's Discord; whatever it could not name as an error is one here."""
    client = Client(bureau, ready_timeout=0.02)
    with incidents() as unexpected, pytest.MonkeyPatch.context() as patch:
        # SimCord waits in real time until nothing of ours waits any more.
        patch.setattr(trouble, "ABANDONED_SECONDS", 0.5)
        async with simcord.run(client, settle_timeout=30.0, check_errors=False) as env:
            room = Newsroom(env, bureau)
            await room.settled()
            yield room
    assert unexpected == room.expected_incidents


@contextlib.contextmanager
def incidents() -> Iterator[list[str]]:
    """Collect what the bot logs as its own fault: the kind of each error."""
    kinds: list[str] = []

    class Collecting(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.exc_info and record.exc_info[0]:
                kinds.append(record.exc_info[0].__name__)

    handler = Collecting(logging.ERROR)
    loggers = [logging.getLogger("bot"), logging.getLogger("discord")]
    for each in loggers:
        each.addHandler(handler)
    try:
        yield kinds
    finally:
        for each in loggers:
            each.removeHandler(handler)


def in_newsroom(
    data: Path,
    scene: Callable[[Newsroom], Awaitable[None]],
    articles: Articles | None = None,
    **settings: Any,
) -> None:
    """Play a scene in a newsroom of its own."""

    async def play(bureau: Bureau) -> None:
        async with newsroom(bureau) as room:
            await scene(room)

    with bureau_of(data, articles, **settings) as bureau:
        asyncio.run(play(bureau))


def labels(message: Any) -> list[str]:
    """Return the words on the buttons under a message."""
    rows = [row if isinstance(row, dict) else row.to_dict() for row in message.components]
    return [item.get("label", "") for row in rows for item in row["components"]]


def values(message: Any) -> list[str]:
    """Return what the lines of the menu under a message stand for."""
    [row] = message.components
    return [option["value"] for option in row["components"][0]["options"]]


def contents(result: simcord.InteractionResult) -> list[str]:
    """Return every message that a command was answered with."""
    first = [result.response.content] if result.response else []
    return first + [each.content for each in result.followups]
