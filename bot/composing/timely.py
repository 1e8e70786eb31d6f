"""Timely: which of the statements found are from a time that the question names. Pure.

Asked is for what was said then. So where something from then was found, what is known to be from
other times is left out, and counted; what has no date stays, behind. Where nothing from then was
found, all is shown, what names the year itself first: "his vote in 2021" may be spoken of later.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from bot.composing.answer import Block, Timely
from index.article import Article
from index.question import Question, asks_only_for_a_time

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def from_then(question: Question, articles: Iterable[Article]) -> frozenset[str]:
    """Return the ids of the articles that may have been published at a time of the question's."""
    return frozenset(each.article_id for each in articles if _is_from_then(question, each))


def timely(
    every: Sequence[Block],
    question: Question,
    articles: Mapping[str, Article],
    undated_articles: int,
) -> tuple[list[Block], Timely | None]:
    """Return the blocks to choose from, what is from then first, and from when all of them are.

    A factual question is left as it is: what happened at a time is often told at another. Where
    only a time is asked for, ``undated_articles`` counts those that may be from then.
    """
    if asks_only_for_a_time(question):
        return list(every), Timely(len(every), undated_articles, 0)
    if not question.periods or question.kind == "fact":
        return list(every), None
    undated = [each for each in every if articles[each.article_id].published is None]
    dated = [each for each in every if articles[each.article_id].published is not None]
    then = [each for each in dated if _is_from_then(question, articles[each.article_id])]
    if not then and (of_it := [each for each in every if _names_it(question, each)]):
        return [*of_it, *(each for each in every if each not in of_it)], None
    counted = Timely(len(then), len(undated), len(dated) - len(then))
    return [*then, *undated] if then else list(every), counted


def _names_it(question: Question, block: Block) -> bool:
    """Tell words that name a year themselves: "his vote in 2021" may be what they are about."""
    years = {year for each in question.periods for year in _YEAR.findall(each.words)}
    return bool(years.intersection(_YEAR.findall(block.text)))


def _is_from_then(question: Question, article: Article) -> bool:
    if article.published is None:
        return False
    days = article.published.days
    return any(each.holds(*days) for each in question.periods)
