"""What resolution may look at: the article, and who has spoken in it so far. Value only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from index.speech.cast import Cast
from index.speech.reading import Sentence
from index.speech.unnamed import Unnamed
from index.statement import Speaker


@dataclass(frozen=True, slots=True)
class Resolved:
    """A speaker, and whether the evidence was thin.

    ``unnamed`` where one person has no name; ``others`` who spoke together with the speaker.
    """

    speaker: Speaker
    weak: bool = False
    unnamed: Unnamed | None = None
    others: tuple[Resolved, ...] = ()


@dataclass(slots=True)
class Memory:
    """Who has spoken so far in the article, sentence by sentence: the only state of a reading."""

    spoken: dict[int, list[Resolved]] = field(default_factory=dict)
    told_of: dict[int, list[Resolved]] = field(default_factory=dict)

    def note(
        self,
        sentence: int,
        resolved: Resolved,
        *,
        in_passing: bool = False,
        told_of: bool = False,
    ) -> None:
        """Remember that somebody spoke in a sentence.

        ``in_passing``: "according to Ann Roe"; ``told_of``: Roe in "Poe said Roe had warned her".
        """
        here = self.spoken.setdefault(sentence, [])
        here.insert(0 if in_passing else len(here), resolved)
        if told_of:
            self.told_of.setdefault(sentence, []).append(resolved)

    def last_in(self, sentence: int) -> list[Resolved]:
        """List the speakers of one sentence, the last first."""
        return self.spoken.get(sentence, [])[::-1]

    def going_on_from(self, sentence: int) -> list[Resolved]:
        """List who may speak on behind a sentence, the likeliest first: tellers, then others."""
        others = self.told_of.get(sentence, [])
        return sorted(self.last_in(sentence), key=lambda one: one in others)


@dataclass(frozen=True, slots=True)
class Article:
    """What resolution may look at."""

    text: str
    sentences: Sequence[Sentence]
    cast: Cast
