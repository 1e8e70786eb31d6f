"""Words in a question's quotation marks are looked up: place and speaker, or the nearest."""

from __future__ import annotations

import pytest
from newsroom import LATER, desk_of, record_of

from bot.chat import message
from bot.composing import phrase, refusing
from bot.drafts import lookup


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    with record_of(tmp_path_factory.mktemp("lookup")) as opened:
        yield opened


@pytest.fixture(scope="module")
def desk(record):
    return desk_of(record)


@pytest.mark.parametrize(
    "question",
    [
        "who said “it will serve for ninety more”?",
        "Who said 'It will serve for 90 more'?",
        'did Tolliday ever say "it will serve for ninety more"',
        "where on earth does ‘it will serve for ninety more’ come from",
        "«It will serve for ninety more»",
        "was “it will serve for ninety more” said by anyone at all in the last ten years",
    ],
)
def test_words_are_found_with_their_speaker(desk, question):
    answer = desk.ask(question)
    [block] = answer.blocks

    assert "quoted" == answer.outcome
    assert "“It will serve for ninety more.”" in block.text
    assert "Maren Tolliday" == (block.speaker.name if block.speaker else None)
    assert "These words stand on record, word for word, in 1 article." == phrase.reading(answer)


def test_the_same_words_in_two_articles_are_one_block_with_two_places(desk):
    [block] = desk.ask("who said “I was wrong about the ferry terminal”?").blocks

    assert 2 == len(block.places)


def test_the_nearest_is_shown_with_its_differences_outside_its_words(desk):
    answer = desk.ask("who said “it will serve for eighty more”?")
    told = phrase.reading(answer)

    assert "not stand on record as you have them" in told
    assert "“eighty” stands where the record has “ninety”." in told
    assert ["“It will serve for ninety more.”"] == [
        each.text[-len("“It will serve for ninety more.”") :] for each in answer.blocks
    ]


def test_somebody_else_said_it(desk):
    answer = desk.ask("did Pellow say “it will serve for ninety more”?")

    assert "They are not given to Pellow." in phrase.reading(answer)


def test_words_that_nobody_said_are_not_on_record(desk):
    answer = desk.ask("who said “we shall fight them on the beaches”?")

    assert ("not_on_record", ()) == (answer.outcome, answer.blocks)
    assert "These words do not stand in the 3 articles" in refusing.refusal(answer)


@pytest.mark.parametrize(
    "question",
    [
        "What did Tolliday say about “the ferry terminal plan”?",  # a topic
        "who spoke about the “terminal”?",  # too few words
        "What did Tolliday say of the “right answer now” and of the quay?",  # a part of the topic
        "How many berths are there in what they call “the old town harbour”?",
    ],
)
def test_other_questions_are_answered_in_their_own_way(desk, question):
    assert () == desk.ask(question).looked_up


def test_removed_words_are_gone(tmp_path):
    with record_of(tmp_path, (LATER,)) as opened:
        [stored] = opened.articles()
        asking = desk_of(opened)
        question = "who said “I was wrong about the ferry terminal”?"
        before = asking.ask(question).outcome
        opened.remove(stored.article.article_id)

        assert ("quoted", "not_on_record") == (before, asking.ask(question).outcome)


def test_discord_shows_it_harmlessly(desk):
    [part] = message.parts(desk.ask("who said “it will serve for **@everyone** more”?"))
    told = part.content.splitlines()

    assert "@everyone" not in part.content.replace("\\@everyone", "")
    assert any("where the record has “ninety”" in line for line in told)


def test_a_long_question_has_one_quotation(desk):
    assert "a b c d" == lookup.words_in("who said “x y z” and “a b c d”?")
    assert lookup.words_in("who said “x y”?") is None
