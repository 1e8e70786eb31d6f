"""A page fits its terminal and cannot be steered by what an article says."""

from __future__ import annotations

import io

import pytest
from newsroom import FERRY, desk_of, record_of
from rich.console import Console

from bot.pages import page, terminal
from bot.pages.page import harmless
from index.article import Draft


@pytest.fixture(scope="module")
def answer(tmp_path_factory):
    with record_of(tmp_path_factory.mktemp("data"), [FERRY]) as record:
        yield desk_of(record).ask("What did Tolliday say about the ferry terminal?")


def shown(answer, width: int = 80, addresses: bool = False, **terminal_kind: bool) -> str:
    written = io.StringIO()
    console = Console(file=written, width=width, highlight=False, markup=False, **terminal_kind)
    page.show(terminal.page(answer, addresses), console)
    return written.getvalue()


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_page(answer, width):
    """Words are wrapped at the terminal's width, and at 80 columns at most; addresses are not."""
    lines = [line for line in shown(answer, width).splitlines() if "https://" not in line]

    assert max(map(len, lines)) <= min(80, width)


def test_a_terminal_gets_links_and_a_pipe_gets_none(answer):
    """On a real terminal each number is a link to its sentence; a plain pipe gets plain words."""
    link = answer.blocks[0].places[0].link

    assert "\x1b]8;id=" in shown(answer, force_terminal=True)
    assert link in shown(answer, force_terminal=True)
    assert "\x1b" not in shown(answer)


def test_addresses_are_printed_on_demand(answer):
    """``--links`` prints each address whole, on a line of its own."""
    link = answer.blocks[0].places[0].link

    assert f"    [1] {link}\n" in shown(answer, addresses=True)
    assert link not in shown(answer)


def test_no_color_keeps_the_words(answer, monkeypatch):
    """With NO_COLOR set the same words are shown."""
    plain = shown(answer)
    monkeypatch.setenv("NO_COLOR", "1")

    assert plain == shown(answer)


def test_an_article_cannot_steer_the_terminal(tmp_path):
    """Escape sequences and signs that turn the reading direction are made visible."""
    evil = Draft(
        title="A \x1b[31mred\u202e title",
        text="“Clear the \x1b[2Jscreen\u202e now,” said Ada Quill, the harbour master.",
        outlet="Evil \x07 Times",
    )
    with record_of(tmp_path, [evil]) as record:
        page_shown = shown(desk_of(record).ask("What did Quill say?"))

    assert "said Ada Quill" in page_shown
    assert not {"\x1b", "\x07", "\u202e"} & set(page_shown)


def test_wide_scripts_are_wrapped_by_their_width():
    """A Chinese character takes two columns."""
    written = io.StringIO()
    console = Console(file=written, width=80, highlight=False)
    page.show([page.line("他说这份协议违反了决议。" * 10, terminal.BAR, terminal.BAR)], console)

    assert all(len(line) <= 4 + 38 for line in written.getvalue().splitlines())


def test_harmless_leaves_words_alone():
    """Accents, quotes, emoji and other scripts are not touched."""
    text = "“Élan” — naïve 👍 Привет 你好 مرحبا"

    assert text == harmless(text)
