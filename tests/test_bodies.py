"""Asked what a body said, those who speak for it are heard, and nobody else."""

from __future__ import annotations

import pytest
from newsroom import desk_of, record_of

from index import people
from index.article import Draft
from index.people.bodies import holds_office, is_voice, may_be_body
from index.people.names import words

OFFICES = [
    pytest.param("White House", "White House press secretary", True, id="before the office"),
    pytest.param("the FBI", "director of the FBI", True, id="behind the office"),
    pytest.param("Sound Ferries", "chief executive officer of Sound Ferries", True, id="officer"),
    pytest.param("Senate", "Senate minority leader", False, id="leads a part"),
    pytest.param("the FBI", "former FBI director", False, id="no more"),
    pytest.param("the Gazette", "Gazette columnist", False, id="writes in it"),
    pytest.param("the council", "council president", False, id="no name"),
    pytest.param("Union", "Union of Port Workers general secretary", False, id="half a name"),
    pytest.param("Port", "Port fishing association chairman", False, id="another body in it"),
    pytest.param("Port", "spokesman for Port and Harbour", False, id="half of two"),
    pytest.param("Orrin", "Vennish Special Representative for Orrin", False, id="sent there"),
    pytest.param("Orrin", "special representative for Orrin", True, id="sent by them"),
    pytest.param("Orrin", "spokesman for Orrin", True, id="speaks for them"),
]


@pytest.mark.parametrize(("body", "role", "expected"), OFFICES)
def test_an_office_speaks_for_its_body(body: str, role: str, expected: bool) -> None:
    assert expected is holds_office(words(body), role)


GROUPS = [
    pytest.param("White House", "the White House", True, id="itself"),
    pytest.param("White House", "White House officials", True, id="officials"),
    pytest.param("the FEC", "FEC records", True, id="what it published"),
    pytest.param("Senate", "Senate Republicans", False, id="a part"),
    pytest.param("House", "the White House", False, id="another body"),
    pytest.param("Norland", "the Norland minister of energy", True, id="an officer"),
    pytest.param("Norland", "a former Norland minister", False, id="no officer any more"),
]


@pytest.mark.parametrize(("body", "group", "expected"), GROUPS)
def test_a_group_speaks_for_its_body(body: str, group: str, expected: bool) -> None:
    assert expected is is_voice(words(body), group)


def test_a_person_in_full_is_no_body() -> None:
    assert not may_be_body("Ann Roe")
    assert not may_be_body("Mr Roe")
    assert may_be_body("Sound Ferries")


ON_RECORD = people.known(
    [("the insider", 2), ("Harbour Insider", 1), ("Andrés Manuel López Obrador", 3)],
    bodies=["the insider", "Harbour Insider"],
)


def test_two_bodies_are_one_only_by_all_their_words() -> None:
    """Whoever is called “the insider” is not the Harbour Insider, a newspaper."""
    found = ON_RECORD.find("Harbour Insider")

    assert [("Harbour Insider", ("Harbour Insider",))] == [(one.name, one.aliases) for one in found]


def test_a_person_is_found_by_the_end_of_a_longer_name() -> None:
    assert ["Andrés Manuel López Obrador"] == [one.name for one in ON_RECORD.find("Lopez Obrador")]


FERRIES = Draft(
    title="Ferries to run later",
    text=(
        "The last ferry will leave at midnight, Sound Ferries chief executive Lena Brandt said.\n\n"
        "Harbour Board officials said the change would cost nothing.\n\n"
        "Harbour Board chairman Ike Lund said the change was late.\n\n"
        "Harbour Gazette columnist Otto Quill said that nobody would take a ferry so late."
    ),
)
LATER = Draft(
    title="A walk in the hills",
    text="“The ferry never entered my mind up there,” said Lena Brandt, a keen walker.",
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with record_of(tmp_path_factory.mktemp("data"), (FERRIES, LATER)) as record:
        yield desk_of(record)


def test_a_body_that_is_not_quoted_itself_answers_through_its_officers(desk):
    """The block says who spoke; what she says as a walker is not the company's."""
    answer = desk.ask("What did Sound Ferries say about the ferry?")

    spoke = {block.speaker.name for block in answer.blocks if block.speaker}
    assert ("Sound Ferries", {"Lena Brandt"}) == (answer.person, spoke)
    assert not any("my mind" in block.text for block in answer.blocks)


def test_a_body_that_is_quoted_itself_needs_no_officer(desk):
    answer = desk.ask("What did the Harbour Board say about the change?")

    assert ["Harbour Board officials"] == [b.speaker.name for b in answer.blocks if b.speaker]


def test_a_columnist_is_not_the_newspaper(desk):
    assert "not_on_record" == desk.ask("What did the Harbour Gazette say about ferries?").outcome


OFFICES_OF_ONE = people.known(
    [
        ("Ann Roe", 2),
        ("Ann Roe’s office", 1),
        ("the Coe campaign", 1),
        ("Dan Coe", 3),
        ("Loe’s lawyers", 1),
        ("Jan Loe", 1),
        ("Ben Loe", 1),
        ("some sailors", 1),
        ("the Hill", 1),
        ("Sam Hill", 4),
        ("the Port Workers of Quillhaven", 1),
        ("a Sound Ferries official", 1),
    ],
    bodies=(
        "Ann Roe’s office", "the Coe campaign", "Loe’s lawyers", "some sailors", "the Hill",
        "the Port Workers of Quillhaven", "a Sound Ferries official",
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "offices"),
    [
        pytest.param("Ann Roe", ("Ann Roe’s office",), id="in full"),
        pytest.param("Dan Coe", ("the Coe campaign",), id="the only one of the name"),
        pytest.param("Jan Loe", (), id="one of two of the name"),
    ],
)
def test_an_office_speaks_for_its_person(asked: str, offices: tuple[str, ...]) -> None:
    (found,) = OFFICES_OF_ONE.find(asked)

    assert offices == found.offices
    assert all(found.speaks(name, None) for name in offices)


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        pytest.param("sailors", "sailors", id="some"),
        pytest.param("Many sailors", "sailors", id="many"),
        pytest.param("the Hill", "the Hill", id="a newspaper with a person’s name"),
        pytest.param("Hill", "Sam Hill", id="the person"),
        pytest.param("Port Workers", "Port Workers", id="half of a name"),
        pytest.param("Sound Ferries", "Sound Ferries", id="an official of it"),
    ],
)
def test_a_body_goes_by_many_names(asked: str, name: str) -> None:
    assert [name] == [one.name for one in OFFICES_OF_ONE.find(asked)]


def test_somebody_is_heard_through_an_office_alone() -> None:
    on_record = people.known([("Ann Roe’s office", 2)], bodies=("Ann Roe’s office",))

    (found,) = on_record.find("Ann Roe")

    assert ((), ("Ann Roe’s office",), 2) == (found.aliases, found.offices, found.count)
    assert [] == on_record.find("Roe")


INITIALS = people.known(
    [("WHO", 1), ("the World Health Organization", 2), ("the Lowmere Board of Water", 1)],
    bodies=("WHO", "the World Health Organization", "the Lowmere Board of Water"),
)


@pytest.mark.parametrize("asked", ["WHO", "the WHO", "the World Health Organization"])
def test_a_body_and_its_initials_are_one(asked: str) -> None:
    (found,) = INITIALS.find(asked)

    assert found.name == "the World Health Organization"
    assert {"WHO", "the World Health Organization"} == set(found.aliases)


def test_initials_that_nobody_writes_find_the_body() -> None:
    assert ["the Lowmere Board of Water"] == [one.name for one in INITIALS.find("the LBW")]
