"""Database: what was found in the articles, one SQLite file, derived from the corpus.

Everything that is shown is read from here or from the corpus. The only door to sqlite3.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from index.database import write
from index.database.connection import Connections, create, has_current_tables
from index.database.lookups import Lookups
from index.database.values import (
    Indexed,
    Origin,
    Stamp,
    StoredArticle,
    StoredPassage,
    StoredStatement,
    Unreadable,
)

__all__ = [
    "Database",
    "Indexed",
    "Origin",
    "Stamp",
    "StoredArticle",
    "StoredPassage",
    "StoredStatement",
    "Unreadable",
    "has_current_tables",
]


class Database(Lookups):
    """One ``index.db``. Safe for several threads; one process writes, any number reads."""

    def __init__(self, path: Path | None, *, read_only: bool = False) -> None:
        super().__init__(Connections(path, read_only=read_only))

    @classmethod
    def create(cls, path: Path) -> Database:
        """Make a new, empty database file."""
        path.parent.mkdir(parents=True, exist_ok=True)
        create(path)
        return cls(path)

    @classmethod
    def empty(cls) -> Database:
        """Return a database without an article, in memory: for a data folder without an index."""
        return cls(None)

    def put(self, indexed: Indexed) -> None:
        """Write an article with all that belongs to it, whole or not at all.

        It takes the place of what was there of the article, and of what was read from the same
        file. Every passage that comes or goes is put into the outbox.
        """
        with self._connections.transaction() as connection:
            write.put(connection, indexed)

    def drop(self, article_id: str) -> bool:
        """Remove an article with all that belongs to it; tell whether it was there."""
        with self._connections.transaction() as connection:
            return write.drop(connection, article_id)

    def put_unreadable(self, unreadable: Unreadable) -> None:
        """Note a file that could not be taken up; what was read from it before is removed."""
        with self._connections.transaction() as connection:
            write.put_unreadable(connection, unreadable)

    def forget_unreadable(self, file: str) -> None:
        """Take a file off the list of those that could not be taken up."""
        with self._connections.transaction() as connection:
            write.forget_unreadable(connection, file)

    def restamp(self, article_id: str, stamp: Stamp) -> None:
        """Note that an article's file was written again, or moved, with the same content."""
        with self._connections.transaction() as connection:
            write.restamp(connection, article_id, stamp)

    def send_all(self) -> None:
        """Put every passage into the outbox, for a vector index that is made again."""
        with self._connections.transaction() as connection:
            write.send_all(connection)

    def sent(self, numbers: Iterable[int]) -> None:
        """Take entries out of the outbox that the vector index has now."""
        with self._connections.transaction() as connection:
            write.sent(connection, numbers)

    def set_note(self, key: str, value: str) -> None:
        """Keep a note about the index as a whole; on the disk when this returns."""
        with self._connections.transaction(durable=True) as connection:
            connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def scrub(self) -> bool:
        """Leave no trace of what was removed; False where another process is still reading it."""
        return self._connections.scrub()

    def close(self) -> None:
        """Close the file."""
        self._connections.close()
