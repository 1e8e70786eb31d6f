"""What a page's own data say of it: headline, outlet, author, date, address. lxml and htmldate.

In the order of trust: JSON-LD of the article, meta tags, the page's title, its host.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from index.article import Found
from index.intake.byline import is_name, read_byline
from index.intake.date import Dating, find_date
from index.intake.lines import plain
from index.intake.link import outlet_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE_TYPES = re.compile(r"(?:Article|Report|Posting|BlogPost|LiveBlog|Review|Opinion|Analysis)")
_TITLES = ("og:title", "twitter:title", "headline", "dc.title", "parsely-title", "sailthru.title")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "cre", "publisher")
_AUTHORS = (
    "author",
    "article:author",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "byline",
)
_DATES = (
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
    "dc.date",
    "dcterms.created",
    "publication_date",
    "originalpublicationdate",
    "cxenseparse:recs:publishtime",
    "published_time",
    "date",
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://[^\s>]{4,1000})\s*-->")
_TITLE_MARK = re.compile(r"\s+(?:[|–—·•»:]|-{1,2})\s+|\s*\|\s*")
_NO_AUTHOR = re.compile(
    r"https?://|@|^(?:admin|administrator|editor|webmaster|staff|guest|author)$", re.I
)
LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class PageHead:
    """What was found; ``title`` is empty when the page has none."""

    title: str
    outlet: str | None
    byline: str | None
    url: str | None
    dating: Dating
    for_subscribers: bool = False


def parse(html: str) -> HtmlElement | None:
    """Return the tree of a page, None when there is nothing in it."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    try:
        return document_fromstring(html.encode("utf-8"), parser=HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def read(tree: HtmlElement, html: str, today: datetime.date) -> PageHead:
    """Read the head of a page. ``today`` is the latest day that its date may be."""
    article = next(iter(_articles(tree)), {})
    metas = _metas(tree)
    url = _url(tree, metas, html)
    outlet = _outlet(article, metas)
    host = outlet_of(url) if url else None
    return PageHead(
        title=_title(tree, article, metas, outlet, host),
        outlet=outlet or host,
        byline=_byline(tree, article, metas, outlet),
        url=url,
        dating=_dating(article, metas, html, today),
        for_subscribers=str(article.get("isAccessibleForFree", "")).casefold() == "false",
    )


def visible(tree: HtmlElement) -> list[str]:
    """Return the short lines of buttons, forms and dialogs, where walls show themselves."""
    found = tree.xpath("//button | //form | //*[@role='dialog'] | //h1 | //h2 | //label | //dialog")
    texts = (" ".join(element.text_content().split()) for element in found[:200])
    return [text for text in texts if text]


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text_content())
        except (ValueError, RecursionError):
            # Many pages carry broken JSON-LD; their meta tags say the same.
            continue
        yield from _found_in(data, depth=4)


def _found_in(data: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth == 0:
        return
    if isinstance(data, list):
        for item in data:
            yield from _found_in(item, depth - 1)
    if isinstance(data, dict):
        if _ARTICLE_TYPES.search(str(data.get("@type", ""))):
            yield data
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart"):
            yield from _found_in(data.get(name), depth - 1)


def _metas(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name, content = meta.get(attribute), " ".join(meta.get("content").split())
            if name and content:
                found.setdefault(name.casefold(), content)
    return found


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _title(
    tree: HtmlElement,
    article: dict[str, Any],
    metas: dict[str, str],
    outlet: str | None,
    host: str | None,
) -> str:
    stated = _one_line(article.get("headline")) or _first(metas, _TITLES)
    heading = [" ".join(h1.text_content().split()) for h1 in tree.xpath("//h1")]
    in_head = [" ".join(title.text_content().split()) for title in tree.xpath("//head/title")[:1]]
    # A page shows its headline as h1; og:title is often another, written for sharing.
    own = [h1 for h1 in heading if h1 and stated and _alike(h1, stated)]
    chosen = (
        next(iter(own), None)
        or stated
        or next(iter([h for h in heading if h]), "")
        or "".join(in_head)
    )
    return _without_outlet(chosen, outlet, host)[:LONGEST_TITLE]


def _alike(heading: str, stated: str) -> bool:
    return plain(stated).startswith(plain(heading)) and len(heading) > 0.4 * len(stated)


def _without_outlet(title: str, outlet: str | None, host: str | None) -> str:
    """Drop " | Outlet" at the end (or "Outlet: " at the start) of a title."""
    marks = list(_TITLE_MARK.finditer(title))
    if marks and _is_outlet(title[marks[-1].end() :], outlet, host):
        return title[: marks[-1].start()].strip()
    if marks and _is_outlet(title[: marks[0].start()], outlet, host):
        return title[marks[0].end() :].strip()
    return title


def _is_outlet(text: str, outlet: str | None, host: str | None) -> bool:
    letters = _letters(text)
    against = [_letters(name) for name in (outlet, host) if name]
    return len(letters) >= 3 and any(
        letters == name or letters in name or name in letters for name in against
    )


def _letters(text: str) -> str:
    return re.sub(r"\W|^the ", "", text.casefold())


def _outlet(article: dict[str, Any], metas: dict[str, str]) -> str | None:
    site = _first(metas, _OUTLETS[:1])
    publisher = article.get("publisher")
    named = (
        _one_line(publisher.get("name")) if isinstance(publisher, dict) else _one_line(publisher)
    )
    found = site or named or _first(metas, _OUTLETS[1:])
    if not found or len(found) > 80 or "://" in found:
        return None
    # "LinkNaija | Nigeria's popular news platform": the name, and what it says of itself.
    return re.split(r"\s+[|–—]\s+", found)[0].strip().lstrip("@") or None


def _byline(
    tree: HtmlElement, article: dict[str, Any], metas: dict[str, str], outlet: str | None
) -> str | None:
    names = list(_names(article.get("author")))
    if not names:
        meta = _first(metas, _AUTHORS)
        names = [meta] if meta else _visible_authors(tree)
    sound = [name for name in map(_author, names) if name and plain(name) != plain(outlet or "")]
    return ", ".join(dict.fromkeys(sound)) or None


def _names(author: object) -> Iterator[str]:
    if isinstance(author, list):
        for one in author[:20]:
            yield from _names(one)
    elif isinstance(author, dict):
        yield from _names(author.get("name"))
    elif isinstance(author, str):
        yield author


def _visible_authors(tree: HtmlElement) -> list[str]:
    marked = tree.xpath(
        "//*[@rel='author' or @itemprop='author' or contains(@class, 'byline') or contains(@class, 'author-name')]"
    )
    texts = [" ".join(element.text_content().split()) for element in marked[:5]]
    read_names = [byline.names if (byline := read_byline(text)) else text for text in texts]
    return [name for name in read_names if is_name(name)][:1]


def _author(name: str) -> str | None:
    text = " ".join(name.split())
    byline = read_byline(text)
    text = byline.names if byline else re.sub(r"^by\s+", "", text, flags=re.IGNORECASE)
    return text if text and len(text) <= 120 and not _NO_AUTHOR.search(text) else None


def _url(tree: HtmlElement, metas: dict[str, str], html: str) -> str | None:
    canonical = [link.get("href") for link in tree.xpath("//link[@rel='canonical'][@href]")]
    saved = _SAVED_FROM.search(html[:4_000])
    candidates = (*canonical, metas.get("og:url"), saved[1] if saved else None)
    return next(
        (
            url.strip()
            for url in candidates
            if url and url.strip().startswith(("http://", "https://"))
        ),
        None,
    )


def _dating(
    article: dict[str, Any], metas: dict[str, str], html: str, today: datetime.date
) -> Dating:
    stated = [_one_line(article.get("datePublished")), *(metas.get(name) for name in _DATES)]
    lines: list[tuple[str, Found]] = [(date, "metadata") for date in stated if date]
    from_metadata = find_date(lines, today)
    if from_metadata.published:
        return from_metadata
    shown = _shown_date(html, today)
    if shown is None:
        return from_metadata
    if shown == today.isoformat():
        # Many templates print the day of the visit at the top; a page saved today shows today.
        return Dating(
            None,
            (*from_metadata.warnings, "The only date on the page is today's; it was not used."),
        )
    return find_date([(shown, "page")], today)


def _shown_date(html: str, today: datetime.date) -> str | None:
    """Return the date that the page itself shows as its own, by htmldate's careful search."""
    from htmldate import find_date as find_in_page

    found = find_in_page(
        html, extensive_search=False, original_date=True, max_date=today.isoformat()
    )
    return str(found) if found else None


def _one_line(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
