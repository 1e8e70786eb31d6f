"""The menu “Check against the record”, in a newsroom."""

from __future__ import annotations

from discord_newsroom import OTHER, SERVER, Newsroom, contents, in_newsroom
from newsroom import FERRY

MENU = "Check against the record"
DRAFT = "“It will serve for eighty more,” Ms Tolliday said. “Never, ever again,” she added."


async def check(room: Newsroom, text: str = DRAFT, **more):
    message = await room.chief.send(room.desk, text, **more)
    return await room.reader.context_menu(room.desk, MENU, message)


def test_only_the_asker_sees_the_verdicts(tmp_path):
    """It is acknowledged before anything is looked up, and nothing is posted for others."""

    async def scene(room: Newsroom) -> None:
        result = await check(room)
        [told] = contents(result)

        assert result.ephemeral
        assert [5] == room.acknowledgements()
        assert "1 altered, 1 not on record" in told
        assert "“eighty” stands where the record has “ninety”." in told
        assert DRAFT == room.desk.last_message.content

    in_newsroom(tmp_path, scene)


def test_a_file_is_read_as_the_draft(tmp_path):
    async def scene(room: Newsroom) -> None:
        result = await check(room, "See the draft", attachments=[("draft.txt", DRAFT.encode())])

        assert "Checked 2 quotations against 3 articles" in contents(result)[0]

    in_newsroom(tmp_path, scene)


def test_several_files_none_and_too_much_are_told_in_words(tmp_path):
    async def scene(room: Newsroom) -> None:
        files = [("one.txt", b"one"), ("two.txt", b"two")]
        several = await check(room, "", attachments=files)
        nothing = await check(room, "", attachments=[("photo.png", b"PNG")])
        enormous = await check(room, "", attachments=[("book.txt", b"a book " * 40_000)])

        assert "There are 2 files" in contents(several)[0]
        assert "There is no text in this message to check." == contents(nothing)[0]
        assert "200,000 is the most that is checked at once" in contents(enormous)[0]

    in_newsroom(tmp_path, scene)


def test_another_servers_articles_prove_nothing(tmp_path):
    """What was added elsewhere is not on record here."""

    async def scene(room: Newsroom) -> None:
        guild = room.env.create_guild("Elsewhere", id=OTHER)
        channel = guild.create_text_channel("desk")
        member = guild.add_member(room.person)
        message = await member.send(channel, DRAFT)
        result = await member.context_menu(channel, MENU, message)

        assert ["Nothing is on record here yet. Add an article first, then check again."] == (
            contents(result)
        )

    in_newsroom(tmp_path, scene)


def test_it_counts_as_a_question(tmp_path):
    async def scene(room: Newsroom) -> None:
        await check(room)
        refused = await check(room)

        assert "in a minute" in contents(refused)[0] or "second" in contents(refused)[0]

    in_newsroom(tmp_path, scene, questions_a_minute=1)


def test_an_article_without_a_link_is_cited_by_its_message(tmp_path):
    """As an answer does, for whoever can open it."""

    async def scene(room: Newsroom) -> None:
        text = f"{FERRY.title}\n\n{FERRY.text}\n"
        await room.chief.slash(room.desk, "article add", file=("ferry.txt", text.encode()))
        card = room.desk.last_message
        [told] = contents(await check(room))

        assert f"[[1]](<https://discord.com/channels/{SERVER}/{room.desk.id}/{card.id}>)" in told

    in_newsroom(tmp_path, scene, {})
