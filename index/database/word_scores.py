"""The scores of words: FTS5's bm25 of a word in every passage, added up over the words of a text.

FTS5 works out the score of every passage that has any of the words, each time anew; in a hundred
thousand passages that takes a tenth of a second. But bm25 is a sum over words, so the scores of
each single word are asked for once, kept in memory, and added up here: the same figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from index.database.memory import Memory

if TYPE_CHECKING:
    import numpy as np

# A word in the headline counts for as much as this many in the text.
TITLE_WEIGHT = 2.0
_SCORES = "SELECT rowid, -bm25(word, ?, 1.0) FROM word WHERE word MATCH ?"

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


def word_scores(term: str, read: Read, memory: Memory) -> Scores:
    """Return the scores of one FTS5 term; ``read`` asks the database."""
    return memory.recall(("word", term), lambda: _read(term, read), lambda scores: scores.size)


def _read(term: str, read: Read) -> Scores:
    import numpy as np

    rows = read(_SCORES, (TITLE_WEIGHT, term))
    count = len(rows)
    return Scores(
        np.fromiter((number for number, _ in rows), np.int32, count),
        np.fromiter((score for _, score in rows), np.float32, count),
    )


def best(
    scores: Iterable[Scores], allowed: np.ndarray | None, most: int
) -> list[tuple[int, float]]:
    """Add scores up; return the (number, score) of the best passages, in no order.

    They are ``most``, or more where the last of them are equal. ``allowed``, where it is given,
    says of each number whether that passage may be found.
    """
    import numpy as np

    each = list(scores)
    numbers = np.concatenate([one.numbers for one in each])
    total = np.bincount(numbers, np.concatenate([one.values for one in each]))
    if allowed is not None:
        known = min(len(allowed), len(total))  # what came in between is found next time
        total = total[:known] * allowed[:known]
    found = np.flatnonzero(total)
    if len(found) > most:
        least = np.partition(total[found], -most)[-most]
        found = found[total[found] >= least]
    return [(int(number), float(total[number])) for number in found]


def allowed_numbers(numbers: Sequence[int], greatest: int) -> np.ndarray:
    """Return for every number up to the greatest whether it is one of some."""
    import numpy as np

    allowed = np.zeros(greatest + 1, dtype=bool)
    allowed[list(numbers)] = True
    return allowed
