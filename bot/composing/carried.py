"""Carried: how many outlets carry the same words, copies of one report counted once. Pure.

Two outlets that print an agency's report, or one and the same text, are one source of what was
said. More cannot be known: two reporters may have sat in the same room.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.composing import sourced
from bot.composing.answer import Carried, Copies, Place
from index.agency import agency
from index.article import Article
from index.intake.likeness import SHARED, containment
from index.people import names

Key = tuple[str, str]


def carried(places: Sequence[Place], articles: Mapping[str, Article]) -> Carried | None:
    """Count the outlets that carry the words of some places; None for a single one."""
    if len(places) < 2:
        return None
    groups: list[list[Place]] = []
    for place in places:
        own = articles[place.article_id]
        group = next((one for one in groups if _one_report(articles[one[0].article_id], own)), None)
        if group is None:
            groups.append([place])
        else:
            group.append(place)
    keys = [_key([articles[place.article_id] for place in group]) for group in groups]
    return Carried(
        articles=len(places),
        outlets=len({key for key in keys if key}),
        unnamed=sum(1 for key in keys if key is None),
        copies=tuple(_copies(group, articles) for group in groups if len(group) > 1),
    )


def _one_report(one: Article, other: Article) -> bool:
    """Tell whether two articles are one agency's report or one text, in whatever outlets."""
    named = agency(one)
    return (named is not None and named == agency(other)) or (
        containment(one.text, other.text) >= SHARED
    )


def _key(group: Sequence[Article]) -> Key | None:
    """Return what tells a report's origin from others; None where no article of it names one."""
    for article in group:
        if named := agency(article):
            return ("agency", named)
    named_outlets = (article.outlet or sourced.host(article.url) for article in group)
    return next((("outlet", " ".join(names.words(name))) for name in named_outlets if name), None)


def _copies(group: Sequence[Place], articles: Mapping[str, Article]) -> Copies:
    names = (agency(articles[place.article_id]) for place in group)
    return Copies(next(filter(None, names), None), tuple(place.source for place in group))
