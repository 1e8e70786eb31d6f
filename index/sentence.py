"""Sentences and paragraphs with exact offsets. Pure; the only door to ``sentencex``.

Offsets are Python string indices (code points), end exclusive, into the text handed in.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

import sentencex

# Whatever ends a line ends a paragraph: pasted articles rarely wrap their lines.
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
# `Ukraine.”He did`: a new sentence begins even though the writer forgot the space.
# `.” “It`, `me. “It` and `. (He`: one begins at the opening mark, whatever the word before looks
# like. `.” He`: a full stop inside ends both.
_ALSO = re.compile(
    r"(?<=[.!?]”)(?=[A-Z][a-z])|(?<=[.!?][”)] )(?=[“(])|(?<=\.” )(?=[A-Z])|(?<=\.’” )(?=[A-Z“])"
    r"|(?<=[a-z]{2}[.!?] )(?=“[A-Z])|(?<=[a-z][.!?] )(?=\([A-Z])|(?<=[.!?]”\) )(?=[A-Z])"
)
# Abbreviations that sentencex takes for the end of a sentence.
_TITLE = re.compile(r"(?:^|\s|\()(?:Ms|Messrs|Mmes|Mx|Atty|Asst|Amb)\.\s+\Z")
# Marks that do not say by themselves whether they open or close, and those that are often turned
# the wrong way.
_STRAIGHT = re.compile(r"(?<![\w'.,!?])''(?='?\w)|''(?!')|``|‘‘|’’|[\"‟＂″〝〞]")
_HIDDEN = r"\u200b-\u200f\u202a-\u202e\u2060\ufeff"  # they set a direction, or nothing
_WRONG = re.compile(rf"(?<=[^\s(\[—–“-])“(?!\w)|(?<![^\s{_HIDDEN}])”(?=\w)")


class Span(NamedTuple):
    """``text[start:end]``."""

    start: int
    end: int


def paragraphs(text: str) -> list[Span]:
    """Find the lines of ``text`` that hold anything visible; outer white space is left out."""
    return [span for line in _LINE.finditer(text) if (span := _stripped(text, *line.span()))]


def split(text: str) -> list[Span]:
    """Find the sentences of ``text``, in order.

    Together they hold everything but white space. A sentence never crosses a paragraph, begins
    and ends with something visible, and keeps a quotation and its closing mark together.
    """
    return [sentence for paragraph in paragraphs(text) for sentence in _within(text, paragraph)]


def _within(text: str, paragraph: Span) -> list[Span]:
    line = text[paragraph.start : paragraph.end]
    cuts = _cuts(line)
    pieces = zip([0, *cuts], [*cuts, len(line)], strict=True)
    spans = (_stripped(text, paragraph.start + a, paragraph.start + b) for a, b in pieces)
    return [span for span in spans if span]


def directed(line: str) -> str:
    """Turn every straight double quotation mark of ``line`` into “ or ”; same length.

    A mark opens when none is open and something follows it, and closes otherwise. Two single
    marks in a row, which older newspaper archives print, are one mark: “‘ or ’”. A curly mark
    that is turned the wrong way is set right: `unusual,“ said`, `”The vote`.
    """
    line = _WRONG.sub(lambda mark: "”" if mark.group() == "“" else "“", line)
    if not _STRAIGHT.search(line):
        return line
    pieces: list[str] = []
    cursor, is_open = 0, False
    for mark in _STRAIGHT.finditer(line):
        pieces.append(line[cursor : mark.start()])
        cursor = mark.end()
        if _is_inches(line, mark, is_open):
            pieces.append(mark.group())
            continue
        is_open = _opens(line, mark, is_open)
        pieces.append(
            ("“" if is_open else "”") if len(mark.group()) == 1 else ("“‘" if is_open else "’”")
        )
    return "".join([*pieces, line[cursor:]])


def _opens(line: str, mark: re.Match[str], is_open: bool) -> bool:
    before, after = _before(line, mark.start()), line[mark.end() : mark.end() + 1]
    if is_open:  # a second opening mark, its partner forgotten: ` "word`
        return before.isspace() and after.isalnum()
    return bool(after) and not after.isspace()


def _is_inches(line: str, mark: re.Match[str], is_open: bool) -> bool:
    return not is_open and _before(line, mark.start()).isdigit()


def _before(line: str, place: int) -> str:
    return line[place - 1 : place] if place else ""


def _cuts(line: str) -> list[int]:
    """Where a new sentence begins, within one line, its beginning left out."""
    line = directed(line)
    opened, closed = _places(line, "“"), _places(line, "”")
    cuts = {
        cut.start()
        for cut in _ALSO.finditer(line)
        if bisect_left(opened, cut.start()) <= bisect_left(closed, cut.start())
    }
    cursor = 0
    for piece in sentencex.segment("en", line):
        found = line.find(piece, cursor)
        if found < 0:  # sentencex changed the text: nothing it says about this line can be placed
            return sorted(cuts)
        cursor = found + len(piece)
        if not _in_abbreviation(line, found):
            cuts.add(_before_opening_mark(line, found))
    return sorted(cuts - {0})


def _in_abbreviation(line: str, cut: int) -> bool:
    """Say whether a cut falls behind "Ms." or into "R-N.Y."."""
    inside = line[cut + 1 : cut + 2] == "." and line[cut - 1 : cut] == "." and line[cut].isupper()
    return inside or _TITLE.search(line, max(0, cut - 12), cut) is not None


def _before_opening_mark(line: str, cut: int) -> int:
    """Move ``cut`` before a mark that opens the new sentence but was left at the old one's end."""
    near = line[max(0, cut - 8) : cut].rstrip()
    return line.rfind("“", 0, cut) if near.endswith("“") else cut


def _places(line: str, sign: str) -> list[int]:
    return [match.start() for match in re.finditer(sign, line)]


def _stripped(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    kept = piece.strip()
    return Span(start + lead, start + lead + len(kept)) if kept else None
