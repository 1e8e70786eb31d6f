"""Writing to the database: an article is put or dropped in one transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

from index.database import copies
from index.database.values import Indexed, Stamp, Unreadable
from index.statement import Speaker, Statement

_ARTICLE_COLUMNS = (
    "article_id, library, title, outlet, byline, url, also_at, published, published_found, "
    "added_from, text, content_hash, words, passages, statements, file, mtime_ns, size, language"
)
_STATEMENT_COLUMNS = (
    'article, start, "end", said, speaker, as_written, role, kind, cue, via, when_as_written, '
    "weak, relayed_by, relays"
)


def put(connection: sqlite3.Connection, indexed: Indexed) -> None:
    """Write an article with all that belongs to it, in place of what was there of it before.

    What was read from the same file before goes too: its id may have been changed by hand.
    """
    before = (*_article_of_file(connection, indexed.stamp.file), indexed.article.article_id)
    for article_id in before:
        drop(connection, article_id)
    forget_unreadable(connection, indexed.stamp.file)
    number = _put_article(connection, indexed)
    _put_passages(connection, number, indexed)
    _put_statements(connection, number, indexed.statements)
    copies.put(connection, number, indexed.article.text)


def drop(connection: sqlite3.Connection, article_id: str) -> bool:
    """Remove an article with all that belongs to it; tell whether it was there."""
    found = connection.execute(
        "SELECT number FROM article WHERE article_id = ?", (article_id,)
    ).fetchone()
    if found is None:
        return False
    connection.execute(
        "INSERT INTO word (word, rowid, title, text) "
        "SELECT 'delete', number, title, text FROM passage_words WHERE article = ?",
        found,
    )
    connection.execute(
        "INSERT INTO outbox (passage_id) SELECT passage_id FROM passage WHERE article = ?", found
    )
    connection.execute("DELETE FROM article WHERE number = ?", found)
    return True


def put_unreadable(connection: sqlite3.Connection, unreadable: Unreadable) -> None:
    """Note a file that could not be taken up; what it held before is no longer shown."""
    stamp = unreadable.stamp
    for article_id in _article_of_file(connection, stamp.file):
        drop(connection, article_id)
    connection.execute(
        "INSERT OR REPLACE INTO unreadable VALUES (?, ?, ?, ?)",
        (stamp.file, stamp.mtime_ns, stamp.size, unreadable.reason),
    )


def forget_unreadable(connection: sqlite3.Connection, file: str) -> None:
    """Take a file off the list of those that could not be taken up."""
    connection.execute("DELETE FROM unreadable WHERE file = ?", (file,))


def restamp(connection: sqlite3.Connection, article_id: str, stamp: Stamp) -> None:
    """Note that an article's file was written again with the same content."""
    connection.execute(
        "UPDATE article SET file = ?, mtime_ns = ?, size = ? WHERE article_id = ?",
        (stamp.file, stamp.mtime_ns, stamp.size, article_id),
    )


def send_all(connection: sqlite3.Connection) -> None:
    """Put every passage into the outbox, for a vector index that is made again."""
    connection.execute("DELETE FROM outbox")
    connection.execute("INSERT INTO outbox (passage_id) SELECT passage_id FROM passage")


def sent(connection: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Take entries out of the outbox that the vector index has now."""
    connection.executemany("DELETE FROM outbox WHERE number = ?", ((one,) for one in numbers))


def _article_of_file(connection: sqlite3.Connection, file: str) -> Sequence[str]:
    rows = connection.execute("SELECT article_id FROM article WHERE file = ?", (file,))
    return [article_id for (article_id,) in rows]


def _put_article(connection: sqlite3.Connection, indexed: Indexed) -> int:
    article, stamp, published = indexed.article, indexed.stamp, indexed.article.published
    values = (
        article.article_id,
        indexed.library,
        article.title,
        article.outlet,
        article.byline,
        article.url,
        json.dumps(article.also_at),
        published.date if published else None,
        published.found if published else None,
        article.added_from,
        article.text,
        article.content_hash,
        len(article.text.split()),
        len(indexed.passages),
        sum(not one.is_position for one in indexed.statements),
        stamp.file,
        stamp.mtime_ns,
        stamp.size,
        indexed.language,
    )
    return _insert(connection, "article", _ARTICLE_COLUMNS, values)


def _put_passages(connection: sqlite3.Connection, article: int, indexed: Indexed) -> None:
    for sequence, (start, end) in enumerate(indexed.passages):
        passage_id = f"{indexed.article.article_id}:{sequence}"
        vector = indexed.vectors[sequence].astype("<f4", copy=False).tobytes()
        _insert(
            connection,
            "passage",
            'passage_id, article, start, "end", vector',
            (passage_id, article, start, end, vector),
        )
        connection.execute("INSERT INTO outbox (passage_id) VALUES (?)", (passage_id,))
    connection.execute(
        "INSERT INTO word (rowid, title, text) "
        "SELECT number, title, text FROM passage_words WHERE article = ?",
        (article,),
    )


def _put_statements(
    connection: sqlite3.Connection, article: int, statements: Iterable[Statement]
) -> None:
    for one in statements:
        said = json.dumps([[part.start, part.end, part.kind] for part in one.said])
        speaker = one.speaker
        values = (
            article,
            one.start,
            one.end,
            said,
            speaker.name,
            speaker.as_written,
            speaker.role,
            speaker.kind,
            one.cue,
            one.via,
            one.when_as_written,
            one.weak,
            _speaker(one.relayed_by),
            _speaker(one.relays),
        )
        _insert(connection, "statement", _STATEMENT_COLUMNS, values)


def _speaker(speaker: Speaker | None) -> str | None:
    if speaker is None:
        return None
    return json.dumps([speaker.name, speaker.as_written, speaker.role, speaker.kind])


def _insert(
    connection: sqlite3.Connection, table: str, columns: str, values: Sequence[object]
) -> int:
    marks = ", ".join("?" * len(values))
    # Table and columns are this module's own constants.
    sql = f"INSERT INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608
    number = connection.execute(sql, tuple(values)).lastrowid
    if number is None:
        raise sqlite3.DatabaseError(f"no row was written to {table}")
    return number
