"""Opposite: words of which one says what the other denies. Pure."""

from __future__ import annotations

from collections import defaultdict

from index.word import stem

_OPPOSITES = """
approve reject; support oppose; back oppose; favour oppose; favor oppose; accept reject;
accept refuse; confirm deny; exclude consider; exclude plan; exclude support; open close;
rise fall; increase decrease; increase cut; raise lower; raise cut; agree refuse; welcome condemn;
keep scrap; keep close; stay leave; remain leave; remain resign; start stop; begin end; lift impose;
win lose; praise criticise; praise criticize; allow ban; allow block; allow forbid; join leave;
safe unsafe; guilty innocent; legal illegal; possible impossible; right wrong; true false;
qualified unqualified; fit unfit
"""


def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for pair in _OPPOSITES.split(";"):
        one, other = map(stem, pair.split())
        found[one].add(other)
        found[other].add(one)
    return {word: frozenset(others) for word, others in found.items()}


OPPOSITES = _opposites()
"""Stems that say the opposite of each other, by stem."""
