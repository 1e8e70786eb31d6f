"""Known: what the files of a corpus hold, as far as telling articles apart goes.

Each file is read once, and again only when its stamp says that it has changed.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from index.article import Article
from index.corpus.address import canonical_url
from index.errors import InputError


@dataclass(frozen=True, slots=True)
class CorpusFile:
    """A file of the corpus and its stamp, by which a change is noticed (nanoseconds, bytes)."""

    path: Path
    library: str
    mtime_ns: int
    size: int

    @property
    def stamp(self) -> tuple[int, int]:
        """What changes when the file does: time of last writing and size."""
        return self.mtime_ns, self.size


@dataclass(frozen=True, slots=True)
class Identity:
    """What decides whether two articles are the same: addresses and text."""

    article_id: str
    text_hash: str
    addresses: frozenset[str]

    @classmethod
    def of(cls, article_id: str, text_hash: str, addresses: Iterable[str]) -> Identity:
        """Make one of an article's id, the hash of its text, and its addresses as written."""
        return cls(article_id, text_hash, frozenset(filter(None, map(canonical_url, addresses))))

    @property
    def marks(self) -> tuple[str, ...]:
        """By what it is known again, whatever its id: its text, its addresses."""
        return (self.text_hash, *sorted(self.addresses))


class Known:
    """The identities of all files under a corpus folder. Safe for several threads."""

    def __init__(self, folder: Path, read: Callable[[Path], Article]) -> None:
        self._folder = folder
        self._read = read
        # By path as a string: a corpus is looked through at every addition.
        self._seen: dict[str, tuple[int, int, Identity | None]] = {}

    def remember(self, file: CorpusFile, identity: Identity) -> None:
        """Take over what an unchanged file holds, so that it is not read again."""
        self._seen[str(file.path)] = (*file.stamp, identity)

    def identity(self, file: CorpusFile) -> Identity | None:
        """Return what a file holds; None: it is broken, or was just removed."""
        return self._look(str(file.path), *file.stamp)

    def all(self) -> Iterator[tuple[str, str, Identity]]:
        """Look through all files now; yield path, library and identity of the readable ones."""
        for library in folders(self._folder):
            for path, mtime_ns, size in stamps(self._folder / library):
                identity = self._look(path, mtime_ns, size)
                if identity is not None:
                    yield path, library, identity

    def _look(self, path: str, mtime_ns: int, size: int) -> Identity | None:
        seen = self._seen.get(path)
        if seen is None or seen[:2] != (mtime_ns, size):
            seen = self._seen[path] = (mtime_ns, size, self._fresh(Path(path)))
        return seen[2]

    def _fresh(self, path: Path) -> Identity | None:
        try:
            article = self._read(path)
        except (InputError, OSError):
            # It is reported where files are taken up, not here.
            return None
        return Identity.of(article.article_id, article.content_hash, article.addresses)


def folders(folder: Path) -> list[str]:
    """Return the names of the folders in a folder, in order."""
    if not folder.is_dir():
        return []
    return sorted(entry.name for entry in folder.iterdir() if entry.is_dir())


def changed(folder: Path) -> int:
    """Return when a file last came into or left a folder, in nanoseconds; 0 where it is none."""
    try:
        return folder.stat().st_mtime_ns
    except (FileNotFoundError, NotADirectoryError):
        return 0


def stamps(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Yield path, time of writing and size of each article file in a folder, in any order."""
    with contextlib.suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name.endswith(".md") and not name.startswith("."):
                try:
                    status = entry.stat()
                except FileNotFoundError:  # removed while we look: it is simply not there
                    continue
                yield entry.path, status.st_mtime_ns, status.st_size
