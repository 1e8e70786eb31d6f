"""Patience: waiting for somebody else's site, and ending at once when told to stop."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")
# How often it looks whether it is to stop, in seconds.
_LOOK = 0.1


class StoppedError(Exception):
    """It was told to stop."""


class Patience:
    """Waits for what a site does, until ``stop`` is set; then it raises ``StoppedError``."""

    def __init__(self, stop: threading.Event) -> None:
        self._stop = stop

    def do(self, call: Callable[[], Result]) -> Result:
        """Return what a call returns, or raise what it raises.

        It has a thread of its own, which is left where it is when it is to stop: it must change
        nothing that outlasts it.
        """
        results: list[Result] = []
        errors: list[Exception] = []
        done = threading.Event()

        def run() -> None:
            try:
                results.append(call())
            except Exception as error:  # noqa: BLE001 - it is raised again where it is waited for
                errors.append(error)
            finally:
                done.set()

        threading.Thread(target=run, daemon=True, name="courier").start()
        while not done.wait(_LOOK):
            self.check()
        if errors:
            raise errors[0]
        return results[0]

    def pause_until(self, moment: float) -> None:
        """Wait until a moment of ``time.monotonic``."""
        if self._stop.wait(max(0.0, moment - time.monotonic())):
            raise StoppedError

    def check(self) -> None:
        """Raise ``StoppedError`` where it is to stop."""
        if self._stop.is_set():
            raise StoppedError
