"""Told: a sentence of a draft, and what the record says to it. Values only; pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.proof import Place
from bot.proof.failing import SentenceVerdict

Verdict = SentenceVerdict | Literal["unchecked"]


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a draft, as it stands there without its marks and links, and its verdict.

    ``places`` are the articles' sentences that prove it; of one that is not proven, the nearest, if
    any is near. ``held_to`` are the ids of the articles that it cites. ``reason`` says why it is
    not proven, or was not checked. It names an article by its id in braces, since none has a
    number yet. ``quotation`` are the words in marks that fail it, if they do.
    """

    text: str
    verdict: Verdict
    reason: str = ""
    places: tuple[Place, ...] = ()
    held_to: tuple[str, ...] = ()
    quotation: str = ""

    @property
    def fails(self) -> bool:
        """Whether it cites an article that does not have it so."""
        return self.verdict not in ("found", "unchecked")


def numbered(told: Told, numbers: Mapping[str, int]) -> str:
    """Return the reason, with the numbers under which the articles in it are listed."""
    reason = told.reason
    for each in told.held_to:
        reason = reason.replace(f"{{{each}}}", f"[{numbers[each]}]")
    return reason


def unchecked(told: Sequence[Told]) -> Iterator[tuple[int, str]]:
    """Yield how many sentences were not checked, for each reason."""
    reasons = [each.reason for each in told if each.verdict == "unchecked"]
    yield from ((reasons.count(each), each) for each in dict.fromkeys(reasons))
