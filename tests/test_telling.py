"""Whether what is asked for stands near the words that ask."""

from __future__ import annotations

import pytest

from index.question import Question
from index.search.telling import tells_itself
from index.search.wanted import wanted


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The queen closed parliament at the wish of Bo Doe, the new prime minister of the day,"
            " on September 10.",
            True,
        ),
        (
            "The queen closed parliament at the wish of Bo Doe and of all of the members of the new"
            " party that he had led since September 10.",
            False,
        ),
    ],
)
def test_what_is_inserted_between_two_commas_parts_nothing(sentence, expected):
    """Who somebody is stands between what was done and its day; another clause does part them."""
    text = "When was parliament closed?"

    assert (
        tells_itself(wanted(Question(text, "fact", None, text, text)), sentence, text) == expected
    )
