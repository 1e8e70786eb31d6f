"""Compose: from what a search found to the answer that is shown. Pure.

Nothing is written here: an answer is an order of stored sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.composing.answer import (
    Answer,
    Block,
    Choice,
    Contrast,
    Headline,
    Occasion,
    Place,
    Source,
    Timely,
)
from bot.composing.arrange import arranged, chosen, differing, occasions, order_of
from bot.composing.block import blocks
from bot.composing.carried import carried
from bot.composing.timely import from_then, timely
from bot.composing.understood import day
from bot.linking.link import deep_link
from index.agency import agency
from index.article import Article
from index.people import Known
from index.question import asks_only_for_a_time
from index.search import Found

# Eight blocks are what a reader takes in at once; the rest is a further page.
MOST_BLOCKS = 8


@dataclass(frozen=True, slots=True)
class Shown:
    """What an answer is made from, besides the search.

    ``articles``: every article that ``found`` names, by id. ``times``: the day as an article's
    own text first names it, by id. ``roles``: what a person is, by name. ``searched`` and
    ``waiting``: how many articles were searched, and how many are still to be read.
    ``languages``: the name of the language of articles that are not in English, by id.
    """

    articles: Mapping[str, Article]
    times: Mapping[str, str]
    roles: Mapping[str, str | None]
    searched: int
    waiting: int
    languages: Mapping[str, str] = field(default_factory=dict)


def compose(found: Found, shown: Shown, most: int = MOST_BLOCKS, *, oldest: bool = False) -> Answer:
    """Return the answer to show for what a search found; ``oldest``: the oldest first."""
    answer = Answer(
        question=found.question,
        outcome="not_on_record",
        order=order_of(found.question, oldest=oldest),
        person=found.people[0].name if len(found.people) == 1 else None,
        missing=found.missing,
        searched=shown.searched,
        waiting=shown.waiting,
        evidence=found.evidence,
    )
    if found.question.unclear:
        days = tuple(Choice(day(each), None) for each in found.question.unclear.readings)
        return replace(answer, outcome="which", choices=days)
    if len(found.people) > 1:
        return replace(answer, outcome="which", choices=_choices(found.people, shown))
    if not found.hits:
        return replace(
            answer,
            choices=_choices(found.spelt_like, shown),
            timely=Timely(0, found.undated, 0) if found.undated else None,
            elsewhere=_headlines(found.elsewhere, shown),
            nearest=_headlines((each for each in found.near if each not in found.elsewhere), shown),
        )
    return _quoted(answer, found, shown, most)


def _quoted(answer: Answer, found: Found, shown: Shown, most: int) -> Answer:
    articles, question = shown.articles, found.question
    then = from_then(question, articles.values())
    every, counted = timely(blocks(found.hits, articles, then), question, articles, found.undated)
    pairs = differing(every, question, articles, most)
    in_time = None
    if asks_only_for_a_time(question) or (question.kind == "said" and not question.topic):
        in_time = [one for each in occasions(every, articles, answer.order) for one in each.blocks]
    best = chosen(every, pairs, in_time, most)
    in_order = arranged(best, pairs, articles, answer.order)
    sources = _sources(in_order, shown)
    numbers = {source.article.article_id: source.number for source in sources}
    placed = {block: _placed(block, numbers, articles) for block in best}
    return replace(
        answer,
        outcome="quoted",
        blocks=tuple(placed.values()),
        occasions=tuple(
            replace(each, blocks=tuple(placed[block] for block in each.blocks)) for each in in_order
        ),
        contrasts=tuple(Contrast(placed[one.earlier], placed[one.later]) for one in pairs),
        sources=sources,
        more=len(every) - len(best),
        timely=counted,
        also=found.also,
    )


def _sources(shown_occasions: Iterable[Occasion], shown: Shown) -> tuple[Source, ...]:
    """Give the articles their numbers, in the order in which a reader meets them."""
    times: dict[str, str | None] = {}
    for occasion in shown_occasions:
        for block in occasion.blocks:
            for place in block.places:
                times.setdefault(place.article_id, None)
            times[block.article_id] = times[block.article_id] or block.when_as_written
    return tuple(
        Source(number, article, when or shown.times.get(article.article_id), agency(article))
        for number, (article, when) in enumerate(
            ((shown.articles[each], when) for each, when in times.items()), start=1
        )
    )


def _placed(block: Block, numbers: Mapping[str, int], articles: Mapping[str, Article]) -> Block:
    places = tuple(
        replace(place, source=numbers[place.article_id], link=_link(place, articles))
        for place in block.places
    )
    return replace(block, places=places, carried=carried(places, articles))


def _link(place: Place, articles: Mapping[str, Article]) -> str | None:
    article = articles[place.article_id]
    return deep_link(article.url, article.text, place.start, place.end, article.title)


def _choices(persons: Sequence[Known], shown: Shown) -> tuple[Choice, ...]:
    return tuple(Choice(each.name, shown.roles.get(each.name)) for each in persons)


def _headlines(ids: Iterable[str], shown: Shown) -> tuple[Headline, ...]:
    titles = ((each, shown.articles[each].title) for each in ids)
    return tuple(Headline(each, title, shown.languages.get(each)) for each, title in titles)
