"""What the writer tells around somebody's words is none of them."""

from __future__ import annotations

import pytest

from index import speech


def said(text: str) -> list[tuple[str, str, str]]:
    return [
        (one.speaker.name, part.kind, text[part.start : part.end])
        for one in speech.find(text)
        for part in one.said
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "A memo from the then treasurer, Jack Doe, leaked in May, complained of “a slow pace”.",
            ["“a slow pace”"],
            id="document",
        ),
        pytest.param(
            "Mr Doe went further: the mayor, he said, had “declared war on us”.",
            ["the mayor", "had", "“declared war on us”"],
            id="colon",
        ),
        pytest.param(
            "Her view is plain: the quay is unsafe, Ann Roe said.",
            ["the quay is unsafe"],
            id="clause before a colon",
        ),
    ],
)
def test_narration_is_not_said(text, words):
    """Neither the document that the words stand in, nor how the writer leads to them."""
    [one] = speech.find(text)

    assert words == [text[said.start : said.end] for said in one.said]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "Ann Roe called it “a mess” and ranked Doe last of “all fools”.",
            ["it", "“a mess”"],
            id="another act",
        ),
        pytest.param(
            "Ann Roe left, calling him “a fool” and threatening to stop his pay.",
            ["him", "“a fool”"],
            id="participle",
        ),
        pytest.param(
            "Ann Roe called him “a fool” and “a cheat”.",
            ["him", "“a fool”", "and", "“a cheat”"],
            id="two names",
        ),
        pytest.param(
            "Ann Roe cautioned “not yet,” before predicting rain.", ["“not yet,”"], id="before"
        ),
    ],
)
def test_what_somebody_does_next_is_not_said(text, words):
    """The words end at the quotation; a second name is one of them."""
    assert words == [what for _, _, what in said(text) if what != "rain"]


def test_a_noun_that_opens_a_sentence_does_not_speak():
    """Screens show words; "Giant" is nobody's name."""
    assert [] == said("Giant screens over the quay showed three words: “Over the top.”")


def test_who_stated_it_may_stand_before_a_paragraph_of_quotation():
    """The words follow in the paragraph behind "Stated Roe:"."""
    text = "Stated Roe:\n\n“I think that the stakes are high for all of us.”"

    assert [("Roe", "quoted", "“I think that the stakes are high for all of us.”")] == said(text)
