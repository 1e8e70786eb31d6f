"""The order of what was found: many articles before much of one, outlets in turn. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

Name = str | None


def few_of_each(ranked: Iterable[str], articles: Mapping[str, str], few: int) -> list[str]:
    """Put the best few passages of every article before more of any; ``articles``: of each."""
    counts: Counter[str] = Counter()
    first: list[str] = []
    later: list[str] = []
    for each in ranked:
        counts[articles[each]] += 1
        (first if counts[articles[each]] <= few else later).append(each)
    return [*first, *later]


def in_turns(ranked: Sequence[str], group_of: Callable[[str], Name], turns: int) -> list[str]:
    """Let every group have some turns, its best first; all others keep their order behind them.

    Groups take turns in the order of what is best in them.
    """
    groups: dict[Name, list[str]] = {}
    for each in ranked:
        groups.setdefault(group_of(each), []).append(each)
    groups.pop(None, None)
    place = {each: number for number, each in enumerate(ranked)}
    taken = [
        each
        for turn in range(turns)
        for each in sorted(
            (group[turn] for group in groups.values() if turn < len(group)), key=place.__getitem__
        )
    ]
    first = set(taken)
    return [*taken, *(each for each in ranked if each not in first)]
