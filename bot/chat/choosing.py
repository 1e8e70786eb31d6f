"""Choosing: what is offered while somebody types the name of a person or an article. Pure.

Discord shows at most 25 choices, each of at most 100 characters, and waits three seconds for them:
they are chosen from lists that are held in memory.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.chat.markdown import length, plain
from bot.composing import sourced
from index.article import Article, is_article_id
from index.database import StoredArticle
from index.errors import UnknownArticle
from index.people.names import words

MOST = 25
LONGEST = 100


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice: what is shown, what is sent, and the words by which it is found."""

    label: str
    value: str
    words: tuple[str, ...]


def of_speakers(speakers: Iterable[tuple[str, str, str | None, int]]) -> tuple[Choice, ...]:
    """Make choices of speakers (name, kind, role, count), most quoted first.

    A pronoun or a description that nobody was found for is no choice.
    """
    known = [each for each in speakers if each[1] != "unresolved" and words(each[0])]
    ranked = sorted(known, key=lambda each: (-each[3], each[0]))
    return tuple(_speaker(name, role) for name, _, role, _ in ranked if len(name) <= LONGEST)


def of_articles(stored: Iterable[StoredArticle]) -> tuple[Choice, ...]:
    """Make choices of articles, newest first, the undated last; outlet and date are shown."""
    ranked = sorted(stored, key=lambda each: each.article.title)
    ranked.sort(key=lambda each: _date(each.article), reverse=True)
    return tuple(_article(each.article) for each in ranked)


def of_outlets(stored: Iterable[StoredArticle]) -> tuple[Choice, ...]:
    """Make choices of the outlets that articles name, by name."""
    names = {each.article.outlet for each in stored if each.article.outlet}
    fitting_in = sorted(name for name in names if len(name) <= LONGEST)
    return tuple(Choice(name, name, tuple(words(name))) for name in fitting_in)


def matching(choices: Iterable[Choice], typed: str) -> list[Choice]:
    """Return the choices that fit what is typed, at most 25."""
    return list(itertools.islice(fitting(choices, typed), MOST))


def fitting(choices: Iterable[Choice], typed: str) -> Iterator[Choice]:
    """Yield the choices with a word that begins as each typed word does."""
    wanted = words(typed)
    return (
        each
        for each in choices
        if all(any(word.startswith(part) for word in each.words) for part in wanted)
    )


def one(choices: Iterable[Choice], asked: str) -> str:
    """Return the id of the article that is asked for: by it, or by words that only one has.

    Words that none has come back as they are. Raises ``UnknownArticle`` where several have them.
    """
    if is_article_id(asked):
        return asked
    found = list(itertools.islice(fitting(choices, asked), 2))
    if len(found) > 1:
        raise UnknownArticle(
            "Several articles have these words. Choose one from the list that Discord offers while "
            "you type."
        )
    return found[0].value if found else asked


def _speaker(name: str, role: str | None) -> Choice:
    return Choice(plain(f"{name}, {role}" if role else name), name, tuple(words(name)))


def _article(article: Article) -> Choice:
    outlet = article.outlet or sourced.host(article.url) or "outlet not given"
    published = article.published
    date = sourced.written_date(published) if published else "no date"
    tail = f" · {plain(outlet, 30)} · {date}"
    label = f"{plain(article.title, LONGEST - length(tail))}{tail}"
    return Choice(label, article.article_id, tuple(words(f"{article.title} {outlet}")))


def _date(article: Article) -> str:
    return article.published.date if article.published else ""
