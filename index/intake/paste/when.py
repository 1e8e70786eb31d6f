"""Where a pasted page states its date, and how far each place is believed. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from index.article import Found
from index.intake.line.byline import read_byline
from index.intake.line.date import (
    Dating,
    dateline_date,
    find_date,
    has_weekday,
    is_date_line,
    published_date,
    without_dates,
)
from index.intake.line.first_issue import first_year
from index.intake.line.lines import word_count, words
from index.intake.line.link import date_in
from index.intake.paste.sheet import Sheet
from index.intake.paste.top import Head

Dated = Iterator[tuple[str, Found]]
# "Harbour Times, 4 August 2023": so many words may stand beside a date in the head.
WORDS_BESIDE_DATE = 6
# A note on first publication stands among the last lines.
LAST_LINES = 12


@dataclass(frozen=True, slots=True)
class Places:
    """Where a date may stand: header lines, the page's lines, its address.

    ``kept`` are the numbers of the lines of the article's text.
    """

    fields: Mapping[str, str]
    sheet: Sheet
    head: Head
    kept: list[int]
    url: str | None


def date_of(places: Places, today: datetime.date) -> Dating:
    """Find the date of publication: the first place that gives one is believed.

    Header lines, the lines of the head, the first paragraph's dateline, a note below the text,
    the address. ``today`` is the latest day possible.
    """
    sheet, head, kept = places.sheet, places.head, places.kept
    day_first = not _is_english(" ".join(sheet.text(n) for n in kept[:20]))
    doubts: tuple[str, ...] = ()
    for candidates in (
        _in_fields(places.fields),
        _in_head(sheet, head),
        _in_datelines(sheet, kept),
        _in_notes(sheet, head),
        _in_address(places.url),
    ):
        dating = find_date(candidates, today, first=first_year(places.url), day_first=day_first)
        if dating.published:
            return dating
        doubts += dating.warnings
    return Dating(None, tuple(dict.fromkeys(doubts)))


def _in_fields(fields: Mapping[str, str]) -> Dated:
    if "published" in fields:
        yield fields["published"], "metadata"


def _in_head(sheet: Sheet, head: Head) -> Dated:
    for number in sorted((head.lines | sheet.furniture) - sheet.captions):
        text = sheet.text(number)
        if number >= head.end or number == head.title_line or _is_masthead(number, head, text):
            continue
        if number == head.byline_line:
            yield text, "byline"
        elif is_date_line(text) or word_count(without_dates(text)) <= WORDS_BESIDE_DATE:
            yield text, "byline" if read_byline(text) else "page"


def _is_masthead(number: int, head: Head, text: str) -> bool:
    """Tell of "Sunday, November 22, 2026" above the headline: the day of the visit."""
    return number < head.title_line and has_weekday(text) and not published_date(text)


def _in_datelines(sheet: Sheet, kept: list[int]) -> Dated:
    for number in kept[:2]:
        for stated in dateline_date(sheet.text(number)):
            yield stated.as_written, "page"


def _in_notes(sheet: Sheet, head: Head) -> Dated:
    """Below the text only a date called that of publication counts: corrections are dated too."""
    start = max(head.end, len(sheet.lines) - LAST_LINES)
    for number in range(start, len(sheet.lines)):
        stated = published_date(sheet.text(number))
        if stated:
            yield stated.as_written, "page"


def _in_address(url: str | None) -> Dated:
    date = date_in(url) if url else None
    if date:
        yield date, "metadata"


def _is_english(text: str) -> bool:
    counted = words(text)
    common = sum(1 for word in counted if word in {"the", "and", "of", "to", "in", "that"})
    return common >= 0.06 * len(counted)
