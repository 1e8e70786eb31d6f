"""on-record audit: answers that were posted, held against the record as it is now."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from newsroom import COPY, FERRY, LATER, desk_of, on_record, printed, record_of

from bot.auditing import audit
from bot.chat.conversation import Asked, Keeping, Place, kept
from bot.drafts.audit import Audited
from bot.pages import audit_page
from index.record import Record
from index.state import DAY, Posted, State, Wrote

NOW = int(time.time())
QUESTION = "What did Tolliday say about the quay?"
MESSAGE = 30
NINETY = "“It will serve for ninety more.”"
TRUE = Wrote("The harbour has 43 berths.", ())


@pytest.fixture
def record(tmp_path):
    with record_of(tmp_path, (FERRY,)) as opened:
        yield opened


@pytest.fixture
def state(tmp_path):
    with State(tmp_path) as opened:
        yield opened


def answer_to(record: Record, **fields: object) -> Posted:
    """Return a real answer as the bot keeps it."""
    keeping = Keeping("somebody", NOW, 30)
    answer = desk_of(record).ask(QUESTION)
    posted = kept(Asked(QUESTION), answer, Place(MESSAGE, 20, 10), keeping)
    assert posted.cited
    return replace(posted, **fields)  # type: ignore[arg-type]  # named by the caller


def rewrite(record: Record, old: str, new: str) -> None:
    """Edit the text of the only article by hand, as in an editor."""
    [file] = record.corpus.scan()
    text = file.path.read_text("utf-8")
    assert old in text
    file.path.write_text(text.replace(old, new), "utf-8")
    record.level()


def audited(record: Record, state: State) -> Audited:
    [only] = audit(record, state, 30, NOW)
    return only


def page(answers: list[Audited]) -> str:
    lines = audit_page.page(answers, 30)
    return "\n".join(f"{each.first}{each.text.plain}" for each in lines)


def test_an_answer_holds_while_its_words_stand(record, state):
    state.post(answer_to(record))
    rewrite(record, "12 stood empty", "14 stood empty")

    answer = audited(record, state)
    assert "holds" == answer.verdict
    assert all(not each.told for each in answer.parts)
    assert "https://discord.com/channels/10/20/30" in page([answer])
    assert page([answer]).startswith("1 answer posted in the last 30 days. Holds: 1.")


def test_words_that_moved_hold_and_it_is_said(record, state):
    state.post(answer_to(record))
    rewrite(record, "Maren Tolliday, the council", "It rained. Maren Tolliday, the council")

    answer = audited(record, state)
    assert {"holds"} == {each.verdict for each in answer.parts if each.start}
    assert "the words stand elsewhere in" in page([answer])


def test_words_that_were_edited_away_are_told_with_the_article(record, state):
    state.post(answer_to(record))
    rewrite(record, NINETY, "“It will serve for eighty more.”")

    answer = audited(record, state)
    assert "changed" == answer.verdict
    assert f"“{FERRY.title}” no longer has the words that were shown." in page([answer])


def test_without_a_digest_an_edited_article_is_told_as_just_that(record, state):
    """Answers of an earlier version: nothing is claimed about their words."""
    posted = answer_to(record)
    bare = tuple(replace(each, digest="") for each in posted.cited)
    state.post(replace(posted, cited=bare))
    assert "holds" == audited(record, state).verdict

    rewrite(record, "12 stood empty", "14 stood empty")
    answer = audited(record, state)
    assert "changed" == answer.verdict
    assert "which words were shown is not kept" in page([answer])


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"published": "2024-03-14"}, "its date is now 14 March 2024."),
        ({"published": None}, "it has no date now."),
        ({"outlet": "Quay Times"}, "its outlet is now: Quay Times."),
        ({"title": "Leader rules it out"}, f"the headline of “{FERRY.title}” is now “Leader rules"),
    ],
)
def test_what_is_corrected_of_an_article_is_told(record, state, given, told):
    posted = answer_to(record)
    state.post(posted)
    assert "holds" == audited(record, state).verdict

    record.edit(posted.cited[0].article_id, given)
    answer = audited(record, state)
    assert "changed" == answer.verdict
    assert told in page([answer])
    assert {"holds"} == {each.verdict for each in answer.parts if each.start is not None}


def test_words_that_are_somebody_else_s_now_are_told(record, state):
    posted = answer_to(record)
    assert {"Maren Tolliday"} == {each.speaker for each in posted.cited}
    wrongly = tuple(replace(each, speaker="Edda Pellow") for each in posted.cited)
    state.post(replace(posted, cited=wrongly))

    answer = audited(record, state)
    assert "changed" == answer.verdict
    gives = "now gives the words of Edda Pellow to Maren Tolliday."
    assert f"“{FERRY.title}” {gives}" in page([answer])


def test_a_copy_that_was_told_of_is_looked_at_too(tmp_path, state):
    """One block, its words in two articles: the further one is removed, or rewritten."""
    with record_of(tmp_path / "record", (LATER, COPY)) as record:
        keeping = Keeping("somebody", NOW, 30)
        question = "What did Tolliday say about the ferry terminal?"
        answer = desk_of(record).ask(question)
        [block] = [each for each in answer.blocks if len(each.places) > 1]
        first, further = (each.article_id for each in block.places)
        state.post(kept(Asked(question), answer, Place(MESSAGE, 20, 10), keeping))
        assert "holds" == audited(record, state).verdict

        file = record.corpus.find(further)
        assert file is not None
        text = file.path.read_text("utf-8")
        file.path.write_text(text.replace("I was wrong about", "I was right about"), "utf-8")
        record.level()
        assert "no longer carries the words that" in page([audited(record, state)])

        record.remove(further)
        answer_now = audited(record, state)
        assert "vanished" == answer_now.verdict
        assert f"the article {further} was removed." in page([answer_now])
        assert first not in {id_ for e in answer_now.parts if e.told for id_ in e.article_ids}


def test_of_an_earlier_version_it_is_said_that_particulars_are_not_known(record, state):
    posted = answer_to(record)
    bare = tuple(replace(each, speaker="") for each in posted.cited)
    state.post(replace(posted, cited=bare, sources=None))
    record.edit(posted.cited[0].article_id, {"outlet": "Quay Times"})

    answer = audited(record, state)
    assert "holds" == answer.verdict
    assert "Of 1 answer of an earlier version it is not known which dates" in page([answer])
    assert not audit_page.machine([answer], 30)["answers"][0]["particulars_kept"]


def test_an_article_that_was_removed_has_vanished(record, state):
    posted = answer_to(record)
    state.post(posted)
    record.remove(posted.cited[0].article_id)

    answer = audited(record, state)
    assert {"vanished"} == {each.verdict for each in answer.parts}
    assert f"vanished: the article {posted.cited[0].article_id} was removed." in page([answer])


def test_an_article_still_to_be_read_is_neither_held_nor_gone(record, state):
    state.post(answer_to(record))
    [file] = record.corpus.scan()
    file.path.write_text(file.path.read_text("utf-8") + "\n\nMore.\n", "utf-8")

    assert "waiting" == audited(record, state).verdict


def test_a_sentence_of_a_models_is_proven_again(record, state):
    posted = answer_to(record)
    wrote = Wrote(TRUE.text, (posted.cited[0].article_id,))
    state.post(replace(posted, cited=(), prose=(wrote,), model="test"))
    assert "holds" == audited(record, state).verdict

    rewrite(record, "43 berths", "47 berths")
    answer = audited(record, state)
    assert "changed" == answer.verdict
    assert f"“{FERRY.title}” no longer proves this sentence: {TRUE.text}" in page([answer])


def test_a_sentence_goes_with_any_article_that_proved_it(record, state):
    posted = answer_to(record)
    wrote = Wrote(TRUE.text, (posted.cited[0].article_id, "0123456789"))
    state.post(replace(posted, prose=(wrote,), model="test"))

    answer = audited(record, state)
    assert "vanished" == answer.parts[0].verdict
    assert {"holds"} == {each.verdict for each in answer.parts[1:]}


def test_older_private_and_direct_answers_are_left_out(record, state):
    old = NOW - 8 * DAY
    state.post(answer_to(record))
    state.post(answer_to(record, message_id=31, posted_at=old, keep_until=old + 30 * DAY))
    state.post(answer_to(record, message_id=32, private=True))
    state.post(answer_to(record, message_id=33, server_id=None))

    assert [30] == [each.posted.message_id for each in audit(record, state, 7, NOW)]
    assert [30, 31] == [each.posted.message_id for each in audit(record, state, 30, NOW)]


def test_the_gravest_stand_first(record, state):
    state.post(answer_to(record))
    gone = replace(answer_to(record).cited[0], article_id="0123456789")
    state.post(answer_to(record, message_id=29, posted_at=NOW - 60, cited=(gone,)))

    shown = page(audit(record, state, 30, NOW))
    assert shown.index("channels/10/20/29") < shown.index("channels/10/20/30")
    assert "Holds: 1, vanished: 1." in shown


def test_the_command_and_its_exit_status(tmp_path: Path):
    with record_of(tmp_path, (FERRY, LATER, COPY)) as record, State(tmp_path) as state:
        posted = answer_to(record)
        state.post(posted)
    held = on_record("audit", "--json", "--data", tmp_path)
    with record_of(tmp_path, ()) as record:
        record.remove(posted.cited[0].article_id)
    gone = on_record("audit", "--json", "--data", tmp_path)
    told = printed(gone)

    assert 0 == held.returncode, held.stderr.decode()
    assert 1 == printed(held)["holds"]
    assert 1 == gone.returncode, gone.stderr.decode()
    assert (30, 0, 1) == (told["days"], told["holds"], told["vanished"])
    [answer] = told["answers"]
    assert "https://discord.com/channels/10/20/30" == answer["link"]
    first, cited = answer["parts"][0], posted.cited[0]
    assert {
        "verdict": "vanished",
        "article_ids": [cited.article_id],
        "start": cited.start,
        "end": cited.end,
        "sentence": None,
        "told": f"the article {cited.article_id} was removed.",
    } == first


def test_more_days_than_are_kept_are_wrong_usage(tmp_path: Path):
    done = on_record("audit", "--days", "31", "--data", tmp_path, ON_RECORD_KEEP_DAYS="30")

    assert 2 == done.returncode
    assert b"Answers are kept for 30 days" in done.stderr
