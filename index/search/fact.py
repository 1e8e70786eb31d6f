"""Fact: from the sentences near a factual question to those that are shown, or to none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.question import Question
from index.search.answers import FLOORS, Floors, Support, answers
from index.search.found import Hit, PassageHit, Searchable
from index.search.judged import CLOSELY, can_be_judged, supported
from index.search.passages import Ranking
from index.search.sentences import rank_sentences
from index.search.wanted import Wanted, wanted

# A sentence is shown beside the best one when it is at least this near, as a share of the best.
NEARLY_BEST = 0.6
MOST_SENTENCES = 6
# What is further off in meaning (a cosine) only stands in the same article.
NEAR_ENOUGH = 0.25
# Further off than this, also what holds every word that is wanted tells of something else.
AT_ALL_NEAR = 0.15


@dataclass(frozen=True, slots=True)
class Candidates:
    """Sentences that may be shown, best first.

    ``near``: those that are near the question. ``held``: the best of those that are at all near,
    each held against what is wanted (``asked``); None where the question cannot be judged.
    """

    asked: Wanted
    near: tuple[Hit, ...]
    held: tuple[tuple[Hit, Support], ...] | None


def candidates(
    passages: Sequence[PassageHit], question: Question, ranking: Ranking, record: Searchable
) -> Candidates:
    """Return the sentences of some passages that may be shown for a question."""
    ranked = rank_sentences(passages, question, ranking, record)
    near = tuple(hit for hit in ranked if _is_near(hit, ranked[0]))
    asked = wanted(question)
    if not can_be_judged(question, asked):
        return Candidates(asked, near, None)
    telling = [hit for hit in ranked if hit.closeness.meaning >= AT_ALL_NEAR][:CLOSELY]
    return Candidates(asked, near, tuple(supported(telling, asked, question, record)))


def shown(given: Candidates, floors: Floors = FLOORS) -> tuple[Hit, ...]:
    """Return the sentences that are shown: what is judged, where it holds what is wanted.

    Behind what answers stands what is near and holds a thing of the asked kind, where any does.
    """
    if given.held is None:
        return given.near[:MOST_SENTENCES]
    answering = [hit for hit, support in given.held if answers(given.asked, support, floors)]
    others = [hit for hit in given.near if hit.closeness.fits and hit not in answering]
    return tuple([*answering, *others][:MOST_SENTENCES]) if answering else ()


def _is_near(hit: Hit, best: Hit) -> bool:
    enough = hit.closeness.meaning >= NEAR_ENOUGH
    return enough and hit.closeness.score >= NEARLY_BEST * best.closeness.score
