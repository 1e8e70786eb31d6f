"""Alike: how near two words are in meaning, by vectors of single words.

"Won" and "defeated", "acquired" and "bought", "boss" and "chief executive": a sentence answers in
other words than the question's. The vectors are those that the packaged MiniLM gives each whole
word of its own vocabulary, less their mean, their first principal components, in bytes:
``python tests/bench/word_vectors.py`` makes the file again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.search.irregular import plain
from index.word import COMMON, stem, words

# Of a word that has no vector, another form may have one; of a shorter word, it is another word.
_ENDS = ("ed", "d", "s", "ing")
_SHORTEST = 3
FILE = Path(__file__).with_name("alike.npz")


@dataclass(frozen=True, slots=True)
class Told:
    """The words of a text, to be looked for in any form: their roots, and rows of vectors."""

    roots: frozenset[str]
    rows: tuple[int, ...]


@lru_cache(maxsize=1_000)
def told(text: str) -> Told:
    """Read a text's words."""
    own = words(text)
    rows = {row for word in own if word not in COMMON and (row := _row(word)) is not None}
    return Told(roots(own), tuple(sorted(rows)))


def alike(wanted: str, text: Told) -> float:
    """Return how near the nearest word of a text is to a folded word, 0 to 1; 1 is the same."""
    if root(wanted) in text.roots:
        return 1.0
    own = _row(wanted)
    if own is None or not text.rows:
        return 0.0
    vectors, _ = _table()
    return max(0.0, float((vectors[list(text.rows)] @ vectors[own]).max()))


def nearness(wanted: str, each: Sequence[str]) -> list[float]:
    """Return how near each of some folded words is to a wanted one, 0 to 1; 1 is the same."""
    near = [float(root(word) == root(wanted)) for word in each]
    own = _row(wanted)
    rows = {number: row for number, word in enumerate(each) if (row := _row(word)) is not None}
    if own is None or not rows:
        return near
    vectors, _ = _table()
    for number, cosine in zip(rows, vectors[list(rows.values())] @ vectors[own], strict=True):
        near[number] = max(near[number], float(cosine))
    return near


def is_known(word: str) -> bool:
    """Tell whether a folded word has a vector, so that words like it can be found."""
    return _row(word) is not None


@lru_cache(maxsize=50_000)
def root(word: str) -> str:
    """Return the stem of a folded word, of an irregular form that of its plain one."""
    return stem(plain(word))


def roots(each: Iterable[str]) -> frozenset[str]:
    """Return the set of roots of some folded words."""
    return frozenset(map(root, each))


@lru_cache(maxsize=50_000)
def _row(word: str) -> int | None:
    """Return where a word's vector stands, or that of another form: "reopened" for "reopen"."""
    _, rows = _table()
    longer = (word + end for end in _ENDS)
    shorter = (word.removesuffix(end) for end in _ENDS if len(word) > len(end) + _SHORTEST)
    found = (rows.get(form) for form in (word, plain(word), *longer, *shorter))
    return next((row for row in found if row is not None), None)


@lru_cache(maxsize=1)
def _table() -> tuple[NDArray[np.float32], dict[str, int]]:
    with np.load(FILE) as kept:
        vectors = kept["vectors"].astype(np.float32)
        vocabulary = bytes(kept["words"]).decode().split()
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors, {word: number for number, word in enumerate(vocabulary)}
