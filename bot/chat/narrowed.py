"""Narrowed: a desk that holds every answer to some time, or to one outlet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.asking import Desk
from bot.chat.narrowing import Limits, Narrowed, as_named, as_period, described, narrow
from bot.proof import Proved
from index.question import Question
from index.record import Record
from index.search import Found


class NarrowedDesk(Desk):
    """Answers like a desk, within limits if there are any; ``note`` says what they did last."""

    def __init__(self, record: Record, libraries: Sequence[str], limits: Limits) -> None:
        super().__init__(record, libraries)
        self._limits = limits
        self._narrowed: Narrowed | None = None

    def note(self, written: Callable[[str], str]) -> str:
        """Say what the limits left out, in a sentence or two; empty before anything was asked.

        ``written`` writes words of others as the reader's screen wants them.
        """
        return described(self._limits, self._narrowed, written) if self._narrowed else ""

    def _find(self, question: Question, proved: Proved | None = None) -> Found:
        if not self._limits:
            return super()._find(question, proved)
        found = replace(super()._find(self._leaning(question), proved), question=question)
        articles = self._articles({hit.article_id for hit in found.hits})
        standing = tuple(hit for hit in found.hits if hit.article_id in articles)
        self._narrowed = narrow(replace(found, hits=standing), articles, self._limits)
        return self._narrowed.found

    def _leaning(self, question: Question) -> Question:
        """Let a question of facts lean towards what it is held to, so that this is found first."""
        if question.kind != "fact" or question.periods or question.outlets:
            return question
        outlets, period = as_named(self._limits, self._outlets), as_period(self._limits)
        return replace(question, outlets=outlets, periods=period)
