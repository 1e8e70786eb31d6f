"""Allowance: how many questions one person may ask in a minute. Pure, but for what it remembers.

Nothing of it is stored: it begins anew with the bot.
"""

from __future__ import annotations

from collections import deque

MINUTE = 60.0
# Past this many persons those who asked nothing within the last minute are forgotten.
_MANY = 1_000


class Allowance:
    """Counts each person's questions over the last sixty seconds."""

    def __init__(self, a_minute: int) -> None:
        self.most = a_minute
        self._asked: dict[int, deque[float]] = {}

    def take(self, person: int, now: float) -> float | None:
        """Take one question; None when it is allowed, else the seconds until the next one is.

        ``now`` is in seconds on a clock that never goes back. A refused question does not count.
        """
        self._forget(now)
        times = self._asked.setdefault(person, deque())
        while times and now - times[0] >= MINUTE:
            times.popleft()
        if len(times) >= self.most:
            return MINUTE - (now - times[0])
        times.append(now)
        return None

    @property
    def remembered(self) -> int:
        """How many persons' questions are remembered."""
        return len(self._asked)

    def _forget(self, now: float) -> None:
        if len(self._asked) > _MANY:
            recent = self._asked.items()
            self._asked = {
                person: times for person, times in recent if times and now - times[-1] < MINUTE
            }


def wait_sentence(seconds: float, a_minute: int) -> str:
    """Say kindly that a person has to wait, and for how long."""
    whole = max(1, round(seconds))
    unit = "second" if whole == 1 else "seconds"
    return (
        f"That is {a_minute} questions within a minute, which is as many as I take from one "
        f"person. Ask again in {whole} {unit}, please."
    )
