"""Step 1: where quotation marks open and close. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.sentence import Span, directed
from index.speech import single_mark

_PAIRS = {"“": "”", "«": "»", "「": "」", "『": "』", "„": "“”", "‹": "›"}
_TURNED_PAIRS = {"»": "«", "›": "‹"}  # as German books have them
_MARK = re.compile("[“”«»「」『』„‹›]")


@dataclass(frozen=True, slots=True)
class Quotation:
    """``text[start:end]`` stands in quotation marks; the marks are part of it.

    ``goes_on``: the paragraph ends before the closing mark, and the next one opens with a mark
    again, so that the quotation continues there. A mark that is never closed opens none.
    """

    start: int
    end: int
    goes_on: bool = False


def find(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """Find the outermost quotations, in order. None crosses a paragraph."""
    found: list[Quotation] = []
    for place, paragraph in enumerate(paragraphs):
        following = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
        found.extend(_within(text, paragraph, following))
    return found


def _within(text: str, paragraph: Span, following: Span | None) -> list[Quotation]:
    line = directed(text[paragraph.start : paragraph.end])
    spans = _outermost(line)
    singles = list(single_mark.find(line, spans))
    spans = sorted([*singles, *(one for one in spans if not _is_inside(one, singles))])
    continues = following is not None and _opens(text, following)
    return [
        Quotation(paragraph.start + start, paragraph.start + end, goes_on=not closed)
        for start, end, closed in spans
        if closed or continues
    ]


def _is_inside(one: single_mark.Marks, others: Sequence[single_mark.Marks]) -> bool:
    return any(start < one[0] and one[1] < end for start, end, closed in others if closed)


def _outermost(line: str) -> list[tuple[int, int, bool]]:
    """Pair the marks of one line; one that never closes runs to the end of the line."""
    spans: list[tuple[int, int, bool]] = []
    opened: int | None = None
    closing, inner = "", 0
    paired = line.count("“") == line.count("”")
    for mark in _MARK.finditer(line):
        sign, place = mark.group(), mark.start()
        if opened is None and (sign in _PAIRS or _opens_turned(line, place)):
            opened, inner = place, 0
            closing = _TURNED_PAIRS[sign] if _opens_turned(line, place) else _PAIRS[sign]
        elif opened is not None and paired and sign == "“" and closing == "”":
            inner += 1  # a quotation within it, in the same marks
        elif opened is not None and sign in closing and inner:
            inner -= 1
        elif opened is not None and sign in closing:
            spans.append((opened, place + 1, True))
            opened = None
    if opened is not None:
        spans.append((opened, len(line), False))
    return spans


def _opens_turned(line: str, place: int) -> bool:
    """Say whether a closing mark stands where only an opening one can: `»The vote«`."""
    behind = line[place - 1 : place] if place else " "
    ahead = line[place + 1 : place + 2]
    return line[place] in _TURNED_PAIRS and behind.isspace() and ahead.isalnum()


def _opens(text: str, paragraph: Span) -> bool:
    return text[paragraph.start] in "“\"«„「'‘"
