"""Rows of the database back into values."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast

from index.article import Article, Found, Published
from index.database.values import Origin, StoredArticle, StoredPassage, StoredStatement
from index.statement import Said, Speaker, SpeakerKind, Statement
from index.unspaced import parted

if TYPE_CHECKING:
    import numpy as np

ARTICLE = (
    "SELECT article_id, title, text, outlet, byline, url, also_at, added_from, published, "
    "published_found, library, words, passages, statements, content_hash, file, mtime_ns, size, "
    "language FROM article"
)
ORIGIN = "SELECT article_id, title, outlet, url, published, published_found FROM article"
PASSAGE = (
    'SELECT passage_id, article_id, passage.start, passage."end", text '
    "FROM passage JOIN article ON article.number = passage.article"
)
# The text stands with the first passage of each article only: reading it over takes the longest.
PASSAGES_OF = (
    'SELECT passage_id, article_id, passage.start, passage."end", '
    "CASE WHEN passage_id = article_id || ':0' THEN text END "
    "FROM passage JOIN article ON article.number = passage.article"
)
STATEMENT = (
    'SELECT statement.number, article_id, statement.start, statement."end", said, speaker, '
    "as_written, role, kind, cue, via, when_as_written, weak, relayed_by, "
    "relays "
    "FROM statement JOIN article ON article.number = statement.article"
)

Row = Sequence[Any]


def article(row: Row) -> StoredArticle:
    """Make a stored article of a row of ``ARTICLE``."""
    article_id, title, text, outlet, byline, url, also_at, added_from, date, found, *rest = row
    published = Published(date, cast(Found, found)) if date else None
    others = tuple(json.loads(also_at))
    own = Article(article_id, title, text, outlet, byline, url, published, added_from, others)
    return StoredArticle(own, *rest)


def addresses(url: str | None, also_at: str) -> tuple[str, ...]:
    """Return all addresses of an article, of two columns of its row."""
    return (*((url,) if url else ()), *json.loads(also_at))


def origin(row: Row) -> Origin:
    """Make an origin of a row of ``ORIGIN``, its id left out."""
    title, outlet, url, date, found = row
    return Origin(title, outlet, url, Published(date, cast(Found, found)) if date else None)


def passage(row: Row) -> StoredPassage:
    """Make a stored passage of a row of ``PASSAGE``."""
    passage_id, article_id, start, end, text = row
    return StoredPassage(passage_id, article_id, start, end, text[start:end])


def passages_of(rows: Iterable[Row]) -> Iterator[StoredPassage]:
    """Make stored passages of rows of ``PASSAGES_OF``, which are in the order of each text."""
    text = ""
    for passage_id, article_id, start, end, whole in rows:
        text = text if whole is None else whole
        yield StoredPassage(passage_id, article_id, start, end, text[start:end])


def statement(row: Row) -> StoredStatement:
    """Make a stored statement of a row of ``STATEMENT``."""
    number, article_id, start, end, said, name, as_written, role, kind, cue, *rest = row
    via, when, weak, relayed_by, relays = rest
    return StoredStatement(
        number,
        article_id,
        Statement(
            start=start,
            end=end,
            said=tuple(Said(*part) for part in json.loads(said)),
            speaker=Speaker(name, as_written, role, cast(SpeakerKind, kind)),
            cue=cue,
            via=via,
            when_as_written=when,
            weak=bool(weak),
            relayed_by=_speaker(relayed_by),
            relays=_speaker(relays),
        ),
    )


def _speaker(stored: str | None) -> Speaker | None:
    return Speaker(*json.loads(stored)) if stored else None


def speakers(rows: Iterable[Row]) -> list[tuple[str, str, str | None, int]]:
    """Add up (name, kind, role, count) rows: one entry a name and kind, with its usual role."""
    roles: dict[tuple[str, str], Counter[str | None]] = {}
    for name, kind, role, count in rows:
        roles.setdefault((name, kind), Counter())[role] += count
    return [(name, kind, _usual(counts), counts.total()) for (name, kind), counts in roles.items()]


def _usual(roles: Counter[str | None]) -> str | None:
    """Return the role given most often, of equals the longest; None only when there is none."""
    given = [(count, len(role), role) for role, count in roles.items() if role]
    return max(given)[2] if given else None


def vectors(rows: Sequence[Row]) -> tuple[list[str], np.ndarray]:
    """Make a list of ids and a float32 matrix of (id, vector) rows."""
    import numpy as np

    ids = [row[0] for row in rows]
    matrix = np.frombuffer(b"".join(row[1] for row in rows), dtype="<f4")
    return ids, matrix.reshape(len(ids), -1) if ids else matrix.reshape(0, 0)


def fts_terms(words: Sequence[str]) -> list[str]:
    """Write each word for an FTS5 term in quotation marks; none for one without a letter.

    A quoted term is only ever a term: operators and signs inside it mean nothing.
    """
    plain = (parted(word).replace("\0", " ").replace('"', '""') for word in words)
    return [word for word in plain if any(sign.isalnum() for sign in word)]
