"""A quote within a quote: who spoke, and who tells of it, are both named."""

from __future__ import annotations

import pytest
from newsroom import desk_of, record_of

from bot.chat import context
from bot.composing import phrase
from bot.pages import listing, machine
from index import speech
from index.article import Article, Draft
from index.statement import Statement

CAST = "Ann Roe is the mayor. Jack Doe is the harbour master."


def told(text: str, name: str) -> Statement:
    [one] = [each for each in speech.find(f"{CAST}\n\n{text}") if each.speaker.name == name]
    return one


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ms Roe said Mr Doe had told her “we are done with it”.", id="reported"),
        pytest.param("Roe recalled that Doe had said: “We are done with it.”", id="colon"),
        pytest.param("Mr Doe said the quay would be closed, Ms Roe said.", id="behind"),
        pytest.param(
            "Roe said Jack Doe, the harbour master, had told her “we are done”.", id="aside"
        ),
        pytest.param("“Jack Doe told me, ‘We are done with it,’” Roe said.", id="marks in marks"),
    ],
)
def test_both_speakers_are_named(text):
    """Doe's words name Roe, who tells of them; Roe's name Doe, of whom she tells."""
    inner, outer = told(text, "Jack Doe"), told(text, "Ann Roe")

    assert inner.relayed_by is not None
    assert outer.relays is not None
    assert ("Ann Roe", "Jack Doe") == (inner.relayed_by.name, outer.relays.name)
    assert inner.relays is None
    assert outer.relayed_by is None


def test_a_teller_before_the_sentence_is_named():
    """“According to Ann Roe, …” leaves all the words to Doe, and says through whom they come."""
    inner = told("According to Ann Roe, Jack Doe said the quay would close.", "Jack Doe")

    assert inner.relayed_by is not None
    assert "Ann Roe" == inner.relayed_by.name


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        pytest.param(
            "A former bookkeeper testified that Mr Doe bragged of “a friend on the board”.",
            "A former bookkeeper",
            id="testified",
        ),
        pytest.param(
            "A witness told the court that Mr Doe boasted of having “a friend on the board”.",
            "A witness",
            id="told the court",
        ),
        pytest.param(
            "According to a witness, Mr Doe said the quay would be closed.",
            "a witness",
            id="according",
        ),
    ],
)
def test_who_tells_is_named_even_without_a_name(text, teller):
    """What a witness says that Doe boasted of is never shown as if Doe had told it to us."""
    inner = told(text, "Jack Doe")

    assert inner.relayed_by is not None
    assert teller == inner.relayed_by.name
    assert "Jack Doe" == getattr(told(text, teller).relays, "name", None)


def test_who_tells_without_a_name_is_written_small_within_a_line():
    """The reader sees "as a witness tells it"."""
    assert ["as a witness tells it"] == list(phrase.through(None, "A witness", None))
    assert ["telling of Ann Roe’s words"] == list(phrase.through(None, None, "Ann Roe"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Reuters reported that Mr Doe had said it would close.", "Jack Doe", id="via"),
        pytest.param("Ms Roe said that she had told the board it was over.", "Ann Roe", id="self"),
        pytest.param("Mr Doe said the quay was old. Ms Roe said it was not.", "Jack Doe", id="two"),
        pytest.param("“If Jack Doe says, ‘Go on,’ we go,” Ms Roe said.", "Ann Roe", id="if"),
        pytest.param("“Jack Doe would say, ‘Go on,’” Ms Roe said.", "Ann Roe", id="would"),
    ],
)
def test_nobody_passes_words_on(text, name):
    """A newsroom is a ``via``; one's own words and mere suppositions are nothing passed on."""
    every = [each for each in speech.find(f"{CAST}\n\n{text}") if each.speaker.name == name]

    assert every
    assert all(each.relayed_by is None and each.relays is None for each in every)


def test_what_is_denied_to_have_been_said_was_not_said():
    """Roe's denial that Doe said it is no statement of Doe's."""
    text = f"{CAST}\n\nMs Roe denied that Mr Doe had said the quay would close."

    assert ["Ann Roe"] == [each.speaker.name for each in speech.find(text)]


def test_the_answer_names_both_in_words_and_for_machines(tmp_path):
    """Asked about either, the reader sees through whom the words have come."""
    text = f"{CAST}\n\nMs Roe said Mr Doe had told her “we are done with the old quay”."
    with record_of(tmp_path, [Draft("A quay", text)]) as record:
        inner, outer = (desk_of(record).who(name) for name in ("Doe", "Roe"))

    assert "quoted, as Ann Roe tells it, in" == phrase.attribution(inner.blocks[0])
    assert "partly quoted, telling of Jack Doe’s words, in" == phrase.attribution(outer.blocks[0])
    [statement] = machine.answer(inner)["statements"]
    assert {"name": "Ann Roe", "as_written": "Ms Roe", "role": None} == statement["relayed_by"]
    [statement] = machine.answer(outer)["statements"]
    assert statement["relays"]["name"] == "Jack Doe"


def test_print_names_who_tells_and_of_whom():
    """The sentence is copied whole: it is Roe's, and tells of Doe's words."""
    text = f"{CAST}\n\n“Jack Doe told me, ‘We are done with it,’” Ms Roe said."
    statements = speech.find(text)
    article = Article("a" * 10, "A quay", text)
    printed = context.for_print(article, len(CAST) + 2, len(text), statements)

    assert "Ann Roe, telling of Jack Doe’s words" in printed.splitlines()


def test_who_said_what_in_a_file_names_both():
    """So does the list of a file's statements."""
    text = f"{CAST}\n\nAccording to Ann Roe, Jack Doe said the quay would be closed."
    lines = [line.text.plain for line in listing.statements(speech.find(text), text)]

    assert "reported, as Ann Roe tells it" in lines
