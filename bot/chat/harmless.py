"""Harmless: an answer whose words can make nothing in Discord. Pure.

Every name, role, headline and question is escaped and kept to a length here, once, so that the
words of ``phrase`` can be put around them. The text of a block stays as it is: it is escaped where
its bar is drawn (``markdown.quoted``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.chat.markdown import shown
from bot.composing import sourced
from bot.composing.answer import Answer, Block, Choice, Headline, Occasion, Source
from index.article import Article
from index.question import Question
from index.statement import Speaker

# In units of ``markdown.length``. Together with the longest link they leave room for a quotation,
# whatever an article calls itself; what is longer ends in "…".
NAME, ROLE, VIA, TIME = 80, 140, 60, 60
OUTLET, TITLE, BYLINE, FILE = 60, 160, 70, 70
QUESTION, TOPIC, NOTE = 500, 250, 400


def harmless(answer: Answer) -> Answer:
    """Return an answer as it is shown in Discord."""
    return replace(
        answer,
        question=question(answer.question),
        person=_some(answer.person, NAME),
        occasions=tuple(map(_occasion, answer.occasions)),
        sources=tuple(map(source, answer.sources)),
        choices=tuple(
            Choice(shown(each.name, NAME), _some(each.role, ROLE)) for each in answer.choices
        ),
        also=tuple(shown(name, NAME) for name in answer.also),
        model=shown(answer.model, NAME),
        note=shown(answer.note, NOTE),
        looked_up=tuple(shown(each, TOPIC) for each in answer.looked_up),
        elsewhere=_headlines(answer.elsewhere),
        nearest=_headlines(answer.nearest),
    )


def source(of: Source) -> Source:
    """Return a source as it is shown in Discord."""
    when = _some(of.when_as_written, TIME)
    return replace(of, article=article(of.article), when_as_written=when)


def article(of: Article) -> Article:
    """Return an article whose details are as shown in Discord. Its text and link stay."""
    given = of.outlet or sourced.host(of.url)
    return replace(
        of,
        title=shown(of.title, TITLE),
        outlet=_some(given, OUTLET),
        byline=_some(of.byline, BYLINE),
        added_from=_some(of.added_from, FILE),
    )


def speaker(of: Speaker) -> Speaker:
    """Return a speaker as shown in Discord."""
    return replace(
        of,
        name=shown(of.name, NAME),
        as_written=shown(of.as_written, NAME),
        role=_some(of.role, ROLE),
    )


def block(of: Block) -> Block:
    """Return a block whose names are as shown in Discord. Its text stays."""
    return replace(
        of,
        speaker=of.speaker and speaker(of.speaker),
        via=_some(of.via, VIA),
        relayed_by=of.relayed_by and speaker(of.relayed_by),
        relays=of.relays and speaker(of.relays),
    )


def _occasion(of: Occasion) -> Occasion:
    blocks = tuple(map(block, of.blocks))
    return replace(of, speaker=of.speaker and speaker(of.speaker), blocks=blocks)


def question(of: Question) -> Question:
    """Return a question as it is shown in Discord."""
    return replace(
        of, text=shown(of.text, QUESTION), asked=_some(of.asked, NAME), topic=shown(of.topic, TOPIC)
    )


def _headlines(headlines: Iterable[Headline]) -> tuple[Headline, ...]:
    return tuple(replace(each, title=shown(each.title, TITLE)) for each in headlines)


def _some(text: str | None, most: int) -> str | None:
    return shown(text, most) if text is not None else None
