"""A draft whose lines were broken at a fixed width, as running paragraphs again. Pure.

Nothing is moved: where a line only goes on, its end becomes a space, so every offset stays.
"""

from __future__ import annotations

import re
from itertools import pairwise

# Mail programs and editors break lines no shorter and no longer than that, in characters.
NARROWEST, WIDEST = 45, 120
_ENDS = re.compile(r"[.!?:;…”\"’')\]»]\s*\Z")
_QUOTES = "“\"„«‘'>"


def unwrapped(text: str) -> str:
    """Return a text of the same length in which lines that only go on are joined by a space."""
    lines = text.replace("\r\n", " \n").replace("\r", "\n").split("\n")
    pieces = [lines[0]]
    is_open = _leaves_open(lines[0], False)
    for line, after in pairwise(lines):
        joined = bool(line.strip() and after.strip()) and _goes_on(line, after, is_open)
        is_open = _leaves_open(after, is_open and joined)
        pieces += [" " if joined else "\n", after]
    return "".join(pieces)


def _goes_on(line: str, after: str, is_open: bool) -> bool:
    """Tell whether a line goes on in the next one."""
    first = after.lstrip()
    if is_open and first[0] not in _QUOTES:
        return True
    if first[0].islower() or first[0] in ",.;:!?)”»":
        return True
    bare = line.rstrip()
    is_wide = NARROWEST <= len(bare) <= WIDEST
    return is_wide and not _ENDS.search(bare) and first[0] not in "-*#•"


def _leaves_open(line: str, is_open: bool) -> bool:
    """Tell whether a quotation is still open at the end of a line."""
    straight = line.count('"') % 2 == 1
    opened = sum(line.count(mark) for mark in "“«")
    closed = sum(line.count(mark) for mark in "”»")
    if straight:
        return not is_open
    return opened > closed or (is_open and opened >= closed)
