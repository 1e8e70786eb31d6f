"""The head of a pasted page: headline and author, and all lines there that are no text. Pure."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace

from index.intake.line.byline import Byline, is_role, read_bare_byline, read_byline
from index.intake.line.date import is_clock_line, is_date_line
from index.intake.line.furniture import is_furniture
from index.intake.line.lines import plain
from index.intake.line.link import is_link_line
from index.intake.line.outlet import beside_date, is_paper
from index.intake.paste.head import Headline, find_headline
from index.intake.paste.sheet import Sheet, is_aside, is_button

# How far below the headline a byline may stand when there is no running text to end the head.
HEAD_WITHOUT_PROSE = 6
# An author's name may stand above the headline, but a menu stands further up.
LINES_ABOVE_TITLE = 4
# A role or an outlet may stand on the two lines below the author's name.
LINES_OF_ROLE = 2


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the running text.

    ``title_line``: -1 when no line is the headline. ``end``: the first line below the head.
    ``lines``: those of the head that are not the article's text.
    """

    headline: Headline | None
    title_line: int
    byline: Byline | None
    byline_line: int
    end: int
    lines: frozenset[int]

    @property
    def author(self) -> str | None:
        """The names in the byline, else those on the headline's own line."""
        if self.byline:
            return self.byline.names
        return self.headline.author if self.headline else None


def read_head(sheet: Sheet, slug: Set[str], given_title: str | None) -> Head:
    """Read the head; ``slug`` are the words of the address, ``given_title`` a header line's."""
    headline = _given(sheet, given_title) if given_title else find_headline(sheet, slug)
    title_line = headline.line if headline else -1
    end = _end(sheet, title_line)
    byline, byline_line = _find_byline(sheet, title_line, end)
    end = max(end, _end_below_byline(sheet, byline, byline_line))
    head = Head(headline, title_line, byline, byline_line, end, frozenset())
    return replace(head, byline=_with_roles(sheet, head), lines=_no_text(sheet, head))


def _given(sheet: Sheet, title: str) -> Headline:
    """Header lines gave the title; it may stand once more above the text."""
    again = (n for n, line in enumerate(sheet.lines[:10]) if plain(line.text) == plain(title))
    return Headline(title, next(again, -1))


def _end(sheet: Sheet, title_line: int) -> int:
    """Return where the head ends: the second line of running text, after the standfirst."""
    below = sorted(n for n in sheet.prose if n > title_line)
    if not below:
        return min(len(sheet.lines), title_line + HEAD_WITHOUT_PROSE)
    return below[1] if len(below) > 1 else len(sheet.lines)


def _end_below_byline(sheet: Sheet, byline: Byline | None, line: int) -> int:
    """Go on over the date and over where the author reported from, up to the text."""
    if byline is None:
        return 0
    below = range(line + 1, len(sheet.lines))
    text = (n for n in below if n in sheet.prose and not _is_reporters_note(sheet, n, byline))
    return next(text, line + 1)


def _is_reporters_note(sheet: Sheet, number: int, byline: Byline) -> bool:
    """Tell of "Jane Doe reported from Kyiv" below her byline."""
    text, first_name = plain(sheet.text(number)), plain(byline.names).split()[0]
    return text.startswith(first_name) and (" reported from " in text or "contributed" in text)


def _find_byline(sheet: Sheet, title_line: int, end: int) -> tuple[Byline | None, int]:
    for number in range(max(0, title_line - LINES_ABOVE_TITLE), end):
        byline = None if number == title_line else read_byline(sheet.text(number))
        if byline and _may_be_byline(sheet, number, byline):
            return byline, number
    for number in range(title_line + 1, end):
        bare = None if is_button(sheet.text(number)) else read_bare_byline(sheet.text(number))
        if bare and is_paper(bare.names):  # "Harbour News | 21 October 2024"
            continue
        if bare and number not in sheet.prose and _is_beside_date(sheet, number, end):
            return bare, number
    return None, -1


def _may_be_byline(sheet: Sheet, number: int, byline: Byline) -> bool:
    """Tell a byline from a sentence ("By Ann Lee's account the bridge fell")."""
    beside = " ".join(byline.rest)
    return number not in sheet.prose or not beside or is_role(beside) or is_paper(beside)


def _is_beside_date(sheet: Sheet, number: int, end: int) -> bool:
    """Tell whether a date, a role, a newspaper or a reading time is beside a name."""
    around = [sheet.text(n) for n in (number - 1, number + 1) if 0 <= n < end]
    own = sheet.text(number).partition("|")[2]
    return is_date_line(own) or any(
        is_date_line(text) or is_role(text) or is_paper(text) or _is_reading_time(text)
        for text in around
    )


def _is_reading_time(text: str) -> bool:
    return is_furniture(text) and text[:1].isdigit() and "min" in text


def _no_text(sheet: Sheet, head: Head) -> frozenset[int]:
    title = plain(head.headline.title) if head.headline else None
    byline = _byline_lines(sheet, head)
    return frozenset(
        number
        for number in range(head.end)
        if number in byline
        or (number <= head.title_line and number not in sheet.prose)
        or plain(sheet.text(number)) == title
        or is_aside(sheet.text(number))
        or (number < sheet.first_prose() and is_link_line(sheet.text(number)))
        or _is_date(sheet, number, byline)
        or (number not in sheet.prose and beside_date(sheet.text(number)) is not None)
    )


def _byline_lines(sheet: Sheet, head: Head) -> set[int]:
    if head.byline is None:
        return set()
    below = range(head.byline_line + 1, min(head.byline_line + 1 + LINES_OF_ROLE, head.end))
    roles = {
        n
        for n in below
        if is_role(sheet.text(n))
        or is_paper(sheet.text(n))
        or _is_reporters_note(sheet, n, head.byline)
    }
    return {head.byline_line, *roles}


def _with_roles(sheet: Sheet, head: Head) -> Byline | None:
    """Add what stands on the lines below the names: "Transport correspondent, NCC News"."""
    if head.byline is None:
        return None
    below = sorted(_byline_lines(sheet, head) - {head.byline_line})
    return Byline(head.byline.names, (*head.byline.rest, *(sheet.text(n) for n in below)))


def _is_date(sheet: Sheet, number: int, byline: Set[int]) -> bool:
    """Tell of a date; a time of day counts beside the byline only, for live reports print it."""
    text = sheet.text(number)
    beside = bool({number - 1, number + 1} & byline)
    return is_date_line(text) and (beside or not is_clock_line(text))
