"""Aside: texts that wait for somebody to say that they may be added. In memory only."""

from __future__ import annotations

import secrets

from bot.chat.courtesy import NotAllowedError
from index.article import Draft

# How long a text waits, in seconds: as long as Discord lets a command be answered.
WAITS = 900.0


class Aside:
    """The texts that wait, each under a word that nobody can guess."""

    def __init__(self) -> None:
        self._drafts: dict[str, tuple[Draft, float]] = {}

    def lay(self, draft: Draft, now: float) -> str:
        """Lay a text aside; return the word for it. ``now`` is in seconds."""
        self._drafts = {word: each for word, each in self._drafts.items() if now < each[1]}
        word = secrets.token_hex(8)
        self._drafts[word] = (draft, now + WAITS)
        return word

    def take(self, word: str) -> Draft:
        """Take a text up again. Raises ``NotAllowedError`` where it is gone."""
        draft, _ = self._drafts.pop(word, (None, 0.0))
        if draft is None:
            raise NotAllowedError(
                "I no longer have that text: too much time has passed, or I was restarted. "
                "Please add it again."
            )
        return draft
