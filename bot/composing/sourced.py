"""The words of a source: its outlet, headline, date and how that was found, and its link. Pure."""

from __future__ import annotations

import datetime
import re
from urllib.parse import urlsplit

from bot.composing.answer import Source
from index import language
from index.agency import agency_named
from index.article import Found, Published

# How a date of publication was found, in words.
FOUND: dict[Found, str] = {
    "given": "given by the person adding",
    "metadata": "found in the page’s own data",
    "feed": "from the feed",
    "page": "found in the page’s text",
    "byline": "found beside the byline",
}
ENGLISH_ONLY = "who said what is read in English only"
_DAY_AND_MONTH = re.compile(r"\d")
_WWW = re.compile(r"www\d?\.", re.IGNORECASE)


def outlet(source: Source) -> str:
    """Name the outlet: as the article has it, else its site, else that it is not given.

    "Harbour Gazette (AP report)" where it carries an agency's.
    """
    article = source.article
    name = article.outlet or host(article.url) or "outlet not given"
    carries = source.agency and source.agency != agency_named(name)
    return f"{name} ({source.agency} report)" if carries else name


def host(url: str | None) -> str | None:
    """Return the site of an address without its "www.", or None where there is no address."""
    name = urlsplit(url).hostname if url else None
    return _WWW.sub("", name, count=1) if name else None


def date(source: Source) -> str:
    """Write the date of publication out, or say that there is none, and what the text says."""
    published = source.article.published
    if published:
        return f"{written_date(published)}{_doubtful(published)}"
    when = source.when_as_written
    if not when:
        return "no date"
    if _DAY_AND_MONTH.search(when):
        return f"no date (the text names “{when.removeprefix('on ')}”, no year)"
    return f"no date (the text says “{when}”)"


def written_date(published: Published) -> str:
    """Return "4 August 2023", "August 2023" or "2023", by what is known."""
    year, *rest = (int(part) for part in published.date.split("-"))
    if not rest:
        return str(year)
    day = datetime.date(year, rest[0], rest[1] if len(rest) > 1 else 1)
    return f"{day.day} {day:%B} {year}" if len(rest) > 1 else f"{day:%B} {year}"


def found_date(published: Published | None) -> str:
    """Write a date of publication out and say how it was found, or that there is none."""
    if published is None:
        return "no date"
    return f"{written_date(published)} ({FOUND[published.found]})"


def _doubtful(published: Published) -> str:
    return " (date found in the page’s text)" if published.found == "page" else ""


def headline(source: Source) -> str:
    """Return the headline and, where known, who wrote it."""
    byline = source.article.byline
    return f"{source.article.title}, by {byline}" if byline else source.article.title


def no_link(source: Source) -> str:
    """Say that there is no link, and what a reader can look at instead."""
    origin = source.article.added_from
    return f"no link on record; added from {origin}" if origin else "no link on record"


def incomplete(source: Source) -> bool:
    """Tell whether a source lacks a date, an outlet or a link that somebody may know."""
    article = source.article
    return article.published is None or not (article.outlet or article.url)


def foreign(code: str | None) -> str | None:
    """Say how an article in another language can be found; None for English, or where unknown."""
    if code is None or language.is_read(code):
        return None
    return f"In {language.name_of(code)}: found by its words; {ENGLISH_ONLY}."
