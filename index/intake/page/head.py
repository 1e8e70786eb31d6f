"""The head of a saved page: headline, outlet, author. From its own data first, then as it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.intake.line.byline import AND, is_name, is_role, read_byline
from index.intake.line.lines import plain
from index.intake.page.data import PageData, one_line, text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST_TITLE, LONGEST_OUTLET, LONGEST_BYLINE = 300, 80, 120
_TITLES = ("og:title", "twitter:title", "headline", "dc.title", "parsely-title", "sailthru.title")
_OUTLETS = ("application-name", "dc.publisher", "cre", "publisher")
_AUTHORS = ("author", "dc.creator", "parsely-author", "sailthru.author", "byl", "byline")
_TITLE_MARK = re.compile(r"\s+(?:[|–—·•»]|-{1,2})\s+|\s*\|\s*")
_NO_AUTHOR = re.compile(
    r"https?://|@|\A(?:\w*admin|administrator|editor|webmaster|guest|author|unknown)\Z",
    re.IGNORECASE,
)
# Where a page shows its author: an element that says so, or a link to an author's own page.
_SHOWN_AUTHORS = re.compile(r"\bauthors?\b|byline|author-?_?(?:name|link)", re.IGNORECASE)
_AUTHORS_PAGE = re.compile(
    r"/(?:authors?|by|people|person|profiles?|staff|contributors?|journalists?|writers?|reporters?"
    r"|columnists?|correspondents?|autor(?:en|es)?)/[^/?#]+",
    re.IGNORECASE,
)
# Authors of one article stand in one line; what is further off is another article's.
FURTHEST_APART = 3


def find_title(tree: HtmlElement, data: PageData, outlet: str | None, host: str | None) -> str:
    """Return the headline without the outlet's name behind it; empty when the page has none.

    What the page says to machines, in the form in which it shows it: og:title is often made
    longer for sharing, and h1 may be the outlet's name.
    """
    stated = data.line("headline") or data.first_meta(_TITLES)
    shown = [text for heading in tree.xpath("//h1") if (text := text_of(heading))]
    same = [text for text in shown if stated and _alike(text, stated)]
    in_head = [text_of(title) for title in tree.xpath("//head/title")[:1]]
    chosen = next(iter([*same, *([stated] if stated else []), *shown, *in_head]), "")
    return _without_outlet(chosen, outlet, host)[:LONGEST_TITLE]


def find_outlet(data: PageData) -> str | None:
    """Return the outlet as readers call it, or None."""
    publisher = data.article.get("publisher")
    named = one_line(publisher.get("name") if isinstance(publisher, dict) else publisher)
    site = data.metas.get("og:site_name")
    # "floridatoday", "@politifact": a handle, where a proper name is given too.
    found = named if named and site and site.islower() else site or named
    found = found or data.first_meta(_OUTLETS)
    if not found or len(found) > LONGEST_OUTLET or "://" in found:
        return None
    # "LinkNaija | Nigeria's popular news platform": the name, and what it says of itself.
    return re.split(r"\s+[|–—]\s+", found)[0].strip().lstrip("@") or None


def find_byline(tree: HtmlElement, data: PageData, outlet: str | None) -> str | None:
    """Return the authors' names, parted by commas, or None."""
    names = list(author_names(data.article.get("author")))
    if not names:
        meta = data.first_meta(_AUTHORS)
        names = [meta] if meta else _visible_authors(tree)
    sound = [name for name in map(_author, names) if name and plain(name) != plain(outlet or "")]
    return ", ".join(dict.fromkeys(sound)) or None


def _alike(heading: str, stated: str) -> bool:
    return plain(stated).startswith(plain(heading)) and len(heading) > 0.4 * len(stated)


def _without_outlet(title: str, outlet: str | None, host: str | None) -> str:
    marks = list(_TITLE_MARK.finditer(title))
    if marks and _is_outlet(title[marks[-1].end() :], outlet, host):
        return title[: marks[-1].start()].strip()
    if marks and _is_outlet(title[: marks[0].start()], outlet, host):
        return title[marks[0].end() :].strip()
    return title


def _is_outlet(text: str, outlet: str | None, host: str | None) -> bool:
    letters = _letters(text)
    known = [_letters(name) for name in (outlet, host) if name]
    return len(letters) >= 3 and any(letters in name or name in letters for name in known)


def _letters(text: str) -> str:
    return re.sub(r"\W|\Athe ", "", text.casefold())


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
    return [name for name in parts if is_name(name) and not is_role(name)]


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
