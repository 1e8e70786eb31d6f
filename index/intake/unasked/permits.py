"""Permits: what sites' robots.txt files let us fetch (RFC 9309), each asked for once a day."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from index.errors import NotFetched, NotForPrograms, NotNow, NotReadable
from index.intake import apart
from index.intake.fetch import PROGRAM, Fetcher, target
from index.intake.fetch.connect import NOT_OURS, PRIVATE, TOO_SLOW
from index.intake.robots import Permission

# How long an answer counts, in seconds: one that was there, and one that was not (RFC 9309, 2.4).
DAY, HOUR = 86_400.0, 3_600.0
MOST_SITES = 1_000
_TOO_MANY_REQUESTS = 429
_FORBIDDEN = (
    "The site’s robots.txt asks programs not to read this address, and what nobody asks for by "
    "name is not read against it."
)
_UNREADABLE = "The site’s robots.txt could not be read, and without it nothing is read unasked."
_BROKEN = "The site’s robots.txt takes too long to read, and without it nothing is read unasked."

_SHORTER = {TOO_SLOW: "The site took too long to answer."}


@dataclass(frozen=True, slots=True)
class _Rules:
    """What a site's robots.txt is, or why it could not be read, and until when that counts.

    ``delay``: how many seconds it wants between two fetches, as far as it was looked at.
    """

    data: bytes
    trouble: NotFetched | None
    until: float
    delay: float | None = None


class Permits:
    """Which addresses may be asked for. For one thread. ``clock`` gives seconds."""

    def __init__(self, fetcher: Fetcher, clock: Callable[[], float] = time.monotonic) -> None:
        self._fetcher = fetcher
        self._clock = clock
        self._rules: dict[str, _Rules] = {}

    def check(self, address: str) -> None:
        """Raise ``NotForPrograms`` where robots.txt forbids it.

        Raises ``NotFetched`` where robots.txt could not be read: then everything is forbidden.
        """
        if not self._permission(address).allowed:
            raise NotForPrograms(_FORBIDDEN)

    def delay(self, address: str) -> float | None:
        """Return how many seconds a site wants between two fetches, as far as that is known."""
        try:
            known = self._rules.get(_site(address))
        except NotFetched:  # it is no address, which is said where it is asked for
            return None
        return known.delay if known else None

    def _permission(self, address: str) -> Permission:
        site = _site(address)
        rules = self._known(site)
        if rules.trouble is not None:
            raise type(rules.trouble)(str(rules.trouble), wait=rules.trouble.wait)
        if not rules.data.strip():
            return Permission(allowed=True)
        try:
            said = apart.read_robots(rules.data, address, PROGRAM)
        except NotReadable as error:
            # Kept: what takes so long is not begun again for each of a site's addresses.
            trouble = NotNow(_BROKEN)
            self._rules[site] = _Rules(b"", trouble, self._clock() + HOUR)
            raise trouble from error
        self._rules[site] = replace(rules, delay=said.delay)
        return said

    def _known(self, site: str) -> _Rules:
        rules = self._rules.get(site)
        if rules is None or rules.until <= self._clock():
            self._rules.pop(site, None)
            if len(self._rules) >= MOST_SITES:
                del self._rules[next(iter(self._rules))]
            rules = self._rules[site] = self._asked(site)
        return rules

    def _asked(self, site: str) -> _Rules:
        try:
            fetched = self._fetcher.fetch(f"{site}/robots.txt")
        except NotFetched as error:
            if _is_none(error):
                return _Rules(b"", None, self._clock() + DAY)
            return _Rules(b"", _unread(error), self._clock() + HOUR)
        data = fetched.data
        if len(data) >= self._fetcher.limits.largest:
            data = _whole_lines(data)
        return _Rules(data, None, self._clock() + DAY)


def _is_none(error: NotFetched) -> bool:
    """Tell whether a site has no robots.txt: it says so by any 4xx, but for "too often"."""
    status = error.status
    return status is not None and 400 <= status < 500 and status != _TOO_MANY_REQUESTS


def _whole_lines(data: bytes) -> bytes:
    """Return what was cut off without its last line, of which half would say something else."""
    return data[: max(data.rfind(b"\n"), data.rfind(b"\r")) + 1]


def _unread(error: NotFetched) -> NotFetched:
    """Return why nothing is read of a site; of an address that nobody may ask, just that."""
    if str(error) == NOT_OURS:
        return NotFetched(PRIVATE)
    why = _SHORTER.get(str(error), str(error))
    return type(error)(f"{_UNREADABLE} {why}", wait=error.wait)


def _site(address: str) -> str:
    """Return the site of an address, however that is written. Raises ``NotFetched``."""
    there = target(address, any_port=True)
    return f"{there.scheme}://{there.authority}"
