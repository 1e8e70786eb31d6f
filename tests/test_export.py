"""Statements in a file: a spreadsheet runs nothing of them, a document shows them as they are."""

from __future__ import annotations

import csv
import io
import re

import pytest
from answers import answer, block, hostile, place
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from newsroom import COPY, FERRY, LATER, desk_of, on_record, record_of

from bot.chat.markdown import is_address
from bot.composing.answer import Answer
from bot.pages import export_csv, export_markdown

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
ROOMY = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow],
)
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    with record_of(tmp_path_factory.mktemp("file"), (FERRY, LATER, COPY)) as record:
        yield record


def rows(shown: Answer) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(export_csv.written(shown), newline="")))


def blocks(shown: Answer) -> list:
    return [each for one in shown.occasions for each in one.blocks]


def test_a_row_holds_what_a_newsroom_needs(record):
    """Words, kind, speaker, role, outlet, date and how it was found, headline, link, place."""
    first = rows(desk_of(record).who("Tolliday", oldest=True))[0]

    assert {
        "number": "1",
        "kind": "reported",
        "speaker": "Maren Tolliday",
        "role": "council leader",
        "outlet": "Harbour Gazette",
        "date": "2024-03-12",
        "date_found": "found in the page’s own data",
        "day_in_text": "on Monday",
        "headline": FERRY.title,
    }.items() <= first.items()
    assert FERRY.text[int(first["start"]) : int(first["end"])] == first["words"]
    assert first["link"].startswith(f"{FERRY.url}#:~:text=")


def test_the_same_words_elsewhere_are_named(record):
    """A statement that stands in two articles is one row, which names the other."""
    [shared] = [row for row in rows(desk_of(record).who("Tolliday")) if row["also_in"]]

    assert shared["headline"] == LATER.title
    assert shared["also_in"].startswith("outlet not given, no date, ")


@ROOMY
@given(hostile())
def test_no_cell_is_a_formula_and_no_word_is_lost(shown):
    """Every cell can be opened in a spreadsheet; taking off one apostrophe gives the words."""
    read = rows(shown)

    assert not any(FORMULA.match(cell) for row in read for cell in row.values())
    assert [each.text for each in blocks(shown)] == [
        export_csv.unguarded(row["words"]) for row in read
    ]


@ROOMY
@given(st.text(st.sampled_from("=+-@'\t\r\n ＝a1"), max_size=6))
def test_a_guarded_cell_can_be_read_back(cell):
    """Whatever a cell begins with, an apostrophe too."""
    assert cell == export_csv.unguarded(export_csv.guarded(cell))
    assert not FORMULA.match(export_csv.guarded(cell))


def rendered(text: str) -> tuple[list[str], list[str]]:
    """Return what stands behind bars, and every address that can be followed."""
    quoted: list[str] = []
    links: list[str] = []
    depth = 0
    for token in MARKDOWN.parse(text):
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if token.type == "inline":
            links += [str(one.attrGet("href")) for one in token.children if one.type == "link_open"]
            if depth:
                quoted.append("".join(one.content for one in token.children))
        assert token.type not in ("html_block", "code_block", "fence", "hr", "table_open")
    return quoted, links


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("@torvalds see #12", r"\@torvalds see \#12"),
        ("write to a@b.example", r"write to a\@b.example"),
        ("GH-12, gh-7 and high-5", r"GH\-12, gh\-7 and high-5"),
        ("# 12", r"\# 12"),
    ],
)
def test_words_call_nobody_and_lead_nowhere(words, written):
    """Signs that programs add to CommonMark are escaped; on the screen all reads as it is."""
    assert written == export_markdown.escaped(words)
    assert words in MARKDOWN.renderInline(export_markdown.escaped(words))


@ROOMY
@given(hostile())
def test_a_document_shows_every_word_and_no_link_but_ours(shown):
    """The words of an article make no markup; the only links are those of the places."""
    quoted, links = rendered(export_markdown.written(shown))
    paragraphs = [line for each in blocks(shown) for line in each.text.split("\n") if line.strip()]
    places = [p for each in blocks(shown) for p in each.places if is_address(p.link)]

    assert [" ".join(line.split()) for line in paragraphs] == quoted
    assert len(places) == len(links)


def test_a_link_of_a_document_opens_the_sentence():
    """The headline of each place leads to its words."""
    shown = answer((block("It was so.", place(1)),))

    assert [place(1).link] == rendered(export_markdown.written(shown))[1]


def test_a_file_holds_every_statement(tmp_path):
    """More than the screen shows are written; a file that cannot be written is told of."""
    data, file = tmp_path / "data", tmp_path / "tolliday.csv"
    with record_of(data, (FERRY, LATER, COPY)):
        pass
    done = on_record("who", "Tolliday", "--data", data, "--most", "1", "--csv", file)
    read = list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig"), newline="")))

    assert (done.returncode, done.stdout) == (0, b"")
    assert 3 == len(read)
    assert f"3 statements of Maren Tolliday: {file}" in done.stderr.decode()

    beside = on_record("who", "Tolliday", "--data", data, "--markdown", "-", "--oldest")
    assert beside.stdout.decode().startswith("# What did Tolliday say?\n")

    lost = on_record("who", "Tolliday", "--data", data, "--csv", tmp_path / "no" / "x.csv")
    assert lost.returncode == 1
    assert "cannot be written" in lost.stderr.decode()


def test_nothing_found_writes_no_file(tmp_path):
    """Who is not on record has no file, and the page says why."""
    data, file = tmp_path / "data", tmp_path / "pellow.md"
    with record_of(data, (FERRY, LATER)):
        pass
    done = on_record("who", "Pellow", "--data", data, "--markdown", file)

    assert done.returncode == 0
    assert not file.exists()
    told = done.stderr.decode()
    assert "Which Pellow?" in told
    assert 'Ask again with the full name: on-record who "' in told
    assert "No file was written." in told
