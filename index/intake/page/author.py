"""Who wrote a saved page's article: as its own data say, else as it shows below its headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.intake.line.byline import AND, is_name, is_role, read_byline
from index.intake.line.furniture import is_label
from index.intake.page.data import PageData, one_line, text_of
from index.intake.page.outlet import is_of_outlet

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST_BYLINE = 120
_AUTHORS = (
    "article:author",
    "author",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "byline",
)
_NO_AUTHOR = re.compile(
    r"https?://|@|\A(?:\w*admin|administrator|editor|webmaster|guest|author|unknown)\Z",
    re.IGNORECASE,
)
# Degrees and memberships behind a name: "MS, RDN", "M.D.", "PhD".
_DEGREE = re.compile(r"(?:[A-Z]{2,4}|(?:[A-Z][a-z]?\.){2,4}|Ph\.?D\.?|Esq\.?)\Z")
# Where a page shows its author: an element that says so, or a link to an author's own page.
_SHOWN_AUTHORS = re.compile(r"\bauthors?\b|byline|author-?_?(?:name|link)", re.IGNORECASE)
_AUTHORS_PAGE = re.compile(
    r"/(?:authors?|by|people|person|profiles?|staff|contributors?|journalists?|writers?|reporters?"
    r"|columnists?|correspondents?|autor(?:en|es|s|i)?|auteurs?)/[^/?#]+",
    re.IGNORECASE,
)
# Authors of one article stand in one line; what is further off is another article's.
FURTHEST_APART = 3


def find_byline(tree: HtmlElement, data: PageData, outlet: str | None) -> str | None:
    """Return the authors' names, parted by commas, or None."""
    stated = list(author_names(data.article.get("author")))
    tags = (data.metas.get(name, "") for name in _AUTHORS)
    named = (list(_sound(names, outlet)) for names in (stated, *([tag] for tag in tags)))
    found = next(filter(None, named), None) or list(_sound(_visible_authors(tree), outlet))
    return ", ".join(dict.fromkeys(found)) or None


def _sound(names: list[str], outlet: str | None) -> Iterator[str]:
    """Yield the names without degrees and without the outlet behind them or in their place."""
    for name in filter(None, map(_author, names)):
        first, *behind = name.split(", ")
        kept = [part for part in behind if not (_DEGREE.match(part) or is_of_outlet(part, outlet))]
        if not is_of_outlet(first, outlet):
            yield ", ".join([first, *kept])


def author_names(author: object) -> Iterator[str]:
    """Yield the names in the author of a JSON-LD: a text, an object, or a list of either."""
    if isinstance(author, list):
        for one in author[:20]:
            yield from author_names(one)
    elif isinstance(author, dict):
        yield from author_names(author.get("name"))
    elif name := one_line(author):
        yield name


def _visible_authors(tree: HtmlElement) -> list[str]:
    """Return the authors that a page shows: the first below its headline, and those beside them.

    A link to an author's own page holds the name and nothing else, so it is believed first.
    """
    shown = [one for one in _shown_authors(tree) if one.names]
    below = [one for one in shown if one.below] or shown
    beside = [one for one in below if _are_near(below[0].element, one.element)]
    linked = [one for one in beside if one.linked] or beside[:1]
    return list(dict.fromkeys(name for one in linked for name in one.names))


@dataclass(frozen=True, slots=True)
class _Shown:
    element: HtmlElement
    names: list[str]
    linked: bool
    below: bool


def _shown_authors(tree: HtmlElement) -> Iterator[_Shown]:
    """Yield elements that may show an author, in the page's order."""
    below = False
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        below = below or element.tag == "h1"
        marks = " ".join(element.get(name) or "" for name in ("rel", "itemprop", "class"))
        href = element.get("href") if element.tag == "a" else None
        linked = href is not None and _AUTHORS_PAGE.search(href) is not None
        if linked or _SHOWN_AUTHORS.search(marks):
            yield _Shown(element, _names_in(text_of(element)), linked, below)


def _names_in(text: str) -> list[str]:
    if len(text) > LONGEST_BYLINE:
        return []
    byline = read_byline(text)
    names = byline.names if byline else text
    parts = AND.split(names.replace(", ", " and "))
    return [name for name in parts if is_name(name) and not is_role(name) and not is_label(name)]


def _are_near(one: HtmlElement, other: HtmlElement) -> bool:
    """Tell whether two elements stand in one line: under one element a few steps up."""
    above = [one, *one.iterancestors()][: FURTHEST_APART + 1]
    return any(
        element in above for element in [other, *other.iterancestors()][: FURTHEST_APART + 1]
    )


def _author(name: str) -> str | None:
    byline = read_byline(name)
    text = byline.names if byline else re.sub(r"\Aby\s+", "", name, flags=re.IGNORECASE)
    return text if text and len(text) <= LONGEST_BYLINE and not _NO_AUTHOR.search(text) else None
