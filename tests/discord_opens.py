"""Which address Discord's client opens for a link, as read in its code (2024)."""

from __future__ import annotations

import re
import string
from urllib.parse import quote, unquote

# What it writes out of an escape: these, and whatever can be printed beyond ASCII.
PLAIN = frozenset(string.ascii_letters + string.digits + "\"-<>_~!'()*")


def as_opened(link: str) -> str:
    """Return the address that is opened when a reader follows the link."""
    return re.sub(r"(?:%[0-9A-Fa-f]{2})+", lambda run: _written_out(run[0]), link)


def _written_out(escapes: str) -> str:
    # A bare % comes of %25; it is known to break what follows.
    return "".join(
        sign
        if sign in PLAIN or sign == "%" or (sign > "\x7f" and sign.isprintable())
        else quote(sign)
        for sign in unquote(escapes)
    )
