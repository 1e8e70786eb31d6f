"""Passages ranked for a question, by meaning and by words together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from index.embed import Embedder
from index.question import Question
from index.search.found import PassageHit, Searchable, Vector
from index.search.order import few_of_each, in_turns
from index.search.rank import falling, hybrid
from index.search.setting import worth
from index.search.wordings import Wording, clauses, search_words, wordings

# How many passages each of the two searches hands on; recall levels off here.
DEPTH = 200
# What the best of a question's clauses is worth, beside the whole.
CLAUSE = 1.0
# News says first what matters: what an article's opening is worth.
OPENING = 0.1
# So many passages of an article stand before more of it: an answer needs several articles.
OF_ONE_ARTICLE = 2
# How many turns every outlet has where a question names several.
TURNS = 2

Scores = dict[str, float]


@dataclass(frozen=True, slots=True)
class Ranking:
    """The passages near a question. ``scores`` and ``cosines`` are keyed by passage id.

    ``scores`` are 0 to 1, best first, and in the order of the ranking. ``vector`` is that of the
    question's subject, of unit length; ``own`` that of its own words; ``cosines`` are with the
    nearer of the two.
    """

    vector: Vector
    own: Vector
    scores: Scores
    cosines: Scores

    def best(self, most: int) -> list[str]:
        """Return the ids of the best passages, best first."""
        return list(self.scores)[:most]


def rank_passages(question: Question, record: Searchable, libraries: Sequence[str]) -> Ranking:
    """Rank the passages of some libraries for a question; only of articles as they stand."""
    whole = wordings(question)
    parts = [Wording(each) for each in clauses(question)]
    texts = [each.text for each in (*whole, *parts)]
    subject, *vectors = _embedded([question.subject, *texts], record.embedder)
    matches = [_matches(text, record, libraries) for text in texts]
    found = {one for match in matches for one in match}
    near = [record.nearest(vector, DEPTH, libraries) for vector in vectors[: len(whole)]]
    found.update(one for ranked in near for one, _ in ranked)
    current = standing(map(article_of, found), record)
    found = {one for one in found if article_of(one) in current}
    # Nothing is near where the stored vectors are another model's: they compare with nothing.
    cosines = _cosines(found if any(near) else (), [subject, *vectors], record)
    scored = [hybrid(*both) for both in zip(cosines[1:], matches, strict=True)]
    total = _total(whole, scored, found)
    scores = _in_order(total, question, record)
    nearest = {one: max(cosines[0][one], cosines[1][one]) for one in cosines[0]}
    return Ranking(subject, vectors[0], scores, nearest)


def _embedded(texts: Sequence[str], embedder: Embedder) -> list[Vector]:
    """Return the vector of each text; the same text is read once."""
    each_once = list(dict.fromkeys(texts))
    vectors = dict(zip(each_once, embedder.encode(each_once), strict=True))
    return [vectors[text] for text in texts]


def _matches(text: str, record: Searchable, libraries: Sequence[str]) -> Scores:
    words = search_words(text)
    return dict(record.database.match(words, libraries, DEPTH)) if words else {}


def _cosines(found: Iterable[str], vectors: Sequence[Vector], record: Searchable) -> list[Scores]:
    """Compare the stored vector of every passage with each of the question's."""
    ids, matrix = record.database.vectors_of(sorted(found))
    if not ids:
        return [{} for _ in vectors]
    compared = matrix @ np.stack(vectors).T
    return [dict(zip(ids, column.tolist(), strict=True)) for column in compared.T]


def _total(whole: Sequence[Wording], scored: Sequence[Scores], found: Iterable[str]) -> Scores:
    """Add the wordings up; of the clauses, the best counts."""
    weights = [each.weight for each in whole]
    parts = scored[len(whole) :]
    total: Scores = {}
    for one in found:
        own = sum(w * each.get(one, 0.0) for w, each in zip(weights, scored, strict=False)) / sum(
            weights
        )
        part = max((each.get(one, 0.0) for each in parts), default=0.0)
        total[one] = own + CLAUSE * part
    return total


def _in_order(total: Scores, question: Question, record: Searchable) -> Scores:
    settings, origins = worth(question, map(article_of, total), record)
    for one in total:
        total[one] += settings.get(article_of(one), 0.0) + OPENING * one.endswith(":0")
    ranked = sorted(total, key=lambda one: (-total[one], one))
    ranked = few_of_each(ranked, article_of, OF_ONE_ARTICLE)
    named = [outlet.outlets for outlet in question.outlets if outlet.outlets]
    if len(named) > 1:

        def outlet_of(passage_id: str) -> str | None:
            origin = origins.get(article_of(passage_id))
            meant = (min(each) for each in named if origin and origin.outlet in each)
            return next(meant, None)

        ranked = in_turns(ranked, outlet_of, TURNS)
    return falling([(one, total[one]) for one in ranked])


def standing(article_ids: Iterable[str], record: Searchable) -> set[str]:
    """Return those of some articles that are on record as they were read.

    What was removed or changed since, by this process or another, is never shown.
    """
    return record.current(article_ids)


def article_of(passage_id: str) -> str:
    """Return the id of the article that a passage belongs to."""
    return passage_id.rpartition(":")[0]


def passage_hits(ranking: Ranking, record: Searchable, most: int) -> tuple[PassageHit, ...]:
    """Return the best passages of a ranking, read from the database."""
    return read_passages(ranking.best(most), ranking, record)


def read_passages(
    passage_ids: Sequence[str], ranking: Ranking, record: Searchable
) -> tuple[PassageHit, ...]:
    """Read some passages of a ranking from the database, in their order."""
    stored = {each.passage_id: each for each in record.database.passages(passage_ids)}
    there = [each for each in passage_ids if each in stored]
    return tuple(PassageHit(stored[each], ranking.scores[each]) for each in there)
