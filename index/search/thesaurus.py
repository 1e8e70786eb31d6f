"""Thesaurus: whether two words tell the same, or the opposite (``senses``: the lists). Pure.

Vectors of single words know neither: to them "close" is as near to "late" as to "shut", and nearer
to "open".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from index.opposite import STANCES, Opposites, by_word, pairs
from index.search.root import root
from index.search.senses import OPPOSITE, SAME, TOLD_BY

Senses = frozenset[int]
_NONE: Senses = frozenset()


@lru_cache(maxsize=10_000)
def asked_senses(word: str) -> Senses:
    """Return the senses in which a folded word, or a verb with its particle, may be told."""
    return _asked().get(_key(word), _NONE)


@lru_cache(maxsize=50_000)
def told_by(word: str, behind: str) -> Senses:
    """Return the senses that a folded word tells, alone or with the word behind it."""
    known, own = _told(), root(word)
    return known.get(own, _NONE) | known.get(f"{own} {behind}", _NONE)


def is_phrase(word: str, particle: str) -> bool:
    """Tell a verb and a particle that say one thing: "called off"."""
    return _key(f"{word} {particle}") in _asked()


@lru_cache(maxsize=10_000)
def opposites(word: str) -> frozenset[str]:
    """Return the roots of words that tell the opposite of a folded one."""
    return _opposites().get(root(word), frozenset())


def _key(written: str) -> str:
    """Return a word's root, with its particle: "call off" for "called off"."""
    word, *particle = re.split("[ _]", written)
    return " ".join([root(word), *particle])


@lru_cache(maxsize=1)
def _asked() -> dict[str, Senses]:
    return _by_word((number, one) for number, asked, _ in _lines() for one in asked)


@lru_cache(maxsize=1)
def _told() -> dict[str, Senses]:
    return _by_word((number, one) for number, _, told in _lines() for one in told)


def _lines() -> Iterator[tuple[int, list[str], list[str]]]:
    """Yield the number of each sense, what asks it, and what tells it."""
    same = [(line.split(), line.split()) for line in SAME.strip().splitlines()]
    told_by = [line.split(":") for line in TOLD_BY.strip().splitlines()]
    senses = [*same, *(([asked], told.split()) for asked, told in told_by)]
    for number, (asked, told) in enumerate(senses):
        yield number, asked, told


def _by_word(pairs: Iterable[tuple[int, str]]) -> dict[str, Senses]:
    found: dict[str, set[int]] = defaultdict(set)
    for number, written in pairs:
        found[_key(written)].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@lru_cache(maxsize=1)
def _opposites() -> Opposites:
    return by_word((*STANCES, *pairs(OPPOSITE)), root)
