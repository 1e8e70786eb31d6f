"""What managers set, what members are told, and what Discord is told of commands."""

from __future__ import annotations

import asyncio
import dataclasses

import discord
from discord_newsroom import (
    QUESTION,
    SERVER,
    Client,
    Newsroom,
    bureau_of,
    contents,
    in_newsroom,
    newsroom,
)
from newsroom import FERRY, LATER

from bot.chat.bureau import Bureau
from bot.client import intents
from bot.settings import Settings
from index.state import ServerSettings


def test_nothing_privileged_is_asked_for():
    """The bot needs no intent that Discord has to allow."""
    ours = intents()

    assert (False, False, False) == (ours.members, ours.presences, ours.message_content)
    assert discord.Intents.default() == ours


def syncs(room: Newsroom) -> int:
    return sum(
        each.method == "PUT" and each.path.endswith("/commands") for each in room.env.http_requests
    )


def test_commands_are_synced_only_when_they_change(tmp_path):
    """The first start tells Discord of the commands, the second does not."""

    async def play() -> None:
        with bureau_of(tmp_path) as bureau:
            async with newsroom(bureau) as room:
                assert 1 == syncs(room)
                await room.env.restart_bot(Client(bureau, ready_timeout=0.02))
                assert 1 == syncs(room)
                bureau.state.save_synced("another version")
                await room.env.restart_bot(Client(bureau, ready_timeout=0.02))
                assert 2 == syncs(room)

    asyncio.run(play())


def test_every_command_says_where_it_can_be_used(tmp_path):
    """Contexts are set one by one: articles and set-up in servers, the rest in messages too."""

    async def scene(room: Newsroom) -> None:
        places = {
            command.name: command.to_dict(room.env.bot.tree)["contexts"]
            for command in room.env.bot.tree.get_commands()
        }
        everywhere, servers = [0, 1], [0]

        assert places == {
            "Add to On Record": servers,
            "Check against the record": everywhere,
            "ask": everywhere,
            "who": everywhere,
            "article": servers,
            "feed": servers,
            "setup": servers,
            "status": everywhere,
            "privacy": everywhere,
            "help": everywhere,
        }

    in_newsroom(tmp_path, scene)


def test_setup_is_for_managers(tmp_path):
    """It shows what is set and what is missing, to nobody else."""

    async def scene(room: Newsroom) -> None:
        shown = await room.chief.slash(room.desk, "setup")

        assert shown.ephemeral
        assert "Who adds and removes articles: members who may manage messages" in (
            shown.response.content
        )

    in_newsroom(tmp_path, scene)


def test_setup_is_kept(tmp_path):
    """Roles, channels, privacy and time zone stay set, also for the next process."""

    async def scene(room: Newsroom) -> None:
        editors = room.server.create_role("Editors")
        reports = room.server.create_text_channel("reports")
        shown = await room.chief.slash(room.desk, "setup")
        message = shown.response
        await room.chief.select(message, [editors], custom_id="on-record-setup:roles")
        await room.chief.select(message, [room.desk], custom_id="on-record-setup:asking")
        await room.chief.select(message, [reports], custom_id="on-record-setup:reports")
        await room.chief.click(message, label="Private by default: off")
        form = await room.chief.click(message, label="Time zone: UTC")
        [field] = [row["component"]["custom_id"] for row in form.modal["components"]]
        await room.chief.submit_modal(form, {field: "Europe/London"})
        expected = ServerSettings(
            SERVER, (editors.id,), (room.desk.id,), "Europe/London", True, reports.id
        )

        assert expected == room.bureau.state.server(SERVER)
        assert "Europe/London" in message.content

        again = await room.chief.click(message, label="Time zone: Europe/London")
        refused = await room.chief.submit_modal(again, {field_of(again): "Mars/Olympus"})
        assert "There is no time zone “Mars/Olympus”" in contents(refused)[0]

    def field_of(form) -> str:
        return form.modal["components"][0]["component"]["custom_id"]

    in_newsroom(tmp_path, scene)


def test_settings_hold_before_discord_is_ready(tmp_path):
    """What managers set is known when the bot starts, not only when all servers have been told."""
    with bureau_of(tmp_path) as bureau:
        bureau.state.save_server(ServerSettings(SERVER, private=True))

        assert Bureau(bureau.record, bureau.state, Settings(data=tmp_path)).settings(SERVER).private


def test_private_by_default(tmp_path):
    """Where the managers want it, answers are for the asker unless the question says otherwise."""

    async def scene(room: Newsroom) -> None:
        room.bureau.save_settings(ServerSettings(SERVER, private=True))
        alone = await room.reader.slash(room.desk, "ask", question=QUESTION)
        public = await room.reader.slash(room.desk, "ask", question=QUESTION, private=False)

        assert (True, False) == (alone.ephemeral, public.ephemeral)

    in_newsroom(tmp_path, scene)


def test_answers_only_where_the_managers_want_them(tmp_path):
    """Elsewhere the asker is told so, privately."""

    async def scene(room: Newsroom) -> None:
        other = room.server.create_text_channel("other")
        room.bureau.save_settings(ServerSettings(SERVER, asking_channels=(other.id,)))
        refused = await room.reader.slash(room.desk, "ask", question=QUESTION)
        answered = await room.reader.slash(other, "ask", question=QUESTION)

        assert refused.ephemeral
        assert "I do not answer in this channel." in contents(refused)[0]
        assert "ninety years" in contents(answered)[0]

    in_newsroom(tmp_path, scene)


def test_set_up_says_what_is_missing_where_it_is_used(tmp_path):
    """With every permission nothing is; one that is taken away is named."""

    async def scene(room: Newsroom) -> None:
        shown = await room.chief.slash(room.desk, "setup")
        assert "I have every permission that I need in this channel." in contents(shown)[0]

        blocked = discord.PermissionOverwrite(create_public_threads=False)
        narrow = room.server.create_text_channel("n", overwrites={room.env.bot.user: blocked})
        shown = await room.chief.slash(narrow, "setup")
        assert "Missing here: Create Public Threads." in contents(shown)[0]

    in_newsroom(tmp_path, scene)


def test_status_help_and_privacy(tmp_path):
    """Each answers the asker alone; what is kept of a person is deleted at a press."""

    async def scene(room: Newsroom) -> None:
        status = await room.reader.slash(room.desk, "status")
        help_ = await room.reader.slash(room.desk, "help")
        await room.reader.slash(room.desk, "ask", question=QUESTION)
        privacy = await room.reader.slash(room.desk, "privacy")

        assert status.ephemeral and help_.ephemeral and privacy.ephemeral
        assert "Articles that I can search here: 3" in status.response.content
        assert "All is well." in status.response.content
        assert "/ask question:" in help_.response.content

        pressed = privacy.response
        await room.reader.click(pressed, label="Delete what is mine")
        assert pressed.content.startswith("Deleted: 1 answer.")

    in_newsroom(tmp_path, scene)


def test_choices_are_found_by_the_beginnings_of_their_words(tmp_path):
    """Speakers and articles are offered while somebody types, pronouns never."""

    async def scene(room: Newsroom) -> None:
        room.bureau.prepare([room.bureau.scope(SERVER)])
        people = await room.reader.autocomplete(room.desk, "who", "name", "pel")
        nobody = await room.reader.autocomplete(room.desk, "who", "name", "zz")
        articles = await room.reader.autocomplete(room.desk, "article show", "article", "rules")

        outlets = await room.reader.autocomplete(room.desk, "ask", "outlet", "s", question="?")

        assert ["Sound Radio"] == [each["value"] for each in outlets]
        assert ["Corwin Pellow", "Edda Pellow"] == sorted(each["value"] for each in people)
        assert [] == nobody
        assert 1 == len(articles)

    in_newsroom(tmp_path, scene)


def test_who_shows_what_a_person_said(tmp_path):
    """``/who`` with a topic is "what did NAME say about TOPIC?"."""

    async def scene(room: Newsroom) -> None:
        result = await room.reader.slash(
            room.desk, "who", name="Maren Tolliday", topic="the ferry terminal"
        )

        assert "**What did Maren Tolliday say about the ferry terminal?**" in contents(result)[0]

    in_newsroom(tmp_path, scene)


def test_a_server_that_is_left_is_forgotten(tmp_path):
    """Settings and answers go when the bot leaves; the articles stay with the operator."""

    async def scene(room: Newsroom) -> None:
        await room.reader.slash(room.desk, "ask", question=QUESTION)
        room.bureau.save_settings(ServerSettings(SERVER, private=True))
        await room.env.bot.on_guild_remove(room.env.bot.get_guild(SERVER))

        assert ServerSettings(SERVER) == room.bureau.state.server(SERVER)
        assert 3 == len(room.bureau.record.articles((str(SERVER),)))

    in_newsroom(tmp_path, scene)


def test_who_offers_the_oldest_where_not_all_is_shown(tmp_path):
    """Of many statements the newest are of one day; the button still leads to the oldest."""
    said = "\n\n".join(f"“It costs {n} million,” said Maren Tolliday. Aye, {n}." for n in range(12))
    newest = dataclasses.replace(LATER, title="Newest", text=said, url="https://a.example/n")

    async def scene(room: Newsroom) -> None:
        result = await room.reader.slash(room.desk, "who", name="Maren Tolliday")
        last = result.followups[-1] if result.followups else result.response
        turned = await room.chief.click(last, label="Oldest first")

        assert "[1] Harbour Gazette · 12 March 2024" in contents(turned)[0]

    in_newsroom(tmp_path, scene, {str(SERVER): (FERRY, newest)})


def test_who_is_newest_first_and_turned_at_a_press(tmp_path):
    """Newest first; the button shows the oldest first, numbered anew, to who pressed it."""

    async def scene(room: Newsroom) -> None:
        result = await room.reader.slash(room.desk, "who", name="Maren Tolliday")
        [text] = contents(result)
        assert "Newest first." in text
        assert "[1] Sound Radio · February 2025" in text

        turned = await room.chief.click(result.response, label="Oldest first")
        assert turned.ephemeral
        assert "Oldest first." in turned.response.content
        assert "[1] Harbour Gazette · 12 March 2024" in turned.response.content

    in_newsroom(tmp_path, scene, {str(SERVER): (FERRY, LATER)})
