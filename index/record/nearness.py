"""Nearness: keeps Chroma level with the database, and never opens a folder that may be damaged.

The database's note "seal" describes Chroma's files as the last writing left them. It is taken
away, on the disk, before the first write and put back when all is applied; so a process that was
killed in between leaves none, and the next owner makes the folder again from the stored vectors.
"""

from __future__ import annotations

import shutil
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from index.database import Database
from index.errors import DerivedIndexError
from index.record.values import Notice
from index.vectors import BATCH, ChromaIndex, is_sealed, seal

if TYPE_CHECKING:
    import numpy as np

_SEAL = "chroma seal"
_WRITING = "writing"
_DELETED = "chroma deletions"
# Chroma keeps the room of what is deleted; past this many, and more than are left, it is remade.
_MANY_DELETED = 1000


class Nearness:
    """The Chroma folder of one generation, in the process that owns the data."""

    def __init__(self, database: Database, folder: Path, notice: Notice) -> None:
        self._database = database
        self._folder = folder
        self._notice = notice
        self._chroma: ChromaIndex | None = None
        # Held while Chroma is opened, asked, written to or closed.
        self._turn = threading.Lock()
        self._damaged = False
        self._inspect()

    @property
    def ready(self) -> bool:
        """Whether Chroma can be asked: whole, and level with the database."""
        return not self._damaged and not self._database.unsent()

    def nearest(self, vector: np.ndarray, k: int) -> list[tuple[str, float]] | None:
        """Return the nearest passages as Chroma knows them; None when it cannot be asked now."""
        if not self._turn.acquire(blocking=False):
            return None
        try:
            if not self.ready:
                return None
            return self._opened().nearest(vector, k)
        except DerivedIndexError as error:
            self._give_up(str(error))
            return None
        finally:
            self._turn.release()

    def count(self) -> int | None:
        """Return how many passages Chroma holds; None when it cannot be asked now."""
        with self._turn:
            if self._damaged:
                return None
            try:
                return self._opened().count()
            except DerivedIndexError as error:
                self._give_up(str(error))
                return None

    def bring_level(self) -> None:
        """Send Chroma what the outbox holds; make its folder again where it is not whole."""
        with self._turn:
            if self.ready:
                return
            try:
                self._write()
            except DerivedIndexError as error:
                self._give_up(str(error))

    def remake(self) -> None:
        """Throw the folder away, and make it again from the stored vectors."""
        with self._turn:
            self._damaged = True
            self._write()

    def close(self) -> None:
        """Let go of the folder."""
        with self._turn:
            self._close()

    def _inspect(self) -> None:
        described = self._database.note(_SEAL)
        if described is None and not self._folder.exists():
            # A new generation: there is nothing yet to be whole.
            return
        if described is None and not self._database.counts()[1]:
            # A question was asked before anything was added: nothing is lost, nothing to tell.
            self._damaged = True
            return
        if not is_sealed(self._folder, described):
            self._give_up(
                "was not finished by the last process that wrote it"
                if described == _WRITING
                else "is not there as it was left"
            )

    def _give_up(self, why: str) -> None:
        self._damaged = True
        self._close()
        self._notice(
            f"The vector index (Chroma) {why}. It is made again from the stored vectors; "
            "until then every passage is compared, with the same results."
        )

    def _opened(self) -> ChromaIndex:
        if self._chroma is None:
            self._chroma = ChromaIndex(self._folder)
            held, stored = self._chroma.count(), self._database.counts()[1]
            if not self._database.unsent() and held != stored:
                raise DerivedIndexError(f"holds {held} passages, the database {stored}")
        return self._chroma

    def _write(self) -> None:
        self._database.set_note(_SEAL, _WRITING)
        if self._damaged or self._worn():
            self._start_again()
        chroma = self._opened()
        while entries := self._database.outbox(BATCH):
            self._send(chroma, list(dict.fromkeys(one for _, one in entries)))
            self._database.sent(number for number, _ in entries)
        self._settle(chroma)

    def _send(self, chroma: ChromaIndex, passage_ids: list[str]) -> None:
        here, vectors = self._database.vectors_of(passage_ids)
        chroma.upsert(here, vectors)
        gone = sorted(set(passage_ids) - set(here))
        if gone:
            chroma.delete(gone)
            self._database.set_note(_DELETED, str(self._deleted() + len(gone)))

    def _settle(self, chroma: ChromaIndex) -> None:
        """Have everything applied, then seal: from here on a kill does no harm.

        Chroma writes its index files while it applies what it was sent, at the latest when it is
        asked the next time; asking and closing change no file after that.
        """
        ids, vectors = self._database.sample()
        if ids:
            chroma.nearest(vectors[0], 1)
        self._database.set_note(_SEAL, seal(self._folder))

    def _start_again(self) -> None:
        self._close()
        shutil.rmtree(self._folder, ignore_errors=True)
        self._database.send_all()
        self._database.set_note(_DELETED, "0")
        self._damaged = False

    def _worn(self) -> bool:
        return self._deleted() > max(_MANY_DELETED, self._database.counts()[1])

    def _deleted(self) -> int:
        return int(self._database.note(_DELETED) or 0)

    def _close(self) -> None:
        if self._chroma is not None:
            self._chroma.close()
            self._chroma = None
