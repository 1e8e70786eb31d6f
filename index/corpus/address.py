"""Address: when two ways of writing a page's address mean the same page. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit

# Parameters that say how a reader came to a page, never which page it is.
_TRACKING = re.compile(
    r"(?:utm|guce|at|wt|ns|pk|mtm|hsa|soc|ga)_\w+|[a-z]{1,3}clid|msclkid|gbraid|wbraid|_ga|_gl"
    r"|mc_[ce]id|igshid|cmp|cmpid|[ci]cid|cid|ocid|ncid|intcmp|smid|smtyp|bcmt|taid|sref|srnd"
    r"|partner|ref|ref_?src|ref_?url|referr?er|spm|xtor|wprov|mkt_tok|trk|ito|campaign(?:_?id)?"
    r"|guccounter|rss"
)
# Parameters that choose the dress in which a page is shown, when they have one of these values.
_DRESS = frozenset("amp isamp mobile output outputtype print".split())
_DRESSES = frozenset({"", "1", "true", "y", "yes", "amp", "amp-html", "print", "mobile"})
_HOST = re.compile(r"\A(?:(?:www\d?|m|mobile|amp)\.)+(?=[^.]+\.)")
_DRESSED_PATH = re.compile(
    r"/(?:index|default)\.(?:html?|php|aspx?|shtml)\Z|/amp\Z|[./]amp(?:\.html?)?\Z|\A/amp(?=/)"
)


def canonical_url(url: str | None) -> str | None:
    """Return what is the same for every way of writing one page's address, or None.

    Case of the host, http or https, ``www.``, the hosts and paths of a page's mobile and AMP twins,
    the usual port, a slash or ``index.html`` at the end, the fragment, and parameters that only
    track the reader make no difference.
    """
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").lower()
        port = parts.port
    except ValueError:
        return url.strip()
    if not host:
        return url.strip()
    usual = {"http": 80, "https": 443}.get(parts.scheme.lower())
    address = _HOST.sub("", host) + (f":{port}" if port not in (None, usual) else "")
    query = urlencode(sorted(_telling(parts.query)))
    return f"//{address}{_bare(parts.path)}{f'?{query}' if query else ''}"


def _telling(query: str) -> Iterator[tuple[str, str]]:
    """Yield the parameters that may say which page it is."""
    for name, value in parse_qsl(query, keep_blank_values=True):
        plain = name.lower()
        dress = plain in _DRESS and value.lower() in _DRESSES
        if not dress and not _TRACKING.fullmatch(plain):
            yield name, value


def _bare(path: str) -> str:
    """Return a path without what only dresses the page; an empty one where that is all."""
    before, bare = "", path.rstrip("/")
    while bare != before:
        before, bare = bare, _DRESSED_PATH.sub("", bare).rstrip("/")
    return bare
