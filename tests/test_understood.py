"""How times and outlets of a question were read is told in words."""

from __future__ import annotations

import datetime

import pytest
from newsroom import COPY, FERRY, LATER, desk_of, record_of

from bot.chat import message
from bot.composing import phrase, refusing
from bot.pages import machine
from index.article import Draft, Published

ASKED = datetime.date(2024, 4, 20)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with record_of(tmp_path_factory.mktemp("data")) as record:
        yield desk_of(record)


def dates(answer, blocks):
    published = {each.article.article_id: each.article.published for each in answer.sources}
    return [(one := published[block.article_id]) and one.date for block in blocks]


def shown_dates(answer):
    """Return the dates of the blocks in the order of display, and best first."""
    in_order = [block for one in answer.occasions for block in one.blocks]
    return dates(answer, in_order), dates(answer, answer.blocks)


OLDEST = Draft(
    "Leader on the ferry",
    "Maren Tolliday said the ferry was late.",
    published=Published("2019", "given"),
)
UNDATED = Draft("Leader speaks", "Maren Tolliday said that no ferry had come on that morning.")


@pytest.fixture(scope="module")
def timed(tmp_path_factory):
    drafts = (FERRY, LATER, COPY, OLDEST, UNDATED)
    with record_of(tmp_path_factory.mktemp("timed"), drafts) as record:
        yield desk_of(record)


@pytest.mark.parametrize("most", [1, 2, 8])
def test_what_is_from_then_is_shown_and_other_times_are_left_out_in_words(timed, most):
    """Then comes what has no date; the rest is counted, on every surface alike."""
    answer = timed.ask("What did Tolliday say about the ferry in 2024?", asked_at=ASKED, most=most)
    told = phrase.reading(answer)

    assert "the ferry" == answer.question.topic
    assert "“in 2024” is read as 1 January to 31 December 2024." in told
    assert "2 statements are from then; of 1 the date is not known." in told
    assert "2 from other times are left out." in told
    for found in shown_dates(answer):
        assert ["2024-03-12", "2024-03-12", None][:most] == found
    assert answer.more == max(0, 3 - most)
    stated = machine.answer(answer)["statements"]
    assert stated[0]["article_id"] == answer.blocks[0].article_id
    assert told in message.parts(answer)[0].content.replace("\\", "")


def test_a_year_that_is_spoken_of_is_not_denied(tmp_path):
    """“I was wrong in 2021” answers “his vote in 2021”, though it was said in 2024."""
    before = Draft(
        "Council", "Ann Roe said the vote was late.", published=Published("2025", "given")
    )
    words = "“I was wrong in 2021,” Ann Roe said of the vote."
    about = Draft("Council meets", words, published=Published("2024", "given"))
    with record_of(tmp_path, [before, about]) as record:
        answer = desk_of(record).ask("What did Roe say about the vote in 2021?", asked_at=ASKED)

    assert answer.blocks[0].text == words
    assert phrase.reading(answer).startswith("None of the 2 articles shown is from then.")


def test_the_newest_of_a_time_stands_first(timed):
    """Without a topic too: newest first among what is from then, and what has no date behind."""
    answer = timed.ask("What did Tolliday say since 2024?", asked_at=ASKED)

    in_order, best = shown_dates(answer)
    dated = [each for each in in_order if each]
    assert sorted(dated, reverse=True) == dated
    assert {"2024-03-12", "2025-02"} == set(dated)
    assert in_order[len(dated) :] == [None] == best[len(dated) :]


def test_where_nothing_is_from_then_the_answer_says_so_first(timed):
    """What was said at other times is shown as just that."""
    answer = timed.ask("What did Tolliday say about the ferry last week?", asked_at=ASKED)
    told = phrase.reading(answer)

    assert told.startswith(
        "I found nothing from then: 4 statements are from other times; of 1 the date is not known. "
    )
    assert "“last week” is read as 8 to 14 April 2024." in told
    assert {"2025-02", "2024-03-12", "2019", None} == set(shown_dates(answer)[0])


def test_of_the_same_words_those_from_then_stand(tmp_path):
    """Who asks for 2022 sees the article of 2022, whatever was printed again since."""
    words = "Ann Roe, the mayor, said that the quay would be closed for most of the winter."
    first = Draft("Quay to close", words, published=Published("2022-11-02", "given"))
    again = Draft(
        "Quay: what was said", f"It snowed. {words}", "Gazette", url="https://gazette.example/quay",
        published=Published("2024-01-05", "given"),
    )  # fmt: skip
    with record_of(tmp_path, (again, first)) as record:
        answer = desk_of(record).ask("What did Ann Roe say in 2022?", asked_at=ASKED)

    assert (["2022-11-02"], ["2022-11-02"]) == shown_dates(answer)
    assert 2 == len(answer.blocks[0].places)


def test_a_day_that_may_be_two_is_asked_back(desk):
    """Nothing is guessed, and nothing is cited."""
    answer = desk.ask("What did Tolliday say on 06/09 about the ferry?", asked_at=ASKED)

    assert ("which", ()) == (answer.outcome, answer.blocks)
    assert ["6 September 2023", "9 June 2023"] == [each.name for each in answer.choices]
    assert "“06/09” may be 6 September 2023 or 9 June 2023." in refusing.which(answer)


def test_an_outlet_is_told_by_its_name_or_that_it_has_nothing_here(desk):
    """“The Gazette” is a reading; Reuters is none of those on record."""
    read = phrase.reading(desk.ask("How many berths has the harbour, says the Gazette?"))
    unknown = refusing.refusal(desk.ask("what did Reuters report about comets in 2022?"))

    assert "“the Gazette” is read as Harbour Gazette." in read
    assert "Nothing published by Reuters is on record here." in unknown
    assert "“in 2022” is read as 1 January to 31 December 2022." in unknown


@pytest.mark.parametrize("most", [1, 8])
def test_a_question_for_a_time_alone_lists_what_is_from_then(timed, most):
    """Newest first, each article by its beginning; those without a date are counted."""
    answer = timed.ask("What happened since 2024?", asked_at=ASKED, most=most)
    told = phrase.reading(answer)

    expected = ["2025-02", "2024-03-12"]
    assert (expected[:most], expected[:most]) == shown_dates(answer)
    assert len(expected[most:]) == answer.more
    assert all(block.start == 0 for block in answer.blocks)
    assert "“since 2024” is read as since 1 January 2024. 2 articles are from then" in told
    assert "2 have no date and may be from then." in told
    assert ("Newest first." in told) == (most > 1)


def test_a_time_from_which_nothing_is_on_record_is_refused_in_words(timed):
    """Nothing is cited, and what has no date is not passed over."""
    answer = timed.ask("What happened in July 2022?", asked_at=ASKED)

    assert ("not_on_record", ()) == (answer.outcome, answer.sources)
    told = refusing.refusal(answer)
    assert "no article that is known to be from then; 2 have no date and may be" in told
    assert "“in July 2022” is read as 1 to 31 July 2022." in told
    assert told in message.parts(answer)[0].content


def test_what_anybody_said_at_a_time_is_found_among_many(tmp_path):
    """A time alone is enough, however many articles of other times are nearer to the words."""
    said = "Ann Roe, the mayor, said that number {0} was said of what was said."
    many = [
        Draft(f"What was said, {n}", said.format(n), published=Published(f"20{n}-05-02", "given"))
        for n in range(10, 50)
    ]
    one = Draft(
        "Eels",
        "Ivo Reed said that eels sleep in winter.",
        published=Published("2007-03-01", "given"),
    )
    with record_of(tmp_path, [*many, one]) as record:
        answer = desk_of(record).ask("What was said in 2007?", asked_at=ASKED)

    assert ["Ivo Reed said that eels sleep in winter."] == [block.text for block in answer.blocks]


def test_a_factual_answer_that_is_not_from_then_says_so_first(desk):
    """What happened at a time is often told at another: it is shown, and called so."""
    then = desk.ask("How many berths does the harbour have, in 2024?", asked_at=ASKED)
    never = desk.ask("How many berths does the harbour have, this week?", asked_at=ASKED)

    assert phrase.reading(then).endswith(" The article shown is from then.")
    assert phrase.reading(never).startswith("The article shown is not from then. The nearest ")


def test_where_all_that_was_found_has_no_date_it_is_told_so_first(tmp_path):
    with record_of(tmp_path, [UNDATED]) as record:
        answer = desk_of(record).ask("What did Tolliday say in 2022?", asked_at=ASKED)

    told = phrase.reading(answer)
    assert told.startswith("I found nothing that is known to be from then, but 1 statement without")
