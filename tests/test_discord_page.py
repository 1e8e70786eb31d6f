"""The page that looks like Discord shows what was sent, and nothing else."""

from __future__ import annotations

import html
import re

import pytest
from discord_markdown import read
from discord_page import Button, Sent, markup, page, rows_of

from bot.chat.markdown import shown


def test_every_word_of_a_message_is_on_the_page() -> None:
    content = "**Who?**\n> “It is <b> & done,” he said.\nquoted in [[1]](<https://a.example/x>)"

    text = html.unescape(re.sub(r"<[^>]+>", " ", page([Sent(content, used="/ask")])))

    for words in ("Who?", "“It is <b> & done,” he said.", "quoted in", "[1]", "used", "/ask"):
        assert words in text


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param("a\nb", "a<br>b", id="lines"),
        pytest.param("a\n\n> b", "a<br><br><blockquote>b</blockquote>", id="line above a bar"),
        pytest.param("a\n> b\nc", "a<blockquote>b</blockquote>c", id="bar between lines"),
        pytest.param("-# a", "<small>a</small>", id="small print"),
        pytest.param("[[1]](<https://a.b>)", '<a href="https://a.b">[1]</a>', id="link"),
        pytest.param(shown("<@1> *a*"), "&lt;@1&gt; *a*", id="words of others"),
    ],
)
def test_markup_is_drawn_as_the_client_reads_it(content: str, expected: str) -> None:
    assert expected == markup(read(content))


def test_buttons_are_read_from_what_went_over_the_wire() -> None:
    row = {
        "type": 1,
        "components": [
            {"type": 2, "style": 2, "label": "Show in context", "custom_id": "x"},
            {"type": 2, "style": 5, "label": "Open [1]", "url": "https://a.b"},
        ],
    }

    assert ((Button("Show in context", 2), Button("Open [1]", 5)),) == rows_of([row])
    assert "Open [1]<svg" in page([Sent("x", rows_of([row]))])


def test_what_only_one_person_sees_is_marked() -> None:
    assert "Only you can see this" in page([Sent("x", ephemeral=True)])
    assert "Only you can see this" not in page([Sent("x")])
