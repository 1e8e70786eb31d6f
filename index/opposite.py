"""Opposite: words of which one says what the other denies. Data; pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from index.word import stem

Pair = tuple[str, str]
Opposites = dict[str, frozenset[str]]

_STANCES = """
approve reject; support oppose; back oppose; favour oppose; favor oppose; accept reject;
accept refuse; confirm deny; exclude consider; exclude plan; exclude support; open close;
rise fall; increase decrease; increase cut; raise lower; raise cut; agree refuse; welcome condemn;
keep scrap; keep close; stay leave; remain leave; remain resign; start stop; begin end; lift impose;
win lose; praise criticise; praise criticize; allow ban; allow block; allow forbid; join leave;
safe unsafe; guilty innocent; legal illegal; possible impossible; right wrong; true false;
qualified unqualified; fit unfit
"""


def pairs(written: str) -> Iterator[Pair]:
    """Yield the pairs of a list, parted by semicolons."""
    for pair in written.split(";"):
        one, other = pair.split()
        yield one, other


def by_word(every: Iterable[Pair], form: Callable[[str], str]) -> Opposites:
    """Return the opposites of each word, both in some ``form``, as their stems."""
    found: dict[str, set[str]] = defaultdict(set)
    for pair in every:
        one, other = map(form, pair)
        found[one].add(other)
        found[other].add(one)
    return {word: frozenset(others) for word, others in found.items()}


STANCES = tuple(pairs(_STANCES))
OPPOSITES = by_word(STANCES, stem)
"""Stems in which people say the opposite of each other, by stem."""
