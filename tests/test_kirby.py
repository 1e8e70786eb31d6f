"""The question this product began with, asked of the two real articles it began with."""

from __future__ import annotations

import pytest
from newsroom import SHARED, desk_of, record_of

from bot.composing import phrase, sourced
from index.intake import read_file

ARTICLES = SHARED / "articles"
QUESTION = "what did Kirby say about the North Korea deal?"
# Words of each of Kirby's statements, in the order of the two articles; John Kirby's public words.
EVERY_STATEMENT = (
    "would be a violation of several UN Security Council resolutions",
    "would continue to identify and stop Russian efforts",
    "This is yet another example of how desperate",
    "He is going through a vast amount of inventory",
    "no indications that that purchase has been completed",
    "Russia was seeking hefty restocking",
    "literally millions of rounds, rockets and artillery shells",
    "the purchase had not been confirmed yet",
    "just another indication of how desperate",
)

pytestmark = pytest.mark.skipif(
    not ARTICLES.is_dir(), reason="the two real articles are not part of the project"
)


@pytest.fixture(scope="module")
def answer(tmp_path_factory):
    drafts = [read_file(path) for path in sorted(ARTICLES.glob("*.txt"))]
    with record_of(tmp_path_factory.mktemp("kirby"), drafts) as record:
        yield desk_of(record).ask(QUESTION)


@pytest.mark.parametrize("words", EVERY_STATEMENT)
def test_every_statement_is_shown(answer, words):
    """Each of Kirby's nine statements stands in a block of his, and in its said words."""
    [block] = [each for each in answer.blocks if words in each.text]
    place = block.start + block.text.index(words)

    assert any(said.start <= place < said.end for said in block.said)


def test_seven_blocks_and_nobody_elses(answer):
    """A careful reader counts seven blocks; each is John Kirby's."""
    assert 7 == len(answer.blocks)
    assert {"John Kirby"} == {each.speaker.name for each in answer.blocks if each.speaker}


@pytest.mark.parametrize("words", ["Patel", "Biden", "White House said", "officials believe"])
def test_nobody_elses_words_are_shown(answer, words):
    """No block holds a statement of Patel, Biden, the White House or officials."""
    assert [] == [block.text for block in answer.blocks if words in block.text]


def test_the_resolutions_stand_among_the_first_three(answer):
    """The statement that speaks most plainly of the deal is one of the best three."""
    assert any("UN Security Council resolutions" in block.text for block in answer.blocks[:3])


def test_the_articles_are_two_occasions_of_unknown_order(answer):
    """Each article is an occasion of its own, with the role that it gives; none came first."""
    assert [
        "US National Security Council spokesman",
        "White House national security spokesperson",
    ] == sorted(each.speaker.role for each in answer.occasions if each.speaker)
    assert phrase.reading(answer) == (
        "John Kirby on the North Korea deal, from 2 articles. "
        "Neither has a date, so which came first is not known."
    )


def test_no_date_is_made_up(answer):
    """Neither article has a date; each shows the day that its own text names."""
    assert {
        "no date (the text says “on Thursday”)",
        "no date (the text names “Tuesday, September 6th”, no year)",
    } == {sourced.date(source) for source in answer.sources}


def test_the_reporter_who_passed_it_on_is_named(answer):
    """What Reuters reported of Kirby is via Reuters, and only that."""
    assert ["Reuters"] == [block.via for block in answer.blocks if block.via]


def test_patel_spoke_too(answer):
    """Others who spoke on the matter are named in small print."""
    assert ("Vedant Patel",) == answer.also


def test_sources_say_what_they_lack(answer):
    """One article has a link and its site's name, the other neither."""
    told = {sourced.outlet(source): source.article.url is not None for source in answer.sources}

    assert {"theaustralian.com.au": True, "outlet not given": False} == told
