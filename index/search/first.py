"""First: in which order the sentences stand that may be shown for a factual question. Pure.

Whether something is so is told best by what holds every word of it, and of that by the newest. Of
what answers, a sentence that leans on one that is not shown stands behind those that are understood
alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.search.found import Hit

# From here on a sentence, with what stands around it, holds every word that is asked.
EVERY_WORD = 0.6
_WHETHER = re.compile(
    r"\W*(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should)\b", re.IGNORECASE
)
_STEP = 0.001


def asks_whether(question: str) -> bool:
    """Tell a question that is answered with yes or no: "did the council approve it?"."""
    return _WHETHER.match(question) is not None


def newest_first(holding: Sequence[tuple[Hit, float, str]]) -> list[Hit]:
    """Put first what holds every word that is asked, the newest first; all else as it was.

    Of each day the best alone, so that an older answer to the contrary is not crowded out.
    Of each: how far it holds the word that it holds least, 0 to 1, and when it was published.
    """
    best: dict[str, Hit] = {}
    for hit, least, published in holding:
        if least >= EVERY_WORD:
            best.setdefault(published, hit)
    first = [best[day] for day in sorted(best, reverse=True)]
    return [*first, *(hit for hit, *_ in holding if hit not in first)]


def alone_first(hits: Sequence[Hit]) -> list[Hit]:
    """Put behind the others what leans on a sentence that is not shown."""
    return sorted(hits, key=lambda hit: hit.closeness.leans)


def falling(hits: Sequence[Hit]) -> list[Hit]:
    """Keep an order for those who rank by the score: no score rises along it."""
    kept: list[Hit] = []
    least = 0.0
    for hit in reversed(hits):
        near = hit.closeness
        lift = max(0.0, least - near.score)
        kept.append(replace(hit, closeness=replace(near, lifted=lift)))
        least = near.score + lift + _STEP
    return kept[::-1]
