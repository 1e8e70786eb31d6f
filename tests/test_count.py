"""Counting: how many articles can be searched and how many wait is told as it is."""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from cheap import CheapEmbedder, draft

from index.record import Record
from index.record.count import MOMENT, Counter

LONG_AGO = itertools.count(1_700_000_000_000_000_000)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path, CheapEmbedder, command="test") as opened:
        yield opened


class Clock:
    """A clock that stands until it is moved."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def counted(counter: Counter, record: Record) -> tuple[int, int]:
    tally = counter.tally(record.database, ["house"])
    return tally.searched, tally.waiting


def rest(record: Record) -> None:
    """Let a folder look as if it had last changed long ago, after all that was done so far."""
    then = next(LONG_AGO)
    os.utime(record.corpus.folder / "house", ns=(then, then))


def test_what_comes_and_goes_is_counted_at_once(record: Record) -> None:
    """By hand, by adding, levelling and removing; also a file that cannot be taken up."""
    clock = Clock()
    counter = Counter(record.corpus, clock)
    assert counted(counter, record) == (0, 0)
    first = record.add(draft(1)).article.article_id
    rest(record)
    assert counted(counter, record) == (1, 0)
    record.add(draft(2), index=False)
    assert counted(counter, record) == (1, 1)
    (record.corpus.folder / "house" / "broken.md").write_bytes(b"\xff")
    assert counted(counter, record) == (1, 2)
    rest(record)
    assert counted(counter, record) == (1, 2)
    record.level()
    rest(record)
    assert counted(counter, record) == (2, 0)
    record.remove(first)
    assert counted(counter, record) == (1, 0)


def test_files_are_looked_at_again_after_a_moment(record: Record) -> None:
    """Writing over a file where it lies changes no folder: a count holds a moment, no longer."""
    clock = Clock()
    counter = Counter(record.corpus, clock)
    record.add(draft(1))
    rest(record)
    assert counted(counter, record) == (1, 0)
    [file] = (record.corpus.folder / "house").glob("*.md")
    with file.open("a", encoding="utf-8") as written:
        written.write("\n\nOne paragraph more.\n")
    assert counted(counter, record) == (1, 0)
    clock.now += MOMENT
    assert counted(counter, record) == (0, 1)


def test_a_folder_that_has_just_changed_is_not_believed(record: Record) -> None:
    """Two files may come in so short a time that the folder bears the same time after both."""
    counter = Counter(record.corpus, Clock())
    record.add(draft(1))
    now = time.time_ns()
    os.utime(record.corpus.folder / "house", ns=(now, now))
    assert counted(counter, record) == (1, 0)
    record.add(draft(2), index=False)
    os.utime(record.corpus.folder / "house", ns=(now, now))
    assert counted(counter, record) == (1, 1)


def test_each_library_is_counted_by_itself(record: Record) -> None:
    """And a library that nobody has added to has nothing."""
    counter = Counter(record.corpus, Clock())
    record.add(draft(1), "server")
    assert counted(counter, record) == (0, 0)
    tally = counter.tally(record.database, ["house", "server"])
    assert (tally.searched, tally.waiting) == (1, 0)
