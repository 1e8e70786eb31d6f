"""Best: the scores of words added up, and the passages with the greatest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from index.database.word_scores import Scores

if TYPE_CHECKING:
    import numpy as np


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
    least = 0.0
    if allowed is None:
        least = _surely_reached(each, total, most)
    else:
        known = min(len(allowed), len(total))  # what came in between is found next time
        total = total[:known] * allowed[:known]
    found = np.flatnonzero((total > 0) & (total >= least))
    if len(found) > most:
        least = np.partition(total[found], -most)[-most]
        found = found[total[found] >= least]
    return list(zip(found.tolist(), total[found].tolist(), strict=True))


def _surely_reached(scores: Sequence[Scores], total: np.ndarray, most: int) -> float:
    """Return a score that so many passages have: those of the rarest word that so many have.

    Far fewer than all that were found need then be put in order. Nought where no word tells.
    """
    import numpy as np

    common = [one.numbers for one in scores if len(one.numbers) >= most]
    if not common:
        return 0.0
    return float(np.partition(total[min(common, key=len)], -most)[-most])


def allowed_numbers(numbers: Sequence[int], greatest: int) -> np.ndarray:
    """Return for every number up to the greatest whether it is one of some."""
    import numpy as np

    allowed = np.zeros(greatest + 1, dtype=bool)
    allowed[list(numbers)] = True
    return allowed
