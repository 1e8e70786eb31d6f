"""Upkeep: what keeps a bureau in order while it serves, in threads of its own."""

from __future__ import annotations

import contextlib
import logging
import threading
import time

from bot.chat import handed
from bot.chat.bureau import Bureau
from bot.chat.scope import Scope
from bot.feeds import keeping
from index.errors import InputError, OnRecordError

_log = logging.getLogger(__name__)

# The owner looks for changed articles every second, and at most a twentieth of its time.
_LEVEL_EVERY = 1.0
_IDLE_SHARE = 20
# Many new articles are read so many seconds at a time, so that stopping never waits for all.
_LEVEL_SECONDS = 5.0
# What is kept for a day is gone a minute later.
_PURGE_EVERY = 60.0
# After a failure nobody foresaw it waits so long, rather than fill the log.
_AFTER_FAILURE = 60.0
_A_PAGE = b"<html><body><h1>A page</h1><p>The mayor said that it was open.</p></body></html>"


def warm_up(bureau: Bureau) -> None:
    """Load what the first question would otherwise wait for."""
    bureau.desk(Scope(None, house=True)).search("What was said?")
    with contextlib.suppress(InputError):
        handed.of_file("page.html", _A_PAGE)


def keep(bureau: Bureau, stop: threading.Event) -> None:
    """Keep all in order until ``stop`` is set; for a thread of its own.

    The index is kept level with the articles, the lists with the index, and what is past its time
    is deleted. What fails is told in the log, and tried again.
    """
    pause, purge_at = 0.0, 0.0
    while not stop.wait(pause):
        started = time.monotonic()
        left, least = 0, _LEVEL_EVERY
        try:
            left = _level(bureau)
            if started >= purge_at:
                bureau.state.purge(int(time.time()), bureau.keep_days)
                purge_at = started + _PURGE_EVERY
        except OnRecordError as error:
            _log.error("%s", error)
        except Exception:  # noqa: BLE001 - else no new article would be read, and nobody be told
            _log.exception("Failed to keep the index level")
            least = _AFTER_FAILURE
        spent = time.monotonic() - started
        pause = 0.0 if left else max(least, _IDLE_SHARE * spent)


def read_feeds(bureau: Bureau, stop: threading.Event) -> None:
    """Read the feeds of all servers and the house until ``stop`` is set; for a thread of its own.

    What they bring is put on record; ``keep`` takes it up.
    """
    keeping.keep(bureau.record, bureau.state, bureau.operators, stop, _log.info)


def _level(bureau: Bureau) -> int:
    """Read some of the articles that wait to be read; return how many are left."""
    levelled = bureau.record.level(_LEVEL_SECONDS)
    if levelled.changed:
        bureau.changed()
    bureau.lists.refresh()
    return levelled.left
