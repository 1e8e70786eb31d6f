"""One process owns a data folder, and the others learn its name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.errors import DataBusy, DataFolderError
from index.owner import Owner, Ownership, corpus_turn, owner_of


def test_only_one_holds_the_folder_and_the_error_names_it(tmp_path: Path) -> None:
    """Who comes second is told process and command of who came first."""
    first, second = Ownership(tmp_path, "run"), Ownership(tmp_path, "rebuild")

    assert first.acquire()
    assert not second.acquire()
    assert Owner(os.getpid(), "run") == owner_of(tmp_path)
    with pytest.raises(DataBusy, match=rf"process {os.getpid()} \(run\)"):
        second.demand()


def test_the_folder_is_free_again_after_release(tmp_path: Path) -> None:
    """Then nobody is named, and the next one gets it."""
    first, second = Ownership(tmp_path, "run"), Ownership(tmp_path, "rebuild")
    first.acquire()

    first.release()

    assert owner_of(tmp_path) is None
    assert second.acquire()
    second.demand()
    second.release()


def test_whoever_loses_the_lock_file_owns_nothing_more(tmp_path: Path) -> None:
    """Two must never write, also when the lock's file was deleted by hand."""
    first, second = Ownership(tmp_path, "run"), Ownership(tmp_path, "rebuild")
    first.acquire()
    (tmp_path / "owner.lock").unlink()

    assert second.acquire()
    assert not first.held
    with pytest.raises(DataBusy, match="rebuild"):
        first.demand()
    first.release()
    assert second.held
    assert Owner(os.getpid(), "rebuild") == owner_of(tmp_path)


def test_a_broken_note_names_nobody(tmp_path: Path) -> None:
    """The lock decides, not the note."""
    (tmp_path / "owner.json").write_text("{", encoding="utf-8")
    holder, other = Ownership(tmp_path, "run"), Ownership(tmp_path, "ask")
    assert holder.acquire()
    (tmp_path / "owner.json").write_text("{", encoding="utf-8")

    with pytest.raises(DataBusy, match="in use by another process"):
        other.demand()
    holder.release()


def test_a_folder_that_cannot_be_written_has_no_owner_and_says_why(tmp_path: Path) -> None:
    """It can still be read; only who wants to write is told, in a sentence."""
    for name in ("owner.lock", "corpus.lock"):
        (tmp_path / name).mkdir()
    nobody = Ownership(tmp_path, "ask")

    assert not nobody.acquire()
    with pytest.raises(DataFolderError, match="cannot be written"):
        nobody.demand()
    with pytest.raises(DataFolderError, match="cannot be written"), corpus_turn(tmp_path):
        raise AssertionError("not reached")


def test_a_folder_that_cannot_be_made_says_why(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(DataFolderError, match="cannot be written"):
        Ownership(tmp_path / "file" / "data", "ask")


def test_a_write_that_fails_is_a_sentence_and_gives_the_turn_back(tmp_path: Path) -> None:
    """A full disk is no bug of the program."""
    with pytest.raises(DataFolderError, match="No space left"), corpus_turn(tmp_path):
        raise OSError(28, "No space left on device")

    with corpus_turn(tmp_path):
        pass


def test_a_turn_at_the_corpus_is_given_back_after_an_error(tmp_path: Path) -> None:
    """A failed save keeps nobody waiting."""
    with pytest.raises(ValueError, match="failed"), corpus_turn(tmp_path):
        raise ValueError("failed")

    with corpus_turn(tmp_path):
        pass
