"""The bot against a Discord of our own on this machine: real time, real sockets, real failures."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import discord_payload as payload
import pytest
from click.testing import CliRunner
from discord_newsroom import bureau_of
from discord_payload import Json
from discord_server import TOKEN, DiscordServer
from feed_site import RSS, item, news, rss
from hostile_server import hostile_server, silence
from hostile_server import page as feed_page
from newsroom import COPY, FERRY, LATER

from bot.chat import following, upkeep
from bot.chat.bureau import Bureau
from bot.cli import main
from bot.client import Client, serve
from index.errors import SettingError

QUESTION = "What did Tolliday say about the ferry terminal?"
ASK = payload.command("ask", {"question": QUESTION})
QUOTED = "> “The quay we have has served for ninety years,” Ms Tolliday said."
ARTICLES = {str(payload.SERVER): (FERRY, LATER, COPY)}


class Running:
    """The bot in a thread of its own, as in a process of its own."""

    def __init__(self, bureau: Bureau, token: str = TOKEN) -> None:
        self.client: Client
        self.error: BaseException | None = None
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(bureau, token), daemon=True)
        self._thread.start()

    def _run(self, bureau: Bureau, token: str) -> None:
        try:
            asyncio.run(self._serve(bureau, token))
        except SettingError as error:
            self.error = error

    async def _serve(self, bureau: Bureau, token: str) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        self.client = Client(bureau, ready_timeout=0.02)
        self._ready.set()
        await serve(self.client, token, self._stop)

    def stop(self) -> None:
        self._ready.wait(5)
        with contextlib.suppress(RuntimeError):  # it has stopped by itself
            self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(20)
        assert not self._thread.is_alive()

    def join(self) -> None:
        self._thread.join(20)


@contextlib.contextmanager
def serving(data: Path, **settings: Any) -> Iterator[tuple[DiscordServer, Bureau]]:
    """Run the bot against a Discord of our own, connected."""
    with DiscordServer() as server, bureau_of(data, ARTICLES, **settings) as bureau:
        running = Running(bureau)
        try:
            server.wait(lambda: bool(server.identified), "identifying")
            yield server, bureau
        finally:
            running.stop()


def answered(server: DiscordServer, data: Json = ASK) -> list[str]:
    asked = server.ask(data)
    server.wait(lambda: bool(asked.messages), "an answer")
    return asked.contents


def test_it_asks_for_default_intents_only_and_answers(tmp_path):
    """The connection names no privileged intent; a question is acknowledged and answered."""
    with serving(tmp_path) as (server, _):
        privileged = (1 << 1) | (1 << 8) | (1 << 15)
        asked = server.ask(ASK)
        server.wait(lambda: bool(asked.messages), "an answer")

        assert 0 == server.identified[0]["intents"] & privileged
        assert QUOTED in asked.contents[0]
        assert asked.callback is not None
        assert asked.callback["type"] == 5
        assert asked.acknowledged_after is not None
        assert asked.acknowledged_after < server.deadline


def test_a_slow_answer_is_acknowledged_in_time(tmp_path, monkeypatch):
    """A search of four seconds is acknowledged within three, and answered when it is done."""
    with serving(tmp_path) as (server, bureau):
        quick = bureau.answer

        def slow(*given: Any) -> Any:
            time.sleep(4)
            return quick(*given)

        monkeypatch.setattr(bureau, "answer", slow)

        assert QUOTED in answered(server)[0]


def test_many_questions_at_once_are_all_acknowledged_in_time(tmp_path):
    """Twelve people ask together: none waits three seconds for the acknowledgement."""
    with serving(tmp_path, questions_a_minute=100) as (server, _):
        asked = [server.ask(ASK) for _ in range(12)]
        server.wait(lambda: all(each.messages for each in asked), "all answers")

        assert all(QUOTED in each.contents[0] for each in asked)


def test_a_late_acknowledgement_is_told_in_the_channel(tmp_path):
    """When Discord has closed the interaction (10062), the person is told in the channel."""
    with serving(tmp_path) as (server, _):
        server.deadline = -1.0
        server.ask(ASK)
        server.wait(lambda: bool(server.posted), "a message in the channel")

        assert "I was too slow" in server.posted[0]["content"]
        assert [] == server.posted_allowing()[0]["parse"]


@pytest.mark.parametrize(
    ("status", "times"),
    [pytest.param(429, 2, id="slow down"), pytest.param(502, 1, id="bad gateway")],
)
def test_a_refusal_that_passes_is_waited_for(tmp_path, status, times):
    """A 429 or 5xx on the way to the answer is tried again, and the answer arrives."""
    with serving(tmp_path) as (server, _):
        server.fail("PATCH", "/messages/@original", status, times=times)

        assert QUOTED in answered(server)[0]


def test_a_5xx_that_stays_is_told_in_the_channel(tmp_path, monkeypatch):
    """Where the answer cannot be put in place, the person is told by what still works."""
    monkeypatch.setattr(asyncio, "sleep", _quick(asyncio.sleep))
    with serving(tmp_path) as (server, _):
        server.fail("PATCH", "/messages/@original", 500, times=100)
        asked = server.ask(ASK)
        server.wait(lambda: bool(asked.messages), "a follow-up")

        assert "Something went wrong on my side" in asked.contents[0]


def _quick(sleep: Any) -> Any:
    async def sleeping(seconds: float, *given: Any) -> Any:
        return await sleep(min(seconds, 0.05), *given)

    return sleeping


def test_a_deleted_channel_ends_in_the_log_and_the_bot_goes_on(tmp_path):
    """Where channel and interaction are gone nobody can be told; the next question is answered."""
    with serving(tmp_path) as (server, _):
        server.fail("PATCH", "/messages/@original", 404, code=10003, times=2)
        server.fail("POST", "/webhooks/", 404, code=10015, times=1)
        server.fail("POST", "/channels/", 404, code=10003, times=1)
        server.ask(ASK)
        server.wait(lambda: any(each.path.startswith("/channels/") for each in server.calls))

        assert QUOTED in answered(server)[0]


def test_it_resumes_when_discord_asks_for_it(tmp_path):
    """After a reconnect the session goes on; nothing that was said meanwhile is lost."""
    with serving(tmp_path) as (server, _):
        answered(server)
        server.ask_to_reconnect()
        asked = server.ask(ASK)
        server.wait(lambda: server.resumed == 1, "resuming")
        server.wait(lambda: bool(asked.messages), "an answer")

        assert 1 == len(server.identified)
        assert QUOTED in asked.contents[0]


def test_it_comes_back_when_the_connection_breaks(tmp_path):
    """A connection that Discord closes is opened again."""
    with serving(tmp_path) as (server, _):
        answered(server)
        server.hang_up(code=1001)
        server.wait(lambda: server.resumed == 1, "resuming")

        assert QUOTED in answered(server)[0]


def test_a_mention_is_answered_through_the_gateway(tmp_path):
    """A message that mentions the bot gets its reply, with no one pinged."""
    with serving(tmp_path) as (server, _):
        server.say(f"<@{payload.BOT}> {QUESTION}")
        server.wait(lambda: bool(server.posted), "a reply")

        assert QUOTED in server.posted[0]["content"]
        assert [] == server.posted_allowing()[0]["parse"]


def test_a_mention_of_its_role_is_told_that_it_cannot_be_read(tmp_path):
    """Discord withholds the words of a message that names only the role of the bot."""
    with serving(tmp_path) as (server, _):
        told = payload.message("", payload.user(payload.PERSON, "Ada"))
        told |= {"guild_id": str(payload.SERVER), "mention_roles": [str(payload.OUR_ROLE)]}
        server.send("MESSAGE_CREATE", told)
        server.wait(lambda: bool(server.posted), "a reply")

        assert following.ONLY_MENTIONS == server.posted[0]["content"]


def test_a_failure_of_the_upkeep_is_told_and_it_goes_on(tmp_path, caplog, monkeypatch):
    """Without it no new article would be read any more, and nobody would know."""
    monkeypatch.setattr(upkeep, "_AFTER_FAILURE", 0.01)
    with bureau_of(tmp_path, ARTICLES) as bureau:
        times: list[int] = []

        def broken(*_: object) -> int:
            times.append(1)
            if len(times) == 3:
                stop.set()
            raise ZeroDivisionError

        stop = threading.Event()
        monkeypatch.setattr(bureau.state, "purge", broken)
        upkeep.keep(bureau, stop)

    assert 3 == len(times)
    assert "Failed to keep the index level" in caplog.text


def test_a_new_server_is_told_of_in_the_log(tmp_path, caplog):
    """The log prints the line that opens the house library to a server that the bot joined."""
    caplog.set_level("INFO", "bot")
    with serving(tmp_path) as (server, _):
        server.wait(lambda: "Connected as" in caplog.text, "being ready")
        joined = payload.server(501)
        del joined["unavailable"]
        server.send("GUILD_CREATE", joined)
        server.wait(lambda: "ON_RECORD_HOUSE_SERVERS=501" in caplog.text, "the line")


def test_a_token_that_discord_refuses(tmp_path, caplog):
    """A wrong token ends in one sentence with the cure; the token stands nowhere."""
    with DiscordServer() as server:
        done = run(tmp_path, "a-token-that-is-wrong")

        assert 1 == done.exit_code
        assert "Discord does not accept the token in DISCORD_TOKEN." in done.output
        assert "Traceback" not in done.output
        assert "a-token-that-is-wrong" not in done.output + caplog.text
        assert [] == server.identified


def test_it_runs_until_it_is_told_to_stop(tmp_path):
    """A running bot stops at a signal with exit status 0, and has told Discord of its commands."""
    with DiscordServer() as server:

        def stop() -> None:
            server.wait(lambda: bool(server.identified), "identifying")
            os.kill(os.getpid(), signal.SIGTERM)

        stopping = threading.Thread(target=stop)
        stopping.start()
        done = run(tmp_path, TOKEN)
        stopping.join()

        assert 0 == done.exit_code, done.output
        assert "Stopped." in done.output
        assert TOKEN not in done.output
        assert [1] == [sum(call.path.endswith("/commands") for call in server.calls)]


def test_a_folder_that_another_process_owns(tmp_path):
    """Two bots on one folder would undo each other's work; the second is told who has it."""
    with bureau_of(tmp_path, {}):
        done = run(tmp_path, TOKEN)

    assert 1 == done.exit_code
    assert "is in use by process" in done.output


def test_a_token_that_is_withdrawn_while_it_runs(tmp_path):
    """When Discord no longer takes the token, the bot stops with the same sentence."""
    with DiscordServer() as server, bureau_of(tmp_path, ARTICLES) as bureau:
        running = Running(bureau)
        server.wait(lambda: bool(server.identified), "identifying")
        server.hang_up(code=4004)
        running.join()

        assert "Discord does not accept the token" in str(running.error)


@pytest.mark.parametrize(
    ("token", "sentence"),
    [
        pytest.param("", "There is no Discord token.", id="none"),
        pytest.param("   ", "There is no Discord token.", id="spaces"),
        pytest.param("two words", "is no token", id="no token"),
        pytest.param("tokén", "is no token", id="letters that no token has"),
    ],
)
def test_no_token_is_a_sentence(tmp_path, token, sentence):
    """Without a token the command says where to put one; exit status 1, nothing opened."""
    done = run(tmp_path / "data", token)

    assert 1 == done.exit_code
    assert sentence in done.output
    assert "Traceback" not in done.output
    assert not (tmp_path / "data").exists()


def test_discord_out_of_reach_is_a_sentence(tmp_path):
    """Without a network the command says so."""
    with DiscordServer() as server:
        server.fail("GET", "/users/@me", 503, times=100)
        done = run(tmp_path, TOKEN)

    assert 1 == done.exit_code
    assert "Discord cannot be reached" in done.output


def run(data: Path, token: str) -> Any:
    environment = {"DISCORD_TOKEN": token}
    return CliRunner().invoke(main, ["run", "--data", str(data)], env=environment)


def test_a_feed_is_read_while_it_serves_and_stops_with_it(tmp_path):
    """What it brought is found in the server; a page that never comes holds up neither."""
    pages = {"/1": news(1), "/2": silence(seconds=60.0)}
    feed = {"/feed": feed_page(rss(item("/1", day=2), item("/2", day=1)), RSS)}
    with hostile_server({**pages, **feed}) as site:
        with serving(tmp_path, allow_loopback=True) as (server, bureau):
            bureau.feeds.follow(payload.SERVER, site.link("/feed"))
            server.wait(lambda: any(" /2 " in head for head in site.asked), "the feed's reading")
            found = (str(payload.SERVER),)
            server.wait(lambda: len(bureau.record.articles(found)) == 4, "the feed's article")
            assert QUOTED in answered(server)[0]
        assert [head.split(" ")[1] for head in site.asked].count("/1") == 1
