"""A saved page gives its article, and what its own data say of it."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from index.article import Draft, Published, from_markdown
from index.intake import read

PAGES = Path(__file__).parent / "data" / "pages"
TODAY = datetime.date(2026, 11, 22)
TEXT = (
    "<p>The mayor of Altmark has closed the old bridge, the town hall said on Monday.</p>"
    "<p>“It will not last another winter,” the mayor, Jutta Kern, told reporters.</p>"
    "<p>The hauliers’ guild called the closure of the bridge a mistake and wants a ferry.</p>"
)


def read_page(head: str = "", above: str = "", name: str = "page.html") -> Draft:
    page = f"<html><head>{head}</head><body>{above}<article>{TEXT}</article></body></html>"
    return read(name, page.encode(), TODAY)


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.html")), ids=lambda page: page.stem)
def test_page_becomes_the_article_beside_it(page: Path) -> None:
    """Title, outlet, byline, link, date and body are those of the expected article."""
    expected = from_markdown(page.with_suffix(".expected.md").read_text("utf-8"))

    draft = read(page.name, page.read_bytes(), TODAY)

    assert replace(expected, added_from=page.name) == replace(draft, warnings=())


def test_paragraphs_are_parted_by_one_empty_line() -> None:
    """Three paragraphs of the page are three of the text."""
    assert 3 == len(read_page().text.split("\n\n"))


@pytest.mark.parametrize(
    ("head", "above", "title"),
    [
        pytest.param("<title>Bridge closed | Altmark Post</title>", "", "Bridge closed", id="bar"),
        pytest.param("<title>Bridge closed - Altmark Post</title>", "", "Bridge closed", id="dash"),
        pytest.param(
            "<title>Altmark Post: x</title>", "<h1>Bridge closed</h1>", "Bridge closed", id="h1"
        ),
        pytest.param(
            "<title>Bridge closed – mayor blamed</title>",
            "",
            "Bridge closed – mayor blamed",
            id="own",
        ),
        pytest.param(
            '<meta property="og:title" content="Bridge closed &amp; barred | Altmark Post">',
            "",
            "Bridge closed & barred",
            id="og:title",
        ),
        pytest.param(
            '<script type="application/ld+json">'
            '{"@type":"NewsArticle","headline":"Mayor&#8217;s bridge closed"}</script>',
            "<h1>Altmark Post</h1>",
            "Mayor’s bridge closed",
            id="JSON-LD",
        ),
        pytest.param(
            '<meta property="og:title" content="Mayor closes bridge – Altmark Post">',
            "<h1>Guilds protest as old bridge is closed</h1>",
            "Guilds protest as old bridge is closed",
            id="worded anew for sharing",
        ),
        pytest.param(
            '<meta property="og:title" content="Old bridge closed">',
            "<h1>Weather and traffic today</h1>",
            "Old bridge closed",
            id="a heading on something else",
        ),
        pytest.param(
            '<meta property="og:title" content="Old bridge closed">',
            "<h1><span>Exclusive</span> Old bridge closed</h1>",
            "Old bridge closed",
            id="a kicker in the heading",
        ),
        pytest.param(
            "<title>Old bridge is closed, guilds protest | News from all of Altmark</title>",
            "<h1>News from all of Altmark</h1>",
            "Old bridge is closed, guilds protest",
            id="the site's name as heading",
        ),
        pytest.param(
            '<meta property="og:title" content="Altmark Post hires a new reader">',
            "<h1>Altmark Post hires a new reader</h1><h1>More of Altmark</h1>",
            "Altmark Post hires a new reader",
            id="the outlet in the headline",
        ),
    ],
)
def test_title_is_the_headline_without_the_outlet(head: str, above: str, title: str) -> None:
    """The outlet's name behind the headline is dropped, a dash of the headline is not."""
    site = '<meta property="og:site_name" content="Altmark Post">'

    assert title == read_page(site + head, above).title


@pytest.mark.parametrize(
    ("head", "above", "published"),
    [
        pytest.param("", "", None, id="none"),
        pytest.param(
            '<meta property="article:published_time" content="2023-08-04T10:31:00+01:00">',
            "",
            Published("2023-08-04", "metadata"),
            id="meta",
        ),
        pytest.param(
            '<script type="application/ld+json">[{"@type":"NewsArticle","headline":"a",'
            '"datePublished":"2023-08-04"}]</script>',
            "",
            Published("2023-08-04", "metadata"),
            id="JSON-LD",
        ),
        pytest.param(
            "", "<p>Published on 4 August 2023</p>", Published("2023-08-04", "page"), id="shown"
        ),
        pytest.param(
            "",
            '<time itemprop="datePublished" datetime="2023-08-04T08:00Z">4 Aug</time>',
            Published("2023-08-04", "page"),
            id="marked",
        ),
        pytest.param(
            "",
            "<p class='date'>1 May 2020</p><h1>Bridge</h1><p class='updated date'>6 August 2023</p>"
            "<p class='story-timestamp'>4 August 2023, 6:02 pm</p><p class='date'>5 May 2021</p>",
            Published("2023-08-04", "page"),
            id="below the headline",
        ),
        pytest.param(
            '<meta property="article:published_time" content="2031-08-04">', "", None, id="future"
        ),
        pytest.param("", "<p>Published on 22 November 2026</p>", None, id="today's date shown"),
        pytest.param(
            '<meta name="date" content="0001-01-01T00:00:00Z">', "", None, id="a template's zero"
        ),
        pytest.param("", "<p>© 2026 Altmark Post</p>", None, id="copyright"),
        pytest.param(
            '<link rel="canonical" href="https://www.nytimes.com/a"><meta property='
            '"article:published_time" content="1850-08-04"><meta name="date" content="2023-08-04">',
            "",
            Published("2023-08-04", "metadata"),
            id="before the outlet's first issue",
        ),
        pytest.param(
            '<script type="application/ld+json">{"@type":"NewsArticle","headline":"a",'
            '"datePublished":"1998-08-04","publisher":{"@type":"Organization",'
            '"foundingDate":"2001"}}</script>',
            "",
            None,
            id="before the founding that the page states",
        ),
        pytest.param(
            '<meta property="article:published_time" content="1970-01-01T00:00:00+00:00">',
            "",
            None,
            id="a computer's day nought",
        ),
    ],
)
def test_date_is_the_pages_own_and_never_the_day_of_saving(
    head: str, above: str, published: Published | None
) -> None:
    """Metadata are believed first; what is future, or only shows today's date, is not."""
    assert published == read_page(head, above).published


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ('<meta property="og:site_name" content="Altmark Post">', "Altmark Post"),
        ('<link rel="canonical" href="https://www.altmark.example/a">', "altmark.example"),
        (
            '<meta property="og:site_name" content="@altmarkpost">'
            '<script type="application/ld+json">{"@type":"NewsArticle","publisher":'
            '{"@type":"Organization","name":"Altmark Post"}}</script>',
            "Altmark Post",
        ),
        ("", None),
    ],
)
def test_outlet_is_what_readers_call_it(head: str, outlet: str | None) -> None:
    """The site's name, its publisher's where the first is a handle, else the host."""
    assert outlet == read_page(head).outlet


def test_page_saved_by_a_browser_keeps_its_address() -> None:
    """Browsers write where a page was saved from."""
    page = f"<!-- saved from url=(0031)https://altmark.example/a/b -->\n<html><body>{TEXT}</body>"

    assert "https://altmark.example/a/b" == read("a.htm", page.encode(), TODAY).url


def test_page_for_subscribers_is_told() -> None:
    """What the page itself says of its wall is passed on."""
    head = (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge",'
        '"isAccessibleForFree":false}</script>'
    )

    assert any("for subscribers" in warning for warning in read_page(head).warnings)


def test_page_without_a_telling_name_is_known_by_its_first_tag() -> None:
    """A page on standard input is read as a page."""
    page = f"<!DOCTYPE html><html><body>{TEXT}</body></html>"

    assert 3 == len(read("standard input", page.encode(), TODAY).text.split("\n\n"))


ADA, BELA = "<a href='/author/ada-quill'>Ada Quill</a>", "<a href='/by/bela'>Bela Roe</a>"


@pytest.mark.parametrize(
    ("above", "byline"),
    [
        pytest.param(f"<h1>Bridge</h1><div>By {ADA}</div>", "Ada Quill", id="a link to her page"),
        pytest.param(
            f"<h1>Bridge</h1><div>{ADA} and {BELA}</div>", "Ada Quill, Bela Roe", id="two"
        ),
        pytest.param(
            f"<ul><li>Trending: {BELA}</li></ul><h1>Bridge</h1><p>By {ADA}</p>",
            "Ada Quill",
            id="another article's author in the menu",
        ),
        pytest.param(
            f"<h1>Bridge</h1><div class='x'><p><span>{ADA}</span></p></div>"
            f"<div><div><div><div><p>{BELA}</p></div></div></div></div>",
            "Ada Quill",
            id="another article's author below",
        ),
        pytest.param(
            "<h1>Bridge</h1><div class='Page-authorName'>By Ada Quill, Staff Writer</div>",
            "Ada Quill",
            id="an element of that name",
        ),
        pytest.param(
            "<meta name='author' content='Condé Nast'>"
            "<meta property='article:author' content='Ada Quill, MS, RDN, Altmark Post'>"
            "<meta property='og:site_name' content='Altmark Post Online'><h1>Bridge</h1>",
            "Ada Quill",
            id="degrees and the outlet behind the name",
        ),
        pytest.param(
            f"<h1>Bridge</h1><div>By {ADA} <a href='/author/ada'>View More Articles</a></div>",
            "Ada Quill",
            id="a button beside the name",
        ),
        pytest.param("<h1>Bridge</h1><a href='/author/admin'>admin</a>", None, id="no person"),
        pytest.param("<h1>Bridge</h1><a href='/author/x'>More stories</a>", None, id="no name"),
    ],
)
def test_the_author_is_who_stands_below_the_headline(above: str, byline: str | None) -> None:
    """Where the page's own data name nobody."""
    assert read_page(above=above).byline == byline
