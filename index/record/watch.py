"""Watching: the owner of the data looks for changes again and again."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from index.errors import OnRecordError
from index.record.values import Notice

# Looking takes at most one part in so many of the owner's time, however large the corpus.
_IDLE_SHARE = 20


def watch(look: Callable[[], object], notice: Notice, stop: threading.Event, every: float) -> None:
    """Call ``look`` every so many seconds until ``stop`` is set.

    An error that a person can cure is told once, however often it comes back, and never ends it.
    """
    pause, told = every, ""
    while not stop.wait(pause):
        start = time.monotonic()
        try:
            look()
            told = ""
        except OnRecordError as error:
            if str(error) != told:
                notice(str(error))
            told = str(error)
        pause = max(every, _IDLE_SHARE * (time.monotonic() - start))
