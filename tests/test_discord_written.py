"""Answers that a model writes, in Discord: the real client, and a real server on loopback."""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from discord_newsroom import (
    OTHER,
    QUESTION,
    SERVER,
    Newsroom,
    contents,
    in_newsroom,
    labels,
    values,
)
from model_server import Behaviour, ModelServer, model_server
from newsroom import FERRY, LATER

from bot.asking import Desk
from bot.chat import courtesy, writers
from bot.commands import buttons, writing
from bot.writer.nearness import is_here
from index.article import Draft
from index.state import ServerSettings, Unfinished

TRUE = "Maren Tolliday said that the town would not pay for a ferry terminal [{ferry}]."
QUOTED = "“I was wrong about the ferry terminal,” Tolliday said [{later}]."
FALSE = "Maren Tolliday said that the town would pay for a ferry terminal [{ferry}]."
STATEMENT = "> “The quay we have has served for ninety years,” Ms Tolliday said."
WITHOUT = "This is the answer without it."
_ARTICLE = re.compile(r'<article number="(\d+)">\n.*?\. ([^\n]+)\n')
Scene = Callable[[Newsroom, ModelServer], Awaitable[None]]


def draft(*sentences: str) -> Callable[[list[dict[str, str]]], str]:
    """Return what the model writes: sentences with the numbers under which it got the articles."""

    def write(messages: list[dict[str, str]]) -> str:
        numbers = {title: number for number, title in _ARTICLE.findall(messages[1]["content"])}
        by_name = {"ferry": numbers.get(FERRY.title, 9), "later": numbers.get(LATER.title, 9)}
        return " ".join(sentences).format(**by_name)

    return write


def in_written_newsroom(tmp_path, scene: Scene, articles=None, *, chosen=True, **settings: Any):
    """Play a scene in a newsroom where a model is configured, and chosen by the managers."""
    with model_server() as server:
        server.behaviour.writes = [draft(QUOTED, TRUE)]

        async def play(room: Newsroom) -> None:
            room.bureau.save_settings(ServerSettings(SERVER, written=chosen))
            await scene(room, server)

        in_newsroom(tmp_path, play, articles, model="test", model_url=server.url, **settings)


async def ask(room: Newsroom, **options: Any) -> Any:
    return await room.reader.slash(room.desk, "ask", question=QUESTION, **options)


def test_the_answer_is_written_with_the_statements_beneath(tmp_path):
    """Each sentence has its number, which opens what proves it; the evidence follows."""

    async def scene(room: Newsroom, server: ModelServer) -> None:
        result = await ask(room)
        text = "\n".join(contents(result))

        assert [5] == room.acknowledgements()
        assert "“I was wrong about the ferry terminal,” Tolliday said [[1]](<https://radio." in text
        assert "would not pay for a ferry terminal [[2]](<https://gazette." in text
        assert text.index("Word for word, in these articles:") < text.index(STATEMENT)
        assert "The sentences above were written by test, and each was proven" in text
        assert ["Show in context", "Copy for print", "Ask more in a thread"] == labels(
            result.response
        )[:3]
        assert [] == list(room.bureau.state.unfinished())

    in_written_newsroom(tmp_path, scene)


@pytest.mark.parametrize(
    ("chosen", "options"),
    [
        pytest.param(False, {}, id="not chosen by the managers"),
        pytest.param(True, {"verbatim": True}, id="not wanted this time"),
    ],
)
def test_no_model_is_asked_where_none_is_to_write(tmp_path, chosen, options):
    """Off is the default of a server, and whoever asks may want the articles' own words alone."""

    async def scene(room: Newsroom, server: ModelServer) -> None:
        [text] = contents(await ask(room, **options))

        assert STATEMENT in text
        assert "written by" not in text
        assert [] == server.asked

    in_written_newsroom(tmp_path, scene, chosen=chosen)


def test_managers_choose_in_setup(tmp_path):
    """The button says how it stands; the next question is written."""

    async def scene(room: Newsroom, server: ModelServer) -> None:
        setup = await room.chief.slash(room.desk, "setup")
        assert "test at 127.0.0.1 may write above them" in setup.response.content
        await room.chief.click(setup.response, label="A model writes: off")
        assert "Answers are written by test at 127.0.0.1" in setup.response.content
        assert "A model writes: on" in labels(setup.response)

        assert "Word for word" in contents(await ask(room))[0]
        kept = room.bureau.state.server(SERVER)
        assert kept.written

    in_written_newsroom(tmp_path, scene, chosen=False)


def test_without_a_model_setup_says_nothing_of_one(tmp_path):
    """What cannot be chosen is not offered."""

    async def scene(room: Newsroom) -> None:
        setup = await room.chief.slash(room.desk, "setup")
        status = await room.chief.slash(room.desk, "status")

        assert "model" not in setup.response.content
        assert not [each for each in labels(setup.response) if "model" in each]
        assert "Written by" not in status.response.content

    in_newsroom(tmp_path, scene)


@pytest.mark.parametrize(
    ("behaviour", "told"),
    [
        pytest.param(Behaviour(status=429), "has had too many questions", id="rate-limited"),
        pytest.param(Behaviour(status=500), "answered with an error (500)", id="down"),
        pytest.param(Behaviour([draft(TRUE)], breaks_after=3), "broke off", id="cut off"),
        pytest.param(Behaviour(body=b"<html>"), "no answer", id="nonsense"),
        pytest.param(Behaviour([lambda _: ""]), "None of what the model wrote", id="empty"),
        pytest.param(Behaviour([lambda _: "so " * 13_333]), "None of what", id="40,000 characters"),
        pytest.param(Behaviour([lambda _: "Die Stadt zahlt nicht [1]."]), "None of", id="German"),
        pytest.param(Behaviour([lambda _: "The town pays [9]."]), "None of what", id="[9] of 3"),
        pytest.param(Behaviour([draft(FALSE)]), "None of what the model wrote", id="not proven"),
    ],
)
def test_a_fault_of_the_model_brings_the_usual_answer(tmp_path, caplog, behaviour, told):
    """The person gets it with small print that says why, the operator a line in the log."""

    async def scene(room: Newsroom, server: ModelServer) -> None:
        server.behaviour = behaviour
        text = "\n".join(contents(await ask(room)))

        assert STATEMENT in text
        [line] = [each for each in text.splitlines() if WITHOUT in each]
        assert line.startswith("-# ")
        assert told in line

    with caplog.at_level(logging.WARNING, logger="bot"):
        in_written_newsroom(tmp_path, scene)
    assert [each for each in caplog.records if each.name == "bot.writer.writing"]


def test_a_server_that_is_not_there_brings_the_usual_answer(tmp_path):
    """Nobody listens at the address."""

    async def scene(room: Newsroom) -> None:
        room.bureau.save_settings(ServerSettings(SERVER, written=True))
        text = "\n".join(contents(await ask(room)))

        assert STATEMENT in text
        assert "cannot be reached" in text

    in_newsroom(tmp_path, scene, model="test", model_url="http://127.0.0.1:9/v1")


def test_a_failure_of_ours_while_writing_brings_the_usual_answer(tmp_path, monkeypatch):
    """It is logged as one, and the person is not left without an answer."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    async def scene(room: Newsroom, server: ModelServer) -> None:
        monkeypatch.setattr("bot.writer.writing.brief", fail)
        room.expected_incidents.append("ZeroDivisionError")
        text = "\n".join(contents(await ask(room)))

        assert STATEMENT in text
        assert f"Something went wrong while the model wrote. {WITHOUT}" in text

    in_written_newsroom(tmp_path, scene)


def test_a_failure_of_ours_beside_writing_is_told_in_place_of_what_grew(tmp_path, monkeypatch):
    """No message is left that says it is being written."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    async def scene(room: Newsroom, server: ModelServer) -> None:
        monkeypatch.setattr(room.bureau.answered, "origins", fail)
        room.expected_incidents.append("ZeroDivisionError")
        await room.reader.send(room.desk, f"{room.env.bot.user.mention} {QUESTION}")

        assert 2 == len(room.desk.history())
        assert "Something went wrong on my side" in room.desk.last_message.content
        assert [] == labels(room.desk.last_message)
        assert () == room.bureau.state.unfinished()

    in_written_newsroom(tmp_path, scene)


def test_a_failure_after_the_answer_leaves_it_standing(tmp_path, monkeypatch):
    """It is told beside the answer."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    async def scene(room: Newsroom, server: ModelServer) -> None:
        monkeypatch.setattr(room.bureau.answered, "keep", fail)
        room.expected_incidents.append("ZeroDivisionError")
        first, *others = contents(await ask(room))

        assert "Word for word" in first
        assert "Something went wrong on my side" in others[-1]
        assert () == room.bureau.state.unfinished()

    in_written_newsroom(tmp_path, scene)


def test_where_all_write_already_nobody_waits(tmp_path):
    """The answer comes at once without the model, and says so."""

    async def scene(room: Newsroom, server: ModelServer) -> None:
        begun = [room.bureau.writers.begin(1) for _ in range(writers.MOST)]
        text = "\n".join(contents(await ask(room)))
        assert STATEMENT in text
        assert writers.BUSY in text
        assert [] == server.asked

        room.bureau.writers.end(begun[0])
        assert "Word for word" in contents(await ask(room))[0]

    in_written_newsroom(tmp_path, scene)


def test_only_whoever_asked_stops_it(tmp_path):
    """Somebody else is told so, and so is whoever comes too late."""

    async def scene(room: Newsroom, server: ModelServer) -> None:
        begun = room.bureau.writers.begin(room.person.id)
        custom_id = f"on-record:{writing.STOP}:{begun.word}"
        content = await content_with(room, custom_id)
        other = await room.chief.click(content, custom_id=custom_id)
        assert other.response.content == writers.NOT_YOURS
        assert not begun.stop.is_set()

        await room.reader.click(content, custom_id=custom_id)
        assert begun.stop.is_set()
        room.bureau.writers.end(begun)
        late = await room.reader.click(content, custom_id=custom_id)
        assert late.response.content == writers.DONE

    in_written_newsroom(tmp_path, scene)


async def content_with(room: Newsroom, custom_id: str) -> Any:
    """Return a message of the bot's with a button of that id."""
    button = buttons.Press(writing.STOP, "Stop writing", custom_id.rpartition(":")[2])
    channel = room.env.bot.get_channel(room.desk.id)
    await channel.send("Being written", view=buttons.view(button))
    await room.settled()
    return room.desk.last_message


def test_each_server_has_its_own_questions_a_day(tmp_path):
    """At the limit the usual answer comes and says so; another server's are counted apart."""

    async def scene(room: Newsroom, server: ModelServer) -> None:
        assert "Word for word" in contents(await ask(room))[0]
        spent = "\n".join(contents(await ask(room)))
        assert STATEMENT in spent
        assert "has been asked 1 question today, and may be asked no more" in spent
        assert 1 == len(server.asked)
        assert (1, 0) == (
            room.bureau.writers.use(SERVER).questions,
            room.bureau.writers.use(OTHER).questions,
        )

        status = await room.reader.slash(room.desk, "status")
        told = status.response.content
        assert "Written by: test at 127.0.0.1" in told
        assert "Questions to it today: 1 of 1" in told
        assert re.search(r"Tokens today: about 1,\d{3}, at most about 6,000 a question", told)

    in_written_newsroom(tmp_path, scene, model_questions_a_day=1)


def test_a_question_that_finds_nothing_is_not_put_to_the_model(tmp_path):
    """A refusal is never written."""

    async def scene(room: Newsroom, server: ModelServer) -> None:
        asked = "What did Tolliday say about cricket?"
        result = await room.reader.slash(room.desk, "ask", question=asked)

        assert "I found nothing Maren Tolliday said about cricket" in contents(result)[0]
        assert [] == server.asked

    in_written_newsroom(tmp_path, scene)


def test_a_mention_and_a_direct_message_are_written_too(tmp_path):
    """The reply grows and becomes the answer; it stays one message."""
    house = {"house": (FERRY,), str(SERVER): (LATER,)}

    async def scene(room: Newsroom, server: ModelServer) -> None:
        await room.reader.send(room.desk, f"{room.env.bot.user.mention} {QUESTION}")
        assert 2 == len(room.desk.history())
        reply = room.desk.last_message
        assert reply.reference is not None
        assert "would not pay for a ferry terminal [[2]]" in reply.content
        assert "Stop writing" not in labels(reply)

        server.behaviour = Behaviour([draft(TRUE)])
        await room.reader.send_dm(QUESTION)
        direct = room.person.dm_channel.last_message.content
        assert direct.startswith("In direct messages I search the house library")
        assert "would not pay for a ferry terminal [[1]]" in direct

    in_written_newsroom(tmp_path, scene, house, house_servers=str(SERVER))


def test_the_buttons_under_a_written_answer_work(tmp_path):
    """Context and print show the statements beneath; a report reaches us."""

    async def scene(room: Newsroom, server: ModelServer) -> None:
        answer = await ask(room)
        last = (answer.followups or [answer.response])[-1]
        menu = await room.reader.click(last, label="Show in context")
        await room.reader.select(menu.response, [values(menu.response)[-1]])
        assert menu.response.content.startswith("[Open the article at these words](<https://")
        copied = await room.reader.click(last, label="Copy for print")
        await room.reader.select(copied.response, [values(copied.response)[0]])
        assert "Maren Tolliday" in copied.response.content
        assert {"Open [1]", "Open [2]"} <= set(labels(last))

        form = await room.reader.click(last, label="Report a problem")
        [field] = [row["component"]["custom_id"] for row in form.modal["components"]]
        thanks = await room.reader.submit_modal(form, {field: "Not her."})
        assert "That is report 1" in thanks.response.content

    in_written_newsroom(tmp_path, scene)


def test_the_rest_of_a_written_answer_is_shown_word_for_word(tmp_path):
    """What the model did not cite is counted, and stands on the pages."""

    async def scene(room: Newsroom, server: ModelServer) -> None:
        server.behaviour = Behaviour([draft(TRUE)])
        answer = await ask(room)
        last = (answer.followups or [answer.response])[-1]
        [more] = [each for each in labels(last) if each.startswith("… and")]
        page = await room.reader.click(last, label=more)

        assert "I was wrong about the ferry terminal" not in "\n".join(contents(answer))
        assert "> “I was wrong about the ferry terminal" in page.response.content
        assert 1 == len(server.asked)

    in_written_newsroom(tmp_path, scene)


def test_what_is_shared_is_what_was_written(tmp_path):
    """It is proven anew and no model is asked again; a sentence that no longer holds stays away."""

    async def scene(room: Newsroom, server: ModelServer) -> None:
        own = await ask(room, private=True)
        await room.reader.click(own.response, label="Share")
        assert contents(own)[0].split("-#")[0] == room.desk.last_message.content.split("-#")[0]
        assert 1 == len(server.asked)

        gone = next(
            e for e in room.bureau.record.articles((str(SERVER),)) if e.article.title == LATER.title
        )
        room.bureau.remove(room.bureau.scope(SERVER), gone.article.article_id)
        await room.reader.click(own.response, label="Share")
        shared = room.desk.last_message.content
        assert "would not pay for a ferry terminal [[1]]" in shared
        assert "“I was wrong about the ferry terminal,” Tolliday said" not in shared

    in_written_newsroom(tmp_path, scene, {str(SERVER): (FERRY, LATER)})


@pytest.mark.parametrize("chosen", [True, False])
def test_a_question_is_searched_once_whether_or_not_it_is_written(tmp_path, chosen):
    """Also where what was written is shared, and proven again."""

    async def scene(room, server):
        desk = Counting(room.bureau.record, room.bureau.scope(SERVER).libraries)
        room.bureau._desks[room.bureau.scope(SERVER).libraries] = desk
        first = await ask(room, private=True)
        assert ("written by test" in "\n".join(contents(first))) == chosen
        assert desk.searches == 1
        assert {each.split("_")[0] for each in desk.proving} <= {"writer"}
        await room.reader.click(first.response, label="Share")
        assert desk.searches == 2
        assert {each.split("_")[0] for each in desk.proving} == (
            {"writer", "desk"} if chosen else set()
        )

    in_written_newsroom(tmp_path, scene, chosen=chosen)


class Counting(Desk):
    """A desk that counts its searches, and notes in which threads sentences are proven."""

    searches = 0

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.proving: list[str] = []

    def cited(self, answer):
        self.proving.append(threading.current_thread().name)
        return super().cited(answer)

    def _find(self, question, proved=None):
        self.searches += 1
        return super()._find(question, proved)


def test_a_thread_goes_on_from_a_written_answer(tmp_path):
    """The subject is kept, and the follow-up is written as well."""

    async def scene(room: Newsroom, server: ModelServer) -> None:
        answer = await ask(room)
        last = (answer.followups or [answer.response])[-1]
        await room.reader.click(last, label="Ask more in a thread")
        [thread] = room.desk.threads
        quay = "“The quay we have has served for ninety years,” Ms Tolliday said [{ferry}]."
        server.behaviour = Behaviour([draft(quay)])
        await room.reader.send(thread, f"{room.env.bot.user.mention} and what about the quay?")

        text = thread.last_message.content
        assert "Maren Tolliday on the quay" in text
        assert "served for ninety years,” Ms Tolliday said [[1]]" in text

    in_written_newsroom(tmp_path, scene)


def test_privacy_names_the_model_s_server_where_questions_leave_the_machine(tmp_path):
    """Not where the model is on this one, nor where it does not write."""

    async def scene(room: Newsroom) -> None:
        async def told() -> str:
            return (await room.reader.slash(room.desk, "privacy")).response.content

        assert "are sent nowhere" in await told()
        room.bureau.save_settings(ServerSettings(SERVER, written=True))
        text = await told()
        assert "are sent to models.example.org" in text
        assert "are sent nowhere" not in text

    away = "https://models.example.org/v1"
    in_newsroom(tmp_path, scene, model="test", model_url=away)


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("192.168.1.4", False),
        ("a.b", False),
    ],
)
def test_which_host_is_this_machine(host, here):
    """Another machine of the same house is another machine."""
    assert here == is_here(host)


def test_what_was_cut_off_says_so_at_the_next_start(tmp_path):
    """A message that was growing ends in a sentence, an ordinary one and a command's alike."""

    async def scene(room: Newsroom, server: ModelServer) -> None:
        await room.reader.send(room.desk, f"{room.env.bot.user.mention} {QUESTION}")
        reply = room.desk.last_message
        private = await ask(room, private=True)
        hooks = [e.path for e in room.env.http_requests if e.path.startswith("/webhooks/")]
        token = hooks[-1].split("/")[3]
        for message, known in ((reply, ""), (private.response, token), (reply, "unknown")):
            left = Unfinished(message.id, room.desk.id, known)
            room.bureau.state.begin_writing(left)
            await writing.end_unfinished(room.env.bot, room.bureau)
        await room.settled()

        assert courtesy.CUT_OFF == room.desk.last_message.content == private.response.content
        assert [] == labels(room.desk.last_message)
        assert () == room.bureau.state.unfinished()

    in_written_newsroom(tmp_path, scene)


def test_what_proves_a_sentence_stands_beneath_it(tmp_path):
    """Also where eight statements are nearer to the question."""
    others = "\n\n".join(
        f"Maren Tolliday said that the ferry terminal would need {number} piles."
        for number in range(12)
    )
    last = "“Nobody has asked the fishermen of the terminal,” said Maren Tolliday."
    crowded = Draft("Piles for the ferry terminal", f"{others}\n\n{last}", "Sound Weekly")

    async def scene(room: Newsroom, server: ModelServer) -> None:
        usual = "\n".join(contents(await ask(room, verbatim=True)))
        assert last not in usual
        server.behaviour = Behaviour([lambda _: f"{last[:-1]} [1]."])
        shown = "\n".join(contents(await ask(room)))

        assert "said Maren Tolliday [1].\n\nWord for word" in shown
        assert f"> {last}" in shown
        assert 8 == shown.count("\n> ")
        assert "… and 5 more." in shown

    in_written_newsroom(tmp_path, scene, {str(SERVER): (crowded,)})
