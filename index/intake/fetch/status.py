"""What a site's refusal means, and what a person can do about it. Pure."""

from __future__ import annotations

import datetime
import email.utils

_BY_HAND = "Open it in a browser, save the page as .html and add that file."
_SENTENCES = {
    401: f"The page is only for people who are signed in (401). {_BY_HAND}",
    402: f"The page is only for subscribers (402). {_BY_HAND}",
    403: f"The site does not give this page to programs (403). {_BY_HAND}",
    404: "There is no page at this link (404). Look whether it is whole.",
    407: f"A proxy stands between us and the site (407). {_BY_HAND}",
    410: "The page was taken down (410).",
    429: "The site is asked too often (429).",
    451: f"The page may not be shown here for legal reasons (451). {_BY_HAND}",
    503: "The site is out of order or does not let programs in (503).",
}


# With Retry-After these say "not now", not "not for you".
MAY_WAIT = frozenset({403, 429, 503})
# Too slow, too early, too often.
_LATER = frozenset({408, 425, 429})


def is_for_now(status: int, wait: int | None) -> bool:
    """Tell whether a status is a site's answer for now alone. ``wait``: its wish, in seconds."""
    return status >= 500 or status in _LATER or (status in MAY_WAIT and wait is not None)


def refusal(status: int, retry_after: str | None, now: datetime.datetime) -> str:
    """Return the sentence for a status that is no page. ``now`` has a time zone."""
    wait = _wait(retry_after, now)
    if status == 403 and wait:
        return f"The site does not give this page to programs now (403). Try again in {wait}."
    if status in (429, 503):
        again = f" Try again in {wait}." if wait else " Try again later."
        return _SENTENCES[status] + again
    if status in _SENTENCES:
        return _SENTENCES[status]
    if status >= 500:
        return f"The site is out of order ({status}). Try again later."
    return f"The site gives no page at this link ({status}). {_BY_HAND}"


def _wait(retry_after: str | None, now: datetime.datetime) -> str:
    """Say in words how long a site asks to wait: it gives seconds, or a moment."""
    seconds = seconds_asked(retry_after or "", now)
    if seconds is None:
        return ""
    if seconds < 60:
        return "a minute"
    minutes = -(-seconds // 60)
    if minutes < 120:
        return f"{minutes} minutes"
    hours = -(-minutes // 60)
    return f"{hours} hours" if hours < 48 else f"{-(-hours // 24)} days"


def seconds_asked(text: str, now: datetime.datetime) -> int | None:
    """Return how many seconds a Retry-After asks to wait; None where it is none."""
    if text.strip().isascii() and text.strip().isdigit() and len(text.strip()) < 9:
        return int(text)
    try:
        moment = email.utils.parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=datetime.UTC)
    return max(0, int((moment - now).total_seconds()))
