"""An outlet or a time that a question names is soft evidence, told in words; a limit is kept to."""

from __future__ import annotations

import datetime
import time
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner
from newsroom import desk_of, record_of

from bot.cli import main
from bot.composing import phrase, refusing
from index.article import Draft, Published
from index.question.coverage import topic_covered, without_outlets
from index.question.outlets import named


def dated(day):
    return Published(day, "given")


JOURNAL, GAZETTE, POST = "West Sound Journal", "Quillhaven Gazette", "Lowmere Post"
DRAFTS = (
    Draft(
        "Lowmere ferry to run all winter",
        "The Lowmere ferry will run all winter, the harbour office said on Monday. It will carry "
        "up to 120 passengers on each crossing.",
        JOURNAL,
        published=dated("2024-04-10"),
    ),
    Draft(
        "Winter ferry for Lowmere",
        "The Lowmere ferry will sail through the winter with 90 places, Ann Roe, the mayor, said. "
        "“We have waited for this for years,” she said.",
        GAZETTE,
        published=dated("2024-04-11"),
    ),
    Draft(
        "Ferry timetable",
        "The winter ferry at Lowmere leaves at seven each morning. The fare stays at four crowns.",
        POST,
        published=dated("2023-02-02"),
    ),
    Draft("Ferry crew", "Ann Roe, the mayor, said the ferry crew had asked for a winter ferry."),
    Draft("Eels", "Eels return to the marsh in spring, the warden said.", JOURNAL),
    Draft(
        "Bridge",
        "The bridge at Quillhaven will be closed for two weeks, the council said.",
        GAZETTE,
        published=dated("2024-03-01"),
    ),
)
# A Wednesday.
ASKED = datetime.date(2024, 4, 17)


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    with record_of(folder, DRAFTS):
        return folder


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with record_of(tmp_path_factory.mktemp("desk"), DRAFTS) as record:
        yield desk_of(record)


def outlets_of(answer):
    outlets = {each.article.article_id: each.article.outlet for each in answer.sources}
    return [outlets[block.article_id] for block in answer.blocks]


def nearest(desk, question):
    found = desk.search(question, asked_at=ASKED)
    ids = [hit.passage.article_id for hit in found.passages]
    return [desk._record.article(each).article.outlet for each in ids]


@pytest.mark.parametrize(
    ("question", "outlet"),
    [
        ("Is there a winter ferry at Lowmere, according to the Journal?", JOURNAL),
        ("Is there a winter ferry at Lowmere, according to WSJ?", JOURNAL),
        ("Is there a winter ferry at Lowmere, says the Gazette?", GAZETTE),
        ("Is there, in the Post, a winter ferry at Lowmere?", POST),
    ],
)
def test_a_named_outlet_stands_first_and_leaves_no_other_out(desk, question, outlet):
    """By any common name; softly: what others published follows."""
    ranked = nearest(desk, question)

    assert outlet == ranked[0]
    assert {JOURNAL, GAZETTE, POST} <= set(ranked)


def test_how_an_outlet_was_read_is_told(desk):
    """In the first lines of an answer, and of a refusal."""
    answer = desk.ask("How many passengers does the ferry carry, says the Journal?", asked_at=ASKED)
    assert "“the Journal” is read as West Sound Journal." in phrase.reading(answer)
    assert "120 passengers" in answer.blocks[0].text

    refused = desk.ask("Which comet did the Journal photograph in 1911?", asked_at=ASKED)
    assert "“the Journal” is read as West Sound Journal." in refusing.refusal(refused)


@pytest.mark.parametrize(
    ("question", "outlets"),
    [
        ("What did the Journal report about the ferry?", {JOURNAL}),
        ("What did WSJ say about the winter ferry?", {JOURNAL}),
        ("How did the Gazette cover the winter ferry?", {GAZETTE}),
        ("What was in the Post about the ferry?", {POST}),
        ("the Gazette on the ferry", {GAZETTE}),
        ("What did both the Post and the Journal write about the ferry?", {POST, JOURNAL}),
        ("Did the Gazette, the Post and WSJ report on the ferry?", {POST, JOURNAL, GAZETTE}),
    ],
)
def test_what_outlets_reported_is_shown_from_their_own_articles(desk, question, outlets):
    """Each in its turn; the outlet is nobody whose words are looked for."""
    answer = desk.ask(question, asked_at=ASKED)
    shown = outlets_of(answer)

    assert outlets == set(shown[: len(outlets)]) == set(shown)
    assert all("ferry" in (each.text + DRAFTS[0].title) for each in answer.blocks)
    assert phrase.reading(answer).startswith("Published on ")


def test_what_an_outlet_did_not_report_is_refused_though_others_did(desk):
    """Nothing of others is passed off for it; and an outlet without articles is said to be one."""
    eels = desk.ask("What did the Gazette report about eels?", asked_at=ASKED)
    assert ("not_on_record", ()) == (eels.outcome, eels.blocks)
    assert "nothing that the Gazette published on eels" in refusing.refusal(eels)

    reuters = desk.ask("What did Reuters write about the ferry?", asked_at=ASKED)
    assert "not_on_record" == reuters.outcome
    assert "Nothing published by Reuters is on record here." in refusing.refusal(reuters)


def test_what_an_outlet_published_at_a_time_is_listed(desk):
    """Only its own articles from then."""
    answer = desk.ask("What did the Gazette report last week?", asked_at=ASKED)

    assert [GAZETTE] == outlets_of(answer)
    assert "“last week” is read as 8 to 14 April 2024." in phrase.reading(answer)
    march = desk.ask("What was in the Journal in March 2024?", asked_at=ASKED)
    assert "not_on_record" == march.outcome


def test_a_later_question_keeps_the_topic(desk):
    """“And what did the Gazette write?”, after a question about the ferry."""
    before = "What did the Journal report about the ferry?"
    answer = desk.ask("And what did the Gazette write about it?", [before], asked_at=ASKED)

    assert ("the ferry", {GAZETTE}) == (answer.question.topic, set(outlets_of(answer)))


def test_where_it_was_published_is_no_topic_of_what_somebody_said(desk):
    """“The ferry in the Gazette” is about the ferry, and what stands there comes first."""
    answer = desk.ask("What did Ann Roe say about the ferry in the Gazette?", asked_at=ASKED)
    assert ("the ferry", GAZETTE) == (answer.question.topic, outlets_of(answer)[0])

    other = desk.ask("What did Ann Roe say in the Journal about eels?", asked_at=ASKED)
    assert ("eels", "not_on_record") == (other.question.topic, other.outcome)


@pytest.mark.parametrize(
    "question",
    [
        "Did the Journal report that the ferry ran aground?",
        "Who owns the Journal?",
        "Why did the Gazette close?",
        "Did the Journal or Ann Roe speak about the ferry?",
    ],
)
def test_a_question_of_fact_about_an_outlet_is_left_as_it_is(question):
    """What it asks is a fact, not what the outlet published on a topic."""
    assert topic_covered(question, named(question, (JOURNAL, GAZETTE))) is None


def test_the_place_of_publication_is_taken_out_of_a_topic():
    """A topic that is the outlet itself stays whole."""
    for text, topic in (
        ("the ferry in the Journal", "the ferry"),
        ("the ferry, as reported by both WSJ and the Gazette", "the ferry"),
        ("the sale of the Journal", "the sale of the Journal"),
    ):
        assert topic == without_outlets(text, named(text, (JOURNAL, GAZETTE)))


def test_a_limit_in_the_command_is_kept_to(data):
    """Other outlets are left out, and counted; what has no date follows, and is said to."""
    question = "What did Ann Roe say about the ferry?"

    def ask(*more):
        return CliRunner().invoke(main, ["ask", question, "--data", str(data), *more]).output

    held = " ".join(ask("--outlet", "Gazette").split())
    assert "with 90 places" in held
    assert "ferry crew" not in held
    since = " ".join(ask("--since", "2024").split())
    assert since.index("with 90 places") < since.index("ferry crew")
    assert "no date" in since


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_days_are_those_of_the_servers_time_zone(desk, monkeypatch, zone):
    """At any moment the one zone has another day than the other."""
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        before = datetime.datetime.now(ZoneInfo(zone)).date()
        (period,) = desk.read("What happened last week?").periods
        after = datetime.datetime.now(ZoneInfo(zone)).date()
    finally:
        monkeypatch.undo()
        time.tzset()

    mondays = {day - datetime.timedelta(day.weekday() + 7) for day in (before, after)}
    assert period.first in mondays
    assert datetime.timedelta(6) == period.last - period.first


@pytest.mark.parametrize(
    "question", ["What happened on 06/09?", "How many passengers had the ferry on 06/09?"]
)
def test_a_day_that_may_be_two_is_asked_back_for_any_question(desk, question):
    """Nothing is guessed and nothing cited, whatever is asked of that day."""
    answer = desk.ask(question, asked_at=ASKED)

    assert ("which", ()) == (answer.outcome, answer.blocks)
    assert "“06/09” may be 6 September 2023 or 9 June 2023." in refusing.which(answer)
