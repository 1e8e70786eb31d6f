"""Bodies of people under their whole names, and both where two speak."""

from __future__ import annotations

import pytest

from index import speech


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("The Friends of Portville Library", id="of"),
        pytest.param("The Royal Society for the Protection of Gulls", id="article"),
        pytest.param("Royal Infirmary of Portville", id="infirmary"),
        pytest.param("St Mary’s Hospital Trust", id="saint"),
        pytest.param("The Pilots’ Allied Union", id="possessive"),
        pytest.param("The Smelters' Forum", id="straight apostrophe"),
        pytest.param("The Union of Quay and Dock Workers", id="and"),
        pytest.param("Mercy General Hospital", id="title within"),
    ],
)
def test_a_body_speaks_under_its_whole_name(body):
    """None is cut at "of", "and", a possessive or a title."""
    [one] = speech.find(f"{body} said it was ready.")

    assert (body, "group") == (one.speaker.name, one.speaker.kind)


def test_a_named_speaker_and_a_body_both_speak():
    """“Roe and the council” are two."""
    found = speech.find("In a joint statement, Ann Roe and the council said it would close.")

    assert {"Ann Roe", "the council"} == {one.speaker.name for one in found}


def test_a_person_of_a_body_keeps_the_own_name():
    """The body is where they come from, whatever nation they are called by."""
    [one] = speech.find("“It is over,” said David French of the National Quay Federation.")

    assert "David French" == one.speaker.name
