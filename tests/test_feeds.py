"""Feeds are followed and read: what is new comes in once, what was removed stays away."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from feed_site import JSON_FEED, RSS, WHOLE, encoded, item, json_feed, news, rss
from hostile_server import HostileServer, hostile_server, in_turn, page, redirect, silence, status
from news_site import ANSWERS
from newsroom import ROOT, on_record, printed

from bot.feeds import following, keeping, reader
from bot.feeds.patience import Patience
from bot.feeds.reader import MOST_A_READING, FeedReader, Reading
from bot.feeds.schedule import MOST_FAILURES, Beat
from bot.feeds.sites import MOST_IN_VAIN
from bot.feeds.told import unread
from bot.reading import courier
from bot.settings import Settings
from bot.wiring import open_record
from index.errors import DataBusy, FeedError, SettingError
from index.intake.unasked import Courier
from index.owner import feeds_turn
from index.record import Record
from index.state import Followed, State
from index.state.feeds import KEEP_DAYS, TRIES

HOUSE = "house"
PATHS = ("/one", "/two", "/three")


@pytest.fixture
def site() -> Iterator[HostileServer]:
    """Run a site with a feed of three articles."""
    pages = {path: news(number) for number, path in enumerate(PATHS, start=1)}
    feed = {"/feed": page(rss(*(item(path, day=n) for n, path in enumerate(PATHS))), RSS)}
    with hostile_server({**ANSWERS, **pages, **feed}) as running:
        yield running


class Desk:
    """A record with feeds, and what reads them."""

    def __init__(self, record: Record, state: State, settings: Settings) -> None:
        self.record, self.state, self.settings = record, state, settings
        self.stop = threading.Event()
        self.reader: FeedReader = keeping.reader(record, state, settings, self.stop)

    def follow(self, link: str, library: str = HOUSE) -> Followed:
        return following.follow(self.state, courier(self.settings), library, link).feed

    def read(self, feed: Followed) -> Reading:
        """Read a feed as it stands."""
        [now] = [each for each in self.state.feeds.followed() if each.number == feed.number]
        return self.reader.read(now)

    def titles(self, library: str = HOUSE) -> list[str]:
        self.record.level()
        return sorted(each.article.title for each in self.record.articles((library,)))


@contextmanager
def desk_in(data: Path) -> Iterator[Desk]:
    settings = Settings(data=data, allow_loopback=True)
    with open_record(settings, "test", print) as record, State(data) as state:
        yield Desk(record, state, settings)


@pytest.fixture
def desk(tmp_path) -> Iterator[Desk]:
    with desk_in(tmp_path) as opened:
        yield opened


def asked(site: HostileServer) -> list[str]:
    """Return what was asked for since the last time, but for robots.txt."""
    paths = [head.split(" ")[1] for head in site.asked]
    site.asked.clear()
    return [path for path in paths if path != "/robots.txt"]


def titles(reading: Reading) -> list[str]:
    return [each.title for each in reading.added]


def test_a_feed_brings_its_articles_once(site, desk):
    """The newest first; the next time the feed is looked at, and none of its pages."""
    feed = desk.follow(site.link("/feed"))
    asked(site)
    first = desk.read(feed)

    assert titles(first) == ["News number 3", "News number 2", "News number 1"]
    assert asked(site) == ["/feed", "/three", "/two", "/one"]
    assert (first.feed.title, first.feed.articles, first.feed.trouble) == ("Harbour Gazette", 3, "")
    again = desk.read(feed)
    assert (again.added, again.failed, again.feed.articles) == ((), (), 3)
    assert asked(site) == ["/feed"]
    assert desk.titles() == ["News number 1", "News number 2", "News number 3"]


def test_only_what_is_new_is_fetched_also_after_a_restart(site, tmp_path):
    with desk_in(tmp_path) as desk:
        feed = desk.follow(site.link("/feed"))
        desk.read(feed)
    site.answers["/four"] = news(4)
    site.answers["/feed"] = page(rss(item("/four", day=9), item("/three", day=2)), RSS)
    asked(site)
    with desk_in(tmp_path) as desk:
        assert titles(desk.read(feed)) == ["News number 4"]
    assert asked(site) == ["/feed", "/four"]


def test_an_unchanged_feed_is_not_sent_again(site, desk):
    site.answers["/feed"] = in_turn(
        page(rss(item("/one")), RSS, 'ETag: "1"'),
        page(rss(item("/one")), RSS, 'ETag: "1"'),
        status(304),
    )
    feed = desk.follow(site.link("/feed"))
    desk.read(feed)
    site.asked.clear()
    again = desk.read(feed)

    assert 'If-None-Match: "1"' in site.asked[0]
    assert (again.feed.failures, again.feed.trouble, again.feed.etag) == (0, "", '"1"')


def test_one_article_under_many_addresses_is_fetched_once(site, desk):
    """Tracking, another dress of the link, and a copy in the same feed."""
    links = ["/one?utm_source=rss&utm_medium=feed", "/one", "/one/", "/one#comments"]
    site.answers["/feed"] = page(rss(*map(item, links)), RSS)
    feed = desk.follow(site.link("/feed"))
    asked(site)

    assert len(desk.read(feed).added) == 1
    assert asked(site) == ["/feed", links[0]]


def test_what_was_added_by_hand_is_not_fetched_again(site, desk):
    from index.intake.fetch import Fetcher, Limits
    from index.intake.web import read_link

    desk.record.add(read_link(site.link("/one"), Fetcher(Limits(allow_loopback=True))))
    feed = desk.follow(site.link("/feed"))
    asked(site)

    assert titles(desk.read(feed)) == ["News number 3", "News number 2"]
    assert "/one" not in asked(site)


def test_what_was_removed_is_not_brought_back(site, desk):
    """Neither by its feed, nor by another one, nor by one that is followed anew."""
    feed = desk.follow(site.link("/feed"))
    removed = desk.read(feed).added[0]
    desk.record.level()
    desk.record.remove(removed.article_id)
    site.answers["/other"] = page(rss(item("/three?utm_source=other"), item("/two")), RSS)
    following.unfollow(desk.state, HOUSE, str(feed.number))
    asked(site)
    for path in ("/feed", "/other"):
        assert titles(desk.read(desk.follow(site.link(path)))) == []

    assert not {"/three", "/three?utm_source=other"} & set(asked(site))
    assert desk.titles() == ["News number 1", "News number 2"]


def test_what_was_removed_before_any_feed_was_followed_is_not_brought(site, desk):
    """The identical text at another address is it, too."""
    site.answers["/elsewhere"] = news(1)
    desk.read(desk.follow(site.link("/feed")))
    for stored in desk.record.corpus.scan():
        desk.record.remove(desk.record.corpus.read(stored.path).article_id)
    site.answers["/copies"] = page(rss(item("/elsewhere")), RSS)
    fresh = desk.follow(site.link("/copies"))

    assert titles(desk.read(fresh)) == []
    assert desk.titles() == []


def test_two_servers_with_one_feed_are_kept_apart(site, desk):
    """What one removes stays with the other; one that is left is forgotten whole."""
    feeds = {library: desk.follow(site.link("/feed"), library) for library in ("1", "2")}
    for feed in feeds.values():
        assert len(desk.read(feed).added) == 3
    desk.record.level()
    gone = desk.record.articles(("1",))[0]
    desk.record.remove(gone.article.article_id)
    for feed in feeds.values():
        desk.read(feed)

    assert (len(desk.titles("1")), len(desk.titles("2")), desk.titles()) == (2, 3, [])
    desk.state.forget_server(1)
    assert [each.library for each in desk.state.feeds.followed()] == ["2"]


def test_purging_leaves_no_trace_in_what_is_kept_of_feeds(site, desk, tmp_path):
    """Of what was read only digests are kept, and none of its words or addresses."""
    site.answers["/feed"] = page(
        rss(item("/one", "A headline of its own", more=encoded(WHOLE)), item("/nowhere", "Gone")),
        RSS,
    )
    reading = desk.read(desk.follow(site.link("/feed")))
    desk.record.level()
    desk.record.purge([each.article_id for each in reading.added])

    for name in ("state.db", "state.db-wal"):
        kept = (tmp_path / name).read_bytes() if (tmp_path / name).exists() else b""
        for words in (b"Quillhaven", b"headline of its own", b"News number", b"/one"):
            assert words not in kept


def test_an_entry_that_fails_is_tried_a_few_times_and_then_left(site, desk):
    """It is listed with its link and why, and the feed is sent whole as long as it is tried."""
    site.answers["/feed"] = page(rss(item("/one"), item("/soft-404")), RSS, 'ETag: "1"')
    feed = desk.follow(site.link("/feed"))
    for number in range(TRIES):
        reading = desk.read(feed)
        [failed] = desk.state.feeds.failed(feed.number)
        assert "no such page" in reading.failed[0].error
        assert (failed.link, failed.tries) == (site.link("/soft-404"), number + 1)
        assert reading.feed.etag == ""
    assert failed.left
    asked(site)
    assert desk.read(feed).failed == ()
    assert asked(site) == ["/feed"]


def test_an_entry_that_failed_once_comes_later(site, desk):
    good = site.answers["/one"]
    site.answers["/one"] = status(500)
    feed = desk.follow(site.link("/feed"))
    assert len(desk.read(feed).failed) == 1
    site.answers["/one"] = good

    assert titles(desk.read(feed)) == ["News number 1"]
    assert desk.state.feeds.failed(feed.number) == ()


def test_a_site_that_wants_to_be_left_alone_is(site, desk):
    """It is no fault of the entry, and nothing more is asked for in this reading."""
    good = site.answers["/three"]
    site.answers["/three"] = status(429, "Retry-After: 9000")
    feed = desk.follow(site.link("/feed"))
    asked(site)
    now = int(time.time())
    reading = desk.read(feed)

    assert asked(site) == ["/feed", "/three"]
    assert (reading.added, reading.waiting) == ((), 2)
    assert "is left until the next reading: The site is asked too often" in reading.feed.trouble
    assert now + 9_000 <= reading.feed.next_at
    [failed] = desk.state.feeds.failed(feed.number)
    assert (failed.tries, failed.left) == (0, False)
    site.answers["/three"] = good
    assert len(desk.read(feed).added) == 3


@pytest.mark.parametrize("code", [429, 503])
def test_a_page_that_is_never_given_keeps_no_other_waiting(site, desk, code):
    """It is tried last from then on, and is not left, for the site says no more than "not now"."""
    site.answers["/three"] = status(code)
    feed = desk.follow(site.link("/feed"))
    readings = [desk.read(feed) for _ in range(TRIES + 2)]

    assert [len(each.added) for each in readings] == [0, 2, 0, 0, 0]
    [failed] = desk.state.feeds.failed(feed.number)
    assert (failed.link, failed.tries) == (site.link("/three"), 0)


def test_a_site_that_gives_nothing_keeps_no_other_site_waiting(site, desk):
    elsewhere = site.link("/three", "localhost")
    site.answers["/feed"] = page(rss(item(elsewhere, day=3), item("/two"), item("/one")), RSS)
    site.answers["/three"] = status(503)

    assert len(desk.read(desk.follow(site.link("/feed"))).added) == 2


@pytest.mark.parametrize("code", [500, 502, 504])
def test_an_outage_loses_no_article(site, desk, code):
    """However many readings it lasts: what the site does not give for now is no entry's fault."""
    good = {path: site.answers[path] for path in PATHS}
    site.answers.update(dict.fromkeys(PATHS, status(code)))
    feed = desk.follow(site.link("/feed"))
    for _ in range(TRIES + 2):
        assert len(desk.read(feed).failed) == len(PATHS)
    site.answers.update(good)

    assert len(desk.read(feed).added) == len(PATHS)


def test_a_page_that_fails_while_its_site_gives_others_is_left_in_the_end(site, desk):
    site.answers["/three"] = status(500)
    feed = desk.follow(site.link("/feed"))
    for number in range(TRIES):
        site.answers[f"/new{number}"] = news(number + 10)
        links = ("/three", f"/new{number}")
        site.answers["/feed"] = page(rss(*map(item, links)), RSS)
        assert len(desk.read(feed).added) == 1

    [failed] = desk.state.feeds.failed(feed.number)
    assert (failed.tries, failed.left) == (TRIES, True)
    [told_of_it] = unread([failed])
    assert "given up after 3 tries; add it by its link" in told_of_it


def test_a_site_that_cannot_be_reached_is_left_until_the_next_reading(site, desk):
    dead = [f"http://127.0.0.1:9/{n}" for n in range(9)]
    site.answers["/feed"] = page(rss(*map(item, dead)), RSS)
    reading = desk.read(desk.follow(site.link("/feed")))

    assert (len(reading.failed), reading.waiting) == (MOST_IN_VAIN, 6)


def test_a_reading_ends_so_that_other_feeds_have_their_turn(site, desk, monkeypatch):
    monkeypatch.setattr(reader, "LONGEST_READING", 0.0)
    feed = desk.follow(site.link("/feed"))

    assert [desk.read(feed).waiting for _ in range(2)] == [3, 3]
    monkeypatch.undo()
    assert len(desk.read(feed).added) == 3


@pytest.mark.parametrize(("wanted", "seconds"), [("0.4", 0.4), ("0.1", 0.2), ("9000", 60.0)])
def test_pages_of_one_site_are_parted_in_time(site, tmp_path, wanted, seconds):
    """By what is polite, and by what robots.txt wants beyond that, up to a minute."""
    site.answers["/robots.txt"] = page(f"User-agent: *\nCrawl-delay: {wanted}", "text/plain")
    pauses: list[float] = []

    class Noting(Patience):
        """Notes from which moment to which it would wait."""

        def pause_until(self, moment: float) -> None:
            [last] = at_work._asked.values()
            pauses.append(moment - last)

    with desk_in(tmp_path) as desk:
        feed = desk.follow(site.link("/feed"))
        bringer = courier(desk.settings)
        at_work = FeedReader(desk.record, desk.state, bringer, Noting(desk.stop), 60)
        at_work.pace = 0.2
        at_work.read(feed)

    assert pauses == [pytest.approx(seconds)] * 3


def test_at_most_so_many_are_read_at_once(site, desk, monkeypatch):
    """The rest has its turn at the next reading; and a day has an end."""
    many = [f"/many/{n}" for n in range(5)]
    site.answers.update({path: news(n + 10) for n, path in enumerate(many)})
    site.answers["/feed"] = page(rss(*(item(p, day=n) for n, p in enumerate(many))), RSS, "ETag: 1")
    monkeypatch.setattr(reader, "MOST_A_READING", 2)
    feed = desk.follow(site.link("/feed"))
    first = desk.read(feed)

    assert (titles(first), first.waiting) == (["News number 14", "News number 13"], 3)
    assert titles(desk.read(feed)) == ["News number 12", "News number 11"]
    monkeypatch.setattr(reader, "MOST_A_DAY", 4)
    full = desk.read(feed)
    assert (full.added, full.waiting) == ((), 1)
    assert "wait until tomorrow" in full.feed.trouble
    assert MOST_A_READING == 30


def test_entries_without_a_link_are_counted_and_left_out(site, desk):
    site.answers["/feed"] = page(
        json_feed(
            [{"title": "None", "content_html": WHOLE}, {"url": "mailto:a@b"}, {"url": "/one"}]
        ),
        JSON_FEED,
    )
    reading = desk.read(desk.follow(site.link("/feed")))

    assert (titles(reading), reading.unlinked) == (["News number 1"], 2)


def test_no_entry_leads_into_our_house(site, tmp_path):
    """Not even where a feed of the world names it, or a page leads there."""
    links = ["http://127.0.0.1/secret", "http://169.254.169.254/latest", "http://[::1]/a"]
    with desk_in(tmp_path) as desk:
        site.answers["/feed"] = page(rss(*map(item, links), item("/away")), RSS)
        site.answers["/away"] = redirect("http://10.0.0.1/secret")
        feed = desk.follow(site.link("/feed"))
        reading = desk.read(feed)
        errors = [each.error for each in (*reading.failed, *desk.read(feed).failed)]

    assert reading.added == ()
    assert any("private network" in each for each in errors)


# When


@pytest.mark.parametrize(
    ("failures", "wait", "least", "most"),
    [
        (0, None, 54, 66),
        (1, None, 108, 132),
        (2, None, 216, 264),
        (20, None, 1_296, 1_584),
        (0, 7_200, 120, 120),
        (1, 60, 108, 132),
        (0, 10**9, 7 * 1_440, 7 * 1_440),
    ],
)
def test_when_a_feed_is_read_again(failures, wait, least, most):
    """Every hour, give or take; later after each failure; never before the site's wish."""
    for chance in (0.0, 0.5, 1.0):
        later = Beat(1_000_000, 60, chance).next_after(failures, wait) - 1_000_000
        assert least * 60 <= later <= most * 60


def test_a_feed_that_has_ended_is_paused_at_once_and_others_after_many_failures(site, desk):
    """A person who adds it again has it read again."""
    good = site.answers["/feed"]
    feed = desk.follow(site.link("/feed"))
    site.answers["/feed"] = status(410)
    ended = desk.read(feed).feed

    assert (ended.paused, ended.trouble) == (True, "The site has ended this feed (410).")
    assert desk.state.feeds.due(2**40) == ()
    site.answers["/feed"] = good
    again = desk.follow(site.link("/feed"))
    assert (again.number, again.paused, again.failures) == (feed.number, False, 0)
    site.answers["/feed"] = status(500)
    for number in range(MOST_FAILURES):
        assert not desk.state.feeds.followed()[0].paused
        failing = desk.read(feed).feed
        assert failing.failures == number + 1
    assert failing.paused


def test_a_failing_feed_waits_as_long_as_its_site_asks(site, desk):
    feed = desk.follow(site.link("/feed"))
    site.answers["/feed"] = status(503, "Retry-After: 100000")
    now = int(time.time())

    assert desk.read(feed).feed.next_at >= now + 100_000


def test_what_has_long_been_in_no_feed_is_forgotten(desk):
    feed = desk.state.feeds.follow(HOUSE, "https://a.example/feed", "A", 0)
    desk.state.feeds.note_read(feed.number, "//a.example/1", 0)

    assert desk.state.feeds.settled(feed.number, ["//a.example/1"], 10) == {"//a.example/1"}
    later = 20 + KEEP_DAYS * 86_400
    assert desk.state.feeds.settled(feed.number, ["//a.example/2"], later) == set()
    assert desk.state.feeds.settled(feed.number, ["//a.example/1"], later) == set()


# Following


def test_a_feed_is_followed_once_a_library(site, desk):
    first = desk.follow(site.link("/feed"))
    asked(site)
    again = following.follow(
        desk.state, courier(desk.settings), HOUSE, site.link("/feed?utm_source=x")
    )

    assert (again.feed.number, again.brought) == (first.number, None)
    assert asked(site) == []


def test_no_more_than_so_many(site, desk, monkeypatch):
    monkeypatch.setattr(following, "MOST_IN_SERVER", 1)
    desk.follow(site.link("/feed"), "7")
    with pytest.raises(FeedError, match="no more may be"):
        desk.follow(site.link("/other"), "7")
    desk.follow(site.link("/feed"), "8")


@pytest.mark.parametrize("unknown", ["99", "#99", "https://a.example/none", ""])
def test_a_feed_that_is_not_followed_is_said_so(site, desk, unknown):
    desk.follow(site.link("/feed"), "7")
    for library, name in (("7", unknown), ("8", site.link("/feed"))):
        with pytest.raises(FeedError, match="No feed"):
            following.unfollow(desk.state, library, name)


# Keeping


def test_due_feeds_are_read_while_it_runs(site, desk):
    """Nothing is asked for before its time, and it ends at once, in the middle of a slow page."""
    site.answers["/two"] = silence(seconds=30.0)
    desk.follow(site.link("/feed"))
    said: list[str] = []
    thread = threading.Thread(
        target=keeping.keep, args=(desk.record, desk.state, desk.settings, desk.stop, said.append)
    )
    asked(site)
    thread.start()
    while "/two" not in [head.split(" ")[1] for head in site.asked]:
        time.sleep(0.01)
    desk.stop.set()
    thread.join(10)

    assert not thread.is_alive()
    assert asked(site) == ["/feed", "/three", "/two"]
    assert desk.titles() == ["News number 3"]
    [feed] = desk.state.feeds.due(int(time.time()))
    assert feed.articles == 1


def test_a_hostile_robots_txt_stops_no_other_feed(site, desk):
    """It is tried once, told, and its feed comes again later; the others have their turn."""
    rules = "".join(f"User-agent: o{n:x}\n" for n in range(8_000)) + "Disallow: /a\n" * 20_000
    with hostile_server({"/robots.txt": page(rules, "text/plain")}) as bad:
        links = [bad.link(f"/{'a' * 1_500}{n}") for n in range(3)]
        site.answers["/hostile"] = page(rss(*map(item, links), title="Hostile"), RSS)
        hostile = desk.follow(site.link("/hostile"))
        desk.follow(site.link("/feed"))
        thread = threading.Thread(
            target=keeping.keep, args=(desk.record, desk.state, desk.settings, desk.stop, print)
        )
        thread.start()
        until = time.monotonic() + 60
        while desk.state.feeds.due(int(time.time())) and time.monotonic() < until:
            time.sleep(0.05)
        desk.stop.set()
        thread.join(30)
        assert [head.split(" ")[1] for head in bad.asked] == ["/robots.txt"]

    assert desk.titles() == ["News number 1", "News number 2", "News number 3"]
    assert "takes too long" in desk.state.feeds.failed(hostile.number)[0].trouble


def test_a_mistake_of_ours_with_one_feed_stops_no_other(site, desk, monkeypatch):
    """It is told with the feed, which comes again later."""
    ask = Courier.feed

    def stumbling(courier, url, known):
        if url.endswith("/stumbling"):
            raise ZeroDivisionError
        return ask(courier, url, known)

    monkeypatch.setattr(Courier, "feed", stumbling)
    site.answers["/stumbling"] = page(rss(item("/three"), title="Stumbling"), RSS)
    stumbled = desk.follow(site.link("/stumbling"))
    desk.follow(site.link("/feed"))
    told: list[str] = []

    def tell(sentence: str) -> None:
        told.append(sentence)
        if "brought 3 new" in sentence:
            desk.stop.set()

    keeping.keep(desk.record, desk.state, desk.settings, desk.stop, tell)

    assert "by a mistake of its own" in told[0]
    [kept] = [each for each in desk.state.feeds.followed() if each.number == stumbled.number]
    assert (kept.failures, kept.next_at > time.time()) == (1, True)


def test_a_mistake_of_ours_with_one_entry_stops_no_other(site, desk, monkeypatch):
    """It is kept with the entry; what the others brought is counted."""
    read = Courier.article

    def stumbling(courier, entry):
        if entry.link.endswith("/two"):
            raise ZeroDivisionError
        return read(courier, entry)

    monkeypatch.setattr(Courier, "article", stumbling)
    reading = desk.read(desk.follow(site.link("/feed")))

    assert (len(reading.added), reading.feed.articles) == (2, 2)
    assert ["by a mistake of its own" in each.error for each in reading.failed] == [True]


def test_without_feeds_nothing_is_fetched(site, desk):
    """And none is read where the settings say never."""
    never = Settings(data=desk.settings.data, allow_loopback=True, feed_minutes=0)
    desk.follow(site.link("/feed"))
    asked(site)
    keeping.keep(desk.record, desk.state, never, desk.stop, print)
    following.unfollow(desk.state, None, "1")
    threading.Timer(1.0, desk.stop.set).start()
    keeping.keep(desk.record, desk.state, desk.settings, desk.stop, print)

    assert asked(site) == []


def test_only_one_process_reads_feeds_at_a_time(tmp_path):
    with (
        feeds_turn(tmp_path),
        pytest.raises(DataBusy, match="just being read"),
        feeds_turn(tmp_path),
    ):
        pass
    with feeds_turn(tmp_path):
        pass


@pytest.mark.parametrize("minutes", [1, 4, -1, 100_000])
def test_no_site_is_asked_all_the_time(minutes, monkeypatch):
    from bot import settings

    monkeypatch.setenv("ON_RECORD_FEED_MINUTES", str(minutes))
    with pytest.raises(SettingError, match="ON_RECORD_FEED_MINUTES"):
        settings.load()


# In the terminal


LOOPBACK = {"ON_RECORD_ALLOW_LOOPBACK": "true"}


def words(done: subprocess.CompletedProcess[bytes]) -> str:
    """Return what a command printed, on one line."""
    assert done.returncode == 0, done.stderr.decode()
    return " ".join(done.stdout.decode().split())


def test_the_terminal_follows_reads_lists_and_removes(site, tmp_path):
    def run(*arguments: str) -> str:
        return words(on_record("feed", *arguments, "--data", tmp_path, **LOOPBACK))

    added = run("add", site.link("/feed"))
    assert f"1. Harbour Gazette {site.link('/feed')} 3 entries in it now." in added
    assert "not read yet, 0 articles came" in run("list")
    assert "News number 3 News number 2 News number 1 3 new articles." in run("read")
    assert "3 articles came" in run("list")
    assert run("remove", "1") == (
        "Not followed any more: Harbour Gazette. What it brought stays on record."
    )
    assert "No feed is followed." in run("list")
    answer = words(on_record("ask", "what did Ada Brook say?", "--data", tmp_path))
    assert "Nobody will drive over it again" in answer


@pytest.mark.slow
def test_a_machine_reads_what_came_of_feeds(site, tmp_path):
    def run(*arguments: str, status: int = 0) -> dict:
        done = on_record("feed", *arguments, "--json", "--data", tmp_path, **LOOPBACK)
        assert done.returncode == status, done.stderr.decode()
        return printed(done)

    site.answers["/news"] = page(
        "<!doctype html><html><head><link rel='alternate' type='application/rss+xml' "
        "href='/feed'></head><body>News</body></html>"
    )
    site.answers["/one"] = status(500)
    added = run("add", site.link("/news"))
    assert (added["known"], added["entries"], added["feed"]["url"]) == (
        False,
        3,
        site.link("/feed"),
    )
    assert run("add", site.link("/feed"))["known"]
    [read] = run("read")["feeds"]
    assert [each["title"] for each in read["added"]] == ["News number 3", "News number 2"]
    assert all(each["passages"] and each["library"] == HOUSE for each in read["added"])
    assert [each["link"] for each in read["failed"]] == [site.link("/one")]
    [listed] = run("list")["feeds"]
    assert (listed["articles"], listed["failed"][0]["tries"]) == (2, 1)
    site.answers["/feed"] = status(410)
    [ended] = run("read", status=1)["feeds"]
    assert (ended["feed"]["paused"], ended["feed"]["failures"]) == (True, 1)
    assert [each["number"] for each in run("remove", site.link("/feed"))["removed"]] == [1]
    assert run("read") == {"feeds": []}


def test_add_says_of_a_feed_what_to_use(site, tmp_path):
    """Whatever its server calls it, and nothing is stored."""
    site.answers["/plain"] = page(rss(item("/one")), "text/plain")
    site.answers["/json"] = page(json_feed([]), "application/json")
    for path in ("/feed", "/plain", "/json"):
        done = on_record("add", site.link(path), "--data", tmp_path, **LOOPBACK)
        assert done.returncode == 1
        assert "use “on-record feed add” with this link" in " ".join(done.stdout.decode().split())
    assert not list((tmp_path / "corpus").glob("*/*"))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("add", "gazette.example/feed"), "is no web address"),
        (("add", "http://192.168.0.1/feed"), "private network"),
        (("remove", "4"), "No feed “4” is followed"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(tmp_path, arguments, sentence):
    done = on_record("feed", *arguments, "--data", tmp_path)

    assert done.returncode == 1
    assert sentence in " ".join(done.stderr.decode().split())


@pytest.mark.parametrize(
    "ending", [signal.SIGINT, pytest.param(signal.SIGKILL, marks=pytest.mark.slow)]
)
def test_run_reads_feeds_and_goes_on_where_it_was_ended(site, tmp_path, ending):
    """A page that never comes keeps nobody from stopping; nothing is lost, or fetched again."""
    good, site.answers["/one"] = site.answers["/one"], silence(seconds=60.0)
    added = on_record("feed", "add", site.link("/feed"), "--data", tmp_path, **LOOPBACK)
    assert added.returncode == 0
    asked(site)
    running = subprocess.Popen(
        [sys.executable, "-m", "bot", "run", "--without-discord", "--data", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, **LOOPBACK},
        stderr=subprocess.PIPE,
    )
    until = time.monotonic() + 120
    while "/one" not in [head.split(" ")[1] for head in site.asked] and time.monotonic() < until:
        time.sleep(0.1)
    running.send_signal(ending)
    _, told = running.communicate(timeout=30)

    assert asked(site) == ["/feed", "/three", "/two", "/one"]
    if ending is signal.SIGINT:
        assert (running.returncode, "Stopped." in told.decode()) == (0, True)
    site.answers["/one"] = good
    read = printed(on_record("feed", "read", "--json", "--data", tmp_path, **LOOPBACK))
    assert [each["title"] for each in read["feeds"][0]["added"]] == ["News number 1"]
    assert asked(site) == ["/feed", "/one"]
    listed = printed(on_record("articles", "--json", "--data", tmp_path))["articles"]
    assert sorted(each["title"] for each in listed) == [f"News number {n}" for n in (1, 2, 3)]


@pytest.mark.slow
def test_check_counts_the_feeds(site, tmp_path):
    on_record("feed", "add", site.link("/feed"), "--data", tmp_path, **LOOPBACK)

    assert "1 followed" in words(on_record("check", "--data", tmp_path))
