"""Which lines of a pasted page are the article's text, put together as paragraphs. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from index.intake.line.byline import read_byline
from index.intake.line.furniture import is_label
from index.intake.line.lines import Line, is_prose
from index.intake.line.link import is_link_line
from index.intake.paste.sheet import Sheet, is_aside
from index.intake.paste.tail import (
    about_the_author,
    biography,
    foot_of_page,
    other_headlines,
    readers_comments,
)
from index.intake.paste.top import Head

# Lines of verse and lists are shorter than this; a paragraph on a line of its own is longer.
LONGEST_VERSE = 60
_ITEM = re.compile(r"(?:\d+[.)]|[-•*–])\s")


def article_lines(sheet: Sheet, head: Head, byline: str | None) -> tuple[list[int], str | None]:
    """Return the numbers of the lines that are the article's text.

    With them the author whom a biography below the text names, if one does.
    """
    dropped = sheet.captions | sheet.furniture | head.lines
    dropped |= other_headlines(sheet, head.title_line)
    dropped |= foot_of_page(sheet)
    dropped |= readers_comments(sheet, sheet.last_prose(dropped))
    dropped |= about_the_author(sheet, sheet.others(dropped))
    life, author = biography(sheet, sheet.others(dropped), byline)
    dropped |= life
    dropped |= _below_text(sheet, head, dropped, byline)
    dropped |= _between_buttons(sheet, dropped)
    return sheet.others(dropped), author


def joined(lines: Sequence[Line]) -> str:
    """Put lines together as paragraphs; lines of verse and lists keep their single break."""
    pieces = [lines[0].text] if lines else []
    for before, line in pairwise(lines):
        verse = before.block == line.block and _is_verse(before.text) and _is_verse(line.text)
        pieces += ["\n" if verse else "\n\n", line.text]
    return "".join(pieces)


def _is_verse(text: str) -> bool:
    """Tell a line of verse or of a list from a short paragraph on a line of its own."""
    item = _ITEM.match(text) is not None
    return len(text) <= LONGEST_VERSE and (item or not is_prose(text))


def _below_text(sheet: Sheet, head: Head, dropped: Set[int], byline: str | None) -> set[int]:
    """Return labels, addresses and bylines after the last running text."""
    end = sheet.last_prose(dropped)
    if end < 0:
        # Verse and lists have no running text, so nothing can be said to stand below it.
        return set()
    below = range(max(end, head.end - 1) + 1, len(sheet.lines))
    return {n for n in below if _is_below(sheet.text(n)) or sheet.text(n) == byline}


def _is_below(text: str) -> bool:
    return is_aside(text) or is_link_line(text) or read_byline(text) is not None


def _between_buttons(sheet: Sheet, dropped: Set[int]) -> set[int]:
    """Single words like "Print" beside other buttons of their block, inside the text too."""
    found: set[int] = set()
    for number, line in enumerate(sheet.lines):
        around = [n for n in (number - 1, number + 1) if 0 <= n < len(sheet.lines)]
        beside = any(
            sheet.lines[n].block == line.block and (n in dropped or n in found) for n in around
        )
        if beside and number not in dropped and is_label(line.text):
            found.add(number)
    return found
