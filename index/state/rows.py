"""How an answer that was posted stands as a row of ``state.db``, and is read from it. Pure."""

from __future__ import annotations

import json
from dataclasses import astuple, fields
from typing import Any

from index.state.values import Carried, Cited, Posted, Sourced, Wrote

_POSTED = tuple(each.name for each in fields(Posted))
_COLUMNS = ", ".join(_POSTED)
_LISTS, _FLAGS = ("cited", "prose"), ("private", "oldest", "verbatim")
# The names in it are those of our own fields.
SELECT_POSTED = f"SELECT {_COLUMNS} FROM posted"  # noqa: S608
INSERT_POSTED = (
    f"INSERT OR REPLACE INTO posted ({_COLUMNS})"  # noqa: S608
    f" VALUES ({', '.join('?' * len(_POSTED))})"
)


def values(posted: Posted) -> list[object]:
    """Return the values of an answer's row, in the order of ``INSERT_POSTED``."""
    lists = {name: json.dumps([astuple(each) for each in getattr(posted, name)]) for name in _LISTS}
    known = posted.sources is not None
    lists["sources"] = json.dumps([astuple(e) for e in posted.sources or ()]) if known else ""
    return [lists.get(name, getattr(posted, name)) for name in _POSTED]


def posted(row: tuple[Any, ...]) -> Posted:
    """Return the answer of a row that ``SELECT_POSTED`` found."""
    kept = dict(zip(_POSTED, row, strict=True))
    kept["cited"] = tuple(Cited(*each) for each in json.loads(kept["cited"]))
    kept["prose"] = tuple(Wrote(text, tuple(ids)) for text, ids in json.loads(kept["prose"]))
    kept["sources"] = _sources(kept["sources"])
    return Posted(**kept | {name: bool(kept[name]) for name in _FLAGS})


def _sources(stored: str) -> tuple[Sourced, ...] | None:
    if not stored:
        return None
    return tuple(
        Sourced(article_id, title, outlet, date, tuple(Carried(*each) for each in carries))
        for article_id, title, outlet, date, carries in json.loads(stored)
    )
