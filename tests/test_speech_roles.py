"""What somebody is: the office is of whom it stands beside, and says when it was held."""

from __future__ import annotations

import pytest

from index import speech
from index.people import office


def roles(text: str) -> dict[str, str | None]:
    """Read whoever speaks in a text, and what the text says that they are."""
    return {one.speaker.name: one.speaker.role for one in speech.find(text)}


def test_an_office_between_two_names_is_of_the_one_behind_it() -> None:
    text = "According to Crane, the firm’s sales director, Jo Poe, had told stewards that it shut."

    assert {"Crane": None, "Jo Poe": "firm’s sales director"} == roles(text)


def test_an_office_before_a_clause_is_of_the_name_before_it() -> None:
    text = "According to Ann Roe, the sales director, Jo Poe told stewards that it shut."

    assert {"Ann Roe": "sales director", "Jo Poe": None} == roles(text)


HELD_ONCE = [
    pytest.param("Former MLA Ann Roe said it was late.", "Former MLA", id="former"),
    pytest.param("Ann Roe, then mayor of Port, said it was late.", "then mayor of Port", id="then"),
    pytest.param(
        "Port’s then mayor, Ann Roe, said it was late.", "Port’s then mayor", id="’s then"
    ),
    pytest.param("“It is late,” said the then mayor Ann Roe.", "then mayor", id="the then"),
    pytest.param(
        "Ann Roe, once the mayor of Port, said it was late.", "once the mayor of Port", id="once"
    ),
    pytest.param("Ex-minister Ann Roe said it was late.", "Ex-minister", id="ex"),
    pytest.param("Acting mayor Ann Roe said it was late.", "Acting mayor", id="acting"),
    pytest.param(
        "Ann Roe, also the mayor of Port, said it was late.", "mayor of Port", id="held now"
    ),
]


@pytest.mark.parametrize(("text", "role"), HELD_ONCE)
def test_a_role_says_that_it_is_over(text: str, role: str) -> None:
    assert {"Ann Roe": role} == roles(text)


@pytest.mark.parametrize("role", ["then mayor of Port", "once the mayor of Port"])
def test_who_was_mayor_is_not_the_mayor(role: str) -> None:
    assert not office.says(role, ["mayor", "of", "port"])
    assert office.says(role, [role.split(maxsplit=1)[0], "mayor"])


def test_then_is_no_part_of_whoever_acts_next() -> None:
    assert {"The mayor": None} == roles("The mayor then said it was late.")
