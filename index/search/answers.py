"""Answers: whether a sentence holds what is wanted of an answer. Pure.

Nearness of meaning cannot tell an answer from a sentence beside the matter. So each sentence is
held against what is wanted: do the names of the question stand in its article, its numbers in it
or around it, is what is asked of them told in the sentence, in these words or in like ones, and
does it hold a thing of the asked kind?
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from index.search.alike import Told, alike, told
from index.search.another import earlier_years, tells_of_another
from index.search.figures import value
from index.search.leaning import may_lean
from index.search.named import stands
from index.search.namesake import AN_OPENING
from index.search.telling import LIKE, tells_itself
from index.search.wanted import Wanted

# What a word counts that stands beside a sentence: in the sentence before it or the headline; in
# the rest of its passage.
_BESIDE, _AROUND = 0.85, 0.6
# From here on a sentence itself tells some of what is asked.
TOLD = 0.3


@dataclass(frozen=True, slots=True)
class Floors:
    """What of each part must be held, 0 to 1 (see ``Support``).

    ``near``: of the names, so many must stand where a sentence is about them: in it, before it, or
    where its article opens. ``least`` is wanted where a question has few words, and more of it and
    of ``relation`` in a clipping (``least_clipped``, ``relation_clipped``): what else its article
    tells is not there to be looked at. ``own`` is wanted where it has few, with the names, in the
    sentence itself, whatever stands around it, and ``done`` of what somebody did. What is about the
    names and numbers and as ``likely`` as that (``index.search.likely``) answers in whatever words;
    nothing is shown where all that answers is less than ``unlikely``. Chosen on the questions of
    ``tests/bench/conflict.py``, ``news_quiz.py``, and those in sight of ``whole_articles.py``;
    ``folds.py`` says what is left of the former on questions that they were not chosen on.
    """

    names: float = 0.5
    near: float = 0.6
    numbers: float = 0.55
    relation: float = 0.45
    relation_clipped: float = 0.55
    least: float = 0.2
    least_clipped: float = 0.45
    own: float = 0.25
    done: float = 0.35
    likely: float = 0.75
    unlikely: float = -1.5


FLOORS = Floors()
# Where the passages are far from the question: every word of it, in a sentence that tells it.
STRICT = Floors(
    names=1.0,
    near=1.0,
    numbers=1.0,
    relation=0.8,
    relation_clipped=0.8,
    least=0.7,
    least_clipped=0.7,
    own=0.5,
    done=0.5,
    likely=math.inf,
    unlikely=-math.inf,
)
# Any words may tell a cause: then those of what it brought about must stand there.
_LEAST_OF_CAUSE = 0.5


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A sentence that was found, and what stands around it, each as text.

    ``lead``: the sentence before it. ``passage`` holds it; ``article`` is all that tells which
    people and places are spoken of, from the headline (``title``) on. ``company``: what else was
    found, where the article is a clipping, too short to name them. ``dated``: what is known of when
    it appeared; ``published`` is the day, month or year, "2024-07-02", empty where it is not known.
    """

    sentence: str
    lead: str
    passage: str
    article: str
    title: str = ""
    company: str = ""
    dated: str = ""
    published: str = ""

    @property
    def beside(self) -> str:
        """The sentence before it and the headline."""
        return f"{self.lead} {self.title}"


@dataclass(frozen=True, slots=True)
class Support:
    """How far a sentence holds what is wanted, each part 0 to 1.

    ``names``: the share of the names that stand in its article. ``numbers``: the share of the
    numbers in it, or, for less, around it. ``relation``: how far the other words stand in it, in
    these or in like words, on average; ``least``: the same of the word that stands there least, of
    those that do not only mark another. ``own`` and ``named``: how far they, and the names,
    stand in the sentence itself, or in the one that it goes on from; ``done``: the same of the
    verb. ``near_names``: the share of the names there, before it, or where its article opens.
    ``elsewhere``: how far the other words stand anywhere in its article.
    ``tells``: the sentence itself tells it, and of no other thing (``telling``, ``another``).
    ``published``: when its article appeared, empty where that is not known. ``clipped``: the
    article is a clipping, whose sentences may be cut short.
    """

    names: float
    numbers: float
    relation: float
    least: float
    tells: bool
    published: str = ""
    clipped: bool = False
    own: float = 0.0
    named: float = 0.0
    done: float = 1.0
    near_names: float = 1.0
    elsewhere: float = 1.0


def support(asked: Wanted, found: Surroundings, question: str) -> Support:
    """Measure a sentence against what is wanted of an answer to ``question``."""
    own, beside, around = told(found.sentence), told(found.beside), told(found.passage)
    itself = told(f"{found.lead} {found.sentence}") if may_lean(found.sentence) else own
    relation = _relation(asked, own, beside, around)
    opening = own.roots | beside.roots | told(found.article[:AN_OPENING]).roots
    whole, company = told(found.article), told(found.company).roots
    figures = around.roots | company | told(found.dated).roots
    figures |= earlier_years(found.sentence, found.published[:4])
    return Support(
        names=_share([stands(name, whole.roots | company) for name in asked.names]),
        numbers=_share([_number(each, own.roots, figures) for each in asked.numbers]),
        relation=_share(list(relation.values())),
        least=min(
            (near for word, near in relation.items() if word not in asked.marks), default=1.0
        ),
        tells=_tells(asked, found, question),
        published=found.published,
        clipped=bool(found.company),
        own=_share([alike(word, itself) for word in asked.relation]),
        named=_share([stands(name, itself.roots) for name in asked.names]),
        done=alike(asked.verb, itself) if asked.verb else 1.0,
        near_names=_share([stands(name, opening) for name in asked.names]),
        elsewhere=_share([alike(word, whole) for word in asked.relation]),
    )


def _relation(asked: Wanted, own: Told, beside: Told, around: Told) -> dict[str, float]:
    """Measure how far each word that is asked stands there.

    Where none is, as in "how long is the Sandmartin?", the name itself must.
    """
    if not asked.relation:
        present = own.roots | beside.roots
        return {" ".join(name): stands(name, present) for name in asked.names}
    return {
        word: max(alike(word, own), _BESIDE * alike(word, beside), _AROUND * alike(word, around))
        for word in asked.relation
    }


def _tells(asked: Wanted, found: Surroundings, question: str) -> bool:
    around = f"{found.article} {found.company}"
    own = tells_itself(asked, found.sentence, question, found.beside, around)
    return own and not tells_of_another(
        asked, found.sentence, question, found.published[:4], around
    )


def _number(number: str, own: frozenset[str], around: frozenset[str]) -> float:
    plain = value(number)
    if any(plain == value(one) for one in own):
        return 1.0
    return _AROUND * any(plain == value(one) for one in around)


def _share(each: Sequence[float]) -> float:
    return sum(each) / len(each) if each else 1.0


def answers(asked: Wanted, measured: Support, floors: Floors = FLOORS) -> bool:
    """Tell whether a sentence holds what is wanted, so that it may be shown as an answer."""
    relation = floors.relation_clipped if measured.clipped else floors.relation
    least = floors.least_clipped if measured.clipped else floors.least
    if asked.kind == "cause":
        least = max(least, _LEAST_OF_CAUSE)
    return (
        measured.names >= floors.names
        and measured.numbers >= floors.numbers
        and measured.relation >= relation
        and (measured.clipped or not asked.is_short or _is_of_it(asked, measured, floors))
        and (measured.least >= least or not asked.is_short)
        and measured.tells
    )


def is_about(measured: Support, floors: Floors = FLOORS) -> bool:
    """Tell whether a sentence is about the names and the numbers of the question."""
    return (
        measured.names >= floors.names
        and measured.near_names >= floors.near
        and measured.numbers >= floors.numbers
    )


def _is_of_it(asked: Wanted, measured: Support, floors: Floors) -> bool:
    """Tell whether a sentence itself tells what is asked, of whom it or what is near names."""
    done = LIKE if asked.unit else floors.done
    return (
        _itself(asked, measured) >= floors.own
        and measured.near_names >= floors.near
        and (measured.done >= done or asked.verb is None)
    )


def _itself(asked: Wanted, measured: Support) -> float:
    """Return how far a sentence itself tells what is asked: a name alone tells nothing of it."""
    if not asked.relation:
        return measured.named
    if not asked.names or (measured.own < TOLD and measured.least < _BESIDE):
        return measured.own
    return (measured.own + measured.named) / 2
