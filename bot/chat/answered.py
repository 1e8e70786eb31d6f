"""Answered: what is kept of answers that were given, for their buttons and for a follow-up.

Everything here blocks for a moment, and belongs into a worker thread.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from bot.chat import context, conversation, courtesy
from bot.chat.conversation import Asked, Keeping, Place
from bot.chat.courtesy import NotAllowedError
from bot.chat.scope import Scope
from bot.composing.answer import Answer, Source
from bot.composing.answer import Place as Shown
from index.article import Article
from index.record import Record
from index.state import Cited, Origin, Posted, Report, State, Thread
from index.statement import Statement

_Write = Callable[[Article, int, int, Sequence[Statement], str | None], str]


class Answered:
    """The answers of the last days. Safe for several threads."""

    def __init__(self, record: Record, state: State, keep_days: int) -> None:
        self._record = record
        self._state = state
        self._keep_days = keep_days

    def following(
        self, asked: Asked, channel: int, *, direct: bool, reply_to: int | None = None
    ) -> Asked:
        """Return a question as one that goes on with a conversation, if it does.

        It does in a thread of ours, in direct messages, and as a reply to an answer that all could
        see (``reply_to``: that message). Else, where everybody asks after their own matter,
        nothing is leant on.
        """
        before = self._answer_in(channel, reply_to)
        if before is None and (direct or self._state.thread(channel)):
            before = self._state.latest(channel, _now())
        answers = self._state.conversation(before, _now()) if before is not None else ()
        if not answers:
            return replace(asked, alone=before is not None)
        questions = tuple(each.question for each in answers)
        return replace(asked, follows=answers[-1].message_id, history=questions)

    def _answer_in(self, channel: int, message: int | None) -> int | None:
        answer = self._state.posted(message, _now()) if message is not None else None
        own = answer is not None and answer.channel_id == channel and not answer.private
        return message if own else None

    def again(self, message: int) -> Asked:
        """Return the question of an answer, to be asked again as it was.

        Raises ``NotAllowedError`` where it, or one that it followed, is past its time.
        """
        self.posted(message)
        return conversation.asked_again(self._state.conversation(message, _now()))

    def origins(self, sources: Iterable[Source]) -> tuple[Origin, ...]:
        """Return where those articles were added that have no link."""
        without = (s.article.article_id for s in sources if not s.article.url)
        return tuple(filter(None, map(self._state.origin, without)))

    def keep(self, asked: Asked, answer: Answer, place: Place, person: int) -> None:
        """Keep what the buttons of an answer that was sent and a follow-up need."""
        keeping = Keeping(self._state.person(person), _now(), self._keep_days)
        self._state.post(conversation.kept(asked, answer, place, keeping))

    def keep_page(self, answer: Answer, shown: Sequence[Shown], place: Place, person: int) -> None:
        """Keep what the buttons under a page of an answer need."""
        keeping = Keeping(self._state.person(person), _now(), self._keep_days)
        self._state.post(conversation.page_kept(answer, shown, place, keeping))

    def posted(self, message: int) -> Posted:
        """Return what is kept of an answer.

        Raises ``NotAllowedError`` where that is past its time.
        """
        found = self._state.posted(message, _now())
        if found is None:
            raise NotAllowedError(courtesy.no_answer(message, _now(), self._keep_days))
        return found

    def keep_thread(self, thread: int, posted: Posted) -> None:
        """Keep that a thread is ours, and which answer it goes on from."""
        self._state.open_thread(Thread(thread, posted.server_id, posted.message_id, _now()))

    def report(
        self, server: int | None, channel: int, message: int, person: int, text: str
    ) -> Report:
        """Keep what somebody says is wrong with an answer."""
        hashed = self._state.person(person)
        return self._state.report(Report(server, channel, message, hashed, text, _now()))

    def picks(self, scope: Scope, posted: Posted) -> list[tuple[int, context.Pick]]:
        """Return the places of an answer that can still be shown, as they are offered."""
        picks = []
        for place, cited in enumerate(posted.cited):
            found = self._cited(scope, cited)
            if not isinstance(found, str):
                article, statements = found
                speaker = _speaker(statements, cited)
                picks.append((place, context.pick(article, cited.start, cited.end, speaker)))
        if not picks:
            raise NotAllowedError(context.REMOVED)
        return picks

    def in_context(
        self, scope: Scope, posted: Posted, place: int, added_in: str | None = None
    ) -> str:
        """Return a place that an answer shows, between its neighbours.

        ``added_in``: the address of the message in which the article was added, if the reader may
        open that.
        """
        return self._shown(scope, posted, place, context.in_context, added_in)

    def for_print(
        self, scope: Scope, posted: Posted, place: int, added_in: str | None = None
    ) -> str:
        """Return a place that an answer shows, as it can be copied. ``added_in`` as above."""
        return self._shown(scope, posted, place, context.for_print, added_in)

    def _shown(
        self, scope: Scope, posted: Posted, place: int, write: _Write, added_in: str | None
    ) -> str:
        cited = posted.cited[place]
        found = self._cited(scope, cited)
        if isinstance(found, str):
            return found
        article, statements = found
        return write(article, cited.start, cited.end, statements, added_in)

    def _cited(self, scope: Scope, cited: Cited) -> tuple[Article, list[Statement]] | str:
        """Return the article of a place with its statements, or why it cannot be shown."""
        stored = self._record.article(cited.article_id)
        if stored is None or stored.library not in scope.libraries:
            return context.REMOVED
        if stored.content_hash != cited.content_hash:
            return context.CHANGED
        statements = self._record.database.statements_in([cited.article_id])
        return stored.article, [each.statement for each in statements]


def _speaker(statements: Iterable[Statement], cited: Cited) -> str | None:
    inside = (each for each in statements if cited.start <= each.start < cited.end)
    return next((each.speaker.name for each in inside), None)


def _now() -> int:
    return int(time.time())
