"""The scores of words: bm25 of a word in every passage, added up over the words of a text.

FTS5 works out the score of every passage that has any of the words, each time anew; in a hundred
thousand passages that takes a tenth of a second. But bm25 is a sum over words. So the places of
each word are asked for once, its scores are worked out of them with FTS5's own formula, kept in
memory, and added up: the same figures (a test holds it).
"""

from __future__ import annotations

import functools
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from index.database.memory import Memory

if TYPE_CHECKING:
    import numpy as np

# A word in the headline counts for as much as this many in the text.
TITLE_WEIGHT = 2.0
# The constants of FTS5's bm25 (https://www.sqlite.org/fts5.html#the_bm25_function).
_K1, _B, _LEAST_IDF = 1.2, 0.75, 1e-6
_SCORES = "SELECT rowid, -bm25(word, ?, 1.0) FROM word WHERE word MATCH ?"
# Each place as its passage's number, less than nought in a headline; all as one text, in order.
_PLACES = "SELECT group_concat(iif(col = 'text', doc, -doc)) FROM temp.places WHERE term = ?"
_STEM = "INSERT OR REPLACE INTO temp.stemmed (rowid, word) SELECT key, value FROM json_each(?)"
_SIZES = "SELECT id, sz FROM word_docsize ORDER BY id"

Read = Callable[[str, Sequence[object]], list[Any]]


@dataclass(frozen=True, slots=True)
class Scores:
    """The score of each passage that has a word: ``values[n]`` is that of ``numbers[n]``."""

    numbers: np.ndarray
    values: np.ndarray

    @property
    def size(self) -> int:
        """How much room they take, in passages."""
        return len(self.numbers) + 1


@dataclass(frozen=True, slots=True)
class Lengths:
    """How long passages are: ``of[number]`` in words, headline included; how many there are."""

    of: np.ndarray
    count: int
    mean: float


def word_scores(words: Iterable[str], read: Read, memory: Memory) -> dict[str, Scores]:
    """Return the scores of each word or row of words; ``read`` asks the database."""
    return memory.recall_each(
        "word", words, lambda unknown: _read(unknown, read, memory), lambda each: each.size
    )


def _read(words: Sequence[str], read: Read, memory: Memory) -> dict[str, Scores]:
    @functools.cache
    def lengths() -> Lengths:
        return memory.recall("lengths", lambda: _lengths(read), lambda each: len(each.of))

    return {
        word: _scored(terms[0], lengths(), read) if len(terms) == 1 else _scored_in_row(word, read)
        for word, terms in zip(words, _terms(words, read), strict=True)
    }


def _scored_in_row(word: str, read: Read) -> Scores:
    import numpy as np

    rows = read(_SCORES, (TITLE_WEIGHT, f'"{word}"'))
    return Scores(
        np.array([number for number, _ in rows], np.int32),
        np.array([score for _, score in rows], np.float32),
    )


def _terms(words: Sequence[str], read: Read) -> list[list[str]]:
    """Return what FTS5 makes of each word: its stems, each once."""
    plain = [word.replace('""', '"') for word in words]
    read(_STEM, (json.dumps(plain),))
    found: dict[int, list[str]] = defaultdict(list)
    for number, term in read("SELECT DISTINCT doc, term FROM temp.stems", ()):
        found[number].append(term)
    read("DELETE FROM temp.stemmed", ())
    return [found[number] for number in range(len(words))]


def _scored(term: str, lengths: Lengths, read: Read) -> Scores:
    """Work out bm25 of a stem from where it stands: FTS5 takes ten times as long for the same."""
    import numpy as np

    [(places,)] = read(_PLACES, (term,))
    if places is None:
        return Scores(np.zeros(0, np.int32), np.zeros(0, np.float32))
    where = np.fromstring(places, np.int64, sep=",")
    numbers = np.abs(where)
    numbers = numbers[: np.searchsorted(numbers, len(lengths.of))]  # the rest came in between
    firsts = np.flatnonzero(np.diff(numbers, prepend=-1))
    found = numbers[firsts]
    in_title = where[: len(numbers)] < 0
    frequency = np.add.reduceat(1.0 + (TITLE_WEIGHT - 1.0) * in_title, firsts)
    idf = np.log((lengths.count - len(found) + 0.5) / (len(found) + 0.5))
    size = _K1 * (1 - _B + _B * lengths.of[found] / lengths.mean)
    values = max(idf, _LEAST_IDF) * frequency * (_K1 + 1) / (frequency + size)
    return Scores(found.astype(np.int32), values.astype(np.float32))


def _lengths(read: Read) -> Lengths:
    import numpy as np

    rows = read(_SIZES, ())
    found = np.zeros((rows[-1][0] if rows else 0) + 1, dtype=np.float64)
    for number, sizes in rows:
        found[number] = _sum_of(sizes)
    return Lengths(found, len(rows), float(found.sum()) / max(1, len(rows)))


def _sum_of(sizes: bytes) -> int:
    """Add up the numbers that SQLite wrote with seven bits a byte."""
    total = value = 0
    for byte in sizes:
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            total, value = total + value, 0
    return total
