"""Who said what, where a newsroom’s sentences are longer than the plain forms of attribution."""

from __future__ import annotations

import pytest

from index import speech
from index.statement import Statement


def last(text: str) -> Statement:
    """Find the last statement of a text."""
    return speech.find(text)[-1]


DECLINED = [
    pytest.param(
        "Ann Roe, the chief engineer of the board, declined to comment while the inquiry sat.",
        "Ann Roe",
        id="with a clause behind",
    ),
    pytest.param(
        "Edda Roe, the managing director of Sound Ferries, declined to comment.",
        "Edda Roe",
        id="with an aside",
    ),
    pytest.param(
        "The health fund, which would pay for any move, declined to comment.",
        "The health fund",
        id="a body with a clause of its own",
    ),
    pytest.param("The league declined to comment.", "The league", id="a body"),
]


@pytest.mark.parametrize(("text", "speaker"), DECLINED)
def test_a_refusal_to_comment_belongs_to_its_subject(text: str, speaker: str) -> None:
    one = last(text)

    assert (speaker, "declined", "comment") == (
        one.speaker.name,
        one.said[0].kind,
        text[one.said[0].start : one.said[0].end],
    )


NOTHING_SAID = [
    pytest.param("People accused of trying to arrange deals were held.", id="accused of"),
    pytest.param("The mayor, praised for her calm, left.", id="praised for"),
    pytest.param("Two traders, who asked not to be named, left.", id="asked not to be named"),
    pytest.param("The White House, speaking a short time later, was more careful.", id="speaking"),
    pytest.param("He had not read it, and left.", id="not read"),
    pytest.param("Two reports carry words of John Roe, who speaks for the port.", id="speaks for"),
]


@pytest.mark.parametrize("text", NOTHING_SAID)
def test_a_verb_of_speech_that_says_nothing_makes_no_statement(text: str) -> None:
    assert [] == speech.find(text)


SPEAKERS = [
    pytest.param(
        "A report into the fall of the Penny Bridge has blamed rust.",
        "A report",
        None,
        id="not what a report is about",
    ),
    pytest.param(
        "It was not Ann Poe but Jo Roe, the port’s deputy spokesperson, who said it was late.",
        "Jo Roe",
        "port’s deputy spokesperson",
        id="who, behind an aside",
    ),
    pytest.param(
        "A spokesperson for the referees’ body said it was late.",
        "A spokesperson for the referees’ body",
        None,
        id="possessive of a plural",
    ),
    pytest.param(
        "A source close to Ann Roe said it was late.", "A source", None, id="close to somebody"
    ),
    pytest.param(
        "Documents seen by Ann Roe said it was late.", "Documents", None, id="seen by somebody"
    ),
    pytest.param(
        "People familiar with Ann Roe said it was late.",
        "People",
        None,
        id="familiar with somebody",
    ),
    pytest.param(
        "Its author, Professor Ann Roe, said it was late.", "Ann Roe", "author", id="title in aside"
    ),
    pytest.param(
        "Brothers Martin and Ann Roe fell out. “No,” said Martin Roe. Martin said it was late.",
        "Martin Roe",
        None,
        id="first name alone",
    ),
    pytest.param(
        "Martin Roe fell out with Ann Poe. Mr Martin said it was late.",
        "Martin",
        None,
        id="a surname that is another’s first name",
    ),
    pytest.param(
        "Mr Roe rose. Jo Roe KC, for the defence, said no more. Mr Roe said it was late.",
        "Jo Roe KC",
        None,
        id="letters behind a name",
    ),
]


@pytest.mark.parametrize(("text", "name", "role"), SPEAKERS)
def test_the_speaker_is_found_in_a_longer_phrase(text: str, name: str, role: str | None) -> None:
    assert (name, role) == (last(text).speaker.name, last(text).speaker.role)


ROLES = [
    pytest.param(
        "Jo Roe, the secretary of the club and no relation of hers, said it was late.",
        "secretary of the club",
        id="not what somebody is not",
    ),
    pytest.param(
        "The council leader, Jo Roe, thanked him. Roe said it was late.",
        "council leader",
        id="in front of the name, where somebody is first named",
    ),
    pytest.param(
        "He left the Rovers manager, Jo Roe, furious. Roe said it was late.",
        "Rovers manager",
        id="in front of an object",
    ),
    pytest.param(
        "It left Jo Roe, furious with the referee, in tears. Roe said it was late.",
        None,
        id="a feeling towards somebody",
    ),
    pytest.param(
        "When asked by a sailor, Jo Roe, still at sea, laughed. Roe said it was late.",
        None,
        id="another’s, in a clause before",
    ),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_the_role_is_the_speakers_own(text: str, role: str | None) -> None:
    assert role == last(text).speaker.role


def test_an_agency_that_opens_the_sentence_passed_the_words_on() -> None:
    text = "According to Reuters, spokesman John Roe then said there were “no signs” of it."

    assert ("John Roe", "Reuters") == (last(text).speaker.name, last(text).via)


def test_when_it_was_said_is_no_part_of_what_was_said() -> None:
    text = "The White House said earlier in the year that Russia was ready."
    said = last(text).said[0]

    assert "that Russia was ready" == text[said.start : said.end]


def test_what_somebody_denies_having_told_is_not_told() -> None:
    found = speech.find("Ann Roe denied telling Bob Poe that the door was open.")

    assert ["denied"] == [said.kind for one in found for said in one.said]
