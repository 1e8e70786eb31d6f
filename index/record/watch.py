"""Watching: the owner of the data looks for changes again and again."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from index.errors import OnRecordError
from index.record.values import Levelled, Notice

# Looking in vain takes at most one part in so many of the owner's time, however large the corpus.
_IDLE_SHARE = 20


def watch(
    look: Callable[[], Levelled], notice: Notice, stop: threading.Event, every: float
) -> None:
    """Call ``look`` every so many seconds until ``stop`` is set.

    Where a look found work, the next one is due at once: more may have come in meanwhile, and
    whoever handed it in waits for it.
    An error that a person can cure is told once, however often it comes back, and never ends it.
    """
    pause, told = every, ""
    while not stop.wait(pause):
        start, worked = time.monotonic(), False
        try:
            found = look()
            told = ""
            worked = bool(found.indexed or found.dropped)
        except OnRecordError as error:
            if str(error) != told:
                notice(str(error))
            told = str(error)
        idle = 0.0 if worked else _IDLE_SHARE * (time.monotonic() - start)
        pause = max(every, idle)
