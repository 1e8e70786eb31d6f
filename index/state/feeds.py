"""Feeds: which are followed, what became of their entries, and what was taken off the record.

Of an entry that was read a digest of its address is kept and nothing else; of one that could not be
read its address and why. No word of an article is here.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields
from typing import Any

from index.state.file import StateFile

_DIGITS = 32
# After so many tries an entry is left.
TRIES = 3
# An entry that has been in no feed for so long is forgotten; no feed brings one back after that.
KEEP_DAYS = 180
_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Followed:
    """A feed that is followed for a library, and how its last reading went.

    Times are seconds since 1970. ``etag`` and ``modified`` name the version last read.
    ``read_at``: the last time that the site answered, 0 before the first. ``next_at``: not before.
    ``failures``: how many readings in a row failed; ``trouble`` is why the last did, or "".
    ``paused``: it is not read any more unless a person asks. ``articles``: how many it brought,
    ``on_day`` of them on the ``day`` (UTC, ``YYYY-MM-DD``) on which it last brought any.
    """

    number: int
    library: str
    url: str
    title: str = ""
    etag: str = ""
    modified: str = ""
    read_at: int = 0
    next_at: int = 0
    failures: int = 0
    trouble: str = ""
    paused: bool = False
    articles: int = 0
    day: str = ""
    on_day: int = 0


@dataclass(frozen=True, slots=True)
class Failed:
    """An entry that could not be read: its address, why, how often it was tried, if it is left.

    ``tries``: those that failed by its own fault.
    """

    link: str
    trouble: str
    tries: int
    left: bool


_COLUMNS = tuple(each.name for each in fields(Followed))
# The names in it are those of our own fields.
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM feed"  # noqa: S608
_CHANGED = tuple(name for name in _COLUMNS if name not in ("number", "library", "url"))
_UPDATE = f"UPDATE feed SET {', '.join(f'{name} = ?' for name in _CHANGED)} WHERE number = ?"  # noqa: S608


class Feeds:
    """The part of the state that is about feeds. Methods raise as those of ``State`` do."""

    def __init__(self, file: StateFile, key: bytes) -> None:
        self._file = file
        self._key = key

    def follow(self, library: str, url: str, title: str, now: int) -> Followed:
        """Follow a feed from now on; return it, also where it was followed before."""
        self._file.write(
            "INSERT INTO feed (library, url, title, next_at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (library, url) DO UPDATE SET"
            " title = excluded.title, next_at = excluded.next_at, paused = 0, failures = 0",
            library,
            url,
            title,
            now,
        )
        found = self._file.row(f"{_SELECT} WHERE library = ? AND url = ?", library, url)
        return _followed(found or ())

    def followed(self, library: str | None = None) -> tuple[Followed, ...]:
        """Return the feeds of one library, or all, the first followed first."""
        found = self._file.rows(
            f"{_SELECT} WHERE ?1 IS NULL OR library = ?1 ORDER BY number", library
        )
        return tuple(map(_followed, found))

    def due(self, now: int) -> tuple[Followed, ...]:
        """Return the feeds whose time has come, the longest waiting first."""
        waiting = f"{_SELECT} WHERE NOT paused AND next_at <= ? ORDER BY next_at"
        found = self._file.rows(waiting, now)
        return tuple(map(_followed, found))

    def is_followed(self, number: int) -> bool:
        """Tell whether a feed is still followed."""
        return self._file.row("SELECT 1 FROM feed WHERE number = ?", number) is not None

    def brought(self, library: str, day: str) -> int:
        """Return how many articles all feeds of a library brought on a day."""
        query = "SELECT sum(on_day) FROM feed WHERE library = ? AND day = ?"
        row = self._file.row(query, library, day)
        return int(row[0] or 0) if row else 0

    def save(self, feed: Followed) -> None:
        """Keep how a feed's reading went; nothing happens where it is followed no more."""
        self._file.write(_UPDATE, *(getattr(feed, name) for name in _CHANGED), feed.number)

    def unfollow(self, number: int) -> None:
        """Follow a feed no more; what is kept of its entries goes. Its articles stay."""
        with self._file.transaction():
            self._file.delete("feed_entry", "feed = ?", number)
            self._file.delete("feed", "number = ?", number)

    def forget_library(self, library: str) -> None:
        """Delete all that is kept of a library's feeds, and of what was taken off its record."""
        with self._file.transaction():
            for feed in self.followed(library):
                self.unfollow(feed.number)
            self._file.delete("taken_off", "library = ?", library)

    # Entries, each known by its address, however that is written (``canonical_url``)

    def settled(self, number: int, entries: Iterable[str], now: int) -> set[str]:
        """Return those of some entries that are done with: read, or left after several tries.

        That they still stand in the feed is noted; what has long been in none is forgotten.
        """
        by_digest = {self._digest(entry): entry for entry in entries}
        with self._file.transaction():
            for digest in by_digest:
                self._file.write(
                    "UPDATE feed_entry SET seen_at = ? WHERE feed = ? AND entry = ?",
                    now,
                    number,
                    digest,
                )
            old = now - KEEP_DAYS * _DAY
            self._file.delete("feed_entry", "feed = ? AND seen_at < ?", number, old)
            rows = self._file.rows(
                "SELECT entry FROM feed_entry WHERE feed = ? AND settled", number
            )
        return {by_digest[digest] for (digest,) in rows if digest in by_digest}

    def note_read(self, number: int, entry: str, now: int) -> None:
        """Keep that an entry was read; only a digest of its address."""
        self._note(number, entry, Failed("", "", 0, left=True), now)

    def note_failed(self, number: int, entry: str, link: str, trouble: str, now: int) -> None:
        """Keep that an entry could not be read, its address and why; after ``TRIES`` it is left."""
        tries = self._tries(number, entry) + 1
        self._note(number, entry, Failed(link, trouble, tries, tries >= TRIES), now)

    def note_put_off(self, number: int, entry: str, link: str, trouble: str, now: int) -> None:
        """Keep that a site did not give an entry for now, and why; that is no try."""
        tries = self._tries(number, entry)
        self._note(number, entry, Failed(link, trouble, tries, left=False), now)

    def _tries(self, number: int, entry: str) -> int:
        row = self._file.row(
            "SELECT tries FROM feed_entry WHERE feed = ? AND entry = ?",
            number,
            self._digest(entry),
        )
        return int(row[0]) if row else 0

    def tried(self, number: int, entries: Iterable[str]) -> set[str]:
        """Return those of some entries that could not be read at an earlier reading."""
        by_digest = {self._digest(entry): entry for entry in entries}
        rows = self._file.rows("SELECT entry FROM feed_entry WHERE feed = ? AND link <> ''", number)
        return {by_digest[digest] for (digest,) in rows if digest in by_digest}

    def failed(self, number: int) -> tuple[Failed, ...]:
        """Return the entries of a feed that could not be read, the latest first."""
        rows = self._file.rows(
            "SELECT link, trouble, tries, settled FROM feed_entry WHERE feed = ? AND link <> ''"
            " ORDER BY seen_at DESC, link",
            number,
        )
        return tuple(Failed(link, why, tries, bool(left)) for link, why, tries, left in rows)

    def _note(self, number: int, entry: str, kept: Failed, now: int) -> None:
        self._file.write(
            "INSERT OR REPLACE INTO feed_entry (feed, entry, tries, link, trouble, settled,"
            " seen_at) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7"
            " WHERE EXISTS (SELECT 1 FROM feed WHERE number = ?1)",
            number,
            self._digest(entry),
            kept.tries,
            kept.link,
            kept.trouble,
            kept.left,
            now,
        )

    # What a person has taken off the record, and no feed brings back

    def take_off(self, library: str, marks: Collection[str]) -> None:
        """Keep what an article is known by (addresses, the hash of its text), as digests."""
        with self._file.transaction():
            for mark in marks:
                self._file.write(
                    "INSERT OR IGNORE INTO taken_off VALUES (?, ?)", library, self._digest(mark)
                )

    def is_taken_off(self, library: str, marks: Collection[str]) -> bool:
        """Tell whether any of these belongs to what was taken off a library."""
        return any(
            self._file.row(
                "SELECT 1 FROM taken_off WHERE library = ? AND mark = ?",
                library,
                self._digest(mark),
            )
            for mark in marks
        )

    def _digest(self, text: str) -> str:
        """Return what a text is known by again, and not read from."""
        found = hmac.new(self._key, text.encode("utf-8", "surrogatepass"), hashlib.sha256)
        return found.hexdigest()[:_DIGITS]


def _followed(row: tuple[Any, ...]) -> Followed:
    kept = dict(zip(_COLUMNS, row, strict=True))
    return Followed(**kept | {"paused": bool(kept["paused"])})
