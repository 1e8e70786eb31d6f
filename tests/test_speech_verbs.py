"""Verbs that speak in some company only, and the words for giving no comment."""

from __future__ import annotations

import pytest

from index import speech

CAST = "Ann Roe is the mayor. Jack Doe is the harbour master.\n\n"


def said(text: str) -> list[tuple[str, str, str]]:
    """List who speaks, how, and what is theirs."""
    whole = CAST + text
    return [
        (one.speaker.name, part.kind, whole[part.start : part.end])
        for one in speech.find(whole)
        for part in one.said
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Ann Roe termed it “baseless”.", ["it", "“baseless”"], id="termed"),
        pytest.param(
            "Ann Roe ruled out that it would shut.", ["that it would shut"], id="ruled out"
        ),
        pytest.param(
            "Ann Roe apologised “without reservation”.", ["“without reservation”"], id="apologised"
        ),
        pytest.param("Ann Roe pleaded: “Let it be.”", ["“Let it be.”"], id="pleaded"),
        pytest.param(
            "Ann Roe recommended that fares be frozen.",
            ["that fares be frozen"],
            id="recommended",
        ),
        pytest.param(
            "Ann Roe begged anyone who saw it to come.",
            ["anyone who saw it to come"],
            id="begged",
        ),
        pytest.param("Ann Roe appealed for calm.", ["calm"], id="appealed"),
        pytest.param(
            "Ann Roe indicated that it would shut.", ["that it would shut"], id="indicated"
        ),
    ],
)
def test_such_a_verb_speaks(text, words):
    """Behind each stands what was said."""
    assert [("Ann Roe", word) for word in words] == [(who, what) for who, _, what in said(text)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ann Roe pleaded not guilty.", id="pleaded guilty"),
        pytest.param("Ann Roe appealed against the verdict.", id="went to court"),
        pytest.param("Polls in Portville indicated that Ann Roe would win.", id="polls"),
        pytest.param("It begged the question of what Ann Roe wanted.", id="question"),
        pytest.param("The referee ruled out a second goal by Ann Roe.", id="goal"),
        pytest.param("The terms appealed to Ann Roe, and the court of appeal agreed.", id="nouns"),
        pytest.param("Later, Ann Roe apologised.", id="nothing told"),
        pytest.param("Ann Roe will discuss the quay on Monday.", id="discuss"),
    ],
)
def test_it_does_not_speak_in_other_company(text):
    """The same words tell of courts, polls and games as well."""
    assert [] == said(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ann Roe did not return calls seeking comment.", id="calls"),
        pytest.param("Ann Roe could not be reached.", id="reached"),
        pytest.param("Ann Roe could not immediately be reached for comment.", id="comment"),
        pytest.param("Ann Roe refused to be drawn on the quay.", id="drawn"),
        pytest.param("Ann Roe is at home and did not wish to speak.", id="wish"),
        pytest.param("Ann Roe did not get back to us.", id="back"),
        pytest.param("Ann Roe declined to discuss Jack Doe.", id="discuss"),
        pytest.param("Ann Roe would not rule out a rise.", id="rule out"),
    ],
)
def test_who_gives_no_comment_declines(text):
    """It is on record that they were asked."""
    assert [("Ann Roe", "declined")] == [(who, kind) for who, kind, _ in said(text)]


def test_who_else_stands_before_a_refusal_is_none_of_it():
    """What is declined is never the description before the name."""
    text = "Her deputy, Jack Doe, who shut the quay in May, could not be reached."

    assert [("Jack Doe", "declined", "reached")] == said(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("An accord with Ann Roe could not be reached in May.", id="accord"),
        pytest.param("Ann Roe did not return to the quay.", id="return"),
        pytest.param("Ann Roe did not get back to Portville.", id="get back"),
    ],
)
def test_the_same_words_of_anything_else_are_no_refusal(text):
    assert [] == said(text)


def test_who_tells_of_begging_tells_on_behind_another_clause():
    """“Begged him for help” asks for nothing in words, whatever comes to "to" further on."""
    text = "Ann Roe said Jack Doe begged him for a post and “would have knelt” if asked to do so."
    found = {who for who, kind, _ in said(text) if kind == "quoted"}

    assert {"Ann Roe"} == found
