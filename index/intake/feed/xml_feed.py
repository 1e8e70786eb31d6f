"""RSS and Atom -> a feed. The one door to feedparser."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from index.errors import NotAFeed
from index.intake.feed.values import LONGEST_NAME, Entry, Feed, newest_first, whole
from index.intake.feed.when import day_and_moment

# The namespace of ``content:encoded``.
_WHOLE_TEXTS = "http://purl.org/rss/1.0/modules/content/"
_TAG = re.compile(r"<[^<>]{0,500}>")
# In RSS 1.0 the date of Dublin Core is that of publication; elsewhere it may be that of a change.
_DATED_BY_DUBLIN_CORE = ("rss10", "rss090")


def read(data: bytes, address: str, charset: str | None) -> Feed:
    """Read RSS or Atom.

    ``address`` is where it was found, ``charset`` the encoding that its server stated. Raises
    ``NotAFeed``.
    """
    import feedparser

    kind = f"application/xml; charset={charset}" if charset else "application/xml"
    # A stream, never the bytes themselves: those feedparser would also try as the name of a file.
    told = feedparser.parse(
        io.BytesIO(data),
        response_headers={"content-type": kind, "content-location": address},
        # Its HTML is never shown: it is read as any page is.
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    version = str(told.get("version") or "")
    if not version:
        raise NotAFeed("What is at this link is no feed: neither RSS, Atom nor a JSON Feed.")
    # Of two summaries feedparser takes the second for the text: only a marked one is believed.
    marked = version.startswith("atom") or _WHOLE_TEXTS in told.get("namespaces", {}).values()
    entries = [_entry(each, address, version, marked=marked) for each in told.entries]
    return Feed(_line(told.feed.get("title"))[:LONGEST_NAME], newest_first(entries))


def _entry(told: Any, address: str, version: str, *, marked: bool) -> Entry:
    stated = _line(told.get("published"))
    if not stated and version in _DATED_BY_DUBLIN_CORE:
        stated = _line(told.get("updated"))
    published, moment = day_and_moment(stated)
    return Entry(
        link=_link(told, address),
        title=_line(told.get("title")),
        published=published,
        moment=moment,
        byline=_byline(told),
        content=whole("".join(_content(told))) if marked else "",
    )


def _link(told: Any, address: str) -> str:
    """Return the address of an entry's page: its own, where a counter of clicks has put another."""
    link = _line(told.get("feedburner_origlink")) or _line(told.get("link"))
    try:
        return urljoin(address, link) if link else ""
    except ValueError:
        return ""


def _content(told: Any) -> Iterator[str]:
    """Yield the whole text as HTML (``content:encoded``, Atom's ``content``), never a summary."""
    for each in told.get("content", ())[:1]:
        text = str(each.get("value") or "")
        if each.get("type") == "text/plain":
            text = "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n"))
        yield text


def _byline(told: Any) -> str | None:
    names = [_line(each.get("name")) for each in told.get("authors", ()) if each]
    found = ", ".join(name for name in names if name and "@" not in name)
    return found[:LONGEST_NAME] or None


def _line(value: object) -> str:
    """Return a text as one line without tags: titles are HTML in many feeds."""
    text = value if isinstance(value, str) else ""
    return " ".join(html.unescape(_TAG.sub(" ", text)).split())
