"""A JSON Feed (jsonfeed.org, versions 1 and 1.1) -> a feed."""

from __future__ import annotations

import html
import json
from typing import Any
from urllib.parse import urljoin

from index.errors import NotAFeed
from index.intake.feed.values import LONGEST_NAME, Entry, Feed, newest_first, whole
from index.intake.feed.when import day_and_moment

_VERSION = "https://jsonfeed.org/version/"


def read(data: bytes, address: str) -> Feed:
    """Read a JSON Feed; ``address`` is where it was found. Raises ``NotAFeed``."""
    try:
        told = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise NotAFeed("What is at this link looks like JSON and is broken.") from error
    if not isinstance(told, dict) or not _text(told.get("version")).startswith(_VERSION):
        raise NotAFeed("What is at this link is JSON, but no JSON Feed.")
    items = told.get("items")
    entries = [_entry(each, address) for each in items or () if isinstance(each, dict)]
    return Feed(_text(told.get("title"))[:LONGEST_NAME], newest_first(entries))


def _entry(item: dict[str, Any], address: str) -> Entry:
    published, moment = day_and_moment(_text(item.get("date_published")))
    return Entry(
        link=_link(_text(item.get("url")) or _text(item.get("external_url")), address),
        title=_text(item.get("title")),
        published=published,
        moment=moment,
        byline=_byline(item),
        content=whole(_content(item)),
    )


def _content(item: dict[str, Any]) -> str:
    """Return the whole text as HTML; plain text a paragraph for each of its own."""
    given = item.get("content_html")
    if isinstance(given, str) and given.strip():
        return given
    plain = item.get("content_text")
    paragraphs = plain.split("\n") if isinstance(plain, str) else []
    return "".join(f"<p>{html.escape(each)}</p>" for each in paragraphs if each.strip())


def _byline(item: dict[str, Any]) -> str | None:
    authors = item.get("authors")
    listed = authors if isinstance(authors, list) else [item.get("author")]
    names = [_text(each.get("name")) for each in listed if isinstance(each, dict)]
    return ", ".join(filter(None, names))[:LONGEST_NAME] or None


def _link(link: str, address: str) -> str:
    try:
        return urljoin(address, link) if link else ""
    except ValueError:
        return ""


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
