"""Alike: how near two words are in meaning, by vectors of single words.

"Won" and "defeated", "acquired" and "bought", "boss" and "chief executive": a sentence answers in
other words than the question's. The vectors are those that the packaged MiniLM gives each whole
word of its own vocabulary, less their mean, their first principal components, in bytes:
``python tests/bench/word_vectors.py`` makes the file again.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.search.root import plain, root, roots
from index.search.thesaurus import Senses, asked_senses, opposites, told_by
from index.word import COMMON, words

# Of a word that has no vector, another form may have one; of a shorter word, it is another word.
_ENDS = ("ed", "d", "s", "ing")
_SHORTEST = 3
# What tells the same in another word, beside the word itself.
SAME_SENSE = 0.9
FILE = Path(__file__).with_name("alike.npz")


@dataclass(frozen=True, slots=True)
class Told:
    """The words of a text, to be looked for in any form: their roots, senses, rows of vectors."""

    roots: frozenset[str]
    senses: Senses
    rows: tuple[int, ...]


@lru_cache(maxsize=1_000)
def told(text: str) -> Told:
    """Read a text's words."""
    own = words(text)
    rows = {row for word in own if word not in COMMON and (row := _row(word)) is not None}
    senses = frozenset().union(*(told_by(*pair) for pair in itertools.pairwise([*own, ""])))
    return Told(roots(own), senses, tuple(sorted(rows)))


@lru_cache(maxsize=2_000)  # the sentences of one article are held against the whole of it
def alike(wanted: str, text: Told) -> float:
    """Return how near the nearest word of a text is to a folded word, 0 to 1; 1 is the same."""
    if root(wanted) in text.roots:
        return 1.0
    if asked_senses(wanted) & text.senses:
        return SAME_SENSE
    own, others = _row(wanted), _opposed(wanted)
    rows = [row for row in text.rows if row not in others]
    if own is None or not rows:
        return 0.0
    vectors, _ = _table()
    return max(0.0, float((vectors[rows] @ vectors[own]).max()))


def nearness(wanted: str, each: Sequence[str]) -> list[float]:
    """Return how near each of some folded words is to a wanted one, 0 to 1; 1 is the same."""
    near = [_sameness(wanted, *pair) for pair in itertools.pairwise([*each, ""])]
    own, others = _row(wanted), _opposed(wanted)
    found = ((number, _row(word)) for number, word in enumerate(each))
    rows = {number: row for number, row in found if row is not None and row not in others}
    if own is None or not rows:
        return near
    vectors, _ = _table()
    for number, cosine in zip(rows, vectors[list(rows.values())] @ vectors[own], strict=True):
        near[number] = max(near[number], float(cosine))
    return near


def _sameness(wanted: str, word: str, behind: str) -> float:
    """Tell the same word, and the same sense: of "called off" it is the first word's."""
    if root(word) == root(wanted):
        return 1.0
    return SAME_SENSE * bool(asked_senses(wanted) & told_by(word, behind))


def is_known(word: str) -> bool:
    """Tell whether words like a folded one can be found: it has a vector, or a sense."""
    return _row(word) is not None or bool(asked_senses(word))


@lru_cache(maxsize=10_000)
def _opposed(word: str) -> frozenset[int]:
    """Return the rows of words that tell the opposite, which vectors take for the same."""
    _, rows = _table()
    if not (contrary := opposites(word)):
        return frozenset()
    return frozenset(row for other, row in rows.items() if root(other) in contrary)


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
