"""A question names a time in many ways; each is read as days, counted from the day of asking."""

from __future__ import annotations

import datetime

import pytest

from index import question as questions
from index.question.when import periods, two_ways, without

# A Thursday.
ASKED = datetime.date(2026, 11, 26)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("what happened today?", "2026-11-26", "2026-11-26"),
        ("what happened yesterday?", "2026-11-25", "2026-11-25"),
        ("what happened last week?", "2026-11-16", "2026-11-22"),
        ("what happened this week?", "2026-11-23", "2026-11-26"),
        ("what happened last month?", "2026-10-01", "2026-10-31"),
        ("what happened last year?", "2025-01-01", "2025-12-31"),
        ("what happened last Friday?", "2026-11-20", "2026-11-20"),
        ("what happened in the past two weeks?", "2026-11-12", "2026-11-26"),
        ("what happened in 2022?", "2022-01-01", "2022-12-31"),
        ("what happened in May?", "2026-05-01", "2026-05-31"),
        ("what happened in December?", "2025-12-01", "2025-12-31"),
        ("what happened in February 2024?", "2024-02-01", "2024-02-29"),
        ("what happened on 6 September?", "2026-09-06", "2026-09-06"),
        ("what happened on September 6th, 2023?", "2023-09-06", "2023-09-06"),
        ("what happened on Dec. 24?", "2025-12-24", "2025-12-24"),
        ("what happened on 2023-09-06?", "2023-09-06", "2023-09-06"),
        ("what happened on 13/09/2023?", "2023-09-13", "2023-09-13"),
        ("what happened since August?", "2026-08-01", None),
        ("what happened until 2020?", None, "2020-12-31"),
        ("what happened between May and July 2023?", "2026-05-01", "2023-07-31"),
        ("what happened from 2020 to 2022?", "2020-01-01", "2022-12-31"),
    ],
)
def test_a_time_is_read_as_days(text, first, last):
    """Both ends are included; an end that the question leaves open stays open."""
    (period,) = periods(text, ASKED)

    assert (first, last) == tuple(day and day.isoformat() for day in (period.first, period.last))


@pytest.mark.parametrize(
    "text",
    [
        "may the march go on?",
        "who won the 2021 draft?",
        "what changed after 9/11?",
        "what happened on 30 February?",
        "is the ferry open 24/7?",
        "did he get 5.5 million?",
    ],
)
def test_what_is_no_time_of_publication_is_left_alone(text):
    """A year in a name, a number, an impossible day: none of them is a time."""
    assert ((), None) == (periods(text, ASKED), two_ways(text, ASKED))


def test_a_day_that_can_be_read_in_two_ways_is_not_guessed():
    """06/09 is the sixth of September or the ninth of June; 13/09 is only the one."""
    unclear = two_ways("what did he say on 06/09?", ASKED)

    assert ("06/09", ["2026-09-06", "2026-06-09"]) == (
        unclear.words,
        [day.isoformat() for day in unclear.readings],
    )
    assert two_ways("what did he say on 06/06?", ASKED) is None


def test_the_words_of_a_time_are_no_topic():
    """What is left is the question without its time."""
    text = "What did Kirby say last week about the deal?"

    assert "What did Kirby say about the deal?" == without(text, periods(text, ASKED))
    read = questions.read(text, {"Kirby"}.__contains__, asked_at=ASKED)
    assert ("the deal", text) == (read.topic, read.text)
    assert ["last week"] == [period.words for period in read.periods]
