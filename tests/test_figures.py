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
    [
        ("six", "6"),
        ("sixth", "6"),
        ("6th", "6"),
        ("6", "6"),
        ("one", "one"),
        ("bell", "bell"),
        ("400m", "400"),
    ],
)
def test_a_number_in_words_has_the_value_of_its_figure(word, expected):
    """But for “one”, which may be somebody."""
    assert value(word) == expected


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("How many were there?", "Twenty people came.", True),
        ("How many were there?", "There were 1,300.", True),
        ("How many were there?", "It began at 19:00 on 10 September 2020.", False),
        ("How many were there?", "It began at 6.15 am on September 10.", False),
        ("How many were there?", "Ada Roe, 49, came.", False),
        ("How old was she?", "She died at the age of 99.", True),
        ("How old was she?", "She was 91.", True),
        ("How old are they?", "They range in age from 21 to 78.", True),
        ("How often is it held?", "It is held every other year.", True),
        ("How often does it go?", "It goes twice a day.", True),
        ("How often does it go?", "It has 40 seats.", False),
        ("What share of it is gone?", "About 31% of it is gone.", True),
        ("What share of it is gone?", "About 60 per cent of it is gone.", True),
        ("What share of it is gone?", "About 31 of them are gone.", False),
        ("How long did it take?", "It flew at 161 km/h.", False),
    ],
)
def test_a_figure_is_of_the_kind_that_is_asked_for(question, sentence, expected):
    """A time of the day, a date and an age count nothing."""
    assert (asked_figures(question).search(sentence) is not None) == expected


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("What proportion of voters agree?", "More than 6 in 10 voters agree.", True),
        (
            "What is the minimum share of the vote to earn a seat?",
            "It takes 15% to earn one.",
            True,
        ),
        ("What is the minimum share of the vote to earn a seat?", "It costs £500.", False),
        ("What share agree?", "A third agree.", True),
        ("How big is her lead in the poll?", "She leads by 64 percent to 27.", True),
        ("How large a majority is needed?", "Two thirds must agree.", True),
        ("How far behind is the bridge fund?", "The fund is $9 million short.", True),
        ("How far is the bridge?", "The fund is $9 million short.", False),
        ("How often do they meet?", "They have never met.", True),
    ],
)
def test_what_is_asked_for_is_told_in_its_own_figures(question, sentence, expected):
    """A share as a share, a lead in any figures, a length never in money."""
    assert (asked_figures(question).search(sentence) is not None) == expected
