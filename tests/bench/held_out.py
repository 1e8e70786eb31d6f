"""What a saved page says of its article in one channel, and the page without that channel.

A page tells machines its headline, date and author in several channels: JSON-LD, the tags for
sharing (``og:``, ``article:``, ``twitter:``), microdata in the text, and meta tags by name. The
first channel that states a thing is taken for the truth of it, and the page is then read without
that channel.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from index.intake.line.byline import is_agency
from index.intake.page.author import author_names
from index.intake.page.data import one_line, parse, read_data, text_of
from index.intake.page.outlet import find_outlet

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Channel = Literal["JSON-LD", "tags for sharing", "microdata", "meta tags"]
CHANNELS: tuple[Channel, ...] = ("JSON-LD", "tags for sharing", "microdata", "meta tags")
_JSON_LD = r"<script[^>]*application/ld\+json[^>]*>.*?</script\s*>"
_META = r"<meta\b[^>]*>"
_SHARED = r"<meta\b[^>]*?[\"'](?:og|article|twitter):[^>]*>"
_MICRODATA = r"\s(?:itemprop|itemtype|itemscope)(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+))?"
_WITHOUT = {
    "JSON-LD": re.compile(_JSON_LD, re.I | re.S),
    "tags for sharing": re.compile(_SHARED, re.I),
    "microdata": re.compile(_MICRODATA, re.I),
    "meta tags": re.compile(_META, re.I),
}
_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_BY = re.compile(r"^by\s+", re.I)
_PARTS = re.compile(r",\s*(?:and\s+)?| \| |(?<=\w\w)\. |\s+and\s+|;", re.I)
# A desk, a reporter's office behind the name ("AP Auto Writer"), an address.
_NO_PERSON = re.compile(r"\b(?:staff|news|desk|team|writer|editor|press|international)\b|://", re.I)
_MARKED = {"title": "headline", "day": "datePublished", "authors": "author"}


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of a page's article; None or empty where nothing is."""

    title: str | None
    day: str | None
    authors: tuple[str, ...]


NOTHING = Head(None, None, ())


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved page, and what each of its channels states."""

    name: str
    html: str
    stated: Mapping[Channel, Head]

    def channel(self, field: str) -> Channel | None:
        """Return the first channel that states a field of ``Head``."""
        return next((one for one in CHANNELS if getattr(self.stated[one], field)), None)


def saved_pages(folder: Path) -> Iterator[Saved]:
    """Yield the pages of a folder (``*.html``, ``*.html.gz``) that state something."""
    for path in sorted(folder.rglob("*.html*")):
        data = path.read_bytes()
        data = gzip.decompress(data) if path.suffix == ".gz" else data
        html = data.decode("utf-8", errors="replace")
        stated = stated_in(html)
        if any(head != NOTHING for head in stated.values()):
            yield Saved(path.name, html, stated)


def without(html: str, *channels: Channel) -> str:
    """Return a page without what it states in some channels."""
    for channel in channels:
        html = _WITHOUT[channel].sub(" ", html)
    return html


def stated_in(html: str) -> dict[Channel, Head]:
    """Return what each channel of a page states of its article."""
    tree = parse(html)
    if tree is None:
        return dict.fromkeys(CHANNELS, NOTHING)
    data = read_data(tree, html)
    outlet = find_outlet(data) or ""
    article, metas = data.article, data.metas
    marked = {name: list(dict.fromkeys(_marked(tree, item))) for name, item in _MARKED.items()}
    named = {name.casefold(): content for name, content in _named(tree)}
    return {
        "JSON-LD": _head(
            one_line(article.get("headline")),
            one_line(article.get("datePublished")),
            author_names(article.get("author")),
            outlet,
        ),
        "tags for sharing": _head(
            _as_shown(metas.get("og:title"), tree) if metas.get("og:type") == "article" else None,
            metas.get("article:published_time"),
            iter([metas.get("article:author", "")]),
            outlet,
        ),
        "microdata": _head(
            _only(marked["title"]), _only(marked["day"]), iter(marked["authors"]), outlet
        ),
        "meta tags": _head(
            named.get("headline") or named.get("dc.title") or named.get("sailthru.title"),
            named.get("sailthru.date") or named.get("date") or named.get("parsely-pub-date"),
            iter([named.get("author", "")]),
            outlet,
        ),
    }


def _as_shown(title: str | None, tree: HtmlElement) -> str | None:
    """Return a title for sharing where the page shows the same: many are worded for sharing."""
    shown = {letters(text) for text in tree.xpath("//body//text()[string-length() < 300]")}
    return title if letters(title) in shown else None


def _named(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for meta in tree.xpath("//meta[@name][@content]"):
        yield meta.get("name"), " ".join(meta.get("content").split())


def _marked(tree: HtmlElement, item: str) -> Iterator[str]:
    for element in tree.xpath(f"//*[@itemprop='{item}'][not(self::meta)]"):
        inner = element.xpath(".//*[@itemprop='name']")
        yield text_of(inner[0]) if inner else element.get("datetime") or text_of(element)


def _only(found: list[str]) -> str | None:
    """Return what is marked; None where several things are, for teasers are marked too."""
    return found[0] if len(found) == 1 else None


def _head(title: str | None, date: str | None, authors: Iterator[str], outlet: str) -> Head:
    day = _DAY.match(date or "")
    return Head(_headline(title, outlet), day[0] if day else None, tuple(_persons(authors, outlet)))


def _headline(title: str | None, outlet: str) -> str | None:
    """Return a headline without the outlet's name behind it, as readers know it."""
    mark = next((mark for mark in (" | ", " - ", " – ") if mark in (title or "")), None)
    head, _, tail = (title or "").rpartition(mark) if mark else ("", "", "")
    return head if head and letters(tail) == letters(outlet) else title


def _persons(names: Iterator[str], outlet: str) -> Iterator[str]:
    """Yield the persons among authors, each once, without what stands behind their names."""
    parts = [part for name in names for part in _PARTS.split(_BY.sub("", name)) if part]
    persons = (" ".join(part.split()) for part in parts if 1 < len(part.split()) < 5)
    for one in dict.fromkeys(persons):
        is_outlet = outlet and (letters(one) in letters(outlet) or letters(outlet) in letters(one))
        if not (is_outlet or _NO_PERSON.search(one) or is_agency(one)):
            yield one


def letters(text: str | None) -> str:
    """Return the letters and digits of a text in lower case."""
    return re.sub(r"[\W_]", "", text or "").casefold()
