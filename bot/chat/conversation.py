"""Conversation: what was asked, and what is kept of it when it has been answered. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.chat import courtesy
from bot.chat.courtesy import NotAllowedError
from bot.chat.narrowing import NO_LIMITS, Limits
from bot.composing import sourced
from bot.composing.answer import Answer, Block, Prose, Source
from bot.composing.answer import Place as Shown
from bot.composing.compose import MOST_BLOCKS
from index.article import Article
from index.state import MOST_HISTORY, Carried, Cited, Posted, Sourced, Wrote, words_digest

HOUR = 3_600
DAY = 24 * HOUR
# What only the asker saw is kept for as long as anybody is likely to press its buttons.
PRIVATE_HOURS = 24
# "… and 52 more" shows at most so many blocks, in pages.
MOST_IN_PAGES = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a person put it: in words, or as a person's name and a topic (``/who``).

    ``follows`` is the message of the answer before it in the conversation, ``history`` holds the
    questions up to that one, oldest first. ``alone``: there was one, and it is no longer kept.
    ``limits``: the time and the outlet that the answer is held to. ``oldest``: the oldest first.
    ``meant``: who of several of a name was chosen. ``asked_on``: the day of asking; None for today.
    ``verbatim``: no model is asked. ``wrote``: what ``model`` wrote when it was asked before.
    """

    question: str
    follows: int | None = None
    history: tuple[str, ...] = ()
    alone: bool = False
    person: str = ""
    topic: str = ""
    most: int = MOST_BLOCKS
    limits: Limits = NO_LIMITS
    oldest: bool = False
    meant: str = ""
    asked_on: datetime.date | None = None
    verbatim: bool = False
    wrote: tuple[Wrote, ...] = ()
    model: str = ""

    def as_shown(self) -> Asked:
        """Return the same question, to be answered as it was: no model is asked again."""
        return replace(self, verbatim=True)

    def of(self, name: str) -> Asked:
        """Return the same question, of one whose whole name is given."""
        return replace(self, person=name) if self.person else replace(self, meant=name)

    def on(self, figures: str, day: str) -> Asked:
        """Return the same question with a day written out that may be read in two ways."""
        return replace(self, question=self.question.replace(figures, day, 1))

    def in_pages(self) -> Asked:
        """Return the same question, to be answered with all that was found."""
        return replace(self, most=MOST_IN_PAGES)


@dataclass(frozen=True, slots=True)
class Told:
    """An answer, and a note that stands before it: what limits left out; empty without any."""

    answer: Answer
    note: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in Discord an answer was given. ``server`` is None in a direct message.

    ``private``: only the asker sees it.
    """

    message: int
    channel: int
    server: int | None
    private: bool = False


@dataclass(frozen=True, slots=True)
class Keeping:
    """By whom an answer was asked for (hashed), when (seconds since 1970), and for how long."""

    person: str
    now: int
    days: int


def kept(asked: Asked, answer: Answer, place: Place, keeping: Keeping) -> Posted:
    """Return what the buttons of an answer and a follow-up need, and no more."""
    briefly = place.private or place.server is None
    seconds = PRIVATE_HOURS * HOUR if briefly else keeping.days * DAY
    return Posted(
        message_id=place.message,
        channel_id=place.channel,
        server_id=place.server,
        person=keeping.person,
        question=answer.question.text,
        cited=tuple(cited(answer)),
        posted_at=keeping.now,
        keep_until=keeping.now + seconds,
        follows=asked.follows,
        private=place.private,
        name=asked.person,
        topic=asked.topic,
        since=asked.limits.since,
        until=asked.limits.until,
        outlet=asked.limits.outlet,
        oldest=asked.oldest,
        meant=asked.meant,
        asked_on=asked.asked_on.isoformat() if asked.asked_on else "",
        prose=tuple(_wrote(each) for each in answer.prose),
        model=answer.model,
        verbatim=asked.verbatim,
        sources=tuple(_sourced(each, answer) for each in answer.sources),
    )


def asked_again(conversation: Sequence[Posted]) -> Asked:
    """Return the question of the last answer of a conversation, as it was asked.

    Raises ``NotAllowedError`` where an answer that it followed is no longer kept.
    """
    *earlier, posted = conversation
    if conversation[0].follows is not None and len(conversation) < MOST_HISTORY:
        raise NotAllowedError(courtesy.EARLIER_GONE)
    return Asked(
        posted.question,
        follows=posted.follows,
        history=tuple(each.question for each in earlier),
        person=posted.name,
        topic=posted.topic,
        limits=Limits(posted.since, posted.until, posted.outlet),
        oldest=posted.oldest,
        meant=posted.meant,
        asked_on=datetime.date.fromisoformat(posted.asked_on) if posted.asked_on else None,
        verbatim=posted.verbatim,
        wrote=posted.prose,
        model=posted.model,
    )


def page_kept(answer: Answer, shown: Sequence[Shown], place: Place, keeping: Keeping) -> Posted:
    """Return what the buttons under a page of an answer need: its places, and no words.

    ``shown`` are the places that stand on the page.
    """
    there = {(each.article_id, each.start, each.end) for each in shown}
    return Posted(
        message_id=place.message,
        channel_id=place.channel,
        server_id=place.server,
        person=keeping.person,
        question="",
        cited=tuple(e for e in cited(answer) if (e.article_id, e.start, e.end) in there),
        posted_at=keeping.now,
        keep_until=keeping.now + PRIVATE_HOURS * HOUR,
        private=True,
    )


def _wrote(sentence: Prose) -> Wrote:
    ids = (place.article_id for place in sentence.places)
    return Wrote(sentence.text, tuple(dict.fromkeys(ids)))


def cited(answer: Answer) -> list[Cited]:
    """Return the places that an answer shows, in the order in which they are shown."""
    articles = {each.article.article_id: each.article for each in answer.sources}
    blocks = [block for occasion in answer.occasions for block in occasion.blocks]
    return [_cited(block, articles[block.article_id]) for block in blocks]


def _cited(block: Block, article: Article) -> Cited:
    own, digest = block.places[0], words_digest(article.text[block.start : block.end])
    return Cited(
        own.source,
        own.article_id,
        article.content_hash,
        block.start,
        block.end,
        digest,
        block.speaker.name if block.speaker else "",
    )


def _sourced(source: Source, answer: Answer) -> Sourced:
    """Return what an answer says of a source, and which words it says that this one has too."""
    own = source.article
    further = [
        each
        for block in answer.blocks
        for each in block.places[1:]
        if each.article_id == own.article_id
    ]
    carries = (
        Carried(each.start, each.end, words_digest(own.text[each.start : each.end]))
        for each in further
    )
    date = own.published.date if own.published else ""
    return Sourced(own.article_id, own.title, sourced.outlet(source), date, tuple(carries))
