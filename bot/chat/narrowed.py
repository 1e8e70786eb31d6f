"""Narrowed: a desk that holds every answer to some time, or to one outlet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.asking import Desk
from bot.chat.narrowing import Limits, Narrowed, described, narrow
from bot.proof import Proved
from index.question import Question
from index.record import Record
from index.search import Found


class NarrowedDesk(Desk):
    """Answers like a desk, within limits. For one question; ``note`` says what they did."""

    def __init__(self, record: Record, libraries: Sequence[str], limits: Limits) -> None:
        super().__init__(record, libraries)
        self._limits = limits
        self._narrowed: Narrowed | None = None

    @property
    def note(self) -> str:
        """What the limits left out, in a sentence; empty before anything was asked."""
        return described(self._limits, self._narrowed) if self._narrowed else ""

    def _find(self, question: Question, proved: Proved | None = None) -> Found:
        found = super()._find(question, proved)
        articles = self._articles({hit.article_id for hit in found.hits})
        standing = tuple(hit for hit in found.hits if hit.article_id in articles)
        self._narrowed = narrow(replace(found, hits=standing), articles, self._limits)
        return self._narrowed.found
