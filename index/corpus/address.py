"""Address: when two ways of writing a page's address mean the same page. Pure."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

# Parameters that say how a reader came to a page, never which page it is.
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|cmpid|ocid|smid|ref_src"
)


def canonical_url(url: str | None) -> str | None:
    """Return what is the same for every way of writing one page's address, or None.

    Case of the host, ``www.``, http or https, a slash at the end, the fragment and parameters that
    only track the reader make no difference.
    """
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    if not parts.netloc:
        return url.strip()
    host = parts.netloc.lower().removeprefix("www.")
    wanted = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(name.lower())
    ]
    query = f"?{urlencode(sorted(wanted))}" if wanted else ""
    return f"//{host}{parts.path.rstrip('/')}{query}"
