"""Schedule: when a feed is read again, and when not any more. Pure.

Times are seconds since 1970. ``chance`` is a number from 0 to 1: feeds that were followed at one
moment are not all asked for at one moment for ever.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from index.intake.fetch import Version
from index.state import Followed

# A feed that fails so often in a row is paused.
MOST_FAILURES = 10
_GONE = 410
_DAY = 86_400
# Part of the interval by which a reading may come earlier or later.
_JITTER = 0.1


@dataclass(frozen=True, slots=True)
class Beat:
    """How often feeds are read: every so many minutes, from ``now`` on."""

    now: int
    minutes: int
    chance: float

    def next_after(self, failures: int = 0, wait: int | None = None) -> int:
        """Return when to read again; later after each failure, and never before a site's wish."""
        seconds = min(self.minutes * 60 * 2**failures, max(_DAY, self.minutes * 60))
        stirred = seconds * (1 + _JITTER * (2 * self.chance - 1))
        return self.now + max(int(stirred), min(wait or 0, 7 * _DAY))


def went_well(feed: Followed, beat: Beat, title: str, version: Version, note: str = "") -> Followed:
    """Return a feed as it stands after a reading. ``version`` is asked with the next time.

    ``note`` is what a person should know of it.
    """
    return replace(
        feed,
        title=title or feed.title,
        etag=version.etag,
        modified=version.modified,
        read_at=beat.now,
        next_at=beat.next_after(),
        failures=0,
        trouble=note,
        paused=False,
    )


def not_before(feed: Followed, beat: Beat, wait: int | None) -> Followed:
    """Return a feed as it stands where the site of an article asks to wait so many seconds.

    At most a day, for the feed may name other sites, too.
    """
    return replace(feed, next_at=max(feed.next_at, beat.now + min(wait or 0, _DAY)))


def failed(
    feed: Followed, beat: Beat, trouble: str, *, status: int | None = None, wait: int | None = None
) -> Followed:
    """Return a feed as it stands after a reading that failed, with the site's status and wish."""
    failures = feed.failures + 1
    return replace(
        feed,
        next_at=beat.next_after(failures, wait),
        failures=failures,
        trouble=trouble,
        paused=feed.paused or status == _GONE or failures >= MOST_FAILURES,
    )
