"""Compose: from what a search found to the answer that is shown. Pure.

Nothing is written here: an answer is an order of stored sentences. What people said stands newest
first, or oldest first where that is asked; undated occasions follow by relevance, since which of
them came first is not known. The answer to a factual question stands best first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.agency import agency
from bot.answer import Answer, Block, Choice, Headline, Occasion, Order, Place, Source
from bot.block import blocks
from bot.carried import carried
from bot.link import deep_link
from index.article import Article
from index.people import Known
from index.question import Question
from index.search import Found
from index.statement import Speaker

# Eight blocks are what a reader takes in at once; the rest is a further page.
MOST_BLOCKS = 8


@dataclass(frozen=True, slots=True)
class Shown:
    """What an answer is made from, besides the search.

    ``articles``: every article that ``found`` names, by id. ``times``: the day as an article's
    own text first names it, by id. ``roles``: what a person is, by name. ``searched`` and
    ``waiting``: how many articles were searched, and how many are still to be read.
    """

    articles: Mapping[str, Article]
    times: Mapping[str, str]
    roles: Mapping[str, str | None]
    searched: int
    waiting: int


def compose(found: Found, shown: Shown, most: int = MOST_BLOCKS, *, oldest: bool = False) -> Answer:
    """Return the answer to show for what a search found; ``oldest``: the oldest first."""
    answer = Answer(
        question=found.question,
        outcome="not_on_record",
        order=_order(found.question, oldest),
        person=found.people[0].name if len(found.people) == 1 else None,
        missing=found.missing,
        searched=shown.searched,
        waiting=shown.waiting,
        evidence=found.evidence,
    )
    if len(found.people) > 1:
        return replace(answer, outcome="which", choices=_choices(found.people, shown))
    if not found.hits:
        return replace(
            answer,
            elsewhere=_headlines(found.elsewhere, shown),
            nearest=_headlines((each for each in found.near if each not in found.elsewhere), shown),
        )
    return _quoted(answer, found, shown, most)


def _quoted(answer: Answer, found: Found, shown: Shown, most: int) -> Answer:
    every = blocks(found.hits, shown.articles)
    best = _chosen(every, answer, shown.articles, most)
    sources = _sources(occasions(best, shown.articles, answer.order), shown)
    numbers = {source.article.article_id: source.number for source in sources}
    best = [_placed(block, numbers, shown.articles) for block in best]
    return replace(
        answer,
        outcome="quoted",
        blocks=tuple(best),
        occasions=tuple(occasions(best, shown.articles, answer.order)),
        sources=sources,
        more=len(every) - len(best),
        also=found.also,
    )


def _order(question: Question, oldest: bool) -> Order:
    if question.kind == "fact":
        return "best"
    return "oldest" if oldest else "newest"


def _chosen(
    every: Sequence[Block], answer: Answer, articles: Mapping[str, Article], most: int
) -> list[Block]:
    """Choose what is shown, best first: what is nearest to the topic.

    Of all that a person said, with no topic to choose by, it is the newest or the oldest.
    """
    if answer.question.kind != "said" or answer.question.topic:
        return list(every[:most])
    in_time = [block for one in occasions(every, articles, answer.order) for block in one.blocks]
    first = {(block.article_id, block.start) for block in in_time[:most]}
    return [block for block in every if (block.article_id, block.start) in first]


def occasions(
    best: Sequence[Block], articles: Mapping[str, Article], order: Order
) -> list[Occasion]:
    """Group blocks by speaker and article, in the order in which they are shown.

    In an order of time the dated occasions come first, then the undated by relevance.
    """
    groups: dict[tuple[str | None, str], list[Block]] = {}
    for block in best:
        name = block.speaker.name if block.speaker else None
        groups.setdefault((name, block.article_id), []).append(block)
    made = [
        Occasion(_speaker_with_role(group), group[0].article_id, tuple(sorted(group, key=_start)))
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
    return tuple(Headline(each, shown.articles[each].title) for each in ids)
