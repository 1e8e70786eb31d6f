"""Evidence: how well what was found can answer a factual question, 0 to 1. The refusal's ground.

Three things are looked at: how near the best passages are in meaning to the question, alone and
with what it leans on; how much of its words they hold; and whether the outlets that it names are
among them. No threshold on the first alone tells a question without an answer from one with.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.database import Origin
from index.question import Question
from index.search.found import PassageHit, Searchable
from index.search.passages import Ranking
from index.word import coverage, stems_among, topic_stems

# Below this nothing is answered but by a sentence that holds every word. Measured: two in a hundred
# answerable questions lie below.
ENOUGH = 0.35
# Above this a passage may be far only because it tells much else: its sentences decide.
PERHAPS = 0.1
# How many of the best passages are looked at.
_BEST = 3
_MEANING, _WORDS = 0.8, 0.2


def evidence(
    question: Question, passages: Sequence[PassageHit], ranking: Ranking, record: Searchable
) -> float:
    """Measure what was found against the question."""
    if not passages:
        return 0.0
    best = passages[:_BEST]
    origins = record.database.origins({each.passage.article_id for each in passages})
    near = _meaning([each.passage.passage_id for each in best], ranking, record)
    covered = max(_covered(question, each, origins) for each in best)
    found = {
        origins[each.passage.article_id].outlet
        for each in passages
        if each.passage.article_id in origins
    }
    return (_MEANING * near + _WORDS * covered) * _outlets(question, found)


def _meaning(passage_ids: Sequence[str], ranking: Ranking, record: Searchable) -> float:
    """Return the best cosine with the question's words, or with what it leans on before them."""
    _, matrix = record.database.vectors_of(passage_ids)
    if not matrix.size or not ranking.cosines:
        return 0.0
    own, subject = (matrix @ ranking.own).max(), (matrix @ ranking.vector).max()
    return max(0.0, float(max(own, subject)))


def _covered(question: Question, hit: PassageHit, origins: Mapping[str, Origin]) -> float:
    origin = origins.get(hit.passage.article_id)
    title = origin.title if origin else ""
    wanted = topic_stems(question.text)
    return coverage(wanted, stems_among(wanted, f"{title} {hit.passage.text}"))


def _outlets(question: Question, found: set[str | None]) -> float:
    """Return 1 where every outlet that is named was found, down to a half where none was."""
    named = question.outlets
    if not named:
        return 1.0
    there = sum(1 for outlet in named if outlet.outlets & found)
    return 0.5 + 0.5 * there / len(named)
