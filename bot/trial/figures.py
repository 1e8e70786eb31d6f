"""Figures: what the answers to a team's questions come to, how sure that is, and what fell. Pure.

Few questions say little: beside each figure stands where it would lie for 95 of 100 sets of as many
questions of the same kind (Wilson's interval of a share, which is not taken for certain where all
pass; no other measure between 0 and 1 spreads wider than a share of the same mean).
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.trial.judging import MEASURES, Judged

# 95 of 100 lie within so many standard deviations.
_WITHIN = statistics.NormalDist().inv_cdf(0.975)


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure over some questions, 0 to 1, with its interval.

    ``passed`` counts those that pass, of ``held`` that are held to it; None where it is no share.
    """

    measure: str
    value: float
    low: float
    high: float
    passed: int | None
    held: int


def figures(judged: Iterable[Judged]) -> list[Figure]:
    """Return a figure for each measure that any of the questions is held to."""
    every = list(judged)
    return [_figure(name, values) for name in MEASURES if (values := _values(every, name))]


def kept_figures(judged: Iterable[Judged], before: Mapping[str, Judged]) -> dict[str, float]:
    """Return for each measure what the same questions came to in the last run."""
    last = [before[each.ask] for each in judged if each.ask in before]
    return {name: statistics.fmean(values) for name in MEASURES if (values := _values(last, name))}


def worse(judged: Iterable[Judged], before: Mapping[str, Judged]) -> Iterator[tuple[str, str]]:
    """Return (question, what got worse) where a question fares worse than in the last run."""
    for each in judged:
        last = before.get(each.ask)
        if last is None:
            continue
        fallen = [name for name in MEASURES if _fell(getattr(last, name), getattr(each, name))]
        # Where an expected article is no more first or found, that says it plainer.
        plainer = {"first", "ten"} & set(fallen)
        for name in fallen:
            if name != "ndcg":
                yield each.ask, f"{MEASURES[name]}: no longer"
            elif not plainer:
                yield each.ask, f"{MEASURES[name]}: {last.ndcg:.2f}, now {each.ndcg:.2f}"


def _values(judged: Iterable[Judged], name: str) -> list[float]:
    return [value for each in judged if (value := getattr(each, name)) is not None]


def _fell(before: float | None, now: float | None) -> bool:
    return before is not None and now is not None and now < before - 1e-9


def _figure(name: str, values: Sequence[float]) -> Figure:
    mean, held = statistics.fmean(values), len(values)
    passed = None if name == "ndcg" else round(sum(values))
    return Figure(name, mean, *_interval(mean, held), passed, held)


def _interval(mean: float, held: int) -> tuple[float, float]:
    spread = _WITHIN**2 / held
    middle = mean + spread / 2
    reach = _WITHIN * math.sqrt(mean * (1 - mean) / held + (_WITHIN / (2 * held)) ** 2)
    low, high = ((middle + side * reach) / (1 + spread) for side in (-1, 1))
    return max(0.0, low), min(1.0, high)
