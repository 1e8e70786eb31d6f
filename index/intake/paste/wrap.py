"""Put hard-wrapped paragraphs together again. Pure; no word is changed.

Mail programs and text archives break lines at a fixed width. Such a text is told from lists,
verse and one-line paragraphs by how lines are filled: a wrapped line is so full that the first
word of the next line would not have fitted.
"""

from __future__ import annotations

import re
from itertools import pairwise

from index.intake.line.lines import Line

NARROWEST, WIDEST = 50, 100
# At the end of each wrapped paragraph a line is short, so not every pair of lines can be full.
SHARE_OF_FULL_LINES = 0.7
# In running text most lines go on in lower case; in lists and verse most begin with a capital.
SHARE_GOING_ON_IN_LOWER_CASE = 0.4
FEWEST_FULL_LINES = 3

_SPLIT_COMPOUND = re.compile(r"[^\W\d_]-\Z")
_SUSPENDED = ("and ", "or ", "to ", "und ", "oder ", "y ", "e ", "et ")


def rejoin(lines: list[Line]) -> list[Line]:
    """Join the lines of a hard-wrapped text into paragraphs; any other text comes back as it was.

    Two lines are joined with one space, or with nothing where the line was broken after the
    hyphen of a compound ("long-" / "range").
    """
    width = _width(lines)
    if not _is_wrapped(lines, width):
        return lines
    paragraphs: list[list[Line]] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None and _goes_on(before, line, width):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [Line(_joined(parts), parts[0].block) for parts in paragraphs]


def _width(lines: list[Line]) -> int:
    """Return the length of the longest line that has another directly above or below it."""
    neighbours = {line.block for line, after in _pairs(lines)}
    spaced = (line for line in lines if line.block in neighbours and " " in line.text)
    return max((len(line.text) for line in spaced), default=0)


def _is_wrapped(lines: list[Line], width: int) -> bool:
    if not NARROWEST <= width <= WIDEST:
        return False
    pairs = _pairs(lines)
    full = [after for line, after in pairs if _goes_on(line, after, width)]
    lower = [after for after in full if after.text[0].islower()]
    return (
        len(full) >= FEWEST_FULL_LINES
        and len(full) >= SHARE_OF_FULL_LINES * len(pairs)
        and len(lower) >= SHARE_GOING_ON_IN_LOWER_CASE * len(full)
    )


def _pairs(lines: list[Line]) -> list[tuple[Line, Line]]:
    following = pairwise(lines)
    return [(line, after) for line, after in following if line.block == after.block]


def _goes_on(line: Line, after: Line, width: int) -> bool:
    first_word = after.text.partition(" ")[0]
    same = line.block == after.block and " " in line.text
    return same and len(line.text) + 1 + len(first_word) > width


def _joined(parts: list[Line]) -> str:
    pieces = [parts[0].text]
    for line, after in pairwise(parts):
        compound = _SPLIT_COMPOUND.search(line.text[-2:]) and after.text[0].isalpha()
        glued = compound and not after.text.startswith(_SUSPENDED)
        pieces.append(after.text if glued else f" {after.text}")
    return "".join(pieces)
