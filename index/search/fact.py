"""Fact: from the sentences near a factual question to those that are shown, or to none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.question import Question
from index.search.answers import FLOORS, Floors, Support
from index.search.chosen import Held, chosen
from index.search.clipped import answering, beside
from index.search.first import alone_first, asks_whether, falling
from index.search.found import Hit, PassageHit, Searchable
from index.search.judged import CLOSELY, can_be_judged, supported
from index.search.passages import Ranking
from index.search.sentences import rank_sentences
from index.search.wanted import Wanted, wanted
from index.search.who import Subject, asked_about

# A sentence is shown beside the best one when it is at least this near, as a share of the best.
NEARLY_BEST = 0.6
MOST_SENTENCES = 6
# What is further off in meaning (a cosine) only stands in the same article.
NEAR_ENOUGH = 0.25
# Further off than this, only what holds every word of the question itself is held against it.
AT_ALL_NEAR = 0.15


@dataclass(frozen=True, slots=True)
class Candidates:
    """Sentences that may be shown, best first.

    ``near``: those that are near the question. ``held``: the best of those that are at all near,
    each held against what is wanted (``asked``); None where the question cannot be judged.
    ``whether``: yes or no is asked for. ``who``: those that tell what somebody is, or at least name
    them, where that is asked: they answer, however far off the rest of their passages is.
    """

    asked: Wanted
    near: tuple[Hit, ...]
    held: tuple[tuple[Hit, Support], ...] | None
    whether: bool = False
    who: tuple[Hit, ...] = ()


def candidates(
    passages: Sequence[PassageHit], question: Question, ranking: Ranking, record: Searchable
) -> Candidates:
    """Return the sentences of some passages that may be shown for a question."""
    ranked = rank_sentences(passages, question, ranking, record)
    near = tuple(hit for hit in ranked if _is_near(hit, ranked[0]))
    asked = wanted(question)
    subject = asked_about(question.text)
    who = _on(subject, ranked, record) if subject else ()
    if not who and subject and subject.is_person:  # nobody of the name is on record
        return Candidates(asked, (), None)
    if who or not can_be_judged(question, asked, passages):
        return Candidates(asked, near, None, who=who)
    telling = filter(_is_at_all_near, ranked)
    held = tuple(supported(list(telling)[:CLOSELY], asked, question, record))
    return Candidates(asked, near, held, asks_whether(question.text))


def _on(subject: Subject, ranked: Sequence[Hit], record: Searchable) -> tuple[Hit, ...]:
    """Return what tells whom "who is NAME?" asks about, or else what names them."""
    if telling := tuple(hit for hit in ranked if hit.closeness.who):
        return telling
    stored = record.database.articles_of({hit.article_id for hit in ranked})
    return tuple(
        hit
        for hit in ranked
        if (found := stored.get(hit.article_id))
        if subject.is_named_in(found.article.text[hit.start : hit.end])
    )


def shown(given: Candidates, floors: Floors = FLOORS) -> tuple[Hit, ...]:
    """Return the sentences that are shown: what is judged, where it holds what is wanted."""
    if given.who:
        return tuple(falling(alone_first(given.who[:MOST_SENTENCES])))
    if given.held is None:
        return tuple(falling(alone_first(given.near[:MOST_SENTENCES])))
    choose = _of_clippings if all(each.clipped for _, each in given.held) else _of_articles
    return tuple(falling(choose(given, given.held, floors)[:MOST_SENTENCES]))


def _of_articles(given: Candidates, held: Sequence[Held], floors: Floors) -> list[Hit]:
    return alone_first(chosen(held, given.asked, floors, whether=given.whether))


def _of_clippings(given: Candidates, held: Sequence[Held], floors: Floors) -> list[Hit]:
    first = alone_first(answering(held, given.asked, floors, whether=given.whether))
    behind = alone_first(beside(first, given.near, held, floors))
    return [*first, *behind] if first else []


def _is_near(hit: Hit, best: Hit) -> bool:
    enough = hit.closeness.meaning >= NEAR_ENOUGH
    return enough and hit.closeness.score >= NEARLY_BEST * best.closeness.score


def _is_at_all_near(hit: Hit) -> bool:
    return hit.closeness.meaning >= AT_ALL_NEAR or hit.closeness.own == 1
