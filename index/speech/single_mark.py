"""Step 1b: where British quotations open and close, whose outer marks are single ones. Pure.

The closing mark is an apostrophe as well: "the fishermen’s boats", "the ’90s", "goin’ home", "the
referees’ body". A quotation ends at the first mark that can close it; one that may rather be a
possessive closes only where no surer one follows before the next quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

Marks = tuple[int, int, bool]  # start, end, and whether it is closed

_PROSE = 20_000  # characters of one line; no paragraph is longer
_LONGEST = 600
# An opening mark; not that of words whose beginning is left out.
_OPENING = re.compile(
    r"(?<![\w’'])(?:‘|'(?!'))"
    r"(?!\d\ds\b|(?:bout|cause|cos|em|n|round|til|till|tis|twas|tween)\b)(?=[\w£$€\[…])",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"(?<![\s‘'’])['’](?![\w’'])")
# "the referees’ body" and "goin’ home", where a word goes on.
_UNSURE = re.compile(r"(?:s|\win)['’] [A-Za-z]")
_PARTNER = {"‘": "’", "'": "'"}


def find(line: str, double: Sequence[Marks]) -> Iterator[Marks]:
    """Find the quotations in single marks that stand in none of those in double ones, in order.

    One that opens the paragraph, and that nothing closes, is not closed.
    """
    opening = _OPENING.search(line, 0, _PROSE)
    while opening is not None:
        start = opening.start()
        end = None if _within(start, double) else _end(line, start, double)
        if end is not None:
            yield start, end, True
        elif start == 0 and line[0] == "‘" and not double:
            yield start, len(line), False
        opening = _OPENING.search(line, end or start + 1, _PROSE)


def _end(line: str, start: int, double: Sequence[Marks]) -> int | None:
    """Find where a quotation ends: behind its surest closing mark before the next quotation.

    It holds a whole one in double marks only where a sentence or clause ends with it.
    """
    ceiling = _next_opening(line, start, double)
    inner = next((one for one, _, _ in double if one > start), ceiling)
    places = [
        found.start()
        for found in _CLOSING.finditer(line, start + 2, ceiling)
        if found.group() == _PARTNER[line[start]] and not _within(found.start(), double)
    ]
    places = [place for place in places if place < inner or line[place - 1] in ".,!?…"]
    sure = (place for place in places if not _UNSURE.match(line, _before(line, place)))
    closing = next(sure, places[0] if places else None)
    return None if closing is None else closing + 1


def _next_opening(line: str, start: int, double: Sequence[Marks]) -> int:
    """Return where the next quotation in single marks opens, or how far this one may reach."""
    reach = min(start + _LONGEST, len(line))
    for found in _OPENING.finditer(line, start + 1, reach):
        if not _within(found.start(), double):
            return found.start()
    return reach


def _before(line: str, mark: int) -> int:
    """Return where the letters before a mark begin that tell a possessive or a cut-off word."""
    return mark - 1 if line[mark - 1] == "s" else max(0, mark - 3)


def _within(place: int, spans: Sequence[Marks]) -> bool:
    return any(start < place < end for start, end, _ in spans)
