"""What was found is put in order: many articles, every outlet in its turn, the fresh first."""

from __future__ import annotations

import datetime

import pytest
from newsroom import desk_of, record_of

from index.article import Draft, Published
from index.question import Question
from index.search.order import few_of_each, in_turns
from index.search.passages import article_of, rank_passages
from index.search.rank import falling
from index.search.wordings import TALK, clauses, wordings

WORDS = "The council of Quillhaven talked about the price of the ferry for the whole evening."


def _told(outlet: str, day: str, more: str) -> Draft:
    published = Published(day, "given")
    return Draft(f"Ferry prices {more}", f"{WORDS} {more}", outlet=outlet, published=published)


DRAFTS = (
    _told("The Harbour Gazette", "2024-03-01", "It was late."),
    _told("The Harbour Gazette", "2024-04-01", "It was loud."),
    _told("The Harbour Gazette", "2024-05-01", "It was long."),
    _told("Lowmere Journal", "2024-06-01", "Nobody slept at all, one of the members said later."),
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with record_of(tmp_path_factory.mktemp("data"), DRAFTS) as record:
        yield desk_of(record)


def test_every_article_comes_before_the_third_passage_of_any():
    """Ten passages of one long article would hide all others."""
    ranked = ["a:1", "a:0", "a:2", "b:0", "a:3"]
    articles = {each: article_of(each) for each in ranked}

    assert ["a:1", "a:0", "b:0", "a:2", "a:3"] == few_of_each(ranked, articles, 2)


def test_sentences_are_read_from_the_nearest_passages_of_whatever_article(tmp_path):
    """An answer may stand in the third passage of the one article that is on the matter."""
    long = "\n\n".join(f"{WORDS} " * 12 for _ in range(4))
    drafts = [Draft("Ferry prices", long), Draft("Bread", "The price of bread rose in Orrin.")]
    question = Question(WORDS, "fact", None, WORDS, WORDS)
    with record_of(tmp_path, drafts) as record:
        ranking = rank_passages(question, record, ["house"])

    by_nearness = [article_of(one) for one in ranking.near]
    shown = [article_of(one) for one in ranking.scores]
    assert len(set(by_nearness[:-1])) == 1
    assert shown[2] != shown[0]


def test_outlets_take_turns_and_the_rest_keeps_its_order():
    """The best of each outlet stands before the second of any; after two turns the best stands."""
    assert ["g1", "j1", "g2", "x", "g3"] == in_turns(
        ["g1", "g2", "x", "g3", "j1"], lambda one: one[0] if one != "x" else None, 2
    )


def test_scores_never_rise_along_the_ranking():
    """Whoever sorts by the score gets the order of the ranking."""
    assert {"a": 0.8, "b": 0.5, "c": 0.5} == falling([("a", 0.8), ("b", 0.5), ("c", 0.7)])


def test_two_named_outlets_both_stand_at_the_top(desk):
    """Three articles of the one do not push the other down."""
    question = "What did both the Gazette and the Journal write about the price of the ferry?"
    found = desk.search(question)
    outlets = [outlet_of(desk, hit.passage.article_id) for hit in found.passages]

    assert {"The Harbour Gazette", "Lowmere Journal"} == set(outlets[:2])


@pytest.mark.parametrize(
    ("question", "asked_at", "expected"),
    [
        pytest.param("the price of the ferry", "2024-04-03", "2024-04-01", id="fresh"),
        pytest.param("the price of the ferry last month", "2024-04-20", "2024-03-01", id="named"),
        pytest.param("the price of the ferry in May 2024", "2030-01-01", "2024-05-01", id="month"),
        pytest.param("the price of the ferry this week", "2024-03-06", "2024-03-01", id="beside"),
        pytest.param("the price of the ferry this week", "2024-05-08", "2024-05-01", id="later"),
    ],
)
def test_the_time_asked_about_counts(desk, question, asked_at, expected):
    """What was published then is nearer; nothing else is left out."""
    found = desk.search(question, asked_at=datetime.date.fromisoformat(asked_at))
    first = desk._record.article(found.passages[0].passage.article_id)

    assert expected == first.article.published.date
    assert len(DRAFTS) == len(found.passages)


def outlet_of(desk, article_id):
    return desk._record.article(article_id).article.outlet


def test_a_follow_up_is_searched_alone_and_with_what_came_before():
    """Its own words count most."""
    question = Question("Why?", "fact", None, "", "x", earlier=("A?", "B?"), leaning=1.0)

    assert [("Why?", 1.0), ("B? Why?", 1.0), ("A? B? Why?", TALK)] == [
        (each.text, each.weight) for each in wordings(question)
    ]


def test_a_long_question_is_searched_by_its_clauses():
    """Each may need an article of its own; a short question has none."""
    long = "Did the council raise ferry prices twice, while the harbour board lowered berth fees?"

    assert 2 == len(clauses(Question(long, "fact", None, "", long)))
    assert () == clauses(Question("Who runs the ferry?", "fact", None, "", "x"))
