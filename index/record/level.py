"""Levelling: compares the corpus with a database, and takes up what is new, changed or gone."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.corpus import Corpus, CorpusFile
from index.database import Database, Stamp, Unreadable
from index.embed import Embedder
from index.errors import BadFrontMatter, InputError
from index.record.reader import Opened, index_all
from index.record.values import Levelled, Notice, OnProgress, Progress, no_progress


@dataclass(frozen=True, slots=True)
class Difference:
    """What the corpus has that the database has not, and the other way round.

    ``pending``: files that are new, or not as they were indexed. ``gone``: ids whose file is no
    longer there.
    """

    pending: tuple[CorpusFile, ...]
    gone: tuple[str, ...]


def stamp_of(corpus: Corpus, file: CorpusFile) -> Stamp:
    """Return a file's stamp as the database keeps it: named from the data folder on."""
    name = file.path.relative_to(corpus.data).as_posix()
    return Stamp(name, file.mtime_ns, file.size)


def stands(data: Path, stamp: Stamp) -> bool:
    """Tell whether a file is there, unchanged since it was stamped."""
    try:
        status = os.stat(f"{data}/{stamp.file}")  # noqa: PTH116  # paths as objects take longer than the looks
    except (FileNotFoundError, NotADirectoryError):
        return False
    return (status.st_mtime_ns, status.st_size) == (stamp.mtime_ns, stamp.size)


def compare(corpus: Corpus, database: Database) -> Difference:
    """Compare files and database by the files' stamps; nothing is opened or changed."""
    files = {stamp for each in corpus.libraries() for stamp in corpus.stamps(each)}
    indexed = database.files()
    noted = (one.stamp for one in database.unreadable())
    refused = {(stamp.file, stamp.mtime_ns, stamp.size) for stamp in noted}
    pending = (_file_of(corpus, stamp) for stamp in files - indexed - refused)
    lost = {name for name, *_ in indexed} - {name for name, *_ in files}
    known = database.stamps() if lost else {}
    return Difference(
        pending=tuple(sorted(pending, key=lambda file: (file.library, file.path.name))),
        gone=tuple(one for name, (one, _) in known.items() if name in lost),
    )


def _file_of(corpus: Corpus, stamp: tuple[str, int, int]) -> CorpusFile:
    name, mtime_ns, size = stamp
    path = corpus.data / name
    return CorpusFile(path, path.parent.name, mtime_ns, size)


class Leveller:
    """Brings one database level with the corpus, once. Used by the owner of the data only."""

    def __init__(
        self, corpus: Corpus, database: Database, embedder: Embedder, notice: Notice
    ) -> None:
        self._corpus = corpus
        self._database = database
        self._embedder = embedder
        self._notice = notice
        self._indexed = 0
        self._unreadable = 0

    def level(self, budget_seconds: float | None, on_progress: OnProgress) -> Levelled:
        """Take up all that differs, one transaction an article, until the time is used up."""
        pending = compare(self._corpus, self._database).pending
        done = self._take_up(pending, Clock(pending, budget_seconds), on_progress)
        gone = compare(self._corpus, self._database).gone
        dropped = sum(self._database.drop(article_id) for article_id in gone)
        self._forget_gone_files()
        return Levelled(self._indexed, dropped, self._unreadable, len(pending) - done)

    def take_up(self, file: CorpusFile) -> None:
        """Take up one file."""
        self._take_up((file,), Clock((file,), None), no_progress)

    def _take_up(self, files: Sequence[CorpusFile], clock: Clock, on_progress: OnProgress) -> int:
        """Take up files in order; return how many were dealt with before the time was up."""
        sizes = {stamp_of(self._corpus, file): file.size for file in files}
        for indexed in index_all(self._opened(files, clock), self._embedder):
            self._database.put(indexed)
            self._indexed += 1
            clock.passed(sizes.get(indexed.stamp, 0))
            on_progress(clock.progress(self._indexed, len(files), indexed.article.title))
        return clock.begun

    def _opened(self, files: Iterable[CorpusFile], clock: Clock) -> Iterator[Opened]:
        """Read files; a broken one is noted, one whose content is known is not read again."""
        for file in files:
            if clock.is_up():
                return
            clock.begun += 1
            try:
                opened = self._open(file)
            except InputError as error:
                self._note_unreadable(file, str(error))
            except FileNotFoundError:
                # Removed since the folder was listed: then there is nothing to take up.
                continue
            else:
                if not self._is_known(opened):
                    yield opened

    def _open(self, file: CorpusFile) -> Opened:
        file = self._corpus.adopt(file)
        article = self._corpus.read(file.path)
        opened = Opened(article, file.library, stamp_of(self._corpus, file))
        self._refuse_taken_id(opened)
        return opened

    def _refuse_taken_id(self, opened: Opened) -> None:
        holder = self._database.stamp(opened.article.article_id)
        if holder is None or holder.file == opened.stamp.file:
            return
        path = self._corpus.data / holder.file
        if not path.is_file():
            return
        other = self._corpus.identity(self._corpus.file(path, path.parent.name))
        if other is not None and other.article_id == opened.article.article_id:
            raise BadFrontMatter(
                f"{Path(opened.stamp.file).name} has the same id as {path.name}. "
                "Take the line “id:” out of one of them, or remove that file."
            )

    def _is_known(self, opened: Opened) -> bool:
        """Tell whether only the file's stamp changed; then note the new one."""
        stored = self._database.article(opened.article.article_id)
        if stored is None or (stored.article, stored.library) != (opened.article, opened.library):
            return False
        self._database.restamp(opened.article.article_id, opened.stamp)
        return True

    def _note_unreadable(self, file: CorpusFile, reason: str) -> None:
        self._unreadable += 1
        self._database.put_unreadable(Unreadable(stamp_of(self._corpus, file), reason))
        self._notice(f"Not read: {reason}")

    def _forget_gone_files(self) -> None:
        for one in self._database.unreadable():
            if not (self._corpus.data / one.stamp.file).is_file():
                self._database.forget_unreadable(one.stamp.file)


class Clock:
    """How long the taking up of some files has gone on, and how long it will."""

    def __init__(self, files: Iterable[CorpusFile], budget_seconds: float | None) -> None:
        self._start = time.monotonic()
        self._budget = budget_seconds
        self._bytes = sum(file.size for file in files)
        self._bytes_done = 0
        self.begun = 0

    def is_up(self) -> bool:
        """Tell whether the time is used up."""
        return self._budget is not None and time.monotonic() - self._start >= self._budget

    def passed(self, size: int) -> None:
        """Note that a file of so many bytes is done."""
        self._bytes_done += size

    def progress(self, done: int, total: int, title: str) -> Progress:
        """Say how far it has come; what is left takes as long a byte as what is done."""
        gone = time.monotonic() - self._start
        left = gone * (self._bytes / self._bytes_done - 1) if self._bytes_done else None
        return Progress(done, total, title, left)
