"""Who speaks, where a sentence names them in a roundabout way; and how far their words go on."""

from __future__ import annotations

import pytest

from index import speech

NAMED = [
    pytest.param(
        "“It is late,” Ann Roe, the sailing guru who founded the club tweeted on Monday.",
        ("Ann Roe", "sailing guru"),
        id="no comma closes the aside",
    ),
    pytest.param(
        "The leader of the council, Ann Roe, recently asked for a new bell.",
        ("Ann Roe", "leader of the council"),
        id="an adverb behind the aside",
    ),
    pytest.param(
        "“It is late,” said the minister of ports and bridges, Ann Roe.",
        ("Ann Roe", "minister of ports and bridges"),
        id="an office of two parts",
    ),
    pytest.param(
        "“It is late,” Ann Roe of the Institute for Ships and Ports wrote.",
        ("Ann Roe", None),
        id="a body between name and verb",
    ),
    pytest.param("“It is late,” the town's Ann Roe wrote.", ("Ann Roe", None), id="whose she is"),
    pytest.param(
        "Despite the rain, said Ann Roe, head of ports, the ferry runs.",
        ("Ann Roe", "head of ports"),
        id="between two halves",
    ),
    pytest.param(
        "The gate was shut, as the host Ann Roe said in April while showing a film.",
        ("Ann Roe", "host"),
        id="as she said",
    ),
    pytest.param("Ann Roe was prompted to say, “It is late.”", ("Ann Roe", None), id="prompted"),
    pytest.param(
        "Ann Roe is continuing to insist that it is late.", ("Ann Roe", None), id="continuing"
    ),
    pytest.param(
        "Ann Roe tried again, writing in the Gazette that it was late.",
        ("Ann Roe", None),
        id="writing in a newspaper",
    ),
    pytest.param("Ann “Tig” Roe said it was late.", ("Ann “Tig” Roe", None), id="a nickname"),
    pytest.param("“It is late!” posted Ann Roe.", ("Ann Roe", None), id="posted"),
    pytest.param("\u202a”It is late,” said Ann Roe.", ("Ann Roe", None), id="a hidden sign"),
    pytest.param("“It is late,” state Senator Ann Roe said.", ("Ann Roe", "Senator"), id="state"),
    pytest.param(
        "“It is late,” the islanders state in a letter.", ("the islanders", None), id="they state"
    ),
    pytest.param(
        "A Lowmere newspaper called on the mayor to act.",
        ("A Lowmere newspaper", None),
        id="called on",
    ),
    pytest.param(
        "The gate was shut, letters filed on Sunday revealed.", ("letters", None), id="filed"
    ),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_who_speaks_is_named_in_a_roundabout_way(
    text: str, expected: tuple[str, str | None]
) -> None:
    [found] = speech.find(text)

    assert expected[0] == found.speaker.name
    assert expected[1] is None or (found.speaker.role or "").endswith(expected[1])


NOBODY = [
    pytest.param("He met people from states that held a vote.", id="states are no verb"),
    pytest.param("How she answers that question will show whether it closes.", id="a question"),
    pytest.param("It was a party called The Open Gate.", id="the name of a thing"),
    pytest.param("They met Ann Roe, who began a drive called #OpenGate.", id="a drive's name"),
    pytest.param("They sat among ships and wrote.", id="no words"),
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_speaks(text: str) -> None:
    assert [] == speech.find(text)


TOGETHER = [
    pytest.param("Ann Roe and Bob Poe argue that trade is one cause.", id="in the present"),
    pytest.param(
        "Senator Ann Roe and state House Speaker Bob Poe have stated their wish to run.",
        id="an office before the second",
    ),
    pytest.param(
        "“It is late,” harbour experts Ann Roe and Bob Poe of the Institute wrote.",
        id="what both are",
    ),
]


@pytest.mark.parametrize("text", TOGETHER)
def test_two_speak_together(text: str) -> None:
    assert {"Ann Roe", "Bob Poe"} == {one.speaker.name for one in speech.find(text)}


def test_one_person_argues_is_no_plural() -> None:
    assert [] == speech.find("It helped Ann Roe argue that trade is one cause.")


def test_a_nickname_joins_the_surname() -> None:
    text = "Ann “Tig” Roe left on Monday. “It is late,” Roe said."

    assert ["Ann “Tig” Roe"] == [one.speaker.name for one in speech.find(text)]


def test_a_word_in_marks_between_names_is_no_nickname() -> None:
    text = "Ann Roe told the “Gazette” Lowmere was late."

    assert ["Ann Roe"] == [one.speaker.name for one in speech.find(text)]


def test_whom_a_question_was_put_to_may_have_an_aside() -> None:
    text = "At the fair, Ann Roe asked Bob Poe, who keeps the bell, to lay out his plan."
    [found] = speech.find(text)

    assert ["to lay out his plan"] == [text[part.start : part.end] for part in found.said]


FLOATING = [
    pytest.param(
        "“It is late,” said Ann Roe. “The gate has been shut for years,” in her view.",
        ["“It is late,”", "“The gate has been shut for years,”"],
        id="narration behind",
    ),
    pytest.param(
        "“It is late,” said Ann Roe. “The gate has been shut for years,” which Poe doubts. "
        "“It will stay shut.”",
        ["“It is late,”", "“The gate has been shut for years,”", "“It will stay shut.”"],
        id="and goes on",
    ),
    pytest.param(
        "“It is late,” said Ann Roe. “The gate has been shut for years,” Poe assured the crowd.",
        ["“It is late,”"],
        id="somebody else's",
    ),
    pytest.param(
        "“It is late,” said Ann Roe.\n\n“The gate has been shut for years,” in another view.",
        ["“It is late,”"],
        id="another paragraph",
    ),
    pytest.param(
        "Ann Roe called Poe onto the stage. “The gate has been shut for years,” in his view.",
        ["Poe onto the stage"],
        id="nothing was quoted",
    ),
]


@pytest.mark.parametrize(("text", "expected"), FLOATING)
def test_a_quotation_goes_on_behind_narration(text: str, expected: list[str]) -> None:
    found = [one for one in speech.find(text) if one.speaker.name == "Ann Roe"]

    assert expected == [text[part.start : part.end] for one in found for part in one.said]


NEITHER = [
    pytest.param(
        "Neither Ann Roe nor Bob Poe responded to requests for comment.",
        {"Ann Roe", "Bob Poe"},
        id="responded",
    ),
    pytest.param(
        "Neither Ann Roe, the mayor, nor Bob Poe would say whether it closes.",
        {"Ann Roe", "Bob Poe"},
        id="would say",
    ),
    pytest.param(
        "Neither Ann Roe nor her office commented on the plan.", {"her office"}, id="an office"
    ),
]


@pytest.mark.parametrize(("text", "expected"), NEITHER)
def test_neither_of_two_spoke(text: str, expected: set[str]) -> None:
    found = speech.find(text)

    assert expected == {one.speaker.name for one in found}
    assert {"declined"} == {part.kind for one in found for part in one.said}


def test_neither_among_the_words_said_declines_nothing() -> None:
    [found] = speech.find("It has neither time nor money, Bob Poe said.")

    assert ["reported"] == [part.kind for part in found.said]


@pytest.mark.parametrize("asked", ["if she wanted", "whether she wanted"])
def test_what_is_only_asked_or_supposed_is_no_position(asked: str) -> None:
    text = f"Ann Roe left. Asked {asked} a new bell, Ann Roe smiled."

    assert [] == speech.find(text, positions=True)


SURNAMES = [
    pytest.param("Ann King said it was late.", "Ann King", id="a full name"),
    pytest.param("“It is late,” said Rep. Bob T. King of Lowmere.", "Bob T. King", id="initial"),
    pytest.param("Mr. Prince said it was late.", "Prince", id="an honorific"),
    pytest.param("Ann Bishop, head of ports, said it was late.", "Ann Bishop", id="an aside"),
    pytest.param("The Prince said it was late.", "The Prince", id="a prince"),
    pytest.param("Bishop Ann Roe said it was late.", "Ann Roe", id="a bishop"),
    pytest.param("Austin Judge said it was late.", "Austin Judge", id="a town's judge"),
]


@pytest.mark.parametrize(("text", "name"), SURNAMES)
def test_a_surname_may_be_a_title(text: str, name: str) -> None:
    [found] = speech.find(text)

    assert name == found.speaker.name
    assert (name in ("The Prince", "Austin Judge")) == (found.speaker.kind == "unresolved")


def test_such_a_surname_alone_means_who_was_named_before() -> None:
    text = "Ann King left on Monday.\n\nKing said it was late.\n\nThe king said it was early."

    assert ["Ann King", "The king"] == [one.speaker.name for one in speech.find(text)]


NEARER = [
    pytest.param(
        "“It is late,” Tom Roe told Ann Poe, who opened the door and said she would stay.",
        ["Tom Roe", "Ann Poe"],
        id="who opened the door and said",
    ),
    pytest.param(
        "When Tom Roe asked Ann Poe to leave, she refused, citing the law.",
        ["Tom Roe", "Ann Poe"],
        id="she refused, citing",
    ),
    pytest.param(
        "Some left, and when Ann Poe thanked them and said it was late, it rained.",
        ["Ann Poe"],
        id="when she thanked them and said",
    ),
    pytest.param(
        "Ann Poe left after the vote came, saying that it was late.",
        ["Ann Poe"],
        id="a participle goes with the main clause",
    ),
    pytest.param(
        "Ann Poe left when the vote came and said that it was late.",
        ["Ann Poe"],
        id="a vote says nothing",
    ),
    pytest.param(
        "Ann Poe met Tom Roe, who left early, and said that it was late.",
        ["Ann Poe"],
        id="a closed aside",
    ),
]


@pytest.mark.parametrize(("text", "expected"), NEARER)
def test_a_second_verb_is_that_of_the_nearest_subject(text: str, expected: list[str]) -> None:
    assert expected == [one.speaker.name for one in speech.find(text)]


def test_as_somebody_spoke_tells_when() -> None:
    assert [] == speech.find("As Ann Roe spoke, the gate was going down.")


def test_who_wrote_a_book_tells_what_stands_in_it() -> None:
    [found] = speech.find("According to “The Long Gate” by Ann Roe, the ferry ran late.")

    assert "Ann Roe" == found.speaker.name


ASIDES = [
    pytest.param(
        "Senator Ann Roe, a friend of the mayor of the port told Bob Poe she was late.",
        ["Ann Roe"],
        id="a friend of",
    ),
    pytest.param(
        "In an interview with the hosts Bob Poe and Ann Roe, the candidate stated it was late.",
        ["the candidate"],
        id="whom somebody spoke with",
    ),
    pytest.param(
        "In Lowmere, which keeps a bell, Ann Roe smiled but described it as late.",
        ["Ann Roe"],
        id="which",
    ),
    pytest.param(
        "Ann Roe is making a pitch to Lowmere voters saying the gate is shut.",
        ["Ann Roe"],
        id="to whom",
    ),
    pytest.param(
        "Ann Roe answered Bob Poe's letter saying the gate was shut.",
        ["Bob Poe"],
        id="whose letter",
    ),
    pytest.param(
        "Some left, and the harbour club held a vote and said it would leave.",
        ["the harbour club"],
        id="a clause of its own",
    ),
    pytest.param("The most telling thing that she did was to leave.", [], id="telling"),
    pytest.param("On Friday, a bill that critics called late was read.", ["critics"], id="a bill"),
]


@pytest.mark.parametrize(("text", "expected"), ASIDES)
def test_whose_verb_it_is(text: str, expected: list[str]) -> None:
    assert expected == [one.speaker.name for one in speech.find(text)]


def test_where_and_when_somebody_spoke_is_not_said() -> None:
    text = "Friday on the show “New Day,” Senator Ann Roe told host Bob Poe she was late."
    [found] = speech.find(text)

    assert ["she was late"] == [text[part.start : part.end] for part in found.said]


def test_a_chance_that_is_passed_on_is_no_position() -> None:
    text = "Ann Roe passed on a chance to publicly back the bill."

    assert [] == speech.find(text, positions=True)
