"""Looking up which articles may be the same story, by the runs of words that they share."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from index.intake.likeness import sample

# Of the shorter article's sampled runs so many must be shared: less than of all its runs, for a
# sample of a short text is small.
LEAST_SHARED = 0.4

_SHARED = """
    SELECT article.article_id, count(*), (SELECT count(*) FROM run WHERE article = other.article)
    FROM run AS own JOIN run AS other ON other.number = own.number AND other.article != own.article
    JOIN article ON article.number = other.article
    WHERE own.article = (SELECT number FROM article WHERE article_id = ?)
    AND library IN (SELECT value FROM json_each(?))
    GROUP BY other.article ORDER BY count(*) DESC, article.article_id
"""
_COUNT = """
    SELECT count(*) FROM run WHERE article = (SELECT number FROM article WHERE article_id = ?)
"""


def put(connection: sqlite3.Connection, article: int, text: str) -> None:
    """Keep the sampled runs of an article; they go with it."""
    rows = ((number, article) for number in sample(text))
    connection.executemany("INSERT INTO run (number, article) VALUES (?, ?)", rows)


def candidates(
    connection: sqlite3.Connection, article_id: str, libraries: Iterable[str]
) -> list[str]:
    """Return the ids of articles that share many runs with one, the most first."""
    (own,) = connection.execute(_COUNT, (article_id,)).fetchone()
    rows = connection.execute(_SHARED, (article_id, json.dumps(list(libraries))))
    return [other for other, shared, size in rows if shared >= LEAST_SHARED * min(own, size)]
