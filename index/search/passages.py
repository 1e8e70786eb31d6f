"""Passages ranked for a question, by meaning and by words together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.question import Question
from index.search.found import PassageHit, Searchable, Vector
from index.search.rank import hybrid
from index.word import topic_words

# How many passages each of the two searches hands on; recall levels off here.
DEPTH = 200


@dataclass(frozen=True, slots=True)
class Ranking:
    """The passages near a question. ``scores`` and ``cosines`` are keyed by passage id.

    ``vector`` is the question's own, of unit length. What is in ``scores`` only was found by
    its words.
    """

    vector: Vector
    scores: dict[str, float]
    cosines: dict[str, float]

    def best(self, most: int) -> list[str]:
        """Return the ids of the best passages, best first."""
        return sorted(self.scores, key=lambda each: (-self.scores[each], each))[:most]


def rank_passages(question: Question, record: Searchable, libraries: Sequence[str]) -> Ranking:
    """Rank the passages of some libraries for a question; only of articles as they stand."""
    vector = record.embedder.encode([question.subject])[0]
    cosines = dict(record.nearest(vector, DEPTH, libraries))
    words = topic_words(question.subject)
    by_words = dict(record.database.match(words, libraries, DEPTH)) if words else {}
    scores = hybrid(cosines, by_words)
    current = standing((article_of(each) for each in scores), record)
    kept = {each: score for each, score in scores.items() if article_of(each) in current}
    return Ranking(vector, kept, cosines)


def standing(article_ids: Iterable[str], record: Searchable) -> set[str]:
    """Return those of some articles that are on record as they were read.

    What was removed or changed since, by this process or another, is never shown.
    """
    return {each for each in set(article_ids) if record.is_current(each)}


def article_of(passage_id: str) -> str:
    """Return the id of the article that a passage belongs to."""
    return passage_id.rpartition(":")[0]


def passage_hits(ranking: Ranking, record: Searchable, most: int) -> tuple[PassageHit, ...]:
    """Return the best passages of a ranking, read from the database."""
    best = ranking.best(most)
    stored = {each.passage_id: each for each in record.database.passages(best)}
    return tuple(PassageHit(stored[each], ranking.scores[each]) for each in best if each in stored)
