"""Which figures answer a question."""

from __future__ import annotations

import pytest

from index.search.figures import asked_figures, value


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The line was more than a mile long.", True),
        ("The line was 400 metres long.", True),
        ("They waited for half an hour.", True),
        ("It took two and a half years.", True),
        ("Buses leave every eight minutes.", False),
        ("The limit is 30 miles an hour.", False),
        ("The limit is 30 miles per hour.", False),
        ("It carries 14,000 cars a day.", False),
    ],
)
def test_a_length_is_no_rate(sentence, expected):
    """How often a bus goes, and how fast, is not how long something is."""
    found = asked_figures("How long is the line?").search(sentence)

    assert (found is not None) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("six", "6"), ("sixth", "6"), ("6th", "6"), ("6", "6"), ("one", "one"), ("bell", "bell")],
)
def test_a_number_in_words_has_the_value_of_its_figure(word, expected):
    """But for “one”, which may be somebody."""
    assert value(word) == expected
