"""A second process reads, adds, edits and removes while the first one owns the data."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cheap import CheapEmbedder, draft
from two_work import own

from index.errors import DataBusy
from index.record import Record

processes = multiprocessing.get_context("forkserver")
# Long enough for a loaded machine; the owner looks ten times a second.
PATIENCE = 30.0


@pytest.fixture
def beside(tmp_path: Path) -> Iterator[Record]:
    """Open a record beside an owner that watches it, and that has one article."""
    talk, others = processes.Pipe()
    process = processes.Process(target=own, args=(tmp_path, others))
    process.start()
    assert talk.recv() is True
    with Record.open(tmp_path, CheapEmbedder, command="the second") as record:
        yield record
    talk.send("stop")
    process.join()
    assert process.exitcode == 0


def eventually(fact: Callable[[], bool]) -> bool:
    """Wait until a fact holds; False when it does not within the time."""
    end = time.monotonic() + PATIENCE
    while not fact():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def test_the_second_reads_with_the_exact_scan(beside: Record) -> None:
    """Articles, statements, words and nearness, from the database alone."""
    (stored,) = beside.articles()
    vector = beside.embedder.encode(["anything"])[0]

    assert not beside.owns
    assert stored.article.title == "Bridges of Town0"
    assert 10 == len(beside.nearest(vector, 50, ["house"]))
    assert "exact" == beside.vector_path
    assert beside.database.statements_by(["Ada Brook"], ["house"])
    assert beside.database.match(["town0"], ["house"], 5)
    assert () == beside.check().problems


def test_what_the_second_adds_is_indexed_by_the_owner(beside: Record) -> None:
    """Acknowledged at once, waiting for a moment, then found by both."""
    added = beside.add(draft(1))

    assert added.indexed is None
    assert beside.corpus.find(added.article.article_id) is not None
    assert beside.add(draft(1)).known
    assert eventually(lambda: beside.article(added.article.article_id) is not None)
    assert 0 == beside.waiting()
    assert beside.database.match(["town1"], ["house"], 5)


def test_what_the_second_edits_is_not_shown_as_it_was(beside: Record) -> None:
    """And as it is once the owner has read it."""
    (stored,) = beside.articles()
    article_id = stored.article.article_id

    beside.edit(article_id, {"outlet": "The Second"})

    shown = beside.article(article_id)
    assert shown is None or shown.article.outlet == "The Second"
    assert eventually(lambda: beside.is_current(article_id))
    (stored,) = beside.articles()
    assert "The Second" == stored.article.outlet


def test_what_the_second_removes_is_not_current_at_once(beside: Record) -> None:
    """Before the owner has even looked."""
    article_id = beside.articles()[0].article.article_id

    assert beside.remove(article_id)

    assert not beside.is_current(article_id)
    assert [] == beside.articles()
    assert eventually(lambda: beside.database.counts() == (0, 0, 0))


def test_the_second_may_not_rebuild_and_is_told_who_owns_the_data(beside: Record) -> None:
    """Process and command."""
    with pytest.raises(DataBusy, match=r"process \d+ \(the owner\)"):
        beside.rebuild()


def test_a_reader_before_there_is_any_index_finds_nothing(tmp_path: Path) -> None:
    """What is in the corpus is waiting."""
    with Record.open(tmp_path, CheapEmbedder, command="first") as first:
        (tmp_path / "derived" / "current").unlink()
        first.add(draft(1), index=False)
        with Record.open(tmp_path, CheapEmbedder, command="second") as second:
            assert [] == second.articles()
            assert 1 == second.waiting()
            assert [] == second.nearest(second.embedder.encode(["x"])[0], 5, ["house"])
