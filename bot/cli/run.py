"""run and reports: the Discord bot, and what people said was wrong with its answers."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import threading
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.common import common
from bot.cli.voice import console, print_json, say

if TYPE_CHECKING:
    from bot.chat.bureau import Bureau
    from bot.settings import Settings
    from index.record import Record

_NOTHING_SET = (
    "There is no Discord token. Put it into .env as DISCORD_TOKEN=… (the README says where to get "
    "one), or keep only the index level: on-record run --without-discord"
)
_MISREAD = (
    "The setting DISCORD_TOKEN is no token: it holds spaces or signs that no token has. Copy it "
    "again from https://discord.com/developers/applications (your application, Bot)."
)
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@click.command()
@click.option(
    "--without-discord", is_flag=True, help="Only keep the index level and read the feeds."
)
@common
def run(without_discord: bool, data: Path | None, as_json: bool) -> None:
    """Run the Discord bot, keep the index level and read the feeds, until stopped."""
    from bot import settings, wiring
    from index.owner import busy

    chosen = settings.load(data)
    token = None if without_discord else _token(chosen)
    with wiring.open_record(chosen, "run", say) as record:
        if not record.owns:
            raise busy(record.data)
        if token is None:
            _keep_level(record, chosen)
        else:
            _run_bot(record, chosen, token)
    say("Stopped.")


def _token(chosen: Settings) -> str:
    """Return the token. Raises ``SettingError`` where there is none, or what can be none."""
    from index.errors import SettingError

    given = chosen.discord_token.get_secret_value() if chosen.discord_token else ""
    token = given.strip().strip("\"'").removeprefix("Bot ").strip()
    if not token:
        raise SettingError(_NOTHING_SET)
    if not token.isascii() or not token.isprintable() or " " in token:
        raise SettingError(_MISREAD)
    return token


def _keep_level(record: Record, chosen: Settings) -> None:
    from bot.feeds import keeping
    from index.state import State

    stop = threading.Event()
    for each in _SIGNALS:
        signal.signal(each, lambda *_: stop.set())
    say(f"Watching {record.data}. Stop with Ctrl-C.")
    with State(record.data) as state:
        feeds = threading.Thread(target=keeping.keep, args=(record, state, chosen, stop, say))
        feeds.start()
        try:
            record.watch(stop)
        finally:
            stop.set()
            feeds.join()


def _run_bot(record: Record, chosen: Settings, token: str) -> None:
    from bot import wiring
    from bot.chat import logs
    from bot.chat.bureau import Bureau
    from index.state import State

    with logs.to_stderr(token), State(record.data) as state:
        bureau = Bureau(record, state, chosen, wiring.writer(chosen, state))
        try:
            asyncio.run(_serve(bureau, token))
        finally:
            bureau.close()


async def _serve(bureau: Bureau, token: str) -> None:
    from bot.client import Client, serve

    stop = asyncio.Event()
    # Windows knows no such handlers; there Ctrl-C stops the program as a whole.
    with contextlib.suppress(NotImplementedError):
        for each in _SIGNALS:
            asyncio.get_running_loop().add_signal_handler(each, stop.set)
    await serve(Client(bureau), token, stop)


@click.command()
@common
def reports(data: Path | None, as_json: bool) -> None:
    """Show the problems with answers that people have reported in Discord."""
    from bot import settings
    from bot.chat import reported
    from bot.pages import page
    from index.state import State

    folder = settings.load(data).data
    folder.mkdir(parents=True, exist_ok=True)
    with State(folder) as state:
        found = state.reports()
    if as_json:
        print_json({"reports": [asdict(each) for each in found]})
    else:
        page.show(reported.lines(found), console())


COMMANDS = (run, reports)
