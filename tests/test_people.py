"""One person goes by many names; two people may share one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import people
from index.people import PersonName

NAMES = [
    pytest.param("John Kirby", PersonName("kirby", "john"), id="first and last"),
    pytest.param("Mr. Kirby", PersonName("kirby"), id="honorific"),
    pytest.param("KIRBY’s", PersonName("kirby"), id="capitals and possessive"),
    pytest.param("Sen. John Q. Public Jr.", PersonName("public", "john", ("q",)), id="everything"),
    pytest.param("José Ramírez", PersonName("ramirez", "jose"), id="accents"),
    pytest.param("Bill de Blasio", PersonName("de blasio", "bill"), id="particle"),
    pytest.param("de Blasio", PersonName("de blasio"), id="particle without first name"),
    pytest.param("the White House", PersonName("house", "white"), id="group"),
    pytest.param("", PersonName(""), id="nothing"),
]


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_a_name_is_taken_apart(name: str, expected: PersonName) -> None:
    assert expected == people.key(name)


PAIRS = [
    pytest.param("Kirby", "John Kirby", True, id="surname"),
    pytest.param("Mr Kirby’s", "JOHN KIRBY", True, id="honorific, possessive, capitals"),
    pytest.param("Joe Biden", "Joseph R. Biden Jr.", True, id="short first name"),
    pytest.param("J. Kirby", "John Kirby", True, id="initial"),
    pytest.param("Blasio", "Bill de Blasio", True, id="particle left out"),
    pytest.param("Ann Kirby", "John Kirby", False, id="another first name"),
    pytest.param("Kirby", "Kirkby", False, id="another surname"),
    pytest.param("", "", False, id="nothing"),
]


@pytest.mark.parametrize(("one", "other", "expected"), PAIRS)
def test_two_names_may_be_one_persons(one: str, other: str, expected: bool) -> None:
    assert expected == people.same_person(one, other)
    assert expected == people.same_person(other, one)


ON_RECORD = people.known(
    [
        ("John Kirby", 5),
        ("Kirby", 2),
        ("Mr. Kirby", 1),
        ("the White House", 3),
        ("White House", 2),
        ("Ann Roe", 1),
        ("Bob Roe", 2),
        ("Roe", 4),
        ("Bill de Blasio", 3),
        ("de Blasio", 1),
        ("the Pentagon", 1),
        ("José Ramírez", 1),
    ]
)
ASKED = [
    pytest.param("Kirby", ["John Kirby"], id="surname"),
    pytest.param("mr kirby’s", ["John Kirby"], id="honorific and possessive"),
    pytest.param("NSC spokesman John Kirby", ["John Kirby"], id="role before the name"),
    pytest.param("Jane Kirby", [], id="another first name"),
    pytest.param("Roe", ["Roe", "Bob Roe", "Ann Roe"], id="two of one surname stay apart"),
    pytest.param("Ann Roe", ["Ann Roe"], id="one of the two"),
    pytest.param("white house", ["the White House"], id="group"),
    pytest.param("the Pentagon", ["the Pentagon"], id="group of one word"),
    pytest.param("Blasio", ["Bill de Blasio"], id="particle left out"),
    pytest.param("Jose Ramirez", ["José Ramírez"], id="accents left out"),
    pytest.param("Kirby and Ann Roe", ["John Kirby and Ann Roe"], id="two at once"),
    pytest.param(
        "Kirby and Roe",
        ["John Kirby and Roe", "John Kirby and Bob Roe", "John Kirby and Ann Roe"],
        id="two, one of them not plain",
    ),
    pytest.param("Nobody", [], id="unknown"),
    pytest.param("", [], id="nothing"),
    pytest.param("—, —", [], id="marks alone"),
]


@pytest.mark.parametrize(("asked", "expected"), ASKED)
def test_the_asked_person_is_found(asked: str, expected: list[str]) -> None:
    assert expected == [one.name for one in ON_RECORD.find(asked)]


OFFICES = people.known(
    [
        ("Ann Roe", 3),
        ("Bob Poe", 2),
        ("Cy Loe", 1),
        ("Tom Brandt", 1),
        ("Della Roe", 2),
        *((f"M{n} X{n}", 1) for n in range(9)),
    ],
    [
        ("Ann Roe", "council leader"),
        ("Ann Roe", "leader of Port’s council"),
        ("Bob Poe", "opposition leader on the council"),
        ("Cy Loe", "managing director of Sound Ferries"),
        ("Tom Brandt", "lawyer for Maria Unger"),
        *((f"M{n} X{n}", "senator") for n in range(9)),
    ],
)
BY_ROLE = [
    pytest.param("the council leader", ["Ann Roe"], id="role"),
    pytest.param("the leader of the council", ["Ann Roe"], id="in other words"),
    pytest.param("the opposition leader", ["Bob Poe"], id="another office"),
    pytest.param("the council", [], id="not the head of the role"),
    pytest.param("Unger’s lawyer", ["Tom Brandt"], id="whose they are"),
    pytest.param("Brandt’s lawyer", [], id="not who is theirs"),
    pytest.param("the director of Sound Ferries", ["Cy Loe"], id="part of a role"),
    pytest.param("the senator", [], id="too many"),
    pytest.param("Roe", ["Ann Roe", "Della Roe"], id="a first name like a particle"),
    pytest.param("Bob", ["Bob Poe"], id="first name alone"),
]


@pytest.mark.parametrize(("asked", "expected"), BY_ROLE)
def test_a_person_is_found_by_what_they_are(asked: str, expected: list[str]) -> None:
    assert expected == [one.name for one in OFFICES.find(asked)]


SPELT = [
    pytest.param("Kriby", ["John Kirby"], id="letters exchanged"),
    pytest.param("Mr Kirbey", ["John Kirby"], id="a letter too many, honorific"),
    pytest.param("Jon Kirkby", ["John Kirby"], id="both names"),
    pytest.param("Ann Kirkby", [], id="another first name"),
    pytest.param("Ramires", ["José Ramírez"], id="accents left out"),
    pytest.param("Doe", [], id="too short to tell from another"),
    pytest.param("Zanzibar", [], id="like nobody's"),
    pytest.param("", [], id="nothing"),
]


@pytest.mark.parametrize(("asked", "expected"), SPELT)
def test_whose_name_is_spelt_nearly_so_is_found(asked: str, expected: list[str]) -> None:
    found = people.spelt_like(asked, ON_RECORD)

    assert expected == [one.name for one in found]


def test_all_names_of_one_person_are_kept_and_counted_together() -> None:
    kirby = ON_RECORD.find("Kirby")[0]

    assert {"John Kirby", "Kirby", "Mr. Kirby"} == set(kirby.aliases)
    assert kirby.count == 8


@given(st.lists(st.tuples(st.text(max_size=20), st.integers(1, 9))), st.text(max_size=20))
def test_no_name_breaks_it_and_no_statement_is_lost(
    names: list[tuple[str, int]], asked: str
) -> None:
    found = people.known(names)

    found.find(asked)
    aliases = [alias for one in found.everyone for alias in one.aliases]
    assert len(aliases) == len(set(aliases))
    assert set(aliases) <= {name for name, _ in names}


def test_half_of_a_double_first_name_is_enough() -> None:
    assert people.same_person("Luc Roe", "Jean-Luc Roe")
    assert not people.same_person("Lucy Roe", "Jean-Luc Roe")
