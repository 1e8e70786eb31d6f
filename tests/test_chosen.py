"""Of sentences held against what is wanted: which are shown, and in which order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.search.answers import FLOORS, STRICT, Support, answers
from index.search.chosen import chosen
from index.search.found import Hit
from index.search.likely import NONE, likelihood, parts, weights
from index.search.rank import Closeness
from index.search.wanted import Wanted

WHO = Wanted("name", (("orrin",),), (), ("wrote", "report"))
COUNT = Wanted("figure", (("orrin",),), (), ("workers", "killed"), unit="workers")
FULL = Support(names=1, numbers=1, relation=1, least=1, tells=True, own=1, named=1)


def hit(name: str, meaning: float) -> Hit:
    near = Closeness(own=1.0, around=1.0, meaning=meaning, fits=True, passage=0.9)
    return Hit(name, 0, 10, near)


def names(hits: list[Hit]) -> list[str]:
    return [each.article_id for each in hits]


def test_every_part_has_a_weight_and_so_has_none_of_them():
    """What is measured and what was learnt cannot drift apart."""
    assert {*parts(hit("a", 0.5).closeness, FULL), NONE} == set(weights())


@pytest.mark.parametrize(
    "less", [{"relation": 0.4}, {"own": 0.2}, {"numbers": 0.0}, {"near_names": 0}, {"tells": False}]
)
def test_what_holds_less_of_the_question_is_less_likely(less):
    """Each of them alone."""
    near = hit("a", 0.6).closeness

    assert likelihood(near, replace(FULL, **less)) < likelihood(near, FULL)


def test_the_likeliest_is_first_whatever_was_found_first():
    """Nearness alone does not decide: the second holds what is asked."""
    held = [(hit("near", 0.62), replace(FULL, relation=0.6, own=0.3)), (hit("told", 0.6), FULL)]

    assert names(chosen(held, WHO, FLOORS, whether=False))[0] == "told"


def test_nothing_is_shown_where_nothing_answers():
    """The names of the question stand nowhere near."""
    held = [(hit("other", 0.9), replace(FULL, names=0, near_names=0, named=0))]

    assert chosen(held, WHO, FLOORS, whether=False) == []


def test_what_is_more_than_likely_answers_in_whatever_words():
    """No rule lets it through; where the passages are far, the rules alone decide."""
    other_words = replace(FULL, relation=0.5, least=0.1)
    held = [(hit("a", 0.8), other_words)]

    assert not answers(WHO, other_words)
    assert names(chosen(held, WHO, FLOORS, whether=False)) == ["a"]
    assert chosen(held, WHO, STRICT, whether=False) == []


def test_what_is_more_than_likely_must_hold_a_thing_of_the_asked_kind():
    """“The ship was built in 1987” names nobody who built it."""
    near = replace(hit("a", 1.0), closeness=replace(hit("a", 1.0).closeness, fits=False))
    held = [(near, replace(FULL, tells=False))]

    assert likelihood(near.closeness, held[0][1]) >= FLOORS.likely
    assert chosen(held, WHO, FLOORS, whether=False) == []


def test_what_is_more_than_likely_must_be_about_the_number_asked():
    """The year of the question stands nowhere around it."""
    held = [(hit("a", 1.0), replace(FULL, numbers=0.0))]

    assert chosen(held, replace(WHO, numbers=("2023",)), FLOORS, whether=False) == []


def test_a_sure_answer_stands_alone_and_a_doubtful_one_does_not():
    """As many as it takes to hold the answer probably."""
    sure = [(hit("a", 0.9), FULL), (hit("b", 0.4), FULL), (hit("c", 0.4), FULL)]
    doubtful = [(hit("a", 0.5), FULL), (hit("b", 0.45), FULL), (hit("c", 0.4), FULL)]

    assert names(chosen(sure, WHO, FLOORS, whether=False)) == ["a"]
    assert names(chosen(doubtful, WHO, FLOORS, whether=False)) == ["a", "b", "c"]


def test_what_tells_much_less_of_the_matter_itself_stands_behind_nothing():
    """However likely it is by all else."""
    held = [(hit("a", 0.5), FULL), (hit("b", 0.6), replace(FULL, own=0.4))]

    assert names(chosen(held, WHO, FLOORS, whether=False)) == ["a"]


def test_of_counts_that_are_as_likely_the_newest_is_first():
    """The dead are counted anew each day; a count of another thing is shown nowhere."""
    held = [
        (hit("old", 0.6), replace(FULL, published="2026-05-01")),
        (hit("new", 0.58), replace(FULL, published="2026-05-03")),
        (hit("other", 0.58), replace(FULL, least=0.5, published="2026-05-09")),
    ]

    assert names(chosen(held, COUNT, FLOORS, whether=False)) == ["new", "old"]
    assert names(chosen(held, WHO, FLOORS, whether=False))[0] == "old"


def test_whether_it_is_so_is_told_by_the_newest_and_the_contrary_stands_beside():
    """Of each day the likeliest alone comes first."""
    asked = replace(WHO, kind=None)
    held = [
        (hit("refused", 0.62), replace(FULL, published="2026-05-01")),
        (hit("refused too", 0.61), replace(FULL, published="2026-05-01")),
        (hit("approved", 0.6), replace(FULL, published="2026-09-01")),
    ]

    shown = names(chosen(held, asked, FLOORS, whether=True))

    assert shown == ["approved", "refused", "refused too"]
