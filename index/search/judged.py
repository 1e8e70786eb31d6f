"""Judged: the sentences that were found, each held against what is wanted of an answer."""

from __future__ import annotations

from collections.abc import Sequence

from index import sentence
from index.article import Article
from index.question import Question
from index.search.alike import is_known, told
from index.search.answers import Support, Surroundings, support
from index.search.found import Hit, PassageHit, Searchable
from index.search.root import root
from index.search.wanted import Wanted
from index.search.wordings import clauses

# So many of the best are held against what is wanted; an answer shows fewer of them.
CLOSELY = 16
# How much text around a sentence is told from the rest of its article, in characters.
_PASSAGE = 600
_BEFORE = 300
# An article of fewer characters is a clipping: it need not name what it is about.
_CLIPPING = 400


def can_be_judged(question: Question, asked: Wanted, passages: Sequence[PassageHit]) -> bool:
    """Tell whether sentences can be held against what is wanted of an answer.

    A question of several clauses wants several sentences, and words that the vectors of words do
    not know (of another language) cannot be held against a sentence, unless they stand there.
    """
    if clauses(question):
        return False
    known = [is_known(word) or _stands(word, passages) for word in asked.relation]
    return sum(known) >= len(known) / 2


def _stands(word: str, passages: Sequence[PassageHit]) -> bool:
    return word.isascii() and any(root(word) in told(each.passage.text).roots for each in passages)


def supported(
    hits: Sequence[Hit], asked: Wanted, question: Question, record: Searchable
) -> list[tuple[Hit, Support]]:
    """Hold every hit against what is wanted; what was removed meanwhile is left out."""
    stored = record.database.articles_of({hit.article_id for hit in hits})
    articles = {each: found.article for each, found in stored.items()}
    clippings = " ".join(one.text for one in articles.values() if _is_clipping(one))
    return [
        (hit, support(asked, _surroundings(hit, article, clippings, question), question.subject))
        for hit in hits
        if (article := articles.get(hit.article_id))
    ]


def _is_clipping(article: Article) -> bool:
    return len(article.text) < _CLIPPING


def _surroundings(hit: Hit, article: Article, clippings: str, question: Question) -> Surroundings:
    text = article.text
    before = text[max(0, hit.start - _BEFORE) : hit.start]
    spans = sentence.split(before)
    lead = before[spans[-1].start : spans[-1].end] if spans else ""
    return Surroundings(
        sentence=text[hit.start : hit.end],
        lead=lead,
        title=article.title,
        passage=text[max(0, hit.start - _PASSAGE) : hit.end + _PASSAGE],
        article=f"{article.title} {text}",
        company=clippings if _is_clipping(article) else "",
        dated=_dated(article, question),
        published=article.published.date if article.published else "",
    )


def _dated(article: Article, question: Question) -> str:
    """Return the year of publication, and the words of the times named that it lies in."""
    if article.published is None:
        return ""
    days = article.published.days
    then = [period.words for period in question.periods if period.holds(*days)]
    return " ".join((article.published.date[:4], *then))
