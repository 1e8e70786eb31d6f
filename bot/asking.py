"""Asking: the one way from a question's words to an answer, for the terminal and for Discord."""

from __future__ import annotations

import datetime
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from bot.composing.answer import Answer, Source
from bot.composing.compose import MOST_BLOCKS, Shown, compose
from bot.drafts import lookup
from bot.drafts.proving import Prover
from bot.proof import Cited, Evidence, Proved
from index import corpus, language
from index import question as questions
from index.people import Known, People
from index.question import Question
from index.search import Found, known_people, search
from index.statement import Statement

if TYPE_CHECKING:
    from index.article import Article
    from index.record import Record

HOUSE = (corpus.HOUSE,)


class Desk:
    """Answers questions from the articles of some libraries. Reads, and never writes."""

    def __init__(self, record: Record, libraries: Sequence[str] = HOUSE) -> None:
        self._record = record
        self._libraries = libraries

    def ask(
        self,
        text: str,
        history: Sequence[str] = (),
        most: int = MOST_BLOCKS,
        *,
        oldest: bool = False,
        asked_at: datetime.date | None = None,
    ) -> Answer:
        """Answer a question; ``history`` holds the earlier ones of the conversation.

        ``oldest``: what people said stands oldest first. ``asked_at`` is the day of asking, for
        "last week"; without it, today.
        Raises ``QuestionError`` when the text is empty or too long to be a question.
        """
        started = time.perf_counter()
        question = self.read(text, history, asked_at)
        return self._answers(question, (most,), oldest, started)[0]

    def read(
        self, text: str, history: Sequence[str] = (), asked_at: datetime.date | None = None
    ) -> Question:
        """Read a question as ``ask`` does. Raises as that does."""
        return questions.read(
            text,
            lambda name: bool(self._known.find(name)),
            history,
            asked_at=asked_at or datetime.date.today(),
            outlets=self._outlets,
        )

    def named(self, question: Question, name: str, history: Sequence[str] = ()) -> Question:
        """Return a question as one about a person by the whole name; all else of it stays."""
        asked, text = question.asked or "", question.text
        if asked and name not in text:
            text = text.replace(asked, name, 1)
        read = self.read(text, history, question.asked_at)
        return replace(
            read, kind="said", asked=name, topic=question.topic, subject=question.subject
        )

    def answer(
        self, question: Question, most: int = MOST_BLOCKS, *, oldest: bool = False
    ) -> Answer:
        """Answer a question that has been read."""
        return self.answers(question, (most,), oldest=oldest)[0]

    def answers(
        self, question: Question, mosts: Sequence[int], *, oldest: bool = False
    ) -> list[Answer]:
        """Answer a question once for each of several lengths; it is searched once."""
        return self._answers(question, mosts, oldest, time.perf_counter())

    def who(
        self, name: str, topic: str = "", most: int = MOST_BLOCKS, *, oldest: bool = False
    ) -> Answer:
        """Answer what a person or group has said, on a topic or at all."""
        started = time.perf_counter()
        return self._answers(questions.about(name, topic), (most,), oldest, started)[0]

    def search(
        self, text: str, history: Sequence[str] = (), asked_at: datetime.date | None = None
    ) -> Found:
        """Return the passages nearest to a question, also where nothing would be answered."""
        question = self.read(text, history, asked_at)
        return search(question, self._record, self._libraries, self._known, only_passages=True)

    def cited(self, answer: Answer) -> list[Cited]:
        """Return the sources of an answer, with who said what in them, to prove sentences by."""
        told: dict[str, list[Statement]] = {s.article.article_id: [] for s in answer.sources}
        for each in self._record.database.statements_in(sorted(told)):
            told[each.article_id].append(each.statement)
        return [_cited(each, told[each.article.article_id]) for each in answer.sources]

    def titles(self, found: Found) -> dict[str, str]:
        """Return the headlines of the articles whose passages were found, by id."""
        articles = self._articles({hit.passage.article_id for hit in found.passages})
        return {each: article.title for each, article in articles.items()}

    @cached_property
    def _outlets(self) -> list[str]:
        return self._record.database.outlets(self._libraries)

    @cached_property
    def _known(self) -> People:
        return known_people(self._record, self._libraries)

    def _find(self, question: Question, proved: Proved | None = None) -> Found:
        if proved is None:
            return search(question, self._record, self._libraries, self._known)
        ids = {each.article_id for each in proved.places}
        statements = self._record.database.statements_in(sorted(ids))
        return lookup.found(proved, question, self._articles(ids), statements)

    def _look_up(self, question: Question) -> Proved | None:
        """Look up the words that stand in the question's quotation marks, if they are asked for."""
        words = lookup.words_in(question.text)
        return lookup.look_up(words, question, self._prover) if words else None

    @cached_property
    def _prover(self) -> Prover:
        return Prover(self._record, self._libraries)

    def _answers(
        self, question: Question, mosts: Sequence[int], oldest: bool, started: float
    ) -> list[Answer]:
        proved = self._look_up(question)
        found = self._find(question, proved)
        articles = self._articles(_named(found))
        found = _only(found, articles)
        shown = self._shown(found, articles)
        composed = [compose(found, shown, most, oldest=oldest) for most in mosts]
        looked_up = lookup.sentences(proved, shown.searched) if proved else ()
        took = round((time.perf_counter() - started) * 1000)
        return [replace(each, looked_up=looked_up, took_ms=took) for each in composed]

    def _shown(self, found: Found, articles: dict[str, Article]) -> Shown:
        cited = {hit.article_id for hit in found.hits}
        tally = self._record.tally(self._libraries)
        return Shown(
            articles=articles,
            times=self._times(each for each in cited if articles[each].published is None),
            roles=self._roles((*found.people, *found.spelt_like)),
            searched=tally.searched,
            waiting=tally.waiting,
            languages={} if found.hits else self._languages(articles),
        )

    def _languages(self, ids: Iterable[str]) -> dict[str, str]:
        """Name the language of those articles in which nobody's words are looked for."""
        return {
            one: language.name_of(each.language)
            for one, each in self._record.database.articles_of(ids).items()
            if each.language and not language.is_read(each.language)
        }

    def _roles(self, persons: Sequence[Known]) -> dict[str, str | None]:
        """Return what each of several people is, as the articles say; for asking which is meant."""
        if len(persons) < 2:
            return {}
        return {name: role for name, _, role, _ in self._record.database.speakers(self._libraries)}

    def _articles(self, ids: Iterable[str]) -> dict[str, Article]:
        found = self._record.database.articles_of(ids)
        return {each: stored.article for each, stored in found.items()}

    def _times(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the first day that each article's statements name, as it is written there."""
        times: dict[str, str] = {}
        for each in self._record.database.statements_in(sorted(ids)):
            if each.statement.when_as_written:
                times.setdefault(each.article_id, each.statement.when_as_written)
        return times


def _cited(source: Source, statements: Sequence[Statement]) -> Cited:
    own = source.article
    evidence = Evidence(own.article_id, own.title, own.text, statements)
    return Cited(source.number, evidence, own.outlet, own.published)


def _named(found: Found) -> set[str]:
    """Return the ids of the articles that an answer may name."""
    return {*(hit.article_id for hit in found.hits), *found.near, *found.elsewhere}


def _only(found: Found, articles: dict[str, Article]) -> Found:
    """Leave out what was removed while the search went on."""
    return replace(
        found,
        hits=tuple(hit for hit in found.hits if hit.article_id in articles),
        near=tuple(each for each in found.near if each in articles),
        elsewhere=tuple(each for each in found.elsewhere if each in articles),
    )
