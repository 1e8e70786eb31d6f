"""A question names a time in many ways; each is read as days, counted from the day of asking."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        ("what happened between May and July 2023?", "2023-05-01", "2023-07-31"),
        ("what happened between January and March 2025?", "2025-01-01", "2025-03-31"),
        ("what happened from May to June 2024?", "2024-05-01", "2024-06-30"),
        ("what happened from December to March 2025?", "2024-12-01", "2025-03-31"),
        ("what happened from December 2024 to March?", "2024-12-01", "2025-03-31"),
        ("what happened between November and March?", "2025-11-01", "2026-03-31"),
        ("what happened between 3 and 5 May 2024?", "2024-05-03", "2024-05-05"),
        ("what happened from 30 April to 5 May 2024?", "2024-04-30", "2024-05-05"),
        ("what happened on 3–5 May?", "2026-05-03", "2026-05-05"),
        ("what happened from 2020 to 2022?", "2020-01-01", "2022-12-31"),
        ("what happened between 2022 and 2020?", "2020-01-01", "2022-12-31"),
        ("what happened since May until July 2024?", "2024-05-01", "2024-07-31"),
        ("what happened after May 2023 and before July 2024?", "2023-06-01", "2024-06-30"),
        ("what happened the day before yesterday?", "2026-11-24", "2026-11-24"),
        ("what happened on the day before 3 May 2024?", "2024-05-02", "2024-05-02"),
        ("what happened the day after 3 May 2024?", "2024-05-04", "2024-05-04"),
        ("what happened the week before last?", "2026-11-09", "2026-11-15"),
        ("what happened the year before last?", "2024-01-01", "2024-12-31"),
        ("what happened before 3 May?", None, "2026-05-02"),
        ("what happened after 3 May?", "2026-05-04", None),
        ("what happened since 3 May?", "2026-05-03", None),
        ("what happened until 3 May?", None, "2026-05-03"),
        ("what happened by 3 May?", None, "2026-05-03"),
        ("what happened before May 2024?", None, "2024-04-30"),
        ("what happened after 2020?", "2021-01-01", None),
        ("what happened in the spring of 2025?", "2025-03-01", "2025-05-31"),
        ("what happened in Summer 2024?", "2024-06-01", "2024-08-31"),
        ("what happened in autumn 2024?", "2024-09-01", "2024-11-30"),
        ("what happened in the fall of 2024?", "2024-09-01", "2024-11-30"),
        ("what happened in the winter of 2023?", "2023-12-01", "2024-02-29"),
        ("what happened in the winter of 2026?", "2025-12-01", "2026-02-28"),
        ("what happened last summer?", "2026-06-01", "2026-08-31"),
        ("what happened last autumn?", "2025-09-01", "2025-11-30"),
        ("what happened last winter?", "2025-12-01", "2026-02-28"),
        ("show me the news from 2024", "2024-01-01", "2024-12-31"),
        ("articles from May to June 2024", "2024-05-01", "2024-06-30"),
    ],
)
def test_a_time_is_read_as_days(text, first, last):
    """Both ends are included; an end that the question leaves open stays open."""
    (period,) = periods(text, ASKED)

    assert (first, last) == tuple(day and day.isoformat() for day in (period.first, period.last))


TIMES = (
    "January", "March 2025", "29 February", "29 February 2024", "3", "5 May", "30 April 2023",
    "2020", "1900", "2099", "last week", "yesterday", "the day before yesterday", "Friday",
    "last Friday", "past 999 years", "the spring of 2025", "last winter", "this weekend",
    "06/09", "13/09/2023", "2024-02-29",
)  # fmt: skip
BESIDE = (
    "between", "from", "to", "and", "until", "since", "before", "after", "the day before", "in",
    "-", "–", ",", "of", "by",
)  # fmt: skip


@given(
    st.lists(st.one_of(st.sampled_from((*TIMES, *BESIDE)), st.text(max_size=5)), max_size=9),
    st.dates(datetime.date(2000, 1, 1), datetime.date(2100, 12, 31)),
)
def test_no_time_ends_before_it_begins(parts, asked_at):
    """Whatever is asked, and whenever; and the words of a period stand in the question."""
    text = " ".join(parts)
    for period in periods(text, asked_at):
        assert not (period.first and period.last) or period.first <= period.last
        assert period.words == text[period.start : period.end]


def test_a_year_is_that_of_both_times_beside_it():
    """Two months with “and” between them are two times of one year."""
    named = periods("what happened in May and in July 2024?", ASKED)

    assert ["2024-05-01", "2024-07-01"] == [each.first.isoformat() for each in named]


@pytest.mark.parametrize(
    "text",
    [
        "may the march go on?",
        "who won the 2021 draft?",
        "what did Roe say on the 2016 caucuses?",
        "what changed after 9/11?",
        "what happened on 30 February?",
        "is the ferry open 24/7?",
        "did he get 5.5 million?",
        "what did the fall of the wall change?",
        "do eels leave in the spring?",
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


def test_the_day_before_yesterday_is_no_topic():
    """Nor is a season, with its year."""
    for time in ("the day before yesterday", "in the spring of 2025", "between May and July 2024"):
        read = questions.read(
            f"What did Kirby say {time} about the deal?", {"Kirby"}.__contains__, asked_at=ASKED
        )
        assert ("the deal", [time]) == (read.topic, [each.words for each in read.periods])


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("What happened in July 2024?", True),
        ("July 2024", True),
        ("What was in the news last week?", True),
        ("show me articles from May 2024", True),
        ("What articles do we have from 2023?", True),
        ("Anything since May?", True),
        ("What happened?", False),
        ("What happened to the ferry in July 2024?", False),
        ("Who won in July 2024?", False),
        ("What changed in July 2024?", False),
        ("When was July 2024 rainy?", False),
        ("What did Kirby say in July 2024?", False),
    ],
)
def test_a_question_for_a_time_and_nothing_else(text, only):
    """Whatever is from then is meant; a thing or a person beside it is another question."""
    read = questions.read(text, {"Kirby"}.__contains__, asked_at=ASKED)

    assert only == questions.asks_only_for_a_time(read)


def test_a_time_that_follows_a_question_is_no_question_for_itself():
    """After "how many berths are there?", "and in 2024?" is for the berths of 2024."""
    for text, only in (("And in 2024?", False), ("2024-05-03", False), ("News from 2024?", True)):
        read = questions.read(
            text, set().__contains__, ["How many berths are there?"], asked_at=ASKED
        )
        assert only == questions.asks_only_for_a_time(read)
