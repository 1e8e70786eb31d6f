"""Links in Discord: fetched from a site of our own on loopback, read, and added or refused."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from discord_newsroom import SERVER, Newsroom, contents, in_newsroom, labels
from hostile_server import HostileServer, hostile_server, silence
from news_site import ANSWERS, REFUSED

from bot.chat import handed
from index.errors import InputError

NOTHING: dict[str, tuple] = {}
TITLE = "Council closes the old bridge"


@pytest.fixture(scope="module")
def site() -> Iterator[HostileServer]:
    with hostile_server({**ANSWERS, "/silent": silence(seconds=3.0)}) as running:
        yield running


def stored(room: Newsroom):
    return room.bureau.record.articles((str(SERVER),))


def test_a_link_is_added_and_shown_as_a_card(site, tmp_path):
    """A second time it is known, and not fetched; the card then has nothing to undo."""

    async def scene(room: Newsroom) -> None:
        link = site.link("/plain-gzip")
        await room.chief.slash(room.desk, "article add", link=link)
        card, [one] = room.desk.last_message, stored(room)
        site.asked.clear()
        await room.chief.slash(room.desk, "article add", link=f"{link}?utm_source=mail")

        assert f"**Added: {TITLE}**" in card.content
        assert "The Harbour Gazette" in card.content
        assert ["Edit details", "Undo"] == labels(card)
        assert (one.article.url, one.library) == (link, str(SERVER))
        assert f"**Already on record: {TITLE}**" in room.desk.last_message.content
        assert ["Edit details"] == labels(room.desk.last_message)
        assert [] == site.asked

    in_newsroom(tmp_path, scene, NOTHING, allow_loopback=True)


def test_a_link_alone_in_the_form_is_fetched(site, tmp_path):
    """What the form says beside it wins over the page."""

    async def scene(room: Newsroom) -> None:
        form = await room.chief.slash(room.desk, "article add")
        ids = [row["component"]["custom_id"] for row in form.modal["components"]]
        given = ["", "", "The Other Gazette", "2024-03", site.link("/plain-gzip")]
        await room.chief.submit_modal(form, dict(zip(ids, given, strict=True)))
        [one] = stored(room)

        assert (one.article.title, one.article.outlet) == (TITLE, "The Other Gazette")

    in_newsroom(tmp_path, scene, NOTHING, allow_loopback=True)


def test_the_link_in_a_message_is_added(site, tmp_path):
    """However it is wrapped; of several none is taken."""

    async def scene(room: Newsroom) -> None:
        links = site.link("/plain-gzip"), site.link("/latin")
        two = await room.reader.send(room.desk, f"See {links[0]} and {links[1]}")
        several = await room.chief.context_menu(room.desk, "Add to On Record", two)
        one = await room.reader.send(room.desk, f"Have you seen [this](<{links[0]}>)?")
        await room.chief.context_menu(room.desk, "Add to On Record", one)

        assert handed.SEVERAL_LINKS.format(2) == contents(several)[0]
        assert [links[0]] == [each.article.url for each in stored(room)]

    in_newsroom(tmp_path, scene, NOTHING, allow_loopback=True)


def test_what_is_no_article_is_refused_in_one_sentence(site, tmp_path):
    """Nothing is stored, and only who asked sees why."""

    async def scene(room: Newsroom) -> None:
        for path, sentence in REFUSED:
            result = await room.chief.slash(room.desk, "article add", link=site.link(path))
            assert sentence in contents(result)[0].replace("\\", "")
            assert result.ephemeral

        assert [] == stored(room)

    in_newsroom(tmp_path, scene, NOTHING, allow_loopback=True)


def test_links_into_our_house_are_refused(site, tmp_path):
    """Without the tests' setting this machine is closed too."""

    async def scene(room: Newsroom) -> None:
        site.asked.clear()
        for link in (
            "http://127.0.0.1/",
            "http://169.254.169.254/latest/meta-data/",
            "http://[::1]/a",
        ):
            result = await room.chief.slash(room.desk, "article add", link=link)
            assert "private network" in contents(result)[0]
        result = await room.chief.slash(room.desk, "article add", link="file:///etc/passwd")

        assert "Only http and https links" in contents(result)[0]
        assert [] == site.asked + stored(room)

    in_newsroom(tmp_path, scene, NOTHING)


def test_a_slow_site_keeps_nobody_waiting(site, tmp_path):
    """While it is silent, others add and ask."""

    async def scene(room: Newsroom) -> None:
        slow = room.bureau.fetch(room.bureau.read_link, site.link("/silent"))
        waiting = asyncio.ensure_future(slow)
        await room.chief.slash(room.desk, "article add", link=site.link("/plain-gzip"))

        assert not waiting.done()
        assert 1 == len(stored(room))
        with pytest.raises(InputError):
            await waiting

    in_newsroom(tmp_path, scene, NOTHING, allow_loopback=True)


def test_only_those_who_may_add_send_us_anywhere(site, tmp_path):
    async def scene(room: Newsroom) -> None:
        site.asked.clear()
        await room.reader.slash(room.desk, "article add", link=site.link("/plain-gzip"))

        assert [] == site.asked + stored(room)

    in_newsroom(tmp_path, scene, NOTHING, allow_loopback=True)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://a.example/b", "https://a.example/b"),
        ("look: https://a.example/b.", "https://a.example/b"),
        ("<https://a.example/b?c=d>", "https://a.example/b?c=d"),
        ("(https://a.example/b)", "https://a.example/b"),
        ("[x](https://a.example/b).", "https://a.example/b"),
        ("**https://a.example/b_(c)**", "https://a.example/b_(c)"),
        ("||https://a.example/b||", "https://a.example/b"),
        ("https://a.example/b https://a.example/b", "https://a.example/b"),
        ("talk without a link", None),
        ("https://a.example/b " + "word " * 80, None),
    ],
)
def test_the_link_that_a_message_hands_in(text, link):
    assert handed.link_in(text) == link
