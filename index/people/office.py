"""What somebody is: the noun of a role, and whether a role is the one asked for. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from index.people.names import words
from index.people.wordlist import wordlist

_LINKS = frozenset(("of", "for", "at", "in", "on", "to", "from"))
# The deputy mayor is not the mayor.
_ANOTHER_OFFICE = wordlist(
    "deputy vice assistant former formerly then once previously acting opposition shadow ex"
    " outgoing late"
)
_SMALL = _LINKS | {"the", "a", "an"}


def head(role: str) -> str:
    """Return the noun of a role: "leader" of "leader of the council" and "council leader"."""
    return head_of(words(role))


def head_of(role: Sequence[str]) -> str:
    """Return the noun of a role that is split into words."""
    for place, word in enumerate(role):
        if word in _LINKS and place:
            return role[place - 1]
    return role[-1] if role else ""


def says(role: str, wanted: Sequence[str]) -> bool:
    """Tell whether a role says all that was asked for, in whatever order."""
    has = words(role)
    other = set(has) & _ANOTHER_OFFICE - set(wanted)
    return not other and head_of(has) == head_of(wanted) and set(wanted) - _SMALL <= set(has)
