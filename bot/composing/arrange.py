"""Arrange: which of the blocks found are shown, and in which order. Pure.

What differs in a person's words stands first, side by side. Then what people said stands newest
first, or oldest first where that is asked; undated occasions follow by relevance, since which of
them came first is not known. The answer to a factual question stands best first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.composing.answer import Block, Contrast, Occasion, Order
from bot.composing.contrast import contrasts
from index.article import Article
from index.question import Question, asks_only_for_a_time
from index.statement import Speaker


def order_of(question: Question, *, oldest: bool) -> Order:
    """Return the order in which the answer to a question is shown.

    How somebody's words changed is read from the oldest on.
    """
    if question.kind == "fact" and not asks_only_for_a_time(question):
        return "best"
    return "oldest" if oldest or question.changed else "newest"


def differing(
    every: Sequence[Block], question: Question, articles: Mapping[str, Article], most: int
) -> list[Contrast]:
    """Find what differs in the words of the person asked about, as far as there is room for it."""
    return contrasts(every, articles)[: most // 2] if question.kind == "said" else []


def chosen(
    every: Sequence[Block], pairs: Sequence[Contrast], in_time: Iterable[Block] | None, most: int
) -> list[Block]:
    """Choose what is shown, best first: what differs, then what is nearest to the topic.

    ``in_time``: the same blocks newest or oldest first, where there is no topic to choose by.
    """
    ordered = every if in_time is None else in_time
    contrasted = _contrasted(pairs)
    others = [block for block in ordered if _place(block) not in contrasted]
    wanted = contrasted | set(map(_place, others[: most - len(contrasted)]))
    return [block for block in every if _place(block) in wanted]


def arranged(
    best: Sequence[Block], pairs: Sequence[Contrast], articles: Mapping[str, Article], order: Order
) -> list[Occasion]:
    """Put what differs first, each pair next to each other, and then all else in its order."""
    contrasted = _contrasted(pairs)
    side_by_side = [
        Occasion(block.speaker, block.article_id, (block,), contrasted=True)
        for pair in pairs
        for block in (pair.earlier, pair.later)
    ]
    others = [block for block in best if _place(block) not in contrasted]
    return [*side_by_side, *occasions(others, articles, order)]


def _contrasted(pairs: Iterable[Contrast]) -> set[tuple[str, int]]:
    return {_place(block) for pair in pairs for block in (pair.earlier, pair.later)}


def _place(block: Block) -> tuple[str, int]:
    return block.article_id, block.start


def occasions(
    best: Sequence[Block], articles: Mapping[str, Article], order: Order
) -> list[Occasion]:
    """Group blocks by speaker and article, in the order in which they are shown.

    In an order of time the dated occasions come first, then the undated by relevance. Within one,
    what answers a question of fact best stands first; all else stands as in its article.
    """
    groups: dict[tuple[str | None, str], list[Block]] = {}
    for block in best:
        name = block.speaker.name if block.speaker else None
        groups.setdefault((name, block.article_id), []).append(block)
    opening = 1 if order == "best" else 0
    made = [
        Occasion(
            _speaker_with_role(group),
            group[0].article_id,
            (*group[:opening], *sorted(group[opening:], key=_start)),
        )
        for group in groups.values()
    ]
    if order == "best":
        return made
    dated = [each for each in made if articles[each.article_id].published]
    undated = [each for each in made if not articles[each.article_id].published]
    newest = order == "newest"
    return sorted(dated, key=lambda each: _date(each, articles), reverse=newest) + undated


def _start(block: Block) -> int:
    return block.start


def _date(occasion: Occasion, articles: Mapping[str, Article]) -> str:
    published = articles[occasion.article_id].published
    return published.date if published else ""


def _speaker_with_role(group: Sequence[Block]) -> Speaker | None:
    speakers = [block.speaker for block in group if block.speaker]
    return next((each for each in speakers if each.role), speakers[0] if speakers else None)
