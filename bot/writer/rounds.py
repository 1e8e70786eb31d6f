"""Rounds: a draft is heard and proven; what fails is asked for once more, within one limit."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.proof import ProvedSentence, citation
from bot.writer.brief import Brief, Limits, tokens_of
from bot.writer.drafting import Drafting
from bot.writer.meter import Bill
from bot.writer.prompts import prompt
from index.errors import ModelError, ModelUnreached

if TYPE_CHECKING:
    from bot.writer.model import Message, Model

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Rounds:
    """The conversation with a model about one question, of two rounds at most.

    ``bill`` takes what each round cost. What both are given is no longer than the limit of tokens,
    and both end within the limit of seconds, counted from when this was made.
    """

    model: Model
    limits: Limits
    bill: Bill
    cancelled: threading.Event
    started: float = field(default_factory=time.monotonic)

    def draft(self, given: Brief, drafting: Drafting) -> None:
        """Let the model write. Raises ``ModelError`` where the first round brings no answer."""
        from bot.writer.model import Message

        asked = [Message("system", given.rules), Message("user", given.question)]
        text = self._hear(asked, drafting)
        drafting.end(text)
        if not drafting.failing:
            return
        asked += [Message("assistant", text), Message("user", _again(drafting.failing))]
        if self._left <= 0 or given.tokens + _size(asked) > self.limits.tokens:
            return
        try:
            drafting.mend(self._hear(asked))
        except ModelError as error:
            # What was proven of the first draft stands by itself.
            _log.warning("%s did not write again: %s", self.model.name, error)

    @property
    def _left(self) -> float:
        return self.limits.seconds - (time.monotonic() - self.started)

    def _hear(self, asked: Sequence[Message], drafting: Drafting | None = None) -> str:
        at_most = _size(asked) + self.limits.answer_tokens
        follow = drafting.hear if drafting else _unheard
        try:
            heard = self.model.hear(
                asked, self._left, self.limits.answer_tokens, follow, self.cancelled
            )
        except ModelUnreached:
            raise
        except Exception:
            # It broke off: what it had taken by then is not told.
            self.bill.add(None, at_most)
            raise
        self.bill.add(heard.tokens, at_most)
        return heard.text


def _unheard(text: str) -> None:
    """Show nothing while the second round is written: its sentences replace those of the first."""


def _size(asked: Sequence[Message]) -> int:
    return sum(tokens_of(each.text) for each in asked)


def _again(failing: Sequence[ProvedSentence]) -> str:
    """Return the failing sentences, numbered, each with the reason."""
    lines = (
        f"{number}. {citation.written(each.text, each.numbers)}\n   ({each.reason})"
        for number, each in enumerate(failing, start=1)
    )
    return prompt("again", sentences="\n".join(lines))
