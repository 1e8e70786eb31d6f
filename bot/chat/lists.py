"""Lists: what is offered while somebody types, and what a form begins with, held in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from bot.chat import choosing
from bot.chat.choosing import Choice
from index.article import Article
from index.database import StoredArticle
from index.record import Record

Libraries = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remembered:
    """An article as it is held in memory: its library and its details, without its text."""

    library: str
    article: Article


@dataclass(frozen=True, slots=True)
class _Lists:
    people: tuple[Choice, ...] = ()
    articles: tuple[Choice, ...] = ()
    outlets: tuple[Choice, ...] = ()
    details: Mapping[str, Remembered] = field(default_factory=dict)


_NONE = _Lists()


class Lists:
    """What is offered to each audience. Looking something up in them never waits for anything."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._lists: dict[Libraries, _Lists] = {}
        self._outdated = False

    def people(self, libraries: Libraries, typed: str) -> list[Choice]:
        """Return the speakers whose names begin as typed."""
        return choosing.matching(self._lists.get(libraries, _NONE).people, typed)

    def articles(self, libraries: Libraries, typed: str) -> list[Choice]:
        """Return the articles whose headlines have words that begin as typed."""
        return choosing.matching(self._lists.get(libraries, _NONE).articles, typed)

    def outlets(self, libraries: Libraries, typed: str) -> list[Choice]:
        """Return the outlets whose names have words that begin as typed."""
        return choosing.matching(self._lists.get(libraries, _NONE).outlets, typed)

    def remembered(self, libraries: Libraries, asked: str) -> Remembered | None:
        """Return an article by its id, or by words that only its headline has; None without one.

        Raises ``UnknownArticle`` where several have the words.
        """
        lists = self._lists.get(libraries, _NONE)
        return lists.details.get(choosing.one(lists.articles, asked))

    def note(self, stored: StoredArticle) -> None:
        """Remember at once an article that was added or edited; the lists follow shortly."""
        known = {stored.article.article_id: _remembered(stored)}
        for libraries, lists in list(self._lists.items()):
            if stored.library in libraries:
                self._lists[libraries] = replace(lists, details={**lists.details, **known})

    def prepare(self, audiences: Iterable[Libraries]) -> None:
        """Read what these audiences will be offered."""
        for libraries in audiences:
            self._lists[libraries] = self._read(libraries)

    def changed(self) -> None:
        """Take up that the index has changed; ``refresh`` reads the lists again."""
        self._outdated = True

    def refresh(self) -> None:
        """Read the lists again if the index has changed."""
        if self._outdated:
            self._outdated = False
            self.prepare(list(self._lists))

    def _read(self, libraries: Libraries) -> _Lists:
        stored = self._record.articles(libraries)
        return _Lists(
            choosing.of_speakers(self._record.database.speakers(libraries)),
            choosing.of_articles(stored),
            choosing.of_outlets(stored),
            {each.article.article_id: _remembered(each) for each in stored},
        )


def _remembered(stored: StoredArticle) -> Remembered:
    return Remembered(stored.library, replace(stored.article, text=""))
