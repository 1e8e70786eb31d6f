"""The tables of ``state.db``, and how it is opened. They are brought up to date, never remade."""

from __future__ import annotations

import secrets
import sqlite3
from pathlib import Path

# How long a writer waits for another process that is in the middle of its transaction.
_BUSY_SECONDS = 30.0
_KEY_BYTES = 32

# One script for each version of the tables, the oldest first; never changed, only added to.
SCRIPTS = (
    """
    CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;

    CREATE TABLE server (
        server_id INTEGER PRIMARY KEY,
        adding_roles TEXT NOT NULL,
        asking_channels TEXT NOT NULL,
        time_zone TEXT NOT NULL,
        private INTEGER NOT NULL,
        reports_channel INTEGER
    );

    CREATE TABLE posted (
        message_id INTEGER PRIMARY KEY,
        channel_id INTEGER NOT NULL,
        server_id INTEGER,
        person TEXT NOT NULL,
        question TEXT NOT NULL,
        history TEXT NOT NULL,
        cited TEXT NOT NULL,
        private INTEGER NOT NULL,
        posted_at INTEGER NOT NULL,
        keep_until INTEGER NOT NULL
    );
    CREATE INDEX posted_channel ON posted (channel_id);
    CREATE INDEX posted_person ON posted (person);
    CREATE INDEX posted_keep_until ON posted (keep_until);

    CREATE TABLE thread (
        thread_id INTEGER PRIMARY KEY,
        server_id INTEGER,
        person TEXT NOT NULL,
        history TEXT NOT NULL,
        opened_at INTEGER NOT NULL
    );

    CREATE TABLE report (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        server_id INTEGER,
        channel_id INTEGER NOT NULL,
        message_id INTEGER NOT NULL,
        person TEXT NOT NULL,
        text TEXT NOT NULL,
        reported_at INTEGER NOT NULL
    );

    CREATE TABLE origin (
        article_id TEXT PRIMARY KEY,
        server_id INTEGER,
        channel_id INTEGER NOT NULL,
        message_id INTEGER NOT NULL
    ) WITHOUT ROWID;
    """,
    # Words of a question stand with its own answer only; all else refers to that answer. What was
    # copied before cannot be told apart any more, so what leans on it goes.
    """
    DELETE FROM posted WHERE history <> '[]' OR instr(question, char(31));
    ALTER TABLE posted DROP COLUMN history;
    ALTER TABLE posted ADD COLUMN follows INTEGER;
    ALTER TABLE posted ADD COLUMN name TEXT NOT NULL DEFAULT '';
    ALTER TABLE posted ADD COLUMN topic TEXT NOT NULL DEFAULT '';
    ALTER TABLE posted ADD COLUMN since TEXT NOT NULL DEFAULT '';
    ALTER TABLE posted ADD COLUMN until TEXT NOT NULL DEFAULT '';
    ALTER TABLE posted ADD COLUMN outlet TEXT NOT NULL DEFAULT '';
    ALTER TABLE posted ADD COLUMN oldest INTEGER NOT NULL DEFAULT 0;

    ALTER TABLE thread DROP COLUMN person;
    ALTER TABLE thread DROP COLUMN history;
    ALTER TABLE thread ADD COLUMN follows INTEGER;
    UPDATE thread SET follows = thread_id;
    """,
    """
    CREATE TABLE model_use (
        day TEXT NOT NULL,
        server_id INTEGER NOT NULL,
        questions INTEGER NOT NULL,
        tokens INTEGER NOT NULL,
        PRIMARY KEY (day, server_id)
    ) WITHOUT ROWID;
    """,
    # What was asked "yesterday" is asked of the same day again.
    """
    ALTER TABLE posted ADD COLUMN meant TEXT NOT NULL DEFAULT '';
    ALTER TABLE posted ADD COLUMN asked_on TEXT NOT NULL DEFAULT '';
    UPDATE posted SET asked_on = date(posted_at, 'unixepoch');
    """,
    # What a model wrote stands with its answer; what it is still writing is ended at the next start
    # if this one is cut off.
    """
    ALTER TABLE server ADD COLUMN written INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE posted ADD COLUMN prose TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE posted ADD COLUMN model TEXT NOT NULL DEFAULT '';
    ALTER TABLE posted ADD COLUMN verbatim INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE unfinished (
        message_id INTEGER PRIMARY KEY,
        channel_id INTEGER NOT NULL,
        token TEXT NOT NULL
    );
    """,
    # A cited place is kept with a digest of its words. A place without one reads as before; an
    # older version could not read one with it.
    "",
    # Of the tokens counted, so many are an estimate: the model's server did not tell.
    """
    ALTER TABLE model_use ADD COLUMN guessed INTEGER NOT NULL DEFAULT 0;
    UPDATE model_use SET guessed = tokens;
    """,
    # What an answer says of its sources, to be compared later; empty where it is not known. A cited
    # place is kept with its speaker.
    "ALTER TABLE posted ADD COLUMN sources TEXT NOT NULL DEFAULT ''",
    # The feeds that are followed, digests of their entries, and of what was taken off the record.
    """
    CREATE TABLE feed (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        library TEXT NOT NULL,
        url TEXT NOT NULL,
        title TEXT NOT NULL,
        etag TEXT NOT NULL DEFAULT '',
        modified TEXT NOT NULL DEFAULT '',
        read_at INTEGER NOT NULL DEFAULT 0,
        next_at INTEGER NOT NULL DEFAULT 0,
        failures INTEGER NOT NULL DEFAULT 0,
        trouble TEXT NOT NULL DEFAULT '',
        paused INTEGER NOT NULL DEFAULT 0,
        articles INTEGER NOT NULL DEFAULT 0,
        day TEXT NOT NULL DEFAULT '',
        on_day INTEGER NOT NULL DEFAULT 0,
        UNIQUE (library, url)
    );
    CREATE TABLE feed_entry (
        feed INTEGER NOT NULL,
        entry TEXT NOT NULL,
        tries INTEGER NOT NULL,
        link TEXT NOT NULL,
        trouble TEXT NOT NULL,
        settled INTEGER NOT NULL,
        seen_at INTEGER NOT NULL,
        PRIMARY KEY (feed, entry)
    ) WITHOUT ROWID;
    CREATE TABLE taken_off (
        library TEXT NOT NULL,
        mark TEXT NOT NULL,
        PRIMARY KEY (library, mark)
    ) WITHOUT ROWID;
    """,
)


class NewerTablesError(Exception):
    """The file has tables that only a newer version knows."""


def opened(path: Path) -> sqlite3.Connection:
    """Open a state file with its tables as this version wants them; make it where there is none.

    Raises ``NewerTablesError``, ``sqlite3.Error`` and ``OSError``.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    connection = sqlite3.connect(
        path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        # What a method has written is on the disk when it returns; what is deleted is overwritten.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        _bring_up_to_date(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _bring_up_to_date(connection: sqlite3.Connection) -> None:
    with connection:
        # Another process may be doing the same: the version is read in the transaction.
        connection.execute("BEGIN IMMEDIATE")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version > len(SCRIPTS):
            raise NewerTablesError
        for script in SCRIPTS[version:]:
            for statement in script.split(";"):
                connection.execute(statement)
        if not version:
            key = secrets.token_bytes(_KEY_BYTES)
            connection.execute("INSERT INTO meta VALUES ('key', ?)", (key,))
        connection.execute(f"PRAGMA user_version = {len(SCRIPTS)}")
