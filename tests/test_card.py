"""Cards: what is said of articles, of the bot's state and of what it keeps."""

from __future__ import annotations

from dataclasses import replace

import answers
import pytest
from discord_markdown import every, of_kind, read, seen
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.chat import card
from bot.chat.markdown import LIMIT, length
from index.article import Article, Published
from index.database import StoredArticle
from index.record import Added
from index.state import Forgotten

FERRY = Article(
    "a" * 10,
    "Council leader rules out a ferry terminal",
    "Words that no card shows.",
    outlet="Harbour Gazette",
    byline="Ida Marwick",
    url="https://gazette.example/ferry",
    published=Published("2024-03-12", "metadata"),
)


def stored(article: Article = FERRY) -> StoredArticle:
    return StoredArticle(article, "house", 812, 5, 9, "hash", "file.md", 0, 0)


def test_an_added_article_is_shown_with_what_to_look_at() -> None:
    shown = card.added(
        Added(FERRY, False, stored()),
        ["Looks like a sign-in page: the rest of the article may be missing."],
        "Everyone in this server will find this.",
    )

    assert (
        "**Added: Council leader rules out a ferry terminal**\n"
        "Harbour Gazette · 12 March 2024 (found in the page’s own data)\n"
        "by Ida Marwick\n"
        "<https://gazette.example/ferry>\n"
        "812 words, 9 statements\n"
        "Note: Looks like a sign-in page: the rest of the article may be missing.\n"
        "-# Everyone in this server will find this."
    ) == shown


def test_an_article_that_was_known_is_not_warned_of_again() -> None:
    shown = card.added(Added(FERRY, True, stored()), ["No date was found."])

    assert shown.startswith("**Already on record: Council leader")
    assert "Note" not in shown


def test_an_article_that_waits_says_so_and_what_is_missing_is_said() -> None:
    bare = replace(FERRY, outlet=None, byline=None, url=None, published=None, added_from="p.txt")

    assert (
        "outlet not given · no date\n"
        "no link on record; added from p.txt\n"
        "It waits to be read, and is found as soon as it has been."
    ) == card.added(Added(bare, False, None)).partition("\n")[2]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param("https://a.example/b_(c)", "<https://a.example/b_%28c%29>", id="brackets"),
        pytest.param("javascript:alert(1)", "no link on record", id="no address of the web"),
        pytest.param(
            "https://a.example/" + "x" * 600, "its link is too long for Discord", id="too long"
        ),
    ],
)
def test_a_link_is_shown_where_it_can_be(url: str, expected: str) -> None:
    assert expected in card.article(stored(replace(FERRY, url=url))).split("\n")


def test_details_of_an_article_never_show_its_text() -> None:
    shown = card.article(stored())

    assert "-# id aaaaaaaaaa" in shown
    assert "Words that no card shows" not in shown


def test_removing_says_how_much_goes() -> None:
    assert "812 words, 9 statements go with it" in card.confirm_removal(stored())
    assert "812 words, 9 statements went with it" in card.removed(stored())


def test_a_list_shows_outlet_and_date_and_is_divided_between_articles() -> None:
    first, *others = card.listing([stored()] * 60, waiting=2)

    assert first.startswith(
        "**60 articles on record**\n"
        "- Council leader rules out a ferry terminal\n"
        "  Harbour Gazette · 12 March 2024 · 9 statements\n"
    )
    assert all(each.startswith("- Council") for each in others)
    assert 60 == sum(each.count("Harbour Gazette") for each in (first, *others))
    assert others[-1].endswith("-# 2 articles still to be read.")


def test_an_empty_list_says_what_to_do() -> None:
    assert ("No articles yet. Add one: /article add",) == card.listing([])
    assert ("No article with “ferry” here. Add one: /article add",) == card.listing([], "ferry")


@settings(deadline=None)
@example(f"{answers.HOSTILE[0]} :smile: {answers.HOSTILE[0]}", "A", None)
@given(answers.names, answers.names, st.none() | answers.names)
def test_whatever_an_article_is_called_its_cards_fit_and_make_nothing(
    title: str, outlet: str, origin: str | None
) -> None:
    article = replace(FERRY, title=title, outlet=outlet, byline=outlet, added_from=origin, url=None)
    shown = [
        card.added(Added(article, False, stored(article)), [title], outlet and "All find this."),
        card.article(stored(article)),
        card.removed(stored(article)),
        card.confirm_removal(stored(article)),
        *card.listing([stored(article)] * 9, title),
        card.status([(title, outlet)] * 3, [title]),
    ]

    for each in shown:
        nodes = read(each)
        assert length(each) <= LIMIT
        assert {node.kind for node in every(nodes)} <= {"text", "line", "strong", "small", "item"}


def test_status_names_what_is_wrong() -> None:
    assert "articles: 13\nAll is well." in card.status([("articles", "13")])
    assert "Problem: Chroma is damaged." in card.status([], ["Chroma is damaged."])


def test_privacy_says_what_is_kept_and_for_how_long() -> None:
    shown = card.privacy(14)

    assert length(shown) <= LIMIT
    assert "After 14 days it is deleted." in shown
    assert "{" not in shown


def test_help_names_every_command() -> None:
    shown = card.help_text()

    assert length(shown) <= LIMIT
    for command in (
        "/ask",
        "/who",
        "/article",
        "/status",
        "/privacy",
        "/setup",
        "Add to On Record",
        "Check against the record",
    ):
        assert command in seen(read(shown))
    assert not of_kind(read(shown), "mention", "link")


@pytest.mark.parametrize(
    ("much", "expected"),
    [
        pytest.param(Forgotten(0, 0), "There was nothing of yours to delete.", id="nothing"),
        pytest.param(Forgotten(2, 1, pages=3), "Deleted: 2 answers, 1 report.", id="some"),
        pytest.param(
            Forgotten(0, 0, pages=3), "Deleted: the pages of answers that you", id="pages alone"
        ),
    ],
)
def test_deleting_says_how_much_went(much: Forgotten, expected: str) -> None:
    assert card.forgotten(much).startswith(expected)
