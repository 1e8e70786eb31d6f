"""Collector: what stays in memory is kept out of Python's garbage collection."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator

# It looks through what is new each time that so many objects came; Python's own 700 come many
# times in an answer.
_NEW = 10_000


@contextlib.contextmanager
def set_aside() -> Iterator[None]:
    """Set what is in memory aside from garbage collection, and give it back in the end.

    The collector holds everything still while it looks through what is in memory: a seventh of a
    second for the libraries alone. What is set aside it does not look through.
    """
    before = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(_NEW, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
