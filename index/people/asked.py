"""Asked: the name that a person asking writes, taken apart. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.people.names import key, same_first, words

AND = re.compile(r"\s*,?\s+and\s+|\s*,\s+")
_POSSESSIVE = re.compile("[’']s$")


def ends_alike(name: str, asked: str) -> bool:
    """Read "López Obrador" for "Andrés Manuel López Obrador": the end of a longer name."""
    first = key(asked).first
    whole = key(name)
    return first is not None and any(same_first(first, middle) for middle in whole.middle)


def without_role(asked: str) -> list[str]:
    """``asked``, then ever shorter ends of it: "NSC spokesman John Kirby" … "John Kirby"."""
    parts = asked.split()
    ends = [" ".join(parts[place:]) for place in range(len(parts) - 1)]
    return [asked, *ends[1:]] if len(parts) > 1 else [asked]


def as_written(body: Sequence[str], places: Sequence[str]) -> str:
    """Return a body's name as it stands on record, in a group's name or in an office."""
    for written in places:
        parts = written.split()
        for place in range(len(parts) - len(body) + 1):
            name = " ".join(parts[place : place + len(body)])
            if words(name) == list(body):
                return _POSSESSIVE.sub("", name).strip(" ,.")
    return " ".join(body)
