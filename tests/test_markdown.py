"""Markdown: words of others show as they are, and make nothing."""

from __future__ import annotations

import re
import unicodedata

import pytest
from discord_markdown import of_kind, read, seen
from hypothesis import given
from hypothesis import strategies as st

from bot.chat import markdown

HOSTILE = [
    pytest.param("[Click](https://evil.example)", id="masked link"),
    pytest.param("[Click](<https://evil.example>)", id="masked link without preview"),
    pytest.param("[a [b] c](https://evil.example 'title')", id="nested label"),
    pytest.param("https://evil.example/page", id="bare address"),
    pytest.param("see HTTPS://evil.example", id="capital address"),
    pytest.param("<https://evil.example>", id="address in angle brackets"),
    pytest.param("steam://run/1", id="address of another program"),
    pytest.param("<editor@evil.example>", id="mail address"),
    pytest.param("join discord.gg/abcdef now", id="invitation"),
    pytest.param("discordapp.com/invite/abc", id="older invitation"),
    pytest.param("<@123456789012345678> <@!1> <@&123456789012345678>", id="person and role"),
    pytest.param("<#123456789012345678>", id="channel"),
    pytest.param("</ask:123456789012345678>", id="command"),
    pytest.param("<id:customize> <123456789012345678:browse>", id="part of a server"),
    pytest.param("@everyone and @here", id="everyone"),
    pytest.param("<t:1700000000:R>", id="time"),
    pytest.param("<:smile:123456789012345678> <a:x1:1>", id="emoji of a server"),
    pytest.param(":smile: 10:30:15", id="named emoji"),
    pytest.param("**bold** *italic* __under__ _line_ ~~struck~~", id="type"),
    pytest.param("||spoiler||", id="spoiler"),
    pytest.param("`code` ``more`` ```block```", id="code"),
    pytest.param("# Heading", id="heading"),
    pytest.param("### Heading", id="smaller heading"),
    pytest.param("-# small print", id="small print"),
    pytest.param("- one", id="list"),
    pytest.param("* one", id="list of stars"),
    pytest.param("+ one", id="list of pluses"),
    pytest.param("12. twelve", id="numbered list"),
    pytest.param("1) one", id="numbered list with brackets"),
    pytest.param("> quoted", id="quotation"),
    pytest.param(">>> all that follows", id="quotation to the end"),
    pytest.param("\\*not escaped\\* \\", id="backslashes"),
    pytest.param("¯\\_(ツ)_/¯", id="shrug"),
]


@pytest.mark.parametrize("text", HOSTILE)
def test_words_read_as_they_are_and_make_nothing(text: str) -> None:
    for written in (
        markdown.escape(text),
        markdown.shown(text),
        markdown.escape(text, brackets=False),
    ):
        nodes = read(written)

        assert text == seen(nodes)
        assert {"text"} == {node.kind for node in nodes}


@pytest.mark.parametrize("text", HOSTILE)
def test_words_behind_a_bar_read_as_they_are_and_make_nothing(text: str) -> None:
    [quote] = read(markdown.quoted(text))

    assert ("quote", text) == (quote.kind, seen([quote]))
    assert {"text"} == {node.kind for node in quote.inside}


@pytest.mark.parametrize("text", HOSTILE)
def test_words_before_and_behind_our_link_do_not_reach_it(text: str) -> None:
    ours = markdown.numbered(1, "https://gazette.example/story")
    nodes = read(f"{markdown.shown(text)} {ours} {markdown.shown(text)} [2] {ours}")

    links = of_kind(nodes, "link", "mention", "invitation")
    assert [("[1]", "https://gazette.example/story")] * 2 == [
        (seen([link]), link.target) for link in links
    ]


WORDS = st.text(
    st.one_of(
        st.sampled_from("[]()<>*_~|`\\#->+.@:/!&'\" \n1a"),
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")),
    ),
    max_size=60,
) | st.lists(st.sampled_from([param.values[0] for param in HOSTILE]), max_size=3).map(" ".join)


@given(WORDS)
def test_no_words_make_anything(text: str) -> None:
    nodes = read(markdown.escape(text))

    assert {node.kind for node in nodes} <= {"text", "line"}
    assert visible(text) == visible(seen(nodes))


@given(WORDS, WORDS)
def test_no_words_reach_our_links(before: str, after: str) -> None:
    ours = markdown.numbered(7, "https://gazette.example/story")
    line = f"[3] {markdown.shown(before)} {ours} and {markdown.shown(after)} {ours}"

    links = of_kind(read(line), "link")

    assert ["[7]", "[7]"] == [seen([link]) for link in links]


@given(WORDS, st.integers(8, 40))
def test_a_line_keeps_to_its_length(text: str, most: int) -> None:
    shown = markdown.shown(text, most).strip("\u2068\u2069")

    assert markdown.length(shown) <= most
    assert "\n" not in shown


def visible(text: str) -> str:
    """Return the letters of a text that can be seen, without the space between them."""
    return "".join(
        sign
        for sign in unicodedata.normalize("NFC", re.sub("[\u202d\u202e]", "�", text))
        if unicodedata.category(sign) not in ("Cf", "Zs", "Zl", "Zp", "Cc")
        and not markdown.is_invisible(sign)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("de\u00adclass\u200bified\ufeff", "declassified", id="shows nothing"),
        pytest.param("\u202eyats\u202c", "�yats", id="letters turned round"),
        pytest.param("bell\x07 and \ud800", "bell� and �", id="steers, or is half a character"),
        pytest.param("a\u2028b\r\nc\x85d", "a\nb\nc\nd", id="every end of a line"),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="joiners stay"),
    ],
)
def test_what_cannot_be_seen_is_left_out_or_made_visible(text: str, expected: str) -> None:
    assert expected == markdown.escape(text)


def test_right_to_left_text_is_isolated_and_other_text_is_not() -> None:
    assert "\u2068وكالة رويترز\u2069" == markdown.shown("وكالة رويترز")
    assert "\u2068הארץ 7\u2069" == markdown.shown("הארץ 7")
    assert "Reuters" == markdown.shown("Reuters")


def test_isolation_cannot_be_left_from_inside() -> None:
    assert "\u2068שלום x\u2069" == markdown.shown("שלום\u2069 x")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("abc", 3, id="plain"),
        pytest.param("naïve “—”", 9, id="one unit each"),
        pytest.param("👍", 2, id="two units"),
    ],
)
def test_length_is_counted_as_the_client_counts(text: str, expected: int) -> None:
    assert expected == markdown.length(text) == len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("javascript:alert(1)", id="no address of the web"),
        pytest.param("https://a.example/)evil", id="ends the link"),
        pytest.param("https://a.example/> [x](https://b.example", id="ends the target"),
        pytest.param("https://a.example/a b", id="space"),
        pytest.param("", id="nothing"),
        pytest.param(None, id="none"),
    ],
)
def test_a_number_without_a_usable_address_is_no_link(url: str | None) -> None:
    assert "[4]" == markdown.numbered(4, url)


def test_a_paragraph_each_stands_behind_a_bar() -> None:
    assert "> One.\n> Two." == markdown.quoted("One.\n\n  Two.\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("**a** [b](c)", "**a** [b](c)", id="no markup is read there"),
        pytest.param("a\n b\u200b\u202e", "a b�", id="one line, all of it visible"),
        pytest.param("seven big letters of it", "seven big…", id="cut between words"),
        pytest.param("👍" * 20, "👍" * 5 + "…", id="cut by what the client counts"),
    ],
)
def test_words_in_a_menu_stay_on_one_line_of_a_length(text: str, expected: str) -> None:
    assert expected == markdown.plain(text, 12)
