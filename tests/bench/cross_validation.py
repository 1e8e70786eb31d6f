"""Cross-validate the weights of search: `python tests/bench/cross_validation.py DATA WORK`.

DATA holds the folders ``news_quiz``, ``multihop`` and ``follow_up``. The weights that search ranks
by were chosen on these questions, so what it reaches on them may flatter it. Here the questions are
parted into five folds; for each fold the weights are chosen anew on the other four, out of the
shipped ones and others drawn at random around them, and read on the fold that they were not chosen
on. One choice serves all three sets, as in the product.

Printed for each set: the shipped weights, and the weights chosen on other folds, each figure with
the interval that 95 of 100 draws of questions give; then which weights each fold chose. How far
the second line lies below the first is what choosing on the same questions flatters by.
"""

from __future__ import annotations

import random
import statistics
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import follow_up
import multihop
import news_quiz
from searching import KeptEmbedder, Values, opened, parser, row

from bot.asking import Desk
from index.search import passages, rank, setting, wordings

FOLDS = 5
# Each weight: where it stands, and the values that are tried.
WEIGHTS: dict[str, tuple[Any, Sequence[float]]] = {
    "DENSE": (rank, (0.4, 0.475, 0.55, 0.625, 0.7)),
    "CLAUSE": (passages, (0.0, 0.25, 0.5, 0.75, 1.0)),
    "OPENING": (passages, (0.0, 0.05, 0.1)),
    "OF_ONE_ARTICLE": (passages, (1, 2, 3)),
    "TURNS": (passages, (1, 2, 3)),
    "TALK": (wordings, (0.25, 0.5, 0.75)),
    "OUTLET": (setting, (0.15, 0.3, 0.45)),
    "PERIOD": (setting, (0.15, 0.3, 0.45)),
    "BESIDE": (setting, (0.0, 0.35, 0.7, 1.0)),
    "RECENT": (setting, (0.1, 0.2, 0.3, 0.4)),
}
# What is to be high in each set, when weights are chosen.
AIMS = {
    "news_quiz": ("nDCG@10", "Hits@1"),
    "multihop": ("AllEvidence@10", "Hits@4"),
    "follow_up": ("nDCG@10", "Hits@1"),
}
Setting = dict[str, float]
Scores = dict[str, float]


@dataclass(frozen=True)
class Set:
    """One set of questions; each is a function that asks it and returns what it comes to."""

    name: str
    questions: Sequence[Callable[[], Scores]]


def main() -> int:
    """Try every setting on every question, choose fold by fold, print the tables."""
    arguments = parser(__doc__ or "")
    arguments.add_argument("--drawn", type=int, default=16, help="how many settings are tried")
    options = arguments.parse_args()
    tried = settings(options.drawn)
    with ExitStack() as stack:
        sets = [
            stack.enter_context(_opened(name, options.data / name, options.work, options.every))
            for name in AIMS
        ]
        reached = [_measured(setting_, sets) for setting_ in tried]
    chosen = [_best(reached, fold) for fold in range(FOLDS)]
    for name in AIMS:
        print(f"{name}\n  {row('shipped', _values(reached[0][name]))}")
        print(f"  {row('held out', _values(_held_out(name, reached, chosen)))}")
    for fold, number in enumerate(chosen, start=1):
        print(f"fold {fold} chose", _told(tried[number]))
    return 0


def shipped() -> Setting:
    """Return the weights that search ranks by."""
    return {name: getattr(home, name) for name, (home, _) in WEIGHTS.items()}


def settings(count: int) -> list[Setting]:
    """Return the shipped weights, and others drawn at random; the same ones at every run."""
    chance = random.Random(2026)
    drawn = [
        {name: chance.choice(values) for name, (_, values) in WEIGHTS.items()}
        for _ in range(count - 1)
    ]
    return [shipped(), *drawn]


@contextmanager
def weighed(setting_: Mapping[str, float]) -> Iterator[None]:
    """Let search rank by other weights for a while."""
    before = shipped()
    try:
        for name, value in setting_.items():
            setattr(WEIGHTS[name][0], name, value)
        yield
    finally:
        for name, value in before.items():
            setattr(WEIGHTS[name][0], name, value)


@contextmanager
def _opened(name: str, data: Path, work: Path, every: int) -> Iterator[Set]:
    bench: Any = {"news_quiz": news_quiz, "multihop": multihop, "follow_up": follow_up}[name]
    drafts, questions = bench.load(data)
    with opened(work / name, KeptEmbedder(work / "vectors.sqlite"), drafts) as (record, names):
        more = (names, drafts) if name == "follow_up" else (names,)
        asks = partial(bench.ranked_by_us, record, Desk(record))
        yield Set(name, [partial(asks, each, *more) for each in questions[::every]])


def _measured(setting_: Setting, sets: Sequence[Set]) -> dict[str, list[Scores]]:
    with weighed(setting_):
        found = {each.name: [ask() for ask in each.questions] for each in sets}
    answerable = {name: [scores for scores in each if scores] for name, each in found.items()}
    print(_told(setting_), _aims(answerable), file=sys.stderr, flush=True)
    return answerable


def _told(setting_: Mapping[str, float]) -> str:
    return " ".join(f"{name}={value:g}" for name, value in setting_.items())


def _aims(reached: Mapping[str, Sequence[Scores]]) -> str:
    return "  ".join(
        f"{name} " + " ".join(f"{statistics.fmean(s[m] for s in reached[name]):.3f}" for m in aims)
        for name, aims in AIMS.items()
    )


def _best(reached: Sequence[dict[str, list[Scores]]], fold: int) -> int:
    """Return the number of the setting that is best on all folds but one."""

    def aim(number: int) -> float:
        return statistics.fmean(
            statistics.fmean(
                scores[measure]
                for question, scores in enumerate(reached[number][name])
                if question % FOLDS != fold
            )
            for name, measures in AIMS.items()
            for measure in measures
        )

    return max(range(len(reached)), key=lambda number: (aim(number), -number))


def _held_out(
    name: str, reached: Sequence[dict[str, list[Scores]]], chosen: Sequence[int]
) -> list[Scores]:
    """Return for each question what the weights reach that were chosen without it."""
    count = len(reached[0][name])
    return [reached[chosen[question % FOLDS]][name][question] for question in range(count)]


def _values(scores: Sequence[Scores]) -> Values:
    return {measure: [each[measure] for each in scores] for measure in scores[0]}


if __name__ == "__main__":
    sys.exit(main())
