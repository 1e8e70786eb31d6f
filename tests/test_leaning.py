"""Which sentences say nothing without the one before them."""

from __future__ import annotations

import pytest

from index.search.leaning import leans
from index.search.times import times
from index.search.who import asked_about, tells_who


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


@pytest.mark.parametrize("word", ["a" * 3_000, "a-" * 1_500, "A" * 3_000])
def test_a_word_without_end_holds_nothing_up(word):
    """Each rule reads a text once, however long a word in it is."""
    assert not leans(f"{word} {word}")
    assert not tells_who(f"{word}, {word}", "Ada Roe")
    assert asked_about(f"What is {word} a?") is None
    assert list(times(f"will {word} {word}", "When will it open?")) == []
