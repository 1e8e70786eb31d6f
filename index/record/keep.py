"""The record itself: opens a data folder, adds, edits, removes, and keeps the index level."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from index.article import Article, Draft
from index.corpus import HOUSE, Corpus, CorpusFile, Identity, Saved
from index.embed import Embedder
from index.errors import DataBusy, UnknownArticle
from index.owner import Ownership
from index.record.edit import changed
from index.record.forget import forget_answers, note_taken_off
from index.record.generation import Generation, Generations
from index.record.level import Leveller, stands
from index.record.shelf import Shelf, bring_level, open_shelf
from index.record.values import (
    Added,
    Health,
    Levelled,
    Notice,
    OnProgress,
    no_notice,
    no_progress,
)
from index.record.view import View
from index.record.watch import watch

# How long an addition waits for a levelling that is going on before it is left to it.
_PATIENCE = 2.0
_STILL_READ = (
    "The articles are removed, but another process is just reading the index, so traces may be "
    "left. Run this when it has ended: on-record remove --purge"
)


class Record(View):
    """A data folder, opened. A context manager; safe for several threads.

    ``owns`` tells whether this process keeps the index. Opening compares nothing and reads no
    article: the owner calls ``level`` once at its start, and then ``watch`` if it stays.
    """

    def __init__(
        self,
        data: Path,
        ownership: Ownership,
        embedder: Callable[[], Embedder],
        notice: Notice = no_notice,
    ) -> None:
        self.data = data
        self.corpus = Corpus(data)
        self._ownership = ownership
        self._make_embedder = embedder
        self._tell = notice
        self._notices: list[str] = []
        self._generations = Generations(data / "derived")
        self._retired: list[Shelf] = []
        # Held while the index is written; the corpus has a lock of its own.
        self._writing = threading.RLock()
        self._remembered = False
        self.shelf = open_shelf(self._generations, self.owns, lambda: self.embedder, self._notice)
        for one in self.database.unreadable():
            if stands(data, one.stamp):
                self._notice(f"Not read: {one.reason}")

    @classmethod
    def open(
        cls,
        data: Path,
        embedder: Callable[[], Embedder],
        *,
        command: str,
        notice: Notice = no_notice,
        wait: float = 0.0,
    ) -> Record:
        """Open a data folder, as its owner if nobody else is, waiting at most ``wait`` seconds.

        ``embedder`` makes the embedder when it is first needed. ``command`` is what others are
        told when they meet the lock. ``notice`` is given each sentence a person should see.
        """
        data = data.expanduser().resolve()
        ownership = Ownership(data, command)
        ownership.acquire(wait)
        try:
            return cls(data, ownership, embedder, notice)
        except BaseException:
            ownership.release()
            raise

    @property
    def owns(self) -> bool:
        """Whether this process keeps the index."""
        return self._ownership.held

    @property
    def notices(self) -> tuple[str, ...]:
        """Every sentence so far that a person should see beside the result."""
        return tuple(self._notices)

    def add(self, draft: Draft, library: str = HOUSE, *, index: bool = True) -> Added:
        """Put an article on record, durably, and index it if this process owns the index.

        When this returns, the article's file is on the disk. ``index=False`` leaves the indexing
        to the next ``level``, which is quicker for many. Raises ``NotReadable`` for a library's
        name that cannot be one.
        """
        self._remember()
        saved = self.corpus.save(draft, library)
        if index and (saved.new_address or not saved.known):
            self._take_up(saved.path, library)
        return self._added(saved)

    @contextmanager
    def adding(self, library: str = HOUSE) -> Iterator[Callable[[Draft], Added]]:
        """Hold the corpus, and yield what adds an article as ``add`` does without indexing it.

        For several that are at hand: the corpus is looked through once, not for each.
        """
        self._remember()
        with self.corpus.turn() as turn:
            yield lambda draft: self._added(turn.save(draft, library))

    def _added(self, saved: Saved) -> Added:
        stored = self.database.article(saved.article.article_id)
        return Added(saved.article, saved.known, stored, saved.new_address)

    def at(self, url: str, library: str = HOUSE) -> Added | None:
        """Return the article of a library that has this address, as adding it again would."""
        self._remember()
        article = self.corpus.at(url, library)
        return Added(article, True, self.database.article(article.article_id)) if article else None

    def edit(self, article_id: str, changes: Mapping[str, str | None]) -> Article:
        """Change what is known about an article: title, outlet, url, byline or published.

        None or an empty string clears a field. Its text never changes. Raises ``UnknownArticle``,
        ``BadFrontMatter`` for a date that is none, an empty title or another field.
        """
        file = self.corpus.find(article_id)
        if file is None:
            raise UnknownArticle(
                f"No article has the id {article_id[:64]}. See: on-record articles"
            )
        article = changed(self.corpus.read(file.path), changes)
        stored = self.corpus.replace(article, file.path)
        self._take_up(file.path, file.library)
        return stored

    def remove(self, article_id: str) -> bool:
        """Take an article off the record at once; tell whether there was one.

        No feed brings it back: what it is known by is kept, as digests.
        """
        if failed := note_taken_off(self.data, self.corpus, article_id):
            self._notice(failed)
        removed = self.corpus.remove(article_id)
        if self.owns and self._writing.acquire(timeout=_PATIENCE):
            try:
                self.database.drop(article_id)
                bring_level(self.shelf)
            finally:
                self._writing.release()
        return removed

    def purge(self, article_ids: Sequence[str]) -> list[str]:
        """Remove articles and every trace of their text in the data folder; return those removed.

        Raises ``DataBusy``, naming the owner, when another process owns the data, and when one
        is just reading it: the articles are removed then, and purging once more does the rest.
        """
        self._ownership.demand()
        removed = [each for each in article_ids if self.remove(each)]
        with self._writing:
            self.level()
            forget_answers(self.data, {each for each, *_ in self.database.identities()})
            if self.shelf.generation is not None:
                self._generations.remove_others(self.shelf.generation)
            if not self.shelf.scrub():
                raise DataBusy(_STILL_READ)
        return removed

    def level(
        self, budget_seconds: float | None = None, on_progress: OnProgress = no_progress
    ) -> Levelled:
        """Bring the index level with the corpus: new, changed and removed files, then Chroma.

        An index that another version or another model made is made again beside the old one.
        Raises ``DataBusy``, naming the owner, when another process owns the data.
        """
        self._ownership.demand()
        with self._writing:
            self.corpus.tidy()
            if self.shelf.outdated(self.embedder):
                return self.rebuild(on_progress)
            levelled = self._leveller(self.shelf).level(budget_seconds, on_progress)
            bring_level(self.shelf)
            return levelled

    def outdated(self) -> str | None:
        """Say why the index has to be made again (another version, another model), or None."""
        return self.shelf.outdated(self.embedder) if self.shelf.generation else None

    def watch(self, stop: threading.Event, every: float = 1.0) -> None:
        """Level again and again until ``stop`` is set; for the owner's own thread.

        ``every`` is in seconds, and longer where looking takes long. What goes wrong and can be
        cured is told once, and tried again.
        """
        watch(self.level, self._notice, stop, every)

    def rebuild(self, on_progress: OnProgress = no_progress) -> Levelled:
        """Make the index again from the corpus alone; the old one answers until it is whole.

        Raises ``DataBusy``, naming the owner, when another process owns the data.
        """
        self._ownership.demand()
        with self._writing:
            generation = self._generations.new()
            new = Shelf.create(generation, self.embedder, self._notice)
            try:
                levelled = self._leveller(new).level(None, on_progress)
                bring_level(new)
            except BaseException:
                new.close()
                shutil.rmtree(generation.folder, ignore_errors=True)
                raise
            self._swap(new, generation)
            return levelled

    def check(self) -> Health:
        """Look whether files, database and Chroma agree, and say what to do where they do not."""
        from index.record.health import examine

        return examine(self)

    def close(self) -> None:
        """Close everything and let go of the data folder."""
        with self._writing:
            self.shelf.close()
            for retired in self._retired:
                retired.close()
            if self.owns and self.shelf.generation is not None:
                self._generations.remove_others(self.shelf.generation)
            self._ownership.release()

    def _leveller(self, shelf: Shelf) -> Leveller:
        return Leveller(self.corpus, shelf.database, self.embedder, self._notice)

    def _take_up(self, path: Path, library: str) -> None:
        """Index one file now if this process may; otherwise it waits for the next levelling."""
        if not self.owns or not self._writing.acquire(timeout=_PATIENCE):
            return
        try:
            if not self.shelf.outdated(self.embedder):
                self._leveller(self.shelf).take_up(self.corpus.file(path, library))
                bring_level(self.shelf)
        finally:
            self._writing.release()

    def _swap(self, new: Shelf, generation: Generation) -> None:
        self._generations.point_to(generation)
        old, self.shelf = self.shelf, new
        # Other threads may be reading it: its folder goes when this record is closed.
        self._retired.append(old)
        if old.nearness is not None:
            old.nearness.close()

    def _remember(self) -> None:
        """Spare the corpus the reading of files that the index knows as they stand."""
        if self._remembered:
            return
        for article_id, text_hash, addresses, stamp in self.database.identities():
            path = self.data / stamp.file
            file = CorpusFile(path, path.parent.name, stamp.mtime_ns, stamp.size)
            self.corpus.remember(file, Identity.of(article_id, text_hash, addresses))
        self._remembered = True

    def _notice(self, sentence: str) -> None:
        self._notices.append(sentence)
        self._tell(sentence)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
