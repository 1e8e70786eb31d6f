"""Pasted articles, in many layouts, become what a reader would call the article."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Draft, from_markdown
from index.errors import NoArticleText
from index.intake import read

PASTES = Path(__file__).parent / "data" / "pastes"
SHARED = Path(__file__).parents[2] / "shared" / "articles"
TODAY = datetime.date(2026, 11, 22)
BODY = (
    "The mayor of Altmark has closed the old bridge, the town hall said on Monday.\n\n"
    "“It will not last another winter,” the mayor, Jutta Kern, told reporters on the bank.\n\n"
    "The hauliers’ guild called the closure of the bridge a mistake and asked for a ferry.\n"
)


def read_paste(text: str, name: str = "paste.txt") -> Draft:
    return read(name, text.encode(), TODAY)


@pytest.mark.parametrize("paste", sorted(PASTES.glob("*.txt")), ids=lambda paste: paste.stem)
def test_paste_becomes_the_article_beside_it(paste: Path) -> None:
    """Title, outlet, byline, link, date and body are those of the expected article."""
    expected = from_markdown(paste.with_suffix(".expected.md").read_text("utf-8"))

    draft = read(paste.name, paste.read_bytes(), TODAY)

    assert replace(expected, added_from=paste.name) == replace(draft, warnings=())


@pytest.mark.parametrize("name", ["broadsheet", "wire_story", "agency_page", "local_paper"])
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="Windows breaks"),
        pytest.param(lambda text: text.replace("\n\n", "\n\n\n\n"), id="wide gaps"),
        pytest.param(lambda text: re.sub(r"(?m)^(?=.)", "    ", text), id="indented"),
        pytest.param(lambda text: re.sub(r"(?m)$", "\u00a0 ", text), id="blanks at the ends"),
        pytest.param(lambda text: f"\ufeff{text}\n\n\n", id="mark and gap"),
    ],
)
def test_white_space_of_a_paste_does_not_matter(name: str, change: Callable[[str], str]) -> None:
    """The same page pasted by another program gives the same draft."""
    text = (PASTES / f"{name}.txt").read_text("utf-8")

    assert read_paste(text) == read_paste(change(text))


def shared_paste(start: str) -> Draft:
    found = sorted(SHARED.glob(f"{start}*.txt"))
    if not found:
        pytest.skip(f"the pasted article {start} is not beside this checkout")
    return read(found[0].name, found[0].read_bytes(), TODAY)


def test_pasted_page_with_a_link_is_read() -> None:
    """Outlet is the link's host, captions and the invitation to comment are gone, no date."""
    draft = shared_paste("000")

    assert "theaustralian.com.au" == draft.outlet
    assert draft.url is not None
    assert draft.url.startswith("https://www.theaustralian.com.au/business/")
    assert draft.title.startswith("Russia again turns")
    assert (None, None) == (draft.byline, draft.published)
    assert 13 == len(draft.text.split("\n\n"))
    for furniture in ("Picture:", "NewsBite", "Original URL", "Register", "related topics"):
        assert furniture not in draft.text


def test_pasted_page_without_link_or_year_is_read() -> None:
    """The author stands on the first line; "September 6th" without a year dates nothing."""
    draft = shared_paste("004")

    assert "Bridget Ryder" == draft.byline
    assert draft.title.startswith("Russia Resupplying")
    assert (None, None, None) == (draft.outlet, draft.url, draft.published)
    assert 8 == len(draft.text.split("\n\n"))
    for furniture in ("minute read", "Greece", "Swedish", "Read Next", "She has written"):
        assert furniture not in draft.text


@pytest.mark.parametrize(
    ("head", "title", "byline"),
    [
        pytest.param("Bridge closed for good", "Bridge closed for good", None, id="title alone"),
        pytest.param(
            "Bridge closed for good\n\nBy Ann Lee", "Bridge closed for good", "Ann Lee", id="by"
        ),
        pytest.param(
            "Bridge Down for Good by Ann Lee",
            "Bridge Down for Good",
            "Ann Lee",
            id="title by author",
        ),
        pytest.param(
            "Old bridge closed by Jutta Kern",
            "Old bridge closed by Jutta Kern",
            None,
            id="passive is no byline",
        ),
        pytest.param(
            "NEWS\n\nBridge closed for good\n\nBy Ann Lee and Bo Ek, Altmark Post staff",
            "Bridge closed for good",
            "Ann Lee and Bo Ek",
            id="two authors and their outlet",
        ),
        pytest.param(
            "Bridge closed for good\n\nBridge closed for good\n\nAnn Lee\n4 August 2023",
            "Bridge closed for good",
            "Ann Lee",
            id="title twice, bare byline above the date",
        ),
        pytest.param(
            "# Bridge closed for good\n\n*", "Bridge closed for good", None, id="Markdown heading"
        ),
        pytest.param(
            "Will the old bridge be closed?\n\nVon Ann Lee",
            "Will the old bridge be closed?",
            "Ann Lee",
            id="question as a headline",
        ),
    ],
)
def test_headline_and_author_are_told(head: str, title: str, byline: str | None) -> None:
    """Headline and author come from the lines above the text, and no word of the text is lost."""
    draft = read_paste(f"{head}\n\n{BODY}")

    assert (title, byline, BODY.strip()) == (draft.title, draft.byline, draft.text)


@pytest.mark.parametrize(
    ("paste", "url"),
    [
        (f"Bridge closed\n\n{BODY}\nOriginal URL: https://a.example/b", "https://a.example/b"),
        (f"Bridge closed\n\n{BODY}\nLogoutOriginal URL: https://a.example", "https://a.example"),
        (f"Bridge closed\n\n{BODY}\nSource: https://a.example/b.", "https://a.example/b"),
        (f"https://a.example/b\n\nBridge closed\n\n{BODY}", "https://a.example/b"),
        (f"Bridge closed\n\nhttps://a.example/b\n\n{BODY}", "https://a.example/b"),
        (f"Bridge closed\n\n{BODY}\n<https://a.example/b?id=1>", "https://a.example/b?id=1"),
        (f"Bridge closed\n\n{BODY}\nhttps://a.example/b#:~:text=x", "https://a.example/b"),
        (f"Bridge closed\n\n{BODY}\nhttps://a.example/", None),
        (f"Bridge closed\n\n{BODY}\nhttps://twitter.com/intent/tweet?text=x", None),
        (f"Bridge closed\n\n{BODY}\nhttps://a.example/bridge.jpg", None),
    ],
)
def test_link_is_the_articles_own(paste: str, url: str | None) -> None:
    """A labelled address, else one alone above or below the text; no front page, no picture."""
    draft = read_paste(paste)

    assert url == draft.url
    if url:
        assert BODY.strip() == draft.text.removeprefix("Logout\n\n").removesuffix("\n\nLogout")


def test_address_amid_the_text_belongs_to_it() -> None:
    """A post or a letter that the article shows keeps its address."""
    first, *rest = BODY.strip().split("\n\n")

    draft = read_paste("\n\n".join(["Bridge closed", first, "https://a.example/post/1", *rest]))

    assert draft.url is None
    assert "https://a.example/post/1" in draft.text


@pytest.mark.parametrize(
    ("lines", "outlet"),
    [
        pytest.param("© 2023 Altmark Post. All rights reserved.", "Altmark Post", id="copyright"),
        pytest.param("Copyright 2023 The Associated Press.", None, id="agency's copyright"),
        pytest.param("The old bridge. Picture: AFP", None, id="picture credit"),
        pytest.param("(Reporting by Ann Lee; Editing by Bo Ek)", None, id="wire credit"),
        pytest.param(
            "https://www.altmark.example/a/old-bridge-closed-for-good",
            "altmark.example",
            id="host of the link",
        ),
        pytest.param(
            "© 2023 Altmark Media LLC\nhttps://altmark.example/a/b", "altmark.example", id="company"
        ),
        pytest.param(
            "© 2023 Altmark Post\nhttps://www.altmarkpost.example/a/b",
            "Altmark Post",
            id="name that the host spells",
        ),
    ],
)
def test_outlet_is_never_an_agency(lines: str, outlet: str | None) -> None:
    """The outlet is what the page calls itself, or its host; never who lent a picture."""
    draft = read_paste(f"Old bridge closed for good\n\n{BODY}\n{lines}\n")

    assert (outlet, BODY.strip()) == (draft.outlet, draft.text)


@pytest.mark.parametrize(
    "line",
    [
        "“Share the load,” she said.",
        "A: No.",
        "Home is where the bridge is.",
        "Print the leaflets, said the guild, and print them in red ink.",
        "Sign up for the draft began in Altmark, “and nobody came”, the army said.",
        "By Monday the river had risen again.",
        "Read more books, the minister told the children of Altmark.",
        "The ferry (photo by the door) sank.",
        "1. The bridge. 2. The ferry.",
        "10:31",
        "Comments were few.",
        "Advertisement is not what the guild calls it, its spokesman said.",
        "Ask for Related: it is the name of a ferry in the harbour.",
    ],
)
def test_words_of_the_article_are_kept(line: str) -> None:
    """A line that only begins like furniture stays where it was."""
    first, *rest = BODY.strip().split("\n\n")
    expected = "\n\n".join([first, line, *rest])

    draft = read_paste(f"Old bridge closed for good\n\n{expected}\n")

    assert expected == draft.text


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "Share this article",
        "Share on Facebook",
        "3 minute read",
        "Reading time: 4 minutes",
        "Read more: Ferry sinks",
        "Related: Ferry sinks in the harbour",
        "RELATED ARTICLES: Ferry sinks",
        "Sign up for our daily newsletter",
        "Get the news in your inbox every morning",
        "Already a subscriber? Sign in",
        "We use cookies to improve your experience on our site.",
        "12 comments",
        "Photo by Bo Ek",
        "The bridge on Monday. (Bo Ek/Altmark Post via AP Photo)",
        "The bridge on Monday. Photograph: Bo Ek/Reuters",
        "(AP Photo/Bo Ek)",
        "Image source, Getty Images",
        "* * *",
        "Follow us on Twitter",
        "Story continues below advertisement",
    ],
)
def test_furniture_is_left_out(line: str) -> None:
    """A line that is all button, notice or caption is not the article's."""
    first, *rest = BODY.strip().split("\n\n")

    draft = read_paste("\n\n".join(["Old bridge closed for good", first, line, *rest]))

    assert BODY.strip() == draft.text


def test_caption_printed_twice_is_left_out_and_a_refrain_is_not() -> None:
    """Two equal lines by themselves are a picture's; among the lines of a stanza they are verse."""
    first, *rest = BODY.strip().split("\n\n")
    refrain = "Row, row, they said,\nRow, row, they said,\nand the river rose."

    draft = read_paste(
        "\n\n".join(["Old bridge closed", first, "The bridge\nThe bridge", refrain, *rest])
    )

    assert "\n\n".join([first, refrain, *rest]) == draft.text


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        pytest.param(f"Bridge closed\n\n{BODY}", "No date was found.", id="no date"),
        pytest.param(f"Bridge closed\n\n{BODY}", "Very short: 46 words.", id="short"),
        pytest.param(
            f"Bridge closed\n\n{BODY}\nSubscribe to continue reading",
            "Looks like a sign-in page: the rest of the article may be missing.",
            id="wall",
        ),
        pytest.param(
            f"Bridge closed\n\nWe use cookies. Manage your cookies and preferences\n\n{BODY}",
            "Looks like a cookie notice: the article itself may be missing.",
            id="cookies",
        ),
        pytest.param(
            BODY,
            "No headline was found: the first words stand in for it.",
            id="no headline",
        ),
        pytest.param(
            f"Bridge closed\n\n06/09/2022\n\n{BODY}",
            "“06/09/2022” can be read in two ways and was not taken as the date.",
            id="ambiguous date",
        ),
        pytest.param(
            f"Bridge closed\n\n23 November 2026\n\n{BODY}",
            "The date 2026-11-23 lies in the future and was not used.",
            id="future date",
        ),
    ],
)
def test_doubts_are_told(text: str, warning: str) -> None:
    """What a reader should know before trusting the draft is among its warnings."""
    assert warning in read_paste(text).warnings


@pytest.mark.parametrize(
    "text",
    ["Old bridge closed", "https://altmark.example/a/b", "Share\nTweet\nSign in\nMenu", "\ufeff\n"],
)
def test_no_article_is_an_error(text: str) -> None:
    """Headlines and buttons alone are refused with what to do."""
    with pytest.raises(NoArticleText, match="Copy the"):
        read_paste(text)


LINES = st.lists(
    st.one_of(
        st.text("ab “”’.,\t\u00a0éЖ漢", max_size=60),
        st.sampled_from(
            ["", "Share", "Read Next", "By Ann Lee", "4 August 2023", "Picture: AFP", "Comments"]
        ),
        st.sampled_from(BODY.split("\n")),
    ),
    max_size=30,
)


@given(LINES)
def test_cleaned_lines_stand_in_the_paste_in_their_order(lines: list[str]) -> None:
    """Words are never changed: every line of the text is a line of the paste, order kept."""
    try:
        draft = read_paste("\n".join(["Old bridge closed for good", *lines, *BODY.split("\n")]))
    except NoArticleText:
        return

    rest = "".join("".join(lines + BODY.split("\n")).split())
    for line in filter(None, draft.text.split("\n")):
        _, found, rest = rest.partition("".join(line.split()))
        assert found, line
    assert draft.text == draft.text.strip()
    assert "\n\n\n" not in draft.text
