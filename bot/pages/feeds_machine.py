"""The machine contract of feeds: what ``on-record feed … --json`` prints. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence

from bot.feeds.following import Following
from bot.feeds.reader import Reading
from bot.pages.machine import Json, article, waiting
from index.database import StoredArticle
from index.state import Failed, Followed

# From an article's id to the article as it is indexed, None while it waits.
Find = Callable[[str], StoredArticle | None]


def feed(of: Followed, failed: Sequence[Failed] = ()) -> Json:
    """Return a feed, and the entries that could not be read."""
    return {
        "number": of.number,
        "library": of.library,
        "url": of.url,
        "title": of.title,
        "read_at": _moment(of.read_at),
        "articles": of.articles,
        "failures": of.failures,
        "trouble": of.trouble or None,
        "paused": of.paused,
        "failed": [
            {"link": each.link, "error": each.trouble, "tries": each.tries, "left": each.left}
            for each in failed
        ],
    }


def following(of: Following) -> Json:
    """Return what came of adding a feed; ``known``: it was followed already."""
    brought = of.brought
    return {
        "feed": feed(of.feed),
        "known": brought is None,
        "entries": len(brought.feed.entries) if brought else None,
        "others": [each.url for each in brought.others] if brought else [],
    }


def readings(read: Iterable[Reading], find: Find) -> Json:
    """Return what came of reading feeds, in their order."""
    return {"feeds": [_reading(each, find) for each in read]}


def _reading(read: Reading, find: Find) -> Json:
    added = []
    for own in read.added:
        stored = find(own.article_id)
        added.append(article(stored) if stored else waiting(own, read.feed.library))
    return {
        "feed": feed(read.feed),
        "added": added,
        "failed": [{"link": each.link, "error": each.error} for each in read.failed],
        "waiting": read.waiting,
    }


def _moment(seconds: int) -> str | None:
    if not seconds:
        return None
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).isoformat()
