"""What an index of sentences alone would answer: the nearest ones that name the person asked."""

from __future__ import annotations

from typing import Any

from index import sentence
from index.question import about
from index.search.passages import rank_passages

PASSAGES = 30


def nearest_naming(record: Any, speaker: str, topic: str, most: int) -> list[tuple[str, int, int]]:
    """Return the sentences nearest to a topic that name a person, as article, start and end.

    They are taken from the passages that the product's own ranking finds, best first.
    """
    ranking = rank_passages(about(speaker, topic), record, ("house",))
    last = speaker.rsplit(maxsplit=1)[-1].lower()
    near = [
        (passage.article_id, passage.start + span.start, passage.start + span.end)
        for passage in record.database.passages(ranking.best(PASSAGES))
        for span in sentence.split(passage.text)
        if last in passage.text[span.start : span.end].lower()
    ]
    if not near:
        return []
    stored = {each: record.database.article(each).article.text for each, _, _ in near}
    vectors = record.embedder.encode([stored[a][start:end] for a, start, end in near])
    return [near[place] for place in (-(vectors @ ranking.vector)).argsort()[:most]]
