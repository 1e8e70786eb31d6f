"""Bureau: what the Discord bot works from: the newsdesk, the articles, lists in memory.

What is added in one server is seen in that server only. The house library is seen where the
operator allows it. ``Scope`` says which libraries somebody may search, and everything here takes
one. ``people``, ``articles`` and ``settings`` read memory and never wait; all else blocks, and is
done in a worker thread: by ``work``, ``look`` or ``write``.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping

from bot.chat import card, choosing, courtesy, handed
from bot.chat.allowance import Allowances
from bot.chat.answered import Answered
from bot.chat.aside import Aside
from bot.chat.choosing import Choice
from bot.chat.courtesy import NotAllowedError
from bot.chat.feeds import ServerFeeds
from bot.chat.lists import Lists
from bot.chat.newsdesk import Newsdesk
from bot.chat.scope import Scope
from bot.chat.standing import Counts
from bot.composing import copies
from bot.reading import link_reader
from bot.settings import Settings
from bot.writer.writing import Writer
from index.article import Article, Draft, is_article_id
from index.corpus import HOUSE
from index.database import StoredArticle
from index.errors import DataBusy, UnknownArticle
from index.record import Added, Record
from index.state import Origin, State

# How long it is believed that a person belongs to a server, in seconds.
_MEMBERSHIP = 600.0


class Bureau(Newsdesk):
    """The record as the bot's audiences see it. Safe for several threads."""

    def __init__(
        self, record: Record, state: State, settings: Settings, writer: Writer | None = None
    ) -> None:
        super().__init__(record, state, writer)
        self.answered = Answered(record, state, settings.keep_days)
        self.house_servers = settings.house_servers
        self.keep_days = settings.keep_days
        self.allowances = Allowances.of(settings.questions_a_minute)
        self.lists = Lists(record)
        self.aside: Aside[Draft] = Aside()
        self.forms: Aside[handed.Typed] = Aside()
        self.read_link = link_reader(settings)
        self.feeds = ServerFeeds(state, settings)
        self.operators = settings
        self._members: dict[int, tuple[bool, float]] = {}

    def scope(self, server: int) -> Scope:
        """Return what is searched in a server."""
        return Scope(server, server in self.house_servers)

    def people(self, scope: Scope, typed: str) -> list[Choice]:
        """Return the speakers whose names begin as typed, from memory."""
        return self.lists.people(scope.libraries, typed)

    def articles(self, scope: Scope, typed: str) -> list[Choice]:
        """Return the articles whose headlines have words that begin as typed, from memory."""
        return self.lists.articles(scope.libraries, typed)

    def may_search_house(self, person: int, now: float) -> bool | None:
        """Tell whether a person belongs to a server that may search the house library.

        None where it is not known, or was learnt too long ago. ``now`` is in seconds.
        """
        if not self.house_servers:
            return False
        known, until = self._members.get(person, (None, 0.0))
        return known if now < until else None

    def note_house_member(self, person: int, belongs: bool, now: float) -> None:
        """Remember for a while whether a person belongs to such a server."""
        self._members = {who: each for who, each in self._members.items() if now < each[1]}
        self._members[person] = (belongs, now + _MEMBERSHIP)

    def prepare(self, scopes: Iterable[Scope]) -> None:
        """Read into memory what these audiences will ask for."""
        for scope in scopes:
            if scope.server is not None:
                self._servers[scope.server] = self.state.server(scope.server)
                self.feeds.prepare(scope.server)
            self.lists.prepare({scope.libraries, scope.alone.libraries})

    def changed(self) -> None:
        """Take up that the index has changed: at the desks at once, in the lists shortly."""
        self.renew()
        self.lists.changed()

    def _changed(self, stored: StoredArticle | None) -> None:
        self.changed()
        if stored is not None:
            self.lists.note(stored)

    def counts(self, scope: Scope) -> Counts:
        """Return how much an audience can search."""
        stored = self.record.articles(scope.libraries)
        statements = sum(each.statements for each in stored)
        waiting = self.record.tally(scope.libraries).waiting
        return Counts(len(stored), waiting, statements, scope.house)

    def list_pages(self, scope: Scope, words: str) -> tuple[str, ...]:
        """Return the list of an audience's articles, newest first, as messages that fit."""
        tally = self.record.tally(scope.libraries)
        if nothing := courtesy.empty(tally.searched, tally.waiting, scope):
            return (nothing,)
        stored = {one.article.article_id: one for one in self.record.articles(scope.libraries)}
        ranked = choosing.of_articles(stored.values())
        wanted = [stored[choice.value] for choice in choosing.fitting(ranked, words)]
        return card.listing(wanted, words, tally.waiting)

    def article(self, scope: Scope, asked: str) -> StoredArticle:
        """Return an article that this audience may see, by its id or by words of its headline.

        Raises ``UnknownArticle`` for any other, of another server's nothing is said, and for words
        that several have.
        """
        choices = () if is_article_id(asked) else self._choices(scope)
        article_id = choosing.one(choices, asked)
        stored = self.record.article(article_id)
        if stored is not None and stored.library in scope.libraries:
            return stored
        file = self.record.corpus.find(article_id)
        if stored is None and file is not None and file.library in scope.libraries:
            raise NotAllowedError("That article is still being read. Try again in a moment.")
        raise UnknownArticle("There is no such article here. /article list shows those that are.")

    def _choices(self, scope: Scope) -> Iterable[Choice]:
        return choosing.of_articles(self.record.articles(scope.libraries))

    def remembered(self, scope: Scope, asked: str) -> Article:
        """Return the details of an article that may be changed from this server, from memory.

        It never waits; the text is not among them. Raises as ``own_article`` does.
        """
        found = self.lists.remembered(scope.libraries, asked)
        if found is None:
            raise UnknownArticle(
                "There is no such article here. /article list shows those that are; one that is "
                "still being read can be edited in a moment."
            )
        _check_own(found.library)
        return found.article

    def own_article(self, scope: Scope, article_id: str) -> StoredArticle:
        """Return an article that may be changed from this server: one that was added in it.

        Raises ``UnknownArticle``, and ``NotAllowedError`` for one of the house library.
        """
        stored = self.article(scope, article_id)
        _check_own(stored.library)
        return stored

    def add(self, draft: Draft, server: int) -> Added:
        """Put an article on record for one server, and read it."""
        # An id in the draft of a stranger could be that of an article of another server.
        added = self.record.add(dataclasses.replace(draft, article_id=None), str(server))
        self._changed(added.indexed)
        return added

    def at(self, link: str, server: int) -> Added | None:
        """Return the article of a server that has this link, if it is on record."""
        return self.record.at(link, str(server))

    def copies(self, added: Added) -> tuple[str, ...]:
        """Say of an article that was added which others on record are the same story."""
        return tuple(map(copies.told, self.record.copies(added.article.article_id)))

    def edit(
        self, scope: Scope, article_id: str, changes: Mapping[str, str | None]
    ) -> StoredArticle | None:
        """Change what is known about an article of a server; None while it waits to be read."""
        self.own_article(scope, article_id)
        self.record.edit(article_id, changes)
        stored = self.record.article(article_id)
        self._changed(stored)
        return stored

    def remove(self, scope: Scope, article_id: str) -> StoredArticle:
        """Take an article of a server off the record, at once; return what it was."""
        stored = self.own_article(scope, article_id)
        self.record.remove(article_id)
        self.state.forget_origin(article_id)
        self.changed()
        return stored

    def purge(self, scope: Scope, article_id: str) -> tuple[StoredArticle, tuple[Origin, ...]]:
        """Remove an article of a server and every trace of its text; return what it was.

        With it the messages with answers that showed it, which stay in Discord. Raises
        ``NotAllowedError`` where it is removed and traces had to be left for now.
        """
        stored = self.own_article(scope, article_id)
        shown = self.state.showing(article_id)
        try:
            self.record.purge([article_id])
        except DataBusy as error:
            raise NotAllowedError(courtesy.TRACES_LEFT) from error
        finally:
            self.changed()
        return stored, shown

    def note_origin(self, article_id: str, server: int, channel: int, message: int) -> None:
        """Keep in which message an article was added."""
        self.state.save_origin(Origin(article_id, server, channel, message))


def _check_own(library: str) -> None:
    if library == HOUSE:
        raise NotAllowedError(
            "That article is in the house library. Only whoever runs On Record changes it, in a "
            "terminal: on-record edit, on-record remove."
        )
