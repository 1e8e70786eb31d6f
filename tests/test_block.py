"""Hits become blocks that can be read by themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.composing.block import blocks
from index import speech
from index.article import Article, Published
from index.database import StoredStatement
from index.search import Hit
from index.search.rank import Closeness


def article(text: str, article_id: str = "a") -> Article:
    return Article(article_id, "Title", text)


def hits(given: Article, score: float = 1.0) -> list[Hit]:
    near = Closeness(score, score, score)
    return [
        Hit(
            given.article_id, each.start, each.end, near, StoredStatement(n, given.article_id, each)
        )
        for n, each in enumerate(speech.find(given.text))
    ]


def texts(*articles: Article) -> list[str]:
    every = [hit for each in articles for hit in hits(each)]
    return [block.text for block in blocks(every, {each.article_id: each for each in articles})]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“The quay is old,” Ada Quill said. She said it would be mended.",
            ["“The quay is old,” Ada Quill said. She said it would be mended."],
            id="neighbours of one speaker are one block",
        ),
        pytest.param(
            "Ada Quill said the quay was old. Ivo Reed said it was not.",
            ["Ada Quill said the quay was old.", "Ivo Reed said it was not."],
            id="two speakers are two blocks",
        ),
        pytest.param(
            "Ada Quill said the quay was old.\n\nShe said it would be mended.",
            ["Ada Quill said the quay was old.", "She said it would be mended."],
            id="two paragraphs are two blocks",
        ),
        pytest.param(
            "Ada Quill said the quay was old. It rained. Quill said it would be mended.",
            ["Ada Quill said the quay was old.", "Quill said it would be mended."],
            id="a sentence between parts them",
        ),
        pytest.param(
            "The quay fell into the sea. “It was a disaster,” Ada Quill said.",
            ["The quay fell into the sea. “It was a disaster,” Ada Quill said."],
            id="a quotation that opens with a pronoun brings the sentence before",
        ),
        pytest.param(
            "The quay fell into the sea.\n\n“It was a disaster,” Ada Quill said.",
            ["“It was a disaster,” Ada Quill said."],
            id="but not across a paragraph",
        ),
        pytest.param(
            "Ivo Reed said the quay fell. “It was a disaster,” Ada Quill said.",
            ["Ivo Reed said the quay fell.", "“It was a disaster,” Ada Quill said."],
            id="nor one in which somebody else speaks",
        ),
        pytest.param(
            "The quay fell. “This was a disaster,” Ada Quill said.",
            ["“This was a disaster,” Ada Quill said."],
            id="and only a pronoun does",
        ),
    ],
)
def test_blocks_are_whole_and_no_longer_than_needed(text, expected):
    """Sentences that belong together stand together, and nothing else with them."""
    assert sorted(expected) == sorted(texts(article(text)))


QUOTE = "“The quay has stood for ninety years and will stand for ninety more,”"


def test_the_same_words_in_two_articles_are_one_block_with_two_places():
    """Whoever carries the same words is one source more, not one statement more."""
    first = article(f"{QUOTE} said Ada Quill, the harbour master.", "a")
    second = article(f"There was a vote. {QUOTE} Ms Quill said.", "b")
    every = [*hits(first, 0.9), *hits(second, 0.5)]
    [block] = blocks(every, {"a": first, "b": second})

    assert ["a", "b"] == [place.article_id for place in block.places]
    assert first.text == block.text


def test_of_the_same_words_the_dated_ones_are_shown():
    """The copy that tells a reader when and where is shown, wherever the better score is."""
    bare = article(f"{QUOTE} said Ada Quill.", "a")
    dated = replace(bare, article_id="b", published=Published("2024-03", "metadata"))
    [block] = blocks([*hits(bare, 0.9), *hits(dated, 0.5)], {"a": bare, "b": dated})

    assert ("b", 0.9) == (block.article_id, round(block.score, 2))
    assert ["b", "a"] == [place.article_id for place in block.places]


def test_the_same_words_of_two_people_stay_two():
    """A shared phrase does not make two people one."""
    first = article(f"{QUOTE} said Ada Quill.", "a")
    second = article(f"{QUOTE} said Ivo Reed.", "b")

    assert 2 == len(blocks([*hits(first), *hits(second)], {"a": first, "b": second}))


def test_short_words_are_nobodys_alone():
    """“No comment” in two articles is two statements."""
    first = article("“No, never,” said Ada Quill.", "a")
    second = article("“No, never,” said Ada Quill.", "b")

    assert 2 == len(blocks([*hits(first), *hits(second)], {"a": first, "b": second}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“The quay is old,” Ada Quill said.", ("quoted",), id="quoted"),
        pytest.param("Ada Quill said the quay was old.", ("reported",), id="reported"),
        pytest.param(
            "Ada Quill said it was “just another old quay”.", ("partly quoted",), id="partly"
        ),
        pytest.param("Ada Quill declined to comment.", ("declined",), id="declined"),
        pytest.param(
            "“The quay is old,” Ada Quill said, though she also said it was safe.",
            ("quoted", "reported"),
            id="both",
        ),
    ],
)
def test_how_it_was_said_is_told(text, expected):
    """Quoted, partly quoted, reported and declined are told apart."""
    given = article(text)
    [block] = blocks(hits(given), {"a": given})

    assert expected == block.manners


def test_who_speaks_on_thin_evidence_matters_only_where_words_are_asked_for():
    """A fact stands in the sentence, whoever is said to speak in it."""
    given = article("Ada Quill said the quay was old.")
    (hit,) = hits(given)
    assert hit.statement
    doubtful = replace(hit.statement, statement=replace(hit.statement.statement, weak=True))
    said = replace(hit, statement=doubtful)
    fact = replace(said, closeness=replace(hit.closeness, passage=1.0))

    (of_words,) = blocks([said], {"a": given})
    (of_facts,) = blocks([fact], {"a": given})

    assert of_words.score == pytest.approx(0.8 * said.closeness.score)
    assert of_facts.score == fact.closeness.score
    assert of_facts.weak
