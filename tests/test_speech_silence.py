"""What somebody did not say is none of their words; to say nothing when asked is an answer."""

from __future__ import annotations

import pytest

from index import speech

CAST = "Ann Roe is the mayor. Jack Doe is the harbour master.\n\n"


def kinds(text: str) -> list[tuple[str, str]]:
    """List who speaks, and how."""
    return [(one.speaker.name, said.kind) for one in speech.find(CAST + text) for said in one.said]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ann Roe has not spoken publicly about the quay.", id="spoken"),
        pytest.param("Ann Roe did not mention the money.", id="mention"),
        pytest.param("Ann Roe did not state the amount.", id="state"),
        pytest.param("Ann Roe has not commented on the quay.", id="commented"),
        pytest.param("Ann Roe has not announced a date.", id="announced"),
        pytest.param("Ann Roe did not criticise the plan.", id="criticise"),
        pytest.param("Ann Roe has never accused anybody of theft.", id="never"),
        pytest.param("Ann Roe never said that the quay was safe.", id="never said"),
        pytest.param("Ann Roe did not deny that the quay was shut.", id="deny"),
    ],
)
def test_silence_is_no_statement(text):
    """Nobody has said what the writer finds missing, nor denied it."""
    assert [] == kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ann Roe did not reply to emails.", id="reply"),
        pytest.param("Ann Roe would not confirm the date.", id="would not"),
        pytest.param("Ann Roe refused to confirm that the quay was shut.", id="refused"),
        pytest.param("Ann Roe did not explain why the quay was shut.", id="question"),
        pytest.param("Asked about the quay, Ann Roe did not mention the money.", id="asked"),
        pytest.param("Despite requests, Ann Roe has not commented on it.", id="requests"),
        pytest.param("Ann Roe did not comment.", id="comment"),
        pytest.param("Ann Roe did not say when it would open.", id="say"),
    ],
)
def test_who_was_asked_declines(text):
    """Whoever is asked and gives no answer has declined to."""
    assert [("Ann Roe", "declined")] == kinds(text)


def test_what_was_said_and_more_is_a_statement():
    """“Not only” denies nothing."""
    text = "Ann Roe has not only criticised the plan but left."

    assert [("Ann Roe", "reported")] == kinds(text)


def test_another_speakers_words_end_where_silence_begins():
    """The verb of silence still parts its own clause from what was said before."""
    text = CAST + "Ann Roe said it would shut but did not mention the money."
    [said] = [part for one in speech.find(text) for part in one.said]

    assert "it would shut" == text[said.start : said.end]


@pytest.mark.parametrize("denied", ["having said so", "ever having told the board that it shut"])
def test_who_denies_having_said_it_passes_nothing_on(denied):
    """It is Roe's denial, and she tells of nobody else's words."""
    [one] = speech.find(f"{CAST}Ann Roe denied {denied}.")

    assert ("Ann Roe", "denied", None) == (one.speaker.name, one.said[0].kind, one.relays)


def test_who_admits_having_said_it_has_said_it():
    """The subject of the first verb is that of the second."""
    assert {"Ann Roe"} == {name for name, _ in kinds("Ann Roe admitted having said he was a fool.")}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ann Roe had to contend with rain, which often shut the quay.", id="quarrel"),
        pytest.param("Only time will tell whether the quay is safe.", id="time"),
        pytest.param("Ann Roe left early. It is worth noting that the quay is old.", id="worth"),
        pytest.param("Ann Roe, who is now advising the Union, left early.", id="advises"),
        pytest.param("Ann Roe won again, claiming the nomination on Monday.", id="claiming"),
        pytest.param(
            "Ann Roe left because it is demanding and long - the day has ten hours.", id="demanding"
        ),
    ],
)
def test_what_tells_of_no_words_is_no_statement(text):
    """The same verbs mean something else there, or the writer speaks."""
    assert [] == kinds(text)


def test_what_stands_before_who_is_not_said():
    """“Who” speaks behind its own verb alone, not in the clause that it stands in."""
    text = CAST + "The flood began with Ann Roe, who proclaimed in July - late - that it was over."
    said = [text[part.start : part.end] for one in speech.find(text) for part in one.said]

    assert ["that it was over"] == said
