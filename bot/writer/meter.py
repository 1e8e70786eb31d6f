"""Meter: how much a model has written today, and how much it may."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from index.state import State

# The terminal's questions are counted under a number that is no server's.
TERMINAL = 0


@dataclass(frozen=True, slots=True)
class Use:
    """What was asked of a model in a day, out of at most so many questions.

    ``tokens`` are counted from characters, about four to one.
    """

    questions: int
    tokens: int
    most: int

    @property
    def is_spent(self) -> bool:
        """Whether no further question may be put to it today."""
        return self.questions >= self.most


@dataclass(frozen=True)
class Meter:
    """Counts the questions of one server, or of the terminal, in ``state.db``. Days are UTC's."""

    state: State
    most: int
    server: int = TERMINAL

    def use(self) -> Use:
        """Return what was asked today. Raises ``StateError``."""
        return Use(*self.state.model_use(_today(), self.server), self.most)

    def count(self, tokens: int) -> None:
        """Count one question, and about how many tokens went to and fro. Raises ``StateError``."""
        self.state.count_model_use(_today(), self.server, tokens)


def _today() -> str:
    return datetime.datetime.now(datetime.UTC).date().isoformat()
