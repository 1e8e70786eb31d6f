"""Answers: whether a sentence holds what is wanted of an answer. Pure.

Nearness of meaning cannot tell an answer from a sentence beside the matter. So each sentence is
held against what is wanted: do the names of the question stand in its article, its numbers in it
or around it, is what is asked of them told in the sentence, in these words or in like ones, and
does it hold a thing of the asked kind?
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.search.alike import alike, root, told
from index.search.asked import holds
from index.search.wanted import Name, Wanted

# What of each must be held. A question of few words needs every one of them; a long one says more
# than its answer repeats. Chosen on the questions of ``tests/bench/conflict.py`` and
# ``news_quiz.py``, these with and without the articles that answer them.
NAMES, NUMBERS, RELATION, LEAST = 0.5, 0.55, 0.55, 0.45
FEW = 3
# What a word counts that stands beside a sentence: in the sentence before it or the headline; in
# the rest of its passage.
_BESIDE, _AROUND = 0.85, 0.6
# So few letters are no root of a longer name.
_LONG_ENOUGH = 4
_ORDINALS = {
    word: str(number)
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
        start=1,
    )
}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A sentence that was found, and what stands around it, each as text.

    ``beside``: the sentence before it and the headline. ``passage`` holds it; ``article`` is all
    that tells which people and places are spoken of. ``company``: what else was found, where the
    article is a clipping, too short to name them. ``dated``: what is known of when it appeared.
    """

    sentence: str
    beside: str
    passage: str
    article: str
    company: str = ""
    dated: str = ""


@dataclass(frozen=True, slots=True)
class Support:
    """How far a sentence holds what is wanted, each part 0 to 1.

    ``names``: the share of the names that stand in its article. ``numbers``: the share of the
    numbers in it, or, for less, around it. ``relation``: how far the other words stand in it, in
    these or in like words, on average; ``least``: the same of the word that stands there least.
    ``fits``: it holds a thing of the asked kind, or none that words could show (a cause is told in
    any).
    """

    names: float
    numbers: float
    relation: float
    least: float
    fits: bool


def support(asked: Wanted, found: Surroundings, question: str) -> Support:
    """Measure a sentence against what is wanted of an answer to ``question``."""
    own, beside, around = told(found.sentence), told(found.beside), told(found.passage)
    relation = [
        max(alike(word, own), _BESIDE * alike(word, beside), _AROUND * alike(word, around))
        for word in asked.relation
    ]
    if not relation:  # "how long is the Sandmartin?": then the name itself must stand there
        relation = [_stands(name, own.roots | beside.roots) for name in asked.names]
    article, company = told(found.article).roots, told(found.company).roots
    figures = around.roots | company | told(found.dated).roots
    return Support(
        names=_share([_stands(name, article | company) for name in asked.names]),
        numbers=_share([_number(each, own.roots, figures) for each in asked.numbers]),
        relation=_share(relation),
        least=min(relation, default=1.0),
        fits=asked.kind in (None, "cause") or holds(asked.kind, found.sentence, question),
    )


def _stands(name: Name, present: frozenset[str]) -> float:
    """Tell whether a name stands there: at least half of its words, in whatever form."""
    there = sum(root(word) in present or _derived(word, present) for word in name)
    return float(there >= len(name) / 2)


def _derived(word: str, present: frozenset[str]) -> bool:
    """Tell "Russian" for "Russia", and the other way round."""
    if len(word) < _LONG_ENOUGH:
        return False
    return any(
        len(one) >= _LONG_ENOUGH and (one.startswith(word) or word.startswith(one))
        for one in present
    )


def _number(number: str, own: frozenset[str], around: frozenset[str]) -> float:
    plain = _figure(number)
    if any(plain == _figure(one) for one in own):
        return 1.0
    return _AROUND * any(plain == _figure(one) for one in around)


def _figure(word: str) -> str:
    """Return "2" for "2nd", "second" and "Q2"."""
    return _ORDINALS.get(word) or re.sub(r"\Aq(?=\d\Z)|(?<=\d)(?:st|nd|rd|th)\Z", "", word)


def _share(each: Sequence[float]) -> float:
    return sum(each) / len(each) if each else 1.0


def answers(asked: Wanted, measured: Support) -> bool:
    """Tell whether a sentence holds what is wanted, so that it may be shown as an answer."""
    every_word = len(asked.relation) <= FEW
    return (
        measured.names >= NAMES
        and measured.numbers >= NUMBERS
        and measured.relation >= RELATION
        and (measured.least >= LEAST or not every_word)
        and measured.fits
    )
