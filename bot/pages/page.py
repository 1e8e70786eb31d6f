"""Page: lines that know how they wrap, printed at most 80 columns wide. The door to ``rich``.

Plain pipes and ``NO_COLOR`` get the same words without colour; a real terminal gets links.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rich.console import Console
from rich.text import Text

WIDTH = 80
# Characters that steer a terminal, or that turn the direction of what is read.
_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page before it is wrapped.

    ``first`` stands before its first row, ``rest`` before the others. A line that is not
    ``wrapped`` (an address) runs on past the edge, so that it can be copied whole.
    """

    text: Text = field(default_factory=Text)
    first: str = ""
    rest: str = ""
    wrapped: bool = True


def show(lines: Iterable[Line], console: Console) -> None:
    """Print a page, at most 80 columns wide."""
    for row in _rows(lines, console):
        console.print(row, soft_wrap=True)


def page_text(lines: Iterable[Line], console: Console) -> Text:
    """Return a page as one text, for what is shown only for a while."""
    return Text("\n").join(_rows(lines, console))


def _rows(lines: Iterable[Line], console: Console) -> Iterator[Text]:
    for line in lines:
        if not line.wrapped:
            yield Text(line.first) + line.text
            continue
        rows = line.text.wrap(console, min(WIDTH, console.width) - len(line.first)) or [Text()]
        for number, row in enumerate(rows):
            row.rstrip()
            yield Text(line.rest if number else line.first) + row


def harmless(text: str) -> str:
    """Return a text with every character that could steer a terminal made visible as �."""
    return _STEERING.sub("�", text)


def line(text: str, first: str = "", rest: str = "", style: str = "") -> Line:
    """Return a line of plain words."""
    return Line(Text(harmless(text), style=style), first, rest)
