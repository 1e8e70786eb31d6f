"""Looking things up in the database: articles, passages, statements, words, vectors."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from index.database import copies, read
from index.database.ledger import LISTED, room_of_one
from index.database.matching import Matching
from index.database.values import (
    Origin,
    StoredArticle,
    StoredPassage,
    StoredStatement,
)

if TYPE_CHECKING:
    import numpy as np

_IN_ORDER = "ORDER BY article.library, article.file"

_SPEAKERS = """
    SELECT speaker, kind, role, count(*)
    FROM statement JOIN article ON article.number = statement.article
    WHERE library IN (SELECT value FROM json_each(?))
    GROUP BY speaker, kind, role ORDER BY speaker, kind
"""
_OUTLETS = """
    SELECT DISTINCT outlet FROM article
    WHERE outlet IS NOT NULL AND library IN (SELECT value FROM json_each(?)) ORDER BY outlet
"""
_HEADINGS = """
    SELECT article_id, title, outlet, url FROM article
    WHERE library IN (SELECT value FROM json_each(?)) ORDER BY library, file
"""
_HOLDING = """
    SELECT article_id FROM article
    WHERE library IN (SELECT value FROM json_each(?))
    AND EXISTS (SELECT 1 FROM json_each(?) WHERE instr(text, value)) ORDER BY file LIMIT ?
"""
_ALL_VECTORS = """
    SELECT passage_id, vector
    FROM passage JOIN article ON article.number = passage.article
    WHERE library IN (SELECT value FROM json_each(?)) ORDER BY passage.number
"""
_VECTORS = """
    SELECT passage_id, vector FROM passage
    WHERE passage_id IN (SELECT value FROM json_each(?))
"""
_LIBRARIES = """
    SELECT passage_id, library
    FROM passage JOIN article ON article.number = passage.article
    WHERE passage_id IN (SELECT value FROM json_each(?))
"""


class Lookups(Matching):
    """The reading half of ``Database``.

    ``libraries`` is always the names of the libraries that may be searched. Results come in an
    order that depends on the articles alone, not on when they were added.
    """

    def articles(self, libraries: Iterable[str]) -> list[StoredArticle]:
        """Return the articles of some libraries."""
        where = f"WHERE library IN {LISTED} {_IN_ORDER}"
        return [read.article(row) for row in self._rows(f"{read.ARTICLE} {where}", libraries)]

    def article(self, article_id: str) -> StoredArticle | None:
        """Return one article, of whatever library, or None."""
        return self.articles_of([article_id]).get(article_id)

    def articles_of(self, article_ids: Iterable[str]) -> dict[str, StoredArticle]:
        """Return those of some articles that are there, of whatever library, by id."""
        rows = self._rows(f"{read.ARTICLE} WHERE article_id IN {LISTED}", article_ids)
        return {one.article.article_id: one for one in map(read.article, rows)}

    def origins(self, article_ids: Iterable[str]) -> dict[str, Origin]:
        """Return where some articles are from, by id; without their texts."""
        return self._memory.recall_each("origin", article_ids, self._origins, room_of_one)

    def _origins(self, article_ids: Iterable[str]) -> dict[str, Origin]:
        rows = self._rows(f"{read.ORIGIN} WHERE article_id IN {LISTED}", article_ids)
        return {one: read.origin(rest) for one, *rest in rows}

    def outlets(self, libraries: Iterable[str]) -> list[str]:
        """Return the outlets of the articles of some libraries, each once."""
        searched = tuple(libraries)
        found = self.recall(("outlets", searched), lambda: self._rows(_OUTLETS, searched))
        return [outlet for (outlet,) in found]

    def alike(self, article_id: str, libraries: Iterable[str]) -> list[str]:
        """Return the ids of articles that share many runs of words with one, the most first."""
        with self._connections.sound():
            return copies.candidates(self._connections.get(), article_id, libraries)

    def headings(self, libraries: Iterable[str]) -> list[tuple[str, str, str | None, str | None]]:
        """Return each article's (id, title, outlet, address), without its text."""
        return [(one, *rest) for one, *rest in self._rows(_HEADINGS, libraries)]

    def holding(self, parts: Iterable[str], libraries: Iterable[str], limit: int) -> list[str]:
        """Return the ids of articles whose text has any of the parts. Every text is looked at."""
        lists = (json.dumps(list(libraries)), json.dumps(list(parts)), limit)
        return [row[0] for row in self._execute(_HOLDING, lists)]

    def passages(self, passage_ids: Sequence[str]) -> list[StoredPassage]:
        """Return passages in the order of their ids; one that is gone is left out."""
        rows = self._rows(f"{read.PASSAGE} WHERE passage_id IN {LISTED}", passage_ids)
        found = {one.passage_id: one for one in map(read.passage, rows)}
        return [found[one] for one in passage_ids if one in found]

    def passages_of(self, article_ids: Iterable[str]) -> list[StoredPassage]:
        """Return all passages of some articles, in the order of each text."""
        where = f"WHERE article_id IN {LISTED} {_IN_ORDER}, passage.number"
        return list(read.passages_of(self._rows(f"{read.PASSAGES_OF} {where}", article_ids)))

    def speakers(self, libraries: Iterable[str]) -> list[tuple[str, str, str | None, int]]:
        """Return each speaker's (name, kind, usual role, number of statements), by name."""
        return read.speakers(self._rows(_SPEAKERS, libraries))

    def statements_by(
        self,
        names: Iterable[str],
        libraries: Iterable[str],
        among: Iterable[str] | None = None,
    ) -> list[StoredStatement]:
        """Return all statements whose speaker has exactly one of these names.

        ``among``: only those in articles with these ids.
        """
        where = f"WHERE speaker IN {LISTED} AND library IN {LISTED}"
        lists = [names, libraries]
        if among is not None:
            where += f" AND article_id IN {LISTED}"
            lists.append(among)
        sql = f"{read.STATEMENT} {where} {_IN_ORDER}, statement.number"
        return [read.statement(row) for row in self._rows(sql, *lists)]

    def statements_in(self, article_ids: Iterable[str]) -> list[StoredStatement]:
        """Return all statements of some articles, in the order of each text."""
        where = f"WHERE article_id IN {LISTED} {_IN_ORDER}, statement.number"
        rows = self._rows(f"{read.STATEMENT} {where}", article_ids)
        return [read.statement(row) for row in rows]

    def all_vectors(self, libraries: Iterable[str]) -> tuple[list[str], np.ndarray]:
        """Return all passage ids of some libraries and their vectors, one row each."""
        return read.vectors(self._rows(_ALL_VECTORS, libraries))

    def vectors_of(self, passage_ids: Iterable[str]) -> tuple[list[str], np.ndarray]:
        """Return those of the ids that are there, and their vectors, one row each."""
        return read.vectors(self._rows(_VECTORS, passage_ids))

    def sample(self) -> tuple[list[str], np.ndarray]:
        """Return one passage id and its vector, or none of an empty database."""
        return read.vectors(self._execute("SELECT passage_id, vector FROM passage LIMIT 1"))

    def libraries_of(self, passage_ids: Iterable[str]) -> dict[str, str]:
        """Return the library of each passage that is there."""
        return dict(self._rows(_LIBRARIES, passage_ids))
