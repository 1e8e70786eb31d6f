"""View: what a record knows, read and never changed."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index.corpus import HOUSE, Corpus
from index.database import Database, Stamp, StoredArticle
from index.embed import Embedder
from index.record.copies import Copy, copies_of
from index.record.count import Counter
from index.record.level import compare, stands
from index.record.shelf import Shelf
from index.record.values import Tally

if TYPE_CHECKING:
    import numpy as np


class View:
    """The articles of a data folder, and what was found in them. The base of ``Record``."""

    data: Path
    corpus: Corpus
    shelf: Shelf
    _make_embedder: Callable[[], Embedder]

    @property
    def database(self) -> Database:
        """Articles, passages, statements and words, as they were indexed."""
        return self.shelf.database

    @functools.cached_property
    def embedder(self) -> Embedder:
        """The model that passages and questions are embedded with."""
        return self._make_embedder()

    @property
    def vector_path(self) -> str:
        """How the nearest passages were last found: "chroma" or "exact"."""
        return self.shelf.vector_path

    def articles(self, libraries: Sequence[str] = (HOUSE,)) -> list[StoredArticle]:
        """Return the articles of some libraries that are current."""
        return [one for one in self.database.articles(libraries) if self._stands(one)]

    def article(self, article_id: str) -> StoredArticle | None:
        """Return an article if it is indexed and current."""
        stored = self.database.article(article_id)
        return stored if stored is not None and self._stands(stored) else None

    def copies(self, article_id: str) -> list[Copy]:
        """Return the articles of the same library that are the same story, the most alike first."""
        return copies_of(self.database, article_id, self._stands)

    def is_current(self, article_id: str) -> bool:
        """Tell whether an article's file is there and unchanged since it was indexed."""
        return bool(self.current([article_id]))

    def current(self, article_ids: Iterable[str]) -> set[str]:
        """Return those of some articles whose file is there and unchanged since it was indexed."""
        asked = set(article_ids)
        there = self._standing(self.database.stamps_known(asked))
        # What was only touched or moved has the same content under another stamp.
        left = asked - there
        return there | self._standing(self.database.stamps_of(left)) if left else there

    def _standing(self, stamps: Mapping[str, Stamp]) -> set[str]:
        return {each for each, stamp in stamps.items() if stands(self.data, stamp)}

    def waiting(self) -> int:
        """Count the files of the corpus that are not in the index as they stand."""
        return len(compare(self.corpus, self.database).pending)

    @functools.cached_property
    def _counter(self) -> Counter:
        return Counter(self.corpus)

    def tally(self, libraries: Sequence[str] = (HOUSE,)) -> Tally:
        """Count the articles of some libraries: those that can be searched, those that wait."""
        return self._counter.tally(self.database, libraries)

    def nearest(
        self, vector: np.ndarray, k: int, libraries: Sequence[str]
    ) -> list[tuple[str, float]]:
        """Return (passage id, cosine similarity) of the ``k`` nearest passages, best first.

        ``vector`` is the question's, from ``embedder``. Nothing is returned while the stored
        vectors are another model's.
        """
        if self.shelf.model not in (None, self.embedder.fingerprint):
            return []
        return self.shelf.nearest(vector, k, libraries)

    def _stands(self, stored: StoredArticle) -> bool:
        return stands(self.data, stored.stamp)
