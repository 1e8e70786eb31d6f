"""How times and outlets of a question were read is told in words."""

from __future__ import annotations

import datetime

import pytest
from newsroom import desk_of, record_of

from bot import phrase

ASKED = datetime.date(2024, 4, 20)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with record_of(tmp_path_factory.mktemp("data")) as record:
        yield desk_of(record)


def test_a_time_is_told_as_it_was_read_and_leaves_nothing_out(desk):
    """What is from then comes first, and a reader learns how much of the answer is not."""
    answer = desk.ask("What did Tolliday say about the ferry last month?", asked_at=ASKED)
    told = phrase.reading(answer)

    assert "“last month” is read as 1 to 31 March 2024." in told
    assert "1 of the 3 articles shown is from then; of 1 the date is not known." in told
    assert "the ferry" == answer.question.topic
    best = next(s for s in answer.sources if s.article.article_id == answer.blocks[0].article_id)
    assert best.article.published.date.startswith("2024-03")


def test_a_day_that_may_be_two_is_asked_back(desk):
    """Nothing is guessed, and nothing is cited."""
    answer = desk.ask("What did Tolliday say on 06/09 about the ferry?", asked_at=ASKED)

    assert ("which", ()) == (answer.outcome, answer.blocks)
    assert ["6 September 2023", "9 June 2023"] == [each.name for each in answer.choices]
    assert "“06/09” may be 6 September 2023 or 9 June 2023." in phrase.which(answer)


def test_an_outlet_is_told_by_its_name_or_that_it_has_nothing_here(desk):
    """“The Gazette” is a reading; Reuters is none of those on record."""
    read = phrase.reading(desk.ask("How many berths has the harbour, says the Gazette?"))
    unknown = phrase.refusal(desk.ask("what did Reuters report about comets in 2022?"))

    assert "“the Gazette” is read as Harbour Gazette." in read
    assert "Nothing published by Reuters is on record here." in unknown
    assert "“in 2022” is read as 1 January to 31 December 2022." in unknown
