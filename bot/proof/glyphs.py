"""Quotation marks of other keyboards and countries, as the usual ones. Pure."""

from __future__ import annotations

import re

_ALIKE = str.maketrans("＂❝❞‟〝〞〟❛❜＇‛", "\"“”““””‘’'‘")


def _pair(first: str, last: str) -> re.Pattern[str]:
    opening = rf"(?<![^\s(\[—–]){first}(?=[^\s{last}])"
    return re.compile(rf"{opening}([^{first}{last}\n]*)(?<=\S){last}(?!\w)")


# Marks that close elsewhere, or that are primes: they quote only in a pair around words.
_PAIRS = (
    (_pair("»", "«"), r"“\1”"),
    (_pair("›", "‹"), r"‘\1’"),
    (_pair("″", "″"), r"“\1”"),
    (_pair("”", "”"), r"“\1”"),
    (_pair("‚", "‘"), r"‘\1’"),
    (_pair("‚", "’"), r"‘\1’"),
)


def usual(text: str) -> str:
    """Return a text of the same length whose quotations stand in the usual marks."""
    text = text.translate(_ALIKE)
    for pair, usual_marks in _PAIRS:
        text = pair.sub(usual_marks, text)
    return text
