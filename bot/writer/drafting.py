"""Drafting: a draft is proven sentence by sentence, while it is still being written. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.proof import Cited, ProvedSentence, citation, prove_sentence

# An answer is two or three sentences; more than this is not looked at.
MOST_SENTENCES = 6
# A draft is read again only once a mark that may end a sentence has come.
_ENDS = re.compile(r"[.!?…]")
_NUMBERED = re.compile(r"^\s*(\d{1,2})[.)]\s+(\S.*)$", re.MULTILINE)
# What has been proven so far, in order, and how many sentences were looked at.
Grown = Callable[[Sequence[ProvedSentence], int], None]


@dataclass
class Drafting:
    """The sentences of a draft that have been looked at, in order."""

    sources: Sequence[Cited]
    grown: Grown
    seen: list[ProvedSentence] = field(default_factory=list)
    _heard: int = 0

    def hear(self, text: str) -> None:
        """Take a draft as far as it has come; its last sentence may still go on."""
        if len(self.seen) < MOST_SENTENCES and _ENDS.search(text, self._heard):
            self._heard = len(text)
            self._take(text, unfinished=1)

    def end(self, text: str) -> None:
        """Take a draft that is whole."""
        self._take(text, unfinished=0)

    @property
    def proven(self) -> list[ProvedSentence]:
        """What may be shown."""
        return [each for each in self.seen if each.is_proven]

    @property
    def failing(self) -> list[ProvedSentence]:
        """What may not."""
        return [each for each in self.seen if not each.is_proven]

    def mend(self, text: str) -> None:
        """Take the failing sentences written again: each on a line with its number, from 1 on."""
        failing = [place for place, each in enumerate(self.seen) if not each.is_proven]
        for number, line in _NUMBERED.findall(text):
            if 0 < int(number) <= len(failing):
                place = failing[int(number) - 1]
                again = [prove_sentence(each, self.sources) for each in citation.read(line)]
                if again and all(each.is_proven for each in again):
                    self.seen[place : place + 1] = again[:1]
        self.grown(self.proven, len(self.seen))

    def _take(self, text: str, unfinished: int) -> None:
        read = citation.read(text)
        finished = read[: len(read) - unfinished][:MOST_SENTENCES]
        for each in finished[len(self.seen) :]:
            self.seen.append(prove_sentence(each, self.sources))
            self.grown(self.proven, len(self.seen))
