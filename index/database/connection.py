"""Connections to ``index.db``: one for each thread, and one writer at a time."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

from index.database.schema import SCHEMA, SCHEMA_VERSION, STEMS
from index.errors import DerivedIndexError
from index.unspaced import parted

# How long a writer waits for another process that is in the middle of its transaction.
_BUSY_SECONDS = 30.0


class Connections:
    """The connections that a process has to one database file. Safe for several threads."""

    def __init__(self, path: Path | None, *, read_only: bool = False) -> None:
        self._path = path
        self._read_only = read_only
        self._local = threading.local()
        self._open: list[sqlite3.Connection] = []
        # An empty database in memory lives in one connection only, and all threads share it.
        self._shared = self._in_memory() if path is None else None
        self._writing = threading.RLock()

    def get(self) -> sqlite3.Connection:
        """Return this thread's connection."""
        if self._shared is not None:
            return self._shared
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = self._connect()
        return connection

    @contextlib.contextmanager
    def transaction(self, *, durable: bool = False) -> Iterator[sqlite3.Connection]:
        """Write: all that happens inside is kept, or none of it.

        ``durable``: it is on the disk when this returns. Without that a failing power supply may
        undo the last transactions, never a part of one; the corpus still has those articles.
        """
        with self._writing, self.sound():
            connection = self.get()
            connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    @contextlib.contextmanager
    def sound(self) -> Iterator[None]:
        """Name the file, and what to do, where SQLite finds that it is damaged or gone."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            # Its subclasses are mistakes of ours, but for a file that cannot be opened or written.
            if type(error) not in (sqlite3.DatabaseError, sqlite3.OperationalError):
                raise
            raise unusable(self._path, error) from error

    def scrub(self) -> bool:
        """Write the file anew without what was removed, and empty SQLite's log of last writes.

        False where another process is reading: its part of the log cannot be emptied yet.
        """
        with self._writing, self.sound():
            connection = self.get()
            connection.execute("INSERT INTO word (word) VALUES ('optimize')")
            connection.execute("VACUUM")
            (busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return not busy

    def close(self) -> None:
        """Close every thread's connection."""
        while self._open:
            self._open.pop().close()
        self._local = threading.local()

    def _in_memory(self) -> sqlite3.Connection:
        connection = self._connect()
        _make_tables(connection)
        return connection

    def _connect(self) -> sqlite3.Connection:
        connection = _opened(self._path, read_only=self._read_only)
        self._open.append(connection)
        return connection


def create(path: Path) -> None:
    """Make the tables in a new database file."""
    with contextlib.closing(_opened(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        _make_tables(connection)


def _make_tables(connection: sqlite3.Connection) -> None:
    connection.executescript(f"BEGIN;{SCHEMA}PRAGMA user_version = {SCHEMA_VERSION};COMMIT;")


def has_current_tables(path: Path) -> bool:
    """Tell whether a file is a database with the tables that this version reads."""
    if not path.is_file():
        return False
    try:
        with contextlib.closing(_opened(path, read_only=True)) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            return bool(version == SCHEMA_VERSION)
    except (sqlite3.DatabaseError, DerivedIndexError):
        return False


def unusable(path: Path | None, error: sqlite3.Error) -> DerivedIndexError:
    """Return the error for an index file that SQLite cannot use."""
    return DerivedIndexError(
        f"The index {path} cannot be used ({error}). "
        "Nothing is lost, it can be made again: on-record rebuild"
    )


def _is_frozen(path: Path) -> bool:
    """Tell whether nobody can be writing: SQLite can else not read a folder it may not write."""
    log = path.with_name(f"{path.name}-wal")
    return path.is_file() and not os.access(path.parent, os.W_OK) and not log.exists()


def _opened(path: Path | None, *, read_only: bool = False) -> sqlite3.Connection:
    mode = "ro" if read_only else "rwc"
    if read_only and path is not None and _is_frozen(path):
        mode = "ro&immutable=1"
    target = ":memory:" if path is None else f"{path.resolve().as_uri()}?mode={mode}"
    try:
        connection = sqlite3.connect(
            target,
            uri=path is not None,
            timeout=_BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
    except sqlite3.OperationalError as error:
        raise unusable(path, error) from error
    connection.create_function("parted", 1, parted, deterministic=True)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.executescript(STEMS)
    # What is removed from the record leaves no readable trace in the file's free pages.
    connection.execute("PRAGMA secure_delete = ON")
    return connection
