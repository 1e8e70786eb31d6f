"""Spelling: whose name is nearly the one that a person asking wrote. Pure."""

from __future__ import annotations

import difflib

from index.people.known import Known, People
from index.people.names import key, words

# Of five letters one may be another, or two of them exchanged: "Kriby" for "Kirby".
NEAR = 0.8
# Roe and Poe are two people, not one misspelt.
_SHORTEST = 4
MOST = 3


def spelt_like(asked: str, known: People) -> tuple[Known, ...]:
    """Return the speakers whose names are spelt nearly as ``asked``, the nearest first."""
    *before, last = words(asked) or [""]
    if len(last) < _SHORTEST:
        return ()
    near = difflib.get_close_matches(last, known.by_surname, n=MOST, cutoff=NEAR)
    found = [one for name in near for one in known.by_surname[name]]
    return tuple(one for one in found if not before or _is_first(before[-1], one))[:MOST]


def _is_first(written: str, one: Known) -> bool:
    """Tell whether a word before a surname may be that person's first name, or "Mr"."""
    own = key(f"{written} x").first
    first = key(one.name).first
    return own is None or bool(first and difflib.get_close_matches(own, [first], cutoff=NEAR))
