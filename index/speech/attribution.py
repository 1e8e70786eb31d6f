"""Attribution: a cue, its speaker, and the pieces of the sentence that were said. Value only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from index.speech.cue import Cue
from index.speech.phrase import Source
from index.speech.pieces import Range

Position = Literal["before", "after", "around"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue, its speaker, and the pieces that were said (ranges, both ends inclusive).

    ``joint`` are others who said the same with the speaker. ``inherited`` marks a speaker taken
    over from an earlier cue or from the sentence's subject. ``awaits``: the
    sentence ends in "said:", and the words stand in the next one. ``hearer`` is whom it was told
    to.
    """

    cue: Cue
    source: Source
    content: tuple[Range, ...]
    position: Position
    inherited: bool = False
    awaits: bool = False
    hearer: Range | None = None
    joint: tuple[Source, ...] = ()
