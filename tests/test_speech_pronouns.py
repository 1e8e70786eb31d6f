"""Whom "he" and "she" mean: the person just speaking or told of, named or not."""

from __future__ import annotations

import pytest

from index import speech
from index.statement import Speaker


def last(text: str) -> Speaker:
    """Read who speaks in the last statement of a text."""
    return speech.find(text)[-1].speaker


UNNAMED = [
    pytest.param(
        "Mayor Paul Roe said the pier was safe.\n\nOne resident said he had seen three falls."
        " “It is a trap,” he said.",
        "One resident",
        id="who spoke just before",
    ),
    pytest.param(
        "Mayor Paul Roe said the pier was safe.\n\nA buyer, who pleaded anonymity, told the Post"
        " that he had bought nothing. “They hide the beans,” he said.",
        "A buyer",
        id="with a clause of their own",
    ),
    pytest.param(
        "Mayor Paul Roe said the pier was safe.\n\nA lorry driver was less sure. “It is a trap,”"
        " he said.",
        "A lorry driver",
        id="who was told of and did not speak",
    ),
    pytest.param(
        "Mayor Ann Roe said the pier was safe.\n\nOne mother said she had seen three falls."
        " “It is a trap,” she said. She added that nobody came.",
        "One mother",
        id="who goes on",
    ),
    pytest.param(
        "Mayor Paul Roe said the pier was safe.\n\nA spokesman for the dockers said that he"
        " disagreed. “It is a trap,” he said.",
        "A spokesman for the dockers",
        id="who speaks for somebody",
    ),
]


@pytest.mark.parametrize(("text", "name"), UNNAMED)
def test_a_pronoun_may_mean_somebody_without_a_name(text: str, name: str) -> None:
    one = last(text)

    assert (name, "unresolved") == (one.name, one.kind)
    assert one.as_written.lower() in ("he", "she")


STILL_NAMED = [
    pytest.param(
        "Mayor Ann Roe said the pier was safe. A spokesman said he agreed. “It is a bridge,”"
        " she said.",
        "Ann Roe",
        id="of another gender",
    ),
    pytest.param(
        "Mayor Paul Roe said the pier was safe. A report said it was not. “It is a bridge,”"
        " he said.",
        "Paul Roe",
        id="no person",
    ),
    pytest.param(
        "Mayor Paul Roe was not amused. “It is a bridge,” the Ohio banker said. “It stands,” he"
        " said.",
        "Paul Roe",
        id="the same man in other words",
    ),
    pytest.param(
        "Mayor Paul Roe took questions. A reporter asked whether it was safe. “It is a bridge,”"
        " he said.",
        "Paul Roe",
        id="who only asked",
    ),
    pytest.param(
        "Jo Poe sang. Ann Roe planned it all: an aide said she wrote that it was late.",
        "Ann Roe",
        id="whom somebody without a name tells of",
    ),
]


@pytest.mark.parametrize(("text", "name"), STILL_NAMED)
def test_a_pronoun_means_who_was_named(text: str, name: str) -> None:
    assert name == last(text).name


NOBODY = [
    pytest.param(
        "Mayor Ann Roe said the pier was safe. Her deputy said it was not. “It is a trap,” she"
        " said.",
        id="somebody's own",
    ),
    pytest.param(
        "“I was there,” she said. Mary Poe and Ann Roe sang. “I sang,” he said. He added that it"
        " was late.",
        id="a he whom nobody knows",
    ),
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_named_where_the_text_does_not_tell(text: str) -> None:
    one = last(text)

    assert (one.as_written, "unresolved") == (one.name, one.kind)


TELLERS = [
    pytest.param(
        "Dr Mary Poe, the curator, sat by. The historian Ann Roe said that Poe had told her in 2023"
        " that the vault was empty. “I am glad to have been lied to,” she said.",
        "Ann Roe",
        id="had told her that",
    ),
    pytest.param(
        "Tom Roe said Peter Poe had promised that it would close. “I believed him,” he said.",
        "Tom Roe",
        id="had promised that",
    ),
    pytest.param(
        "Tom Roe said Ann Poe had warned that it would close. “He did not listen,” she said.",
        "Ann Poe",
        id="only the other is of that gender",
    ),
    pytest.param(
        "Ann Roe said that, according to Mary Poe, the job was hers. “I believed it,” she said.",
        "Ann Roe",
        id="according to",
    ),
    pytest.param(
        "One diver said that Captain Tom Roe had warned that it was deep. “I sank,” he said.",
        "One diver",
        id="a teller without a name",
    ),
]


@pytest.mark.parametrize(("text", "name"), TELLERS)
def test_who_tells_of_anothers_words_speaks_on(text: str, name: str) -> None:
    assert name == last(text).name


def test_who_is_cited_among_anothers_words_does_not_say_that_they_spoke() -> None:
    text = "Ann Roe said that, according to Mary Poe, the job was hers."
    roe, poe = speech.find(text)

    assert ("Ann Roe", "Mary Poe") == (roe.speaker.name, poe.speaker.name)
    assert "the job was hers" == text[poe.said[0].start : poe.said[-1].end]
    assert roe.relays == poe.speaker


def test_a_quotation_behind_what_somebody_tells_is_the_tellers() -> None:
    text = "Tom Roe said that Jim Poe had warned of it. “I did not listen to him at all.”"
    roe, poe = speech.find(text)

    assert "quoted" == roe.said[-1].kind
    assert "reported" == poe.said[-1].kind


UNKNOWN_NAMES = [
    pytest.param(
        "“She owed me rent,” Stavros Poe said.\n\nPoe’s sous-chef, Zeddy Nakata, begs to differ."
        " “I was there,” he said.",
        "Zeddy Nakata",
        id="behind an office",
    ),
    pytest.param(
        "“She owed me rent,” Peter Poe said.\n\nZeddy Nakata, her driver, disagrees. “I was there,”"
        " he said.",
        "Zeddy Nakata",
        id="before somebody else’s driver",
    ),
    pytest.param(
        "“It is over,” Peter Poe said. Zeddy Nakata shook his head. “I was there,” he said.",
        "Zeddy Nakata",
        id="whose head it is",
    ),
    pytest.param(
        "“It is over,” Peter Poe said. Zeddy Nakata shrugged. “I was there,” he said.",
        "Zeddy Nakata",
        id="what only people do",
    ),
    pytest.param(
        "“It is over,” Peter Poe said. V. Nakata declined to discuss Poe. “I was there,” he said.",
        "V. Nakata",
        id="an initial",
    ),
    pytest.param(
        "“It is over,” Peter Poe said. Harrow Green was not so sure. “I was there,” he said.",
        "he",
        id="a person or a village",
    ),
    pytest.param(
        "“It is over,” Peter Poe said. Jim Roe and Tom Doe sang. “I was there,” he said.",
        "he",
        id="one of two",
    ),
    pytest.param(
        "“It is over,” Ann Poe said. Zeddy Roe and Mary Roe said it was late. “I sang,” she said.",
        "she",
        id="one of two who spoke",
    ),
    pytest.param(
        "Peter Poe sang in Harrow Green. Harrow Green was not so sure. “I was there,” he said.",
        "Peter Poe",
        id="a village elsewhere",
    ),
    pytest.param(
        "Peter Poe flew over the Narrow Firth, Harrow Green and Sallow Hill. “I saw it,” he said.",
        "Peter Poe",
        id="no subject",
    ),
]


@pytest.mark.parametrize(("text", "name"), UNKNOWN_NAMES)
def test_a_name_that_no_list_has_may_be_meant(text: str, name: str) -> None:
    assert name == last(text).name


def test_a_calling_that_is_a_surname_is_one_behind_a_first_name() -> None:
    assert "Adam Driver" == last("Adam Driver said it was late.").name


OFFICES = [
    pytest.param(
        "Payments firm Quillpay was told.\n\nQuillpay CEO Zarisol Trent apologised on Wednesday."
        " “That is on me,” she wrote.",
        ("Zarisol Trent", "Quillpay CEO"),
        id="not the company",
    ),
    pytest.param(
        "Aoibhe Ní Roe TD said the Minister was wrong. “Page 12 says so,” she said.",
        ("Aoibhe Ní Roe", "TD"),
        id="an elected office behind the name",
    ),
    pytest.param(
        "The committee heard from Mary Roe MP. “Page 12 says so,” she said.",
        ("Mary Roe", "MP"),
        id="who did not speak before",
    ),
    pytest.param(
        "Mayor Ann Poe spoke. A Harbour MP said it was wrong. “Page 12 says so,” she said.",
        ("A Harbour MP", None),
        id="the office of somebody without a name",
    ),
]


@pytest.mark.parametrize(("text", "expected"), OFFICES)
def test_a_pronoun_means_who_holds_an_office(text: str, expected: tuple[str, str | None]) -> None:
    one = last(text)

    assert expected == (one.name, one.role)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mary Roe MP, the shadow minister, said it was late.", ("Mary Roe", "MP")),
        ("Harbour MSP Ann Roe said it was late.", ("Ann Roe", "Harbour MSP")),
        ("A former MLA, Ann Roe, said it was late.", ("Ann Roe", "former MLA")),
        ("Harbour MPs said it was late.", ("Harbour MPs", None)),
        ("“It is late,” said the MP for Port, Ann Roe.", ("Ann Roe", "MP for Port")),
        ("“It is late,” said Ann Roe MP for Port.", ("Ann Roe", "MP for Port")),
        ("Ann Roe MP sang. The MP said it was late.", ("Ann Roe", "MP")),
    ],
)
def test_letters_of_an_elected_office_are_a_role(
    text: str, expected: tuple[str, str | None]
) -> None:
    one = last(text)

    assert expected == (one.name, one.role)


NOT_ALONE = [
    pytest.param(
        "Tom Roe grew up here. A teacher told him that he could write. “I believed it,” he said.",
        id="who told him",
    ),
    pytest.param(
        "Tom Roe grew up here. A coach spotted him at ten. “I was lucky,” he said.",
        id="who did something to him",
    ),
    pytest.param(
        "Tom Roe lost his job. A judge ruled that he was wronged. “I feel free,” he said.",
        id="who judged what befell him",
    ),
    pytest.param(
        "Mayor Ann Roe spoke. A colleague said he was strict. “He was good,” she said.",
        id="who spoke of another",
    ),
]


@pytest.mark.parametrize("text", NOT_ALONE)
def test_nobody_is_named_where_two_may_be_meant(text: str) -> None:
    one = last(text)

    assert (one.as_written, "unresolved") == (one.name, one.kind)


def test_whoever_loses_what_is_theirs_is_alone() -> None:
    text = "Ann Roe spoke.\n\nA mother said her car was gone. “I screamed,” she said."

    assert "A mother" == last(text).name


def test_whoever_tells_what_they_do_is_alone() -> None:
    text = "Ann Roe spoke. A woman was held after she had sworn. “I screamed,” she said."

    assert "A woman" == last(text).name


def test_an_age_in_years_belongs_to_who_has_it() -> None:
    text = "“It is late,” a 34-year-old resident said."
    [one] = speech.find(text)

    assert ("a 34-year-old resident", "“It is late,”") == (
        one.speaker.name,
        text[one.said[0].start : one.said[-1].end],
    )
