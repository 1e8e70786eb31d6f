"""Who speaks where an age, a relation or an office stands beside the name."""

from __future__ import annotations

import pytest

from index import speech

AGED = [
    pytest.param("Roe, 79, who left in 2012, said it was late.", "Roe", id="and a clause"),
    pytest.param("Roe, aged 79, who left, said it was late.", "Roe", id="in words"),
    pytest.param("Roe, 45, whose cat drowned, said it was late.", "Roe", id="whose"),
    pytest.param("Roe, 45, of Port Lane, who left, said it was late.", "Roe", id="and an address"),
    pytest.param("Roe, 45, now retired, said it was late.", "Roe", id="and more"),
    pytest.param("“It is late,” Roe, 79, who left, said.", "Roe", id="behind a quotation"),
    pytest.param("Roe, 79, who said it was late, left.", "Roe", id="whose clause it is"),
    pytest.param("Of the 60 who sat, 45, who left, said it was late.", "45", id="no age"),
]


@pytest.mark.parametrize(("text", "name"), AGED)
def test_an_age_is_nobody(text: str, name: str) -> None:
    assert [name] == [one.speaker.name for one in speech.find(text)]


NAMED = [
    pytest.param("His widow, June Roe, said it was late.", ("June Roe", "widow"), id="relation"),
    pytest.param(
        "Her niece, the actor Zimogen Poe, said it was late.",
        ("Zimogen Poe", "actor"),
        id="relation and office",
    ),
    pytest.param(
        "His predecessor, former mayor Ann Roe, said it was late.",
        ("Ann Roe", "predecessor, former mayor"),
        id="two offices",
    ),
    pytest.param(
        "“It is late,” said its policy director, Father Zeoin Mac Roe.",
        ("Zeoin Mac Roe", "policy director"),
        id="styled, behind the verb",
    ),
    pytest.param(
        "The charity’s director, Father Zeoin Roe, said it was late.",
        ("Zeoin Roe", "charity’s director"),
        id="styled, before the verb",
    ),
    pytest.param(
        "His cousin, Councilwoman Denise Poe, said it was late.",
        ("Denise Poe", "Councilwoman"),
        id="an office in capitals",
    ),
    pytest.param(
        "The other man, his cousin Jim Roe, said it was late.",
        ("Jim Roe", "cousin"),
        id="a man is no office",
    ),
    pytest.param("His wife, Jane, said it was late.", ("Jane", "wife"), id="first name alone"),
    pytest.param(
        "The mayor’s father, who built it, said it was late.",
        ("The mayor’s father", None),
        id="no name",
    ),
    pytest.param(
        "The club, the pride of Zoe Poe, said it was late.", ("The club", None), id="no person"
    ),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_a_name_beside_a_relation_is_who_speaks(
    text: str, expected: tuple[str, str | None]
) -> None:
    [one] = speech.find(text)

    assert expected == (one.speaker.name, one.speaker.role)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("June Roe said it was late.", "June Roe"),
        ("In June Roe said it was late.", "Roe"),
        ("Last June Roe said it was late.", "Roe"),
    ],
)
def test_a_month_before_a_surname_may_be_a_first_name(text: str, name: str) -> None:
    assert [name] == [one.speaker.name for one in speech.find(text)]


def test_a_shortened_title_is_no_part_of_the_role() -> None:
    [one] = speech.find("The chairman of the staff, Gen. Jo Roe, said it was late.")

    assert ("Jo Roe", "chairman of the staff") == (one.speaker.name, one.speaker.role)


WHOSE = [
    ("Chairman of selectors R. Roe said it was late.", "R. Roe"),
    ("A spokesman for Mayor Ann Roe said it was late.", "A spokesman for Mayor Ann Roe"),
    ("An aide to Senator Ann Roe said it was late.", "An aide to Senator Ann Roe"),
    ("A friend of President Ann Roe said it was late.", "A friend of President Ann Roe"),
    ("A supporter of rival Ann Roe said it was late.", "A supporter of rival Ann Roe"),
    ("Chief of Staff General Ann Roe said it was late.", "Ann Roe"),
    ("Special Representative for Iran Brian Roe said it was late.", "Brian Roe"),
]


@pytest.mark.parametrize(("text", "name"), WHOSE)
def test_who_speaks_for_somebody_is_not_they(text: str, name: str) -> None:
    assert [name] == [one.speaker.name for one in speech.find(text)]


def test_the_chairman_of_a_board_is_he() -> None:
    text = "Jim Poe bats.\n\nChairman of selectors R. Roe declined to discuss Poe. “No,” he said."

    assert "R. Roe" == speech.find(text)[-1].speaker.name
