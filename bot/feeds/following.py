"""Following: feeds are added and removed, for one library each."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from bot.composing.phrase import plural
from bot.reading import is_link
from index.corpus import HOUSE, canonical_url
from index.errors import FeedError
from index.intake.unasked import Brought, Courier
from index.state import Followed, State

# A server's managers add them, and it is the operator's machine that fetches.
MOST_IN_HOUSE, MOST_IN_SERVER = 200, 20


@dataclass(frozen=True, slots=True)
class Following:
    """A feed that is followed now. ``brought`` is what was found there; None: it was followed.

    ``again``: it was paused, and is read again.
    """

    feed: Followed
    brought: Brought | None
    again: bool = False


def follow(state: State, courier: Courier, library: str, link: str) -> Following:
    """Follow the feed at a link, or the one that the page there names; it is fetched once.

    Raises ``FeedError`` where no more may be followed or it is no link, ``NotFetched`` and
    ``NotAFeed`` where there is none.
    """
    link = link.strip()
    if not is_link(link):
        raise FeedError(f"“{link[:80]}” is no web address. Give one that begins with https://")
    followed = state.feeds.followed(library)
    known = _same(followed, link)
    if known and not known.paused:
        return Following(known, None)
    if known is None:
        _check_room(library, followed)
    brought = courier.find(link)
    known = known or _same(followed, brought.url)
    if known and not known.paused:
        return Following(known, None)
    url = known.url if known else brought.url
    feed = state.feeds.follow(library, url, brought.feed.title, int(time.time()))
    return Following(feed, brought, again=known is not None)


def unfollow(state: State, library: str | None, asked: str) -> Followed:
    """Follow a feed no more, by its number or its address; return what it was. Its articles stay.

    ``library``: only one of its feeds; None: any. Raises ``FeedError`` where there is no such one.
    """
    feed = one(state.feeds.followed(library), asked)
    state.feeds.unfollow(feed.number)
    return feed


def one(followed: Sequence[Followed], asked: str) -> Followed:
    """Return the feed with this number or address. Raises ``FeedError``."""
    wanted = asked.strip().removeprefix("#")
    if wanted.isdecimal():
        found = [each for each in followed if each.number == int(wanted)]
    else:
        found = [each for each in followed if canonical_url(each.url) == canonical_url(wanted)]
    if len(found) > 1:
        numbers = ", ".join(str(each.number) for each in found)
        raise FeedError(f"Several follow this address. Say which by its number: {numbers}.")
    if not found:
        raise FeedError(f"No feed “{wanted[:80]}” is followed. The list has their numbers.")
    return found[0]


def _same(followed: Sequence[Followed], link: str) -> Followed | None:
    wanted = canonical_url(link)
    return next((each for each in followed if canonical_url(each.url) == wanted), None)


def _check_room(library: str, followed: Sequence[Followed]) -> None:
    most = MOST_IN_HOUSE if library == HOUSE else MOST_IN_SERVER
    if len(followed) >= most:
        raise FeedError(
            f"{plural(len(followed), 'feed')} are followed, and no more may be. Remove one first."
        )
