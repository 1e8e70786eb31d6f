"""The door: what a link led to -> a feed, or the feeds that a page names."""

from __future__ import annotations

import re
from dataclasses import replace

from index.errors import NotAFeed
from index.intake.feed import alternate, json_feed, xml_feed
from index.intake.feed.values import Alternates, Feed
from index.intake.page import is_page

_NO_FEED_NAMED = (
    "This page names no feed. Look for “RSS” on the site, and give the address that it leads to."
)

_FEWEST_DATED = 3
# A hundred whole articles have a third of it; the reader takes a fifth of a millisecond for each.
MOST_TAGS = 100_000
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF|channel)\b", re.IGNORECASE)


def read(data: bytes, address: str, charset: str | None = None) -> Feed | Alternates:
    """Read a feed, or a page that names one. Raises ``NotAFeed``."""
    if not data.strip():
        raise NotAFeed("What is at this link is empty.")
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return _dated(json_feed.read(data, address))
    if data.count(b"<") > MOST_TAGS:
        raise NotAFeed(f"The feed has more than {MOST_TAGS:,} tags, and is not read.")
    text = data.decode("utf-8", "replace")
    if not _is_page(text[:4_000]):
        return _dated(xml_feed.read(data, address, charset))
    found = alternate.read(text, address)
    if not found.named:
        raise NotAFeed(_NO_FEED_NAMED)
    return found


def _dated(feed: Feed) -> Feed:
    """Take the dates off a feed whose entries all have one and the same moment.

    That is when the feed was made; no newspaper publishes everything in one second.
    """
    moments = {each.moment for each in feed.entries}
    if len(feed.entries) < _FEWEST_DATED or len(moments) > 1:
        return feed
    undated = (replace(each, published=None, moment=None) for each in feed.entries)
    return replace(feed, entries=tuple(undated))


def _is_page(opening: str) -> bool:
    """Tell whether a text is HTML, also where a comment or an XML declaration stands first."""
    return is_page(opening) or (
        "<html" in opening.casefold() and not _FEED.search(opening.partition("<html")[0])
    )
