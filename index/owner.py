"""Who owns a data folder: one process writes the index, and the others know its name.

Three locks. ``Ownership`` is held as long as a process keeps the index. ``corpus_turn`` is held for
the few milliseconds in which an article's file is written or taken away, by any process.
``feeds_turn`` is held while feeds are read. All lie outside ``derived/``, which may be deleted at
any time.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from index.errors import DataBusy, DataFolderError

# Long enough for any save of a large article on a slow disk, short enough to be noticed.
_TURN_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Owner:
    """The process that owns a data folder: its number and the command it runs."""

    pid: int
    command: str


class Ownership:
    """The lock on a data folder. Held by one process; let go when that process ends or dies."""

    def __init__(self, data: Path, command: str) -> None:
        from filelock import FileLock

        _make(data)
        self._note = data / "owner.json"
        self._refused: OSError | None = None
        self._owner = Owner(os.getpid(), command)
        self._file = data / "owner.lock"
        self._lock = FileLock(self._file, thread_local=False)
        self._inode: int | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds the lock now.

        It does no more when somebody deleted the lock's file: another process may then hold a
        new one.
        """
        return self._lock.is_locked and self._inode == _inode(self._file)

    def acquire(self, wait: float = 0.0) -> bool:
        """Take the lock, waiting at most ``wait`` seconds; tell whether it was got.

        In a folder that cannot be written nobody gets it; what stands there can still be read.
        """
        from filelock import Timeout

        try:
            self._lock.acquire(timeout=wait)
            self._inode = _inode(self._file)
            self._note.write_text(json.dumps(asdict(self._owner)), encoding="utf-8")
        except Timeout:
            return False
        except OSError as error:
            self._lock.release()
            self._refused = error
            return False
        return True

    def release(self) -> None:
        """Let go of the lock; harmless when it is not held."""
        if self.held:
            self._note.unlink(missing_ok=True)
        self._lock.release()

    def demand(self) -> None:
        """Return if this object holds the lock.

        Raises ``DataBusy``, naming the owner, or ``DataFolderError`` where nobody can write.
        """
        if self._refused is not None:
            raise unwritable(self._note.parent, self._refused) from self._refused
        if not self.held:
            raise busy(self._note.parent)


def _inode(file: Path) -> int | None:
    try:
        return file.stat().st_ino
    except OSError:
        return None


def owner_of(data: Path) -> Owner | None:
    """Return who says that they own the data folder, or None where nobody says so."""
    try:
        note = json.loads((data / "owner.json").read_text(encoding="utf-8"))
        return Owner(pid=int(note["pid"]), command=str(note["command"]))
    except (OSError, ValueError, KeyError, TypeError):
        # No note, or one that is being written at this moment: the owner is not known.
        return None


def busy(data: Path) -> DataBusy:
    """Return the error that names the owner of a data folder and says what to do."""
    owner = owner_of(data)
    who = f"process {owner.pid} ({owner.command})" if owner else "another process"
    return DataBusy(
        f"The data folder {data} is in use by {who}. Stop that process, or wait until it is done."
    )


def unwritable(data: Path, error: OSError) -> DataFolderError:
    """Return the error for a data folder in which nothing can be written."""
    return DataFolderError(
        f"The data folder {data} cannot be written ({error.strerror or error}). "
        "Make room or give the right to write there, or choose another folder with --data."
    )


def _make(data: Path) -> None:
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(data, error) from error


@contextlib.contextmanager
def feeds_turn(data: Path) -> Iterator[None]:
    """Hold the right to read feeds: no two processes ask a site for the same things at once.

    Raises ``DataBusy`` where another holds it.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(data / "feeds.lock", thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise DataBusy("The feeds are just being read; what is new is added by itself.") from error
    except OSError as error:
        raise unwritable(data, error) from error
    try:
        yield
    finally:
        lock.release()


@contextlib.contextmanager
def corpus_turn(data: Path) -> Iterator[None]:
    """Hold the right to write or remove article files, against every other process and thread.

    Raises ``DataBusy`` when another process keeps it for half a minute, and ``DataFolderError``
    when what is to be written cannot be.
    """
    from filelock import FileLock, Timeout

    _make(data)
    lock = FileLock(data / "corpus.lock", thread_local=False)
    try:
        lock.acquire(timeout=_TURN_SECONDS)
    except Timeout as error:
        raise busy(data) from error
    except OSError as error:
        raise unwritable(data, error) from error
    try:
        yield
    except OSError as error:
        raise unwritable(data, error) from error
    finally:
        lock.release()
