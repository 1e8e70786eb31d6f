"""Where somebody stands, in the forms in which an article tells it, and where it ends."""

from __future__ import annotations

import pytest

from index import speech


def stands(text: str) -> list[tuple[str, str]]:
    """Read each position as its holder's name and what it is about."""
    return [
        (one.speaker.name, text[one.said[0].start : one.said[-1].end])
        for one in speech.find(text, positions=True)
        if one.is_position
    ]


FORMS = [
    pytest.param("Ann Roe backed the toll.", ("Ann Roe", "the toll"), id="one verb"),
    pytest.param("Ann Roe ruled out a toll.", ("Ann Roe", "a toll"), id="ruled out"),
    pytest.param("Ann Roe spoke out against the toll.", ("Ann Roe", "the toll"), id="spoke out"),
    pytest.param("Ann Roe made the case for a toll.", ("Ann Roe", "a toll"), id="made the case"),
    pytest.param(
        "Ann Roe threw her support behind the toll.", ("Ann Roe", "the toll"), id="his between"
    ),
    pytest.param("Ann Roe voted against the toll.", ("Ann Roe", "the toll"), id="voted"),
    pytest.param(
        "Ann Roe sees the toll as a mistake.", ("Ann Roe", "the toll as a mistake"), id="sees as"
    ),
    pytest.param(
        "Ann Roe signed the toll bill on Monday.", ("Ann Roe", "the toll bill"), id="signed a law"
    ),
    pytest.param(
        "A survey conducted by the analyst Ann Roe found that tolls are hated.",
        ("Ann Roe", "that tolls are hated"),
        id="a survey by",
    ),
    pytest.param(
        "The toll was backed on Friday by Ann Roe.", ("Ann Roe", "The toll"), id="in the passive"
    ),
    pytest.param(
        "Mayor Ann Roe, who is seeking a second term, also supported the toll.",
        ("Ann Roe", "the toll"),
        id="behind an aside",
    ),
    pytest.param(
        "Ann Roe on Monday morning again opposed the toll.", ("Ann Roe", "the toll"), id="time"
    ),
]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_a_view_is_told_in_many_forms(text: str, expected: tuple[str, str]) -> None:
    assert [expected] == stands(text)


NONE = [
    pytest.param("Ann Roe saw the mayor at the gate.", id="saw somebody"),
    pytest.param("Ann Roe signed a lease for the gate.", id="a lease is no law"),
    pytest.param("Ann Roe is challenging Dan Coe for the seat.", id="stands against"),
    pytest.param("Ann Roe is seeking investors.", id="seeks a thing"),
    pytest.param("Money came from Ann Roe, who had backed Dan Coe.", id="an aside"),
    pytest.param("After the Quillhaven attacks, Ann Roe left.", id="a noun"),
    pytest.param("Ann Roe backed away from the gate.", id="backed away"),
    pytest.param(
        "They were left without shelter after Typhoon Ann slammed into the quay with winds of up to"
        " 195 kilometres an hour.",
        id="slammed into",
    ),
    pytest.param("Ann Roe made clear glass.", id="half of a phrase"),
    pytest.param(
        "Trams will be back in May after the union and Sound Rail struck a deal.", id="is back"
    ),
    pytest.param("The residents backed by the mayor, both of Port, won.", id="backed by"),
]


@pytest.mark.parametrize("text", NONE)
def test_what_somebody_does_is_no_view(text: str) -> None:
    assert [] == stands(text)


ENDS = [
    pytest.param("Ann Roe opposes the toll, and three others back it.", id="and others"),
    pytest.param("Ann Roe opposes the toll, but the council wants it.", id="but"),
    pytest.param("Ann Roe opposes the toll — and Dan Coe, who won, does not.", id="dash"),
    pytest.param("Ann Roe opposes the toll, while voters do not care.", id="while"),
    pytest.param("Ann Roe opposes the toll in interviews with papers that ask her.", id="where"),
    pytest.param("Ann Roe opposes the toll as the council has voted.", id="as it votes"),
]


@pytest.mark.parametrize("text", ENDS)
def test_a_view_ends_where_the_writer_goes_on(text: str) -> None:
    assert ("Ann Roe", "the toll") == stands(text)[0]


def test_a_contrast_within_a_view_is_part_of_it() -> None:
    text = "Ann Roe opposes not the toll but the fine."

    assert [("Ann Roe", "not the toll but the fine")] == stands(text)


def test_a_list_is_one_view() -> None:
    assert [("Ann Roe", "tolls, fines and fees")] == stands(
        "Ann Roe opposes tolls, fines and fees."
    )
