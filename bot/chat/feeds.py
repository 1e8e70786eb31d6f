"""The feeds of servers: followed and listed for each of them apart; their names in memory.

``choices`` reads memory and never waits; all else blocks, and is done in a worker thread.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.asking import HOUSE
from bot.chat import choosing, feed_card
from bot.chat.choosing import Choice
from bot.feeds import following, told
from bot.feeds.following import Following
from bot.reading import courier
from bot.settings import Settings
from index.state import Followed, State

_LEFT = "The bot is not in this server."


class ServerFeeds:
    """What servers follow. Safe for several threads."""

    def __init__(self, state: State, settings: Settings) -> None:
        self._state = state
        self._settings = settings
        self._choices: dict[int, tuple[Choice, ...]] = {}

    @property
    def minutes(self) -> int:
        """Every how many minutes feeds are read; 0: never."""
        return self._settings.feed_minutes

    def follow(self, server: int, link: str) -> Following:
        """Follow a feed for a server. Raises as ``following.follow`` does."""
        followed = following.follow(self._state, courier(self._settings), str(server), link)
        self.prepare(server)
        return followed

    def unfollow(self, server: int, asked: str) -> Followed:
        """Follow a feed of a server no more. Raises ``FeedError`` where it has no such one."""
        gone = following.unfollow(self._state, str(server), asked)
        self.prepare(server)
        return gone

    def pause_all_but(self, servers: Iterable[int]) -> None:
        """Read no feeds for servers that the bot has left while it did not run."""
        here = {*HOUSE, *map(str, servers)}
        for feed in self._state.feeds.followed():
            if feed.library not in here and not feed.paused:
                self._state.feeds.save(replace(feed, paused=True, trouble=_LEFT))

    def pages(self, server: int) -> tuple[str, ...]:
        """Return the list of a server's feeds, as messages that fit."""
        feeds = self._state.feeds
        followed = feeds.followed(str(server))
        return feed_card.listing([(each, feeds.failed(each.number)) for each in followed])

    def summary(self, server: int | None) -> str:
        """Say in a line how a server's feeds stand; nothing where none is followed."""
        followed = self._state.feeds.followed(str(server)) if server is not None else ()
        return told.summary(followed) if followed else ""

    def choices(self, server: int, typed: str) -> list[Choice]:
        """Return the feeds of a server whose names have words that begin as typed."""
        return choosing.matching(self._choices.get(server, ()), typed)

    def prepare(self, server: int) -> None:
        """Read into memory what a server follows."""
        self._choices[server] = feed_card.choices(self._state.feeds.followed(str(server)))
