"""The door: asks for a page as a person would once, hop by hop, within limits."""

from __future__ import annotations

import contextlib
import datetime
import functools
import ssl
import time
from collections.abc import Iterator
from email.message import Message

import httpcore2

from index.errors import NotFetched
from index.intake.fetch.connect import TOO_LARGE, TOO_SLOW, Network, Resolver, resolve
from index.intake.fetch.status import MAY_WAIT, refusal, seconds_asked
from index.intake.fetch.target import Target, target
from index.intake.fetch.unpack import ACCEPTED, unpacker
from index.intake.fetch.values import Fetched, Limits

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_OK = 200
AGENT = "OnRecord/0.1 (reads single articles that a person asks for{})"
_BY_HAND = "Save the page from your browser as .html and add that file."
CIRCLES = (
    f"The site sends us on and on, perhaps because it wants cookies, which are not kept. {_BY_HAND}"
)
BROKE_OFF = f"The connection broke off before the whole page was there. Try again. Else: {_BY_HAND}"


class Fetcher:
    """Fetches one page at a time. Safe for several threads; keeps nothing between two pages.

    ``contact`` is a link or address that tells a site's owner who asks; it goes into the
    User-Agent. ``resolver`` is how names become addresses.
    """

    def __init__(
        self, limits: Limits | None = None, contact: str = "", resolver: Resolver = resolve
    ) -> None:
        self.limits = limits or Limits()
        self._agent = AGENT.format(f"; {contact}" if contact else "")
        self._resolver = resolver

    def fetch(self, link: str) -> Fetched:
        """Return what a link leads to.

        Raises ``NotFetched``, with a sentence for the person, for all that is no page of the open
        web within the limits.
        """
        network = Network(self.limits, self._resolver)
        any_port = self.limits.allow_loopback
        hop = target(link, any_port=any_port)
        waited = False
        for _ in range(self.limits.redirects + 1):
            with _in_words(), self._asked(hop, network) as answer:
                if answer.status in _REDIRECTS:
                    hop = hop.onward(_header(answer, b"location"), any_port=any_port)
                    continue
                pause = None if waited else self._pause(answer, network)
                if pause is None:
                    return self._page(link, hop, answer)
            time.sleep(pause)
            waited = True
        raise NotFetched(CIRCLES)

    def _pause(self, answer: httpcore2.Response, network: Network) -> float | None:
        """Return how many seconds to wait before asking once more; None where not to."""
        if answer.status not in MAY_WAIT:
            return None
        asked = seconds_asked(_header(answer, b"retry-after"), datetime.datetime.now(datetime.UTC))
        if asked is None or asked > min(self.limits.wait, network.seconds_left()):
            return None
        return float(asked)

    @contextlib.contextmanager
    def _asked(self, hop: Target, network: Network) -> Iterator[httpcore2.Response]:
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
            pool.stream("GET", url, headers=self._headers(hop)) as answer,
        ):
            yield answer

    def _headers(self, hop: Target) -> dict[bytes | str, bytes | str]:
        return {
            "Host": hop.authority,
            "User-Agent": self._agent,
            "Accept": "text/html, application/xhtml+xml, application/pdf, */*;q=0.1",
            "Accept-Encoding": ACCEPTED,
            "Connection": "close",
        }

    def _page(self, link: str, hop: Target, answer: httpcore2.Response) -> Fetched:
        if answer.status != _OK:
            now = datetime.datetime.now(datetime.UTC)
            raise NotFetched(refusal(answer.status, _header(answer, b"retry-after"), now))
        kind, charset = _kind(_header(answer, b"content-type"))
        data = self._body(answer)
        return Fetched(link, hop.url, kind, charset, data)

    def _body(self, answer: httpcore2.Response) -> bytes:
        """Read a page's bytes, unpacked, and stop as soon as they are too many."""
        stated = _header(answer, b"content-length")
        if stated.isdigit() and int(stated) > self.limits.largest:
            raise NotFetched(TOO_LARGE)
        inner = unpacker(_header(answer, b"content-encoding"))
        data = bytearray()
        for piece in answer.iter_stream():
            data += inner.feed(piece, self.limits.largest - len(data))
            if len(data) > self.limits.largest:
                raise NotFetched(TOO_LARGE)
        if not inner.ended():
            raise NotFetched(BROKE_OFF)
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
        raise NotFetched(TOO_SLOW) from error
    except httpcore2.ConnectError as error:
        raise NotFetched(_unreachable(error)) from error
    except httpcore2.ProtocolError as error:
        raise NotFetched(
            f"What answers at this link is no web server, or it broke off. {_BY_HAND}"
        ) from error
    except httpcore2.NetworkError as error:
        raise NotFetched(BROKE_OFF) from error


def _unreachable(error: Exception) -> str:
    if "CERTIFICATE" in str(error).upper():
        return (
            f"The site cannot prove that it is who it says (its certificate is wrong). {_BY_HAND}"
        )
    return "The site cannot be reached. Look whether the link is whole, or try again later."
