"""Checked: a draft with what the record says to its quotations and sentences. Values only; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.composing import answer
from bot.composing.answer import Block, Manner, Source
from bot.drafts.told import Told, numbered
from bot.linking.link import deep_link
from bot.proof import Place, Proved
from bot.proof.draft import Quotation
from bot.proof.verdict import Marked
from bot.proof.words import read as read_words
from index import sentence
from index.article import Article

_MANNERS: dict[Marked, Manner] = {
    "quoted": "quoted",
    "partly quoted": "partly quoted",
    "written": "written",
    "headline": "written",
}
# So many articles that hold the same words are shown with them.
MOST_PLACES = 4


@dataclass(frozen=True, slots=True)
class Judgement:
    """A quotation of a draft, what the record says to it, and what is shown beside it.

    ``blocks`` are whole sentences of articles: where the words stand, or nearly stand; of a
    stitched quotation one for each of its parts. There is none beside a headline.
    """

    quotation: Quotation
    proved: Proved
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """A sentence of a draft that an article which it cites does not have so.

    ``block`` is the nearest sentence of the articles that it cites, or None.
    """

    text: str
    reason: str
    block: Block | None


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft that was checked against ``searched`` articles; ``waiting`` are still to be read.

    ``told`` are its sentences in order, ``failed`` what is shown of those that do not hold, unless
    for a quotation that is shown. ``unread`` counts the marks that seem to open a quotation and
    were not read as one.
    """

    judgements: tuple[Judgement, ...]
    sources: tuple[Source, ...]
    searched: int
    waiting: int = 0
    unread: int = 0
    told: tuple[Told, ...] = ()
    failed: tuple[Failed, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether every quotation was found, and no sentence fails."""
        quoted = all(each.proved.verdict == "found" for each in self.judgements)
        return quoted and not self.unread and not any(each.fails for each in self.told)


def checked(
    proved: Sequence[tuple[Quotation, Proved]],
    told: Sequence[Told],
    articles: Mapping[str, Article],
    searched: int,
    waiting: int,
) -> Checked:
    """Put together what is shown; ``articles`` holds each article that a place stands in."""
    cited = (place.article_id for _, each in proved for place in each.places[:MOST_PLACES])
    fails = _by_themselves(told, [each for _, each in proved])
    held_to = (each for one in fails for each in one.held_to)
    shown = dict.fromkeys([*cited, *held_to])
    numbers = {article_id: n for n, article_id in enumerate(shown, start=1)}
    judgements = tuple(
        Judgement(quotation, each, _blocks(each, numbers, articles)) for quotation, each in proved
    )
    sources = tuple(Source(number, articles[each]) for each, number in numbers.items())
    failed = tuple(_failed(each, numbers, articles) for each in fails)
    return Checked(judgements, sources, searched, waiting, told=tuple(told), failed=failed)


def _by_themselves(told: Sequence[Told], proved: Sequence[Proved]) -> list[Told]:
    """Return the sentences that fail, but for those whose failing quotation is shown already."""
    shown = {_words(each.claim.text) for each in proved if each.verdict != "found"}
    return [each for each in told if each.fails and _words(each.quotation) not in shown]


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.folded for word in read_words(text))


def _failed(told: Told, numbers: Mapping[str, int], articles: Mapping[str, Article]) -> Failed:
    blocks = [
        block(each, articles[each.article_id], numbers[each.article_id]) for each in told.places
    ]
    return Failed(told.text, numbered(told, numbers), next(iter(blocks), None))


def _blocks(
    proved: Proved, numbers: Mapping[str, int], articles: Mapping[str, Article]
) -> tuple[Block, ...]:
    blocks = [
        block(place, articles[place.article_id], numbers[place.article_id])
        for place in proved.places[:MOST_PLACES]
    ]
    if proved.verdict == "stitched" or len(blocks) < 2:
        return tuple(blocks)
    # The same words in several articles: one block, with a place in each.
    places = tuple(each for one in blocks for each in one.places)
    return (replace(blocks[0], places=places),)


def block(place: Place, article: Article, number: int) -> Block:
    """Return the whole sentences in which some words stand; of a headline, none."""
    start, end = _sentences(article.text, place)
    link = deep_link(article.url, article.text, start, end, article.title) if end else article.url
    return Block(
        article_id=article.article_id,
        start=start,
        end=end,
        text=article.text[start:end],
        said=(),
        manners=(_manner(place),),
        speaker=place.speaker,
        via=None,
        when_as_written=None,
        weak=False,
        score=0.0,
        places=(answer.Place(number, article.article_id, start, end, link),),
    )


def _manner(place: Place) -> Manner:
    told = place.marked == "written" and place.speaker is not None
    return "reported" if told else _MANNERS[place.marked]


def _sentences(text: str, place: Place) -> tuple[int, int]:
    inside = [each for each in sentence.split(text) if each.start < place.end > 0]
    inside = [each for each in inside if each.end > place.start]
    return (inside[0].start, inside[-1].end) if inside else (0, 0)
