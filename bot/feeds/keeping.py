"""Keeping: reads every feed whose time has come, until stopped; for a thread of its own."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence

from bot.feeds.patience import Patience, StoppedError
from bot.feeds.reader import FeedReader, Reading
from bot.reading import courier
from bot.settings import Settings
from index.errors import DataBusy, OnRecordError
from index.owner import feeds_turn
from index.record import Record
from index.state import Followed, State

_log = logging.getLogger(__name__)
# How often it looks whether a feed's time has come, in seconds: who adds one need not wait long.
_LOOK = 5.0
# After a failure that is not a feed's it waits so long.
_AFTER_FAILURE = 60.0


def reader(record: Record, state: State, settings: Settings, stop: threading.Event) -> FeedReader:
    """Return what reads feeds as the settings allow, until ``stop`` is set."""
    made = FeedReader(record, state, courier(settings), Patience(stop), settings.feed_minutes)
    if settings.allow_loopback:
        made.pace = 0.0  # a test's own site need not be spared
    return made


def keep(
    record: Record,
    state: State,
    settings: Settings,
    stop: threading.Event,
    tell: Callable[[str], None],
) -> None:
    """Read feeds until ``stop`` is set; ``tell`` is told what an operator should know.

    What fails with a feed is kept with it and tried again, later each time. Nothing is done where
    the settings say that feeds are never read.
    """
    if not settings.feed_minutes:
        return
    pause, at_work = 0.0, None
    while not stop.wait(pause):
        pause = _LOOK
        try:
            due = state.feeds.due(int(time.time()))
            if due:
                # What it learns of sites is kept for the next time.
                at_work = at_work or reader(record, state, settings, stop)
                _read(due, at_work, record, state, tell)
        except StoppedError:
            return
        except DataBusy:
            continue  # a person is just reading them
        except OnRecordError as error:
            tell(str(error))
            pause = _AFTER_FAILURE
        except Exception:  # noqa: BLE001 - else no feed would be read any more, and nobody be told
            _log.exception("Failed to read the feeds")
            pause = _AFTER_FAILURE


def _read(
    due: Sequence[Followed],
    at_work: FeedReader,
    record: Record,
    state: State,
    tell: Callable[[str], None],
) -> None:
    with feeds_turn(record.data):
        for feed in due:
            if state.feeds.is_followed(feed.number):
                _tell(at_work.read(feed), tell)


def _tell(reading: Reading, tell: Callable[[str], None]) -> None:
    feed = reading.feed
    name = feed.title or feed.url
    if feed.paused:
        tell(f"The feed “{name}” is paused: {feed.trouble}")
    elif feed.trouble:
        tell(f"The feed “{name}”: {feed.trouble}")
    if reading.added:
        tell(f"The feed “{name}” brought {len(reading.added):,} new.")
