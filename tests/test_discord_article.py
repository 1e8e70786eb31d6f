"""Adding articles in Discord, and looking after them."""

from __future__ import annotations

import asyncio
import dataclasses
import threading

import discord
import pytest
import simcord
from discord_newsroom import (
    OTHER,
    QUESTION,
    SERVER,
    Newsroom,
    contents,
    in_newsroom,
    labels,
)
from newsroom import FERRY, LATER

from bot.chat import handed
from index import intake
from index.state import ServerSettings

PASTE = f"{FERRY.title}\n\nBy Ada Quill\n\n{FERRY.text}\n\n{LATER.text}\n"
NOTHING: dict[str, tuple] = {}


def stored(room: Newsroom):
    return room.bureau.record.articles((str(SERVER),))


async def add(room: Newsroom, channel=None, text: str = PASTE, **options):
    file = ("ferry.txt", text.encode())
    return await room.chief.slash(channel or room.desk, "article add", file=file, **options)


async def fill(room: Newsroom, form, *texts):
    """Fill the fields of a form in their order, and send it."""
    ids = [row["component"]["custom_id"] for row in form.modal["components"]]
    return await room.chief.submit_modal(form, dict(zip(ids, texts, strict=True)))


def test_a_file_is_added_and_shown_as_a_card(tmp_path):
    """The card has headline, details and counts, and says who will find the article."""

    async def scene(room: Newsroom) -> None:
        result = await add(room, link="https://gazette.example/ferry")
        card = room.desk.last_message
        [one] = stored(room)

        assert result.ephemeral
        assert f"**Added: {FERRY.title}**" in card.content
        assert "by Ada Quill" in card.content
        assert "Note: No date" in card.content
        assert "Everyone in this server will find this." in card.content
        assert ["Edit details", "Undo"] == labels(card)
        assert (one.library, one.article.url) == (str(SERVER), "https://gazette.example/ferry")

    in_newsroom(tmp_path, scene, NOTHING)


def test_what_was_added_is_found_at_once(tmp_path):
    """The next question is answered from the new article; its speakers are known."""

    async def scene(room: Newsroom) -> None:
        assert (
            "No articles yet"
            in contents(await room.reader.slash(room.desk, "ask", question=QUESTION))[0]
        )
        await add(room)
        room.bureau.lists.refresh()
        [text] = contents(await room.reader.slash(room.desk, "ask", question=QUESTION))
        offered = await room.reader.autocomplete(room.desk, "who", "name", "toll")

        assert "> “The quay we have has served for ninety years,” Ms Tolliday said." in text
        assert ["Maren Tolliday"] == [each["value"] for each in offered]

    in_newsroom(tmp_path, scene, NOTHING)


def test_an_article_without_a_link_is_cited_by_its_message(tmp_path):
    """Its number leads to the message that it was added in, for those who can open that."""

    async def scene(room: Newsroom) -> None:
        await add(room)
        card = room.desk.last_message
        [text] = contents(await room.reader.slash(room.desk, "ask", question=QUESTION))

        assert f"[[1]](<https://discord.com/channels/{SERVER}/{room.desk.id}/{card.id}>)" in text

    in_newsroom(tmp_path, scene, NOTHING)


async def seen(room: Newsroom, person: simcord.MemberActor) -> list[str]:
    """Return all that one person is shown of the article that answers the question."""
    answer = await person.slash(room.desk, "ask", question=QUESTION, private=True)
    shown = contents(answer)
    for label in ("Show in context", "Copy for print"):
        menu = await person.click(answer.response, label=label)
        await person.select(menu.response, ["0"])
        shown.append(menu.response.content)
    card = await person.slash(room.desk, "article show", article=stored(room)[0].article.article_id)
    return [*shown, *contents(card)]


def test_all_that_shows_an_article_without_a_link_cites_its_message(tmp_path):
    """The answer, its context, its print and its details lead there: whoever can open it."""

    async def scene(room: Newsroom) -> None:
        closed = closed_channel(room)
        asked = await add(room, closed)
        await room.chief.click(asked.response, label="Add it")
        link = f"<https://discord.com/channels/{SERVER}/{closed.id}/{closed.last_message.id}>"

        for_chief, for_reader = await seen(room, room.chief), await seen(room, room.reader)
        assert [4 * [True], 4 * [False]] == [
            [link in each for each in shown] for shown in (for_chief, for_reader)
        ]
        assert for_chief[1].startswith("No link on record. [Open the message in which it was added")
        assert for_chief[2].endswith(f"no link on record; added in {link}")
        assert for_reader[2].endswith("no link on record; added from ferry.txt")

    in_newsroom(tmp_path, scene, NOTHING)


def closed_channel(room: Newsroom):
    hidden = discord.PermissionOverwrite(view_channel=False)
    seen = discord.PermissionOverwrite(view_channel=True)
    overwrites = {room.server.default_role: hidden, room.chief: seen, room.env.bot.user: seen}
    return room.server.create_text_channel("closed", overwrites=overwrites)


def test_a_closed_channel_is_asked_first(tmp_path):
    """Where not everyone can see the channel, nothing is added before somebody says so."""

    async def scene(room: Newsroom) -> None:
        closed = closed_channel(room)
        result = await add(room, closed)
        assert "Not everyone can see this channel." in contents(result)[0]
        assert [] == stored(room)

        await room.chief.click(result.response, label="Leave it")
        assert result.response.content == "Nothing was added."
        assert [] == stored(room)

        again = await add(room, closed)
        await room.chief.click(again.response, label="Add it")
        assert 1 == len(stored(room))

        # Readers of the public channel cannot open the closed one: no link leads there.
        [text] = contents(await room.reader.slash(room.desk, "ask", question=QUESTION))
        assert "quoted in [1]" in text
        assert str(closed.id) not in text

    in_newsroom(tmp_path, scene, NOTHING)


FORM = ("Headline", "Text", "Outlet", "Date", "Link")


def test_a_text_is_pasted_into_a_form(tmp_path):
    """Without a file the form is shown at once; its details win over what the text says."""

    async def scene(room: Newsroom) -> None:
        form = await room.chief.slash(room.desk, "article add")
        assert [9] == room.acknowledgements()
        assert FORM == tuple(row["label"] for row in form.modal["components"])
        link = "https://example.org/quay"
        await fill(room, form, "No new terminal", PASTE, "The Gazette", "2024-03", link)
        [one] = stored(room)

        assert (one.article.title, one.article.outlet, one.article.url) == (
            "No new terminal",
            "The Gazette",
            link,
        )
        assert one.article.published is not None
        assert one.article.published.date == "2024-03"

    in_newsroom(tmp_path, scene, NOTHING)


def test_without_a_headline_the_form_takes_that_of_the_text(tmp_path):
    """As a paste in the terminal does."""

    async def scene(room: Newsroom) -> None:
        form = await room.chief.slash(room.desk, "article add")
        await fill(room, form, "", PASTE, "", "", "")
        [one] = stored(room)

        assert FERRY.title == one.article.title
        assert FERRY.title not in one.article.text

    in_newsroom(tmp_path, scene, NOTHING)


def test_a_headline_of_its_own_costs_the_text_no_line(tmp_path):
    """A text without its headline begins with a standfirst, which is no headline then."""
    standfirst = "Ninety years are enough for a quay"

    async def scene(room: Newsroom) -> None:
        form = await room.chief.slash(room.desk, "article add")
        await fill(room, form, FERRY.title, f"{standfirst}\n\n{FERRY.text}", "", "", "")
        [one] = stored(room)

        assert FERRY.title == one.article.title
        assert f"{standfirst}\n\n{FERRY.text}" == one.article.text

    in_newsroom(tmp_path, scene, NOTHING)


@pytest.mark.parametrize(
    ("title", "text", "date", "sentence"),
    [
        pytest.param("", "", "", handed.NOTHING, id="nothing"),
        pytest.param(FERRY.title, "", "2024", handed.NOTHING, id="only a headline"),
        pytest.param("", PASTE, "last week", "“last week” is not a date.", id="no date"),
    ],
)
def test_what_cannot_be_understood_in_the_form_is_said(tmp_path, title, text, date, sentence):
    """And nothing is added."""

    async def scene(room: Newsroom) -> None:
        form = await room.chief.slash(room.desk, "article add")
        done = await fill(room, form, title, text, "", date, "")

        assert sentence in contents(done)[0]
        assert [] == stored(room)

    in_newsroom(tmp_path, scene, NOTHING)


def test_what_was_typed_into_the_form_is_not_lost(tmp_path):
    """After a date that is none the form opens again, with everything in it."""
    typed = [FERRY.title, FERRY.text, "The Gazette", "last week"]

    async def scene(room: Newsroom) -> None:
        form = await room.chief.slash(room.desk, "article add")
        refused = await fill(room, form, *typed, "")
        for _ in range(2):  # who closes it may open it once more
            again = await room.chief.click(refused.response, label="Open the form again")
        held = [row["component"].get("value") for row in again.modal["components"]]
        assert [*typed, None] == held

        await fill(room, again, *typed[:3], "2024-03", "")
        assert [FERRY.title] == [each.article.title for each in stored(room)]

    in_newsroom(tmp_path, scene, NOTHING)


def test_a_picture_is_refused_with_the_cure(tmp_path):
    """A file that is no text is named for what it is."""

    async def scene(room: Newsroom) -> None:
        file = ("photo.png", b"\x89PNG\r\n\x1a\n" + bytes(200))
        result = await room.chief.slash(room.desk, "article add", file=file)

        assert "is a picture (PNG), not text" in contents(result)[0]
        assert all(kind in contents(result)[0] for kind in intake.READABLE)

    in_newsroom(tmp_path, scene, NOTHING)


def test_a_file_that_is_not_read_is_named_with_the_kinds_that_are(tmp_path):
    """A message with nothing but such a file is not said to be empty."""

    async def scene(room: Newsroom) -> None:
        files = [("report_of_@everyone.xlsx", b"PK")]
        message = await room.reader.send(room.desk, "See this", attachments=files)
        result = await room.chief.context_menu(room.desk, "Add to On Record", message)

        assert contents(result)[0].startswith("I cannot read “report\\_of\\_\\@everyone.xlsx”: ")
        assert all(kind in contents(result)[0] for kind in intake.READABLE)

    in_newsroom(tmp_path, scene, NOTHING)


def test_only_those_who_may_add(tmp_path):
    """Members without the right are told who has it; a role that is set has it."""

    async def scene(room: Newsroom) -> None:
        refused = await room.reader.slash(room.desk, "article add")
        assert refused.ephemeral
        assert "members who may manage messages" in contents(refused)[0]

        editors = room.server.create_role("Editors")
        room.bureau.save_settings(ServerSettings(SERVER, adding_roles=(editors.id,)))
        assert "certain roles" in contents(await room.reader.slash(room.desk, "article add"))[0]
        editor = room.server.add_member(room.env.create_user("editor"), roles=[editors])
        assert (await editor.slash(room.desk, "article add")).modal is not None

    in_newsroom(tmp_path, scene, NOTHING)


def test_the_menu_of_a_message_adds_its_text(tmp_path):
    """The text of a message becomes an article, cited by that message."""

    async def scene(room: Newsroom) -> None:
        message = await room.reader.send(room.desk, f"{FERRY.title}\n\n{FERRY.text} {LATER.text}")
        await room.chief.context_menu(room.desk, "Add to On Record", message)
        [one] = stored(room)
        origin = room.bureau.state.origin(one.article.article_id)

        assert FERRY.title == one.article.title
        assert origin is not None
        assert message.id == origin.message_id

    in_newsroom(tmp_path, scene, NOTHING)


def test_the_menu_of_a_message_adds_its_file(tmp_path):
    """A file in the message is the article."""

    async def scene(room: Newsroom) -> None:
        files = [("ferry.txt", PASTE.encode())]
        message = await room.reader.send(room.desk, "See this", attachments=files)
        await room.chief.context_menu(room.desk, "Add to On Record", message)

        assert [FERRY.title] == [each.article.title for each in stored(room)]

    in_newsroom(tmp_path, scene, NOTHING)


def test_several_files_are_not_dropped_in_silence(tmp_path):
    """A message with two articles is refused with the way that works; pictures do not count."""

    async def scene(room: Newsroom) -> None:
        picture = ("photo.png", b"\x89PNG")
        two = [("a.txt", PASTE.encode()), ("b.txt", PASTE.encode()), picture]
        message = await room.reader.send(room.desk, "", attachments=two)
        result = await room.chief.context_menu(room.desk, "Add to On Record", message)
        assert handed.SEVERAL.format(2) == contents(result)[0]

        one = await room.reader.send(room.desk, "", attachments=[picture, two[0]])
        await room.chief.context_menu(room.desk, "Add to On Record", one)
        assert 1 == len(stored(room))

    in_newsroom(tmp_path, scene, NOTHING)


def test_talk_is_no_article(tmp_path):
    """A short message without file or link is refused."""

    async def scene(room: Newsroom) -> None:
        talk = await room.reader.send(room.desk, "The leader spoke about the quay today.")
        said = await room.chief.context_menu(room.desk, "Add to On Record", talk)

        assert handed.NOT_AN_ARTICLE == contents(said)[0]

    in_newsroom(tmp_path, scene, NOTHING)


def test_undo_takes_it_back(tmp_path):
    """After Undo the article is gone, and the card says what went."""

    async def scene(room: Newsroom) -> None:
        await add(room)
        await room.chief.click(room.desk.last_message, label="Undo")

        assert [] == stored(room)
        assert f"**Removed: {FERRY.title}**" in room.desk.last_message.content

    in_newsroom(tmp_path, scene, NOTHING)


def test_adding_again_says_that_it_is_known(tmp_path):
    """The same text again is told of as on record, and there is nothing to undo."""

    async def scene(room: Newsroom) -> None:
        await add(room)
        await add(room)

        assert f"**Already on record: {FERRY.title}**" in room.desk.last_message.content
        assert ["Edit details"] == labels(room.desk.last_message)
        assert 1 == len(stored(room))

    in_newsroom(tmp_path, scene, NOTHING)


def test_details_are_corrected_in_a_form(tmp_path):
    """Outlet and date given on the card stand in the next answer."""

    async def scene(room: Newsroom) -> None:
        await add(room)
        form = await room.chief.click(room.desk.last_message, label="Edit details")
        assert form.modal is not None
        await fill(room, form, FERRY.title, "The Gazette", "2024-03-12", "", "Ada Quill")
        assert "The Gazette · 12 March 2024" in room.desk.last_message.content

        [text] = contents(await room.reader.slash(room.desk, "ask", question=QUESTION))
        assert "[1] The Gazette · 12 March 2024" in text

    in_newsroom(tmp_path, scene, NOTHING)


def test_a_form_is_opened_while_nothing_can_be_looked_up(tmp_path):
    """Discord waits three seconds for it: what it begins with is in memory, from the first."""

    async def scene(room: Newsroom) -> None:
        await add(room)
        card = room.desk.last_message
        busy = threading.Event()
        waiting = [
            asyncio.ensure_future(work(busy.wait)) for work in (room.bureau.look, room.bureau.write)
        ]
        try:
            by_button = await room.chief.click(card, label="Edit details")
            by_words = await room.chief.slash(room.desk, "article edit", article="changes her mind")
        finally:
            busy.set()
            await asyncio.gather(*waiting)
        assert [FERRY.title, LATER.title] == [
            form.modal["components"][0]["component"]["value"] for form in (by_button, by_words)
        ]

    in_newsroom(tmp_path, scene, {str(SERVER): (LATER,)})


def test_a_form_takes_the_longest_details(tmp_path):
    """A field that already holds more than people may write is no reason to refuse the form."""
    long = dataclasses.replace(FERRY, title="Long " * 150, url=f"https://a.example/{'a' * 600}")

    async def scene(room: Newsroom) -> None:
        [one] = stored(room)
        form = await room.chief.slash(room.desk, "article edit", article=one.article.article_id)
        fields = [row["component"] for row in form.modal["components"]]

        assert all(len(each.get("value") or "") <= each["max_length"] for each in fields)

    in_newsroom(tmp_path, scene, {str(SERVER): (long,)})


def test_list_show_and_remove(tmp_path):
    """The list names every article, ``show`` its details without its text, ``remove`` asks."""

    async def scene(room: Newsroom) -> None:
        listed = contents(await room.reader.slash(room.desk, "article list"))[0]
        assert FERRY.title in listed
        assert LATER.title in listed
        assert (
            FERRY.title
            not in contents(await room.reader.slash(room.desk, "article list", words="radio"))[0]
        )

        room.bureau.lists.refresh()
        offered = await room.chief.autocomplete(room.desk, "article remove", "article", "rules")
        [choice] = offered
        assert choice["name"] == f"{FERRY.title} · Harbour Gazette · 12 March 2024"

        shown = contents(
            await room.reader.slash(room.desk, "article show", article=choice["value"])
        )
        assert FERRY.text[:40] not in shown[0]

        asked = await room.chief.slash(room.desk, "article remove", article=choice["value"])
        assert ["Remove it", "Remove without a trace", "Keep it"] == labels(asked.response)
        await room.chief.click(asked.response, label="Remove it")
        assert [LATER.title] == [each.article.title for each in stored(room)]
        [text] = contents(await room.reader.slash(room.desk, "ask", question=QUESTION))
        assert "The quay we have" not in text

    in_newsroom(tmp_path, scene, {str(SERVER): (FERRY, LATER)})


def test_an_empty_list_says_how_the_house_library_is_opened(tmp_path):
    """As an empty answer does."""

    async def scene(room: Newsroom) -> None:
        [listed] = contents(await room.reader.slash(room.desk, "article list"))

        assert listed.startswith("No articles yet. Add one: /article add")
        assert f"ON_RECORD_HOUSE_SERVERS={SERVER}" in listed

    in_newsroom(tmp_path, scene, {"house": (FERRY,)})


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        pytest.param("rules out", FERRY.title, id="one has them"),
        pytest.param("council leader", "Several articles have these words.", id="two have them"),
        pytest.param("cricket", "There is no such article here.", id="none has them"),
        pytest.param("???", "Several articles", id="no words"),
    ],
)
def test_an_article_is_found_by_words_that_only_it_has(tmp_path, words, sentence):
    """Who sends what they typed, without choosing, is understood where that is clear."""

    async def scene(room: Newsroom) -> None:
        result = await room.reader.slash(room.desk, "article show", article=words)

        assert sentence in contents(result)[0]

    in_newsroom(tmp_path, scene, {str(SERVER): (FERRY, LATER)})


def test_the_house_library_is_not_changed_from_a_server(tmp_path):
    """A server that may search the house library cannot remove from it."""

    async def scene(room: Newsroom) -> None:
        [one] = room.bureau.record.articles(("house",))
        result = await room.chief.slash(room.desk, "article remove", article=one.article.article_id)

        assert "is in the house library" in contents(result)[0]
        assert [one] == room.bureau.record.articles(("house",))

    in_newsroom(tmp_path, scene, {"house": (FERRY,)}, house_servers=str(SERVER))


def test_an_id_in_a_file_takes_nothing_from_another_server(tmp_path):
    """Front matter that names the id of an article of another server gets an id of its own."""

    async def scene(room: Newsroom) -> None:
        [foreign] = room.bureau.record.articles((str(OTHER),))
        text = f"---\nid: {foreign.article.article_id}\ntitle: Taken\n---\n\n{LATER.text}\n"
        await room.chief.slash(room.desk, "article add", file=("taken.md", text.encode()))

        assert [foreign] == room.bureau.record.articles((str(OTHER),))
        assert foreign.article.article_id != stored(room)[0].article.article_id

    in_newsroom(tmp_path, scene, {str(OTHER): (FERRY,)})
