"""Sentences that answer a factual question, taken from the best passages."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from index import sentence
from index.database import StoredStatement
from index.question import Question
from index.search.asked import Kind, asked_kind
from index.search.bidding import tells_nothing
from index.search.found import Hit, PassageHit, Searchable
from index.search.leaning import leans
from index.search.passages import Ranking
from index.search.rank import closeness
from index.search.root import root, roots
from index.search.things import holds
from index.search.who import Subject, asked_about
from index.sentence import Span
from index.word import topic_words, words

# A line that ends without a full stop is a heading or a caption.
_WHOLE = re.compile(r"[.!?…][\"”’')\]]*\Z")
# So many sentences get a vector of their own: that is what an answer takes its time for.
CLOSE_READING = 48


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a passage that was found, and what somebody is said to say in it.

    ``tells_nothing``: it is no answer, but a question or an order.
    """

    found: PassageHit
    span: Span
    text: str
    statement: StoredStatement | None
    tells_nothing: bool


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence that tells something, among its ``neighbours``, at the place ``number``.

    ``stands_on``: the sentence that it needs to be understood, where that may be shown with it.
    ``around``: the roots of the words of its passage and of its article's headline.
    """

    sentence: _Sentence
    neighbours: Sequence[_Sentence]
    number: int
    stands_on: _Sentence | None
    around: frozenset[str]

    @property
    def text(self) -> str:
        """It as it is read: "it" alone is near to nothing that is asked."""
        own = self.sentence.text
        return f"{self.stands_on.text} {own}" if self.stands_on else own


@dataclass(frozen=True, slots=True)
class _Sought:
    """What is looked for in every sentence: ``topic`` are the roots of the words asked about."""

    question: str
    kind: Kind | None
    topic: Sequence[str]
    subject: Subject | None


def rank_sentences(
    passages: Sequence[PassageHit], question: Question, ranking: Ranking, record: Searchable
) -> list[Hit]:
    """Rank the sentences of some passages by how near they are to a question, best first.

    A sentence in which somebody is said to speak carries that statement. One that cannot be
    understood alone brings the sentence before it; one that lacks what is asked for brings the
    sentence behind it, or else before it, that has it.
    """
    told = list(_told(passages, record))
    if not told:
        return []
    meanings = (record.embedder.encode([one.text for one in told]) @ ranking.vector).tolist()
    sought = _sought(question)
    hits = [_hit(*each, sought) for each in zip(told, meanings, strict=True)]
    places = sorted(
        zip(hits, told, strict=True), key=lambda each: (-each[0].closeness.score, each[0].start)
    )
    return _each_once(places)


def _sought(question: Question) -> _Sought:
    topic = tuple(dict.fromkeys(map(root, topic_words(question.subject))))
    kind, subject = asked_kind(question.subject), asked_about(question.text)
    return _Sought(question.subject, kind, topic, subject)


def _told(passages: Sequence[PassageHit], record: Searchable) -> Iterator[_Told]:
    ids = sorted({each.passage.article_id for each in passages})
    statements = record.database.statements_in(ids)
    origins = record.database.origins(ids)
    titles = {one: roots(words(origin.title)) for one, origin in origins.items()}
    for sentences in _within([_sentences(each, statements) for each in passages]):
        around = _around(sentences, titles)
        for number, each in enumerate(sentences):
            if not each.tells_nothing:
                yield _Told(each, sentences, number, _stands_on(sentences, number), around)


def _hit(told: _Told, meaning: float, sought: _Sought) -> Hit:
    """Measure a sentence against what is sought, with what is shown beside it."""
    each = told.sentence
    is_told = sought.subject is not None and sought.subject.is_told_by(each.text)
    fits = is_told or holds(sought.kind, each.text, sought.question)
    first, last = _understood(told, sought.question, None if fits else sought.kind)
    near = closeness(sought.topic, roots(words(each.text)), told.around, meaning)
    near = replace(
        near,
        fits=fits,
        who=is_told,
        passage=each.found.score,
        leans=first == each.span and leans(each.text) and not _names_its_speaker(each),
    )
    return Hit(each.found.passage.article_id, first.start, last.end, near, each.statement)


def _names_its_speaker(each: _Sentence) -> bool:
    """Tell "His successor, Ada Roe, said …": it is understood alone."""
    if each.statement is None:
        return False
    speaker = each.statement.statement.speaker
    return speaker.kind == "person" and speaker.name.split()[-1] in each.text


def _within(parted: list[list[_Sentence]]) -> list[list[_Sentence]]:
    """Keep the best passages, up to so many sentences as are read closely; always the first."""
    read = itertools.accumulate(map(len, parted))
    fitting = sum(1 for total in read if total <= CLOSE_READING)
    return parted[: max(1, fitting)]


def _sentences(found: PassageHit, statements: Sequence[StoredStatement]) -> list[_Sentence]:
    passage = found.passage
    sentences = []
    for span in sentence.split(passage.text):
        here = Span(passage.start + span.start, passage.start + span.end)
        spoken = _statement_at(here.start, passage.article_id, statements)
        text = passage.text[span.start : span.end]
        sentences.append(_Sentence(found, here, text, spoken, tells_nothing(text)))
    return sentences


def _around(sentences: Sequence[_Sentence], titles: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the roots of the words of a passage and of its article's headline."""
    if not sentences:
        return frozenset()
    passage = sentences[0].found.passage
    return roots(words(passage.text)) | titles.get(passage.article_id, frozenset())


def _understood(told: _Told, question: str, lacking: Kind | None) -> tuple[Span, Span]:
    """Return the first and the last sentence that are shown for one that was found.

    What somebody says is left to those who show statements: it is never joined here.
    """
    here = told.sentence
    first = last = here.span
    if here.statement is not None:
        return first, last
    before, after = (_beside(told.neighbours, told.number, step) for step in (-1, 1))
    if told.stands_on:
        first = told.stands_on.span
    if after and lacking and holds(lacking, after.text, question):
        last = after.span
    elif before and lacking and holds(lacking, before.text, question):
        first = before.span
    return first, last


def _stands_on(sentences: Sequence[_Sentence], number: int) -> _Sentence | None:
    """Return the sentence that one needs to be understood, where it may be shown with it."""
    here = sentences[number]
    if here.statement is not None or not leans(here.text):
        return None
    return _beside(sentences, number, -1) or _above(sentences, number)


def _beside(sentences: Sequence[_Sentence], number: int, step: int) -> _Sentence | None:
    """Return a neighbour in the same paragraph, where nobody is said to speak in it."""
    if not 0 <= number + step < len(sentences):
        return None
    here, other = sentences[number], sentences[number + step]
    passage = here.found.passage
    first, last = sorted((here.span, other.span))
    between = passage.text[first.end - passage.start : last.start - passage.start]
    return None if other.statement or other.tells_nothing or "\n" in between else other


def _above(sentences: Sequence[_Sentence], number: int) -> _Sentence | None:
    """Return the sentence that ends the paragraph above: news often gives each one its own."""
    other = sentences[number - 1] if number else None
    if other is None or other.statement or other.tells_nothing:
        return None
    return other if _WHOLE.search(other.text) else None


def _statement_at(
    start: int, article_id: str, statements: Sequence[StoredStatement]
) -> StoredStatement | None:
    return next(
        (
            each
            for each in statements
            if each.article_id == article_id and each.statement.start <= start < each.statement.end
        ),
        None,
    )


def _each_once(places: Sequence[tuple[Hit, _Told]]) -> list[Hit]:
    """Leave out a sentence that two overlapping passages both gave; its better place stands.

    What stands on a sentence is not that sentence, though both are shown from the same place.
    """
    once: dict[tuple[str, int, bool], Hit] = {}
    for hit, told in places:
        once.setdefault((hit.article_id, hit.start, told.stands_on is not None), hit)
    return list(once.values())
