"""Meter: how much a model has written today, and how much it may."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from index.state import ModelUse, State

# The terminal's questions are counted under a number that is no server's.
TERMINAL = 0


@dataclass(frozen=True, slots=True)
class Use:
    """What was asked of a model in a day, out of at most so many questions.

    ``guessed`` of the tokens are an estimate, about four characters to one: the model's server did
    not tell, or has not yet.
    """

    questions: int
    tokens: int
    guessed: int
    most: int

    @property
    def told(self) -> str:
        """The tokens in words, marked where they are not exact: "about 1,200"."""
        return f"{'about ' if self.guessed else ''}{self.tokens:,}"


@dataclass
class Bill:
    """What one question to a model costs. ``taken``: the model's server took it."""

    day: str = ""
    reserved: int = 0
    taken: bool = False
    tokens: int = 0
    guessed: int = 0

    def add(self, told: int | None, at_most: int) -> None:
        """Add what one answer took: as the server told, else what it can have been at most."""
        self.taken = True
        self.tokens += at_most if told is None else told
        self.guessed += at_most if told is None else 0


@dataclass(frozen=True)
class Meter:
    """Counts the questions of one server, or of the terminal, in ``state.db``. Days are UTC's.

    Every method raises ``StateError``.
    """

    state: State
    most: int
    server: int = TERMINAL

    def use(self) -> Use:
        """Return what was asked today."""
        use = self.state.model_use(_today(), self.server)
        return Use(use.questions, use.tokens, use.guessed, self.most)

    def begin(self, tokens: int) -> Bill | None:
        """Count a question before it is put, with so many tokens; None where it is one too many."""
        day = _today()
        if self.state.begin_model_use(day, self.server, tokens, self.most):
            return Bill(day, tokens)
        return None

    def end(self, bill: Bill) -> None:
        """Count what a question really cost; one that the model never took is not counted."""
        used = ModelUse(int(bill.taken), bill.tokens, bill.guessed)
        self.state.end_model_use(bill.day, self.server, bill.reserved, used)


def _today() -> str:
    return datetime.datetime.now(datetime.UTC).date().isoformat()
