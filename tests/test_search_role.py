"""A person may be asked for by what they are; where several are, the topic decides."""

from __future__ import annotations

import pytest
from newsroom import desk_of, record_of

from index.article import Draft

BELL = Draft(
    title="Bell to come home",
    text="Sund’s mayor, Peder Holt, said he had wept when he heard of the bell.",
)
TRAMS = Draft(
    title="More trams",
    text="Mayor Jonas Tuttle said that the new tram line would open in spring, two years late.",
)


PORT = Draft(
    title="Dockers walk out",
    text=(
        "“The offer was an insult,” Union of Port Workers General Secretary Lena Brandt said.\n\n"
        "I said that the port would close, and it did."
    ),
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with record_of(tmp_path_factory.mktemp("data"), (BELL, TRAMS, PORT)) as record:
        yield desk_of(record)


def test_of_two_mayors_the_one_who_spoke_of_the_topic_is_meant(desk):
    """The answer names him in full, so that the reading can be seen."""
    answer = desk.ask("What did the mayor say about the bell?")

    assert ("quoted", "Peder Holt") == (answer.outcome, answer.person)


def test_without_a_topic_it_is_asked_which_mayor_is_meant(desk):
    """Nothing is chosen for the asker."""
    answer = desk.ask("What did the mayor say?")

    assert ["Jonas Tuttle", "Peder Holt"] == sorted(each.name for each in answer.choices)


@pytest.mark.parametrize("asked", ["the union", "I"])
def test_neither_a_body_nor_the_writer_is_taken_for_a_person(desk, asked):
    """A union is not its secretary, and who "I" is depends on who writes."""
    assert desk.who(asked).person is None
