"""Answers that a model writes, while time passes: a Discord and a model's server of our own."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import discord_payload as payload
from discord_newsroom import QUESTION, bureau_of
from discord_server import Asked, DiscordServer
from model_server import Behaviour, ModelServer, model_server
from newsroom import FERRY, LATER
from test_discord_live import Running
from test_discord_written import FALSE, QUOTED, STATEMENT, TRUE, WITHOUT, draft

from bot.chat import courtesy
from bot.chat.bureau import Bureau
from index.state import ServerSettings

ARTICLES = {str(payload.SERVER): (FERRY, LATER)}
ASK = payload.command("ask", {"question": QUESTION})
PLAIN = payload.command("ask", {"question": QUESTION, "verbatim": True})
BEGINNING = "Being written; checked 0 so far."


class CutOff(Running):
    """A bot that can be cut off, as by a crash: nothing that it was doing is ended."""

    def _run(self, *given: Any) -> None:
        with contextlib.suppress(RuntimeError):
            super()._run(*given)

    def cut_off(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self.join()


@contextlib.contextmanager
def writing(data: Path, **settings: Any) -> Iterator[tuple[DiscordServer, Bureau, ModelServer]]:
    """Give a Discord, a model's server, and a bureau in whose server the model writes."""
    with (
        model_server() as model,
        DiscordServer() as server,
        bureau_of(data, ARTICLES, model="test", model_url=model.url, **settings) as bureau,
    ):
        model.behaviour.writes = [draft(QUOTED, TRUE)]
        bureau.save_settings(ServerSettings(payload.SERVER, written=True))
        yield server, bureau, model


@contextlib.contextmanager
def running(server: DiscordServer, bureau: Bureau) -> Iterator[Running]:
    known, bot = len(server.identified), CutOff(bureau)
    try:
        server.wait(lambda: len(server.identified) > known, "identifying")
        yield bot
    finally:
        bot.stop()


def begun(server: DiscordServer, data: Any = ASK) -> Asked:
    """Ask, and wait until the answer is being written."""
    asked = server.ask(data)
    server.wait(lambda: any(BEGINNING in each for each in asked.contents), "a message that grows")
    return asked


def finished(server: DiscordServer, asked: Asked) -> str:
    server.wait(lambda: bool(asked.contents) and "Searched" in asked.contents[-1], "an answer")
    return "\n".join(asked.contents)


def stop_button(asked: Asked) -> str:
    [row] = asked.messages[0]["components"]
    [button] = row["components"]
    assert button["label"] == "Stop writing"
    return str(button["custom_id"])


def test_the_message_grows_by_proven_sentences_only(tmp_path):
    """It says how many were checked; a sentence that is not proven is never to be seen."""
    with writing(tmp_path) as (server, bureau, model), running(server, bureau):
        model.behaviour = Behaviour([draft(FALSE, QUOTED, TRUE)], trickles=0.12)
        asked = begun(server)
        finished(server, asked)
        sent = [call.body["content"] for call in server.calls if call.method == "PATCH"]
        growing, last = sent[:-1], sent[-1]

        checked = [int(re.search(r"checked (\d) so far", each)[1]) for each in growing]
        assert checked == sorted(set(checked))
        assert len(checked) > 2
        shown = [each for each in growing if "“I was wrong about the ferry terminal,”" in each]
        assert all("Tolliday said [[1]](<https://radio." in each for each in shown)
        assert shown == growing[-len(shown) :]
        assert not any("the town would pay" in each for each in sent)
        assert "Word for word" in last


def test_a_slow_model_brings_the_usual_answer_within_the_limit(tmp_path):
    """The time limit is that of the setting; small print says that it was reached."""
    with (
        writing(tmp_path, model_seconds=1) as (server, bureau, model),
        running(server, bureau),
    ):
        model.behaviour = Behaviour(waits=60)
        text = finished(server, begun(server))

        assert STATEMENT in text
        assert f"-# The model did not answer within 1 second. {WITHOUT}" in text


def test_nobody_waits_for_somebody_else_s_model(tmp_path):
    """While one answer is being written others are given, and buttons are acknowledged."""
    with writing(tmp_path) as (server, bureau, model), running(server, bureau):
        model.behaviour = Behaviour(waits=60)
        slow = begun(server)
        other = server.ask(PLAIN)

        assert STATEMENT in finished(server, other)
        assert BEGINNING in slow.contents[0]
        assert other.acknowledged_after is not None
        assert other.acknowledged_after < server.deadline


def test_stop_brings_the_usual_answer(tmp_path):
    """The button is acknowledged, and the answer without the model takes the message."""
    with writing(tmp_path) as (server, bureau, model), running(server, bureau):
        model.behaviour = Behaviour(waits=60)
        asked = begun(server)
        pressed = server.press(asked.messages[0], stop_button(asked))
        text = finished(server, asked)

        assert STATEMENT in text
        assert f"Stopped writing. {WITHOUT}" in text
        assert pressed.callback == {"type": 6}
        server.wait(lambda: not bureau.state.unfinished(), "the end of it")


def test_stop_also_brings_it_while_something_is_asked_for_again(tmp_path):
    """What was proven by then is not shown either: whoever stops wants the usual answer."""
    with writing(tmp_path) as (server, bureau, model), running(server, bureau):

        def again(_: object) -> str:
            model.stopped.wait(60)
            return ""

        model.behaviour = Behaviour([draft(QUOTED, FALSE), again])
        asked = begun(server)
        server.wait(lambda: "checked 2 so far" in asked.contents[0], "a sentence that is proven")
        server.press(asked.messages[0], stop_button(asked))
        text = finished(server, asked)

        assert STATEMENT in text
        assert f"Stopped writing. {WITHOUT}" in text


def test_stopping_the_bot_answers_whoever_waits(tmp_path):
    """It does not wait for the model."""
    with writing(tmp_path) as (server, bureau, model):
        with running(server, bureau):
            model.behaviour = Behaviour(waits=60)
            asked = begun(server)

        assert STATEMENT in "\n".join(asked.contents)
        assert () == bureau.state.unfinished()


def test_an_answer_that_was_cut_off_is_ended_at_the_next_start(tmp_path):
    """A crash while it is being written leaves no message that seems to grow."""
    with writing(tmp_path) as (server, bureau, model):
        model.behaviour = Behaviour(waits=60)
        with running(server, bureau) as bot:
            asked = begun(server)
            server.wait(lambda: bool(bureau.state.unfinished()), "what is kept of it")
            bot.cut_off()
        assert BEGINNING in asked.contents[0]

        with running(server, bureau):
            server.wait(lambda: asked.contents == [courtesy.CUT_OFF], "the end of it")
        assert [] == asked.messages[0]["components"]
        assert () == bureau.state.unfinished()


def test_an_edit_that_fails_costs_nothing_but_itself(tmp_path):
    """Where Discord does not take what grew, the answer comes all the same."""
    with writing(tmp_path) as (server, bureau, model), running(server, bureau):
        model.behaviour = Behaviour([draft(QUOTED, TRUE)], trickles=0.12)
        asked = begun(server)
        server.fail("PATCH", "/messages/@original", 403, code=50001)

        assert "Word for word" in finished(server, asked)
