"""The day on which a saved page was published. The one door to htmldate.

In the order of trust: JSON-LD, meta tags, elements marked as the date, the first date below the
headline that stands by itself, a line that says "Published …", htmldate's careful search.
"""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.article import Found
from index.intake.line.date import Dating, find_date, is_date_line, published_date, stated_dates
from index.intake.line.first_issue import first_year
from index.intake.page.data import PageData, text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

TODAY_ONLY = "The only date on the page is today's, and may be the day of saving: it was not used."
_METAS = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date.published",
    "publish-date",
    "pubdate",
    "publishdate",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "publication_date",
    "originalpublicationdate",
    "cxenseparse:recs:publishtime",
    "published_time",
    "dc.date",
    "date",
)
_MARKED = "//*[@itemprop='datePublished'] | //time[@pubdate]"
_DATED_IN_ARTICLE = "//article//time[@datetime]"
# What a computer writes for a date that nobody has set: its day nought.
_UNSET = re.compile(r"(?:1970-01-01|1900-01-01|1899-12-30|1980-01-01)(?:T00:|T01:|\Z|\s)")
# How templates call the element that holds an article's date, and that of its last change.
_DATE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:date|datetime|dateline|time-?stamp|published|pub-?date|posted)(?:$|[\s_-])",
    re.I,
)
_CHANGE_CLASS = re.compile(r"updat|modif|chang|revis", re.I)
# A dateline in the page is shorter; a longer text with a date in it tells of something.
LONGEST_DATELINE = 120
# A page has a handful of them below its headline; of nested ones each holds all of the others.
MOST_DATED = 50
FIRST_YEAR_OF_PAGES = "1990-01-01"


def find_page_date(tree: HtmlElement, data: PageData, today: datetime.date) -> Dating:
    """Find the date of publication; ``today`` is the latest day that it may be.

    A date that only shows and is today's is not believed: many templates print the day of the
    visit at the top.
    """
    first = first_year(data.url, data.founded)
    stated = (data.line("datePublished"), *(data.metas.get(name) for name in _METAS))
    given: list[tuple[str, Found]] = [
        (date, "metadata") for date in stated if date and not _UNSET.match(date)
    ]
    dating = find_date(given, today, first=first)
    if dating.published:
        return dating
    shown: list[tuple[str, Found]] = [(date, "page") for date in _shown(tree)]
    found = find_date(shown, today, first=first)
    if not found.published:
        searched: list[tuple[str, Found]] = [(date, "page") for date in _searched(tree, today)]
        found = find_date(searched, today, first=first)
    if found.published and found.published.date == today.isoformat():
        return Dating(None, (*dating.warnings, TODAY_ONLY))
    return Dating(found.published, (*dating.warnings, *found.warnings))


def _shown(tree: HtmlElement) -> Iterator[str]:
    for element in tree.xpath(_MARKED)[:3]:
        yield _date_of(element)
    yield from _below_headline(tree)
    for element in tree.xpath(_DATED_IN_ARTICLE)[:3]:
        if not _is_of_change(element):
            yield _date_of(element)
    for text in tree.xpath("//body//text()"):
        line = " ".join(text.split())
        if len(line) <= LONGEST_DATELINE and (date := published_date(line)):
            yield f"Published {date.as_written}"


def _date_of(element: HtmlElement) -> str:
    return element.get("datetime") or element.get("content") or text_of(element)


def _below_headline(tree: HtmlElement) -> Iterator[str]:
    """Yield the first date below the headline in an element of its own.

    Above it stand the dates of other articles and of today, further below those of others again.
    """
    below = tree.xpath("(//h1)[1]/following::*[self::time or @class]")
    for element in itertools.islice(filter(_is_of_publication, below), MOST_DATED):
        for text in (text_of(element), element.get("datetime") or ""):
            if is_date_line(text) and stated_dates(text):
                yield text
                return


def _is_of_publication(element: HtmlElement) -> bool:
    """Tell whether an element is called the place of a date, and not that of a change."""
    is_date = element.tag == "time" or _DATE_CLASS.search(element.get("class") or "")
    return bool(is_date) and not _is_of_change(element)


def _is_of_change(element: HtmlElement) -> bool:
    """Tell whether an element holds the day of an article's last change."""
    marks = " ".join(element.get(name) or "" for name in ("class", "itemprop", "id"))
    return _CHANGE_CLASS.search(marks) is not None


def _searched(tree: HtmlElement, today: datetime.date) -> Iterator[str]:
    from copy import deepcopy

    from htmldate import find_date as find_in_page

    found = find_in_page(
        deepcopy(tree),
        extensive_search=False,
        original_date=True,
        min_date=FIRST_YEAR_OF_PAGES,
        max_date=today.isoformat(),
    )
    if found:
        yield str(found)
