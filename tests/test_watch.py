"""The owner of the data looks for changes: at once after work, rarely where there is none."""

from __future__ import annotations

import threading
import time

import pytest

from index.record.values import Levelled
from index.record.watch import watch

EVERY = 0.01
LOOKING = 0.02


class Pauses(threading.Event):
    """An event that is set at the third wait, and keeps how long each wait was to be."""

    def __init__(self) -> None:
        super().__init__()
        self.lengths: list[float] = []

    def wait(self, timeout: float | None = None) -> bool:
        """Wait for no time at all."""
        self.lengths.append(timeout or 0.0)
        return len(self.lengths) == 3


@pytest.mark.parametrize(
    ("found", "waits"),
    [
        pytest.param(Levelled(1, 0, 0, 0), False, id="an article was read"),
        pytest.param(Levelled(0, 1, 0, 0), False, id="an article was dropped"),
        pytest.param(Levelled(0, 0, 0, 0), True, id="nothing"),
        pytest.param(Levelled(0, 0, 3, 0), True, id="only what cannot be read, as before"),
    ],
)
def test_only_a_look_in_vain_is_followed_by_a_longer_pause(found: Levelled, waits: bool) -> None:
    """Reading takes long; what came in meanwhile must not wait many times as long."""
    stop = Pauses()

    def look() -> Levelled:
        time.sleep(LOOKING)
        return found

    watch(look, lambda _: None, stop, EVERY)

    assert [waits, waits] == [pause > LOOKING for pause in stop.lengths[1:]]
