"""The day of publication as a pasted page states it, with its year. Pure.

Only a date with a year counts, and only where a page puts its own date: beside the headline, in
the byline, after "Published". A date that could be read in two ways is not used, one that lies
in the future is refused, and nothing is ever taken from the day of adding.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from index.article import Found, Published
from index.intake.line.lines import is_special_length

# No newspaper is older than the Strasbourg Relation of 1605.
FIRST_YEAR = 1605
NO_DATE = "No date was found."

_MONTHS = (
    "january jan januar jänner enero janvier janv gennaio janeiro januari ene genn января",
    "february feb februar febrero février févr febbraio fevereiro februari февраля",
    "march mar märz maerz marzo mars março maart mrz марта",
    "april apr abril avril aprile abr avr апреля",
    "may mai mayo maggio maio mei мая",
    "june jun juni junio juin giugno junho июня",
    "july jul juli julio juillet juil luglio julho июля",
    "august aug agosto août aout ago августа",
    "september sept sep septiembre septembre settembre setembro setiembre сентября",
    "october oct oktober octubre octobre ottobre outubro okt октября",
    "november nov noviembre novembre novembro ноября",
    "december dec dezember diciembre décembre dicembre dezembro dic dez déc декабря",
)
_MONTH_NUMBER = {name: n for n, names in enumerate(_MONTHS, start=1) for name in names.split()}
_MONTH = "(?:" + "|".join(sorted(_MONTH_NUMBER, key=len, reverse=True)) + r")(?!\w)\.?"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)(?!\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<![\d/.-]){_YEAR}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?![\d/-])"
        r"(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?",
        rf"{_YEAR}\s?年\s?(?P<month>\d{{1,2}})\s?月\s?(?P<day>\d{{1,2}})\s?日",
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?[\s-]+(?:de\s+|of\s+)?"
        rf"(?P<name>{_MONTH}),?[\s-]+(?:de\s+|del\s+)?{_YEAR}",
        rf"(?<!\w)(?P<name>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*,\s*|\s+){_YEAR}",
        rf"(?<![\d/.-])(?P<first>\d{{1,2}})(?P<mark>[./-])\s?(?P<second>\d{{1,2}})(?P=mark)"
        rf"\s?{_YEAR}",
    )
)
_MONTH_ONLY = re.compile(rf"(?<!\d )(?<!\w)(?P<name>{_MONTH}),?\s+(?:de\s+)?{_YEAR}", re.IGNORECASE)
_DAY_ONLY = re.compile(
    rf"(?<!\w)(?:\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:de\s+)?{_MONTH}|{_MONTH}\s+\d{{1,2}}(?:st|"
    rf"nd|rd|th)?)"
    r"(?!\w)",
    re.IGNORECASE,
)
_PUBLISHED = (
    r"(?:first |originally )?(?:published|posted|created|issued|issue date|"
    r"publication date|load-date|date)"
    r"|veröffentlicht|erschienen|publicado|publicada|publié|publiée|pubblicato|gepubliceerd|"
    r"datum|fecha"
)
_UPDATED = (
    r"(?:last )?(?:updated?|modified|edited|revised)|aktualisiert|stand|actualizado|actualizada"
    r"|mis à jour|aggiornato|bijgewerkt"
)
_LABEL = re.compile(rf"(?<!\w)(?:(?P<published>{_PUBLISHED})|(?P<updated>{_UPDATED}))(?!\w)", re.I)
_NOTE = re.compile(
    rf"\W*(?:this (?:article|story|piece|post|report|interview) (?:was|has been) )"
    rf"?(?:{_PUBLISHED})(?!\w)",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<![\d.:])(?:[01]?\d|2[0-3])(?:[:.h][0-5]\d)(?:[:.][0-5]\d)?(?:\.\d+)"
    r"?\s*(?:[ap]\.?m\.?)?(?!\w)"
    r"|(?<![\d.:])1?\d\s*[ap]\.?m\.?(?!\w)|(?<=\d)T(?=\d)",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"(?<!\w)(?:[A-Z]{1,2}[SD]T|GMT|UTC|[A-Z]{3,4}T|MEZ|MESZ|BST|IST|ET|PT|CT|MT|Z)(?!\w)|"
    r"[+-]\d\d:?\d\d"
)
_AGO = re.compile(
    r"(?<!\w)(?:about |an? )?(?:\d+|an?)\s?(?:s|m|h|d|w|secs?|mins?|minutes?|hrs?|hours?|"
    r"days?|weeks?"
    r"|months?|years?)\s+ago(?!\w)|(?<!\w)(?:vor|hace|il y a)\s+\d+\s+\w+|(?<!\w)just now(?!\w)",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"(?<!\w)(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|montag|"
    r"dienstag|mittwoch"
    r"|donnerstag|freitag|samstag|sonnabend|sonntag|lunes|martes|miércoles|jueves|viernes|"
    r"sábado|domingo"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?!\w)\.?",
    re.IGNORECASE,
)
_READING_TIME = re.compile(r"(?<!\w)\d+[ -]min(?:ute)?s?(?: read)?(?!\w)", re.IGNORECASE)
_SMALL_WORDS = re.compile(
    r"(?<!\w)(?:at|on|am|um|uhr|a las|h|hrs|à|le|el|de|time|local time)(?!\w)", re.I
)
# "KYIV, Ukraine, Aug. 4, 2023 (AP) —": a place in capitals, and what stands before the dash.
_DATELINE = re.compile(
    r"\A[A-ZÀ-Þ][A-ZÀ-Þ .'’]{2,30}\b[^—–]{0,60}?(?=\s*(?:\([^)]{2,30}\)\s*)?[—–-]{1,2}\s)"
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A date as it stands in ``text[start:end]``; ``date`` is None when it can be read two ways."""

    date: str | None
    as_written: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dating:
    """What was found: the date or none, and sentences for the reader where there is a doubt."""

    published: Published | None = None
    warnings: tuple[str, ...] = ()

    def notes(self) -> tuple[str, ...]:
        """Return the warnings, and that no date was found where none was."""
        return self.warnings if self.published else (*self.warnings, NO_DATE)


def stated_dates(text: str, *, day_first: bool = False) -> list[Stated]:
    """Return the dates with a year in a line, in order.

    ``day_first``: the page's language always writes the day first, so 06.09.2022 is clear.
    """
    found: list[Stated] = []
    for form in _FORMS:
        for match in form.finditer(text):
            if not any(other.start < match.end() and match.start() < other.end for other in found):
                found.extend(_stated(match, day_first))
    return sorted(found, key=lambda stated: stated.start)


def stated_month(text: str) -> Stated | None:
    """Return "August 2023" where a line gives no more than a month and its year."""
    match = _MONTH_ONLY.search(text)
    if match is None:
        return None
    date = f"{match['year']}-{_month(match):02}"
    return Stated(date, match.group(), match.start(), match.end())


def without_dates(text: str) -> str:
    """Return a line without dates, clock times, weekdays and the words around them."""
    for form in (
        *_FORMS,
        _MONTH_ONLY,
        _DAY_ONLY,
        _AGO,
        _CLOCK,
        _ZONE,
        _WEEKDAY,
        _LABEL,
        _READING_TIME,
        _SMALL_WORDS,
    ):
        text = form.sub(" ", text)
    return " ".join(text.split()).strip(" ,;:.|·•–—-/()[]")


def is_date_line(text: str) -> bool:
    """Tell whether a line is nothing but a date or a time ("Updated 10:31 BST", "2 hours ago")."""
    return len(text) <= 120 and any(c.isalnum() for c in text) and not without_dates(text)


def is_clock_line(text: str) -> bool:
    """Tell whether a line is only a time of day, as live reports put before each entry."""
    dated = _DAY_ONLY.search(text) or _AGO.search(text) or stated_dates(text) or stated_month(text)
    return is_date_line(text) and not dated and _CLOCK.search(text) is not None


def is_stamp(text: str) -> bool:
    """Tell whether a line says when the page was published, updated or seen ("2 hours ago")."""
    return is_date_line(text) and bool(_LABEL.search(text) or _AGO.search(text))


def has_weekday(text: str) -> bool:
    """Tell whether a line names a day of the week."""
    return _WEEKDAY.search(text) is not None


def published_date(text: str) -> Stated | None:
    """Return the date that a line calls that of publication.

    "First published 4 August 2023", "This article was originally published on 4 August 2023".
    """
    note = _NOTE.match(text) if is_special_length(text) else None
    dates = [stated for stated in stated_dates(text) if note and stated.start >= note.end()]
    close = [stated for stated in dates if stated.start - note.end() <= 30] if note else []
    return close[0] if close else None


def dateline_date(paragraph: str) -> list[Stated]:
    """Return a date in the dateline of a first paragraph ("KYIV, Aug. 4, 2023 (AP) —")."""
    dateline = _DATELINE.match(paragraph[:160])
    return stated_dates(dateline.group()) if dateline else []


def find_date(
    lines: Iterable[tuple[str, Found]],
    today: datetime.date,
    *,
    first: int | None = None,
    day_first: bool = False,
) -> Dating:
    """Choose among the dates of the lines where a page states its own, told with how each is found.

    A date called published comes first, then one without a label, then that of an update.
    ``today`` is the latest day that a publication can have, ``first`` the year in which its outlet
    first came out, where that is known.
    """
    ranked = sorted(_ranked(lines, day_first), key=lambda item: item[0])
    doubts: list[str] = []
    for rank, stated, found in ranked:
        if stated.date is None:
            doubts.append(
                f"“{stated.as_written}” can be read in two ways and was not taken as the date."
            )
        elif stated.date > today.isoformat()[: len(stated.date)]:
            doubts.append(f"The date {stated.date} lies in the future and was not used.")
        elif first is not None and int(stated.date[:4]) < first:
            doubts.append(
                f"The date {stated.date} lies before the outlet’s first year, {first}, and was not "
                "used."
            )
        else:
            only_updated = (
                ("The page gives only the date of its last update.",) if rank == 2 else ()
            )
            return Dating(Published(stated.date, found), only_updated)
    return Dating(None, tuple(dict.fromkeys(doubts)))


def _ranked(
    lines: Iterable[tuple[str, Found]], day_first: bool
) -> Iterator[tuple[int, Stated, Found]]:
    carried = 1
    for text, found in lines:
        if not is_special_length(text):
            continue
        dates: list[Stated | None] = list(stated_dates(text, day_first=day_first))
        month = stated_month(text) if is_date_line(text) else None
        for stated in dates or [month]:
            if stated is not None:
                yield _rank(text[: stated.start], carried), stated, found
        carried = _rank(text, 1) if not without_dates(text) and not dates else 1


def _rank(before: str, otherwise: int) -> int:
    """Return 0 after a word for published, 2 after one for updated, else the rank given."""
    labels = list(_LABEL.finditer(before))
    if not labels:
        return otherwise
    return 0 if labels[-1]["published"] else 2


def _stated(match: re.Match[str], day_first: bool) -> list[Stated]:
    groups = match.groupdict()
    if groups.get("first"):
        pair = int(groups["first"]), int(groups["second"])
        options = {pair} if day_first else {pair, pair[::-1]}
    else:
        month = _month(match) if groups.get("name") else int(groups["month"])
        options = {(int(groups["day"]), month)}
    dates = {iso for day, month in options if (iso := _iso(int(groups["year"]), month, day))}
    if not dates:
        return []
    date = dates.pop() if len(dates) == 1 else None
    return [Stated(date, match.group(), match.start(), match.end())]


def _month(match: re.Match[str]) -> int:
    return _MONTH_NUMBER[match["name"].rstrip(".").casefold()]


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat() if year >= FIRST_YEAR else None
    except ValueError:
        return None
