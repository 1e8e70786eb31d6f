"""The feeds that a page names (``<link rel="alternate">``)."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from index.intake.feed.values import LONGEST_NAME, Alternate, Alternates
from index.intake.page.data import parse

KINDS = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"}
)
MOST = 20


def read(html: str, address: str) -> Alternates:
    """Return the feeds that a page names, those of comments last."""
    found = dict.fromkeys(_named(html, address))
    return Alternates(tuple(sorted(found, key=_is_of_comments))[:MOST])


def _named(html: str, address: str) -> Iterator[Alternate]:
    tree = parse(html)
    if tree is None:
        return
    base = next(iter(tree.xpath("//base/@href")), "")
    for link in tree.xpath("//link[@href][@rel][@type]"):
        rels, kind = link.get("rel").casefold().split(), link.get("type").strip().casefold()
        if "alternate" in rels and kind in KINDS:
            url = _joined(address, base, link.get("href"))
            if url:
                yield Alternate(url, " ".join((link.get("title") or "").split())[:LONGEST_NAME])


def _joined(address: str, base: str, link: str) -> str:
    try:
        return urljoin(urljoin(address, base.strip()), link.strip())
    except ValueError:
        return ""


def _is_of_comments(named: Alternate) -> bool:
    return "comments" in f"{named.url} {named.title}".casefold()
