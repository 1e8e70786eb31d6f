"""The feeds that are followed, and what came of reading them, as lines for a terminal. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from rich.text import Text

from bot.asking import HOUSE
from bot.feeds import told
from bot.feeds.following import Following
from bot.feeds.reader import Reading
from bot.pages.page import Line, harmless, line
from index.article import Article
from index.state import Failed, Followed

UNDER = "    "
NEXT = "on-record feed read reads it now; on-record run keeps reading it."


def feeds(followed: Sequence[tuple[Followed, Sequence[Failed]]]) -> Iterator[Line]:
    """List feeds: number and name, address, how it stands, and what could not be read."""
    for feed, failed in followed:
        yield from _head(feed)
        for words in (*told.standing(feed, when), *told.unread(failed)):
            yield line(words, UNDER, UNDER)
    if not followed:
        yield line(f"{told.NONE_FOLLOWED} Add one: on-record feed add LINK")


def added(following: Following) -> Iterator[Line]:
    """Tell what came of adding a feed."""
    yield from _head(following.feed)
    for words in told.followed(following, NEXT):
        yield line(words, UNDER, UNDER)


def removed(feed: Followed) -> Iterator[Line]:
    """Say that a feed is followed no more."""
    yield line(f"Not followed any more: {_name(feed)}. {told.STAYS}", rest=UNDER)


def article(of: Article) -> Iterator[Line]:
    """Tell of an article that a feed brought, as it comes."""
    yield line(of.title, UNDER, UNDER + UNDER)


def reading(read: Reading) -> Iterator[Line]:
    """Tell what came of reading a feed, under its articles."""
    for words in told.reading(read):
        yield line(words, UNDER, UNDER)


def heading(feed: Followed) -> Iterator[Line]:
    """Name the feed that is being read."""
    yield line(f"{feed.number}. {_name(feed)}{_where(feed)}", rest=UNDER, style="bold")


def when(moment: int) -> str:
    """Return a moment as this machine's clock shows it."""
    return datetime.datetime.fromtimestamp(moment).astimezone().strftime("%Y-%m-%d %H:%M")


def _head(feed: Followed) -> Iterator[Line]:
    yield from heading(feed)
    yield Line(Text(harmless(feed.url)), UNDER, wrapped=False)


def _name(feed: Followed) -> str:
    return feed.title or feed.url


def _where(feed: Followed) -> str:
    return "" if feed.library in HOUSE else f" (server {feed.library})"
