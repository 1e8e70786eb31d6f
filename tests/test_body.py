"""The whole name of a body is one name: half of it is somebody else."""

from __future__ import annotations

import pytest

from index import speech


def speakers(sentence: str) -> list[str]:
    """Name who speaks in a sentence."""
    return [each.speaker.name.removeprefix("The ") for each in speech.find(sentence)]


@pytest.mark.parametrize(
    "name",
    [
        "Food and Drug Administration",
        "Centers for Disease Control and Prevention",
        "Department of Health and Human Services",
        "Department for Digital, Culture, Media and Sport",
        "Bureau of Alcohol, Tobacco, Firearms and Explosives",
        "Ministry of Foreign Affairs and Trade",
        "Search and Rescue Agency",
        "Justice Department",
        "Justice Ministry",
        "People’s Bank of China",
        "St Mary’s Hospital",
        "Procter and Gamble",
        "Trinidad and Tobago",
    ],
)
def test_a_body_speaks_under_its_whole_name(name):
    """Also where "and", a comma or a possessive stands in it."""
    assert speakers(f"{name} said that it was so.") == [name]
    assert speakers(f"“It was so,” said the {name}.") == [f"the {name}"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ann Roe and Bo Doe said that it was so.", ["Bo Doe", "Ann Roe"]),
        ("Orrin and the Finnish Agency said that it was so.", ["the Finnish Agency", "Orrin"]),
        ("Apple and the Justice Department said that it was so.", ["the Justice Department"]),
        ("One study of Orrin from March noted that it was so.", ["One study of Orrin"]),
        ("Ann Roe, 47, of Orchard Lane, Harwick, said that it was so.", ["Ann Roe"]),
        ("Theresa May said that it was so.", ["Theresa May"]),
        ("It was told by May that it was so, May said.", ["May"]),
        ("Justice Roe said that it was so.", ["Roe"]),
        ("Kyiv’s Defence Ministry said that it was so.", ["Defence Ministry"]),
        (
            "Ann Roe of the Department of Health and Human Services said that it was so.",
            ["Ann Roe"],
        ),
    ],
)
def test_two_who_speak_are_two(sentence, expected):
    """What joins names of two joins none within one."""
    assert speakers(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "She wrote her first novel, Low Water, at night.",
        "Tate wrote 17 novels, of which The Eel is the best known.",
        "An earlier version of this story said that the plant was fined £42,000.",
    ],
)
def test_a_work_and_a_correction_say_nothing(sentence):
    """A novel is made, and what was corrected is not so."""
    assert speakers(sentence) == []


def test_what_is_written_in_words_is_told():
    """“She wrote that …” is speech."""
    assert speakers("Ada Roe wrote that the law is wrong.") == ["Ada Roe"]
    assert speakers("Ada Roe wrote in a letter that it was so.") == ["Ada Roe"]
