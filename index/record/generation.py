"""Generations: the index is made anew beside the old one, and a pointer says which one answers.

``derived/<number>/`` holds ``index.db`` and ``chroma/``; the file ``derived/current`` holds the
number. The pointer is replaced in one step, so at every moment there is one whole index.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from index.database import has_current_tables
from index.disk import write_durably


@dataclass(frozen=True, slots=True)
class Generation:
    """One making of the index and the folder that it lies in."""

    folder: Path

    @property
    def name(self) -> str:
        """The number by which the pointer names it."""
        return self.folder.name

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.folder / "index.db"

    @property
    def chroma(self) -> Path:
        """The folder that Chroma keeps its files in."""
        return self.folder / "chroma"


class Generations:
    """All generations in a ``derived`` folder. Only the owner of the data may change them."""

    def __init__(self, derived: Path) -> None:
        self._derived = derived
        self._pointer = derived / "current"

    def current(self) -> Generation | None:
        """Return the generation that answers, or None where none can be read."""
        try:
            name = self._pointer.read_text(encoding="ascii").strip()
        except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError):
            return None
        generation = Generation(self._derived / name)
        if not name.isdecimal() or not has_current_tables(generation.database):
            return None
        return generation

    def new(self) -> Generation:
        """Return an unused generation; its folder is made by whoever fills it."""
        used = [int(folder.name) for folder in self._folders()]
        return Generation(self._derived / f"{max(used, default=0) + 1:04}")

    def point_to(self, generation: Generation) -> None:
        """Let a generation answer from now on, also after the power fails."""
        write_durably(self._pointer, f"{generation.name}\n".encode("ascii"))

    def remove_others(self, keep: Generation) -> None:
        """Delete every generation but one: replaced ones, and those that were never finished."""
        for folder in self._folders():
            if folder != keep.folder:
                shutil.rmtree(folder, ignore_errors=True)

    def _folders(self) -> list[Path]:
        if not self._derived.is_dir():
            return []
        return [one for one in self._derived.iterdir() if one.is_dir() and one.name.isdecimal()]
