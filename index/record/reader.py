"""Reading an article for the index: its passages, their vectors and its statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index import passage
from index.article import Article
from index.database import Indexed, Stamp
from index.embed import Embedder
from index.language import is_read, language_of
from index.statement import Statement

# Raise it when the same text would give other passages or other statements than before: the
# index is then made again by itself at the next start, while the old one answers.
INDEX_VERSION = 20
# So many passages are embedded together: enough to sort by length, few enough to report often.
_TOGETHER = 64


@dataclass(frozen=True, slots=True)
class Opened:
    """An article of the corpus, and the file it came from as it stood before reading."""

    article: Article
    library: str
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class _Split:
    opened: Opened
    passages: tuple[passage.Passage, ...]
    texts: tuple[str, ...]


def find_statements(text: str, title: str) -> list[Statement]:
    """Find who said what in a text, and where it says that they stand."""
    from index import speech

    return speech.find(text, title, positions=True)


def index_all(opened: Iterator[Opened], embedder: Embedder) -> Iterator[Indexed]:
    """Find passages, vectors and statements of articles; several are embedded together."""
    waiting: list[_Split] = []
    for one in opened:
        waiting.append(_split(one, embedder))
        if sum(len(each.texts) for each in waiting) >= _TOGETHER:
            yield from _indexed(waiting, embedder)
            waiting = []
    if waiting:
        yield from _indexed(waiting, embedder)


def _split(opened: Opened, embedder: Embedder) -> _Split:
    article, count, limit = opened.article, embedder.count_tokens, embedder.token_limit
    passages = tuple(passage.split(article, count, limit))
    texts = (passage.embedded_text(article, one, count, limit) for one in passages)
    return _Split(opened, passages, tuple(texts))


def _indexed(split: Sequence[_Split], embedder: Embedder) -> Iterator[Indexed]:
    vectors = embedder.encode([text for one in split for text in one.texts])
    row = 0
    for one in split:
        opened, rows = one.opened, slice(row, row + len(one.texts))
        row = rows.stop
        article, spoken = opened.article, language_of(opened.article.text)
        yield Indexed(
            article=article,
            library=opened.library,
            stamp=opened.stamp,
            passages=tuple((each.start, each.end) for each in one.passages),
            vectors=vectors[rows],
            statements=tuple(
                find_statements(article.text, article.title) if is_read(spoken) else ()
            ),
            language=spoken,
        )
