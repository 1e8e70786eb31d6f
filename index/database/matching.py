"""Matching: the passages that have the words of a text, by bm25."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from index.database import read
from index.database.best import allowed_numbers, best
from index.database.ledger import Ledger
from index.database.word_scores import word_scores

if TYPE_CHECKING:
    import numpy as np

_PASSAGE_IDS = """
    SELECT passage.number, passage_id
    FROM passage JOIN article ON article.number = passage.article
    WHERE passage.number IN (SELECT value FROM json_each(?))
    AND library IN (SELECT value FROM json_each(?))
"""
_PASSAGE_NUMBERS = """
    SELECT passage.number FROM passage JOIN article ON article.number = passage.article
    WHERE library IN (SELECT value FROM json_each(?))
"""
_NUMBERS_SPOKEN_IN = """
    SELECT number FROM passage WHERE article IN (
        SELECT statement.article FROM statement JOIN article ON article.number = statement.article
        WHERE speaker IN (SELECT value FROM json_each(?))
        AND library IN (SELECT value FROM json_each(?))
    )
"""

# Words to look up, and how many passages may be found by them.
Wanted = tuple[Sequence[str], int]
# (passage id, score) of passages, best first.
Matches = list[tuple[str, float]]
Allowed = Callable[[], "np.ndarray | None"]


def _bytes_as_passages(allowed: np.ndarray) -> int:
    return len(allowed) // 8 + 1


class Matching(Ledger):
    """The part of ``Lookups`` that finds passages by words."""

    def match(self, words: Sequence[str], libraries: Iterable[str], limit: int) -> Matches:
        """Return (passage id, score) of passages with any of the words, best first.

        The score is bm25, higher is better, words of the headline counting double. Any string is
        a word, operators and quotation marks included; one without a letter or digit finds
        nothing.
        """
        return self.match_each([(words, limit)], libraries)[0]

    def match_each(self, wanted: Sequence[Wanted], libraries: Iterable[str]) -> list[Matches]:
        """Match several texts, as ``match`` does each, in less time than one after the other."""
        searched = list(libraries)
        return self._matching(wanted, searched, lambda: self._allowed(searched))

    def match_spoken(
        self, words: Sequence[str], names: Iterable[str], libraries: Iterable[str], limit: int
    ) -> Matches:
        """Match like ``match``, only in articles in which one of these speakers speaks."""
        searched, spoken = list(libraries), tuple(names)
        key = ("spoken in", spoken, frozenset(searched))

        def numbers() -> np.ndarray:
            return self._numbers(_NUMBERS_SPOKEN_IN, spoken, searched)

        def allowed() -> np.ndarray:
            return self._memory.recall(key, numbers, _bytes_as_passages)

        return self._matching([(words, limit)], searched, allowed)[0]

    def libraries(self) -> list[str]:
        """Return the names of all libraries that have an article."""
        sql = "SELECT DISTINCT library FROM article ORDER BY 1"
        return self._memory.recall("libraries", lambda: [row[0] for row in self._execute(sql)])

    def _matching(
        self, wanted: Sequence[Wanted], libraries: Sequence[str], allowed: Allowed
    ) -> list[Matches]:
        terms = [read.fts_terms(words) for words, _ in wanted]
        if not any(terms):
            return [[] for _ in wanted]
        scores = word_scores(dict.fromkeys(chain(*terms)), self._execute, self._memory)
        may_be = allowed()
        found = [
            dict(best([scores[term] for term in each], may_be, limit)) if each else {}
            for each, (_, limit) in zip(terms, wanted, strict=True)
        ]
        ids = self._passage_ids(set().union(*found), libraries)
        limits = (limit for _, limit in wanted)
        return [_ranked(one, ids)[:limit] for one, limit in zip(found, limits, strict=True)]

    def _passage_ids(self, numbers: Iterable[int], libraries: Sequence[str]) -> dict[int, str]:
        lists = (json.dumps(list(numbers)), json.dumps(libraries))
        return dict(self._execute(_PASSAGE_IDS, lists))

    def _allowed(self, libraries: Iterable[str]) -> np.ndarray | None:
        """Return which passages may be found in some libraries; None where all may."""
        wanted = frozenset(libraries)
        if wanted.issuperset(self.libraries()):
            return None
        return self._memory.recall(
            ("allowed", wanted),
            lambda: self._numbers(_PASSAGE_NUMBERS, wanted),
            _bytes_as_passages,
        )

    def _numbers(self, sql: str, *lists: Iterable[str]) -> np.ndarray:
        numbers = [number for (number,) in self._rows(sql, *lists)]
        greatest = self._execute("SELECT coalesce(max(number), 0) FROM passage")[0][0]
        return allowed_numbers(numbers, greatest)


def _ranked(scores: Mapping[int, float], ids: Mapping[int, str]) -> Matches:
    """Return what has an id, best first; of equal ones, in the order of their ids."""
    ranked = sorted((-score, ids[number]) for number, score in scores.items() if number in ids)
    return [(one, -score) for score, one in ranked]
