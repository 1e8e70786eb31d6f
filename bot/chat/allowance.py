"""Allowance: how much one person may ask of the bot in a minute. Pure, but for what it remembers.

Nothing of it is stored: it begins anew with the bot.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from bot.composing.phrase import plural

MINUTE = 60.0
# Past this many persons those who asked nothing within the last minute are forgotten.
_MANY = 1_000


# A button is pressed more often than a question is asked, by so many times.
_PRESSES = 3
# A report is written by hand and read by people.
_REPORTS = 3


class Allowance:
    """Counts what each person asks for over the last sixty seconds.

    ``a_minute`` is how often it may be, ``noun`` what it is: one "question".
    """

    def __init__(self, a_minute: int, noun: str = "question") -> None:
        self.most = a_minute
        self.noun = noun
        self._asked: dict[int, deque[float]] = {}

    def take(self, person: int, now: float) -> float | None:
        """Take one; None when it is allowed, else the seconds until the next one is.

        ``now`` is in seconds on a clock that never goes back. What is refused does not count.
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
        """How many persons are remembered."""
        return len(self._asked)

    def _forget(self, now: float) -> None:
        if len(self._asked) > _MANY:
            recent = self._asked.items()
            self._asked = {
                person: times for person, times in recent if times and now - times[-1] < MINUTE
            }


@dataclass(frozen=True, slots=True)
class Allowances:
    """What one person may ask for in a minute, each kind counted by itself."""

    questions: Allowance
    presses: Allowance
    reports: Allowance

    @classmethod
    def of(cls, questions_a_minute: int) -> Allowances:
        """Return the allowances for so many questions."""
        return cls(
            Allowance(questions_a_minute),
            Allowance(questions_a_minute * _PRESSES, "button"),
            Allowance(_REPORTS, "report"),
        )


def wait_sentence(seconds: float, allowed: Allowance) -> str:
    """Say kindly that a person has to wait, and for how long."""
    much = plural(allowed.most, allowed.noun)
    verb = "is" if allowed.most == 1 else "are"
    wait = plural(max(1, round(seconds)), "second")
    return (
        f"{much} in a minute {verb} as many as I take from one person. Try again in {wait}, please."
    )
