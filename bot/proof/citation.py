"""A draft as sentences, each with the numbers of the sources that it cites. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from index import sentence

_MARK = re.compile(r"[ \t]*\[(\d{1,4}(?:\s*[,;]\s*\d{1,4})*)\]")

# What lays a line out as a heading, a list or a quotation is no part of the sentence.
_LIST_MARK = re.compile(r"\A(?:[#>*+•–-]+[ \t]+)+")


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """A sentence of a draft without its marks, and the numbers that stood in them, each once."""

    text: str
    numbers: tuple[int, ...]


def read(draft: str) -> tuple[CitedSentence, ...]:
    """Read a draft, without what marks a line as one of a list.

    A citation behind a full stop belongs to the sentence that the stop ends.
    """
    bare, marks = _without_marks(draft)
    spans = sentence.split(bare)
    found: list[CitedSentence] = []
    for place, span in enumerate(spans):
        behind = spans[place + 1].start if place + 1 < len(spans) else len(bare)
        own = [numbers for at, numbers in marks if span.start < at <= behind]
        numbers = tuple(dict.fromkeys(number for each in own for number in each))
        found.append(CitedSentence(_LIST_MARK.sub("", bare[span.start : span.end]), numbers))
    return tuple(found)


def written(text: str, numbers: Iterable[int]) -> str:
    """Return a sentence with its citations: before the full stop, behind a closing mark."""
    marks = "".join(f"[{number}]" for number in numbers)
    if not marks:
        return text
    if text.endswith("."):
        return f"{text[:-1]} {marks}."
    return f"{text} {marks}"


def renumbered(cited: Iterable[Iterable[int]]) -> Mapping[int, int]:
    """Return a new number for each that is cited, in reading order, from 1 on."""
    order = dict.fromkeys(number for numbers in cited for number in numbers)
    return {old: new for new, old in enumerate(order, start=1)}


def _without_marks(draft: str) -> tuple[str, list[tuple[int, list[int]]]]:
    """Cut the marks out; return where in the rest each stood, and its numbers."""
    pieces: list[str] = []
    marks: list[tuple[int, list[int]]] = []
    cursor = length = 0
    for mark in _MARK.finditer(draft):
        piece = draft[cursor : mark.start()]
        pieces.append(piece)
        length += len(piece)
        marks.append((length, [int(number) for number in re.findall(r"\d+", mark[1])]))
        cursor = mark.end()
    return "".join([*pieces, draft[cursor:]]), marks
