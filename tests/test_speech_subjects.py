"""Who speaks, where another noun stands nearer to the verb."""

from __future__ import annotations

import pytest

from index import speech


def speakers(text: str) -> list[tuple[str, str | None]]:
    return [(one.speaker.name, one.speaker.role) for one in speech.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The President of the National Union of Dockers and Porters (NUDP), Comrade Joe Roe,"
            " lamented that it was too late.",
            [("Joe Roe", "President of the National Union of Dockers and Porters (NUDP)")],
            id="body joined by and",
        ),
        pytest.param(
            "The chief defended two officers who hurt a man on Harlow Avenue, while his cousin,"
            " City Councilwoman Ann Roe, demanded the release of the film.",
            [("Ann Roe", "City Councilwoman")],
            id="another clause",
        ),
        pytest.param(
            "The chief thanked a man on Harlow Avenue, while the signatory, who was late, said no.",
            [("the signatory", None)],
            id="a noun that no list has",
        ),
        pytest.param(
            "Her niece, the actor Ann Roe, said it was over.",
            [("Ann Roe", "actor")],
            id="calling behind kin",
        ),
        pytest.param(
            "His widow, June Roe, said it was over.", [("June Roe", "widow")], id="month as a name"
        ),
        pytest.param("In June Roe said it was over.", [("Roe", None)], id="month before a surname"),
        pytest.param(
            "PORTVILLE: Coach Jack Doe on Tuesday ended all talk, saying that Roe would play.",
            [("Jack Doe", "Coach")],
            id="dateline",
        ),
        pytest.param(
            "DOE: It is late, she said we must go.\n\nROE: Why?\n\nDOE: It is, I said.",
            [("DOE", None), ("ROE", None), ("DOE", None)],
            id="interview",
        ),
    ],
)
def test_the_subject_speaks(text, expected):
    """Neither the end of a body's name, nor whom another clause is about, nor a dateline."""
    assert [name for name, _ in expected] == [name for name, _ in speakers(text)]
    assert [role for _, role in expected] == [role for _, role in speakers(text)]


def test_a_dateline_before_a_colon_is_not_said():
    """The place where it was written is none of what officials said."""
    text = "PORTVILLE: Residents have had no water for six days, officials said on Monday."
    [one] = speech.find(text)

    assert ["Residents have had no water for six days"] == [
        text[said.start : said.end] for said in one.said
    ]
