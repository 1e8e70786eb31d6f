"""The bytes of a feed become entries; what is none is said to be none."""

from __future__ import annotations

import contextlib
import socket

import pytest
from feed_site import DAY, FIRST, WHOLE, atom, atom_entry, encoded, item, json_feed, rss

from index.errors import NotAFeed
from index.intake import apart
from index.intake.feed import Alternate, Alternates, Entry, Feed, read
from index.intake.feed.values import LONGEST_CONTENT, MOST_ENTRIES

AT = "https://gazette.example/feeds/all.xml"


def feed(text: str | bytes, address: str = AT) -> Feed:
    found = read(text.encode() if isinstance(text, str) else text, address)
    assert isinstance(found, Feed)
    return found


def test_rss_is_read():
    """Newest first; the title without its tags, the whole text apart from the summary."""
    author = "<dc:creator>Ada Quill</dc:creator>"
    more = f"<description>In short.</description>{encoded(WHOLE)}{author}"
    found = feed(
        rss(
            item("https://gazette.example/a", "Fish &amp; <b>chips</b>", more=more),
            item("https://gazette.example/b", day=1),
        )
    )

    assert found.title == "Harbour Gazette"
    assert [each.link for each in found.entries] == [
        "https://gazette.example/b",
        "https://gazette.example/a",
    ]
    assert found.entries[1] == Entry(
        link="https://gazette.example/a",
        title="Fish & chips",
        published="2024-03-12",
        moment=FIRST,
        byline="Ada Quill",
        content=WHOLE,
    )


def test_a_summary_is_never_the_text():
    short = f"<description>{WHOLE}</description>".replace("<p>", "&lt;p&gt;")

    assert feed(rss(item("https://a.example/a", more=short))).entries[0].content == ""
    twice = f"<dc:description>In short.</dc:description>{short}"
    told = rss(item("https://a.example/a", more=twice)).replace(
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" ', ""
    )
    assert feed(told).entries[0].content == ""
    summary = atom(atom_entry("/a", more="<summary>In short.</summary>"))
    assert feed(summary).entries[0].content == ""
    assert feed(json_feed([{"url": "/a", "summary": "In short."}])).entries[0].content == ""


def test_atom_is_read():
    """The day of publication, where it was written, and not that of the last change."""
    content = f'<content type="html"><![CDATA[{WHOLE}]]></content>'
    [entry] = feed(atom(atom_entry("/news/a", "Of the bridge", content))).entries

    assert (entry.link, entry.title) == ("https://gazette.example/news/a", "Of the bridge")
    assert (entry.published, entry.byline) == ("2024-03-12", "Ada Quill")
    assert entry.content == WHOLE


def test_json_feed_is_read():
    found = feed(
        json_feed(
            [
                {
                    "url": "../a",
                    "title": "Of the bridge",
                    "date_published": "2024-03-12T08:00:00Z",
                    "authors": [{"name": "Ada Quill"}, {"name": "Edda Pellow"}],
                    "content_text": "One.\n\nTwo < three.",
                },
                {"external_url": "https://b.example/b", "content_html": WHOLE},
                "no item",
            ]
        )
    )

    assert found.entries == (
        Entry(
            "https://gazette.example/a",
            "Of the bridge",
            "2024-03-12",
            FIRST,
            "Ada Quill, Edda Pellow",
            "<p>One.</p><p>Two &lt; three.</p>",
        ),
        Entry("https://b.example/b", "", content=WHOLE),
    )


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("Tue, 12 Mar 2024 23:30:00 -0500", "2024-03-12"),
        ("2024-03-12", "2024-03-12"),
        ("2024-03-12T00:30:00+13:00", "2024-03-12"),
        ("12 Mar 2024 08:00 GMT", "2024-03-12"),
        ("2024", None),
        ("2024-03", None),
        ("yesterday", None),
        ("2024-02-31", None),
        ("", None),
    ],
)
def test_a_date_is_the_day_that_the_feed_writes(date, day):
    """No part of it is made up: a year alone is no day."""
    told = rss(f"<item><link>https://a.example/a</link><pubDate>{date}</pubDate></item>")

    assert feed(told).entries[0].published == day


def test_a_date_that_every_entry_has_is_the_feeds_own():
    """It is the moment at which the feed was made, and says nothing of the articles."""
    found = feed(rss(*(item(f"https://a.example/{n}") for n in range(3))))

    assert {each.published for each in found.entries} == {None}


def test_an_entry_without_a_link_has_none():
    [entry] = feed(rss(item("", "No link"))).entries

    assert (entry.link, entry.title) == ("", "No link")


def test_a_permanent_guid_is_a_link_and_a_counter_of_clicks_is_not():
    guid = '<guid isPermaLink="true">https://a.example/g</guid>'
    counted = (
        '<feedburner:origLink xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">'
        "https://a.example/real</feedburner:origLink>"
    )
    found = feed(rss(item("", more=guid), item("https://counter.example/x", more=counted)))

    assert [each.link for each in found.entries] == [
        "https://a.example/g",
        "https://a.example/real",
    ]


def test_old_forms_are_read():
    """RSS 1.0, with the date of Dublin Core, and a feed in an old encoding."""
    rdf = (
        '<?xml version="1.0" encoding="iso-8859-1"?><rdf:RDF '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://purl.org/rss/1.0/">'
        "<channel><title>Gazette Brück</title></channel><item><title>A</title>"
        "<link>https://a.example/a</link><dc:date>2024-03-12T08:00:00Z</dc:date></item></rdf:RDF>"
    )
    found = feed(rdf.encode("iso-8859-1"))

    assert (found.title, found.entries[0].published) == ("Gazette Brück", "2024-03-12")


def test_a_broken_feed_is_read_as_far_as_it_goes():
    told = rss(item("https://a.example/a"), item("https://a.example/b")).partition("<pubDate>")[0]

    assert [each.link for each in feed(told).entries] == ["https://a.example/a"]


def test_of_a_long_feed_the_newest_are_looked_at():
    items = (item(f"https://a.example/{n}", day=n) for n in range(MOST_ENTRIES + 50))
    found = feed(rss(*items))

    assert len(found.entries) == MOST_ENTRIES
    assert found.entries[0].moment == FIRST + (MOST_ENTRIES + 49) * DAY


def test_a_text_that_is_longer_than_any_article_is_left_out_and_not_cut():
    huge = encoded("<p>word word word word</p>" * (LONGEST_CONTENT // 25))

    assert feed(rss(item("https://a.example/a", more=huge))).entries[0].content == ""


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty"),
        (b"  \n ", "is empty"),
        (b"just words", "no feed"),
        (b"\x89PNG\r\n\x1a\n" + bytes(300), "no feed"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no feed"),
        (b"{broken", "JSON and is broken"),
        (b"[1, 2]", "no JSON Feed"),
        (b'{"items": []}', "no JSON Feed"),
        (b"[" * 100_000, "JSON and is broken"),
        (b"<!doctype html><html><body>Hello</body></html>", "names no feed"),
        (rss("<x/>" * 100_000).encode(), "more than 100,000 tags"),
        (b"/etc/passwd", "no feed"),
        (b"http://127.0.0.1/feed", "no feed"),
    ],
)
def test_what_is_no_feed_is_said_to_be_none(data, sentence):
    """Bytes that are the name of a file or an address open nothing."""
    with pytest.raises(NotAFeed, match=sentence):
        read(data, AT)


def test_a_feed_without_entries_is_a_feed():
    assert feed(rss()) == Feed("Harbour Gazette", ())


@pytest.mark.parametrize("opening", ["<!doctype html>", "<!-- ours -->", "<?xml version='1.0'?>"])
def test_a_page_names_its_feeds(opening):
    """Those of comments last, each once, what is no feed not at all."""
    html = (
        f"{opening}<html><head>"
        '<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">'
        '<link rel="Alternate" type="application/rss+xml" title="All news" href="/feed">'
        '<link rel="alternate" type="application/atom+xml" href="atom.xml">'
        '<link rel="alternate" type="application/rss+xml" title="All news" href="/feed">'
        '<link rel="alternate" type="text/html" hreflang="de" href="/de">'
        '<link rel="stylesheet" type="text/css" href="/style"></head><body>x</body></html>'
    )

    assert read(html.encode(), "https://gazette.example/news/") == Alternates(
        (
            Alternate("https://gazette.example/feed", "All news"),
            Alternate("https://gazette.example/news/atom.xml", ""),
            Alternate("https://gazette.example/comments/feed", "Comments"),
        )
    )


LAUGHS = (
    '<!DOCTYPE rss [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>"
)
BLOWN = f'<!DOCTYPE rss [<!ENTITY a "{"x" * 100_000}">]>'
OUTSIDE = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("head", "name"), [(LAUGHS, "&j;"), (BLOWN, "&a;" * 5_000), (OUTSIDE, "&a;")]
)
def test_an_xml_bomb_costs_nothing(head, name):
    """Entities within entities, one used many times, and one that is a file of ours."""
    bomb = rss(item("https://a.example/a", "TITLE"), head=head).replace("TITLE", f"Bang {name}")

    try:
        found = apart.read_feed(bomb.encode(), AT, None)
    except NotAFeed:
        return
    assert isinstance(found, Feed)
    assert len(found.entries[0].title) < 20_000
    assert socket.gethostname() not in found.entries[0].title


def test_a_feed_that_is_nested_without_end_is_survived():
    """The worker lives, or is replaced: the next feed is read."""
    for deep in (
        rss(item("https://a.example/a", more="<x>" * 8_000)),
        rss(item("https://a.example/a", more=encoded("<div>" * 90_000))),
        '{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 200_000,
    ):
        with contextlib.suppress(NotAFeed):
            apart.read_feed(deep.encode(), AT, None)
    assert apart.read_feed(rss().encode(), AT, None) == Feed("Harbour Gazette", ())


def test_hostile_titles_stay_words():
    title = "@everyone [x](https://evil.example) \u202egnp.exe <script>alert(1)</script> ```"
    told = json_feed([{"url": "/a", "title": title}])

    assert feed(told).entries[0].title == title
