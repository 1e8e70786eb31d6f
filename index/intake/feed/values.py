"""What a feed holds, and what a page says of its feeds. Frozen values."""

from __future__ import annotations

from dataclasses import dataclass

# News feeds carry ten to a hundred entries; of a longer one the newest are looked at.
MOST_ENTRIES = 200
# No article is longer; what is cut off is no article either, so a longer one is left out.
LONGEST_CONTENT = 1_000_000
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """One article as a feed tells of it.

    ``link`` is its page's address, "" where the feed gives none. ``published`` is the day that the
    feed gives, ``YYYY-MM-DD`` as it is written there, and ``moment`` the same as seconds since 1970
    (UTC), for the order. ``content`` is HTML: what the feed gives as the whole text, never its
    summary; "" where it gives none.
    """

    link: str
    title: str
    published: str | None = None
    moment: int | None = None
    byline: str | None = None
    content: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its name, or "", and its entries, the newest first, at most ``MOST_ENTRIES``."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Alternate:
    """A feed that a page names: its address, and what the page calls it, or ""."""

    url: str
    title: str


@dataclass(frozen=True, slots=True)
class Alternates:
    """The feeds that a page names, in its order."""

    named: tuple[Alternate, ...]


def newest_first(entries: list[Entry]) -> tuple[Entry, ...]:
    """Return entries by their moments, where all have one; else as the feed has them."""
    if all(each.moment is not None for each in entries):
        entries = sorted(entries, key=lambda each: -(each.moment or 0))
    return tuple(entries[:MOST_ENTRIES])


def whole(content: str) -> str:
    """Return a content, or "" where it is longer than any article."""
    return content if len(content) <= LONGEST_CONTENT else ""
