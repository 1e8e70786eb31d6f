"""The door: asks for a page as a person would once, hop by hop, within limits."""

from __future__ import annotations

import contextlib
import datetime
import functools
import ssl
import time
from collections.abc import Callable, Iterator
from email.message import Message

import httpcore2

from index.errors import NotFetched, NotNow
from index.intake.fetch.connect import TOO_LARGE, TOO_SLOW, Network, Resolver, resolve
from index.intake.fetch.status import MAY_WAIT, is_for_now, refusal, seconds_asked
from index.intake.fetch.target import Target, target
from index.intake.fetch.unpack import ACCEPTED, unpacker
from index.intake.fetch.values import NO_VERSION, Fetched, Limits, Version

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_OK, _NOT_MODIFIED = 200, 304
# By this name a site's robots.txt may speak of us.
PROGRAM = "OnRecord"
BY_HAND = "reads single articles that a person asks for"
UNASKED = "reads the articles of feeds that a newsroom follows"
_PAGES = "text/html, application/xhtml+xml, application/pdf, */*;q=0.1"
_LONGEST_VERSION = 500
_BY_HAND = "Save the page from your browser as .html and add that file."
CIRCLES = (
    f"The site sends us on and on, perhaps because it wants cookies, which are not kept. {_BY_HAND}"
)
BROKE_OFF = f"The connection broke off before the whole page was there. Try again. Else: {_BY_HAND}"


class Fetcher:
    """Fetches one page at a time. Safe for several threads; keeps nothing between two pages.

    ``contact`` is a link or address that tells a site's owner who asks; with ``purpose`` it goes
    into the User-Agent. ``resolver`` is how names become addresses. ``gate`` is called with the
    address of each hop before it is asked for, and may raise ``NotFetched``.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        contact: str = "",
        resolver: Resolver = resolve,
        *,
        purpose: str = BY_HAND,
        gate: Callable[[str], None] | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self._agent = f"{PROGRAM}/0.1 ({purpose}{f'; {contact}' if contact else ''})"
        self._resolver = resolver
        self._gate = gate

    def fetch(self, link: str) -> Fetched:
        """Return what a link leads to.

        Raises ``NotFetched``, with a sentence for the person, for all that is no page of the open
        web within the limits.
        """
        return _there(self._fetch(link, {"Accept": _PAGES}))

    def fetch_if_changed(self, link: str, accept: str, known: Version) -> Fetched | None:
        """Return what a link leads to, None where it is still the version that is known.

        ``accept`` names the kinds that are wanted. Raises as ``fetch`` does.
        """
        asking = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
        stated = {name: value for name, value in asking.items() if value}
        fetched = self._fetch(link, {"Accept": accept, **stated})
        return fetched if stated else _there(fetched)

    def _fetch(self, link: str, asking: dict[str, str]) -> Fetched | None:
        """Return what a link leads to; None where the site says that it has not changed."""
        network = Network(self.limits, self._resolver)
        any_port = self.limits.allow_loopback
        hop = target(link, any_port=any_port)
        waited = False
        for _ in range(self.limits.redirects + 1):
            self._pass_gate(hop, network)
            with _in_words(), self._asked(hop, network, asking) as answer:
                if answer.status == _NOT_MODIFIED:
                    return None
                if answer.status in _REDIRECTS:
                    hop = hop.onward(_header(answer, b"location"), any_port=any_port)
                    continue
                pause = None if waited else self._pause(answer, network)
                if pause is None:
                    return self._page(link, hop, answer)
            time.sleep(pause)
            waited = True
        raise NotFetched(CIRCLES)

    def _pass_gate(self, hop: Target, network: Network) -> None:
        """Ask the gate, in a time that is not the page's."""
        if self._gate is not None:
            begun = time.monotonic()
            self._gate(hop.url)
            network.put_off(time.monotonic() - begun)

    def _pause(self, answer: httpcore2.Response, network: Network) -> float | None:
        """Return how many seconds to wait before asking once more; None where not to."""
        if answer.status not in MAY_WAIT:
            return None
        asked = seconds_asked(_header(answer, b"retry-after"), datetime.datetime.now(datetime.UTC))
        if asked is None or asked > min(self.limits.wait, network.seconds_left()):
            return None
        return float(asked)

    @contextlib.contextmanager
    def _asked(
        self, hop: Target, network: Network, asking: dict[str, str]
    ) -> Iterator[httpcore2.Response]:
        url = httpcore2.URL(
            scheme=hop.scheme.encode(),
            host=hop.host.encode(),
            port=hop.port,
            target=hop.path.encode(),
        )
        with (
            httpcore2.ConnectionPool(
                ssl_context=_certificates(), network_backend=network, http2=False, retries=0
            ) as pool,
            pool.stream("GET", url, headers=self._headers(hop, asking)) as answer,
        ):
            yield answer

    def _headers(self, hop: Target, asking: dict[str, str]) -> dict[bytes | str, bytes | str]:
        return {
            "Host": hop.authority,
            "User-Agent": self._agent,
            **dict(asking.items()),
            "Accept-Encoding": ACCEPTED,
            "Connection": "close",
        }

    def _page(self, link: str, hop: Target, answer: httpcore2.Response) -> Fetched:
        if answer.status != _OK:
            now = datetime.datetime.now(datetime.UTC)
            asked = _header(answer, b"retry-after")
            sentence, wait = refusal(answer.status, asked, now), seconds_asked(asked, now)
            refused = NotNow if is_for_now(answer.status, wait) else NotFetched
            raise refused(sentence, status=answer.status, wait=wait)
        kind, charset = _kind(_header(answer, b"content-type"))
        data = self._body(answer)
        return Fetched(link, hop.url, kind, charset, data, _version(answer))

    def _body(self, answer: httpcore2.Response) -> bytes:
        """Read a page's bytes, unpacked, and stop as soon as they are too many."""
        stated = _header(answer, b"content-length")
        if stated.isdigit() and int(stated) > self.limits.largest and not self.limits.cut:
            raise NotFetched(TOO_LARGE)
        inner = unpacker(_header(answer, b"content-encoding"))
        data = bytearray()
        for piece in answer.iter_stream():
            data += inner.feed(piece, self.limits.largest - len(data))
            if len(data) > self.limits.largest:
                if self.limits.cut:
                    return bytes(data[: self.limits.largest])
                raise NotFetched(TOO_LARGE)
        if not inner.ended():
            raise NotNow(BROKE_OFF)
        return bytes(data)


@functools.cache
def _certificates() -> ssl.SSLContext:
    return httpcore2.default_ssl_context()


def _header(answer: httpcore2.Response, name: bytes) -> str:
    found = next((value for key, value in answer.headers if key.lower() == name), b"")
    try:
        return found.decode("utf-8").strip()
    except UnicodeDecodeError:
        return found.decode("latin-1").strip()


def _there(fetched: Fetched | None) -> Fetched:
    """Return what was fetched; a site may say "not changed" only to who knows a version."""
    if fetched is None:
        now = datetime.datetime.now(datetime.UTC)
        raise NotFetched(refusal(_NOT_MODIFIED, None, now), status=_NOT_MODIFIED)
    return fetched


def _version(answer: httpcore2.Response) -> Version:
    """Return what a site wants to be asked with the next time, where it can be sent back."""
    stated = (_header(answer, b"etag"), _header(answer, b"last-modified"))
    sound = (each.isascii() and each.isprintable() for each in stated)
    kept = [
        each if fit and len(each) <= _LONGEST_VERSION else ""
        for each, fit in zip(stated, sound, strict=True)
    ]
    return Version(*kept) if any(kept) else NO_VERSION


def _kind(content_type: str) -> tuple[str, str | None]:
    """Return the media type of an answer, and the encoding of its text where it says so."""
    message = Message()
    message["Content-Type"] = content_type or "application/octet-stream"
    charset = message.get_param("charset")
    stated = content_type.partition(";")[0].strip().casefold()
    return stated, charset if isinstance(charset, str) and len(charset) < 40 else None


@contextlib.contextmanager
def _in_words() -> Iterator[None]:
    """Turn what went wrong on the network into a sentence."""
    try:
        yield
    except httpcore2.TimeoutException as error:
        raise NotNow(TOO_SLOW) from error
    except httpcore2.ConnectError as error:
        raise NotNow(_unreachable(error)) from error
    except httpcore2.ProtocolError as error:
        raise NotNow(
            f"What answers at this link is no web server, or it broke off. {_BY_HAND}"
        ) from error
    except httpcore2.NetworkError as error:
        raise NotNow(BROKE_OFF) from error


def _unreachable(error: Exception) -> str:
    if "CERTIFICATE" in str(error).upper():
        return (
            f"The site cannot prove that it is who it says (its certificate is wrong). {_BY_HAND}"
        )
    return "The site cannot be reached. Look whether the link is whole, or try again later."
