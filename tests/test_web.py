"""A link becomes a good article, or one sentence says why not."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

import pytest
from hostile_server import HostileServer, hostile_server
from news_site import ANSWERS, REFUSED, SENTENCES
from newsroom import on_record, printed

from index.article import Draft, Published
from index.errors import InputError
from index.intake.fetch import Fetcher, Limits
from index.intake.web import read_link, unwrapped

TODAY = datetime.date(2026, 11, 22)
FETCHER = Fetcher(Limits(allow_loopback=True), resolver=lambda host, port: ["127.0.0.1"])


@pytest.fixture(scope="module")
def site() -> Iterator[HostileServer]:
    with hostile_server(ANSWERS) as running:
        yield running


def read(site: HostileServer, path: str) -> Draft:
    return read_link(site.link(path, "gazette.example"), FETCHER, TODAY)


def test_a_link_becomes_an_article(site):
    """Headline, text, outlet, date and author as the page gives them, and no trace of a file."""
    found = read(site, "/bridge")

    assert found.title == "Council closes the old bridge"
    assert found.text.split("\n\n") == list(SENTENCES * 3)
    assert (found.outlet, found.byline) == ("The Harbour Gazette", "Ada Quill")
    assert found.published == Published("2024-03-12", "metadata")
    assert (found.added_from, found.warnings) == (None, ())


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/bridge", "https://www.gazette.example/bridge?utm_source=x#top"),
        ("/moved", "https://www.gazette.example/bridge?utm_source=x#top"),
        ("/amp/bridge", "https://gazette.example/bridge"),
        ("/stolen", None),
        ("/home-canonical", None),
        ("/plain-gzip", None),
    ],
)
def test_an_address_is_the_pages_own_within_its_site(site, path, address):
    """That a page is a great newspaper's is not believed of it."""
    assert read(site, path).url == (address or site.link(path, "gazette.example"))


def test_nothing_is_fetched_but_what_a_person_asks_for(site):
    """No twin, next page, picture, frame or feed that a page names, and no robots.txt either."""
    site.asked.clear()

    assert read(site, "/tempting").title == "Council closes the old bridge"
    assert [head.split(" ")[1] for head in site.asked] == ["/tempting"]


def test_what_is_on_record_is_not_looked_at_again(site, tmp_path):
    """Asking, listing, making the index again and checking fetch nothing."""
    link = site.link("/plain-gzip")
    settings = {"ON_RECORD_ALLOW_LOOPBACK": "true"}
    assert on_record("add", "--data", tmp_path, link, **settings).returncode == 0
    site.asked.clear()

    for command in (("ask", "what did Brook say?"), ("articles",), ("rebuild",), ("check",)):
        assert on_record(*command, "--data", tmp_path, **settings).returncode == 0
    assert site.asked == []


@pytest.mark.parametrize("path", ["/latin", "/latin-unsaid", "/latin-lie"])
def test_accents_are_read_whatever_the_server_says(site, path):
    assert "said Adélaïde Brück, the mayor" in read(site, path).text


@pytest.mark.parametrize("path", ["/utf-8-lie", "/no-kind", "/text"])
def test_an_article_is_read_whatever_the_server_calls_it(site, path):
    found = read(site, path)

    assert found.title == "Council closes the old bridge"
    assert "“Nobody will drive over it again,” said Ada Brook, the mayor." in found.text


@pytest.mark.parametrize(("path", "sentence"), REFUSED)
def test_what_is_no_article_is_said_to_be_none(site, path, sentence):
    with pytest.raises(InputError, match=re.escape(sentence)) as told:
        read(site, path)
    assert str(told.value).endswith(".")


def test_a_whole_article_for_subscribers_is_taken_with_a_note(site):
    assert any("for subscribers" in one for one in read(site, "/subscribers-whole").warnings)


@pytest.mark.parametrize(
    ("link", "within"),
    [
        ("https://www.google.com/amp/s/www.a.example/b", "https://www.a.example/b"),
        ("https://www-a-example.cdn.ampproject.org/c/s/a.example/b/c", "https://a.example/b/c"),
        ("https://a-example.cdn.ampproject.org/v/a.example/b?x=1", "http://a.example/b?x=1"),
        ("https://www.google.com/url?q=https://a.example/b&sa=D", "https://a.example/b"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fb&h=1", "https://a.example/b"),
        ("https://www.google.com/url?q=file:///etc", "https://www.google.com/url?q=file:///etc"),
        ("https://a.example/amp/s/b.example/c", "https://a.example/amp/s/b.example/c"),
    ],
)
def test_a_link_within_a_link_is_found(link, within):
    assert unwrapped(link) == within


def test_links_are_added_in_the_terminal(site, tmp_path):
    """What was read is on record; what was refused left nothing; what is known is not fetched."""
    links = [site.link(path) for path in ("/plain-gzip", "/sign-in-wall", "/nowhere")]
    first = on_record("add", "--data", tmp_path, "--json", *links, ON_RECORD_ALLOW_LOOPBACK="true")
    site.asked.clear()
    again = on_record("add", "--data", tmp_path, "--json", f"{links[0]}?utm_source=mail#top")

    told = printed(first)
    assert first.returncode == 1
    assert [one["url"] for one in told["added"]] == links[:1]
    assert ["sign-in wall" in told["failed"][0]["error"], "404" in told["failed"][1]["error"]] == [
        True,
        True,
    ]
    assert len(list((tmp_path / "corpus" / "house").iterdir())) == 1
    assert [one["url"] for one in printed(again)["known"]] == links[:1]
    assert site.asked == []


def test_this_machine_is_closed_without_the_tests_setting(site, tmp_path):
    done = on_record("add", "--data", tmp_path, site.link("/bridge"))

    assert done.returncode == 1
    assert "asks for port" in " ".join(done.stdout.decode().split())
