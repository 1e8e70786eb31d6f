"""Form: an article as its file holds it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from index.article import Article, Draft, from_markdown, text_hash, to_markdown
from index.corpus.known import Identity
from index.corpus.naming import SHORTEST_ID
from index.errors import InputError, NotReadable


def draft_in(path: Path) -> Draft:
    """Read the file of an article. Raises what ``Corpus.read`` raises."""
    try:
        return from_markdown(path.read_bytes().decode("utf-8"))
    except UnicodeDecodeError as error:
        raise NotReadable(f"{path.name} is not UTF-8 text. Save it as UTF-8.") from error
    except InputError as error:
        raise type(error)(f"{path.name}: {error}") from error


def read(path: Path) -> Article:
    """Read one file. Raises what ``Corpus.read`` raises."""
    draft = draft_in(path)
    return article_of(draft, draft.article_id or text_hash(draft.text)[:SHORTEST_ID])


def article_of(draft: Draft, article_id: str) -> Article:
    """Return a draft as an article with an id."""
    fields = {
        field.name: getattr(draft, field.name)
        for field in dataclasses.fields(Article)
        if field.name != "article_id"
    }
    return Article(article_id=article_id, **fields)


def as_stored(article: Article) -> Article:
    """Return the article exactly as reading its file will give it."""
    written = to_markdown(article).encode("utf-8", "replace").decode("utf-8")
    return article_of(from_markdown(written), article.article_id)


def identity_of(article: Article) -> Identity:
    """Return by what an article is told from others."""
    return Identity.of(article.article_id, article.content_hash, article.addresses)
