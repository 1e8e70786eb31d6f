"""How near a passage, a statement or a sentence is to a question. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.word import coverage

# A figure for each of some passages.
Figures = NDArray[np.float64]

# The weight of meaning against words in the ranking of passages, chosen on other questions than it
# is read on (`tests/bench/cross_validation.py`).
DENSE = 0.625
# Cosines nearer to each other than that are not stretched: of few passages, all may be as near.
APART = 0.25
# What it is worth that a sentence holds a thing of the asked kind, in units of the score.
FITTING = 0.25
# What it costs that a place only tells where somebody stands: their own words come first.
TOLD = 0.2
# What it is worth that the sentence names its speaker, not as "she": it prints as it stands.
NAMED = 0.2
# What it is worth that the headline is about the topic.
HEADLINE = 0.2
# What it is worth that a statement is made in the way that is asked for: "has she denied it?".
MANNER = 0.3
# What it costs that the speaker was worked out on thin evidence.
WEAK = 0.1


@dataclass(frozen=True, slots=True)
class Closeness:
    """How near a statement is to the topic, each part 0 to 1.

    ``own``: the share of the topic's words that stand in the statement's sentence. ``around``:
    the share that stands in its passage or headline. ``meaning``: the cosine between the question
    and the sentence or its passage. ``fits``: it holds a thing of the kind that is asked for.
    ``told``: it tells where a person stands, in no words of theirs. ``headline``: the share of the
    topic's words in the headline. ``named``: its sentence names the speaker. ``weak``: who speaks
    was worked out on thin evidence.
    ``passage``: the score of its passage, where sentences of several passages are compared.
    ``setting``: what it is worth that its article is of a named time or outlet. ``manner``: it is
    said in the way that is asked for. ``leans``: it stands on a sentence that is not shown with
    it. ``who``: it tells what somebody is, of whom that is asked. ``lifted``: what puts it before
    others that are nearer.
    """

    own: float
    around: float
    meaning: float
    fits: bool = False
    told: bool = False
    headline: float = 0.0
    named: bool = False
    weak: bool = False
    passage: float | None = None
    setting: float = 0.0
    manner: bool = False
    leans: bool = False
    who: bool = False
    lifted: float = 0.0

    @property
    def score(self) -> float:
        """One figure to rank by: what a statement itself says counts more than its company."""
        if self.passage is not None:
            near = 0.2 * self.own + 0.1 * self.around + 0.5 * self.meaning
            return near + 0.5 * self.passage + FITTING * self.fits + self.lifted
        near = 0.3 * self.own + 0.25 * self.around + 0.45 * self.meaning
        near += HEADLINE * self.headline + NAMED * self.named + self.setting
        near += MANNER * self.manner
        return near - TOLD * self.told - WEAK * self.weak


def hybrid(meaning: Figures, words: Figures) -> Figures:
    """Join two rankings of the same passages into one score of each, from 0 to 1: a weighted sum.

    Cosines are scaled to their least and greatest, word scores to their greatest (weighted score
    fusion; measured above reciprocal rank fusion and above both parents). ``meaning`` is empty
    where no passage can be compared; a passage without any of the words has the word score 0.
    """
    near = _scaled(meaning) if meaning.size else np.zeros_like(words)
    greatest = words.max(initial=0.0)
    return DENSE * near + (1 - DENSE) * (words / greatest if greatest > 0 else words)


def falling(ranked: Sequence[tuple[str, float]]) -> dict[str, float]:
    """Return scores from 0 to 1 that never rise along a ranking, whatever made its order."""
    greatest = last = max(1.0, max((score for _, score in ranked), default=1.0))
    scores: dict[str, float] = {}
    for one, score in ranked:
        last = min(last, max(0.0, score))
        scores[one] = last / greatest
    return scores


def closeness(
    topic: Iterable[str],
    own: frozenset[str],
    around: frozenset[str],
    meaning: float,
) -> Closeness:
    """Measure a statement against the stems, or the roots, of a topic."""
    wanted = list(topic)
    return Closeness(
        own=coverage(wanted, own),
        around=coverage(wanted, own | around),
        meaning=max(0.0, meaning),
    )


def _scaled(scores: Figures) -> Figures:
    """Scale cosines so that the greatest is 1, and the least 0 where they are apart."""
    scaled: Figures = 1 - (scores.max() - scores) / max(float(np.ptp(scores)), APART)
    return scaled
