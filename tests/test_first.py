"""What answers a factual question best is shown first, and what leans on nothing shown is not."""

from __future__ import annotations

import pytest
from newsroom import ROOT, desk_of, record_of

from index.article import from_markdown
from index.search.first import (
    EVERY_WORD,
    alone_first,
    asks_whether,
    falling,
    newest_first,
)
from index.search.found import Hit
from index.search.rank import Closeness


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Give a desk over the sample corpus."""
    drafts = [
        from_markdown(path.read_text("utf-8")) for path in sorted((ROOT / "corpus").iterdir())
    ]
    with record_of(tmp_path_factory.mktemp("sample"), drafts) as record:
        yield desk_of(record)


def hit(name: str, score: float, *, leans: bool = False) -> Hit:
    near = Closeness(own=0.0, around=0.0, meaning=0.0, passage=2 * score, leans=leans)
    return Hit(name, 0, 10, near)


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("Who is Edda Pellow?", "Edda Pellow, the managing director of Sound Ferries"),
        ("Who is Ossian Vreeke?", "Ossian Vreeke, the harbour master"),
        ("Did the council approve the ferry terminal?", "Quillhaven will have a new ferry"),
        ("When was the Sandmartin built?", "The present ship, the Sandmartin, was built in 1987"),
        ("How much did the terminal cost?", "The building will cost £15.2 million"),
    ],
)
def test_the_best_sentence_is_the_first_that_is_read(desk, question, opening):
    """First among the blocks, and first of what is shown from its article."""
    answer = desk.ask(question)

    assert answer.blocks[0].text.startswith(opening)
    assert answer.occasions[0].blocks[0].text.startswith(opening)


def test_what_is_nearly_as_likely_stands_beside_the_first(desk):
    """The ferry of 1893 is nearer in words than “the present ship”, which tells it."""
    texts = [block.text for block in desk.ask("When was the ferry built?").blocks]

    assert any("was built in 1987" in text for text in texts[:2])


def test_that_something_is_not_so_is_shown_where_whether_it_is_so_is_asked(desk):
    """“Lifted” stands in none of it; that the ban stays is the answer."""
    texts = [block.text for block in desk.ask("Has the ban been lifted?").blocks]

    assert any("The hosepipe ban will stay" in text for text in texts)


def test_what_leans_on_the_sentence_before_is_never_the_first(desk):
    """“The board said it would do so from next week” says nothing by itself."""
    answer = desk.ask("When will the hosepipe ban end?")

    assert "would do so" not in answer.blocks[0].text


@pytest.mark.parametrize(
    "question",
    [
        "How did Tolliday's position on the terminal change?",
        "How has Tolliday changed her mind on the terminal?",
    ],
)
def test_how_a_position_changed_is_read_from_the_oldest_on(desk, question):
    """The words of all three articles, in the order of their days."""
    answer = desk.ask(question)
    dates = {each.number: each.article.published.date for each in answer.sources}
    plain = [each for each in answer.occasions if not each.contrasted]
    told = [dates[each.blocks[0].places[0].source] for each in plain]

    assert answer.order == "oldest"
    assert answer.person == "Maren Tolliday"
    assert set(dates.values()) >= {"2024-03-12", "2024-09-18", "2025-02-05"}
    assert told == sorted(told)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Did the council approve it?", True),
        ("Has the ban been lifted?", True),
        ("When was the ban lifted?", False),
        ("Dido sang where?", False),
    ],
)
def test_a_question_for_yes_or_no_is_known(question, expected):
    """By the verb that opens it."""
    assert asks_whether(question) == expected


def test_of_what_holds_every_word_the_newest_is_first():
    """What lacks a word keeps its place behind them."""
    near, old = hit("near", 0.9), hit("old", 0.8)
    new, more = hit("new", 0.7), hit("more", 0.6)
    held = [
        (near, 0.1, "2025"),
        (old, EVERY_WORD, "2024-03-12"),
        (new, 1.0, "2025-02-05"),
        (more, 1.0, "2025-02-05"),
    ]

    assert newest_first(held) == [new, old, near, more]


def test_an_older_answer_to_the_contrary_stands_beside_the_newest(desk):
    """The council refused the terminal a year before it approved it."""
    texts = [block.text for block in desk.ask("Did the council approve the ferry terminal?").blocks]

    assert any("will not pay for a new ferry terminal" in text for text in texts[1:])


def test_an_order_is_kept_by_scores_that_fall():
    """So whoever ranks by the score keeps it; what leans is behind all else."""
    ordered = falling(
        alone_first([hit("leans", 0.9, leans=True), hit("low", 0.2), hit("high", 0.8)])
    )
    scores = [each.closeness.score for each in ordered]

    assert [each.article_id for each in ordered] == ["low", "high", "leans"]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)
