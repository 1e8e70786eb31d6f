"""Fact: from the sentences near a factual question to those that are shown, or to none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.question import Question
from index.search.answers import FLOORS, Floors, Support, answers
from index.search.first import alone_first, asks_whether, falling, newest_first
from index.search.found import Hit, PassageHit, Searchable
from index.search.judged import CLOSELY, can_be_judged, supported
from index.search.passages import Ranking
from index.search.sentences import rank_sentences
from index.search.wanted import Wanted, wanted
from index.search.who import asked_about

# A sentence is shown beside the best one when it is at least this near, as a share of the best.
NEARLY_BEST = 0.6
MOST_SENTENCES = 6
# What it is worth to hold every word that is asked, and again every number, in units of the score.
HELD = 0.5
# What is further off in meaning (a cosine) only stands in the same article.
NEAR_ENOUGH = 0.25
# Where a sentence tells what is asked, one of the same article that tells so much less does not.
NEARLY_ALL = 0.7
# The same of what stands in the sentence itself: of three words it may lack one.
TWO_OF_THREE = 0.65
# Further off than this, also what holds every word that is wanted tells of something else.
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
    who = tuple(hit for hit in ranked if hit.closeness.who) or _naming(ranked, question, record)
    if who or not can_be_judged(question, asked):
        return Candidates(asked, near, None, who=who)
    telling = [
        hit for hit in ranked if hit.closeness.meaning >= AT_ALL_NEAR or hit.closeness.own == 1
    ][:CLOSELY]
    held = tuple(supported(telling, asked, question, record))
    return Candidates(asked, near, held, asks_whether(question.text))


def _naming(ranked: Sequence[Hit], question: Question, record: Searchable) -> tuple[Hit, ...]:
    """Return the sentences that name whom "who is NAME?" asks about, where none tells more."""
    asked = asked_about(question.text)
    if asked is None:
        return ()
    stored = {each: record.database.article(each) for each in {hit.article_id for hit in ranked}}
    texts = {each: found.article.text for each, found in stored.items() if found}
    return tuple(
        hit
        for hit in ranked
        if asked.is_named_in(texts.get(hit.article_id, "")[hit.start : hit.end])
    )


def shown(given: Candidates, floors: Floors = FLOORS) -> tuple[Hit, ...]:
    """Return the sentences that are shown: what is judged, where it holds what is wanted.

    Behind what answers stands what is near, of the same names, and tells of a thing of the asked
    kind, where any does; last, of clippings, what may tell it where it is cut.
    """
    if given.who:
        return tuple(falling(alone_first(given.who[:MOST_SENTENCES])))
    if given.held is None:
        return tuple(falling(alone_first(given.near[:MOST_SENTENCES])))
    answering = alone_first(_answering(given, floors))
    ordered = [*answering, *alone_first(_beside(answering, given, floors))][:MOST_SENTENCES]
    return tuple(falling(ordered)) if answering else ()


def _beside(answering: Sequence[Hit], given: Candidates, floors: Floors) -> list[Hit]:
    """Return what is shown behind the answers, where there are any, best first.

    Of an article that answers only what holds nearly as much; another may tell it in other words,
    or is of the number that is asked about.
    """
    held = given.held or ()
    most = max((each.own for hit, each in held if hit in answering), default=0.0)
    least = NEARLY_ALL * most if given.asked.is_short else 0.0
    telling = {hit.article_id for hit in answering}

    def may_tell(hit: Hit, each: Support) -> bool:
        if hit.article_id in telling:
            return each.own >= least
        of_the_number = bool(given.asked.numbers) and each.numbers == 1
        return of_the_number or answers(given.asked, each, floors) or not given.asked.is_short

    return [
        hit
        for hit, each in sorted(held, key=lambda one: not one[1].tells)
        if each.clipped or (each.tells and may_tell(hit, each))
        if hit.closeness.fits and each.names >= floors.names
        if hit in given.near and hit not in answering
    ]


def _answering(given: Candidates, floors: Floors) -> list[Hit]:
    """Return what answers, best first: what is near, and holds most of what is asked.

    That something is not so is told in other words than that it is: where anything answers whether
    it is, what lacks but a word of the question stands beside it.
    """
    held = given.held or ()
    answering = [each for each in held if answers(given.asked, each[1], floors)]
    if not given.whether or not answering:
        telling = answering if _is_told_apart(given.asked, answering) else _telling_most(answering)
        return [hit for hit, _ in sorted(telling, key=_worth, reverse=True)]
    lacking = replace(floors, least=0.0, least_of_any=0.0)
    so_or_not = [each for each in held if answers(given.asked, each[1], lacking)]
    if not _is_told_apart(given.asked, so_or_not):
        so_or_not = _telling_most(so_or_not)
    return newest_first([(hit, held.least, held.published) for hit, held in so_or_not])


def _is_told_apart(asked: Wanted, answering: Sequence[tuple[Hit, Support]]) -> bool:
    """Tell where the best need not hold most of what is asked.

    A question of many words has its answer in a few of them; a cause may be told in other words
    than what it brought about.
    """
    causes = asked.kind == "cause" and not all(hit.closeness.fits for hit, _ in answering[:1])
    return causes or not asked.is_short


def _telling_most(answering: Sequence[tuple[Hit, Support]]) -> list[tuple[Hit, Support]]:
    """Leave out what tells much less of the matter than the best does.

    Whether around a sentence or, of its own article, in the sentence itself. Where one article
    holds all the names, none that lacks one is shown.
    """
    least = NEARLY_ALL * max((held.least for _, held in answering), default=0.0)
    names = max((held.names for _, held in answering), default=0.0)
    own: dict[str, float] = {}
    for hit, held in answering:
        own[hit.article_id] = max(held.own, own.get(hit.article_id, 0.0))
    return [
        (hit, held)
        for hit, held in answering
        if held.least >= least
        and held.names >= names
        and held.own >= TWO_OF_THREE * own[hit.article_id]
    ]


def _worth(each: tuple[Hit, Support]) -> float:
    hit, held = each
    return hit.closeness.score + HELD * (held.relation + held.numbers)


def _is_near(hit: Hit, best: Hit) -> bool:
    enough = hit.closeness.meaning >= NEAR_ENOUGH
    return enough and hit.closeness.score >= NEARLY_BEST * best.closeness.score
