"""Sentences that answer a factual question, taken from the best passages."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from index import sentence
from index.database import StoredStatement
from index.question import Question
from index.search.alike import root, roots
from index.search.asked import Kind, asked_kind
from index.search.bidding import tells_nothing
from index.search.found import Hit, PassageHit, Searchable
from index.search.leaning import leans
from index.search.passages import Ranking
from index.search.rank import closeness
from index.search.things import holds
from index.search.who import asked_about
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


def rank_sentences(
    passages: Sequence[PassageHit], question: Question, ranking: Ranking, record: Searchable
) -> list[Hit]:
    """Rank the sentences of some passages by how near they are to a question, best first.

    A sentence in which somebody is said to speak carries that statement. One that cannot be
    understood alone brings the sentence before it; one that lacks what is asked for brings the
    sentence behind it, or else before it, that has it.
    """
    ids = sorted({each.passage.article_id for each in passages})
    statements = record.database.statements_in(ids)
    parted = _within([_sentences(each, statements) for each in passages])
    told = [
        _with_what_it_stands_on(sentences, number)
        for sentences in parted
        for number, each in enumerate(sentences)
        if not each.tells_nothing
    ]
    if not told:
        return []
    own = iter((record.embedder.encode(told) @ ranking.vector).astype(np.float64).tolist())
    titles = {
        one: roots(words(origin.title)) for one, origin in record.database.origins(ids).items()
    }
    kind = asked_kind(question.subject)
    topic = list(dict.fromkeys(map(root, topic_words(question.subject))))
    asked = asked_about(question.text)
    hits = []
    for sentences in parted:
        around = _around(sentences, titles)
        for number, each in enumerate(sentences):
            if each.tells_nothing:
                continue
            near = closeness(topic, roots(words(each.text)), around, next(own))
            is_told = asked is not None and asked.is_told_by(each.text)
            fits = is_told or holds(kind, each.text, question.subject)
            lacking = kind if not fits else None
            first, last = _understood(sentences, number, question.subject, lacking)
            alone = first == each.span
            near = replace(
                near,
                fits=fits,
                who=is_told,
                passage=each.found.score,
                leans=alone and leans(each.text) and not _names_its_speaker(each),
                stands_on=_stands_on(sentences, number) is not None,
            )
            article_id = each.found.passage.article_id
            hits.append(Hit(article_id, first.start, last.end, near, each.statement))
    return _each_once(sorted(hits, key=lambda hit: (-hit.closeness.score, hit.start)))


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


def _understood(
    sentences: Sequence[_Sentence], number: int, question: str, lacking: Kind | None
) -> tuple[Span, Span]:
    """Return the first and the last sentence that are shown for one that was found.

    What somebody says is left to those who show statements: it is never joined here.
    """
    here = sentences[number]
    first = last = here.span
    if here.statement is not None:
        return first, last
    before, after = _beside(sentences, number, -1), _beside(sentences, number, 1)
    if stands_on := _stands_on(sentences, number):
        first = stands_on.span
    if after and lacking and holds(lacking, after.text, question):
        last = after.span
    elif before and lacking and holds(lacking, before.text, question):
        first = before.span
    return first, last


def _with_what_it_stands_on(sentences: Sequence[_Sentence], number: int) -> str:
    """Return a sentence as it is read: "it" alone is near to nothing that is asked."""
    own, before = sentences[number].text, _stands_on(sentences, number)
    return f"{before.text} {own}" if before else own


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


def _each_once(hits: list[Hit]) -> list[Hit]:
    """Leave out a sentence that two overlapping passages both gave; its better place stands."""
    once: dict[tuple[str, int, bool], Hit] = {}
    for hit in hits:  # what leans on a sentence is not that sentence
        once.setdefault((hit.article_id, hit.start, hit.closeness.stands_on), hit)
    return list(once.values())
