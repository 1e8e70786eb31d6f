"""From articles to an answer: the whole way, on a real record in a temporary folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from newsroom import COPY, FERRY, LATER, desk_of, record_of

from bot.composing.answer import Answer
from index.article import Published
from index.record import Record


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with record_of(tmp_path_factory.mktemp("data")) as made:
        yield made


def ask(record: Record, question: str) -> Answer:
    return desk_of(record).ask(question)


def test_what_is_shown_stands_in_the_article(record):
    """Every block is the stored text between its offsets, and its said ranges lie inside."""
    answer = ask(record, "What did Tolliday say about the ferry terminal?")

    for block in answer.blocks:
        stored = record.article(block.article_id)
        assert stored
        assert stored.article.text[block.start : block.end] == block.text
        assert all(block.start <= said.start < said.end <= block.end for said in block.said)
    assert len(answer.blocks) == 3


def test_only_the_person_asked_about_is_shown(record):
    """Others who spoke on the matter are named, without their words."""
    answer = ask(record, "What did Tolliday say about the ferry terminal?")

    assert {"Maren Tolliday"} == {block.speaker.name for block in answer.blocks if block.speaker}
    assert answer.also == ("Corwin Pellow",)


def test_dated_occasions_stand_newest_first_and_undated_last(record):
    """The order in time is that of publication; what has no date comes after."""
    answer = ask(record, "What did Tolliday say about the ferry terminal?")
    dates = [source.article.published for source in answer.sources]

    assert Published("2025-02", "byline") == dates[0]
    assert Published("2024-03-12", "metadata") == dates[-1]


def test_the_same_words_in_two_articles_are_one_statement(record):
    """Words that two articles hold are shown once, with both sources and both places."""
    answer = ask(record, "What did Tolliday say about the ferry terminal?")
    shared = [block for block in answer.blocks if len(block.places) == 2]

    assert len(shared) == 1
    assert {LATER.title, COPY.title} == {
        source.article.title
        for source in answer.sources
        if source.number in {place.source for place in shared[0].places}
    }


def test_sources_are_numbered_as_a_reader_meets_them(record):
    """The first number shown is 1, and no number is skipped."""
    answer = ask(record, "What did Tolliday say about the ferry terminal?")
    met = [
        place.source
        for occasion in answer.occasions
        for block in occasion.blocks
        for place in block.places
    ]

    assert list(dict.fromkeys(met)) == [1, 2, 3]
    assert [source.number for source in answer.sources] == [1, 2, 3]


def test_a_link_opens_its_own_article(record):
    """Each place carries the link of the article that it lies in, or none."""
    answer = ask(record, "What did Tolliday say about the ferry terminal?")
    urls = {source.number: source.article.url for source in answer.sources}

    for block in answer.blocks:
        for place in block.places:
            url = urls[place.source]
            assert (place.link is None) if url is None else place.link.startswith(f"{url}#:~:text=")


def test_two_people_with_one_surname_are_asked_about(record):
    """A surname that two people share is answered with a choice, and nothing is cited."""
    answer = ask(record, "What did Pellow say?")

    assert answer.outcome == "which"
    assert {"Edda Pellow", "Corwin Pellow"} == {choice.name for choice in answer.choices}
    assert answer.blocks == ()


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        pytest.param("What did Zanzibar Jones say about ferries?", "unknown_name", id="unknown"),
        pytest.param("What did Tolliday say about cricket?", "other_topics", id="other topic"),
        pytest.param("What did Monday say about the ferry?", "never_quoted", id="named only"),
        pytest.param("Which moon of Jupiter has geysers?", "nothing", id="foreign fact"),
    ],
)
def test_nothing_found_is_said_and_nothing_is_cited(record, question, missing):
    """A refusal says why, and carries no statement and no source."""
    answer = ask(record, question)

    assert ("not_on_record", missing) == (answer.outcome, answer.missing)
    assert (answer.blocks, answer.sources) == ((), ())


def test_a_factual_question_is_answered_with_the_sentence(record):
    """A question for a fact brings the sentence that holds it; nobody is said to have said it."""
    answer = ask(record, "How many berths does the harbour have?")

    assert (
        answer.blocks[0].text == "The harbour has 43 berths, of which 12 stood empty last winter."
    )
    assert answer.blocks[0].speaker is None


def test_a_removed_article_is_never_shown_again(tmp_path):
    """From the moment of its removal an article is in no answer and is not searched."""
    with record_of(tmp_path, [FERRY]) as record:
        desk = desk_of(record)
        article_id = record.articles()[0].article.article_id
        before = desk.ask("What did Tolliday say about the ferry terminal?")
        (record.data / record.articles()[0].file).unlink()
        after = desk.ask("What did Tolliday say about the ferry terminal?")

    assert {article_id} == {block.article_id for block in before.blocks}
    assert (after.outcome, after.blocks) == ("not_on_record", ())
    assert after.searched == 0


def test_an_empty_record_says_that_it_is_empty(tmp_path):
    """Without any article the answer says that there is none yet."""
    with record_of(tmp_path, []) as record:
        answer = ask(record, "What did Tolliday say?")

    assert (answer.outcome, answer.searched) == ("not_on_record", 0)


def test_a_follow_up_on_a_topic_nobody_spoke_on_is_refused(record):
    """The person is kept, and what they said of the earlier topic is no answer to the new one."""
    earlier = ["What did Tolliday say about the ferry terminal?"]
    answer = desk_of(record).ask("and what about cricket?", earlier)

    assert ("not_on_record", "other_topics", "Maren Tolliday") == (
        answer.outcome,
        answer.missing,
        answer.person,
    )
