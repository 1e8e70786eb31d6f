"""Order: the same answer, the other way round in time, or only the first of it. Pure.

Numbers follow the order of reading, so the sources get theirs anew. What has no date stays last.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.answer import Answer, Block, Occasion

NEWEST, OLDEST = "Newest first.", "Oldest first."


def has_times(answer: Answer) -> bool:
    """Tell whether there is more than one date, so that the order matters."""
    dates = (source.article.published for source in answer.sources)
    return len({each.date for each in dates if each}) > 1


def oldest_first(answer: Answer) -> Answer:
    """Return an answer with its dated occasions from the oldest to the newest."""
    dated_ids = {one.article.article_id for one in answer.sources if one.article.published}
    dated = [each for each in answer.occasions if each.article_id in dated_ids]
    undated = [each for each in answer.occasions if each.article_id not in dated_ids]
    return _in_order(answer, (*reversed(dated), *undated))


def first(answer: Answer, most: int) -> Answer:
    """Return an answer with the first blocks in its own order, and count the others as more."""
    occasions: list[Occasion] = []
    left = most
    for occasion in answer.occasions:
        if left > 0:
            occasions.append(replace(occasion, blocks=occasion.blocks[:left]))
            left -= len(occasion.blocks)
    shown = [block for each in occasions for block in each.blocks]
    kept = {(block.article_id, block.start) for block in shown}
    cited = {place.article_id for block in shown for place in block.places}
    return _in_order(
        replace(
            answer,
            blocks=tuple(each for each in answer.blocks if (each.article_id, each.start) in kept),
            sources=tuple(each for each in answer.sources if each.article.article_id in cited),
            more=answer.more + len(answer.blocks) - len(shown),
        ),
        tuple(occasions),
    )


def _in_order(answer: Answer, occasions: tuple[Occasion, ...]) -> Answer:
    """Return an answer with these occasions, its sources numbered as a reader meets them."""
    numbers = _numbers(occasions)
    sources = [replace(one, number=numbers[one.article.article_id]) for one in answer.sources]
    return replace(
        answer,
        blocks=tuple(_renumbered(block, numbers) for block in answer.blocks),
        occasions=tuple(
            replace(each, blocks=tuple(_renumbered(block, numbers) for block in each.blocks))
            for each in occasions
        ),
        sources=tuple(sorted(sources, key=lambda source: source.number)),
    )


def _numbers(occasions: Iterable[Occasion]) -> dict[str, int]:
    """Give articles numbers, in the order in which a reader meets them."""
    met = (place.article_id for one in occasions for block in one.blocks for place in block.places)
    return {article_id: number for number, article_id in enumerate(dict.fromkeys(met), start=1)}


def _renumbered(block: Block, numbers: dict[str, int]) -> Block:
    places = (replace(place, source=numbers[place.article_id]) for place in block.places)
    return replace(block, places=tuple(places))
