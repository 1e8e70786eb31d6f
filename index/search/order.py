"""The order of what was found: many articles before much of one, outlets in turn. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

Name = str | None


def one_of_each(ranked: Iterable[str], article_of: Callable[[str], str]) -> list[str]:
    """Put the best passage of every article before the second of any."""
    first: dict[str, str] = {}
    later: list[str] = []
    for each in ranked:
        if first.setdefault(article_of(each), each) != each:
            later.append(each)
    return [*first.values(), *later]


def in_turns(ranked: Sequence[str], group_of: Callable[[str], Name]) -> list[str]:
    """Let every group have its turn, best first; what belongs to none stands last.

    Groups take turns in the order of what is best in them.
    """
    groups: dict[Name, list[str]] = {}
    for each in ranked:
        groups.setdefault(group_of(each), []).append(each)
    others = groups.pop(None, [])
    place = {each: number for number, each in enumerate(ranked)}
    turns = [
        sorted(
            (group[turn] for group in groups.values() if turn < len(group)), key=place.__getitem__
        )
        for turn in range(max(map(len, groups.values()), default=0))
    ]
    return [each for turn in turns for each in turn] + others
