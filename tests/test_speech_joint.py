"""Two who say the same are two speakers; where somebody stands is no statement."""

from __future__ import annotations

import pytest

from index import speech

JOINT = [
    pytest.param("Ann Roe and Bob Poe said it would close.", {"Ann Roe", "Bob Poe"}, id="two"),
    pytest.param(
        "Ann Roe, Carl Loe and Bob Poe said it would close.",
        {"Ann Roe", "Carl Loe", "Bob Poe"},
        id="three",
    ),
    pytest.param(
        "Ann Roe, the mayor of Port, and Bob Poe said it would close.",
        {"Ann Roe", "Bob Poe"},
        id="what one of them is",
    ),
    pytest.param("“We are done,” Ann Roe and Bob Poe said.", {"Ann Roe", "Bob Poe"}, id="behind"),
    pytest.param("“We are done,” said Ann Roe and Bob Poe.", {"Ann Roe", "Bob Poe"}, id="inverted"),
    pytest.param("The mayor and Bob Poe said it would close.", {"Bob Poe"}, id="not named"),
    pytest.param("He met Ann Roe, and Bob Poe said it would close.", {"Bob Poe"}, id="an object"),
]


@pytest.mark.parametrize(("text", "expected"), JOINT)
def test_everybody_who_says_it_is_a_speaker(text: str, expected: set[str]) -> None:
    found = speech.find(text)

    assert expected == {one.speaker.name for one in found}
    assert 1 == len({one.said for one in found})


BEARERS = [
    pytest.param(
        "Rachel Berg, a teacher from Monsey, New York, said it was late.",
        ("Rachel Berg", "teacher from Monsey"),
        id="a place with a comma",
    ),
    pytest.param(
        "Sam Lau, the communications director for the party said it was late.",
        ("Sam Lau", "communications director for the party"),
        id="no second comma",
    ),
    pytest.param(
        "Anthony Anton, president and CEO of the union stated, “It was late.”",
        ("Anthony Anton", "president and CEO of the union"),
        id="two offices",
    ),
    pytest.param(
        "After meeting Ann Roe, a spokesman for the port said it was late.",
        ("a spokesman for the port", None),
        id="somebody else",
    ),
]


@pytest.mark.parametrize(("text", "expected"), BEARERS)
def test_an_aside_tells_what_its_bearer_is(text: str, expected: tuple[str, str | None]) -> None:
    [found] = speech.find(text)

    assert expected == (found.speaker.name, found.speaker.role)


POSITIONS = [
    pytest.param("Ann Roe endorsed the bill on Monday.", [("Ann Roe", "the bill")], id="endorsed"),
    pytest.param("Ann Roe fears that the port will close.", [("Ann Roe", "port")], id="fears"),
    pytest.param("Ann Roe would oppose the bill.", [("Ann Roe", "the bill")], id="would"),
    pytest.param(
        "Ann Roe and Bob Poe attacked the bill.",
        [("Ann Roe", "the bill"), ("Bob Poe", "the bill")],
        id="two",
    ),
    pytest.param("Ann Roe is wary of the bill.", [("Ann Roe", "the bill")], id="is wary of"),
    pytest.param("The bill was hailed by Ann Roe.", [("Ann Roe", "The bill")], id="hailed by"),
    pytest.param("The attacks hit the bill.", [], id="a noun"),
    pytest.param("He was attacked in the street.", [], id="done to them"),
    pytest.param("“I want the bill,” Ann Roe said.", [], id="her own words"),
    pytest.param("Ann Roe said Bob Poe wants the bill.", [], id="what another says of them"),
    pytest.param("They hope for rain.", [], id="nobody known"),
]


@pytest.mark.parametrize(("text", "expected"), POSITIONS)
def test_where_somebody_stands_is_told_by_the_article(text, expected) -> None:
    found = [one for one in speech.find(text, positions=True) if one.said[0].kind == "position"]

    assert [name for name, _ in expected] == sorted(one.speaker.name for one in found)
    for one, (_, words) in zip(found, expected, strict=True):
        assert words in text[one.said[0].start : one.said[-1].end]


def test_a_position_ends_before_where_and_when() -> None:
    text = "Ann Roe endorsed the bill at a rally in Port on Monday."
    [found] = speech.find(text, positions=True)

    assert ["the bill"] == [text[part.start : part.end] for part in found.said]


def test_positions_are_no_statements() -> None:
    """Who asks who said what hears only what was said."""
    assert [] == speech.find("Ann Roe endorsed the bill on Monday.")
