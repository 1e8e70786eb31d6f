"""The head of a saved page: headline, outlet, author. From its own data first, then as it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.intake.byline import is_name, read_byline
from index.intake.lines import plain
from index.intake.page_data import PageData, one_line, text_of

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
_VISIBLE_AUTHORS = (
    "//*[@rel='author' or @itemprop='author' or contains(@class, 'byline')"
    " or contains(@class, 'author-name')]"
)


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
    names = list(_names(data.article.get("author")))
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


def _names(author: object) -> Iterator[str]:
    if isinstance(author, list):
        for one in author[:20]:
            yield from _names(one)
    elif isinstance(author, dict):
        yield from _names(author.get("name"))
    elif name := one_line(author):
        yield name


def _visible_authors(tree: HtmlElement) -> list[str]:
    texts = [text_of(element) for element in tree.xpath(_VISIBLE_AUTHORS)[:5]]
    names = [byline.names if (byline := read_byline(text)) else text for text in texts]
    return [name for name in names if is_name(name)][:1]


def _author(name: str) -> str | None:
    byline = read_byline(name)
    text = byline.names if byline else re.sub(r"\Aby\s+", "", name, flags=re.IGNORECASE)
    return text if text and len(text) <= LONGEST_BYLINE and not _NO_AUTHOR.search(text) else None
