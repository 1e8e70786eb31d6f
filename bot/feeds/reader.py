"""The reader of feeds: fetches one, and puts its new articles on record, one after the other.

An article is durable before its entry is marked as read. So whatever stops a reading, at worst an
entry is looked at again and found to be on record.
"""

from __future__ import annotations

import datetime
import functools
import logging
import random
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from bot.composing.phrase import plural
from bot.feeds import schedule
from bot.feeds.patience import Patience, Result, StoppedError
from bot.feeds.schedule import Beat
from bot.feeds.sites import Sites, site_of
from bot.reading import is_link
from index.article import Article, Draft, text_hash
from index.corpus import Identity, canonical_url
from index.errors import InputError, NotFetched, NotNow, OnRecordError
from index.intake.feed import Entry
from index.intake.fetch import NO_VERSION, Version
from index.intake.unasked import Brought, Courier
from index.record import Record
from index.state import Followed, State

# The newest that are read at once; what else is new has its turn at the next reading.
MOST_A_READING = 30
# What all feeds of one library may bring in a day.
MOST_A_DAY = 500
# Seconds between two pages of one site; more where it asks for more, up to the latter.
PACE, SLOWEST = 2.0, 60.0
# A reading of one feed ends after so many seconds: other feeds wait for it.
LONGEST_READING = 300.0
_log = logging.getLogger(__name__)
_OUR_MISTAKE = "On Record failed to read it, by a mistake of its own that the log tells of."


@dataclass(frozen=True, slots=True)
class Failure:
    """An entry that could not be read, and why."""

    link: str
    error: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a feed: the feed as it stands now, what was added, what failed.

    ``waiting``: entries that have their turn at the next reading. ``unlinked``: entries without an
    address, of which nothing is read.
    """

    feed: Followed
    added: tuple[Article, ...] = ()
    failed: tuple[Failure, ...] = ()
    waiting: int = 0
    unlinked: int = 0


@dataclass(slots=True)
class _Round:
    """What has come of one reading so far.

    ``put_off``: what its site did not give for now: an entry's key and link, and why.
    """

    feed: Followed
    added: list[Article]
    failed: list[Failure]
    sites: Sites = field(default_factory=Sites)
    put_off: list[tuple[str, str, str]] = field(default_factory=list)


class FeedReader:
    """Reads feeds into a record. For one thread; ``patience`` ends it when it is to stop.

    ``minutes``: how often a feed is read. ``pace``: seconds between two pages of one site.
    """

    def __init__(
        self, record: Record, state: State, courier: Courier, patience: Patience, minutes: int
    ) -> None:
        self._record = record
        self._state = state
        self._courier = courier
        self._patience = patience
        self._minutes = minutes
        self._asked: dict[str, float] = {}
        self.pace = PACE

    def read(
        self, feed: Followed, tell: Callable[[Article], None] = lambda article: None
    ) -> Reading:
        """Read a feed and what is new in it; ``tell`` is told each article as it is added.

        What goes wrong with the feed or an entry is kept with it, a mistake of ours too: others
        have their turn. Raises ``StoppedError``, and ``OnRecordError`` where nothing can be put on
        record.
        """
        beat = Beat(int(time.time()), self._minutes, random.random())  # noqa: S311 - no secret
        try:
            return self._asked_now(feed, beat, tell)
        except (StoppedError, OnRecordError):
            raise
        except Exception:  # noqa: BLE001 - else no other feed would ever have its turn
            _log.exception("Failed to read the feed %s", feed.url)
            as_kept = (one for one in self._state.feeds.followed() if one.number == feed.number)
            return Reading(self._kept(schedule.failed(next(as_kept, feed), beat, _OUR_MISTAKE)))

    def _asked_now(self, feed: Followed, beat: Beat, tell: Callable[[Article], None]) -> Reading:
        version = Version(feed.etag, feed.modified)
        asking = functools.partial(self._courier.feed, feed.url, version)
        try:
            brought = self._fetched(feed.url, asking)
        except InputError as error:
            return Reading(self._kept(_failed(feed, beat, error)))
        if brought is None:
            return Reading(self._kept(schedule.went_well(feed, beat, feed.title, version)))
        return self._read(feed, brought, beat, tell)

    def _read(
        self, feed: Followed, brought: Brought, beat: Beat, tell: Callable[[Article], None]
    ) -> Reading:
        entries = linked(brought.feed.entries)
        new = self._new(feed, entries, beat.now)
        most = min(MOST_A_READING, MOST_A_DAY - self._state.feeds.brought(feed.library, _day()))
        round_ = _Round(feed, [], [])
        waiting = len(new)
        for key in self._turns(round_, {key: entries[key].link for key in new}, most):
            self._entry(round_, key, entries[key], tell)
            waiting -= 1
        self._note_put_off(round_)
        # What failed or waits is looked at again, so the whole feed is wanted the next time.
        version = NO_VERSION if waiting or round_.failed else brought.version
        full = _day_is_full(waiting) if most < MOST_A_READING and waiting else ""
        note = " ".join(filter(None, (full, round_.sites.note())))
        well = schedule.went_well(round_.feed, beat, brought.feed.title, version, note)
        well = schedule.not_before(well, beat, round_.sites.wait)
        unlinked = sum(1 for each in brought.feed.entries if not is_link(each.link))
        kept = self._kept(well)
        return Reading(kept, tuple(round_.added), tuple(round_.failed), waiting, unlinked)

    def _turns(self, round_: _Round, links: Mapping[str, str], most: int) -> Iterator[str]:
        """Yield the entries whose turn it is, for as long as the feed has time and is followed."""
        until = time.monotonic() + LONGEST_READING
        for key, link in links.items():
            if most <= 0 or time.monotonic() > until:
                return
            if not self._state.feeds.is_followed(round_.feed.number):
                return
            if not round_.sites.is_left(link):
                most -= 1
                yield key

    def _new(self, feed: Followed, entries: Iterable[str], now: int) -> list[str]:
        """Return the entries that are still to be read.

        Those that failed before come last and in any order: none keeps the others waiting for ever.
        """
        keys = list(entries)
        settled = self._state.feeds.settled(feed.number, keys, now)
        tried = self._state.feeds.tried(feed.number, keys) - settled
        again = [key for key in keys if key in tried]
        random.shuffle(again)
        return [key for key in keys if key not in settled | tried] + again

    def _entry(
        self, round_: _Round, key: str, entry: Entry, tell: Callable[[Article], None]
    ) -> None:
        """Read one entry, unless it is on record or was taken off it."""
        feed, feeds = round_.feed, self._state.feeds
        if self._record.at(entry.link, feed.library) or feeds.is_taken_off(feed.library, [key]):
            feeds.note_read(feed.number, key, _now())
            return
        try:
            draft = self._fetched(entry.link, functools.partial(self._courier.article, entry))
            if not feeds.is_taken_off(feed.library, _marks(draft)):
                self._add(round_, replace(draft, article_id=None), tell)
        except InputError as error:
            self._note_failure(round_, key, entry, error)
            return
        except (StoppedError, OnRecordError):
            raise
        except Exception:  # noqa: BLE001 - else no later entry would ever have its turn
            _log.exception("Failed to read %s", entry.link)
            self._note_failure(round_, key, entry, InputError(_OUR_MISTAKE))
            return
        round_.sites.answered(entry.link)
        feeds.note_read(feed.number, key, _now())

    def _note_failure(self, round_: _Round, key: str, entry: Entry, error: InputError) -> None:
        round_.failed.append(Failure(entry.link, str(error)))
        if isinstance(error, NotNow):
            round_.sites.failed(entry.link, error)
            round_.put_off.append((key, entry.link, str(error)))
            return
        round_.sites.answered(entry.link)
        number = round_.feed.number
        self._state.feeds.note_failed(number, key, entry.link, str(error), _now())

    def _note_put_off(self, round_: _Round) -> None:
        """Keep what was not given for now; it counts where its site gave others meanwhile."""
        feeds, number = self._state.feeds, round_.feed.number
        for key, link, why in round_.put_off:
            note = feeds.note_failed if round_.sites.failed_alone(link) else feeds.note_put_off
            note(number, key, link, why, _now())

    def _add(self, round_: _Round, draft: Draft, tell: Callable[[Article], None]) -> None:
        saved = self._record.add(draft, round_.feed.library, index=False)
        if saved.known:
            return
        feed, day = round_.feed, _day()
        on_day = feed.on_day + 1 if feed.day == day else 1
        round_.feed = replace(feed, articles=feed.articles + 1, day=day, on_day=on_day)
        self._state.feeds.save(round_.feed)
        round_.added.append(saved.article)
        tell(saved.article)

    def _fetched(self, link: str, asking: Callable[[], Result]) -> Result:
        """Return what the courier brings from a link, when it is its site's turn."""
        self._wait_for_turn(link)
        try:
            return self._patience.do(asking)
        finally:
            self._asked[site_of(link)] = time.monotonic()

    def _wait_for_turn(self, link: str) -> None:
        host = site_of(link)
        if host in self._asked:
            wanted = min(self._courier.delay(link) or 0.0, SLOWEST)
            self._patience.pause_until(self._asked[host] + max(self.pace, wanted))
        self._patience.check()

    def _kept(self, feed: Followed) -> Followed:
        self._state.feeds.save(feed)
        return feed


def linked(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Return the entries with an address, in order, by what is the same however that is written.

    Of entries with one address the first counts.
    """
    found: dict[str, Entry] = {}
    for each in entries:
        key = canonical_url(each.link) if is_link(each.link) else None
        if key:
            found.setdefault(key, each)
    return found


def _failed(feed: Followed, beat: Beat, error: InputError) -> Followed:
    fetched = error if isinstance(error, NotFetched) else None
    status, wait = (fetched.status, fetched.wait) if fetched else (None, None)
    return schedule.failed(feed, beat, str(error), status=status, wait=wait)


def _marks(draft: Draft) -> tuple[str, ...]:
    """Return what an article will be known by."""
    addresses = filter(None, (draft.url, *draft.also_at))
    return Identity.of("", text_hash(draft.text), addresses).marks


def _day_is_full(waiting: int) -> str:
    return (
        f"{plural(waiting, 'article')} wait until tomorrow: all feeds together bring at most "
        f"{MOST_A_DAY} a day."
    )


def _day() -> str:
    return datetime.datetime.now(datetime.UTC).date().isoformat()


def _now() -> int:
    return int(time.time())
