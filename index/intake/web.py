"""A link -> a draft, or one sentence that says why not and what to do."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

from index.article import Draft
from index.errors import ArticleGone, NoArticleText, NotFetched
from index.intake import apart
from index.intake.feed.alternate import KINDS as FEED_KINDS
from index.intake.file.door import latest_day, read
from index.intake.handed import Handed
from index.intake.line.link import outlet_of
from index.intake.page import is_page
from index.intake.page.wall import FRONT_PAGE, LED_HOME, misled

if TYPE_CHECKING:
    from index.intake.fetch import Fetched, Fetcher

_PAGE_KINDS = frozenset({"text/html", "application/xhtml+xml"})
_FEED = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,300}?-->\s*)?<(?:rss|feed|rdf:RDF)\b"
    rb"|\s*\{\s*\"version\"\s*:\s*\"https://jsonfeed\.org/",
    re.IGNORECASE | re.DOTALL,
)
_IS_A_FEED = (
    "This is a feed, not an article. To have its articles read as they appear, use "
    "“on-record feed add” with this link, in Discord /feed add."
)
# https://www-a-example.cdn.ampproject.org/c/s/www.a.example/b, https://www.google.com/amp/s/…
_AMP_CACHE = re.compile(
    r"https?://(?:[\w-]+\.cdn\.ampproject\.org/[a-z]|(?:www\.)?(?:google|bing)\.[a-z.]{2,6}/amp)"
    r"/(?P<secure>s/)?(?P<rest>[\w-]+\.[\w.-]+/\S*)\Z",
    re.IGNORECASE,
)
_WRAPPED = re.compile(
    r"https?://(?:www\.google\.[a-z.]{2,6}/url|l\.facebook\.com/l\.php|out\.reddit\.com/)\b", re.I
)


def read_link(link: str, fetcher: Fetcher, today: datetime.date | None = None) -> Draft:
    """Fetch a link and read what is there as an article.

    ``today`` is the latest day that a date of publication may be. Raises ``NotFetched`` where there
    is no page, ``NoArticleText`` where it is no article or shows but a part of one, ``NotReadable``
    where it cannot be read.
    """
    fetched = fetcher.fetch(unwrapped(link.strip()))
    wrong = misled(fetched.asked, fetched.url)
    if wrong:
        raise ArticleGone(wrong) if wrong in (FRONT_PAGE, LED_HOME) else NoArticleText(wrong)
    draft = _draft(fetched, today or latest_day())
    url = draft.url or fetched.url
    return replace(draft, url=url, outlet=draft.outlet or outlet_of(url), added_from=None)


def unwrapped(link: str) -> str:
    """Return the link within a link: an article's own, of a cache's or a counter's of clicks."""
    cached = _AMP_CACHE.match(link)
    if cached:
        return f"{'https' if cached['secure'] else 'http'}://{cached['rest']}"
    if _WRAPPED.match(link):
        query = parse_qs(urlsplit(link).query)
        inner = next((query[name][0] for name in ("url", "q", "u") if name in query), "")
        return inner if inner.startswith(("http://", "https://")) else link
    return link


def _draft(fetched: Fetched, today: datetime.date) -> Draft:
    """Read what was fetched by what it is; what its server calls it counts only for text."""
    data, name = fetched.data, _name(fetched)
    if fetched.kind in _PAGE_KINDS or is_page(data[:4_000].decode("utf-8", "replace")):
        return apart.read(Handed(f"{name}.html", data, today, fetched.url, fetched.charset))
    if data.startswith(b"%PDF"):
        return apart.read(Handed(f"{name}.pdf", data, today, fetched.url))
    if fetched.kind == "text/plain" and not _FEED.match(data[:1_000]):
        return read(f"{name}.txt", data, today)
    if fetched.kind in FEED_KINDS or _FEED.match(data[:1_000]):
        raise NotFetched(_IS_A_FEED)
    raise NotFetched(
        f"The link leads to something that is no page ({fetched.kind[:60] or 'of no known kind'}). "
        "Give the link of the article’s page."
    )


def _name(fetched: Fetched) -> str:
    """Return a name for sentences about a page: the last part of its path, or its host."""
    path = PurePosixPath(unquote(urlsplit(fetched.url).path))
    return path.stem[:60] or outlet_of(fetched.url) or "page"
