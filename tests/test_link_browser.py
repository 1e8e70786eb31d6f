"""In a real browser the link opens at its sentence and marks that sentence alone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from browser import WRONG, Page, Seen, look, opened, served
from discord_opens import as_opened

from bot.linking.link import deep_link


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One browser for all; where none is installed the tests are skipped, but never in CI."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not (chromium and driver):
        missing = "no chromium with chromedriver here (Debian: chromium chromium-driver)"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    with opened(chromium, driver, tmp_path_factory.mktemp("browser")) as window:
        yield window


@pytest.fixture
def serve() -> Iterator[Callable[[Page], str]]:
    with served() as add:
        yield add


HARBOUR = (
    "The harbour board met on Monday and heard three reports about the pier.",
    "The old pier is not safe for lorries. The board will close it in May. Lorries must use the "
    "north road until the work is done and the new pier has been tried with a full load.",
    "Nobody spoke against the plan.",
)
CASES = [
    pytest.param(HARBOUR, "The board will close it in May.", 0, id="short, within a paragraph"),
    pytest.param(
        ("One. Late in May half(ish) of 50% of the boats (all!) came; *no one* (sank). Two.",),
        "Late in May half(ish) of 50% of the boats (all!) came; *no one* (sank).",
        0,
        id="characters that Discord breaks",
    ),
    pytest.param(
        HARBOUR,
        "Lorries must use the north road until the work is done and the new pier has been tried "
        "with a full load.",
        0,
        id="long, over several lines",
    ),
    pytest.param(
        (
            "The ferry is late, the captain said. The ferry is late, the mayor said. "
            "The ferry is late, the captain said again.",
        ),
        "The ferry is late, the captain said",
        0,
        id="longer ones begin alike",
    ),
    pytest.param(
        ("First she spoke. We will not pay for it. Then he spoke. We will not pay for it. Both.",),
        "We will not pay for it.",
        1,
        id="the second of two equal sentences",
    ),
    pytest.param(
        ("We will not pay for it.", "An hour passed.", "We will not pay for it."),
        "We will not pay for it.",
        1,
        id="the second of two equal paragraphs",
    ),
    pytest.param(
        ("All is well-being. The poor and so-called half-way house - well-known - was re-opened.",),
        "The poor and so-called half-way house - well-known - was re-opened.",
        0,
        id="hyphens",
    ),
    pytest.param(
        ("Boats, nets, ropes, oars, sails, and lamps, all of them wet, were sold. Then, rain.",),
        "Boats, nets, ropes, oars, sails, and lamps, all of them wet, were sold.",
        0,
        id="commas",
    ),
    pytest.param(
        ("He nodded. “We heard ‘no’ from everyone, and that’s that,” said Ms Orr. “Go on.”",),
        "“We heard ‘no’ from everyone, and that’s that,” said Ms Orr.",
        0,
        id="curly quotation marks",
    ),
    pytest.param(
        ("He nodded. It's the port's money, and we don't owe anyone a penny of it, he's sure.",),
        "It's the port's money, and we don't owe anyone a penny of it, he's sure.",
        0,
        id="straight apostrophes",
    ),
    pytest.param(
        ("A line. It isn't ours.",), "It isn't ours.", 0, id="a short one with an apostrophe"
    ),
    pytest.param(
        ('One. "We saw it," she said & left; "and it\'s gone." Two.',),
        '"We saw it," she said & left; "and it\'s gone."',
        0,
        id="straight quotation marks and an ampersand",
    ),
    pytest.param(
        ("Le résumé est là. Élise n’a rien dit à l’été, selon le préfet déçu de la côte. Fin.",),
        "Élise n’a rien dit à l’été, selon le préfet déçu de la côte.",
        0,
        id="accents",
    ),
    pytest.param(
        ("Her resume is here. Her résumé is here. Both are.",),
        "Her résumé is here.",
        0,
        id="an accent is the only difference",
    ),
    pytest.param(
        ("Совет собрался. Порт закроют в мае, заявил мэр города на заседании совета. Конец.",),
        "Порт закроют в мае, заявил мэр города на заседании совета.",
        0,
        id="Cyrillic",
    ),
    pytest.param(
        ("港口今天开会。市长表示，港口将于五月关闭，渡轮改走北岸，直到工程完成。没有人反对。",),
        "市长表示，港口将于五月关闭，渡轮改走北岸，直到工程完成。",
        0,
        id="Chinese",
    ),
    pytest.param(
        ("会議が開かれた。市長は「港は五月に閉鎖される」と述べ、北の道を使うよう求めた。以上。",),
        "市長は「港は五月に閉鎖される」と述べ、北の道を使うよう求めた。",
        0,
        id="Japanese",
    ),
    pytest.param(
        ("اجتمع المجلس. قال رئيس البلدية إن الميناء سيغلق في مايو حتى ينتهي العمل كله. انتهى.",),
        "قال رئيس البلدية إن الميناء سيغلق في مايو حتى ينتهي العمل كله.",
        0,
        id="Arabic",
    ),
    pytest.param(
        ("बैठक हुई। मेयर ने कहा कि बंदरगाह मई में बंद होगा और सड़क खुली रहेगी। समाप्त।",),
        "मेयर ने कहा कि बंदरगाह मई में बंद होगा और सड़क खुली रहेगी।",
        0,
        id="Hindi",
    ),
    pytest.param(
        (
            'It met. The <a href="/x">harbour board</a> said on <em>Monday</em> that the <b>old'
            "</b> pier will <i>not</i> be used by <a href='/y'>any lorry</a>. It rose.",
        ),
        "The harbour board said on Monday that the old pier will not be used by any lorry.",
        0,
        id="across links and emphasis",
    ),
    pytest.param(
        ("“It is shut.”He did not say when it would open to the boats of the town. Rain fell.",),
        "He did not say when it would open to the boats of the town.",
        0,
        id="no space after the quotation before",
    ),
    pytest.param(
        ("It is shut.He did not say when it would open. Rain fell.",),
        "He did not say when it would open.",
        0,
        id="no space after the full stop before",
    ),
    pytest.param(
        ("Rain fell. Nobody knew the hour.", "Next, the sun came."),
        "Nobody knew the hour.",
        0,
        id="last of its paragraph",
    ),
    pytest.param(
        ("Voilà. Le port\u00a0: «\u00a0Nous fermons à 10\u00a0heures\u00a0», dit-il. Fin.",),
        "Le port\u00a0: «\u00a0Nous fermons à 10\u00a0heures\u00a0», dit-il.",
        0,
        id="spaces that do not break",
    ),
    pytest.param(
        ("The U.S. rose. U.S. officials at 10:30 a.m. put the cost at $3,000.50, no more. End.",),
        "U.S. officials at 10:30 a.m. put the cost at $3,000.50, no more.",
        0,
        id="points and commas inside words",
    ),
    pytest.param(
        ("It met.", "The board agreed on one thing.", "It will close the pier. It rose."),
        "The board agreed on one thing.\n\nIt will close the pier.",
        0,
        id="over two paragraphs",
    ),
    pytest.param(
        ("The harbour board met on Monday. It heard reports.",),
        "The harbour board met on Monday.",
        0,
        id="the headline has the same words",
    ),
]


@pytest.mark.parametrize(("paragraphs", "sentence", "which"), CASES)
def test_the_sentence_and_nothing_else_is_marked(
    browser: Any,
    serve: Callable[[Page], str],
    paragraphs: tuple[str, ...],
    sentence: str,
    which: int,
) -> None:
    """The mark covers every line from the first letter to the last, and the page has moved."""
    page = Page(paragraphs, headline="The harbour board met on Monday to talk")
    start = page.place(sentence, which)
    end = start + len(sentence)
    link = deep_link(serve(page), page.text(), start, end, page.headline) or ""

    seen = look(browser, link, page.text(), start, end)

    assert ":~:text=" in link
    assert seen.lines, link
    assert all(seen.lines + seen.ends), link
    assert seen.outside == 0, link
    assert seen.scrolled > 0, link


def test_the_address_that_discord_makes_of_it_marks_the_same(
    browser: Any, serve: Callable[[Page], str]
) -> None:
    """Hyphens, quotation marks, accents and other letters come out of their escapes there."""
    sentence = "“All in all ‘so’, half-way & \"hâte\" — д港 can't, won't” [it is_so ~ x] ended."
    page = Page((f"One {sentence} Two.",))
    start = page.place(sentence)
    end = start + len(sentence)
    link = deep_link(serve(page), page.text(), start, end) or ""

    seen = look(browser, as_opened(link), page.text(), start, end)

    assert as_opened(link) != link
    assert (seen.lines, seen.ends, seen.outside) == ([True], [True, True], 0)


def test_where_discord_breaks_the_beginning_the_mark_is_shorter(
    browser: Any, serve: Callable[[Page], str]
) -> None:
    """It begins with the first words that can be sent, and ends with the sentence."""
    page = Page(("((Orr)) One. ((Orr)) We do not pay for it. ((Orr)) Two.",))
    start = page.place("((Orr)) We do not pay for it.")
    end = start + len("((Orr)) We do not pay for it.")
    link = deep_link(serve(page), page.text(), start, end) or ""

    seen = look(browser, link, page.text(), start, end)

    assert (seen.lines, seen.ends, seen.outside) == ([True], [False, True], 0)


@pytest.mark.parametrize("fragment", ["", f"#:~:text={WRONG}"], ids=["plain", "wrong"])
def test_without_its_words_nothing_is_marked(
    browser: Any, serve: Callable[[Page], str], fragment: str
) -> None:
    """The control: a plain or a wrong link opens the page at its top, without a mark."""
    page = Page(HARBOUR)
    start = page.place("The board will close it in May.")

    seen = look(browser, serve(page) + fragment, page.text(), start, start + 31)

    assert seen == Seen([False], [False, False], outside=0, scrolled=0)
