"""Statements ranked for a topic: the way of every question for what somebody said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from index.article import Article
from index.database import StoredPassage, StoredStatement
from index.question import Question
from index.search.found import Hit, Searchable
from index.search.passages import Ranking
from index.search.rank import Closeness, closeness
from index.speech.pieces import is_pronoun
from index.statement import Speaker
from index.word import coverage, stems_among

# How many statements are read closely, each with a vector of its own.
CLOSE_READING = 24
# So many of them where only the nearest counts.
FOR_EVIDENCE = 8
# A statement is on the topic when this share of the topic's words stands in it or around it, or
# when it is this near in meaning.
ON_TOPIC_WORDS = 0.5
ON_TOPIC_MEANING = 0.45


class _Setting:
    """What stands around the statements of one article: its text, headline and passages."""

    def __init__(self, article: Article, passages: Sequence[StoredPassage], topic: Sequence[str]):
        self.text = article.text
        self._passages = passages
        self._topic = topic
        self.headline = stems_among(topic, article.title)
        self._named: dict[str, frozenset[str]] = {}

    def around(self, each: StoredStatement) -> list[StoredPassage]:
        """Return the passages that hold a statement's beginning."""
        start = each.statement.start
        return [one for one in self._passages if one.start <= start < one.end]

    def named(self, passage: StoredPassage) -> frozenset[str]:
        """Return those words of the topic that a passage has; worked out once a passage."""
        if passage.passage_id not in self._named:
            self._named[passage.passage_id] = stems_among(self._topic, passage.text)
        return self._named[passage.passage_id]

    def own(self, each: StoredStatement) -> frozenset[str]:
        """Return those words of the topic that a statement has: none that its passage has not."""
        start, end = each.statement.start, each.statement.end
        whole = next((one for one in self.around(each) if end <= one.end), None)
        wanted = self.named(whole) if whole else self._topic
        return stems_among(wanted, self.text[start:end]) if wanted else frozenset()


def rank_statements(
    statements: Sequence[StoredStatement],
    topic: Sequence[str],
    ranking: Ranking,
    record: Searchable,
    *,
    only_evidence: bool = False,
) -> list[Hit]:
    """Rank statements by how near they are to a topic (its stems), best first.

    Without a topic they stay in the order in which they were given. ``only_evidence``: how near
    the nearest is will do, so none is read closely where one has the whole topic around it.
    """
    settings = _settings({each.article_id for each in statements}, topic, record)
    hits = _measured(statements, settings, topic, ranking)
    if not topic or (only_evidence and any(hit.closeness.around >= 1 for hit in hits)):
        return hits
    most = FOR_EVIDENCE if only_evidence else CLOSE_READING
    return _read_closely(sorted(hits, key=_rank), most, settings, ranking, record)


def speak_of(
    statements: Sequence[StoredStatement],
    topic: Sequence[str],
    ranking: Ranking,
    record: Searchable,
) -> list[Hit]:
    """Return those statements that name a topic (its stems) themselves, best first.

    Quicker than ``rank_statements``: no sentence gets a vector of its own.
    """
    hits = measure(statements, topic, ranking, record)
    return sorted((hit for hit in hits if names_topic(hit)), key=_rank)


def measure(
    statements: Sequence[StoredStatement],
    topic: Sequence[str],
    ranking: Ranking,
    record: Searchable,
) -> list[Hit]:
    """Measure statements against a topic (its stems); they stay in the order given."""
    settings = _settings({each.article_id for each in statements}, topic, record)
    return _measured(statements, settings, topic, ranking)


def _names_speaker(speaker: Speaker) -> bool:
    return bool(speaker.as_written) and not is_pronoun(speaker.as_written)


def names_topic(hit: Hit) -> bool:
    """Tell whether a statement itself, not only its surroundings, names the topic."""
    return hit.closeness.own >= ON_TOPIC_WORDS and on_topic(hit)


def is_said_as(hit: Hit, question: Question) -> bool:
    """Tell whether a statement is made in the way that a question asks for, if it asks for one."""
    said = hit.statement.statement.said if hit.statement else ()
    return any(part.kind == question.manner for part in said)


def on_topic(hit: Hit, *, by_most: bool = False) -> bool:
    """Tell whether a statement speaks on the topic that it was measured against.

    ``by_most``: half of the topic's words is not enough.
    """
    words = hit.closeness.around
    held = words > ON_TOPIC_WORDS if by_most else words >= ON_TOPIC_WORDS
    return held or hit.closeness.meaning >= ON_TOPIC_MEANING


def _settings(
    article_ids: Iterable[str], topic: Sequence[str], record: Searchable
) -> dict[str, _Setting]:
    ids = sorted(article_ids)
    passages: dict[str, list[StoredPassage]] = {each: [] for each in ids}
    for passage in record.database.passages_of(ids):
        passages[passage.article_id].append(passage)
    return {
        each: _Setting(found.article, passages[each], topic)
        for each, found in record.database.articles_of(ids).items()
    }


def _measured(
    statements: Sequence[StoredStatement],
    settings: dict[str, _Setting],
    topic: Sequence[str],
    ranking: Ranking,
) -> list[Hit]:
    return [
        _measure(each, settings[each.article_id], topic, ranking)
        for each in statements
        if each.article_id in settings
    ]


def _measure(
    each: StoredStatement, setting: _Setting, topic: Sequence[str], ranking: Ranking
) -> Hit:
    passages = setting.around(each)
    around = setting.headline.union(*map(setting.named, passages))
    meaning = max((ranking.cosines.get(one.passage_id, 0.0) for one in passages), default=0.0)
    near = closeness(topic, setting.own(each), around, meaning)
    near = replace(
        near,
        told=each.statement.is_position,
        headline=coverage(topic, setting.headline),
        named=_names_speaker(each.statement.speaker),
        weak=each.statement.weak,
    )
    return Hit(each.article_id, each.statement.start, each.statement.end, near, each)


def _read_closely(
    hits: list[Hit], most: int, settings: dict[str, _Setting], ranking: Ranking, record: Searchable
) -> list[Hit]:
    """Measure the meaning of the best hits by their own sentences, and rank those again."""
    best, rest = hits[:most], hits[most:]
    if not best:
        return []
    vectors = record.embedder.encode(
        [settings[each.article_id].text[each.start : each.end] for each in best]
    )
    own: list[float] = (vectors @ ranking.vector).astype(np.float64).tolist()
    read = [
        replace(hit, closeness=_nearer(hit.closeness, meaning))
        for hit, meaning in zip(best, own, strict=True)
    ]
    return sorted(read, key=_rank) + rest


def _nearer(before: Closeness, meaning: float) -> Closeness:
    return replace(before, meaning=max(before.meaning, meaning))


def _rank(hit: Hit) -> tuple[float, str, int]:
    return (-hit.closeness.score, hit.article_id, hit.start)
