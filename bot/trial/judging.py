"""Judging: how the answer to one of a team's questions fares against what they expect. Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from bot.composing.answer import Answer
from bot.trial.questions import Trial, folded

DEPTH = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """How a question fared: None for what was not asked of it.

    ``ndcg``: the normalised discounted cumulative gain of the ten nearest articles, 0 to 1: 1
    where all that are expected stand in front, less the lower they stand. ``first`` and ``ten``:
    an expected article is the first, or among the ten nearest. ``words``: all expected words stand
    in the statements shown. ``answered``: it was not refused, as it should not be. ``refused``: it
    was, as it should be.
    """

    ask: str
    ndcg: float | None = None
    first: bool | None = None
    ten: bool | None = None
    words: bool | None = None
    answered: bool | None = None
    refused: bool | None = None


MEASURES = {
    "ndcg": "nDCG@10 of expected articles",
    "first": "expected article first",
    "ten": "expected article among ten",
    "words": "expected words shown",
    "answered": "answered as expected",
    "refused": "refused as expected",
}


def judge(trial: Trial, answer: Answer, found: Sequence[tuple[str, str]]) -> Judged:
    """Judge an answer; ``found`` are (id, headline) of the nearest articles, best first."""
    wanted = {folded(each) for each in trial.articles}
    here = [bool({folded(one) for one in each} & wanted) for each in found[:DEPTH]]
    shown = folded(" ".join(block.text for block in answer.blocks))
    refused = answer.outcome == "not_on_record"
    return Judged(
        trial.key,
        ndcg=_ndcg(here, len(wanted)) if wanted else None,
        first=any(here[:1]) if wanted else None,
        ten=any(here) if wanted else None,
        words=all(folded(each) in shown for each in trial.words) if trial.words else None,
        answered=None if trial.refuse else not refused,
        refused=refused if trial.refuse else None,
    )


def _ndcg(here: Sequence[bool], wanted: int) -> float:
    """Return the gain over that of the best order; two articles of one headline count once."""
    worth = [1 / math.log2(place + 2) for place in range(DEPTH)]
    gain = sum(value for value, is_wanted in zip(worth, here, strict=False) if is_wanted)
    return min(1.0, gain / sum(worth[:wanted]))
