"""Interviews are the speaker's own words; what is summed up under a label is the writer's."""

from __future__ import annotations

from index import speech
from index.statement import Statement

LABELLED = """\
Q: Are architects afraid of water?

A: Because we are trained to stop it. Nobody counts the pumps.

Q: And next?

A: A school, and it floats."""

NAMED_ONCE = """\
Ann Roe, 44, won the prize for her quay. We met in Portville.

Why are architects afraid of water?

Ann Roe: Because we are trained to stop it.

Was that fair on you?

It is fair if you count the pumps.

Nobody does that.

What would you do differently?

I would ask the residents.

The book is out in May."""

SUMMED_UP = """\
Ann Roe and Jack Doe stand for mayor.

Roe: Wants a toll. Says the quay is unsafe.

Doe: Opposes a toll.

Roe: Backs the bridge.

Doe: Is against it."""

EXPLAINED = """\
Ann Roe is the mayor.

What does it mean for you?

The toll goes up.

When do you pay?

In May.

Can you appeal?

No."""


def said(text: str, title: str = "") -> list[tuple[str, str, str]]:
    found: list[Statement] = speech.find(text, title)
    return [
        (one.speaker.name, part.kind, text[part.start : part.end])
        for one in found
        for part in one.said
    ]


def test_an_answer_is_in_the_own_words_of_whom_is_asked():
    """They are printed word for word, though without quotation marks."""
    assert [
        ("Ann Roe", "quoted", "Because we are trained to stop it. Nobody counts the pumps."),
        ("Ann Roe", "quoted", "A school, and it floats."),
    ] == said(LABELLED, "Questions for Ann Roe")


def test_a_name_before_the_first_answer_holds_for_all():
    """The questions stand alone; the last answer is one paragraph, and what follows is not hers."""
    assert [
        ("Ann Roe", "quoted", "Because we are trained to stop it."),
        ("Ann Roe", "quoted", "It is fair if you count the pumps."),
        ("Ann Roe", "quoted", "Nobody does that."),
        ("Ann Roe", "quoted", "I would ask the residents."),
    ] == said(NAMED_ONCE)


def test_initials_before_the_further_answers_are_not_said():
    """“AR:” stands for the Ann Roe of the first answer; what a picture's line says is no answer."""
    text = NAMED_ONCE.replace("It is fair", "AR: It is fair").replace(
        "Nobody does that.", "—Picture by Ann Roe"
    )
    answers = [what for _, _, what in said(text)]

    assert "It is fair if you count the pumps." in answers
    assert not any("Picture" in what for what in answers)


def test_what_is_summed_up_under_a_name_is_reported():
    """Nobody says "I" or "you" there."""
    assert {"reported"} == {kind for _, kind, _ in said(SUMMED_UP)}


def test_questions_of_a_reader_are_no_interview():
    """No answer names anybody: the newspaper answers."""
    assert [] == said(EXPLAINED)
