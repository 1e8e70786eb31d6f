"""Likely: how likely it is that a sentence answers, by everything that is known of it. Pure.

The rules (``answers``) tell whether a sentence may be shown; of those that may, the one that
answers is the one for which most speaks: how near it is in meaning, what of the question it holds,
what stands around it. Nothing of that decides alone. What each is worth was learnt from questions
whose answers are known (``python tests/bench/likely.py``): the sentences of a question, and "none
of them", share out the chance of being the answer (the conditional logit; McFadden 1974).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from index.search.answers import Support
from index.search.rank import Closeness

FILE = Path(__file__).with_name("likely.json")
# In the file, what speaks for "none of them".
NONE = "none"


def parts(near: Closeness, held: Support) -> dict[str, float]:
    """Return what is weighed, each 0 to 1: how near a sentence is, and what it holds."""
    return {
        "meaning": near.meaning,
        "words": near.own,
        "words around": near.around,
        "kind": float(near.fits),
        "leans": float(near.leans),
        "relation": held.relation,
        "relation itself": held.own,
        "relation least": held.least,
        "verb": held.done,
        "names": held.names,
        "names itself": held.named,
        "names near": held.near_names,
        "numbers": held.numbers,
        "tells": float(held.tells),
        "passage": near.passage or 0.0,
        "relation elsewhere": held.elsewhere,
    }


def likelihood(near: Closeness, held: Support) -> float:
    """Return how likely a sentence answers, as the logarithm of the odds.

    0 is as likely as that no sentence does; of two, one that has 1 more is 2.7 times as likely.
    """
    worth = weights()
    weighed = sum(worth[name] * value for name, value in parts(near, held).items())
    return weighed - worth[NONE]


@lru_cache(maxsize=1)
def weights() -> Mapping[str, float]:
    """Return what each part is worth, and what speaks for none of the sentences."""
    read: dict[str, float] = json.loads(FILE.read_text("utf-8"))
    return read
