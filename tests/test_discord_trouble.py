"""Failures of Discord and of ours: each ends in a message to the person."""

from __future__ import annotations

import pytest
from discord_newsroom import QUESTION, Newsroom, contents, in_newsroom

from bot.chat import courtesy
from index.errors import DerivedIndexError


def test_an_error_with_a_cure_is_said(tmp_path, monkeypatch):
    """What a person, or the operator, can cure is said in its own words, in place of thinking."""

    async def scene(room: Newsroom) -> None:
        def broken(*_: object) -> None:
            raise DerivedIndexError("The index cannot be used. Run: on-record rebuild")

        monkeypatch.setattr(room.bureau, "answer", broken)
        result = await room.reader.slash(room.desk, "ask", question=QUESTION)

        assert ["The index cannot be used. Run: on-record rebuild"] == contents(result)

    in_newsroom(tmp_path, scene)


def test_a_bug_is_an_incident_with_a_number(tmp_path, monkeypatch):
    """What nobody can cure is said to be our fault; the log has it under the same number."""

    async def scene(room: Newsroom) -> None:
        def broken(*_: object) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr(room.bureau, "answer", broken)
        room.expected_incidents = ["ZeroDivisionError", "ZeroDivisionError"]
        [text] = contents(await room.reader.slash(room.desk, "ask", question=QUESTION))
        await room.reader.send(room.desk, f"{room.env.bot.user.mention} {QUESTION}")

        assert "Something went wrong on my side" in text
        assert "incident" in room.desk.last_message.content

    in_newsroom(tmp_path, scene)


def test_a_bug_behind_a_button_is_told_too(tmp_path, monkeypatch):
    """A button's failure is told beside the answer, which stays as it is."""

    async def scene(room: Newsroom) -> None:
        answer = await room.reader.slash(room.desk, "ask", question=QUESTION)
        before = answer.response.content

        def broken(*_: object) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr(room.bureau.answered, "posted", broken)
        room.expected_incidents = ["ZeroDivisionError", "ZeroDivisionError"]
        first = await room.reader.click(answer.response, label="Copy for print")
        await room.reader.click(answer.response, label="Report a problem")
        shared = await room.reader.slash(room.desk, "ask", question=QUESTION, private=True)
        pressed = await room.reader.click(shared.response, label="Share")

        assert "Something went wrong" in first.response.content
        assert "Something went wrong" in pressed.followups[0].content
        assert before == answer.response.content

    in_newsroom(tmp_path, scene)


@pytest.mark.parametrize(
    ("status", "code", "sentence"),
    [
        pytest.param(403, 50013, courtesy.NO_PERMISSION, id="a permission was taken away"),
        pytest.param(404, 10003, courtesy.GONE, id="the channel is gone"),
    ],
)
def test_a_reply_that_discord_refuses_is_told_directly(tmp_path, status, code, sentence):
    """Where the channel takes no message, the person who mentioned the bot gets one directly."""

    async def scene(room: Newsroom) -> None:
        room.env.inject_error(
            "POST", f"/channels/{room.desk.id}/messages", status=status, code=code, times=3
        )
        await room.reader.send(room.desk, f"{room.env.bot.user.mention} {QUESTION}")

        assert sentence in room.person.dm_channel.last_message.content

    in_newsroom(tmp_path, scene)


def test_a_message_that_was_deleted_is_answered_in_its_channel(tmp_path):
    """The answer does not hang on the message that it replies to."""

    async def scene(room: Newsroom) -> None:
        room.env.inject_error(
            "POST", f"/channels/{room.desk.id}/messages", status=404, code=10008, times=1
        )
        await room.reader.send(room.desk, f"{room.env.bot.user.mention} {QUESTION}")

        assert "ninety years" in room.desk.last_message.content

    in_newsroom(tmp_path, scene)


def test_a_thread_that_may_not_be_opened_is_told(tmp_path):
    """Without the permission for threads the person learns what is missing."""

    async def scene(room: Newsroom) -> None:
        answer = await room.reader.slash(room.desk, "ask", question=QUESTION)
        room.env.inject_error("POST", "*/threads", status=403, code=50013)
        pressed = await room.reader.click(answer.response, label="Ask more in a thread")

        assert courtesy.NO_PERMISSION == pressed.response.content

    in_newsroom(tmp_path, scene)


def test_a_failure_between_two_messages_keeps_the_first(tmp_path):
    """When a later message of an answer fails, what was shown stays, and the failure is told."""

    async def scene(room: Newsroom) -> None:
        room.env.inject_error("PATCH", "/webhooks/*/messages/@original", status=400, code=50035)
        room.expected_incidents = ["HTTPException"]
        result = await room.reader.slash(room.desk, "ask", question=QUESTION)

        assert "Something went wrong" in contents(result)[-1]

    in_newsroom(tmp_path, scene)


def test_autocomplete_never_fails(tmp_path, monkeypatch):
    """A failure while somebody types offers nothing, and is in the log."""

    async def scene(room: Newsroom) -> None:
        def broken(*_: object) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr(room.bureau, "people", broken)
        room.expected_incidents = ["ZeroDivisionError"]

        assert [] == await room.reader.autocomplete(room.desk, "who", "name", "toll")

    in_newsroom(tmp_path, scene)
