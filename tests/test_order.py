"""The order of an answer in time, and the first of it."""

from __future__ import annotations

import pytest
from newsroom import COPY, FERRY, LATER, desk_of, record_of

from bot.answer import Answer
from bot.chat import order

NAME = "Maren Tolliday"


@pytest.fixture(scope="module")
def answer(tmp_path_factory) -> Answer:
    with record_of(tmp_path_factory.mktemp("order"), (FERRY, LATER, COPY)) as record:
        return desk_of(record).who(NAME)


def titles(answer: Answer) -> list[str]:
    return [source.article.title for source in answer.sources]


def check_numbers(answer: Answer) -> None:
    """Every number leads to the article that the block stands in, and none is left over."""
    by_number = {source.number: source.article.article_id for source in answer.sources}
    blocks = [block for one in answer.occasions for block in one.blocks]
    places = [place for block in blocks for place in block.places]

    assert list(range(1, len(answer.sources) + 1)) == sorted(by_number)
    assert {place.source for place in places} == set(by_number)
    assert all(by_number[place.source] == place.article_id for place in places)


def test_oldest_first_turns_what_is_dated(answer):
    """The dated occasions are turned, numbers follow the reading, nothing is lost."""
    turned = order.oldest_first(answer)

    assert [FERRY.title] == titles(turned)[:1]
    assert {*titles(answer)} == {*titles(turned)}
    assert sorted(b.text for b in answer.blocks) == sorted(b.text for b in turned.blocks)
    check_numbers(turned)


@pytest.mark.parametrize("most", [1, 2, 3, 100])
def test_the_first_blocks_are_those_shown_first(answer, most):
    """So many blocks in the order of reading are kept; the others are counted."""
    shown = [block.text for one in answer.occasions for block in one.blocks]
    cut = order.first(answer, most)

    assert shown[:most] == [block.text for one in cut.occasions for block in one.blocks]
    assert len(shown) - len(shown[:most]) == cut.more
    assert len(cut.blocks) == len(shown[:most])
    check_numbers(cut)


def test_one_date_has_no_order(answer):
    """The button for the other order makes sense with two dates or more."""
    assert order.has_times(answer)
    assert not order.has_times(order.first(answer, 1))
