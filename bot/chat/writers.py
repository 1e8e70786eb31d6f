"""Writers: answers that a model writes, each in a thread of its own kind, and what is to be seen.

Nobody waits for a writer: where all of them write already, the answer comes without the model.
"""

from __future__ import annotations

import dataclasses
import functools
import logging
import secrets
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from bot.chat.courtesy import NotAllowedError
from bot.chat.workers import done_in
from bot.composing.answer import Answer, Prose
from bot.composing.compose import MOST_BLOCKS
from bot.writer.evidence import evidence_first
from bot.writer.meter import Meter, Use
from bot.writer.nearness import is_here
from bot.writer.writing import Sources, Writer
from index.errors import OnRecordError
from index.state import State

_log = logging.getLogger(__name__)
# Most of their time they wait for the model's server.
MOST = 8
# Questions in direct messages are counted under a number that is no server's.
DIRECT = 1
BUSY = "The model is writing as many answers as it may. This is the answer without it."
_FAILED = "Something went wrong while the model wrote. This is the answer without it."
_STOPPED = "Stopped writing. This is the answer without it."
NOT_YOURS = "Only whoever asked can stop this answer from being written."
DONE = "That answer is no longer being written."


@dataclass
class Writing:
    """An answer that is being written: for whom, how far it is, and whether to stop.

    ``told`` are the sentences proven so far and how many were looked at.
    """

    person: int
    word: str
    stop: threading.Event = field(default_factory=threading.Event)
    told: tuple[Sequence[Prose], int] = ((), 0)

    def grown(self, proven: Sequence[Prose], checked: int) -> None:
        """Take what has been proven since; called in the thread that proves."""
        self.told = tuple(proven), checked


class Writers:
    """The model's answers under way. Without a ``writer`` there are none."""

    def __init__(self, writer: Writer | None, state: State) -> None:
        self._writer = writer
        self._state = state
        self._running: dict[str, Writing] = {}
        self._threads = ThreadPoolExecutor(MOST, thread_name_prefix="writer")

    @property
    def writer(self) -> Writer | None:
        """The model that writes, with its limits; None where none is configured."""
        return self._writer

    @property
    def name(self) -> str:
        """The model and the server that it is on; empty where none is configured."""
        model = self._writer.model if self._writer else None
        return f"{model.name} at {model.server}" if model else ""

    @property
    def abroad(self) -> str | None:
        """The server that questions are sent to, where it is not this machine."""
        server = self._writer.model.server if self._writer else None
        return None if server is None or is_here(server) else server

    def use(self, server: int | None) -> Use | None:
        """Return what was asked of the model today, in a server or directly (None)."""
        return self._for(server).use() if self._writer else None

    def begin(self, person: int) -> Writing | None:
        """Return a new writing for a person; None where as many as may be are under way."""
        if self._writer is None or len(self._running) >= MOST:
            return None
        writing = Writing(person, secrets.token_hex(8))
        self._running[writing.word] = writing
        return writing

    async def write(
        self, writing: Writing, answer: Answer, sources: Sources, server: int | None
    ) -> Answer:
        """Return an answer in prose, or the same with a note that says why there is none.

        It may be a wide one: beneath the prose no more than is usual is shown of it.
        """
        assert self._writer is not None
        writer = dataclasses.replace(self._writer, meter=self._for(server))
        write = functools.partial(
            writer.write, answer, sources, writing.grown, cancelled=writing.stop
        )
        try:
            shown = await done_in(self._threads, write)
            if shown.prose and writing.stop.is_set():
                return dataclasses.replace(answer, note=_STOPPED)
            return evidence_first(shown, MOST_BLOCKS) if shown.prose else shown
        except OnRecordError as error:
            _log.warning("No answer was written: %s", error)
        except Exception:  # noqa: BLE001 - whatever the model did, there is an answer without it
            _log.exception("Failed while the model wrote")
        return dataclasses.replace(answer, note=_FAILED)

    def stop(self, word: str, person: int) -> None:
        """Stop a writing. Raises ``NotAllowedError`` for another's, and for one that is done."""
        writing = self._running.get(word)
        if writing is None:
            raise NotAllowedError(DONE)
        if writing.person != person:
            raise NotAllowedError(NOT_YOURS)
        writing.stop.set()

    def end(self, writing: Writing) -> None:
        """Forget a writing; whatever may still go on of it is stopped."""
        writing.stop.set()
        self._running.pop(writing.word, None)

    def stop_all(self) -> None:
        """Stop every writing, so that all who asked are answered before the bot stops."""
        for writing in self._running.values():
            writing.stop.set()

    def close(self) -> None:
        """Stop every writing, and let its thread finish."""
        self.stop_all()
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _for(self, server: int | None) -> Meter:
        own = self._writer.meter if self._writer else None
        return Meter(self._state, own.most if own else 0, server or DIRECT)
