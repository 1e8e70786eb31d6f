"""Workers: threads for what blocks, so that the connection to Discord never waits."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")

# Searching is work for one processor at a time: with two threads everybody waits longer, the
# connection to Discord among them (tests/bench/stalls.py).
DESKS = 1
# Somebody else's site may take its time; others' links do not wait for one slow site.
ERRANDS = 3


class Workers:
    """Four kinds of work that do not wait for each other."""

    def __init__(self) -> None:
        self._at_desks = ThreadPoolExecutor(DESKS, thread_name_prefix="desk")
        self._at_counter = ThreadPoolExecutor(1, thread_name_prefix="counter")
        self._at_archive = ThreadPoolExecutor(1, thread_name_prefix="archive")
        self._at_door = ThreadPoolExecutor(ERRANDS, thread_name_prefix="errand")

    async def work(
        self, function: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs
    ) -> Result:
        """Do in a worker thread what takes a while: searching and composing an answer."""
        return await done_in(self._at_desks, functools.partial(function, *args, **kwargs))

    async def look(
        self, function: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs
    ) -> Result:
        """Do in a worker thread what is quick, without waiting for anybody's question."""
        return await done_in(self._at_counter, functools.partial(function, *args, **kwargs))

    async def write(
        self, function: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs
    ) -> Result:
        """Do in a worker thread what changes the record, one change at a time."""
        return await done_in(self._at_archive, functools.partial(function, *args, **kwargs))

    async def fetch(
        self, function: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs
    ) -> Result:
        """Do in a worker thread what waits for somebody else's site."""
        return await done_in(self._at_door, functools.partial(function, *args, **kwargs))

    def close(self) -> None:
        """Let the running work finish; nothing new is begun."""
        for workers in (self._at_desks, self._at_counter, self._at_archive, self._at_door):
            workers.shutdown(wait=True, cancel_futures=True)


async def done_in(workers: ThreadPoolExecutor, call: Callable[[], Result]) -> Result:
    """Return what a call in one of these threads returns."""
    return await asyncio.get_running_loop().run_in_executor(workers, call)
