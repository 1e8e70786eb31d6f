"""Which sentences say nothing without the one before them."""

from __future__ import annotations

import pytest

from index.search.leaning import leans


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It carries 14,000 vehicles a day.", True),
        ("In 2022 it had 61,000 visitors.", True),
        ("Last week she resigned.", True),
        ("After the fire, it was closed.", True),
        ("The board would do so in May.", True),
        ("“We saved the law, but we had to cut out its heart to do so,” she said.", False),
        ("The bridge carries 14,000 vehicles a day.", False),
        ("On Monday the mayor said it was closed.", False),
        ("In the end Roe and he won.", False),
    ],
)
def test_what_opens_with_a_pronoun_leans(sentence, expected):
    """Also behind a time or a place."""
    assert leans(sentence) == expected
