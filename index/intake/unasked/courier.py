"""The courier: brings feeds, and the articles that they name, as far as their sites allow it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from index.article import Draft
from index.errors import ArticleGone, NoArticleText, NotAFeed, NotFetched, NotForPrograms
from index.intake import apart
from index.intake.feed import Alternate, Alternates, Entry, Feed
from index.intake.fetch import NO_VERSION, UNASKED, Fetched, Fetcher, Limits, Resolver, Version
from index.intake.fetch.connect import NOT_OURS, PRIVATE, TOO_LARGE, TOO_SLOW, resolve
from index.intake.file.door import latest_day
from index.intake.unasked.content import dated, draft_of
from index.intake.unasked.permits import Permits
from index.intake.web import read_link, unwrapped

# RFC 9309 has a program read 500 KiB of it at least; what stands behind is not read.
_ROBOTS = 512_000
_ACCEPTED = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, "
    "text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1"
)
# The site gives the page to people who are signed in, or to browsers alone.
_CLOSED = frozenset({401, 402, 403})
_SENTENCES = {
    404: "There is no feed at this address (404).",
    410: "The site has ended this feed (410).",
    429: "The site is asked too often (429).",
    503: "The site is out of order or does not let programs in (503).",
}
# What a person could do with a page leads to no feed.
_SHORTER = {
    TOO_LARGE: "The feed is too large: more than 10 MB.",
    TOO_SLOW: "The site took too long to answer.",
    NOT_OURS: PRIVATE,
}
_LEADS_ON = "The page names a feed, but there is only another page. Give the address of the feed."


@dataclass(frozen=True, slots=True)
class Brought:
    """A feed as it was brought: from where, and which version. ``others``: what a page also named.

    ``by_page``: the link led to a page, which named the feed.
    """

    url: str
    feed: Feed
    version: Version
    by_page: bool = False
    others: tuple[Alternate, ...] = ()


class Courier:
    """Fetches what nobody asked for by name. For one thread at a time.

    ``limits`` bound each fetch; ``contact`` and ``resolver`` are those of ``Fetcher``. ``clock``
    gives seconds.
    """

    def __init__(
        self,
        limits: Limits,
        contact: str = "",
        resolver: Resolver = resolve,
        clock: Callable[[], float] | None = None,
    ) -> None:
        short = Limits(largest=_ROBOTS, allow_loopback=limits.allow_loopback, wait=0.0, cut=True)
        asking = Fetcher(short, contact, resolver, purpose=UNASKED)
        self._permits = Permits(asking, clock) if clock else Permits(asking)
        self._fetcher = Fetcher(
            limits, contact, resolver, purpose=UNASKED, gate=self._permits.check
        )

    def find(self, link: str) -> Brought:
        """Return the feed at a link, or the first that the page there names.

        Raises ``NotFetched`` and ``NotAFeed``.
        """
        fetched = self._fetched(link.strip(), NO_VERSION)
        told = apart.read_feed(fetched.data, fetched.url, fetched.charset)
        if isinstance(told, Feed):
            return Brought(fetched.asked, told, fetched.version)
        first, *others = told.named
        there = self._fetched(first.url, NO_VERSION)
        feed = apart.read_feed(there.data, there.url, there.charset)
        if isinstance(feed, Alternates):
            raise NotAFeed(_LEADS_ON)
        return Brought(first.url, feed, there.version, by_page=True, others=tuple(others))

    def feed(self, url: str, known: Version) -> Brought | None:
        """Return a feed; None where it is still the version that is known. Raises as ``find``."""
        fetched = self._fetch(url, known)
        if fetched is None:
            return None
        told = apart.read_feed(fetched.data, fetched.url, fetched.charset)
        if isinstance(told, Alternates):
            raise NotAFeed("Where the feed was there is a page now. Perhaps the feed has moved.")
        return Brought(url, told, fetched.version)

    def article(self, entry: Entry, today: datetime.date | None = None) -> Draft:
        """Return the article that an entry names: from its page, else from the feed itself.

        ``today`` is the latest day that it may be dated. Raises as ``read_link`` does, and
        ``NotForPrograms``.
        """
        latest = today or latest_day()
        try:
            return dated(read_link(entry.link, self._fetcher, latest), entry, latest)
        except (NoArticleText, NotFetched) as error:
            told = draft_of(entry, latest) if _is_closed(error) else None
            if told is None:
                raise
            return told

    def delay(self, link: str) -> float | None:
        """Return how many seconds the site of a link wants between two fetches, if it says."""
        return self._permits.delay(unwrapped(link))

    def _fetched(self, url: str, known: Version) -> Fetched:
        fetched = self._fetch(url, known)
        if fetched is None:
            raise RuntimeError("a site said “not changed” to who knew no version")
        return fetched

    def _fetch(self, url: str, known: Version) -> Fetched | None:
        try:
            return self._fetcher.fetch_if_changed(url, _ACCEPTED, known)
        except NotForPrograms:
            raise
        except NotFetched as error:
            raise NotFetched(_of_feed(error), status=error.status, wait=error.wait) from error


def _is_closed(error: Exception) -> bool:
    """Tell whether a page is there, but not for us; what was taken down is not told either."""
    if isinstance(error, NotFetched):
        return isinstance(error, NotForPrograms) or error.status in _CLOSED
    return not isinstance(error, ArticleGone)


def _of_feed(error: NotFetched) -> str:
    """Return the sentence for a feed that could not be fetched."""
    if error.status is None:
        return _SHORTER.get(str(error), str(error))
    return _SENTENCES.get(error.status, f"The site does not give the feed ({error.status}).")
