"""Clipped: of the sentences of clippings, those that answer, and those beside them. Pure.

A clipping is cut where it may, and tells little of what it is about: what was learnt of whole
articles (``likely``) does not hold for it. What tells less of the matter than another sentence
does, or tells of another event, would only be in the way, or be printed.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from index.search.answers import Floors, Support, answers
from index.search.chosen import Held
from index.search.first import newest_first
from index.search.found import Hit
from index.search.telling import LIKE
from index.search.wanted import Wanted

# What each part of what is held is worth, and nearness of meaning, in units of the score.
MEANING, RELATION, OWN, NUMBERS, DONE = 3, 6, 2, 1, 1
# What it is worth, of what stands behind the first, to hold the words and the numbers asked.
HELD = 0.5
# Of equals in this share of the best the newest is taken.
AS_GOOD = 0.98
# Where a sentence tells what is asked, what tells so much less of it does not.
NEARLY_ALL = 0.7
# The same of what is told, in a sentence or around it.
MOSTLY = 0.75
# A figure of another article than the best one's is told of each word so far: else it is of a like
# thing, and the figure beside the right one is what gets printed.
EVERY_SUBJECT = 0.45
# The same of what stands in the sentence itself: of three words it may lack one.
TWO_OF_THREE = 0.65


def answering(held: Sequence[Held], asked: Wanted, floors: Floors, *, whether: bool) -> list[Hit]:
    """Return what answers, best first: what is near, and holds most of what is asked.

    That something is not so is told in other words than that it is: where anything answers
    ``whether`` it is, what lacks but a word of the question stands beside it.
    """
    telling = [each for each in held if answers(asked, each[1], floors)]
    if not whether or not telling:
        best = _best_first(_telling_most(telling, asked), asked)
        first = _newest_counts(best) if asked.unit else []
        first = first or [hit for hit, each in best if _is_cause(hit, each, asked)]
        return [*first, *(hit for hit, _ in best if hit not in first)]
    lacking = replace(floors, least_clipped=0.0)
    so_or_not = [each for each in held if answers(asked, each[1], lacking)]
    most = _telling_most(so_or_not, asked)
    return newest_first([(hit, each.least, each.published) for hit, each in most])


def _newest_counts(best: Sequence[Held]) -> list[Hit]:
    """Return what tells a count about as well as the best does, the newest first.

    How many died is told anew each day.
    """
    most = max((each.own for _, each in best), default=0.0)
    telling = [
        (hit, each) for hit, each in best if each.own >= NEARLY_ALL * most and each.published
    ]
    return [hit for hit, _ in sorted(telling, key=lambda one: one[1].published, reverse=True)]


def beside(
    chosen: Collection[Hit], near: Collection[Hit], held: Sequence[Held], floors: Floors
) -> list[Hit]:
    """Return what is ``near`` and may stand behind the ``chosen`` answers, best first.

    It holds a thing of the asked kind and is of the same names. Last stands what may tell it where
    it is cut.
    """
    return [
        hit
        for hit, each in sorted(held, key=lambda one: not one[1].tells)
        if hit.closeness.fits and each.names >= floors.names
        if hit in near and hit not in chosen
    ]


def _telling_most(telling: Sequence[Held], asked: Wanted) -> Sequence[Held]:
    """Leave out what tells much less of the matter than the best does.

    Whether around a sentence or, of its own article, in the sentence itself. Where one article
    holds all the names, none that lacks one is shown.
    """
    if _is_told_in_any_words(telling, asked):
        return telling
    most = max((each.least for _, each in telling), default=0.0)
    best = max(telling, key=_worth, default=None)
    alone = best[0].article_id if best and asked.kind == "figure" else None
    names = max((each.names for _, each in telling), default=0.0)
    own: dict[str, float] = {}
    for hit, each in telling:
        own[hit.article_id] = max(each.own, own.get(hit.article_id, 0.0))
    is_done = any(each.done >= LIKE for _, each in telling)
    return [
        (hit, each)
        for hit, each in telling
        if each.least >= MOSTLY * most
        and (alone in (None, hit.article_id) or each.least >= EVERY_SUBJECT)
        and each.names >= names
        and (each.own >= TWO_OF_THREE * own[hit.article_id] or _is_cause(hit, each, asked))
        and (each.done >= LIKE or not is_done)
    ]


def _is_cause(hit: Hit, each: Support, asked: Wanted) -> bool:
    return asked.kind == "cause" and hit.closeness.fits and each.own >= LIKE


def _is_told_in_any_words(telling: Sequence[Held], asked: Wanted) -> bool:
    """Tell where the best need not hold most of what is asked.

    A question of many words has its answer in a few of them; a cause may be told in other words
    than what it brought about.
    """
    causes = asked.kind == "cause" and not all(hit.closeness.fits for hit, _ in telling[:1])
    return causes or not asked.is_short


def _best_first(held: Sequence[Held], asked: Wanted) -> list[Held]:
    """Put first what holds most and is nearest, and behind it what was found first.

    Of figures that are as good the newest is first: what it will cost is told anew.
    """
    best = max(held, key=_worth, default=None)
    if best and asked.kind == "figure":
        as_good = AS_GOOD * _worth(best)
        best = max(
            (each for each in held if _worth(each) >= as_good), key=lambda each: each[1].published
        )
    rest = sorted(held, key=_found_first, reverse=True)
    return [best, *(each for each in rest if each is not best)] if best else []


def _found_first(each: Held) -> float:
    hit, held = each
    return hit.closeness.score + HELD * (held.relation + held.numbers)


def _worth(each: Held) -> float:
    hit, held = each
    near = hit.closeness.score + MEANING * hit.closeness.meaning
    told = RELATION * held.relation + OWN * held.own + NUMBERS * held.numbers + DONE * held.done
    return near + told
