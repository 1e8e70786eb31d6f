"""Forget: what the state keeps of articles that are taken off the record."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from index.corpus import Corpus
from index.errors import StateError
from index.state import FILE, State


def note_taken_off(data: Path, corpus: Corpus, article_id: str) -> str | None:
    """Keep what an article is known by, as digests, so that no feed brings it back.

    Returns a sentence for a person where that failed: the article must be removed all the same.
    """
    file = corpus.find(article_id)
    marks = corpus.marks(file) if file is not None else ()
    if file is None or not marks:
        return None
    try:
        with State(data) as state:
            state.feeds.take_off(file.library, marks)
    except StateError as error:
        return f"{error} A feed may bring back the article that is removed now."
    return None


def forget_answers(data: Path, left: Collection[str]) -> None:
    """Let the state, if there is one, forget the answers that showed an article not left."""
    if (data / FILE).is_file():
        with State(data) as state:
            state.forget_all_but(left)
