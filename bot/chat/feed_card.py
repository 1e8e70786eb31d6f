"""Feed card: the feeds of a server as Discord messages. Pure.

Feeds name themselves, and sites what goes wrong: all of it is made harmless here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.chat import choosing
from bot.chat.card import pages
from bot.chat.choosing import Choice
from bot.chat.markdown import bold, is_address, length, plain, shown, small
from bot.feeds import told
from bot.feeds.following import Following
from bot.linking.link import LONGEST_LINK
from index.intake.unasked import Brought
from index.people.names import words
from index.state import Failed, Followed

AUDIENCE = "Everyone in this server will find what it brings."
NONE = f"{told.NONE_FOLLOWED} Add one: /feed add"
NAME, TROUBLE = 120, 300
# So many other feeds of a page are named.
MOST_OTHERS = 3


def added(following: Following, minutes: int) -> str:
    """Say what came of adding a feed; it is read every so many ``minutes``, 0: never."""
    feed = harmless(following.feed)
    brought = following.brought and _harmless_brought(following.brought)
    said = told.followed(replace(following, feed=feed, brought=brought), _next(minutes))
    already = "Followed already" if brought is None else "Followed"
    head = (bold(f"{already}: {feed.title}"), _address(following.feed.url))
    # Of what a page also names, as much as fits.
    return next(pages([*head, *said, small(AUDIENCE)]))


def removed(feed: Followed) -> str:
    """Say that a feed is followed no more, and that its articles stay."""
    return f"{bold(f'Not followed any more: {harmless(feed).title}')}\n{told.STAYS}"


def listing(followed: Sequence[tuple[Followed, Sequence[Failed]]]) -> tuple[str, ...]:
    """Return the list of feeds as messages that fit; at least one."""
    if not followed:
        return (NONE,)
    return tuple(pages([line for feed, failed in followed for line in _row(feed, failed)]))


def choices(followed: Iterable[Followed]) -> tuple[Choice, ...]:
    """Return feeds as choices while somebody types."""
    return tuple(map(_choice, followed))


def harmless(feed: Followed) -> Followed:
    """Return a feed whose name and trouble are as shown in Discord."""
    name = shown(feed.title or feed.url, NAME)
    return replace(feed, title=name, trouble=shown(feed.trouble, TROUBLE))


def _row(feed: Followed, failed: Sequence[Failed]) -> Iterator[str]:
    safe = harmless(feed)
    yield bold(f"{feed.number}. {safe.title}")
    yield _address(feed.url)
    yield from told.standing(safe, _when)
    yield from told.unread([_harmless_failed(each) for each in failed])


def _choice(feed: Followed) -> Choice:
    label = plain(f"{feed.number}. {feed.title or feed.url}", choosing.LONGEST)
    return Choice(label, str(feed.number), tuple(words(f"{feed.number} {feed.title}")))


def _harmless_failed(failed: Failed) -> Failed:
    return replace(failed, link=shown(failed.link), trouble=shown(failed.trouble, TROUBLE))


def _harmless_brought(brought: Brought) -> Brought:
    others = tuple(
        replace(each, url=shown(each.url), title=shown(each.title, NAME))
        for each in brought.others[:MOST_OTHERS]
    )
    return replace(brought, url=_address(brought.url), others=others)


def _next(minutes: int) -> str:
    if not minutes:
        return "Whoever runs On Record has set that feeds are read by hand only."
    return f"I read it in a moment, and then every {minutes:,} minutes."


def _address(url: str) -> str:
    fits = is_address(url) and length(url) <= LONGEST_LINK
    return f"<{url}>" if fits else "its link is too long for Discord"


def _when(moment: int) -> str:
    """Return a moment as Discord shows it to each reader in their own time: "an hour ago"."""
    return f"<t:{moment}:R>"
