"""What a saved page says of itself to machines: JSON-LD, meta tags, links. lxml only."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from index.intake.line.lines import plain
from index.intake.line.link import outlet_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE_TYPES = re.compile(r"Article|Report|Posting|LiveBlog|Review|Opinion|Analysis")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://[^\s>]{4,1000})\s*-->")
# Some sites name their front page as the canonical address of every article.
_ARTICLE_URL = re.compile(r"https?://[^/?#\s]+(?:/?\?|/)[^\s?]", re.IGNORECASE)
_WHERE_ARTICLES_ARE = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart")
# JSON-LD nests an article two or three levels deep; deeper is not looked at.
DEEPEST = 4


@dataclass(frozen=True, slots=True)
class PageData:
    """The article's JSON-LD (empty if none), the meta tags by name in lower case, the address."""

    article: Mapping[str, Any]
    metas: Mapping[str, str]
    url: str | None

    def first_meta(self, names: tuple[str, ...]) -> str | None:
        """Return the content of the first meta tag in the given order."""
        return next((self.metas[name] for name in names if name in self.metas), None)

    @property
    def founded(self) -> str | None:
        """When the page says that its outlet was founded."""
        publisher = self.article.get("publisher")
        return one_line(publisher.get("foundingDate")) if isinstance(publisher, dict) else None

    def line(self, name: str) -> str | None:
        """Return a text of the article's JSON-LD as one line."""
        return one_line(self.article.get(name))


def parse(page: str) -> HtmlElement | None:
    """Return the tree of a page, None when there is nothing in it."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    try:
        return document_fromstring(page.encode("utf-8"), parser=HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def read_data(tree: HtmlElement, page: str, address: str | None = None) -> PageData:
    """Read JSON-LD, meta tags and address; ``page`` is the page's text.

    ``address``: where it was found. What a page says of its address is then believed only within
    the same site: anybody can write that a page is a great newspaper's.
    """
    metas = _metas(tree)
    stated = _url(tree, metas, page)
    url = stated if address is None or same_site(stated, address) else address
    return PageData(_article(tree, metas), metas, url)


def same_site(one: str | None, other: str) -> bool:
    """Tell whether two addresses are of one site: the same host, or one below the other."""
    hosts = [outlet_of(url) or "" for url in (one or "", other)]
    return all(hosts) and (
        hosts[0] == hosts[1]
        or hosts[0].endswith(f".{hosts[1]}")
        or (hosts[1].endswith(f".{hosts[0]}") and "." in hosts[0])
    )


def one_line(value: object) -> str | None:
    """Return a text of JSON-LD as one line with its entities read ("&#8217;"), or None."""
    return " ".join(html.unescape(value).split()) or None if isinstance(value, str) else None


def text_of(element: HtmlElement) -> str:
    """Return all text of an element as one line."""
    return " ".join(element.text_content().split())


def _article(tree: HtmlElement, metas: Mapping[str, str]) -> Mapping[str, Any]:
    """Choose the article that has the page's own title; pages carry data on others too."""
    articles = list(_articles(tree))
    titles = {plain(text) for text in (metas.get("og:title"), metas.get("twitter:title")) if text}
    titles |= {plain(text_of(heading)) for heading in tree.xpath("//h1")}
    own = (found for found in articles if plain(one_line(found.get("headline")) or "") in titles)
    named = (found for found in articles if found.get("headline"))
    return next(own, None) or next(named, None) or next(iter(articles), {})


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text_content(), strict=False)
        except (ValueError, RecursionError):
            # Many pages carry broken JSON-LD; their meta tags say the same.
            continue
        yield from _found_in(data, DEEPEST)


def _found_in(data: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth == 0:
        return
    if isinstance(data, list):
        for item in data:
            yield from _found_in(item, depth - 1)
    elif isinstance(data, dict):
        if _ARTICLE_TYPES.search(str(data.get("@type", ""))):
            yield data
        for name in _WHERE_ARTICLES_ARE:
            yield from _found_in(data.get(name), depth - 1)


def _metas(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        content = " ".join(meta.get("content").split())
        for attribute in ("property", "name", "itemprop"):
            name = meta.get(attribute)
            if name and content:
                found.setdefault(name.casefold(), content)
    return found


def _url(tree: HtmlElement, metas: Mapping[str, str], page: str) -> str | None:
    canonical = [link.get("href") for link in tree.xpath("//link[@rel='canonical'][@href]")]
    saved = _SAVED_FROM.search(page[:4_000])
    candidates = (*canonical, metas.get("og:url"), saved[1] if saved else None)
    return next(
        (url.strip() for url in candidates if url and _ARTICLE_URL.match(url.strip())), None
    )
