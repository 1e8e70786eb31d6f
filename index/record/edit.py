"""Edit: what may be changed of an article after it was saved. Its text never is. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from index.article import Article, Published
from index.errors import BadFrontMatter

EDITABLE = ("title", "outlet", "url", "byline", "published")


def changed(article: Article, changes: Mapping[str, str | None]) -> Article:
    """Return an article with some fields changed; None or an empty string clears one.

    A date counts as given by the person who edits. Raises ``BadFrontMatter`` for a field that is
    not in ``EDITABLE``, for an empty title, and for a date that is none.
    """
    unknown = sorted(set(changes) - set(EDITABLE))
    if unknown:
        raise BadFrontMatter(f"“{unknown[0]}” cannot be edited, only {', '.join(EDITABLE)}.")
    fields: dict[str, Any] = {
        name: " ".join((value or "").split()) or None for name, value in changes.items()
    }
    if "title" in fields and fields["title"] is None:
        raise BadFrontMatter("An article cannot be without a title.")
    if fields.get("published") is not None:
        fields["published"] = Published(fields["published"], "given")
    return dataclasses.replace(article, **fields)
