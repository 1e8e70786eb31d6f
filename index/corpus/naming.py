"""Naming: the id of an article and the name of its file. Pure."""

from __future__ import annotations

import hashlib
import itertools
import re
import unicodedata
from collections.abc import Iterator

from index.article import Article, text_hash

SHORTEST_ID = 10
_SLUG_LENGTH = 60


def file_name(article: Article) -> str:
    """Return the name of an article's file: words of its title, then its id."""
    plain = unicodedata.normalize("NFKD", article.title).encode("ascii", "ignore").decode()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain.lower()))[:_SLUG_LENGTH].strip("-")
    return f"{slug or 'article'}-{article.article_id}.md"


def possible_ids(own: str | None, text: str, library: str) -> Iterator[str]:
    """Yield the ids that an article may have: its own, then ever longer ones of its text."""
    if own is not None:
        yield own
    digest = text_hash(text)
    yield from (digest[:length] for length in range(SHORTEST_ID, len(digest) + 1, 2))
    for number in itertools.count():
        salted = f"{library}\0{number}\0{digest}"
        yield hashlib.sha256(salted.encode()).hexdigest()
