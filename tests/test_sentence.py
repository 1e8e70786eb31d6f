"""Sentences and paragraphs cover the text, and quotations stay whole."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import sentence

TABLE = [
    pytest.param("One here. Two here.", ["One here.", "Two here."], id="two sentences"),
    pytest.param(
        "“Stop. Go on,” he said. “Now.”", ["“Stop. Go on,” he said.", "“Now.”"], id="curly quotes"
    ),
    pytest.param(
        '"Stop. Go on," he said. "Now."',
        ['"Stop. Go on," he said.', '"Now."'],
        id="straight quotes",
    ),
    pytest.param(
        "''Stop. Go on,'' he said. Then left.",
        ["''Stop. Go on,'' he said.", "Then left."],
        id="two single marks for a double one",
    ),
    pytest.param(
        "It is over.”He did, however, stay.",
        ["It is over.”", "He did, however, stay."],
        id="no space after the quote",
    ),
    pytest.param(
        "Sen. John F. Doe (R-Fla.) met Mr. Roe in the U.S. on Jan. 5. He left.",
        ["Sen. John F. Doe (R-Fla.) met Mr. Roe in the U.S. on Jan. 5.", "He left."],
        id="abbreviations",
    ),
    pytest.param("A line\nand another\n\nThird", ["A line", "and another", "Third"], id="lines"),
    pytest.param("😀 Été passé. Ça va.", ["😀 Été passé.", "Ça va."], id="beyond ASCII"),
    pytest.param("他说。她说。", ["他说。", "她说。"], id="Chinese"),
    pytest.param("", [], id="nothing"),
    pytest.param(" \n\t\n", [], id="white space only"),
    pytest.param(
        'He asked. "Open and never', ["He asked.", '"Open and never'], id="unclosed quote"
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_sentences_are_found_as_a_reader_finds_them(text: str, expected: list[str]) -> None:
    found = [text[span.start : span.end] for span in sentence.split(text)]

    assert expected == found


NEWSPAPER = st.text(alphabet="aB .,!?\"'“”‘’«»「」。\n\u2028é😀Ж()—", max_size=80)


@given(NEWSPAPER | st.text())
def test_sentences_hold_everything_visible_and_never_cross_a_line(text: str) -> None:
    spans = sentence.split(text)
    inside = {place for span in spans for place in range(span.start, span.end)}

    assert all(place in inside for place, sign in enumerate(text) if not sign.isspace())
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(text[span.start : span.end].strip() == text[span.start : span.end] for span in spans)
    assert all("\n" not in text[span.start : span.end] for span in spans)


@given(NEWSPAPER)
def test_directing_the_quotation_marks_keeps_every_offset(text: str) -> None:
    marks = "\"'`“”‘’‟＂″〝〞"

    assert all(a == b or a in marks for a, b in zip(text, sentence.directed(text), strict=True))
