"""A pasted text with its lines told apart: captions, furniture, running text. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass

from index.intake.line.caption import captions
from index.intake.line.date import is_stamp
from index.intake.line.furniture import is_crumb, is_furniture, is_label
from index.intake.line.lines import Line, ends_sentence, is_prose, word_count
from index.intake.line.outlet import is_paper

# Words of running text that one line of anything else weighs up. Headlines of teasers have about
# ten words, paragraphs have thirty.
PRICE_OF_OTHER_LINE = 3


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of a paste, and the numbers of those that are surely one thing.

    ``captions``: pictures' words and credits. ``furniture``: buttons, notices, stamps of time.
    ``prose``: running text. ``main``: the stretch that holds the most of it, from its first line
    of running text to its last; empty when there is none.
    """

    lines: tuple[Line, ...]
    captions: frozenset[int]
    furniture: frozenset[int]
    prose: frozenset[int]
    main: range

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
    other = pictures | furniture
    prose = frozenset(
        n
        for n, line in enumerate(ordered)
        if n not in other and is_prose(line.text) and not is_crumb(line.text)
    )
    return Sheet(ordered, pictures, furniture, prose, _main(ordered, prose))


def _main(lines: tuple[Line, ...], prose: frozenset[int]) -> range:
    """Find the stretch of lines with the most words of running text, less a price for other lines.

    A menu with a teaser or two in it costs more than it brings.
    """
    best, best_score, start, score = range(0), 0, 0, 0
    for number, line in enumerate(lines):
        score += word_count(line.text) if number in prose else -_price(line.text)
        if score <= 0:
            start, score = number + 1, 0
        elif score > best_score:
            best, best_score = range(start, number + 1), score
    return best


def _price(text: str) -> int:
    """Price a line: a short sentence costs nothing, as in an interview or a dialogue."""
    return 0 if word_count(text) >= 3 and ends_sentence(text) else PRICE_OF_OTHER_LINE


def is_aside(text: str) -> bool:
    """Tell whether a line is a section's name, a path of sections or a newspaper's name."""
    return is_label(text) or is_crumb(text) or is_paper(text)


def is_button(text: str) -> bool:
    """Tell whether a line belongs to the page's controls."""
    return is_furniture(text) or is_label(text) or is_crumb(text)
