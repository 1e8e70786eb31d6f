"""Writing: a question put to a model, its draft proven, what fails asked for once more."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from bot.composing import phrase
from bot.composing.answer import Answer, Prose
from bot.proof import Cited
from bot.writer.brief import Brief, Limits, brief
from bot.writer.drafting import Drafting
from bot.writer.meter import Bill
from bot.writer.rounds import Rounds
from bot.writer.written import written
from index.errors import ModelError, StateError

if TYPE_CHECKING:
    from bot.writer.meter import Meter
    from bot.writer.model import Model

_log = logging.getLogger(__name__)
# Enough for a word, also where a model thinks before it speaks.
_GREETING_TOKENS = 64
_UNPROVEN = "None of what the model wrote could be proven, so none of it is shown."
_WITHOUT = "This is the answer without it."


# The proven sentences so far, in order, and how many were looked at.
Grown = Callable[[Sequence[Prose], int], None]


class Sources(Protocol):
    """Where the articles of an answer are read, to prove sentences by them."""

    def cited(self, answer: Answer) -> Sequence[Cited]:
        """Return the sources of an answer, with who said what in them."""


@dataclass(frozen=True)
class Writer:
    """Writes answers with a model. What cannot be proven is never shown."""

    model: Model
    limits: Limits
    meter: Meter | None = None

    @property
    def most_tokens(self) -> int:
        """About how many tokens a question may cost: what is given, and two answers."""
        return self.limits.tokens + 2 * self.limits.answer_tokens

    def close(self) -> None:
        """Close what the meter counts in."""
        if self.meter:
            self.meter.state.close()

    def greet(self) -> None:
        """Ask the model for one word, to see whether it answers. Raises ``ModelError``."""
        from bot.writer.model import Message

        asked = [Message("user", "Answer with the word yes.")]
        if not self.model.hear(asked, self.limits.seconds, _GREETING_TOKENS).text.strip():
            raise ModelError("The model answered nothing.")

    def write(
        self,
        answer: Answer,
        sources: Sources,
        grown: Grown = lambda proven, seen: None,
        cancelled: threading.Event | None = None,
    ) -> Answer:
        """Return an answer in prose, or the same answer with a note that says why there is none.

        Only what was found is written of. ``grown`` is told of every sentence that was looked at.
        """
        if answer.outcome != "quoted":
            return answer
        given = brief(answer, self.limits)
        try:
            bill = self._begin(given)
        except StateError as error:  # what cannot be counted is not asked
            _log.warning("No question to %s could be counted: %s", self.model.name, error)
            return replace(answer, note=f"{error} {_WITHOUT}")
        if bill is None:
            return replace(answer, note=f"{_spent(self.meter)} {_WITHOUT}")
        rounds = Rounds(self.model, self.limits, bill, cancelled or threading.Event())
        try:
            return self._written(answer, given, sources, grown, rounds)
        finally:
            self._end(bill)

    def _begin(self, given: Brief) -> Bill | None:
        return self.meter.begin(given.tokens + self.limits.answer_tokens) if self.meter else Bill()

    def _end(self, bill: Bill) -> None:
        try:
            if self.meter:
                self.meter.end(bill)
        except StateError as error:  # what was reserved stays counted; the answer is shown
            _log.warning("What %s used could not be counted: %s", self.model.name, error)

    def _written(
        self, answer: Answer, given: Brief, sources: Sources, grown: Grown, rounds: Rounds
    ) -> Answer:
        cited = [each for each in sources.cited(answer) if each.number in given.numbers]
        drafting = Drafting(
            cited, lambda proven, seen: grown(written(answer, proven, "").prose, seen)
        )
        try:
            rounds.draft(given, drafting)
        except ModelError as error:
            _log.warning("No answer was written by %s: %s", self.model.name, error)
            return replace(answer, note=f"{error} {_WITHOUT}")
        if not drafting.proven:
            _log.warning("Nothing that %s wrote was proven: %s", self.model.name, _told(drafting))
            return replace(answer, note=f"{_UNPROVEN} {_WITHOUT}")
        shown = written(answer, drafting.proven, self.model.name)
        took = round((time.monotonic() - rounds.started) * 1000)
        return replace(shown, took_ms=answer.took_ms + took)


def _spent(meter: Meter | None) -> str:
    """Say that the day's questions are used up."""
    asked = phrase.plural(meter.most if meter else 0, "question")
    return (
        f"The model has been asked {asked} today, and may be "
        "asked no more (ON_RECORD_MODEL_QUESTIONS_A_DAY)."
    )


def _told(drafting: Drafting) -> str:
    return "; ".join(each.reason for each in drafting.failing) or "it wrote nothing"
