"""The ledger of the database: what it has of which files, what waits, and whether it is sound."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from index.database import read
from index.database.connection import Connections
from index.database.memory import Memory, Value
from index.database.values import Stamp, Unreadable

# How much is kept in memory, in passages that have a word: 8 bytes each.
_ROOM = 4_000_000
# One list as one parameter, however long it is.
LISTED = "(SELECT value FROM json_each(?))"
# Every passage that comes or goes passes through the outbox.
_STATE = "SELECT seq FROM sqlite_sequence WHERE name = 'outbox'"


def room_of_one(_: object) -> int:
    """Return how much of it an article's origin or stamp takes."""
    return 50


class Ledger:
    """What ``Lookups`` stands on: the state of the index as a whole, and how rows are read."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._memory = Memory(self._state, _ROOM)

    def recall(self, key: Hashable, read: Callable[[], Value]) -> Value:
        """Return what was worked out from what is read here, again only when passages changed."""
        return self._memory.recall(key, read)

    def stamp(self, article_id: str) -> Stamp | None:
        """Return the file an article was read from, as it stood then; None for no such article."""
        return self.stamps_of([article_id]).get(article_id)

    def stamps_of(self, article_ids: Iterable[str]) -> dict[str, Stamp]:
        """Return the stamp of each article that is there, by id."""
        sql = "SELECT article_id, file, mtime_ns, size FROM article"
        rows = self._rows(f"{sql} WHERE article_id IN {LISTED}", article_ids)
        return {one: Stamp(*stamp) for one, *stamp in rows}

    def stamps_known(self, article_ids: Iterable[str]) -> dict[str, Stamp]:
        """Return the same from memory where it can: maybe an older stamp of the same content."""
        return self._memory.recall_each("stamp", article_ids, self.stamps_of, room_of_one)

    def stamps(self) -> dict[str, tuple[str, Stamp]]:
        """Return for each file that was indexed its article's id and its stamp then."""
        rows = self._execute("SELECT file, article_id, mtime_ns, size FROM article", ())
        return {file: (one, Stamp(file, mtime, size)) for file, one, mtime, size in rows}

    def files(self) -> set[tuple[str, int, int]]:
        """Return the stamp of every file that was indexed: (name, time of writing, size)."""
        return set(self._execute("SELECT file, mtime_ns, size FROM article"))

    def identities(self) -> list[tuple[str, str, tuple[str, ...], Stamp]]:
        """Return (article id, content hash, addresses, stamp) of every article."""
        sql = "SELECT article_id, content_hash, url, also_at, file, mtime_ns, size FROM article"
        return [
            (one, text, read.addresses(url, also_at), Stamp(*stamp))
            for one, text, url, also_at, *stamp in self._execute(sql)
        ]

    def unreadable(self) -> list[Unreadable]:
        """Return the files that could not be taken up."""
        rows = self._execute("SELECT file, mtime_ns, size, reason FROM unreadable ORDER BY file")
        return [Unreadable(Stamp(*stamp), reason) for *stamp, reason in rows]

    def counts(self) -> tuple[int, int, int]:
        """Return how many articles, passages and statements there are, in all libraries."""
        sql = (
            "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM passage), "
            "(SELECT coalesce(sum(statements), 0) FROM article)"
        )
        articles, passages, statements = self._execute(sql)[0]
        return articles, passages, statements

    def outbox(self, limit: int) -> list[tuple[int, str]]:
        """Return the oldest changes that the vector index has not got: (number, passage id)."""
        sql = "SELECT number, passage_id FROM outbox ORDER BY number LIMIT ?"
        return [(number, passage_id) for number, passage_id in self._execute(sql, (limit,))]

    def unsent(self) -> int:
        """Return how many changes the vector index has not got."""
        return int(self._execute("SELECT count(*) FROM outbox")[0][0])

    def note(self, key: str) -> str | None:
        """Return a note that was kept about the index as a whole."""
        rows = self._execute("SELECT value FROM meta WHERE key = ?", (key,))
        return str(rows[0][0]) if rows else None

    def faults(self) -> list[str]:
        """Return what SQLite finds wrong with the file; nothing when it is sound."""
        found = [row[0] for row in self._execute("PRAGMA quick_check") if row[0] != "ok"]
        strays = self._execute("PRAGMA foreign_key_check")
        return found + [f"a row of {row[0]} has no article" for row in strays]

    def state(self) -> tuple[int, ...]:
        """Return what is another once an article came or went, or a further file was refused."""
        [refused] = self._execute("SELECT count(*), coalesce(max(mtime_ns), 0) FROM unreadable")
        return self._state(), *refused

    def _state(self) -> int:
        rows = self._execute(_STATE)
        return int(rows[0][0]) if rows else 0

    def _rows(self, sql: str, *lists: Iterable[str]) -> list[Any]:
        return self._execute(sql, [json.dumps(list(one)) for one in lists])

    def _execute(self, sql: str, parameters: Sequence[object] = ()) -> list[Any]:
        with self._connections.sound():
            return self._connections.get().execute(sql, parameters).fetchall()
