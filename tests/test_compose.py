"""What an answer shows, and in which order."""

from __future__ import annotations

import pytest
from newsroom import COPY, FERRY, LATER, desk_of, record_of

from bot.composing.answer import Answer

NAME = "Maren Tolliday"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with record_of(tmp_path_factory.mktemp("order"), (FERRY, LATER, COPY)) as record:
        yield desk_of(record)


def titles(answer: Answer) -> list[str]:
    return [source.article.title for source in answer.sources]


def texts(answer: Answer) -> list[str]:
    return [block.text for one in answer.occasions for block in one.blocks]


def check_numbers(answer: Answer) -> None:
    """Every number leads to the article that the block stands in, and none is left over."""
    by_number = {source.number: source.article.article_id for source in answer.sources}
    places = [place for one in answer.occasions for block in one.blocks for place in block.places]

    assert list(range(1, len(answer.sources) + 1)) == sorted(by_number)
    assert {place.source for place in places} == set(by_number)
    assert all(by_number[place.source] == place.article_id for place in places)


@pytest.mark.parametrize("topic", ["", "the ferry terminal"])
def test_oldest_first_shows_how_a_position_moved(desk, topic):
    """The dated occasions are turned, numbers follow the reading, nothing is lost."""
    newest = desk.who(NAME, topic)
    oldest = desk.who(NAME, topic, oldest=True)

    assert ("newest", "oldest") == (newest.order, oldest.order)
    assert [LATER.title, FERRY.title] == [t for t in titles(newest) if t != COPY.title]
    assert [FERRY.title, LATER.title] == [t for t in titles(oldest) if t != COPY.title]
    assert sorted(texts(newest)) == sorted(texts(oldest))
    check_numbers(oldest)


@pytest.mark.parametrize("oldest", [False, True])
@pytest.mark.parametrize("most", [1, 2, 3, 100])
def test_with_no_topic_the_first_in_time_are_shown(desk, most, oldest):
    """So many blocks in the order of reading are shown; the others are counted."""
    every = texts(desk.who(NAME, oldest=oldest))
    cut = desk.who(NAME, most=most, oldest=oldest)

    assert every[:most] == texts(cut)
    assert len(every) - len(every[:most]) == cut.more
    assert len(cut.blocks) == len(every[:most])
    check_numbers(cut)


def test_one_date_has_no_order(desk):
    """The button for the other order makes sense with two dates or more."""
    assert desk.who(NAME).has_times
    assert not desk.who(NAME, most=1).has_times
