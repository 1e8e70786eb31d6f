"""Aside: what waits until somebody comes back to it. In memory only."""

from __future__ import annotations

import secrets
from typing import Generic, TypeVar

from bot.chat.courtesy import NotAllowedError

Kept = TypeVar("Kept")

# How long it waits, in seconds: as long as Discord lets a command be answered.
WAITS = 900.0


class Aside(Generic[Kept]):
    """What waits, each under a word that nobody can guess."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Kept, float]] = {}

    def lay(self, kept: Kept, now: float) -> str:
        """Lay something aside; return the word for it. ``now`` is in seconds."""
        self._kept = {word: each for word, each in self._kept.items() if now < each[1]}
        word = secrets.token_hex(8)
        self._kept[word] = (kept, now + WAITS)
        return word

    def look(self, word: str) -> Kept:
        """Return it and let it lie. Raises ``NotAllowedError`` where it is gone."""
        if word not in self._kept:
            raise NotAllowedError(
                "I no longer have that text: too much time has passed, or I was restarted. "
                "Please add it again."
            )
        return self._kept[word][0]

    def take(self, word: str) -> Kept:
        """Take it up again. Raises ``NotAllowedError`` where it is gone."""
        kept = self.look(word)
        del self._kept[word]
        return kept
