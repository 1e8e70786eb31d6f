"""The buttons under an answer, pressed through the real client."""

from __future__ import annotations

import asyncio
import time

import discord
import pytest
from discord_newsroom import (
    QUESTION,
    SERVER,
    Client,
    Newsroom,
    bureau_of,
    contents,
    in_newsroom,
    labels,
    newsroom,
    values,
)
from newsroom import FERRY, LATER

from bot.chat import context, courtesy, following
from index.article import Draft
from index.state import ServerSettings

MANY = Draft(
    title="Thirty answers",
    text="\n\n".join(
        f"“The ferry terminal will cost {number} million,” said Maren Tolliday, the leader. "
        f"The clerk wrote down number {number}."
        for number in range(30)
    ),
    outlet="Harbour Gazette",
    url="https://gazette.example/thirty",
)


async def ask(room: Newsroom, **options):
    return await room.reader.slash(room.desk, "ask", question=QUESTION, **options)


def test_show_in_context_shows_the_neighbours(tmp_path):
    """One place is picked; the sentences beside it are shown to the asker only, the link first."""

    async def scene(room: Newsroom) -> None:
        answer = await ask(room)
        menu = await room.reader.click(answer.response, label="Show in context")
        assert menu.ephemeral

        await room.reader.select(menu.response, [values(menu.response)[-1]])
        shown = menu.response.content
        assert shown.startswith("[Open the article at these words](<https://")
        assert context.MOST_FURTHER_WORDS >= len(shown.split()) - len(answer.response.content)

    in_newsroom(tmp_path, scene)


def test_one_place_alone_needs_no_picking(tmp_path):
    """Where an answer shows one place, the button shows it at once, ready to copy."""

    async def scene(room: Newsroom) -> None:
        asked = "What did Pellow say about the ferry terminal?"
        answer = await room.reader.slash(room.desk, "ask", question=asked)
        copy = await room.reader.click(answer.response, label="Copy for print")

        assert "would take a quarter of the moorings" in copy.response.content
        assert "Corwin Pellow" in copy.response.content
        assert "Sound Radio, February 2025" in copy.response.content

    in_newsroom(tmp_path, scene, {str(SERVER): (LATER,)})


def test_a_thread_keeps_the_subject(tmp_path):
    """Ask more opens a thread; a question there leans on the one that it began with."""

    async def scene(room: Newsroom) -> None:
        answer = await ask(room)
        pressed = await room.reader.click(answer.response, label="Ask more in a thread")
        [thread] = room.desk.threads
        assert f"<#{thread.id}>" in pressed.response.content
        assert following.thread_name(QUESTION) == thread.name
        assert following.IN_THREAD == thread.last_message.content

        await room.reader.send(thread, f"{room.env.bot.user.mention} and what about the quay?")
        reply = thread.last_message.content
        assert "**and what about the quay?**" in reply
        assert "Maren Tolliday on the quay" in reply
        assert "Harbour Gazette" in reply

        again = await room.reader.slash(thread, "ask", question="and on the moorings?")
        assert "Maren Tolliday" in contents(again)[0]
        assert "Ask more in a thread" not in labels(thread.last_message)

    in_newsroom(tmp_path, scene)


def test_a_follow_up_whose_earlier_question_is_gone_says_so(tmp_path):
    """Sharing asks again; without the question before it, it would be understood otherwise."""

    async def scene(room: Newsroom) -> None:
        answer = await ask(room)
        await room.reader.click(answer.response, label="Ask more in a thread")
        [thread] = room.desk.threads
        own = await room.chief.slash(
            thread, "ask", question="and what about the quay?", private=True
        )
        assert "Maren Tolliday on the quay" in contents(own)[0]
        await room.chief.click(own.response, label="Share")
        assert "Maren Tolliday on the quay" in thread.last_message.content

        await room.chief.delete(answer.response)
        await room.settled()
        pressed = await room.chief.click(own.response, label="Share")
        assert [courtesy.EARLIER_GONE] == [each.content for each in pressed.followups]

    in_newsroom(tmp_path, scene)


def test_a_question_in_a_thread_whose_beginning_is_gone_says_so(tmp_path):
    """It is read by itself, and the person sees why it is understood otherwise."""

    async def scene(room: Newsroom) -> None:
        answer = await ask(room)
        await room.reader.click(answer.response, label="Ask more in a thread")
        [thread] = room.desk.threads
        room.bureau.state.forget_person(room.person.id)
        asked = await room.chief.slash(thread, "ask", question="and what about the quay?")
        assert contents(asked)[0].startswith(courtesy.READ_ALONE)

        whole = await room.chief.slash(thread, "ask", question=QUESTION)
        assert courtesy.READ_ALONE not in contents(whole)[0]

    in_newsroom(tmp_path, scene)


def test_a_deleted_message_is_forgotten(tmp_path):
    """When Discord tells that an answer or a thread is deleted, nothing of it is kept."""

    async def scene(room: Newsroom) -> None:
        state = room.bureau.state
        answer = await ask(room)
        first = answer.response.id
        await room.reader.click(answer.response, label="Ask more in a thread")
        [thread] = room.desk.threads
        own = (
            await room.chief.slash(thread, "ask", question="and what about the quay?")
        ).response.id
        assert state.posted(own, int(time.time())) is not None

        await room.env.bot.get_channel(room.desk.id).get_thread(thread.id).delete()
        await room.settled()
        assert state.posted(own, int(time.time())) is None
        assert state.thread(thread.id) is None

        await room.chief.delete(answer.response)
        await room.settled()
        assert state.posted(first, int(time.time())) is None

    in_newsroom(tmp_path, scene)


def test_a_second_press_names_the_thread(tmp_path):
    """A message has one thread; whoever presses again is led to it."""

    async def scene(room: Newsroom) -> None:
        answer = await ask(room)
        room.env.inject_error("POST", "*/threads", status=400, code=160004)
        again = await room.chief.click(answer.response, label="Ask more in a thread")

        assert f"It has a thread: <#{answer.response.id}>" == again.response.content
        assert room.bureau.state.thread(answer.response.id) is not None

    in_newsroom(tmp_path, scene)


@pytest.mark.parametrize(
    ("path", "status", "code", "sentence"),
    [
        pytest.param("*/messages/*/threads", 404, 10008, courtesy.GONE, id="answer deleted"),
        pytest.param("*/messages/*/threads", 400, 160006, courtesy.MANY_THREADS, id="too many"),
        pytest.param("*/channels/*/messages", 404, 10003, courtesy.GONE, id="thread deleted"),
        pytest.param("*/channels/*/messages", 400, 50083, courtesy.THREAD_CLOSED, id="closed"),
    ],
)
def test_a_thread_that_cannot_be_used_is_told_in_words(tmp_path, path, status, code, sentence):
    """The answer or the thread may be gone, or closed, before the first line stands in it."""

    async def scene(room: Newsroom) -> None:
        answer = await ask(room)
        room.env.inject_error("POST", path, status=status, code=code)
        pressed = await room.reader.click(answer.response, label="Ask more in a thread")

        assert sentence == pressed.response.content

    in_newsroom(tmp_path, scene)


def test_the_rest_is_shown_in_pages(tmp_path):
    """The button for the rest shows all that was found, page by page, to the asker only."""

    async def scene(room: Newsroom) -> None:
        answer = await ask(room)
        last = answer.followups[-1] if answer.followups else answer.response
        [more] = [each for each in labels(last) if each.startswith("… and")]
        page = await room.chief.click(last, label=more)
        seen = page.response.content
        assert page.ephemeral
        assert "Page 1 of" in seen

        while "Next page" in labels(page.response):
            await room.chief.click(page.response, label="Next page")
            assert len(page.response.content) < 2_000
            seen += page.response.content
        assert all(f"cost {number} million" in seen for number in range(30))

    in_newsroom(tmp_path, scene, {str(SERVER): (MANY,)})


def test_the_words_of_a_page_are_shown_in_context_and_copied(tmp_path):
    """Each page has the buttons, and offers what stands on it; the question is not kept anew."""

    async def scene(room: Newsroom) -> None:
        answer = await ask(room)
        last = (answer.followups or [answer.response])[-1]
        [more] = [each for each in labels(last) if each.startswith("… and")]
        page = await room.chief.click(last, label=more)
        await room.chief.click(page.response, label="Next page")
        menu = await room.chief.click(page.response, label="Copy for print")
        offered = values(menu.response)
        for value in (offered[0], offered[-1]):
            await room.chief.select(menu.response, [value])
            words = menu.response.content.partition("\n")[0]
            assert words.startswith("“The ferry terminal will cost")
            assert words in page.response.content

        near = await room.chief.click(page.response, label="Show in context")
        await room.chief.select(near.response, [offered[0]])
        assert "The clerk wrote down number" in near.response.content
        kept = room.bureau.state.posted(page.response.id, int(time.time()))
        assert ("", len(offered)) == (kept.question, len(kept.cited))

    in_newsroom(tmp_path, scene, {str(SERVER): (MANY,)})


SAID = Draft(
    title="A vote on the quay",
    text="“The quay is ours,” said Omar Said, the harbour master. The clerk nodded.\n\nOmar Said "
    "said that the vote was fair.",
    url="https://gazette.example/said",
)


def test_who_is_shared_by_name_not_by_its_words(tmp_path):
    """The words "What did Omar Said say?" would be read otherwise; what is shared is the same."""

    async def scene(room: Newsroom) -> None:
        own = await room.reader.slash(room.desk, "who", name="Omar Said", private=True)
        assert "> “The quay is ours,” said Omar Said" in contents(own)[0]
        await room.reader.click(own.response, label="Share")

        assert contents(own) == [room.desk.last_message.content]

    in_newsroom(tmp_path, scene, {str(SERVER): (SAID,)})


def test_a_report_reaches_the_managers_and_the_operator(tmp_path):
    """The form's words go to the channel that is set, and are kept for ``on-record reports``."""

    async def scene(room: Newsroom) -> None:
        desk = room.server.create_text_channel("reports")
        room.bureau.save_settings(ServerSettings(SERVER, reports_channel=desk.id))
        answer = await ask(room)
        form = await room.reader.click(answer.response, label="Report a problem")
        [field] = [row["component"]["custom_id"] for row in form.modal["components"]]
        thanks = await room.reader.submit_modal(form, {field: "That is @everyone not her"})

        assert "Thank you. That is report 1" in thanks.response.content
        assert "> That is \\@everyone not her" in desk.last_message.content
        [report] = room.bureau.state.reports()
        assert (report.text, report.server_id) == ("That is @everyone not her", SERVER)

    in_newsroom(tmp_path, scene)


def test_a_report_on_a_private_answer_asks_for_the_question(tmp_path):
    """Its readers cannot open that answer, and are led nowhere."""

    async def scene(room: Newsroom) -> None:
        desk = room.server.create_text_channel("reports")
        room.bureau.save_settings(ServerSettings(SERVER, reports_channel=desk.id))
        answer = await ask(room, private=True)
        form = await room.reader.click(answer.response, label="Report a problem")
        [field] = form.modal["components"]
        await room.reader.submit_modal(
            form, {field["component"]["custom_id"]: "On the quay: not her"}
        )

        assert "say what you asked" in field["description"]
        assert desk.last_message.content.startswith(
            "Report 1 on an answer that only they saw\n> On"
        )

    in_newsroom(tmp_path, scene)


def test_buttons_and_reports_have_a_limit(tmp_path):
    """Thirty presses and three reports a minute of one person, told to them alone."""

    async def scene(room: Newsroom) -> None:
        answer = await ask(room)
        told = [
            (await room.reader.click(answer.response, label="Report a problem")) for _ in range(4)
        ]
        assert [True, True, True, False] == [each.modal is not None for each in told]
        assert told[-1].ephemeral
        assert told[-1].response.content.startswith("3 reports in a minute are as many")

        for _ in range(26):
            await room.reader.click(answer.response, label="Copy for print")
        pressed = await room.reader.click(answer.response, label="Copy for print")
        assert pressed.ephemeral
        assert pressed.response.content.startswith("30 buttons in a minute are as many")
        other = await room.chief.click(answer.response, label="Copy for print")
        assert "Which words" in other.response.content

    in_newsroom(tmp_path, scene)


def test_a_long_report_reaches_the_managers_whole(tmp_path):
    """Words that grow past one message when they are made harmless come in two."""

    async def scene(room: Newsroom) -> None:
        desk = room.server.create_text_channel("reports")
        room.bureau.save_settings(ServerSettings(SERVER, reports_channel=desk.id))
        answer = await ask(room)
        form = await room.reader.click(answer.response, label="Report a problem")
        [field] = [row["component"]["custom_id"] for row in form.modal["components"]]
        thanks = await room.reader.submit_modal(form, {field: "*\n" * 499})

        assert "the managers of this server" in thanks.response.content
        sent = [each.content for each in desk.history()]
        assert 499 == sum(each.count("> \\*") for each in sent)
        assert all(len(each) <= 1_900 for each in sent)

    in_newsroom(tmp_path, scene)


def test_pages_say_how_much_of_all_they_show(tmp_path):
    """More than the pages hold is not called all."""
    many = Draft(
        title="Many answers",
        text="\n\n".join(
            f"“The ferry terminal will cost {number} million,” said Maren Tolliday, the leader. "
            f"The clerk wrote down number {number}."
            for number in range(210)
        ),
        url="https://gazette.example/many",
    )

    async def scene(room: Newsroom) -> None:
        answer = await ask(room)
        last = answer.followups[-1] if answer.followups else answer.response
        [more] = [each for each in labels(last) if each.startswith("… and")]
        page = await room.chief.click(last, label=more)

        assert "the first 200 that were found." in page.response.content

    in_newsroom(tmp_path, scene, {str(SERVER): (many,)})


def test_buttons_work_after_a_restart(tmp_path):
    """A button on an answer that another process posted does what it did before."""

    async def play() -> None:
        with bureau_of(tmp_path) as bureau:
            async with newsroom(bureau) as room:
                answer = await ask(room)
                await room.env.restart_bot(Client(bureau, ready_timeout=0.02))
                menu = await room.reader.click(answer.response, label="Show in context")
                await room.reader.select(menu.response, ["0"])

                assert "the words shown" in menu.response.content

    asyncio.run(play())


def test_a_button_past_its_time_says_so(tmp_path):
    """When what belongs to an answer is no longer kept, the button asks to ask again."""

    async def scene(room: Newsroom) -> None:
        answer = await ask(room)
        room.bureau.state.forget_messages([answer.response.id])
        for label in ("Show in context", "Copy for print", "Ask more in a thread"):
            pressed = await room.reader.click(answer.response, label=label)
            assert "ask again" in pressed.response.content.lower()

    in_newsroom(tmp_path, scene)


def test_words_of_a_removed_article_are_not_shown(tmp_path):
    """After its removal not even the buttons of an old answer show an article."""

    async def scene(room: Newsroom) -> None:
        answer = await ask(room)
        menu = await room.reader.click(answer.response, label="Show in context")
        for stored in room.bureau.record.articles((str(SERVER),)):
            room.bureau.record.remove(stored.article.article_id)
        await room.reader.select(menu.response, ["0"])
        assert context.REMOVED == menu.response.content

        again = await room.reader.click(answer.response, label="Copy for print")
        assert context.REMOVED == again.response.content

    in_newsroom(tmp_path, scene, {str(SERVER): (FERRY, LATER)})


def test_a_button_of_an_unknown_kind_is_answered(tmp_path):
    """A button that this version does not know says so, and does not stay without an answer."""

    async def scene(room: Newsroom) -> None:
        view = discord.ui.View(timeout=None)
        view.add_item(discord.ui.Button(label="Old", custom_id="on-record:of-long-ago"))
        channel = room.env.bot.get_channel(room.desk.id)
        message = await channel.send("from before", view=view)
        await room.settled()
        pressed = await room.reader.click(message, label="Old")

        assert pressed.ephemeral
        assert "I no longer know this button" in pressed.response.content

    in_newsroom(tmp_path, scene)
