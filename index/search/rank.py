"""How near a passage, a statement or a sentence is to a question. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from index.word import coverage

# The weight of meaning against words in the ranking of passages; 0.3 to 0.5 measured best.
DENSE = 0.4
# What it is worth that a sentence holds a thing of the asked kind, in units of the score.
FITTING = 0.15


@dataclass(frozen=True, slots=True)
class Closeness:
    """How near a statement is to the topic, each part 0 to 1.

    ``own``: the share of the topic's words that stand in the statement's sentence. ``around``:
    the share that stands in its passage or headline. ``meaning``: the cosine between the question
    and the sentence or its passage. ``fits``: it holds a thing of the kind that is asked for.
    """

    own: float
    around: float
    meaning: float
    fits: bool = False

    @property
    def score(self) -> float:
        """One figure to rank by: what a statement itself says counts more than its company."""
        return 0.3 * self.own + 0.25 * self.around + 0.45 * self.meaning + FITTING * self.fits


def hybrid(meaning: Mapping[str, float], words: Mapping[str, float]) -> dict[str, float]:
    """Join two rankings into one score from 0 to 1: a weighted sum of scaled scores.

    Each ranking is scaled to its own least and greatest score (weighted score fusion; measured
    above reciprocal rank fusion and above both parents). What a ranking lacks counts 0.
    """
    near, same = _scaled(meaning), _scaled(words)
    return {
        each: DENSE * near.get(each, 0.0) + (1 - DENSE) * same.get(each, 0.0)
        for each in near.keys() | same.keys()
    }


def closeness(
    topic: Iterable[str],
    own: frozenset[str],
    around: frozenset[str],
    meaning: float,
) -> Closeness:
    """Measure a statement against the stems of a topic."""
    wanted = list(topic)
    return Closeness(
        own=coverage(wanted, own),
        around=coverage(wanted, own | around),
        meaning=max(0.0, meaning),
    )


def _scaled(scores: Mapping[str, float]) -> dict[str, float]:
    if not scores:
        return {}
    least, greatest = min(scores.values()), max(scores.values())
    spread = greatest - least
    # A floor under the scale: the last of a list is still nearer than what is not in it.
    return {
        each: 0.1 + 0.9 * (score - least) / spread if spread else 1.0
        for each, score in scores.items()
    }
