"""Named: whether a name of the question stands in a text, in whatever form. Pure.

"Kelby Town" is not Kelby Rovers, and "Larchmount House" no other house; but "Roe" is Ada Roe,
"Russian" names Russia, and the president may stand there without the title.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.people import first_names
from index.search.root import root
from index.search.wanted import Name
from index.speech.lexicon import HONORIFICS, TITLES
from index.word import COMMON

# So few letters are no root of a longer name.
_LONG_ENOUGH = 4
# What a name takes on as an adjective or for those who live there; Costway is no cost.
_FORMS = frozenset(["", *"n an ian ean ine s es ish ese i ic a ia y er ers ns ans ians".split()])
# What firms are, and need not be called.
_LEGAL = frozenset("inc ltd plc corp corporation co company llc group gmbh ag sa holdings".split())
_LEFT_OUT = HONORIFICS | TITLES | _LEGAL
# A name of so many words is known without one of them.
_LONG = 3


def stands(name: Name, present: frozenset[str]) -> float:
    """Tell whether a name stands among the roots of a text's words, 0 or 1."""
    own = [word for word in name if word not in _LEFT_OUT] or list(name)
    if _initials(own) in present:
        return 1.0
    if len(own) > 1 and own[0] in first_names.ALL:
        own = own[-1:]
    missing = sum(not _is_there(word, present) for word in own)
    return float(missing <= (len(own) >= _LONG))


def _initials(own: Sequence[str]) -> str:
    """Return "who" for the World Health Organization; nothing where that is another word."""
    letters = "".join(word[0] for word in own)
    return letters if len(own) >= _LONG and letters not in COMMON else ""


def _is_there(word: str, present: frozenset[str]) -> bool:
    return root(word) in present or _derived(word, present)


def _derived(word: str, present: frozenset[str]) -> bool:
    """Tell "Russian" for "Russia", and the other way round."""
    if len(word) < _LONG_ENOUGH:
        return False
    return any(
        longer.startswith(shorter) and longer.removeprefix(shorter) in _FORMS
        for shorter, longer in (sorted((one, word), key=len) for one in present)
        if len(shorter) >= _LONG_ENOUGH
    )
