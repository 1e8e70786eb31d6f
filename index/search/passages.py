"""Passages ranked for a question, by meaning and by words together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from index.embed import Embedder
from index.question import Question
from index.search.found import PassageHit, Searchable, Vector
from index.search.order import few_of_each, in_turns
from index.search.rank import Figures, falling, hybrid
from index.search.setting import worth
from index.search.wordings import Wording, clauses, search_words, wordings
from index.word import words

# How many passages each of the two searches hands on; recall levels off here.
DEPTH = 200
# And how many a look-up of one clause does.
CLAUSE_DEPTH = 50
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
    nearer of the two. ``near`` are scores in the order of nearness alone, however many of the
    passages are of one article.
    """

    vector: Vector
    own: Vector
    scores: Scores
    cosines: Scores
    near: Scores

    def best(self, most: int) -> list[str]:
        """Return the ids of the best passages, best first."""
        return list(self.scores)[:most]


def rank_passages(question: Question, record: Searchable, libraries: Sequence[str]) -> Ranking:
    """Rank the passages of some libraries for a question; only of articles as they stand."""
    whole = wordings(question)
    parts = [Wording(each) for each in clauses(question)]
    texts = [each.text for each in (*whole, *parts)]
    subject, *vectors = _embedded([question.subject, *texts], record.embedder)
    depths = [DEPTH] * len(whole) + [CLAUSE_DEPTH] * len(parts)
    looked_up = [(search_words(text), depth) for text, depth in zip(texts, depths, strict=True)]
    matches = list(map(dict, record.database.match_each(looked_up, libraries)))
    near = [record.nearest(vector, DEPTH, libraries) for vector in vectors[: len(whole)]]
    found = _standing((one for each in (*matches, *map(dict, near)) for one in each), record)
    # Nothing is near where the stored vectors are another model's: they compare with nothing.
    cosines = np.zeros((1 + len(vectors), 0))
    if any(near):
        found, cosines = _compared(found, [subject, *vectors], record)
    scored = [
        hybrid(column, np.array([match.get(one, 0.0) for one in found]))
        for column, match in zip(cosines[1:], matches, strict=True)
    ]
    total = dict(zip(found, _total(whole, scored).tolist(), strict=True))
    scores, near_first = _in_order(total, question, record)
    nearest = np.maximum(cosines[0], cosines[1]).tolist()
    return Ranking(subject, vectors[0], scores, dict(zip(found, nearest, strict=False)), near_first)


def _embedded(texts: Sequence[str], embedder: Embedder) -> list[Vector]:
    """Return the vector of each text; the same text is read once."""
    each_once = list(dict.fromkeys(texts))
    vectors = dict(zip(each_once, embedder.encode(each_once), strict=True))
    return [vectors[text] for text in texts]


def _standing(passage_ids: Iterable[str], record: Searchable) -> list[str]:
    """Return the passages, each once, whose articles are on record as they were read."""
    articles = {one: article_of(one) for one in passage_ids}
    current = standing(articles.values(), record)
    return sorted(one for one, article in articles.items() if article in current)


def _compared(
    found: list[str], vectors: Sequence[Vector], record: Searchable
) -> tuple[list[str], Figures]:
    """Compare the stored vector of every passage with each of the question's.

    Returns the passages that have one, and a row of their cosines for each of the question's
    vectors; the rows are empty where none has.
    """
    ids, matrix = record.database.vectors_of(found)
    if not ids:
        return [], np.zeros((len(vectors), 0))
    return ids, (np.stack(vectors) @ matrix.T).astype(np.float64)


def _total(whole: Sequence[Wording], scored: Sequence[Figures]) -> Figures:
    """Add the wordings up; of the clauses, the best counts."""
    weights = np.array([each.weight for each in whole])
    total: Figures = weights @ np.stack(scored[: len(whole)]) / weights.sum()
    parts = scored[len(whole) :]
    return total + CLAUSE * np.max(parts, axis=0) if parts else total


def _in_order(total: Scores, question: Question, record: Searchable) -> tuple[Scores, Scores]:
    """Return scores in the order that is shown, and in that of nearness alone."""
    articles = {one: article_of(one) for one in total}
    settings, origins = worth(question, articles.values(), record)
    total = {
        one: score + (settings.get(articles[one], 0.0) + OPENING * one.endswith(":0"))
        for one, score in total.items()
    }
    ranked = sorted(sorted(total), key=total.__getitem__, reverse=True)  # equal ones by their ids
    near = falling([(one, total[one]) for one in ranked])
    ranked = few_of_each(ranked, articles, OF_ONE_ARTICLE)
    named = [outlet.outlets for outlet in question.outlets if outlet.outlets]
    if len(named) > 1:

        def outlet_of(passage_id: str) -> str | None:
            origin = origins.get(articles[passage_id])
            meant = (min(each) for each in named if origin and origin.outlet in each)
            return next(meant, None)

        ranked = in_turns(ranked, outlet_of, TURNS)
    return falling([(one, total[one]) for one in ranked]), near


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
    return read_passages(ranking.best(most), ranking.scores, record)


def nearest_passages(ranking: Ranking, record: Searchable, most: int) -> tuple[PassageHit, ...]:
    """Return the passages that are nearest, however many of them are of one article."""
    return read_passages(list(ranking.near)[:most], ranking.near, record)


def read_passages(
    passage_ids: Sequence[str], scores: Scores, record: Searchable
) -> tuple[PassageHit, ...]:
    """Read some passages from the database, in their order."""
    stored = {each.passage_id: each for each in record.database.passages(passage_ids)}
    there = [each for each in passage_ids if each in stored]
    return tuple(PassageHit(stored[each], scores[each]) for each in there)


def passages_naming(
    name: str, ranking: Ranking, record: Searchable, libraries: Sequence[str], most: int
) -> tuple[PassageHit, ...]:
    """Return the nearest of those passages that hold every word of a name.

    A name is a small part of what its passage tells: by meaning, others are nearer.
    """
    wanted = set(words(name))
    found = dict(record.database.match(sorted(wanted), libraries, DEPTH))
    near = [one for one in ranking.near if one in found]
    hits = read_passages(near, ranking.near, record)
    return tuple(hit for hit in hits if wanted <= set(words(hit.passage.text)))[:most]
