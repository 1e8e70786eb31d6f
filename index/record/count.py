"""Counting the articles that can be searched and those that wait, as seldom as is honest.

In a corpus of thousands, looking at every file takes longer than finding an answer. A file that
comes or goes changes the time of its folder, and what is taken up changes the state of the index:
where neither has changed, the last count holds. Writing over a file where it lies changes neither,
so no count holds for longer than ten seconds. That says how many wait, and no more: whether an
article may be shown is looked up each time.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from index.corpus import Corpus
from index.database import Database
from index.record.values import Tally

# So long a count holds at most.
MOMENT = 10.0
# Two changes of a folder in so short a time may bear the same time: a coarse clock of the system's.
_SAME_TIME_NS = 1_000_000_000


@dataclass(frozen=True, slots=True)
class _Counted:
    seen: tuple[object, ...]
    until: float
    tally: Tally


class Counter:
    """Counts the articles of some libraries. ``clock`` gives seconds that never go back."""

    def __init__(self, corpus: Corpus, clock: Callable[[], float] = time.monotonic) -> None:
        self._corpus = corpus
        self._clock = clock
        self._counted: dict[tuple[str, ...], _Counted] = {}

    def tally(self, database: Database, libraries: Iterable[str]) -> Tally:
        """Count the files of some libraries that are in the index as they stand, and the others."""
        searched = tuple(libraries)
        until, times = self._clock() + MOMENT, self._corpus.changed(searched)
        seen = (database, database.state(), times)
        last = self._counted.get(searched)
        if last and last.seen == seen and self._clock() < last.until:
            return last.tally
        found = tally(self._corpus, database, searched)
        if time.time_ns() - max(times, default=0) > _SAME_TIME_NS:
            self._counted[searched] = _Counted(seen, until, found)
        return found


def tally(corpus: Corpus, database: Database, libraries: Sequence[str]) -> Tally:
    """Count anew, looking at every file."""
    files = {stamp for each in libraries for stamp in corpus.stamps(each)}
    unknown = files - database.files()
    noted = (one.stamp for one in database.unreadable())
    refused = {(stamp.file, stamp.mtime_ns, stamp.size) for stamp in noted}
    return Tally(searched=len(files) - len(unknown), waiting=len(unknown - refused))
