"""State: what must outlast a restart and stands in no article: settings, answers, reports, feeds.

``<data>/state.db`` is the truth: unlike the index it cannot be made again. It holds no names of
people: whoever asked is kept as a keyed hash, and the key never leaves the file. A thread or a
second process may use it at any time; what a method has written survives a crash.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Collection, Iterable
from dataclasses import astuple, replace
from pathlib import Path
from typing import Any

from index.errors import StateError
from index.state import citing, rows
from index.state.feeds import Failed, Feeds, Followed
from index.state.file import StateFile
from index.state.values import (
    Carried,
    Cited,
    Forgotten,
    ModelUse,
    Origin,
    Posted,
    Report,
    ServerSettings,
    Sourced,
    Thread,
    Unfinished,
    Wrote,
    words_digest,
)
from index.state.writings import Writings

__all__ = [
    "Carried",
    "Cited",
    "Failed",
    "Followed",
    "Forgotten",
    "ModelUse",
    "Origin",
    "Posted",
    "Report",
    "ServerSettings",
    "Sourced",
    "State",
    "StateError",
    "Thread",
    "Unfinished",
    "Wrote",
    "words_digest",
]

FILE = "state.db"
DAY = 86_400
# A conversation is understood from its last questions; the articles are asked anew each time.
MOST_HISTORY = 10
_PERSON_DIGITS = 32


class State(Writings):
    """The state of one data folder. Safe for several threads and several processes."""

    def __init__(self, data: Path) -> None:
        """Open ``<data>/state.db``; make it where there is none.

        Every method raises ``StateError`` where the file cannot be used.
        """
        super().__init__(StateFile(data / FILE))
        (self._key,) = self._file.row("SELECT value FROM meta WHERE name = 'key'") or (b"",)
        self.feeds = Feeds(self._file, self._key)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def __enter__(self) -> State:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def person(self, user_id: int) -> str:
        """Return how a person is kept: the same each time, of no use without this file."""
        digest = hmac.new(self._key, str(user_id).encode(), hashlib.sha256)
        return digest.hexdigest()[:_PERSON_DIGITS]

    # Servers

    def server(self, server_id: int) -> ServerSettings:
        """Return what is set for a server; the defaults where nothing is."""
        row = self._file.row("SELECT * FROM server WHERE server_id = ?", server_id)
        return _settings(row) if row else ServerSettings(server_id)

    def servers(self) -> tuple[ServerSettings, ...]:
        """Return what is set for every server for which anything is."""
        return tuple(map(_settings, self._file.rows("SELECT * FROM server")))

    def save_server(self, settings: ServerSettings) -> None:
        """Keep what is set for a server in place of what was."""
        server_id, roles, channels, *others = astuple(settings)
        row = (server_id, json.dumps(roles), json.dumps(channels), *others)
        self._file.write("INSERT OR REPLACE INTO server VALUES (?, ?, ?, ?, ?, ?, ?)", *row)

    def forget_server(self, server_id: int) -> None:
        """Delete everything that is kept of a server, when the bot has left it."""
        with self._file.transaction():
            for table in ("server", "posted", "thread", "report", "origin"):
                self._file.delete(table, "server_id = ?", server_id)
            self.feeds.forget_library(str(server_id))
        self._file.wipe_log()

    # Answers, and the threads that go on from them

    def post(self, posted: Posted) -> None:
        """Keep what the buttons of an answer need. The same message again replaces it."""
        self._file.write(rows.INSERT_POSTED, *rows.values(posted))

    def posted(self, message_id: int, now: int) -> Posted | None:
        """Return what is kept of an answer; None where it is unknown or past its time."""
        row = self._file.row(
            f"{rows.SELECT_POSTED} WHERE message_id = ? AND keep_until > ?", message_id, now
        )
        return rows.posted(row) if row else None

    def posted_since(self, since: int, now: int) -> tuple[Posted, ...]:
        """Return the answers in servers that all could see, from a time on, the newest first.

        What only the asker saw, or was answered in direct messages, is nobody else's to list.
        """
        found = self._file.rows(
            f"{rows.SELECT_POSTED} WHERE NOT private AND server_id IS NOT NULL"
            " AND posted_at >= ? AND keep_until > ? ORDER BY posted_at DESC, message_id DESC",
            since,
            now,
        )
        return tuple(map(rows.posted, found))

    def conversation(self, message_id: int, now: int) -> tuple[Posted, ...]:
        """Return an answer and those that it followed, oldest first, at most ``MOST_HISTORY``.

        It begins where the answer before is no longer kept; then its first one ``follows`` another.
        """
        answers: list[Posted] = []
        before: int | None = message_id
        while before is not None and len(answers) < MOST_HISTORY:
            answer = self.posted(before, now)
            if answer is None:
                break
            answers.append(answer)
            before = answer.follows
        return tuple(reversed(answers))

    def latest(self, channel_id: int, now: int) -> int | None:
        """Return the message of the last answer in a channel that all could see.

        In a thread of ours without any it is the one that the thread began with.
        """
        row = self._file.row(
            "SELECT message_id FROM posted WHERE channel_id = ? AND NOT private AND keep_until > ?"
            " ORDER BY posted_at DESC, message_id DESC",
            channel_id,
            now,
        )
        if row:
            return int(row[0])
        thread = self.thread(channel_id)
        return thread.follows if thread else None

    def open_thread(self, thread: Thread) -> None:
        """Keep that a thread is ours, and the answer that it goes on from."""
        self._file.write(
            "INSERT OR REPLACE INTO thread (thread_id, server_id, follows, opened_at)"
            " VALUES (?, ?, ?, ?)",
            *astuple(thread),
        )

    def thread(self, thread_id: int) -> Thread | None:
        """Return a thread that we opened; None where it is not ours."""
        row = self._file.row(
            "SELECT thread_id, server_id, follows, opened_at FROM thread WHERE thread_id = ?",
            thread_id,
        )
        return Thread(*row) if row else None

    # Reports, and where an article came from

    def report(self, report: Report) -> Report:
        """Keep a report; return it with its number."""
        number = self._file.write(
            "INSERT INTO report (server_id, channel_id, message_id, person, text, reported_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            *astuple(report)[:-1],
        )
        return replace(report, number=number)

    def reports(self, server_id: int | None = None) -> tuple[Report, ...]:
        """Return the reports of one server, or of all, newest first."""
        rows = self._file.rows(
            "SELECT server_id, channel_id, message_id, person, text, reported_at, number"
            " FROM report WHERE ?1 IS NULL OR server_id = ?1 ORDER BY number DESC",
            server_id,
        )
        return tuple(Report(*row) for row in rows)

    def save_origin(self, origin: Origin) -> None:
        """Keep in which message an article was added."""
        self._file.write("INSERT OR REPLACE INTO origin VALUES (?, ?, ?, ?)", *astuple(origin))

    def origin(self, article_id: str) -> Origin | None:
        """Return the message in which an article was added; None where it is not known."""
        row = self._file.row("SELECT * FROM origin WHERE article_id = ?", article_id)
        return Origin(*row) if row else None

    def forget_origin(self, article_id: str) -> None:
        """Delete where an article came from, when it is removed."""
        with self._file.transaction():
            self._file.delete("origin", "article_id = ?", article_id)

    def showing(self, article_id: str) -> tuple[Origin, ...]:
        """Return the messages with answers that show an article and that all could see."""
        found = citing.showing(self._file, article_id)
        return tuple(Origin(article_id, *place) for place in found)

    def forget_all_but(self, on_record: Collection[str]) -> None:
        """Delete what is kept of articles that are no longer on record, and of answers with them.

        The file then holds no word of a question that was answered from such an article.
        """
        citing.forget_all_but(self._file, on_record)

    # The commands, as last synced

    def synced(self) -> str | None:
        """Return the digest of the command tree that Discord was last given."""
        row = self._file.row("SELECT value FROM meta WHERE name = 'synced'")
        return str(row[0]) if row else None

    def save_synced(self, digest: str) -> None:
        """Keep the digest of the command tree that Discord has now."""
        self._file.write("INSERT OR REPLACE INTO meta VALUES ('synced', ?)", digest)

    # Forgetting

    def purge(self, now: int, days: int) -> int:
        """Delete what is past its time, or older than so many days; return how many rows.

        An old thread in which people still ask stays ours.
        """
        oldest = now - days * DAY
        with self._file.transaction():
            gone = self._file.delete("posted", "keep_until <= ? OR posted_at < ?", now, oldest)
            asked_in = "SELECT channel_id FROM posted"
            quiet = f"opened_at < ? AND thread_id NOT IN ({asked_in})"
            gone += self._file.delete("thread", quiet, oldest)
            gone += self._file.delete("report", "reported_at < ?", oldest)
        self._file.wipe_log()
        return gone

    def forget_messages(self, message_ids: Iterable[int]) -> None:
        """Delete what is kept of some messages: an answer, or an article's origin."""
        gone = 0
        with self._file.transaction():
            for each in message_ids:
                gone += self._file.delete("posted", "message_id = ?", each)
                gone += self._file.delete("origin", "message_id = ?", each)
        if gone:
            self._file.wipe_log()

    def forget_channel(self, channel_id: int) -> None:
        """Delete what is kept of the messages in a channel or thread that is gone."""
        with self._file.transaction():
            gone = self._file.delete("thread", "thread_id = ?", channel_id)
            for table in ("posted", "origin"):
                gone += self._file.delete(table, "channel_id = ?", channel_id)
        if gone:
            self._file.wipe_log()

    def forget_person(self, user_id: int) -> Forgotten:
        """Delete everything that a person asked or reported; the file holds no trace of it."""
        person = self.person(user_id)
        with self._file.transaction():
            # A page of an answer has buttons of its own, and no question.
            pages = self._file.delete("posted", "person = ? AND question = ''", person)
            forgotten = Forgotten(
                pages=pages,
                answers=self._file.delete("posted", "person = ?", person),
                reports=self._file.delete("report", "person = ?", person),
            )
        self._file.wipe_log()
        return forgotten


def _ids(stored: str) -> tuple[int, ...]:
    return tuple(json.loads(stored))


def _settings(row: tuple[Any, ...]) -> ServerSettings:
    server_id, roles, channels, zone, private, reports, written = row
    flags = bool(private), reports, bool(written)
    return ServerSettings(server_id, _ids(roles), _ids(channels), zone, *flags)
