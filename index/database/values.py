"""What the database hands out, and what it is handed: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.article import Article, Published
from index.statement import Statement

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which file an article was read from, and as it stood then.

    ``file`` is relative to the data folder, with forward slashes; ``mtime_ns`` in nanoseconds,
    ``size`` in bytes.
    """

    file: str
    mtime_ns: int
    size: int


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article as it was indexed: how much was found in it, and from which file it came.

    ``language``: in which one it is written (ISO 639 code); None where that is not known.
    """

    article: Article
    library: str
    words: int
    passages: int
    statements: int
    content_hash: str
    file: str
    mtime_ns: int
    size: int
    language: str | None = None

    @property
    def stamp(self) -> Stamp:
        """The file as it stood when the article was indexed."""
        return Stamp(self.file, self.mtime_ns, self.size)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article is from, without its text."""

    title: str
    outlet: str | None
    url: str | None
    published: Published | None


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage: ``text`` is ``article.text[start:end]``. ``passage_id`` is "article_id:number"."""

    passage_id: str
    article_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class StoredStatement:
    """A statement and the article that it stands in. ``statement_id`` lasts until a rebuild."""

    statement_id: int
    article_id: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class Indexed:
    """All that is kept of one article: written together or not at all.

    ``passages`` are (start, end) in order; row ``n`` of ``vectors`` (float32, length 1) belongs
    to passage ``n``. ``language`` as in ``StoredArticle``.
    """

    article: Article
    library: str
    stamp: Stamp
    passages: tuple[tuple[int, int], ...]
    vectors: np.ndarray
    statements: tuple[Statement, ...]
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file of the corpus that could not be taken up, as it stood then, and why."""

    stamp: Stamp
    reason: str
