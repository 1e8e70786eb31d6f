"""Target: a link, taken apart, that may be asked for. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from index.errors import NotFetched

LONGEST_LINK = 2_000
_PORTS = {"http": 80, "https": 443}
# White space and control characters never stand in a link; urlsplit would drop some in silence.
_UNSOUND = re.compile(r"[\s\x00-\x1f\x7f-\x9f\\]")
_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?\Z|[0-9a-f:.]+\Z")
_SAFE = "/%:@!$&'()*+,;=~-._?[]"


@dataclass(frozen=True, slots=True)
class Target:
    """Where a page is asked for: ``path`` with its query, ``host`` in lower case, in ASCII."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """Host and port, without the port where it is the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The link as it is asked for."""
        return f"{self.scheme}://{self.authority}{self.path}"

    def onward(self, location: str, *, any_port: bool = False) -> Target:
        """Return where a redirect leads. Raises ``NotFetched`` as ``target`` does."""
        try:
            return target(urljoin(self.url, location.strip()), any_port=any_port)
        except ValueError as error:
            raise NotFetched(_BROKEN) from error


def target(link: str, *, any_port: bool = False) -> Target:
    """Take a link apart. Raises ``NotFetched``, saying why, for one that is not asked for.

    ``any_port``: not only the two ports of the web; for tests.
    """
    if len(link) > LONGEST_LINK or _UNSOUND.search(link):
        raise NotFetched(_BROKEN)
    try:
        parts = urlsplit(link)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise NotFetched(_BROKEN) from error
    if parts.scheme not in _PORTS:
        raise NotFetched(f"Only http and https links can be read, and this one is {_scheme(link)}.")
    if parts.username is not None or parts.password is not None:
        raise NotFetched("The link holds a user name or a password. Give it without them.")
    if port not in (None, _PORTS[parts.scheme]) and not any_port:
        raise NotFetched(
            f"The link asks for port {port}, where no news site is. Give the article’s plain link."
        )
    path = quote(parts.path or "/", safe=_SAFE) + (
        f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    )
    return Target(parts.scheme, _ascii(host), port or _PORTS[parts.scheme], path)


def _ascii(host: str) -> str:
    """Return a host's name as the network knows it: "zürich.example" is "xn--zrich-kva.example"."""
    try:
        plain = host.encode("idna").decode("ascii").lower() if not host.isascii() else host.lower()
    except UnicodeError as error:
        raise NotFetched(_BROKEN) from error
    if not _HOST.match(plain):
        raise NotFetched(_BROKEN)
    return plain.rstrip(".")


def _scheme(link: str) -> str:
    name = link.partition(":")[0]
    return f"“{name[:20]}:”" if re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*", name) else "none"


_BROKEN = "This is no link that can be opened. Copy it again from the browser’s address bar."
