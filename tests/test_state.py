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
    Origin,
    Posted,
    Report,
    ServerSettings,
    State,
    StateError,
    Thread,
)

NOW = 1_700_000_000
ROOT = Path(__file__).parents[1]
SETTINGS = ServerSettings(1, (11, 12), (21,), "Europe/Oslo", True, 31)


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
        history=("what did Patel say?",),
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
        assert () == state.history(20, NOW + 60)


def test_a_conversation_is_the_questions_of_its_thread_oldest_first(tmp_path: Path) -> None:
    with State(tmp_path) as state:
        state.open_thread(Thread(20, 1, "somebody", ("what did Kirby say?",), NOW))
        state.post(posted(12, question="third", posted_at=NOW + 2))
        state.post(posted(11, question="second", posted_at=NOW + 1))
        state.post(posted(13, question="elsewhere", channel_id=21))

        assert ("what did Kirby say?", "second", "third") == state.history(20, NOW)


def test_private_questions_are_no_part_of_a_conversation(tmp_path: Path) -> None:
    with State(tmp_path) as state:
        state.post(posted(11, question="open"))
        state.post(posted(12, question="mine", private=True))

        assert ("open",) == state.history(20, NOW)


def test_a_long_conversation_keeps_its_last_questions(tmp_path: Path) -> None:
    with State(tmp_path) as state:
        for number in range(MOST_HISTORY + 5):
            state.post(posted(number, question=f"question {number}"))

        history = state.history(20, NOW)
        assert MOST_HISTORY == len(history)
        assert "question 14" == history[-1]


def test_only_threads_that_we_opened_are_ours(tmp_path: Path) -> None:
    thread = Thread(40, 1, "somebody", ("q",), NOW)
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
        state.open_thread(Thread(40, 1, "somebody", ("q",), NOW - 31 * DAY))
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
        state.open_thread(Thread(20, 1, "somebody", ("q",), NOW - 31 * DAY))
        state.post(posted(1))

        assert 0 == state.purge(NOW, 30)
        assert Thread(20, 1, "somebody", (), NOW - 31 * DAY) == state.thread(20)


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
        state.open_thread(Thread(40, 1, mine, ("an unforgettable question",), NOW))
        state.report(Report(1, 20, 1, mine, "an unforgettable report", NOW))
        state.report(Report(1, 20, 2, theirs, "theirs", NOW))

        assert Forgotten(answers=1, threads=1, reports=1) == state.forget_person(user)
        assert None is state.posted(1, NOW)
        assert None is not state.posted(2, NOW)
        assert ["theirs"] == [report.text for report in state.reports()]
        assert Forgotten(0, 0, 0) == state.forget_person(user)

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


def test_a_damaged_file_is_named_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "state.db").write_bytes(b"no database at all" * 300)

    with pytest.raises(StateError, match=r"state\.db cannot be used .* run /setup again"):
        State(tmp_path)


def test_others_on_the_machine_cannot_read_it(tmp_path: Path) -> None:
    with State(tmp_path):
        modes = {path.stat().st_mode & 0o077 for path in tmp_path.iterdir()}

    assert {0} == modes
