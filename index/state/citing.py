"""Which articles the answers that are kept show, and forgetting those of articles that are gone."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from index.state.file import StateFile


def showing(file: StateFile, article_id: str) -> list[tuple[int | None, int, int]]:
    """Return where the answers stand that all could see and that show an article.

    Server, channel and message of each, oldest first.
    """
    rows = file.rows(
        "SELECT server_id, channel_id, message_id, cited, prose, sources FROM posted"
        " WHERE NOT private"
        " ORDER BY posted_at, message_id"
    )
    return [(row[0], row[1], row[2]) for row in rows if article_id in _shown(*row[3:])]


def forget_all_but(file: StateFile, on_record: Collection[str]) -> None:
    """Delete what is kept of articles that are not on record: origins, answers, their reports.

    A question may hold words of the article that it asks about.
    """
    known = set(on_record)
    with file.transaction():
        for message_id, *shown in file.rows("SELECT message_id, cited, prose, sources FROM posted"):
            if not _shown(*shown) <= known:
                file.delete("posted", "message_id = ?", message_id)
                file.delete("report", "message_id = ?", message_id)
        for (article_id,) in file.rows("SELECT article_id FROM origin"):
            if article_id not in known:
                file.delete("origin", "article_id = ?", article_id)
    file.wipe_log()


def _shown(cited: Any, prose: Any, sources: Any) -> set[str]:
    """Return the ids of the articles in a row's places, sentences and sources.

    They are ``Cited``, ``Wrote`` and ``Sourced``.
    """
    listed = {article_id for article_id, *_ in json.loads(sources or "[]")}
    places = {article_id for _, article_id, *_ in json.loads(cited)}
    return listed | places.union(*(ids for _, ids in json.loads(prose)))
