"""When something was or will be is told in many ways."""

from __future__ import annotations

import pytest

from index.search.times import times


def told(sentence: str, question: str = "When was it?") -> list[str]:
    """Return the words of a sentence that tell a time."""
    return [sentence[slice(*each)] for each in times(sentence, question)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It was built in 1931.", ["1931"]),
        ("It opened on Monday.", ["Monday"]),
        ("It opened two weeks ago.", ["two weeks ago"]),
        ("It opens at the end of the season.", ["at the end of"]),
        ("Police were called at 6:15 a.m.", ["at 6:15 a.m"]),
        ("It opens in early spring.", ["in early spring"]),
        ("It has 310 beds.", []),
        ("It will open when it is dry.", []),
        ("It was closed for 21 days.", []),
    ],
)
def test_a_time_is_found(sentence, expected):
    """A day, a year, an hour, a season, or how long ago it was."""
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It will stay closed for 21 days.", ["for 21 days"]),
        ("It is to open in three weeks.", ["in three weeks"]),
        ("It will open in the coming weeks.", ["in the coming weeks"]),
        ("It will open when no new case has been found.", ["when no"]),
        ("The limit remains in force until the bridge is open.", ["until the bridge"]),
        ("It opened when she came.", []),
        ("The ward has room for 21 people.", []),
        ("The grass is cut once a week.", []),
    ],
)
def test_what_must_come_first_tells_when_something_will_be(sentence, expected):
    """So does how long the rest lasts; what was, was at no such time."""
    assert told(sentence, "When will it open?") == expected
    assert told(sentence, "When did it open?") == []
