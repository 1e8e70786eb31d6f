"""Told: how a feed stands, in words for the terminal and for Discord. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bot.composing.phrase import plural
from bot.feeds.following import Following
from bot.feeds.reader import Reading
from index.state import Failed, Followed

# So many entries that could not be read are listed; more are counted.
MOST_FAILED = 5
NONE_FOLLOWED = "No feed is followed."
STAYS = "What it brought stays on record."
# From seconds since 1970 to what a person reads.
When = Callable[[int], str]


def standing(feed: Followed, when: When) -> Iterator[str]:
    """Yield how a feed stands: when it was read, what it brought, what goes wrong."""
    read = f"last read {when(feed.read_at)}" if feed.read_at else "not read yet"
    yield f"{read}, {plural(feed.articles, 'article')} came"
    if feed.paused:
        yield f"Paused, for it failed too often or has ended. Add it again to go on. {feed.trouble}"
    elif feed.failures:
        yield f"Failed {_times(feed.failures)}, tried again {when(feed.next_at)}: {feed.trouble}"
    elif feed.trouble:
        yield feed.trouble


def unread(failed: Sequence[Failed]) -> Iterator[str]:
    """Yield which entries of a feed could not be read, and why."""
    for each in failed[:MOST_FAILED]:
        yield f"Not read ({_again(each)}): {each.link} {each.trouble}"
    if len(failed) > MOST_FAILED:
        yield f"And {len(failed) - MOST_FAILED:,} more that could not be read."


def followed(following: Following, next_step: str) -> Iterator[str]:
    """Yield what came of adding a feed; ``next_step`` says when it is read."""
    brought = following.brought
    if brought is None:
        yield "It is followed already."
        return
    if brought.by_page:
        yield f"The page names it: {brought.url}"
    count = plural(len(brought.feed.entries), "entry", "entries")
    yield f"{count} in it now. {next_step}" if brought.feed.entries else f"It is empty. {next_step}"
    if following.again:
        yield "It was paused, and is read again."
    for other in brought.others:
        yield f"The page also names: {other.url} {other.title}".rstrip()


def reading(read: Reading) -> Iterator[str]:
    """Yield what came of reading a feed, but for its articles."""
    feed = read.feed
    if feed.failures:
        yield f"Not read: {feed.trouble}"
        if feed.paused:
            yield "It is paused: it failed too often or has ended. Add it again to go on."
        return
    yield f"{plural(len(read.added), 'new article')}."
    for each in read.failed:
        yield f"Not read: {each.link} {each.error}"
    if read.waiting and not feed.trouble:
        yield f"{read.waiting:,} more are read the next time."
    if feed.trouble:
        yield feed.trouble
    if read.unlinked:
        yield f"{read.unlinked:,} without a link were left out."


def summary(feeds: Sequence[Followed]) -> str:
    """Say in a line how all feeds stand: how many, and whether any needs a person."""
    paused = sum(each.paused for each in feeds)
    failing = sum(bool(each.failures) and not each.paused for each in feeds)
    parts = [f"{len(feeds):,} followed" if feeds else "none followed"]
    parts += [f"{paused:,} paused"] if paused else []
    parts += [f"{failing:,} failing"] if failing else []
    return ", ".join(parts)


def _again(failed: Failed) -> str:
    """Say whether an entry is tried again."""
    if failed.left:
        return f"given up after {plural(failed.tries, 'try', 'tries')}; add it by its link"
    return f"tried {_times(failed.tries)}" if failed.tries else "tried again later"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count:,} times"
