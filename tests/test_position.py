"""Asked what somebody said, the article's account of where they stand follows, told apart."""

from __future__ import annotations

import pytest
from newsroom import desk_of, record_of

from bot.composing import phrase
from bot.pages import machine
from index.article import Draft

BRIDGE = Draft(
    title="Council splits over the bridge",
    text=(
        "Ann Roe endorsed the bridge on Monday.\n\n"
        "“The bridge will pay for itself,” Bob Poe said.\n\n"
        "Bob Poe attacked the toll for the bridge.\n\n"
        "Dan Coe welcomed the bridge and said that it would last.\n\n"
        "Carl Loe paid for the party at the bridge."
    ),
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with record_of(tmp_path_factory.mktemp("data"), (BRIDGE,)) as record:
        yield desk_of(record)


def test_a_position_answers_and_is_told_apart(desk):
    answer = desk.ask("What did Roe say about the bridge?")

    assert [("position",)] == [block.manners for block in answer.blocks]
    assert "position as told in" == phrase.attribution(answer.blocks[0])


def test_what_somebody_said_comes_before_where_they_stand(desk):
    answer = desk.ask("What did Poe say about the bridge?")

    assert [("quoted",), ("position",)] == [block.manners for block in answer.blocks]


def test_a_position_beside_words_needs_no_telling(desk):
    answer = desk.ask("What did Dan Coe say about the bridge?")

    assert [("reported",)] == [block.manners for block in answer.blocks]


def test_a_machine_reads_a_position_as_reported(desk):
    answer = machine.answer(desk.ask("What did Roe say about the bridge?"))

    assert ["reported"] == [said["kind"] for said in answer["statements"][0]["said"]]


def test_who_spoke_is_asked_of_speakers_alone(desk):
    answer = desk.ask("Who said anything about the bridge?")

    spoke = {block.speaker.name for block in answer.blocks if block.speaker}
    assert {"Bob Poe", "Dan Coe"} == spoke


def test_who_only_did_something_stands_nowhere(desk):
    assert "not_on_record" == desk.ask("What did Carl Loe say about the bridge?").outcome
