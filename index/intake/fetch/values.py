"""What fetching is bounded by, and what it brings."""

from __future__ import annotations

import time
from dataclasses import dataclass

from index.intake.decode import LARGEST_BYTES


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a page may cost. Times in seconds, sizes in bytes.

    ``whole``: from the first name resolved to the last byte, over all redirects, but for what a
    gate takes. ``silence``: the longest time without a byte. ``largest`` holds for what comes over
    the wire and for what it unpacks to. ``wait``: the longest that a site may ask to wait before it
    is asked once more.
    ``cut``: what is larger is cut off there, and not refused.
    ``allow_loopback``: also ask this machine itself, on any port; for tests alone.
    """

    whole: float = 40.0
    silence: float = 15.0
    largest: int = LARGEST_BYTES
    redirects: int = 10
    wait: float = 5.0
    cut: bool = False
    allow_loopback: bool = False


@dataclass(frozen=True, slots=True)
class Version:
    """By what a site knows a version of a page again: ``ETag`` and ``Last-Modified``, or ""."""

    etag: str = ""
    modified: str = ""


NO_VERSION = Version()


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a link led to. ``url`` is where it was in the end; ``kind`` its media type, or "".

    ``version`` is what the site says of it, to be asked with the next time.
    """

    asked: str
    url: str
    kind: str
    charset: str | None
    data: bytes
    version: Version = NO_VERSION


class Deadline:
    """A point in time that a whole fetch must not pass."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def put_off(self, seconds: float) -> None:
        """Move the point so many seconds on."""
        self._end += seconds

    def left(self) -> float:
        """Return how many seconds are left; zero when there are none."""
        return max(0.0, self._end - time.monotonic())
