"""A pasted text with its lines told apart: captions, furniture, running text. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass

from index.intake.caption import captions
from index.intake.date import is_stamp
from index.intake.furniture import is_crumb, is_furniture, is_label
from index.intake.lines import Line, is_prose
from index.intake.outlet import is_paper


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of a paste, and the numbers of those that are surely one thing.

    ``captions``: pictures' words and credits. ``furniture``: buttons, notices, stamps of time.
    ``prose``: running text.
    """

    lines: tuple[Line, ...]
    captions: frozenset[int]
    furniture: frozenset[int]
    prose: frozenset[int]

    def text(self, number: int) -> str:
        """Return one line."""
        return self.lines[number].text

    def first_prose(self) -> int:
        """Return the number of the first line of running text, else the count of lines."""
        return min(self.prose, default=len(self.lines))

    def last_prose(self, skipped: Set[int] = frozenset()) -> int:
        """Return the number of the last line of running text that is not skipped, else -1."""
        return max(self.prose - skipped, default=-1)

    def others(self, skipped: Set[int]) -> list[int]:
        """Return the numbers of the lines that are not skipped, in order."""
        return [number for number in range(len(self.lines)) if number not in skipped]


def mark(lines: Iterable[Line]) -> Sheet:
    """Tell the lines of a paste apart."""
    ordered = tuple(lines)
    pictures = frozenset(captions(ordered))
    furniture = frozenset(
        n for n, line in enumerate(ordered) if is_furniture(line.text) or is_stamp(line.text)
    )
    prose = frozenset(
        n
        for n, line in enumerate(ordered)
        if n not in pictures | furniture and is_prose(line.text) and not is_crumb(line.text)
    )
    return Sheet(ordered, pictures, furniture, prose)


def is_aside(text: str) -> bool:
    """Tell whether a line is a section's name, a path of sections or a newspaper's name."""
    return is_label(text) or is_crumb(text) or is_paper(text)


def is_button(text: str) -> bool:
    """Tell whether a line belongs to the page's controls."""
    return is_furniture(text) or is_label(text) or is_crumb(text)
