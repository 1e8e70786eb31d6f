"""Newsdesk: where the bot's audiences ask, each at its own desk, and where answers are written.

``settings`` and ``writes`` read memory and never wait; all else blocks, and is done in a worker
thread.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence

from bot.asking import Desk
from bot.chat import standing
from bot.chat.conversation import Asked, Told
from bot.chat.lists import Libraries
from bot.chat.markdown import shown
from bot.chat.narrowed import NarrowedDesk
from bot.chat.scope import Scope
from bot.chat.standing import Written
from bot.chat.workers import Workers
from bot.chat.writers import Writers
from bot.composing.answer import Answer
from bot.drafts.checked import Checked
from bot.drafts.copydesk import CopyDesk
from bot.writer.evidence import WIDELY, evidence_first
from bot.writer.rewritten import rewritten
from bot.writer.writing import Writer
from index.record import Record
from index.state import ServerSettings, State


class Newsdesk(Workers):
    """A desk for each audience, and what the managers of each server have set."""

    def __init__(self, record: Record, state: State, writer: Writer | None = None) -> None:
        super().__init__()
        self.record = record
        self.state = state
        self.writers = Writers(writer, state)
        self._desks: dict[Libraries, Desk] = {}
        self._copydesks: dict[Libraries, CopyDesk] = {}
        # Read before anybody can ask: a server that answers privately does so from the first.
        self._servers = {each.server_id: each for each in state.servers()}

    def settings(self, server: int) -> ServerSettings:
        """Return what the managers of a server have set, from memory."""
        return self._servers.get(server) or ServerSettings(server)

    def save_settings(self, settings: ServerSettings) -> None:
        """Keep what the managers of a server have set."""
        self.state.save_server(settings)
        self._servers[settings.server_id] = settings

    def today(self, server: int | None) -> datetime.date:
        """Return the day that it is in a server, or in a direct message (None)."""
        name = self.settings(server).time_zone if server else standing.UTC
        return datetime.datetime.now(standing.zone(name)).date()

    def desk(self, scope: Scope) -> Desk:
        """Return the desk at which an audience asks."""
        desk = self._desks.get(scope.libraries)
        if desk is None:
            desk = self._desks[scope.libraries] = Desk(self.record, scope.libraries)
        return desk

    def answer(self, scope: Scope, asked: Asked) -> Told:
        """Answer a question from what an audience may see."""
        return self._answers(scope, asked, (asked.most,))[0]

    def answers(self, scope: Scope, asked: Asked) -> tuple[Told, Answer | None]:
        """Answer a question, and once more with enough for the model to choose from, if it may.

        None where no model is to write; what one wrote of it before stands above the answer as far
        as it still holds. Either way it is searched once.
        """
        if not self._may_write(scope, asked):
            again = self._rewritten if asked.wrote else self.answer
            return again(scope, asked), None
        told, wide = self._answers(scope, asked, (asked.most, WIDELY))
        return told, wide.answer if told.answer.outcome == "quoted" else None

    def _answers(self, scope: Scope, asked: Asked, mosts: Sequence[int]) -> list[Told]:
        if asked.limits:
            narrowed = NarrowedDesk(self.record, scope.libraries, asked.limits)
            found = _ask(narrowed, asked, mosts)
            note = narrowed.note(lambda name: shown(name, 100))
            return [Told(each, note) for each in found]
        return [Told(each) for each in _ask(self.desk(scope), asked, mosts)]

    def _rewritten(self, scope: Scope, asked: Asked) -> Told:
        """Answer again, with what a model wrote before as far as that still holds."""
        told, wide = self._answers(scope, asked, (asked.most, WIDELY))
        if told.answer.outcome != "quoted":
            return told
        wrote = [(each.text, each.article_ids) for each in asked.wrote]
        sources = self.desk(scope).cited(wide.answer)
        answer = rewritten(wide.answer, wrote, sources, asked.model)
        if not answer.prose:
            return told
        return dataclasses.replace(told, answer=evidence_first(answer, asked.most))

    def check(self, scope: Scope, draft: str) -> Checked:
        """Check the words of a draft against what an audience may see."""
        desk = self._copydesks.get(scope.libraries)
        if desk is None:
            desk = self._copydesks[scope.libraries] = CopyDesk(self.record, scope.libraries)
        return desk.check(draft)

    def _may_write(self, scope: Scope, asked: Asked) -> bool:
        return not asked.verbatim and not asked.person and self.writes(scope.server)

    def writes(self, server: int | None) -> bool:
        """Tell whether a model writes answers in a server, or in direct messages (None)."""
        chosen = server is None or self.settings(server).written
        return self.writers.writer is not None and chosen

    def written(self, server: int | None) -> Written | None:
        """Return what the model wrote today in a server, or directly; None without a model."""
        use, writer = self.writers.use(server), self.writers.writer
        if use is None or writer is None:
            return None
        here = self.writes(server)
        return Written(self.writers.name, here, use, writer.most_tokens)

    def renew(self) -> None:
        """Take up that the index has changed."""
        self._desks = {}
        self._copydesks = {}

    def close(self) -> None:
        """Let the running work finish; nothing new is begun."""
        self.writers.close()
        super().close()


def _ask(desk: Desk, asked: Asked, mosts: Sequence[int]) -> list[Answer]:
    if asked.person:
        return [desk.who(asked.person, asked.topic, most, oldest=asked.oldest) for most in mosts]
    question = desk.read(asked.question, asked.history, asked.asked_on)
    if asked.meant:
        question = desk.named(question, asked.meant, asked.history)
    return desk.answers(question, mosts, oldest=asked.oldest)
