"""Sentences that answer a factual question, taken from the best passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from index import sentence
from index.database import StoredPassage, StoredStatement
from index.search.asked import asked_kind, holds
from index.search.found import Hit, PassageHit, Searchable
from index.search.passages import Ranking
from index.search.rank import Closeness, closeness
from index.word import stems, topic_stems

# How many passages the sentences are taken from.
PASSAGES = 5
# The best sentence answers when this share of the question's words stands in it or around it,
# and it is this near in meaning.
ANSWERS_WORDS = 0.6
ANSWERS_MEANING = 0.3


def rank_sentences(
    passages: Sequence[PassageHit], question: str, ranking: Ranking, record: Searchable
) -> list[Hit]:
    """Rank the sentences of the best passages by how near they are to a question, best first.

    A sentence in which somebody is said to speak carries that statement.
    """
    topic, kind = topic_stems(question), asked_kind(question)
    best = [each.passage for each in passages[:PASSAGES]]
    statements = record.database.statements_in(sorted({each.article_id for each in best}))
    pairs = [pair for each in best for pair in _sentences(each, topic, statements)]
    if not pairs:
        return []
    vectors = record.embedder.encode([text for text, _ in pairs])
    own: list[float] = (vectors @ ranking.vector).astype(np.float64).tolist()
    hits = [
        replace(hit, closeness=_read(hit.closeness, meaning, holds(kind, text, question)))
        for (text, hit), meaning in zip(pairs, own, strict=True)
    ]
    return _each_once(sorted(hits, key=lambda hit: (-hit.closeness.score, hit.start)))


def answers(hit: Hit) -> bool:
    """Tell whether a sentence answers the question that it was measured against."""
    near = hit.closeness
    return near.around >= ANSWERS_WORDS and near.meaning >= ANSWERS_MEANING


def _read(before: Closeness, meaning: float, fits: bool) -> Closeness:
    return replace(before, meaning=max(0.0, meaning), fits=fits)


def _sentences(
    passage: StoredPassage, topic: Sequence[str], statements: Sequence[StoredStatement]
) -> list[tuple[str, Hit]]:
    around = stems(passage.text)
    pairs = []
    for span in sentence.split(passage.text):
        text = passage.text[span.start : span.end]
        start = passage.start + span.start
        near = closeness(topic, stems(text), around, 0.0)
        spoken = _statement_at(start, passage.article_id, statements)
        end = passage.start + span.end
        pairs.append((text, Hit(passage.article_id, start, end, near, spoken)))
    return pairs


def _statement_at(
    start: int, article_id: str, statements: Sequence[StoredStatement]
) -> StoredStatement | None:
    return next(
        (
            each
            for each in statements
            if each.article_id == article_id and each.statement.start <= start < each.statement.end
        ),
        None,
    )


def _each_once(hits: list[Hit]) -> list[Hit]:
    """Leave out a sentence that two overlapping passages both gave."""
    return list({(hit.article_id, hit.start): hit for hit in reversed(hits)}.values())[::-1]
