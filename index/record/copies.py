"""Copies: other articles on record that are the same story."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from index.database import Database, StoredArticle
from index.intake.likeness import Likeness, likeness

# Who asks wants to know that there are others, not all of them.
MOST_COPIES = 5
_MOST_COMPARED = 25


@dataclass(frozen=True, slots=True)
class Copy:
    """Another article that is the same story, and how like it is."""

    stored: StoredArticle
    likeness: Likeness


def copies_of(
    database: Database, article_id: str, stands: Callable[[StoredArticle], bool]
) -> list[Copy]:
    """Return the articles of the same library that are the same story, the most alike first.

    Nothing is kept of it: an article that is removed, or one that comes later, changes it.
    """
    own = database.article(article_id)
    if own is None:
        return []
    found: list[Copy] = []
    for other_id in database.alike(article_id, [own.library])[:_MOST_COMPARED]:
        other = database.article(other_id)
        alike = likeness(own.article, other.article) if other and stands(other) else None
        if other and alike:
            found.append(Copy(other, alike))
    return sorted(found, key=lambda copy: -copy.likeness.shared)[:MOST_COPIES]
