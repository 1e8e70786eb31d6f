"""Leaning: whether a sentence is understood only by the one before it. Pure."""

from __future__ import annotations

import re

_OPENING = r"\A[“\"„«‘'(]?\s*"
_POINTING = "he|she|they|it|his|her|their|its|this|that|these|those|but|and|so(?! far)"
# "In 2022 it had …", "Last week she …": a time or a place first leans no less.
_SETTING = r"(?:(?:in|on|at|by|since|after|last|this|then|later|now)(?: the)?(?: \w+){0,2},? )?"
_LEANS = re.compile(
    rf"{_OPENING}(?:{_POINTING})\b|{_OPENING}{_SETTING}(?:he|she|they|it)\b"
    r"|\A\W*(?:\w+\W+){1,6}?(?:do|does|did|done|doing) so\b",
    re.IGNORECASE,
)
_MAY_LEAN = re.compile(
    rf"{_OPENING}(?:{_POINTING}|there|of (?:that|those|these|them)|one|both)\b", re.IGNORECASE
)


def leans(sentence: str) -> bool:
    """Tell a sentence that says nothing without the one before it: "It would do so in May"."""
    return _LEANS.search(sentence) is not None


def may_lean(sentence: str) -> bool:
    """Tell one that may go on from it: "There were 164 last year", "One of them is new"."""
    return _MAY_LEAN.match(sentence) is not None
