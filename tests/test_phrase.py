"""The words around an answer say what is known and what is not."""

from __future__ import annotations

import pytest

from bot.composing import phrase, refusing, sourced
from bot.composing.answer import Answer, Block, Choice, Source
from index.article import Article, Published
from index.question import Question
from index.statement import Speaker

SAID = Question("What did Kirby say about drones?", "said", "Kirby", "drones", "drones")


def source(published: str | None = None, when: str | None = None, **details: str) -> Source:
    date = Published(published, "metadata") if published else None
    return Source(1, Article("a", "Headline", "Text.", published=date, **details), when)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(source("2023-08-04"), "4 August 2023", id="day"),
        pytest.param(source("2023-08"), "August 2023", id="month"),
        pytest.param(source("2023"), "2023", id="year"),
        pytest.param(source(), "no date", id="none"),
        pytest.param(
            source(None, "on Thursday"), "no date (the text says “on Thursday”)", id="weekday"
        ),
        pytest.param(
            source(None, "September 6th"),
            "no date (the text names “September 6th”, no year)",
            id="day without a year",
        ),
    ],
)
def test_a_date_is_written_out_or_said_to_be_missing(given, expected):
    """The month is spelled out; a day in the text never becomes a date."""
    assert expected == sourced.date(given)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(source(outlet="The Gazette"), "The Gazette", id="given"),
        pytest.param(source(url="https://www.gazette.example/a"), "gazette.example", id="site"),
        pytest.param(source(), "outlet not given", id="none"),
    ],
)
def test_an_outlet_is_never_guessed(given, expected):
    """Without an outlet the site is named, and without a site it is said to be missing."""
    assert expected == sourced.outlet(given)


def answer(
    missing: str, searched: int = 212, person: str | None = "John Kirby", like: str = ""
) -> Answer:
    choices = (Choice(like, None),) if like else ()
    return Answer(
        SAID, "not_on_record", missing=missing, searched=searched, person=person, choices=choices
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(
            answer("other_topics"),
            "I found nothing John Kirby said about drones in the 212 articles I can search here. "
            "That does not mean it was never said.",
            id="other topics",
        ),
        pytest.param(
            answer("never_quoted", person=None),
            "Kirby is named in the 212 articles I can search here, but I found no words that "
            "are plainly theirs, quoted or reported.",
            id="never quoted",
        ),
        pytest.param(
            answer("unknown_name", searched=1, person=None),
            "Nobody called Kirby speaks or is named in the 1 article I can search here. "
            "Is the name spelt another way?",
            id="unknown",
        ),
        pytest.param(
            answer("unknown_name", person=None, like="John Kerby"),
            "Nobody called Kirby speaks or is named in the 212 articles I can search here. "
            "Did you mean John Kerby?",
            id="spelt nearly so",
        ),
        pytest.param(
            answer("nothing", searched=0),
            "Nothing is on record here yet. Add an article first, then ask again.",
            id="empty",
        ),
    ],
)
def test_each_refusal_has_its_own_words(given, expected):
    """A refusal says which of the reasons it is."""
    assert expected == refusing.refusal(given)


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        pytest.param(["2023", None], "Newest first. One of them has no date, ", id="one undated"),
        pytest.param([None, None], "Neither has a date, ", id="two undated"),
        pytest.param([None] * 3, "None of them has a date, ", id="three undated"),
        pytest.param([None], "It has no date.", id="one article"),
        pytest.param(["2023", "2022"], "Newest first.", id="dated"),
    ],
)
def test_what_is_known_of_the_order_is_said(dates, expected):
    """Nothing claims which came first where a date is missing."""
    sources = tuple(source(each) for each in dates)
    given = Answer(SAID, "quoted", sources=sources, person="John Kirby")

    assert expected in phrase.reading(given)


def block(*manners: str, via: str | None = None, weak: bool = False) -> Block:
    speaker = Speaker("John Kirby", "he")
    return Block("a", 0, 1, "x", (), manners, speaker, via, None, weak, 1.0)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(block("quoted"), "quoted in", id="quoted"),
        pytest.param(block("quoted", "reported"), "quoted and reported in", id="both"),
        pytest.param(
            block("quoted", "partly quoted", "reported"),
            "quoted, partly quoted and reported in",
            id="three",
        ),
        pytest.param(
            block("partly quoted", via="Reuters"), "partly quoted, via Reuters, in", id="via"
        ),
    ],
)
def test_how_words_were_said_is_said_in_words(given, expected):
    """No meaning is carried by colour or signs alone."""
    assert expected == phrase.attribution(given)


def test_a_thin_attribution_says_so():
    """Where the speaker was worked out on thin evidence, the reader is told."""
    assert "that “he” is John Kirby is our reading" == phrase.doubt(block("quoted", weak=True))
    assert phrase.doubt(block("quoted")) is None


@pytest.mark.parametrize(
    ("text", "topic", "expected"),
    [
        pytest.param("What did Kirby say?", "", "John Kirby, from", id="none"),
        pytest.param(
            "What did Kirby say about drones?", "drones", "John Kirby on drones,", id="on"
        ),
        pytest.param("Kirby: drones", "drones", "John Kirby on drones,", id="short"),
        pytest.param(
            "What did Kirby write in his letter?",
            "in his letter",
            "John Kirby in his letter,",
            id="where",
        ),
        pytest.param(
            "Did Kirby say the ban will stay?",
            "the ban will stay",
            "John Kirby on “the ban will stay”,",
            id="a clause",
        ),
    ],
)
def test_how_the_question_was_read_is_said_in_plain_words(text, topic, expected):
    """The topic is led on to as a person would."""
    asked = Question(text, "said", "Kirby", topic, topic)

    assert phrase.reading(Answer(asked, "quoted", person="John Kirby")).startswith(expected)


def test_words_of_an_article_that_is_being_read_again_are_not_denied():
    """A question without a topic is refused without one."""
    asked = Question("What did Kirby say?", "said", "Kirby", "", "What did Kirby say?")
    nothing = Answer(asked, "not_on_record", missing="other_topics", searched=3, person="Kirby")

    assert "I found no words of Kirby in the 3 articles I can search here, as they stand now." == (
        refusing.refusal(nothing)
    )


def test_people_without_a_name_are_not_said_to_be_named():
    """Residents are no name."""
    asked = Question("What did residents say?", "said", "residents", "", "residents")
    nothing = Answer(asked, "not_on_record", missing="never_quoted", searched=3)

    assert refusing.refusal(nothing).startswith("I found no words that are plainly of residents in")


def test_a_role_that_several_people_have_is_asked_back_as_a_role():
    """A question for "the mayor" is no question for a name."""
    asked = Question("What did the mayor say?", "said", "the mayor", "", "")

    assert refusing.which(Answer(asked, "which")).startswith("Which mayor? ")


def test_a_quotation_that_nobody_is_named_beside_is_doubted():
    """It follows Roe's words and is taken for hers: also where her name is written out."""
    roe = Speaker("Ann Roe", "Ann Roe")
    block = Block("a", 0, 1, "x", (), ("quoted",), roe, None, None, True, 1.0)

    assert "that these are words of Ann Roe is our reading" == phrase.doubt(block)
