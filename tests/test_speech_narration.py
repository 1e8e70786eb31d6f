"""What the writer tells around somebody's words is none of them."""

from __future__ import annotations

import pytest

from index import speech


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "A memo from the then treasurer, Jack Doe, leaked in May, complained of “a slow pace”.",
            ["“a slow pace”"],
            id="document",
        ),
        pytest.param(
            "Mr Doe went further: the mayor, he said, had “declared war on us”.",
            ["the mayor", "had", "“declared war on us”"],
            id="colon",
        ),
        pytest.param(
            "Her view is plain: the quay is unsafe, Ann Roe said.",
            ["the quay is unsafe"],
            id="clause before a colon",
        ),
    ],
)
def test_narration_is_not_said(text, words):
    """Neither the document that the words stand in, nor how the writer leads to them."""
    [one] = speech.find(text)

    assert words == [text[said.start : said.end] for said in one.said]
