"""Who asks for a denial, a refusal to comment or exact words is shown those, or told of none."""

from __future__ import annotations

import pytest
from newsroom import desk_of, record_of

from bot.composing import phrase
from index.article import Draft
from index.question import read

KNOWN = {"roe", "doe"}
TOLLS = Draft(
    title="Bridge tolls may rise",
    text=(
        "The harbour board’s plan for the bridge tolls caused an outcry on Monday.\n\n"
        "Anna Roe, the treasurer, denied that they would rise. “The bridge tolls stay as they "
        "are,” Ms Roe said. She said that the bridge tolls paid for the paint.\n\n"
        "Ivo Doe, who collects the bridge tolls, declined to comment.\n\n"
        "Una Poe, a carter, said that the bridge tolls were a burden."
    ),
)
LAMPS = Draft(
    title="New lamps",
    text="Una Poe, a carter, said that the lamps of the quay were bright.",
)


@pytest.mark.parametrize(
    ("text", "manner", "topic"),
    [
        ("has Roe denied the rise?", "denied", "the rise"),
        ("did anyone deny that the tolls would rise?", "denied", "the tolls would rise"),
        ("who denied the rise?", "denied", "the rise"),
        ("Roe’s denial of the rise", "denied", "the rise"),
        ("who declined to comment on the tolls?", "declined", "the tolls"),
        ("did Roe refuse to answer about the tolls?", "declined", "the tolls"),
        ("did Roe refuse to resign?", None, "resign"),
        ("quotes from Roe on the tolls", "quoted", "the tolls"),
        ("Roe’s exact words", "quoted", ""),
        ("did Roe say that Doe denied the rise?", None, "Doe denied the rise"),
        ("what did Roe say about the quote?", None, "the quote"),
    ],
)
def test_the_manner_is_read_and_is_no_topic(text, manner, topic):
    """What the topic itself tells of ("Doe denied it") is not what is asked for."""
    question = read(text, lambda name: name.casefold() in KNOWN)

    assert (manner, topic) == (question.manner, question.topic)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with record_of(tmp_path_factory.mktemp("data"), (TOLLS, LAMPS)) as record:
        yield desk_of(record)


def said(answer):
    return [(block.speaker.name, block.text) for block in answer.blocks]


def test_who_denied_it_is_shown_with_the_denial(desk):
    """The denial names the tolls only as "they"; its article is about them."""
    answer = desk.ask("has anyone denied that the bridge tolls will rise?")

    assert any("denied that they would rise" in text for _, text in said(answer))
    assert "Reported as a denial in [1]." in phrase.reading(answer)


def test_who_declined_to_comment_is_shown_alone(desk):
    """Nobody else’s words answer that."""
    answer = desk.ask("who declined to comment on the bridge tolls?")

    assert ["Ivo Doe"] == [name for name, _ in said(answer)]
    assert "Only who is reported as declining" in phrase.reading(answer)


def test_exact_words_are_quotations_alone(desk):
    """What the writer reports of her is left out."""
    answer = desk.ask("quotes from Anna Roe on the bridge tolls")

    assert [("Anna Roe", "“The bridge tolls stay as they are,” Ms Roe said.")] == said(answer)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("did Una Poe deny the bridge tolls?", "Nothing shown here is reported as a denial."),
        ("quotes from Una Poe on the bridge tolls", "Nothing of it is quoted."),
        (
            "did Una Poe decline to comment on the bridge tolls?",
            "Nobody is reported here as declining to comment.",
        ),
    ],
)
def test_what_was_said_otherwise_is_shown_and_said_to_be(desk, asked, told):
    """What she said of the tolls is worth reading all the same."""
    answer = desk.ask(asked)

    assert ["Una Poe"] == [name for name, _ in said(answer)]
    assert told in phrase.reading(answer)
