"""Why a sentence of a draft is not proven. Values only; pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.proof.verdict import Verdict

# "uncited": the sentence cites nothing, or a source that there is not.
SentenceVerdict = Verdict | Literal["uncited"]


@dataclass(frozen=True, slots=True)
class Failing:
    """The verdict, and the reason as a sentence for whoever wrote the draft.

    ``of_form``: what stops the proof is how the sentence is written (it names no speaker, holds a
    link); what it tells was not judged. ``quotation``: the words in marks that stop it, if any do.
    """

    verdict: SentenceVerdict
    reason: str
    of_form: bool = False
    quotation: str = ""
