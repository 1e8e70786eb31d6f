"""Collector: what stays in memory is kept out of Python's garbage collection."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def set_aside() -> Iterator[None]:
    """Set what is in memory aside from garbage collection, and give it back in the end.

    The collector holds everything still while it looks through what is in memory: a seventh of a
    second for the libraries alone. What is set aside it does not look through.
    """
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
