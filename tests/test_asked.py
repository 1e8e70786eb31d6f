"""A factual question asks for a kind of thing, and a sentence holds one or does not."""

import pytest

from index.search.asked import asked_kind
from index.search.things import holds


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("When did the dam fail?", "time"),
        ("What year was the quay built?", "time"),
        ("How many berths does the harbour have?", "figure"),
        ("How long is the ferry?", "figure"),
        ("Who leads the council?", "name"),
        ("Where is the reservoir?", "place"),
        ("Why did the dam fail?", "cause"),
        ("Which company runs the ferry?", "name"),
        ("In which city does it dock?", "place"),
        ("Which area did the minister visit?", "place"),
        ("Is the ferry safe?", None),
        ("The cost of living rises. Where do people move?", "place"),
        ("The price of fuel fell this week. Is the ferry safe?", None),
        ("How many ships called? And in 2022?", "figure"),
        ("How old was she when she died?", "figure"),
        ("Why did the price rise?", "cause"),
        ("Which item showed the largest price rise?", None),
        ("What did the price rise to?", "figure"),
        ("What will the new ferry cost?", "figure"),
        ("What was Sound Ferries’ revenue?", "figure"),
        ("What caused the price rise?", "cause"),
        ("What company raised the price of water?", "name"),
        ("What is being done to share the water?", None),
        ("The mayor resigned. Who is Maren Tolliday?", None),
    ],
)
def test_the_question_word_tells_the_kind(question, expected):
    """When, how many, who and where each ask for their own kind; what is told before asks none."""
    assert expected == asked_kind(question)


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        pytest.param("When did it fail?", "It failed in 2021.", True, id="a year"),
        pytest.param("When did it fail?", "It failed on Tuesday.", True, id="a day"),
        pytest.param("When did it fail?", "It failed at last.", False, id="no time"),
        pytest.param("When did it fail?", "Yesterday it failed.", True, id="yesterday"),
        pytest.param("When will it end?", "It stays until it rains.", True, id="a condition"),
        pytest.param("When will it end?", "It is cut once a week.", False, id="no condition"),
        pytest.param("How much did it cost?", "It cost two pounds.", True, id="a sum in words"),
        pytest.param("When did it end?", "It stayed until it rained.", False, id="none of before"),
        pytest.param("How many berths?", "There are 43 berths.", True, id="a figure"),
        pytest.param("How many berths?", "There are twelve.", True, id="a figure in words"),
        pytest.param("What share of it failed?", "Some 31% of it failed.", True, id="a share"),
        pytest.param("Who leads it?", "Maren Tolliday leads it.", True, id="a name"),
        pytest.param("Who is Maren Tolliday?", "Maren Tolliday spoke.", False, id="the asked name"),
        pytest.param("Where is it?", "It lies in Quillhaven.", True, id="a place"),
        pytest.param("When was the 2020 race?", "The 2020 race was won.", False, id="asked year"),
        pytest.param("Why did it fail?", "It failed because of rust.", True, id="a cause"),
        pytest.param("Is it safe?", "In 2021, Maren Tolliday left.", False, id="no kind"),
    ],
)
def test_only_something_new_counts(question, sentence, expected):
    """What the question itself holds is no answer to it."""
    assert expected == holds(asked_kind(question), sentence, question)
