"""The file behind the state: reading, writing, and what to say where it cannot be used."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from index.errors import StateError
from index.state.tables import NewerTablesError, opened


class StateFile:
    """One connection to ``state.db``, shared by all threads of a process in turn.

    Every method raises ``StateError`` where the file cannot be used.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._turn = threading.RLock()
        with self._sound():
            self._connection = opened(path)

    def close(self) -> None:
        """Close the file."""
        with self._turn:
            self._connection.close()

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Return what a query finds."""
        with self._turn, self._sound():
            return self._connection.execute(query, values).fetchall()

    def row(self, query: str, *values: object) -> tuple[Any, ...] | None:
        """Return the first row that a query finds."""
        return next(iter(self.rows(query, *values)), None)

    def write(self, query: str, *values: object) -> int:
        """Write; it is on the disk when this returns. Returns the number of the row written."""
        with self.transaction():
            return self._connection.execute(query, values).lastrowid or 0

    def change(self, query: str, *values: object) -> int:
        """Write as ``write`` does; return how many rows were written."""
        with self.transaction():
            return self._connection.execute(query, values).rowcount

    def delete(self, table: str, condition: str, *values: object) -> int:
        """Delete the rows of a table that meet a condition; return how many."""
        with self.transaction():
            # The words of the statement are those of our own code, the values are not in it.
            query = f"DELETE FROM {table} WHERE {condition}"  # noqa: S608
            return self._connection.execute(query, values).rowcount

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all that is written inside, or none of it. Inside another it is a part of that."""
        with self._turn, self._sound():
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def wipe_log(self) -> None:
        """Empty SQLite's log of the last writes: what was deleted may stand in it yet."""
        with self._turn, self._sound():
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextlib.contextmanager
    def _sound(self) -> Iterator[None]:
        """Name the file, and what to do, where SQLite finds that it is damaged or gone."""
        try:
            yield
        except NewerTablesError as error:
            raise StateError(
                f"{self._path} was written by a newer version of On Record. "
                "Install that version again."
            ) from error
        except (sqlite3.DatabaseError, OSError) as error:
            if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
                raise  # a mistake of ours
            raise StateError(
                f"{self._path} cannot be used ({error}). It holds the settings of servers and the "
                "answers of the last days, no articles. Make room on the disk or put a saved copy "
                "back; without one, move the file away and run /setup again."
            ) from error
