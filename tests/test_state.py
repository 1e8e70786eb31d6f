"""State: what Discord told us outlasts a restart, a crash and a second process."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from index.state import (
    DAY,
    MOST_HISTORY,
    Cited,
    Forgotten,
    ModelUse,
    Origin,
    Posted,
    Report,
    ServerSettings,
    State,
    StateError,
    Thread,
    Unfinished,
    Wrote,
)
from index.state.tables import SCRIPTS

NOW = 1_700_000_000
ROOT = Path(__file__).parents[1]
SETTINGS = ServerSettings(1, (11, 12), (21,), "Europe/Oslo", True, 31, True)


def posted(message_id: int = 10, **fields: object) -> Posted:
    answer = Posted(
        message_id=message_id,
        channel_id=20,
        server_id=1,
        person="somebody",
        question="what did Kirby say?",
        cited=(Cited(1, "a" * 10, "hash", 5, 90), Cited(2, "b" * 10, "other", 0, 12)),
        posted_at=NOW,
        keep_until=NOW + 30 * DAY,
        follows=9,
        name="John Kirby",
        topic="the deal",
        since="2024",
        outlet="The Gazette",
        oldest=True,
        meant="John Kirby",
        asked_on="2024-03-12",
        prose=(Wrote("Kirby said no.", ("a" * 10, "b" * 10)),),
        model="test",
        verbatim=True,
    )
    return replace(answer, **fields)  # type: ignore[arg-type]  # named by the caller


def test_settings_of_a_server_are_kept(tmp_path: Path) -> None:
    with State(tmp_path) as state:
        assert ServerSettings(1) == state.server(1)

        state.save_server(SETTINGS)
        assert SETTINGS == state.server(1)
        assert ServerSettings(2) == state.server(2)

    with State(tmp_path) as again:
        assert SETTINGS == again.server(1)


def test_an_answer_is_kept_as_it_was_posted(tmp_path: Path) -> None:
    with State(tmp_path) as state:
        state.post(posted())
    with State(tmp_path) as again:
        assert posted() == again.posted(10, NOW)
        assert None is again.posted(11, NOW)


def test_the_same_message_replaces_what_was_kept_of_it(tmp_path: Path) -> None:
    with State(tmp_path) as state:
        state.post(posted())
        state.post(posted(question="and about China?"))

        assert "and about China?" == state.posted(10, NOW).question  # type: ignore[union-attr]


def test_an_answer_past_its_time_is_as_good_as_gone(tmp_path: Path) -> None:
    with State(tmp_path) as state:
        state.post(posted(keep_until=NOW + 60))

        assert None is not state.posted(10, NOW + 59)
        assert None is state.posted(10, NOW + 60)
        assert () == state.conversation(10, NOW + 60)
        assert None is state.latest(20, NOW + 60)


def _questions(state: State, message_id: int) -> tuple[str, ...]:
    return tuple(each.question for each in state.conversation(message_id, NOW))


def test_a_conversation_is_an_answer_and_those_before_it_oldest_first(tmp_path: Path) -> None:
    with State(tmp_path) as state:
        state.post(posted(11, question="first", follows=None))
        state.post(posted(12, question="second", follows=11))
        state.post(posted(13, question="third", follows=12))
        state.post(posted(14, question="another third", follows=12))

        assert ("first", "second", "third") == _questions(state, 13)
        assert ("first", "second", "another third") == _questions(state, 14)


def test_a_conversation_begins_where_the_answer_before_is_gone(tmp_path: Path) -> None:
    with State(tmp_path) as state:
        state.post(posted(11, question="first", follows=None))
        state.post(posted(12, question="second", follows=11))
        state.post(posted(13, question="third", follows=12))
        state.forget_messages([11])

        assert ("second", "third") == _questions(state, 13)
        assert 11 == state.conversation(13, NOW)[0].follows


def test_a_thread_goes_on_from_the_answer_it_began_with(tmp_path: Path) -> None:
    with State(tmp_path) as state:
        state.open_thread(Thread(40, 1, 10, NOW))
        assert 10 == state.latest(40, NOW)

        state.post(posted(11, channel_id=40, posted_at=NOW + 1, follows=10))
        state.post(posted(12, channel_id=40, posted_at=NOW + 2, private=True, follows=11))
        assert 11 == state.latest(40, NOW)


def test_a_long_conversation_keeps_its_last_questions(tmp_path: Path) -> None:
    with State(tmp_path) as state:
        for number in range(1, MOST_HISTORY + 6):
            state.post(posted(number, question=f"question {number}", follows=number - 1 or None))

        questions = _questions(state, 15)
        assert MOST_HISTORY == len(questions)
        assert "question 15" == questions[-1]


def test_only_threads_that_we_opened_are_ours(tmp_path: Path) -> None:
    thread = Thread(40, 1, 10, NOW)
    with State(tmp_path) as state:
        state.open_thread(thread)

        assert thread == state.thread(40)
        assert None is state.thread(41)


def test_reports_are_numbered_and_read_newest_first(tmp_path: Path) -> None:
    first = Report(1, 20, 10, "somebody", "The quote is from another article.", NOW)
    second = replace(first, server_id=2, text="Wrong date.")
    with State(tmp_path) as state:
        stored = [state.report(first), state.report(second)]

        assert [replace(first, number=1), replace(second, number=2)] == stored
        assert tuple(stored[::-1]) == state.reports()
        assert (stored[0],) == state.reports(1)


def test_the_message_an_article_came_from_is_kept_until_it_is_removed(tmp_path: Path) -> None:
    origin = Origin("a" * 10, 1, 20, 30)
    with State(tmp_path) as state:
        state.save_origin(origin)
        assert origin == state.origin("a" * 10)

        state.forget_origin("a" * 10)
        assert None is state.origin("a" * 10)


def test_the_last_synced_commands_are_kept(tmp_path: Path) -> None:
    with State(tmp_path) as state:
        assert None is state.synced()
        state.save_synced("digest")
    with State(tmp_path) as again:
        assert "digest" == again.synced()


def test_what_is_old_is_purged_and_what_is_not_stays(tmp_path: Path) -> None:
    with State(tmp_path) as state:
        state.save_server(SETTINGS)
        state.post(posted(1, posted_at=NOW - 31 * DAY, keep_until=NOW + DAY))
        state.post(posted(2, private=True, keep_until=NOW))
        state.post(posted(3, posted_at=NOW - 29 * DAY))
        state.open_thread(Thread(40, 1, 1, NOW - 31 * DAY))
        state.report(Report(1, 20, 1, "somebody", "old", NOW - 31 * DAY))
        state.report(Report(1, 20, 3, "somebody", "new", NOW))

        assert 4 == state.purge(NOW, 30)
        assert [None, None, 3] == [
            kept and kept.message_id for kept in (state.posted(each, NOW) for each in (1, 2, 3))
        ]
        assert None is state.thread(40)
        assert ["new"] == [report.text for report in state.reports()]
        assert SETTINGS == state.server(1)


def test_a_thread_in_which_people_still_ask_is_not_purged(tmp_path: Path) -> None:
    with State(tmp_path) as state:
        state.open_thread(Thread(20, 1, 9, NOW - 31 * DAY))
        state.post(posted(1))

        assert 0 == state.purge(NOW, 30)
        assert Thread(20, 1, 9, NOW - 31 * DAY) == state.thread(20)


def test_no_question_outlives_its_answer(tmp_path: Path) -> None:
    """Where others followed up on it, and in the thread that it began, it is not kept again."""
    with State(tmp_path) as state:
        state.post(posted(1, question="an unforgettable question", posted_at=NOW - 31 * DAY))
        state.post(posted(2, channel_id=40, question="and China?", follows=1))
        state.open_thread(Thread(40, 1, 1, NOW))
        assert b"unforgettable" in _bytes(tmp_path)

        state.purge(NOW, 30)
        assert b"unforgettable" not in _bytes(tmp_path)
        assert ("and China?",) == _questions(state, 2)


def test_what_is_gone_in_discord_is_forgotten(tmp_path: Path) -> None:
    """A deleted message takes along its answer, or an article's origin; a channel all in it."""
    with State(tmp_path) as state:
        state.post(posted(1, question="an unforgettable question"))
        state.post(posted(2, channel_id=40))
        state.post(posted(3))
        state.open_thread(Thread(40, 1, 1, NOW))
        state.save_origin(Origin("a" * 10, 1, 20, 7))
        state.save_origin(Origin("b" * 10, 1, 40, 8))

        state.forget_messages([1, 7, 99])
        assert None is state.posted(1, NOW)
        assert None is state.origin("a" * 10)
        assert b"unforgettable" not in _bytes(tmp_path)

        state.forget_channel(40)
        assert (None, None, None) == (
            state.posted(2, NOW),
            state.thread(40),
            state.origin("b" * 10),
        )
        assert None is not state.posted(3, NOW)


def test_answers_from_an_article_that_is_gone_go_with_it(tmp_path: Path) -> None:
    """With them their reports, and where the article came from; no word of either is left."""
    with State(tmp_path) as state:
        state.post(posted(10, question="why is the Zyxquorb shut?"))
        only = (Cited(1, "b" * 10, "other", 0, 12),)
        state.post(posted(11, cited=only, prose=(), private=True))
        state.post(posted(12, cited=only, prose=(Wrote("Zyxquorb.", ("a" * 10,)),), private=True))
        state.report(Report(1, 20, 10, "somebody", "The Zyxquorb is open.", NOW))
        state.report(Report(1, 20, 11, "somebody", "Too short.", NOW))
        state.save_origin(Origin("a" * 10, 1, 20, 30))
        state.save_origin(Origin("b" * 10, 1, 20, 31))

        assert state.showing("a" * 10) == (Origin("a" * 10, 1, 20, 10),)
        assert state.showing("b" * 10) == (Origin("b" * 10, 1, 20, 10),)

        state.forget_all_but(["b" * 10])

        assert state.posted(10, NOW) is None
        assert state.posted(11, NOW) is not None
        assert state.posted(12, NOW) is None
        assert [each.message_id for each in state.reports()] == [11]
        assert (state.origin("a" * 10), state.origin("b" * 10)) == (
            None,
            Origin("b" * 10, 1, 20, 31),
        )
        assert b"Zyxquorb" not in _bytes(tmp_path)


def test_what_is_still_being_written_outlasts_a_restart(tmp_path: Path) -> None:
    """Until it is told that the message shows its answer."""
    one, other = Unfinished(10, 20, "token"), Unfinished(11, 20, "")
    with State(tmp_path) as state:
        state.begin_writing(one)
        state.begin_writing(other)
    with State(tmp_path) as again:
        assert (one, other) == again.unfinished()
        again.end_writing(10)
        assert (other,) == again.unfinished()


def test_a_person_is_kept_as_a_hash_that_only_this_file_can_make(tmp_path: Path) -> None:
    user = 80_351_110_224_678_912
    with State(tmp_path / "one") as one, State(tmp_path / "two") as two:
        assert one.person(user) != two.person(user)
        assert one.person(user) != one.person(user + 1)
        one.post(posted(person=one.person(user)))
        hashed = one.person(user)
    with State(tmp_path / "one") as again:
        assert hashed == again.person(user)
    assert str(user).encode() not in _bytes(tmp_path)


def test_a_person_can_have_everything_of_theirs_deleted(tmp_path: Path) -> None:
    user = 80_351_110_224_678_912
    with State(tmp_path) as state:
        mine, theirs = state.person(user), state.person(2)
        state.post(posted(1, person=mine, question="an unforgettable question"))
        state.post(posted(2, person=theirs))
        state.post(posted(3, person=theirs, question="and China?", follows=1))
        state.post(posted(4, person=mine, question=""))
        state.post(posted(5, person=mine, question=""))
        state.open_thread(Thread(40, 1, 1, NOW))
        state.report(Report(1, 20, 1, mine, "an unforgettable report", NOW))
        state.report(Report(1, 20, 2, theirs, "theirs", NOW))

        assert Forgotten(answers=1, reports=1, pages=2) == state.forget_person(user)
        assert [None] * 3 == [state.posted(each, NOW) for each in (1, 4, 5)]
        assert None is not state.posted(2, NOW)
        assert ["theirs"] == [report.text for report in state.reports()]
        assert Forgotten(0, 0) == state.forget_person(user)

        written = _bytes(tmp_path)
        assert b"unforgettable" not in written
        assert mine.encode() not in written


def _bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_a_server_can_be_forgotten_whole(tmp_path: Path) -> None:
    with State(tmp_path) as state:
        for server in (1, 2):
            state.save_server(replace(SETTINGS, server_id=server))
            state.post(posted(server, server_id=server))
            state.report(Report(server, 20, 10, "somebody", "text", NOW))
            state.save_origin(Origin(f"{server}" * 10, server, 20, 30))

        state.forget_server(1)
        assert ServerSettings(1) == state.server(1)
        assert None is state.posted(1, NOW)
        assert None is state.origin("1" * 10)
        assert [2] == [report.server_id for report in state.reports()]
        assert None is not state.posted(2, NOW)


def test_several_threads_write_at_once(tmp_path: Path) -> None:
    with State(tmp_path) as state:
        threads = [
            threading.Thread(
                target=lambda n=n: [state.post(posted(n * 100 + i)) for i in range(20)]
            )
            for n in range(8)
        ]
        for each in threads:
            each.start()
        for each in threads:
            each.join()

        assert 160 == sum(
            state.posted(n * 100 + i, NOW) is not None for n in range(8) for i in range(20)
        )


WORK = """
import sys, pathlib
sys.path.insert(0, sys.argv[4])
from index.state import Cited, Posted, State
with State(pathlib.Path(sys.argv[1])) as state:
    for number in range(int(sys.argv[2]), int(sys.argv[3])):
        state.post(Posted(number, 20, 1, state.person(7), "q", (), 1, 2_000_000_000))
        print(number, flush=True)
"""


def _process(data: Path, first: int, past: int) -> subprocess.Popen[str]:
    arguments = [sys.executable, "-c", WORK, str(data), str(first), str(past), str(ROOT)]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)


def test_several_processes_open_a_new_file_at_once_and_share_its_key(tmp_path: Path) -> None:
    running = [_process(tmp_path, number * 50, number * 50 + 25) for number in range(4)]
    for each in running:
        each.communicate(timeout=60)

    assert [0] * 4 == [each.returncode for each in running]
    with State(tmp_path) as state:
        answers = [state.posted(n * 50 + i, NOW) for n in range(4) for i in range(25)]
        assert {state.person(7)} == {answer.person for answer in answers if answer}
        assert 100 == len([answer for answer in answers if answer])


def test_what_was_acknowledged_survives_kill_9(tmp_path: Path) -> None:
    process = _process(tmp_path, 0, 1_000_000)
    assert process.stdout
    told = [int(process.stdout.readline()) for _ in range(30)]
    os.kill(process.pid, signal.SIGKILL)
    rest = process.communicate()[0].split("\n")
    told += [int(line) for line in rest[:-1]]

    with State(tmp_path) as state:
        assert [] == [number for number in told if state.posted(number, NOW) is None]


def test_a_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    State(tmp_path).close()
    connection = sqlite3.connect(tmp_path / "state.db")
    connection.execute("PRAGMA user_version = 99")
    connection.close()

    with pytest.raises(StateError, match=r"newer version of On Record\. Install"):
        State(tmp_path)


def test_questions_that_an_earlier_version_copied_are_gone(tmp_path: Path) -> None:
    """Its file is brought up to date: what can be understood alone stays, the copies do not."""
    connection = sqlite3.connect(tmp_path / "state.db")
    connection.executescript(SCRIPTS[0])
    copied = '["unforgettable"]'
    for row in ((1, "what did Kirby say?", "[]"), (2, "and China?", copied)):
        connection.execute(
            "INSERT INTO posted VALUES (?, 20, 1, 'somebody', ?, ?, '[]', 0, ?, ?)",
            (*row, NOW, NOW + DAY),
        )
    connection.execute("INSERT INTO thread VALUES (1, 1, 'somebody', ?, ?)", (copied, NOW))
    connection.execute("INSERT INTO meta VALUES ('key', x'00')")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()

    with State(tmp_path) as state:
        assert ("what did Kirby say?",) == _questions(state, 1)
        assert None is state.posted(2, NOW)
        assert Thread(1, 1, 1, NOW) == state.thread(1)
        state.purge(NOW, 30)
        assert b"unforgettable" not in _bytes(tmp_path)


def test_places_that_an_earlier_version_kept_are_read_without_a_digest(tmp_path: Path) -> None:
    """Its file has no digest of the words; it is brought up to date, and nothing is lost."""
    with State(tmp_path) as state:
        state.post(posted())
    older = sqlite3.connect(tmp_path / "state.db")
    older.execute('UPDATE posted SET cited = \'[[1, "aaaaaaaaaa", "hash", 5, 90]]\'')
    older.execute("ALTER TABLE model_use DROP COLUMN guessed")
    older.execute("ALTER TABLE posted DROP COLUMN sources")
    older.execute("INSERT INTO model_use VALUES ('2026-01-02', 7, 2, 40)")
    for table in ("feed", "feed_entry", "taken_off"):
        older.execute(f"DROP TABLE {table}")
    older.execute("PRAGMA user_version = 5")
    older.commit()
    older.close()

    with State(tmp_path) as state:
        assert ModelUse(2, 40, 40) == state.model_use("2026-01-02", 7)
        [answer] = state.posted_since(NOW, NOW)
        assert (Cited(1, "a" * 10, "hash", 5, 90, "", ""),) == answer.cited
        assert answer.sources is None
        state.post(replace(answer, cited=(Cited(1, "a" * 10, "hash", 5, 90, "digest"),)))
        [answer] = state.posted_since(NOW, NOW)
        assert "digest" == answer.cited[0].digest


def test_a_damaged_file_is_named_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "state.db").write_bytes(b"no database at all" * 300)

    with pytest.raises(StateError, match=r"state\.db cannot be used .* run /setup again"):
        State(tmp_path)


def test_others_on_the_machine_cannot_read_it(tmp_path: Path) -> None:
    with State(tmp_path):
        modes = {path.stat().st_mode & 0o077 for path in tmp_path.iterdir()}

    assert {0} == modes
