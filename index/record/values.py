"""What the record hands out: frozen values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from index.article import Article
from index.database import StoredArticle


@dataclass(frozen=True, slots=True)
class Added:
    """What adding came to. ``known``: it was already on record.

    ``new_address``: one more address of what is known, which is kept now. ``indexed`` is None while
    the article waits to be read: it is on record, and is found once the owner of the data has
    indexed it.
    """

    article: Article
    known: bool
    indexed: StoredArticle | None
    new_address: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many articles of some libraries can be searched, and how many wait to be read."""

    searched: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reading of articles has come. ``seconds_left`` is None before it can be told."""

    done: int
    total: int
    title: str
    seconds_left: float | None


@dataclass(frozen=True, slots=True)
class Levelled:
    """What bringing the index level with the corpus came to, in articles.

    ``left``: files that there was no time for. ``unreadable``: files that could not be taken up.
    """

    indexed: int
    dropped: int
    unreadable: int
    left: int

    @property
    def changed(self) -> bool:
        """Whether anything was done."""
        return bool(self.indexed or self.dropped or self.unreadable)


@dataclass(frozen=True, slots=True)
class Health:
    """The state of a data folder. ``problems`` say what is wrong and what to do; none: it is well.

    ``missing``: files not in the index as they stand. ``stale``: ids indexed from an older state
    of their file. ``orphaned``: ids whose file is gone. ``vector_path`` is how the nearest
    passages are found: "chroma" or "exact".
    """

    versions: dict[str, str]
    model: str
    backend: str
    data: str
    generation: str | None
    owns: bool
    owner: str | None
    articles: int
    passages: int
    statements: int
    vectors: int
    chroma: int | None
    vector_path: str
    missing: tuple[str, ...]
    stale: tuple[str, ...]
    orphaned: tuple[str, ...]
    unreadable: tuple[str, ...]
    problems: tuple[str, ...]


OnProgress = Callable[[Progress], None]
Notice = Callable[[str], None]


def no_progress(progress: Progress) -> None:
    """Show nothing."""


def no_notice(sentence: str) -> None:
    """Tell nobody."""
