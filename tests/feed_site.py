"""Feeds of our own on loopback, and the pages that they name."""

from __future__ import annotations

import email.utils
import json
from collections.abc import Iterable
from xml.sax.saxutils import escape

from hostile_server import Answer, page
from news_site import SENTENCES, article

RSS, ATOM, JSON_FEED = "application/rss+xml", "application/atom+xml", "application/feed+json"
DAY = 86_400
FIRST = 1_710_230_400  # 12 March 2024, 08:00 UTC
TEXT = "\n\n".join(SENTENCES * 3)
WHOLE = "".join(f"<p>{one}</p>" for one in SENTENCES * 3)


def item(link: str, title: str = "A headline", *, day: int = 0, more: str = "") -> str:
    """Return an item of RSS, of so many days after the first."""
    date = email.utils.formatdate(FIRST + day * DAY)
    place = f"<link>{escape(link)}</link>" if link else ""
    return f"<item><title>{escape(title)}</title>{place}<pubDate>{date}</pubDate>{more}</item>"


def rss(*items: str, title: str = "Harbour Gazette", head: str = "") -> str:
    """Return an RSS feed."""
    return (
        f'<?xml version="1.0" encoding="utf-8"?>{head}<rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel><title>{escape(title)}</title><link>https://gazette.example/</link>"
        f"{''.join(items)}</channel></rss>"
    )


def encoded(html: str) -> str:
    """Return the whole text of an RSS item."""
    return f"<content:encoded><![CDATA[{html}]]></content:encoded>"


def atom(*entries: str, title: str = "Harbour Gazette") -> str:
    """Return an Atom feed."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">'
        f"<title>{escape(title)}</title><id>urn:feed</id>{''.join(entries)}</feed>"
    )


def atom_entry(link: str, title: str = "A headline", more: str = "") -> str:
    """Return an entry of Atom, changed on a later day than it was published."""
    return (
        f'<entry><title>{escape(title)}</title><link rel="edit" href="/edit"/>'
        f'<link rel="alternate" href="{escape(link)}"/><id>urn:{escape(link)}</id>'
        "<author><name>Ada Quill</name></author>"
        "<published>2024-03-12T23:30:00-05:00</published>"
        f"<updated>2024-04-01T08:00:00Z</updated>{more}</entry>"
    )


def json_feed(items: Iterable[dict[str, object]], title: str = "Harbour Gazette") -> str:
    """Return a JSON Feed."""
    told = {"version": "https://jsonfeed.org/version/1.1", "title": title, "items": list(items)}
    return json.dumps(told)


def news(number: int, **data: object) -> Answer:
    """Return the page of an article unlike the others."""
    body = "".join(f"<p>{one} That was told in part {number}.</p>" for one in SENTENCES * 2)
    told = {"headline": f"News number {number}", **data}
    return page(article(body, **told).replace("Council closes the old bridge", told["headline"]))  # type: ignore[arg-type]


def undated(number: int) -> Answer:
    """Return the page of an article that gives no date."""
    return news(number, datePublished=None)
