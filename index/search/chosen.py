"""Chosen: of the sentences of whole articles, those that are shown, best first. Pure.

A reader wants the few sentences that answer. The rules tell whether anything is shown at all; the
likeliest stands first, and behind it as many as it takes to hold the answer most probably.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from index.search.answers import Floors, Support, answers, is_about
from index.search.first import EVERY_WORD
from index.search.found import Hit
from index.search.likely import likelihood
from index.search.wanted import Wanted

# Behind the first so many are shown that the answer, if it is among the sentences, is one of those
# shown with this probability.
PROBABLY = 0.84
# It tells at least this share of what the first tells of the matter itself.
HALF = 0.5
# Where all that answers stands behind the first, it tells at least this much of what is asked.
MOSTLY = 0.55
# What is this much less likely than the likeliest is first where it is newer: a figure, and what
# tells whether something is so.
AS_LIKELY, WHETHER = 0.5, 1.0
# A figure of the same thing is told of each word so far, as a share of how far the likeliest is.
SAME_THING = 0.75

Held = tuple[Hit, Support]


@dataclass(frozen=True)
class _Weighed:
    """A sentence, what it holds, and whether that answers."""

    hit: Hit
    held: Support
    answers: bool

    @cached_property
    def likely(self) -> float:
        return likelihood(self.hit.closeness, self.held)


def chosen(held: Sequence[Held], asked: Wanted, floors: Floors, *, whether: bool) -> list[Hit]:
    """Return the sentences that are shown, best first; none where none answers.

    One answers that holds what is wanted, or a thing of the asked kind and is more than likely to,
    in whatever words; but where all that do are unlikely, none is shown. That something is not so
    is told in other words than that it is: where anything answers ``whether`` it is, what lacks but
    a word of the question does, too.
    """
    weighed = [_weighed(*each, asked, floors) for each in held]
    if not any(one.answers and one.likely >= floors.unlikely for one in weighed):
        return []
    if whether:
        lacking = replace(floors, least=0.0)
        weighed = [_weighed(*each, asked, lacking) for each in held]
    first = _first([one for one in weighed if one.answers], asked, whether=whether)
    if asked.is_short and not whether and not _is_cause_missing(first, asked):
        near = [one for one in weighed if is_about(one.held, floors)]
        if asked.kind == "figure":
            near = [one for one in near if _is_of_the_same(one, first[0])]
        behind = list(_probable(first, near))
    else:
        behind = _nearest([one for one in weighed if one.answers])
    return [one.hit for one in (*first, *(one for one in behind if one not in first))]


def _weighed(hit: Hit, held: Support, asked: Wanted, floors: Floors) -> _Weighed:
    one = _Weighed(hit, held, answers=False)
    has_kind = asked.kind in (None, "cause") or hit.closeness.fits
    in_other_words = has_kind and is_about(held, floors) and one.likely >= floors.likely
    return replace(one, answers=in_other_words or answers(asked, held, floors))


def _is_cause_missing(first: Sequence[_Weighed], asked: Wanted) -> bool:
    """Tell where the first names no cause: another may tell it, in words that are not asked."""
    return asked.kind == "cause" and not any(one.hit.closeness.fits for one in first)


def _first(telling: Sequence[_Weighed], asked: Wanted, *, whether: bool) -> list[_Weighed]:
    """Return the likeliest, or, of what each day tells anew, the newest of the likeliest."""
    best = max(telling, key=lambda one: one.likely)
    if whether:
        return _so_far(best, [one for one in telling if one.likely >= best.likely - WHETHER])
    if asked.unit is None and asked.kind != "figure":
        return [best]
    same = [one for one in telling if one is best or _is_of_the_same(one, best)]
    return _newest_first([one for one in same if one.likely >= best.likely - AS_LIKELY])


def _is_of_the_same(figure: _Weighed, best: _Weighed) -> bool:
    """Tell a figure of the same article or thing: of another, it is what gets printed."""
    if figure.hit.article_id == best.hit.article_id:
        return True
    return figure.held.least >= SAME_THING * best.held.least


def _so_far(best: _Weighed, likely: Sequence[_Weighed]) -> list[_Weighed]:
    """Return, of what holds every word, the likeliest of each day, the newest first; or the best.

    Of each day one alone, so that an older answer to the contrary is not crowded out.
    """
    holding = [one for one in likely if one.held.least >= EVERY_WORD]
    by_day = {one.held.published: one for one in sorted(holding, key=lambda one: one.likely)}
    return _newest_first(by_day.values()) or [best]


def _newest_first(each: Iterable[_Weighed]) -> list[_Weighed]:
    return sorted(each, key=lambda one: (one.held.published, one.likely), reverse=True)


def _probable(first: Sequence[_Weighed], others: Sequence[_Weighed]) -> Iterator[_Weighed]:
    """Yield the likeliest of the others, until one of those shown is the answer, most probably."""
    least = HALF * first[0].held.own
    behind = [one for one in others if one not in first and one.held.own >= least]
    shown = sum(math.exp(one.likely) for one in first)
    every = shown + sum(math.exp(one.likely) for one in behind)
    for one in sorted(behind, key=lambda one: -one.likely):
        if shown >= PROBABLY * every:
            return
        yield one
        shown += math.exp(one.likely)


def _nearest(answering: Sequence[_Weighed]) -> list[_Weighed]:
    """Return all that answer and tell most of what is asked, the nearest first.

    A question of many words is answered by sentences that each hold a few of them; whether a thing
    is so, by what tells the contrary, too; why it is, by what no word of cause may stand in.
    """
    mostly = [one for one in answering if one.held.relation >= MOSTLY]
    return sorted(mostly, key=lambda one: -one.hit.closeness.score)
