"""Shelf: one generation of the index, opened: its database and, for the owner, its Chroma."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from index.database import Database
from index.embed import Embedder
from index.errors import DerivedIndexError
from index.record.generation import Generation, Generations
from index.record.nearness import Nearness
from index.record.reader import INDEX_VERSION
from index.record.values import Notice
from index.vectors import exact_nearest

if TYPE_CHECKING:
    import numpy as np

_VERSION = "index version"
_MODEL = "model"
# Chroma is asked for so many times more than wanted where other libraries have to be left out.
_SPARE = 4
_ATTEMPTS = 5


class Shelf:
    """An opened generation. ``generation`` is None where there is no index yet."""

    def __init__(
        self,
        generation: Generation | None,
        database: Database,
        nearness: Nearness | None = None,
    ) -> None:
        self.generation = generation
        self.database = database
        self.nearness = nearness
        self.vector_path = "exact"

    @classmethod
    def create(cls, generation: Generation, embedder: Embedder, notice: Notice) -> Shelf:
        """Make a new, empty generation."""
        database = Database.create(generation.database)
        database.set_note(_VERSION, str(INDEX_VERSION))
        database.set_note(_MODEL, embedder.fingerprint)
        return cls(generation, database, Nearness(database, generation.chroma, notice))

    @classmethod
    def own(cls, generation: Generation, notice: Notice) -> Shelf:
        """Open a generation to read and write it."""
        database = Database(generation.database)
        return cls(generation, database, Nearness(database, generation.chroma, notice))

    @classmethod
    def read(cls, generation: Generation | None) -> Shelf:
        """Open a generation to read it beside its owner; without one, an empty index."""
        if generation is None:
            return cls(None, Database.empty())
        database = Database(generation.database, read_only=True)
        # The file is opened at the first look, and it must be this one that finds it gone.
        database.note(_MODEL)
        return cls(generation, database)

    @functools.cached_property
    def model(self) -> str | None:
        """The fingerprint of the embedder that made the vectors."""
        return self.database.note(_MODEL)

    def outdated(self, embedder: Embedder) -> str | None:
        """Say why the index has to be made again by this version, or None."""
        if self.model != embedder.fingerprint:
            return f"its passages were embedded with {self.model}, not {embedder.fingerprint}"
        if self.database.note(_VERSION) != str(INDEX_VERSION):
            return "an older version of On Record made it"
        return None

    def nearest(
        self, vector: np.ndarray, k: int, libraries: Sequence[str]
    ) -> list[tuple[str, float]]:
        """Return the nearest passages of some libraries: from Chroma, else from the exact scan."""
        found = self._from_chroma(vector, k, libraries)
        self.vector_path = "exact" if found is None else "chroma"
        if found is not None:
            return found
        return exact_nearest(*self.database.all_vectors(libraries), vector, k)

    def _from_chroma(
        self, vector: np.ndarray, k: int, libraries: Sequence[str]
    ) -> list[tuple[str, float]] | None:
        if self.nearness is None:
            return None
        whole = set(self.database.libraries()) <= set(libraries)
        found = self.nearness.nearest(vector, k if whole else k * _SPARE)
        if found is None or whole:
            return found
        library = self.database.libraries_of([one for one, _ in found])
        wanted = [pair for pair in found if library.get(pair[0]) in libraries][:k]
        # Too few of the nearest are in these libraries: only comparing with all of theirs is sure.
        return wanted if len(wanted) == k else None

    def scrub(self) -> bool:
        """Leave no trace of what was removed: in the tables, the words, SQLite's log and Chroma.

        False where another process is still reading.
        """
        if self.nearness is not None:
            self.nearness.remake()
        return self.database.scrub()

    def close(self) -> None:
        """Close the files."""
        if self.nearness is not None:
            self.nearness.close()
        self.database.close()


def bring_level(shelf: Shelf) -> None:
    """Bring Chroma level with the database."""
    if shelf.nearness is not None:
        shelf.nearness.bring_level()


def open_shelf(
    generations: Generations, owns: bool, embedder: Callable[[], Embedder], notice: Notice
) -> Shelf:
    """Open the generation that answers; the owner makes an empty one where there is none."""
    if not owns:
        return _read(generations)
    current = generations.current()
    if current is None:
        current = generations.new()
        shelf = Shelf.create(current, embedder(), notice)
        generations.point_to(current)
    else:
        shelf = Shelf.own(current, notice)
    generations.remove_others(current)
    return shelf


def _read(generations: Generations) -> Shelf:
    for _ in range(_ATTEMPTS):
        try:
            return Shelf.read(generations.current())
        except DerivedIndexError:
            # The owner replaced the generation between finding and opening it.
            continue
    return Shelf.read(generations.current())
