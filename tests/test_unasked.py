"""What nobody asked for by name is fetched as its site allows, and read as it was published."""

from __future__ import annotations

import datetime
import time
from collections.abc import Iterator

import pytest
from feed_site import (
    JSON_FEED,
    RSS,
    WHOLE,
    item,
    json_feed,
    news,
    rss,
    undated,
)
from hostile_server import (
    HostileServer,
    bomb,
    flood,
    hostile_server,
    in_turn,
    page,
    redirect,
    silence,
    status,
)
from news_site import ANSWERS, SENTENCES, article

from index.article import Published
from index.errors import ArticleGone, InputError, NotAFeed, NotFetched, NotForPrograms
from index.intake.feed import Entry
from index.intake.fetch import NO_VERSION, Fetcher, Limits, Version
from index.intake.fetch.connect import PRIVATE
from index.intake.unasked import Courier
from index.intake.unasked.content import FROM_FEED

TODAY = datetime.date(2026, 11, 22)
PLAIN = rss(item("/bridge"))
XML = "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n"


@pytest.fixture
def site() -> Iterator[HostileServer]:
    """Run a site without a robots.txt."""
    answers = {**ANSWERS, "/feed": page(PLAIN, RSS), "/undated": undated(1), "/dated": news(2)}
    with hostile_server(answers) as running:
        yield running


class Clock:
    """A clock that a test moves on."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def courier(clock: Clock | None = None, **limits: float) -> Courier:
    chosen = Limits(allow_loopback=True, **limits)  # type: ignore[arg-type]
    return Courier(chosen, resolver=lambda host, port: ["127.0.0.1"], clock=clock)


def paths(site: HostileServer) -> list[str]:
    return [head.split(" ")[1] for head in site.asked]


def robots(site: HostileServer, text: str, kind: str = "text/plain") -> None:
    site.answers["/robots.txt"] = page(text, kind)


def entry(site: HostileServer, path: str, content: str = "", **data: str) -> Entry:
    title = data.pop("title", "Bridge")
    return Entry(site.link(path, "gazette.example"), title, content=content, **data)


# Feeds


def test_a_feed_is_brought_with_its_version(site):
    """The agent says what it does; relative links are those of the feed's own place."""
    site.answers["/feed"] = page(
        PLAIN, RSS, 'ETag: "one"', "Last-Modified: Tue, 12 Mar 2024 08:00:00 GMT"
    )
    brought = courier().find(site.link("/feed", "gazette.example"))

    assert [each.link for each in brought.feed.entries] == [site.link("/bridge", "gazette.example")]
    assert brought.version == Version('"one"', "Tue, 12 Mar 2024 08:00:00 GMT")
    assert not brought.by_page
    assert paths(site) == ["/robots.txt", "/feed"]
    assert all("OnRecord/0.1 (reads the articles of feeds" in head for head in site.asked)


def test_what_has_not_changed_is_not_sent_again(site):
    site.answers["/feed"] = status(304)
    known = Version('"one"', "Tue, 12 Mar 2024 08:00:00 GMT")

    assert courier().feed(site.link("/feed"), known) is None
    assert 'If-None-Match: "one"' in site.asked[-1]
    assert "If-Modified-Since: Tue, 12 Mar 2024 08:00:00 GMT" in site.asked[-1]
    with pytest.raises(NotFetched, match="304"):
        courier().feed(site.link("/feed"), NO_VERSION)


def test_the_feed_that_a_page_names_is_found(site):
    """The first of them; the others are told."""
    head = '<link rel="alternate" type="application/{}" href="{}">'
    site.answers["/news"] = page(
        article(head=head.format("feed+json", "/json") + head.format("rss+xml", "/feed"))
    )
    site.answers["/json"] = page(json_feed([{"url": "/bridge"}]), JSON_FEED)
    brought = courier().find(site.link("/news"))

    assert (brought.url, brought.by_page) == (site.link("/json"), True)
    assert [each.url for each in brought.others] == [site.link("/feed")]


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (page("<p>Hello</p>"), "no feed"),
        (page(b"\x89PNG" + bytes(400), "image/png"), "no feed"),
        (page("", RSS), "is empty"),
        (status(404), "no feed at this address"),
        (status(410), "has ended this feed"),
        (status(429, "Retry-After: 600"), "asked too often"),
        (status(500), "does not give the feed (500)"),
        (redirect("http://169.254.169.254/feed"), "private network"),
        (redirect("http://10.0.0.1/feed"), "private network"),
        (redirect("file:///etc/passwd"), "Only http and https"),
        (redirect("/feed"), "on and on"),
        (flood(XML.encode(), b"<item/>" * 10_000), "too large"),
        (bomb("gzip", 40), "too large"),
        (silence(XML.encode()), "too long to answer"),
    ],
)
def test_what_is_no_feed_ends_in_a_sentence(site, answer, sentence):
    site.answers["/feed"] = answer
    private = Limits(whole=4.0, silence=1.0, allow_loopback=True)
    bringer = Courier(
        private,
        resolver=lambda host, port: [
            "127.0.0.1" if "." not in host.replace("127.0.0.1", "") else host
        ],
    )

    with pytest.raises((NotFetched, NotAFeed)) as told:
        bringer.find(site.link("/feed"))
    assert sentence in str(told.value)


def test_how_long_a_site_wants_to_be_left_alone_is_told(site):
    site.answers["/feed"] = status(429, "Retry-After: 600")
    with pytest.raises(NotFetched) as told:
        courier().find(site.link("/feed"))

    assert (told.value.status, told.value.wait) == (429, 600)


# robots.txt


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: OnRecord\nDisallow: /brid", False),
        ("User-agent: onrecord\nDisallow: /*idge$", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: OnRecord\nAllow: /", True),
        ("User-agent: *\nDisallow: /\nAllow: /bridge", True),
        ("User-agent: SomebodyElse\nDisallow: /", True),
        ("User-agent: *\nDisallow:", True),
        ("<!doctype html><p>No such page</p>", True),
        ("", True),
    ],
)
def test_robots_txt_is_respected(site, rules, allowed):
    """The most exact rule for us counts; what is forbidden is not asked for."""
    robots(site, rules)
    if allowed:
        assert courier().article(entry(site, "/bridge"), TODAY).title
    else:
        with pytest.raises(NotForPrograms, match=r"robots\.txt asks programs not"):
            courier().article(entry(site, "/bridge"), TODAY)
    assert ("/bridge" in paths(site)) is allowed


def test_robots_txt_is_asked_for_once_a_day(site):
    robots(site, "User-agent: *\nCrawl-delay: 7\nDisallow: /private")
    clock = Clock()
    bringer = courier(clock)
    for _ in range(3):
        bringer.article(entry(site, "/bridge"), TODAY)
    clock.now += 86_000
    bringer.article(entry(site, "/bridge"), TODAY)

    assert paths(site).count("/robots.txt") == 1
    assert bringer.delay(site.link("/bridge", "gazette.example")) == 7
    clock.now += 1_000
    bringer.article(entry(site, "/bridge"), TODAY)
    assert paths(site).count("/robots.txt") == 2


@pytest.mark.parametrize("answer", [status(500), status(503), status(429)])
def test_without_a_robots_txt_that_can_be_read_nothing_is(site, answer):
    """An hour later it is asked for again."""
    site.answers["/robots.txt"] = in_turn(answer, page("", "text/plain"))
    clock = Clock()
    bringer = courier(clock)
    for _ in range(2):
        with pytest.raises(NotFetched, match=r"robots\.txt could not be read"):
            bringer.article(entry(site, "/bridge"), TODAY)
    assert paths(site) == ["/robots.txt"]

    clock.now += 3_700
    assert bringer.article(entry(site, "/bridge"), TODAY).title


def test_of_a_robots_txt_without_an_end_the_beginning_counts(site):
    """Up to the last whole line, for the half of one would forbid more than it says."""
    rules, cut = b"User-agent: *\nDisallow: /dated\n", b"\nDisallow: /"
    filling = b"#" * (512_000 - len(rules) - len(cut))
    head = b"HTTP/1.1 200 OK\r\n\r\n"
    site.answers["/robots.txt"] = flood(head + rules + filling + cut, b"x" * 9_000)
    bringer = courier()

    assert bringer.article(entry(site, "/bridge"), TODAY).title
    with pytest.raises(NotForPrograms):
        bringer.article(entry(site, "/dated"), TODAY)


def test_what_robots_txt_takes_is_not_taken_from_the_pages_time(site):
    """The page has all of its own, however long its gate took."""
    gated: list[str] = []

    def gate(address: str) -> None:
        time.sleep(3.2)
        gated.append(address)

    fetcher = Fetcher(Limits(whole=3.0, allow_loopback=True), gate=gate)
    assert fetcher.fetch(site.link("/bridge")).data
    assert gated == [site.link("/bridge")]


def test_an_address_in_our_house_is_called_that(site):
    """Not a robots.txt that cannot be read, and with no advice that is for articles."""
    with pytest.raises(NotFetched) as told:
        Courier(Limits()).find("http://169.254.169.254/feed")

    assert str(told.value) == PRIVATE


@pytest.mark.parametrize("code", [401, 403, 404, 410])
def test_a_site_without_a_robots_txt_forbids_nothing(site, code):
    site.answers["/robots.txt"] = status(code)

    assert courier().article(entry(site, "/bridge"), TODAY).title


def test_each_site_that_a_redirect_leads_to_is_asked(site):
    """Another host has rules of its own."""
    site.answers["/away"] = redirect(site.link("/bridge", "other.example"))
    courier().article(entry(site, "/away"), TODAY)
    hosts = [head.partition("Host: ")[2].partition(":")[0] for head in site.asked]

    assert list(zip(paths(site), hosts, strict=True)) == [
        ("/robots.txt", "gazette.example"),
        ("/away", "gazette.example"),
        ("/robots.txt", "other.example"),
        ("/bridge", "other.example"),
    ]


def test_a_robots_txt_that_is_made_to_break_its_reader_breaks_nothing(site):
    """Thousands of agents with thousands of rules each would fill the memory."""
    robots(
        site,
        "\n".join([f"User-agent: a{n}" for n in range(9_000)] + ["Disallow: /*a*b*c"] * 15_000),
    )
    with pytest.raises(NotFetched, match=r"robots\.txt"):
        courier().article(entry(site, "/bridge"), TODAY)
    robots(site, "")

    assert courier().article(entry(site, "/bridge"), TODAY).title


def test_a_site_is_one_however_its_address_is_written(site):
    robots(site, "User-agent: *\nCrawl-delay: 7")
    bringer = courier()
    bringer.article(entry(site, "/bridge"), TODAY)

    assert bringer.delay(f"HTTP://Gazette.EXAMPLE:{site.port}/other") == 7
    assert bringer.delay("http://a b/") is None


# Articles


def test_nothing_is_fetched_but_the_page_and_the_rules(site):
    courier().article(entry(site, "/tempting"), TODAY)

    assert paths(site) == ["/robots.txt", "/tempting"]


@pytest.mark.parametrize(
    ("path", "told", "expected"),
    [
        ("/dated", "2020-01-01", Published("2024-03-12", "metadata")),
        ("/undated", "2024-03-11", Published("2024-03-11", "feed")),
        ("/undated", "2031-03-11", None),
        ("/undated", None, None),
    ],
)
def test_the_feeds_date_counts_where_the_pages_data_give_none(site, path, told, expected):
    """And one that is still to come is refused like any other."""
    found = courier().article(entry(site, path, published=told), TODAY)

    assert found.published == expected
    assert any("No date" in each for each in found.warnings) is (expected is None)


def test_the_feeds_date_comes_before_one_that_only_shows(site):
    shown = article(datePublished=None).replace("<h1>", "<p>By Ada Quill</p><h1>")
    shown = shown.replace("</h1>", "</h1><time class='date'>10 March 2024</time>")
    site.answers["/shown"] = page(shown)

    assert courier().article(entry(site, "/shown"), TODAY).published == Published(
        "2024-03-10", "page"
    )
    found = courier().article(entry(site, "/shown", published="2024-03-11"), TODAY)
    assert found.published == Published("2024-03-11", "feed")


@pytest.mark.parametrize(
    "path",
    ["/subscribers", "/sign-in-wall", "/consent-wall", "/robot", "/script-only", "/forbidden"],
)
def test_where_the_page_is_closed_the_feeds_whole_text_is_taken(site, path):
    """Word for word as the feed has it, with the feed's date and author."""
    closed = entry(
        site, path, WHOLE, published="2024-03-12", byline="Ada Quill", title="Bridge <5 t"
    )
    found = courier().article(closed, TODAY)

    assert found.text == "\n\n".join(SENTENCES * 3)
    assert (found.title, found.byline, found.url) == ("Bridge <5 t", "Ada Quill", closed.link)
    assert (found.outlet, found.published) == ("gazette.example", Published("2024-03-12", "feed"))
    assert FROM_FEED in found.warnings


def test_where_robots_txt_forbids_the_page_the_feeds_whole_text_is_taken(site):
    robots(site, "User-agent: *\nDisallow: /bridge")

    assert FROM_FEED in courier().article(entry(site, "/bridge", WHOLE), TODAY).warnings


MARK = '<p>The post <a href="x">Bridge</a> appeared first on <a href="y">Gazette</a>.</p>'


def test_what_a_site_puts_below_every_entry_is_no_part_of_the_text(site):
    found = courier().article(entry(site, "/forbidden", WHOLE + MARK), TODAY)

    assert found.text == "\n\n".join(SENTENCES * 3)


@pytest.mark.parametrize(
    "content",
    [
        "",
        f"<p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p>",
        WHOLE + "<p>And then the mayor […]</p>",
        WHOLE + "<p>And then the mayor…</p>",
        WHOLE + "<p><a href='x'>Read more</a></p>",
        WHOLE + "<p><a href='x'>Continue reading →</a></p>",
        WHOLE + "<p>Sign in to continue reading this article.</p>",
    ],
)
def test_a_part_of_an_article_is_never_taken_for_it(site, content):
    """Then it is said why the page could not be read."""
    with pytest.raises(InputError, match="for subscribers"):
        courier().article(entry(site, "/subscribers", content), TODAY)


@pytest.mark.parametrize("path", ["/soft-404", "/gone-home", "/nowhere", "/"])
def test_what_was_taken_down_is_not_told_by_its_feed(site, path):
    with pytest.raises((ArticleGone, NotFetched)):
        courier().article(entry(site, path, WHOLE), TODAY)


def test_no_entry_leads_into_our_house(site):
    bringer = Courier(Limits())
    for link in (
        "http://127.0.0.1/a",
        "http://169.254.169.254/latest",
        "http://[::1]/a",
        "file:///a",
    ):
        with pytest.raises(NotFetched):
            bringer.article(Entry(link, "A"), TODAY)
    assert site.asked == []
