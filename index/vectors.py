"""Nearest passages by their vectors: Chroma, written through LlamaIndex, and the exact scan.

What Chroma holds is a disposable copy of the vectors in the database. It is not safe against a
process being killed while it writes its index files, and a damaged file can end the process that
opens it; so a folder may be opened only when it is *sealed*, that is, looks exactly as it did
when its last writing was done. See ``seal`` and ``is_sealed``.
"""

from __future__ import annotations

import atexit
import gc
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import DerivedIndexError
from index.quiet import quiet

if TYPE_CHECKING:
    import numpy as np

# Chroma keeps other threads waiting for as long as one call takes: about 5 ms a passage.
BATCH = 20
_COLLECTION = "passages"


class ChromaIndex:
    """A Chroma folder, opened. Only the owner of the data may have it open, and must close it.

    Every method raises ``DerivedIndexError`` when Chroma cannot do what was asked of it.
    """

    def __init__(self, folder: Path) -> None:
        quiet()
        with _collector_off():
            import chromadb
            from chromadb.config import Settings

        settings = Settings(anonymized_telemetry=False, is_persistent=True)
        with _chroma_errors():
            folder.mkdir(parents=True, exist_ok=True)
            self._client = chromadb.PersistentClient(path=str(folder), settings=settings)
            self._collection = self._client.get_or_create_collection(
                _COLLECTION, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
            )

    def nearest(self, vector: np.ndarray, k: int) -> list[tuple[str, float]]:
        """Return (passage id, cosine similarity) of at most ``k`` passages, best first."""
        with _chroma_errors():
            found = self._collection.query(vector[None, :], n_results=k, include=["distances"])
        [ids], [distances] = found["ids"], found["distances"] or [[]]
        # Chroma's cosine distance is 1 - similarity.
        return [(one, 1.0 - distance) for one, distance in zip(ids, distances, strict=True)]

    def upsert(self, ids: Sequence[str], vectors: np.ndarray) -> None:
        """Put passages in, or in place of those with the same ids; at most ``BATCH`` at a time."""
        # Only who writes pays for the import of LlamaIndex, which takes longer than a question.
        from index.passage_store import nodes_of, store_over

        store, nodes = store_over(self._collection), nodes_of(ids, vectors)
        for start in range(0, len(nodes), BATCH):
            with _chroma_errors():
                store.add(nodes[start : start + BATCH])

    def delete(self, ids: Sequence[str]) -> None:
        """Take passages out; unknown ids are no error."""
        for start in range(0, len(ids), BATCH):
            with _chroma_errors():
                self._collection.delete(ids=list(ids[start : start + BATCH]))

    def count(self) -> int:
        """Return how many passages are in."""
        with _chroma_errors():
            return int(self._collection.count())

    def close(self) -> None:
        """Let go of the folder. Without this Chroma keeps it in mind after it is deleted."""
        self._client.close()  # type: ignore[attr-defined]  # the declared type leaves it out


def exact_nearest(
    ids: Sequence[str], matrix: np.ndarray, vector: np.ndarray, k: int
) -> list[tuple[str, float]]:
    """Return (passage id, cosine similarity) of the ``k`` nearest rows, best first.

    Compares with every row; rows and vector have length 1. Equal ones stand in the order of ids.
    """
    if not ids:
        return []
    import numpy as np

    similarity = matrix @ vector
    best = np.argsort(-similarity, kind="stable")[:k]
    return [(ids[row], float(similarity[row])) for row in best]


def seal(folder: Path) -> str:
    """Describe the index files of a Chroma folder at rest, for ``is_sealed`` to compare with."""
    return json.dumps(_index_files(folder), sort_keys=True)


def is_sealed(folder: Path, described: str | None) -> bool:
    """Tell whether a Chroma folder still looks as it did when it was described.

    A process that was killed while writing left no description; lost, cut or blown-up files
    (seen: a ``link_lists.bin`` of terabytes) do not match it.
    """
    return described is not None and described == seal(folder)


def _index_files(folder: Path) -> dict[str, int]:
    """Return name and size of every file but those of SQLite, which are safe by themselves."""
    if not (folder / "chroma.sqlite3").is_file():
        return {"missing": 0}
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.stat().st_size
        for path in files
        if not path.name.startswith("chroma.sqlite3")
    }


@contextmanager
def _chroma_errors() -> Iterator[None]:
    from chromadb.api.shared_system_client import SharedSystemClient
    from chromadb.errors import ChromaError

    try:
        yield
    except (ChromaError, OSError) as error:
        # Chroma would hand out the failed instance again for the same path.
        SharedSystemClient.clear_system_cache()
        raise DerivedIndexError(f"cannot be used ({error})") from error


@contextmanager
def _collector_off() -> Iterator[None]:
    """Import without looking for garbage, and have none looked for when the process ends.

    There is none in modules. Looking costs a sixth of the time of importing, and at the end of
    the process, when Python goes through all of them once more, up to half a second.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        atexit.unregister(gc.freeze)
        atexit.register(gc.freeze)
        if was_on:
            gc.enable()
