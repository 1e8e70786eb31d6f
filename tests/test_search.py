"""A search finds the statements and sentences that answer, best first."""

from __future__ import annotations

import numpy as np
import pytest
from newsroom import FERRY, LATER, desk_of, record_of

from index import question as questions
from index.article import Draft
from index.search import known_people, search, spoken
from index.search.evidence import ENOUGH
from index.search.rank import DENSE, closeness, hybrid


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    with record_of(tmp_path_factory.mktemp("data")) as made:
        yield made


def found(record, text, **only):
    known = known_people(record, ["house"])
    question = questions.read(text, lambda name: bool(known.find(name)))
    return search(question, record, ["house"], known, **only)


def test_both_rankings_count():
    """What words and meaning both find stands before what only one of them finds."""
    joined = hybrid(np.array([0.9, 0.8, 0.0, 0.1]), np.array([0.0, 7.0, 9.0, 1.0]))

    assert joined.argmax() in (1, 2)
    assert all(0 <= score <= 1 for score in joined)


@pytest.mark.parametrize(
    ("meaning", "by_words", "expected"),
    [
        pytest.param([], [], [], id="nothing"),
        pytest.param([0.3], [0.0], [DENSE], id="one by meaning"),
        pytest.param([0.3, 0.3], [0.0, 0.0], [DENSE, DENSE], id="equal"),
        pytest.param([], [2.0, 1.0], [1 - DENSE, (1 - DENSE) / 2], id="none to compare"),
    ],
)
def test_a_ranking_of_equals_is_kept(meaning, by_words, expected):
    """Equal scores stay equal, and an empty ranking is no error."""
    assert expected == hybrid(np.array(meaning), np.array(by_words)).tolist()


def test_passages_as_near_as_each_other_score_alike():
    """Of three reports of one event the nearest by a hair is no better than the others."""
    near = hybrid(np.array([0.61, 0.60, 0.59]), np.zeros(3))
    apart = hybrid(np.array([0.61, 0.35, 0.10]), np.zeros(3))

    assert np.ptp(near) < 0.1 * DENSE
    assert np.ptp(apart) == pytest.approx(DENSE)


def test_what_a_statement_says_counts_more_than_its_company():
    """Of two statements the one that names the topic itself is nearer."""
    own = closeness(["ferry"], frozenset({"ferry"}), frozenset(), 0.2)
    around = closeness(["ferry"], frozenset(), frozenset({"ferry"}), 0.2)

    assert own.score > around.score


def test_hits_carry_their_statement_and_only_the_speakers(record):
    """Each hit of "what did X say" is a statement of X."""
    hits = found(record, "What did Tolliday say about the ferry terminal?").hits

    assert {"Maren Tolliday"} == {hit.statement.statement.speaker.name for hit in hits}
    assert sorted((hit.closeness.score for hit in hits), reverse=True) == [
        hit.closeness.score for hit in hits
    ]


def test_a_fact_that_somebody_told_is_shown_as_their_statement(record):
    """The statement index is asked for every question: the sentence has its speaker."""
    best = found(record, "Which share of the moorings would the ferry terminal take?").hits[0]

    assert best.statement.statement.speaker.name == "Corwin Pellow"


def test_evidence_tells_the_answerable_from_the_foreign(record):
    """The evidence for a question that the articles answer is above that for a foreign one."""
    answerable = found(record, "How many berths does the harbour have?").evidence
    foreign = found(record, "Which moon of Jupiter has geysers?").evidence

    assert answerable > ENOUGH > foreign


def test_passages_come_also_where_nothing_is_answered(record):
    """A refusal still has the nearest passages and headlines."""
    refused = found(record, "What did Zanzibar Jones say about the ferry?")

    assert (refused.missing, refused.hits) == ("unknown_name", ())
    assert refused.passages
    assert refused.near


def test_the_exact_scan_gives_the_same_answer(tmp_path):
    """A second process, which may not open Chroma, gives the same answer from SQLite alone."""
    question = "What did Tolliday say about the ferry terminal?"
    with record_of(tmp_path, [FERRY, LATER]) as owner:
        owned = desk_of(owner).ask(question)
        assert "chroma" == owner.vector_path
        with _reader(tmp_path) as reader:
            beside = desk_of(reader).ask(question)
            assert ("exact", False) == (reader.vector_path, reader.owns)

    assert [block.text for block in owned.blocks] == [block.text for block in beside.blocks]
    assert [b.places for b in owned.blocks] == [b.places for b in beside.blocks]


def test_of_a_frequent_speaker_what_is_near_the_topic_is_found(tmp_path, monkeypatch):
    """As it is when every statement is looked at; what only stands far off is left out."""
    subjects = ("lighthouse", "sewers", "library", "tramway", "herring fleet", "bell tower")
    drafts = [
        Draft(f"Council hears of the {each}", f"“The {each} will be mended,” said Ivo Brand.")
        for each in subjects
    ]
    with record_of(tmp_path, drafts) as made:
        every = found(made, "What did Brand say about the lighthouse?")
        monkeypatch.setattr(spoken, "MANY_STATEMENTS", len(subjects) - 1)
        near = found(made, "What did Brand say about the lighthouse?")
        elsewhere = found(made, "What did Brand say about astronomy?")

    assert every.hits
    assert every == near
    assert "other_topics" == elsewhere.missing


def test_who_is_known_is_read_again_only_when_articles_change(tmp_path):
    """For every question anew it would cost more than the search."""
    with record_of(tmp_path, [FERRY]) as made:
        known = known_people(made, ["house"])
        assert known is known_people(made, ["house"])
        assert [] == known.find("Corwin Pellow")

        made.add(LATER)
        assert known_people(made, ["house"]).find("Corwin Pellow")
        assert [FERRY.outlet, LATER.outlet] == made.database.outlets(["house"])


def test_the_evidence_alone_is_that_of_the_whole_search(record):
    """Where the topic's words stand around a statement, and where they do not."""
    for text in ("What did Tolliday say about the ferry terminal?", "Tolliday on jellyfish"):
        alone = found(record, text, only_passages=True)
        assert found(record, text).evidence == pytest.approx(alone.evidence)
        assert found(record, text).passages == alone.passages


def test_another_study_is_not_the_study_that_is_asked_about(tmp_path):
    """Every article may have “the study”: half of the topic does not tell which is meant."""
    frogs = Draft(
        "Survey of skulls", "Frogs eat birds. According to the study, their skulls have spikes."
    )
    with record_of(tmp_path, [frogs]) as held:
        assert found(held, "What did the study say about ibis birds?").missing == "other_topics"
        assert found(held, "What did the study say about frog skulls?").hits


def _reader(data):
    from bot.settings import Settings
    from bot.wiring import open_record

    return open_record(Settings(data=data), "reader", print)
