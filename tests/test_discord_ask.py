"""Asking in Discord, through the real client in SimCord's Discord."""

from __future__ import annotations

import time
from dataclasses import replace

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
from newsroom import FERRY, LATER

from bot.chat import following

QUOTED = "> “The quay we have has served for ninety years,” Ms Tolliday said."
HOUSE = {"house": (FERRY,), str(SERVER): (LATER,)}


def test_ask_answers_with_words_and_sources(tmp_path):
    """The answer repeats the question, quotes whole sentences, cites them and has its buttons."""

    async def scene(room: Newsroom) -> None:
        result = await room.reader.slash(room.desk, "ask", question=QUESTION)
        [text] = contents(result)

        assert [5] == room.acknowledgements()
        assert not result.ephemeral
        assert text.startswith(f"**{QUESTION}**")
        assert QUOTED in text
        assert "[1] Sound Radio · February 2025" in text
        assert labels(result.response) == [
            "Show in context",
            "Copy for print",
            "Ask more in a thread",
            "Report a problem",
            "Open [1]",
            "Open [3]",
        ]

    in_newsroom(tmp_path, scene)


def test_a_private_answer_is_for_the_asker_and_can_be_shared(tmp_path):
    """``private`` answers the asker only; Share shows the same answer to the channel."""

    async def scene(room: Newsroom) -> None:
        result = await room.reader.slash(room.desk, "ask", question=QUESTION, private=True)
        assert result.ephemeral
        assert "Share" in labels(result.response)
        assert room.desk.last_message is None

        await room.reader.click(result.response, label="Share")
        assert QUOTED in room.desk.last_message.content
        assert "Ask more in a thread" in labels(room.desk.last_message)

    in_newsroom(tmp_path, scene)


def test_where_no_thread_can_hang_none_is_offered(tmp_path):
    """The chat of a voice channel takes questions and no threads."""

    async def scene(room: Newsroom) -> None:
        voice = room.server.create_voice_channel("talk")
        result = await room.reader.slash(voice, "ask", question=QUESTION)

        assert QUOTED in contents(result)[0]
        assert "Ask more in a thread" not in labels(result.response)

    in_newsroom(tmp_path, scene)


def test_nothing_found_cites_nothing(tmp_path):
    """A refusal says so as people say it, and has no source and no button."""

    async def scene(room: Newsroom) -> None:
        asked = "What did Tolliday say about cricket?"
        result = await room.reader.slash(room.desk, "ask", question=asked)
        [text] = contents(result)

        assert "I found nothing Maren Tolliday said about cricket" in text
        assert "](<" not in text
        assert [] == labels(result.response)

    in_newsroom(tmp_path, scene)


def test_an_empty_library_says_how_to_add(tmp_path):
    """Without an article the answer says how to add one, and that the house library is closed."""

    async def scene(room: Newsroom) -> None:
        [text] = contents(await room.reader.slash(room.desk, "ask", question=QUESTION))

        assert text.startswith("No articles yet. Add one: /article add")
        assert f"ON_RECORD_HOUSE_SERVERS={SERVER}" in text

    in_newsroom(tmp_path, scene, {"house": (FERRY,)})


def test_the_house_library_answers_a_server_that_may(tmp_path):
    """Where the operator allows it, a server searches its own library and the house's."""

    async def scene(room: Newsroom) -> None:
        [text] = contents(await room.reader.slash(room.desk, "ask", question=QUESTION))

        assert "from 2 articles" in text
        assert QUOTED in text

    in_newsroom(tmp_path, scene, HOUSE, house_servers=str(SERVER))


def test_servers_are_apart(tmp_path):
    """What was added in one server is not searched, listed or offered in another."""

    async def scene(room: Newsroom) -> None:
        asked = await room.reader.slash(room.desk, "ask", question=QUESTION)
        listed = await room.reader.slash(room.desk, "article list")
        offered = await room.reader.autocomplete(room.desk, "who", "name", "")
        shown = await room.reader.autocomplete(room.desk, "article show", "article", "")

        assert "No articles yet" in contents(asked)[0]
        assert "No articles yet" in contents(listed)[0]
        assert ([], []) == (offered, shown)

    in_newsroom(tmp_path, scene, {str(OTHER): (FERRY, LATER)})


def test_an_article_of_another_server_cannot_be_shown_or_removed(tmp_path):
    """Its id is of no use elsewhere, and nothing is said of it."""

    async def scene(room: Newsroom) -> None:
        [foreign] = room.bureau.record.articles((str(OTHER),))
        for command in ("article show", "article edit", "article remove"):
            result = await room.chief.slash(room.desk, command, article=foreign.article.article_id)
            assert "There is no such article here." in contents(result)[0]
        assert room.bureau.record.articles((str(OTHER),)) == [foreign]

    in_newsroom(tmp_path, scene, {str(OTHER): (FERRY,)})


def test_too_many_questions_are_refused_kindly(tmp_path):
    """The question after the last of a minute is told when to come back, to the asker only."""

    async def scene(room: Newsroom) -> None:
        await room.reader.slash(room.desk, "ask", question=QUESTION)
        result = await room.reader.slash(room.desk, "ask", question=QUESTION)

        assert result.ephemeral
        assert "Try again in" in contents(result)[0]

        other = await room.chief.slash(room.desk, "ask", question=QUESTION)
        assert QUOTED in contents(other)[0]

    in_newsroom(tmp_path, scene, questions_a_minute=1)


def test_a_mention_too_many_is_refused_to_the_person_alone(tmp_path):
    """It is sent directly; whoever takes no direct messages gets a reply that deletes itself."""

    async def scene(room: Newsroom) -> None:
        asked = f"{room.env.bot.user.mention} {QUESTION}"
        await room.reader.send(room.desk, asked)
        answered = room.desk.last_message.content
        assert QUOTED in answered

        await room.reader.send(room.desk, asked)
        assert asked == room.desk.last_message.content
        told = room.person.dm_channel.last_message.content
        assert "1 question in a minute is as many as I take from one person." in told
        assert f"/channels/{SERVER}/{room.desk.id}/" in told

        closed = f"/channels/{room.person.dm_channel.id}/messages"
        room.env.inject_error("POST", closed, status=403, code=50007)
        await room.reader.send(room.desk, asked)
        in_channel = f"/channels/{room.desk.id}/messages"
        calls = [each for each in room.env.http_requests if each.path.startswith(in_channel)]
        posted, deleted = calls[-2:]
        assert "Try again in" in posted.json["content"]
        assert ("POST", "DELETE") == (posted.method, deleted.method)

    in_newsroom(tmp_path, scene, questions_a_minute=1)


def test_a_question_that_is_none_gets_the_engine_s_sentence(tmp_path):
    """What the reading of the question refuses is said, in place of thinking."""

    async def scene(room: Newsroom) -> None:
        [text] = contents(await room.reader.slash(room.desk, "ask", question="???"))

        assert text.startswith("The question is empty.")

    in_newsroom(tmp_path, scene)


def test_a_mention_is_a_question(tmp_path):
    """A message that mentions the bot is answered as /ask would be, as a reply to it."""

    async def scene(room: Newsroom) -> None:
        us = room.env.bot.user.mention
        await room.reader.send(room.desk, f"{us} {QUESTION}")
        reply = room.desk.last_message

        assert reply.content.startswith(f"**{QUESTION}**")
        assert QUOTED in reply.content
        assert reply.reference is not None

        await room.reader.send(room.desk, us)
        assert following.NOTHING_SAID == room.desk.last_message.content

    in_newsroom(tmp_path, scene)


def test_a_reply_to_an_answer_goes_on_from_it(tmp_path):
    """A mention in an ordinary channel leans on nothing, unless it replies to an answer."""

    async def scene(room: Newsroom) -> None:
        us = room.env.bot.user.mention
        answer = await room.reader.slash(room.desk, "ask", question=QUESTION)
        await room.chief.send(room.desk, f"{us} and what about the quay?", reply_to=answer.response)
        assert "Maren Tolliday on the quay" in room.desk.last_message.content

        await room.chief.send(room.desk, f"{us} and what about the quay?")
        assert "Maren Tolliday on the quay" not in room.desk.last_message.content

    in_newsroom(tmp_path, scene)


def test_what_is_not_said_to_the_bot_is_not_answered(tmp_path):
    """Talk in a channel is none of its business."""

    async def scene(room: Newsroom) -> None:
        await room.reader.send(room.desk, "Good morning")

        assert 1 == len(room.desk.history())

    in_newsroom(tmp_path, scene)


def test_a_reply_whose_text_is_withheld_gets_one_line(tmp_path):
    """A bare reply to an answer cannot be read; the person is told why."""

    async def scene(room: Newsroom) -> None:
        result = await room.reader.slash(room.desk, "ask", question=QUESTION)
        await room.reader.send(room.desk, "and China?", reply_to=result.response)

        assert following.ONLY_MENTIONS == room.desk.last_message.content

    in_newsroom(tmp_path, scene)


def test_a_direct_message_names_what_it_searches(tmp_path):
    """A member of an allowed server asks the house library, and is told that it is that one."""

    async def scene(room: Newsroom) -> None:
        await room.reader.send_dm(QUESTION)
        text = room.person.dm_channel.last_message.content

        assert text.startswith("In direct messages I search the house library (1 article), not")
        assert QUOTED in text

    in_newsroom(tmp_path, scene, HOUSE, house_servers=str(SERVER))


def test_a_direct_message_of_a_stranger_is_told_where_to_ask(tmp_path):
    """Whoever is in no allowed server cannot search the house library."""

    async def scene(room: Newsroom) -> None:
        await room.reader.send_dm(QUESTION)
        text = room.person.dm_channel.last_message.content

        assert "Ask me in your server." in text
        assert QUOTED not in text

    in_newsroom(tmp_path, scene, HOUSE)


def test_a_question_is_held_to_a_time(tmp_path):
    """``since`` leaves out what is older and says so; what has no date stays, and stands last."""

    async def scene(room: Newsroom) -> None:
        result = await room.reader.slash(room.desk, "ask", question=QUESTION, since="2025")
        [text] = contents(result)

        assert text.startswith("Only since 2025; that leaves out ")
        assert "Of 1 statement the date is not known, so they stand last." in text
        assert "[1] Sound Radio · February 2025" in text
        assert QUOTED not in text

        shared = await room.reader.slash(
            room.desk, "ask", question=QUESTION, since="2025", private=True
        )
        await room.reader.click(shared.response, label="Share")
        assert room.desk.last_message.content.startswith("Only since 2025")

    in_newsroom(tmp_path, scene)


def test_a_question_is_held_to_an_outlet(tmp_path):
    """Words of the outlet's name are enough; another date that is none is refused kindly."""

    async def scene(room: Newsroom) -> None:
        result = await room.reader.slash(room.desk, "ask", question=QUESTION, outlet="gazette")
        assert QUOTED in contents(result)[0]
        assert "Sound Radio" not in contents(result)[0]

        nothing = await room.reader.slash(room.desk, "ask", question=QUESTION, outlet="Times")
        assert contents(nothing)[0].startswith("Only from “Times”; that leaves out ")

        refused = await room.reader.slash(room.desk, "ask", question=QUESTION, since="Monday")
        assert refused.ephemeral
        assert "“monday” is not a date." in contents(refused)[0]

    in_newsroom(tmp_path, scene)


def test_which_of_two_is_chosen_from_a_menu(tmp_path):
    """Two of one name: the menu offers both, and the one who is chosen is answered for."""

    async def scene(room: Newsroom) -> None:
        asked = "What did Pellow say about the ferry terminal?"
        result = await room.reader.slash(room.desk, "ask", question=asked)
        assert ["Corwin Pellow", "Edda Pellow"] == sorted(values(result.response))

        held = await room.reader.slash(room.desk, "ask", question=asked, until="2024")
        await room.reader.select(held.response, ["Corwin Pellow"])
        assert room.desk.last_message.content.startswith("Only until 2024")

        await room.reader.select(result.response, ["Corwin Pellow"])
        last = room.desk.last_message.content
        assert "**What did Corwin Pellow say about the ferry terminal?**" in last
        assert "would take a quarter of the moorings" in last

    in_newsroom(tmp_path, scene)


def test_a_name_spelt_wrongly_is_asked_back(tmp_path):
    """Nothing is shown for it; the name that may be meant is a click away."""

    async def scene(room: Newsroom) -> None:
        asked = "What did Toliday say about the ferry terminal?"
        result = await room.reader.slash(room.desk, "ask", question=asked)
        assert "Did you mean Maren Tolliday?" in contents(result)[0]
        assert ["Maren Tolliday"] == values(result.response)

        await room.reader.select(result.response, ["Maren Tolliday"])
        last = room.desk.last_message.content
        assert "**What did Maren Tolliday say about the ferry terminal?**" in last
        assert QUOTED in last

    in_newsroom(tmp_path, scene)


def test_which_of_two_days_is_meant_is_chosen_by_a_button(tmp_path):
    """03/02 is asked back with both days; the pressed one is answered for, written out."""

    async def scene(room: Newsroom) -> None:
        asked = "What did Tolliday say about the ferry terminal since 03/02/2025?"
        result = await room.reader.slash(room.desk, "ask", question=asked)
        assert "may be 3 February 2025 or 2 March 2025" in result.response.content
        assert ["3 February 2025", "2 March 2025"] == labels(result.response)

        await room.reader.click(result.response, label="3 February 2025")
        last = room.desk.last_message.content
        assert "**What did Tolliday say about the ferry terminal since 3 February 2025?**" in last
        assert "I was wrong about the ferry terminal" in last

    in_newsroom(tmp_path, scene)


def test_who_is_chosen_is_asked_for_the_same_time(tmp_path):
    """Only the name changes: the time that the question names stays, also when it is shared."""

    async def scene(room: Newsroom) -> None:
        asked = "What did Pellow say in 2024 about the ferry terminal?"
        result = await room.reader.slash(room.desk, "ask", question=asked, private=True)
        chosen = await room.reader.select(result.response, ["Corwin Pellow"])
        [text] = contents(chosen)

        assert "**What did Corwin Pellow say in 2024 about the ferry terminal?**" in text
        assert "I found nothing from then" in text
        await room.reader.click(chosen.response, label="Share")
        assert text == room.desk.last_message.content

    in_newsroom(tmp_path, scene)


def test_yesterday_stays_the_day_before_the_question(tmp_path):
    """A button pressed on a later day asks for the same day again."""

    async def scene(room: Newsroom) -> None:
        asked = "What did Tolliday say yesterday about the ferry terminal?"
        result = await room.reader.slash(room.desk, "ask", question=asked, private=True)
        state, now = room.bureau.state, int(time.time())
        kept = state.posted(result.response.id, now)
        assert room.bureau.today(SERVER).isoformat() == kept.asked_on

        state.post(replace(kept, asked_on="2024-03-13"))
        await room.reader.click(result.response, label="Share")
        shared = room.desk.last_message
        assert "12 March 2024" in shared.content.partition("\n\n")[0]
        assert QUOTED in shared.content
        assert "2024-03-13" == state.posted(shared.id, now).asked_on

    in_newsroom(tmp_path, scene)


def test_a_question_shows_and_keeps_no_id(tmp_path):
    """Whoever is mentioned in it is someone: not pinged, not named, and not kept."""

    async def scene(room: Newsroom) -> None:
        us, them = room.env.bot.user.mention, f"<@{room.person.id}>"
        await room.reader.send(room.desk, f"{us} {them} asks: {QUESTION} <#{room.desk.id}>")
        mentioned = room.desk.last_message
        assert mentioned.content.startswith(f"**@someone asks: {QUESTION} #channel**")
        assert [] == list(mentioned.mentions)
        kept = room.bureau.state.posted(mentioned.id, int(time.time()))
        assert str(room.person.id) not in kept.question

        result = await room.reader.slash(room.desk, "ask", question=f"{QUESTION} {them}")
        assert "@someone" in contents(result)[0]
        assert str(room.person.id) not in contents(result)[0]

    in_newsroom(tmp_path, scene)


def test_who_is_chosen_of_two_of_a_name_for_who(tmp_path):
    """``/who`` keeps its topic, and goes on as ``/who`` of the one who is chosen."""

    async def scene(room: Newsroom) -> None:
        result = await room.reader.slash(
            room.desk, "who", name="Pellow", topic="the ferry terminal", private=True
        )
        chosen = await room.reader.select(result.response, ["Corwin Pellow"])
        [text] = contents(chosen)
        assert text.startswith("**What did Corwin Pellow say about the ferry terminal?**")
        await room.reader.click(chosen.response, label="Share")
        assert text == room.desk.last_message.content

    in_newsroom(tmp_path, scene)
