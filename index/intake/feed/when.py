"""When: the day of an entry as its feed writes it. Pure."""

from __future__ import annotations

import datetime
import email.utils
import re

_ISO = re.compile(r"\s*(\d{4}-\d\d-\d\d)(?:\s*\Z|[Tt ]\d\d)")


def day_and_moment(text: str) -> tuple[str | None, int | None]:
    """Return the day that a feed's date names, and the moment as seconds since 1970 (UTC).

    The day is that of the place where it was written. RFC 3339 and RFC 822 are what feeds use; a
    date in another form, or without a day, is none.
    """
    moment = _iso(text) or _rfc_822(text)
    if moment is None:
        return None, None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)
    return moment.date().isoformat(), int(aware.timestamp())


def _iso(text: str) -> datetime.datetime | None:
    found = _ISO.match(text)
    if found is None:
        return None
    try:
        return datetime.datetime.fromisoformat(text.strip().upper())
    except ValueError:
        return _day(found[1])


def _day(text: str) -> datetime.datetime | None:
    try:
        return datetime.datetime.fromisoformat(text)
    except ValueError:
        return None


def _rfc_822(text: str) -> datetime.datetime | None:
    try:
        return email.utils.parsedate_to_datetime(text.strip())
    except (TypeError, ValueError, IndexError):
        return None
