"""Feeds in Discord: followed for one server, listed, removed; what they bring is found there."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator

import answers
import pytest
from discord_markdown import every, of_kind, read
from discord_newsroom import SERVER, Newsroom, contents, in_newsroom, labels
from feed_site import RSS, item, news, rss
from hostile_server import HostileServer, hostile_server, page, silence, status
from hypothesis import Phase, example, given, settings
from news_site import ANSWERS

from bot.chat import feed_card, upkeep
from bot.chat.markdown import LIMIT, length
from bot.client import Client
from bot.feeds import following
from bot.feeds.following import Following
from index.intake.feed import Alternate, Feed
from index.intake.fetch import NO_VERSION
from index.intake.unasked import Brought
from index.state import Failed, Followed

KINDS = {"text", "line", "strong", "small", "link", "time"}
NOTHING: dict[str, tuple] = {}


@pytest.fixture
def site() -> Iterator[HostileServer]:
    pages = {f"/{number}": news(number) for number in range(3)}
    feed = {"/feed": page(rss(*(item(f"/{n}", day=n) for n in range(3))), RSS)}
    with hostile_server({**ANSWERS, **pages, **feed}) as running:
        yield running


def stored(room: Newsroom, library: int | str = SERVER) -> list[str]:
    room.bureau.record.level()
    return sorted(each.article.title for each in room.bureau.record.articles((str(library),)))


def read_feeds(room: Newsroom, until: int) -> None:
    """Read feeds as the bot does while it serves, until so many articles are there."""
    stop = threading.Event()
    thread = threading.Thread(target=upkeep.read_feeds, args=(room.bureau, stop))
    thread.start()
    for _ in range(600):
        [feed] = room.bureau.state.feeds.followed(str(SERVER))
        if feed.articles >= until and feed.read_at:
            break
        time.sleep(0.1)
    stop.set()
    thread.join()


def test_a_feed_is_followed_read_listed_and_removed(site, tmp_path):
    """What it brought is found in this server alone, and stays."""

    async def scene(room: Newsroom) -> None:
        link = site.link("/feed")
        added = await room.chief.slash(room.desk, "feed add", link=link)
        again = await room.chief.slash(room.desk, "feed add", link=f"{link}?utm_source=x")
        await asyncio.to_thread(read_feeds, room, 3)
        listed = await room.chief.slash(room.desk, "feed list")
        state = await room.reader.slash(room.desk, "status")
        removed = await room.chief.slash(room.desk, "feed remove", feed="1")
        empty = await room.chief.slash(room.desk, "feed list")

        assert added.ephemeral
        assert contents(added)[0].splitlines() == [
            "**Followed: Harbour Gazette**",
            f"<{link}>",
            "3 entries in it now. I read it in a moment, and then every 60 minutes.",
            "-# Everyone in this server will find what it brings.",
        ]
        assert "**Followed already: Harbour Gazette**" in contents(again)[0]
        assert "**1. Harbour Gazette**" in contents(listed)[0]
        assert "3 articles came" in contents(listed)[0]
        assert "Feeds: 1 followed (/feed list)" in contents(state)[0]
        assert "**Not followed any more: Harbour Gazette**" in contents(removed)[0]
        assert contents(empty) == [feed_card.NONE]
        assert stored(room) == ["News number 0", "News number 1", "News number 2"]
        assert stored(room, "house") == []
        assert room.desk.last_message is None

    in_newsroom(tmp_path, scene, NOTHING, allow_loopback=True)


def test_an_article_that_is_removed_does_not_come_back(site, tmp_path):
    async def scene(room: Newsroom) -> None:
        await room.chief.slash(room.desk, "feed add", link=site.link("/feed"))
        await asyncio.to_thread(read_feeds, room, 3)
        stored(room)
        asking = await room.chief.slash(room.desk, "article remove", article="News number 1")
        await room.chief.click(asking.response, label="Remove it")
        room.bureau.state.feeds.follow(str(SERVER), site.link("/feed"), "Harbour Gazette", 0)
        site.asked.clear()
        await asyncio.to_thread(read_feeds, room, 3)

        assert stored(room) == ["News number 0", "News number 2"]
        assert "/1" not in [head.split(" ")[1] for head in site.asked]

    in_newsroom(tmp_path, scene, NOTHING, allow_loopback=True)


def test_only_those_who_may_add(site, tmp_path):
    """And nobody else sends us anywhere, or sees what is followed."""

    async def scene(room: Newsroom) -> None:
        site.asked.clear()
        for command, options in (
            ("feed add", {"link": site.link("/feed")}),
            ("feed list", {}),
            ("feed remove", {"feed": "1"}),
        ):
            refused = await room.reader.slash(room.desk, command, **options)
            assert "You may not add" in contents(refused)[0]
            assert refused.ephemeral
        assert site.asked == []

    in_newsroom(tmp_path, scene, NOTHING, allow_loopback=True)


def test_what_is_no_feed_is_said_in_a_sentence(site, tmp_path):
    async def scene(room: Newsroom) -> None:
        site.answers["/gone"] = status(410)
        for link, sentence in (
            (site.link("/bridge"), "names no feed"),
            (site.link("/text"), "no feed"),
            (site.link("/gone"), "ended this feed"),
            ("http://192.168.0.1/feed", "private network"),
            ("gazette", "no web address"),
        ):
            told = await room.chief.slash(room.desk, "feed add", link=link)
            assert sentence in contents(told)[0]
        told = await room.chief.slash(room.desk, "feed remove", feed="7")
        assert "No feed “7” is followed" in contents(told)[0]
        assert room.bureau.state.feeds.followed() == ()

    in_newsroom(tmp_path, scene, NOTHING, allow_loopback=True)


def test_a_server_follows_its_own_feeds_only(site, tmp_path):
    """Another's is not listed, not removed and not counted; and there is a limit."""

    async def scene(room: Newsroom) -> None:
        room.bureau.feeds.follow(7, site.link("/feed"))
        listed = await room.chief.slash(room.desk, "feed list")
        removed = await room.chief.slash(room.desk, "feed remove", feed="1")
        state = await room.chief.slash(room.desk, "status")

        assert contents(listed) == [feed_card.NONE]
        assert "No feed “1”" in contents(removed)[0]
        assert "Feeds" not in contents(state)[0]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(following, "MOST_IN_SERVER", 0)
            full = await room.chief.slash(room.desk, "feed add", link=site.link("/feed"))
        assert "no more may be" in contents(full)[0]

    in_newsroom(tmp_path, scene, NOTHING, allow_loopback=True)


def test_feeds_are_offered_while_somebody_types(site, tmp_path):
    async def scene(room: Newsroom) -> None:
        await room.chief.slash(room.desk, "feed add", link=site.link("/feed"))
        offered = await room.chief.autocomplete(room.desk, "feed remove", "feed", "har")

        assert [each["value"] for each in offered] == ["1"]

    in_newsroom(tmp_path, scene, NOTHING, allow_loopback=True)


def test_a_slow_feed_keeps_nobody_waiting(site, tmp_path):
    async def scene(room: Newsroom) -> None:
        site.answers["/slow"] = silence(seconds=3.0)
        slow = room.bureau.fetch(room.bureau.feeds.follow, SERVER, site.link("/slow"))
        waiting = asyncio.ensure_future(slow)
        told = await room.chief.slash(room.desk, "feed add", link=site.link("/feed"))

        assert "Followed: Harbour Gazette" in contents(told)[0]
        waiting.cancel()

    in_newsroom(tmp_path, scene, NOTHING, allow_loopback=True)


def test_a_server_that_is_left_is_read_for_no_more(site, tmp_path):
    async def scene(room: Newsroom) -> None:
        await room.chief.slash(room.desk, "feed add", link=site.link("/feed"))
        await asyncio.to_thread(room.bureau.state.forget_server, SERVER)

        assert room.bureau.state.feeds.due(2**40) == ()

    in_newsroom(tmp_path, scene, NOTHING, allow_loopback=True)


@settings(deadline=None, max_examples=50, phases=[Phase.reuse, Phase.explicit, Phase.generate])
@example(answers.HOSTILE[0], answers.HOSTILE[-1])
@given(answers.names, answers.names)
def test_whatever_feeds_call_themselves_they_make_nothing(name: str, trouble: str) -> None:
    """Their messages fit, and the only links are the addresses of the feeds."""
    feed = Followed(3, "1", "https://a.example/f", f"{name} " * 9, trouble=trouble, failures=2)
    failed = [Failed(f"https://evil.example/{name}", f"{trouble} " * 30, 1, left=False)] * 6
    other = Alternate(f"https://evil.example/{trouble}", name)
    brought = Brought(feed.url, Feed(name, ()), NO_VERSION, by_page=True, others=(other,) * 6)
    shown = [
        *feed_card.listing([(feed, failed)] * 3),
        feed_card.removed(feed),
        feed_card.added(Following(feed, brought), 60),
        feed_card.added(Following(feed, None), 0),
    ]

    for each in shown:
        nodes = read(each)
        assert length(each) <= LIMIT
        assert {node.kind for node in every(nodes)} <= KINDS
        assert {node.target for node in of_kind(nodes, "link")} <= {feed.url}


def test_for_a_server_that_was_left_unseen_nothing_is_read(site, tmp_path):
    """As when the bot did not run while it was sent away; the house and others are read."""

    async def scene(room: Newsroom) -> None:
        for server in (7, SERVER):
            room.bureau.feeds.follow(server, site.link("/feed"))
        room.bureau.state.feeds.follow("house", site.link("/feed"), "", 0)
        await room.env.restart_bot(Client(room.bureau, ready_timeout=0.02))
        await room.settled()
        due = {each.library for each in room.bureau.state.feeds.due(2**40)}

        assert due == {str(SERVER), "house"}

    in_newsroom(tmp_path, scene, NOTHING, allow_loopback=True)


def test_a_long_list_has_pages(site, tmp_path):
    async def scene(room: Newsroom) -> None:
        for number in range(20):
            url = f"https://a.example/{number}/{'x' * 150}"
            room.bureau.state.feeds.follow(str(SERVER), url, f"Feed {number}", 2**40)
        first = await room.chief.slash(room.desk, "feed list")

        assert "Feed 0" in contents(first)[0]
        assert labels(first.response) == ["Next page"]
        await room.chief.click(first.response, label="Next page")

    in_newsroom(tmp_path, scene, NOTHING, allow_loopback=True)
