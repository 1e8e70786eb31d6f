"""Connecting: a name is resolved once, and the connection is made to that very address.

Whoever owns a name may answer first with an address of the world and a moment later with one of
our house. So the address that was judged is the one that is connected to, and nothing resolves
the name again. httpcore offers its network as a part to be replaced, and that is what happens here.
"""

from __future__ import annotations

import queue
import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from httpcore2 import ConnectError, ConnectTimeout, NetworkBackend, NetworkStream, ReadTimeout
from httpcore2 import SyncBackend as PlainNetwork

from index.errors import NotFetched, NotNow
from index.intake.fetch.network import is_loopback, is_public
from index.intake.fetch.values import Deadline, Limits

# From a host's name and a port to addresses, best first. Raises OSError when there are none.
Resolver = Callable[[str, int], Sequence[str]]

MOST_ADDRESSES = 4
# A compressed page, its headers, and every redirect's: what comes over the wire in one fetch.
_SPARE_BYTES = 2_000_000

PRIVATE = "The link leads into a private network, and only pages of the open web are read."
NOT_OURS = (
    f"{PRIVATE} If it is an article, save the page from your browser as .html and add that file."
)
TOO_SLOW = (
    "The site took too long to answer. Try again later, or save the page from your browser as "
    ".html and add that file."
)


def resolve(host: str, port: int) -> Sequence[str]:
    """Ask the system which addresses a name has."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class Network(NetworkBackend):
    """The network as one fetch may use it: judged addresses only, and only until its deadline."""

    def __init__(self, limits: Limits, resolver: Resolver) -> None:
        self._limits = limits
        self._resolver = resolver
        self._deadline = Deadline(limits.whole)
        self._plain = PlainNetwork()
        self.left = limits.largest + _SPARE_BYTES

    def put_off(self, seconds: float) -> None:
        """Give the fetch so many seconds more, for they were not its own."""
        self._deadline.put_off(seconds)

    def seconds_left(self) -> float:
        """Return how much time is left for the whole fetch."""
        return self._deadline.left()

    def patience(self) -> float:
        """Return how long to wait for the next byte; raise ``ReadTimeout`` when time is up."""
        left = min(self._limits.silence, self._deadline.left())
        if left <= 0:
            raise ReadTimeout(TOO_SLOW)
        return left

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> NetworkStream:
        """Connect to the first address of a name that may be connected to and answers."""
        failed: Exception = ConnectError(host)
        for address in self._allowed(host, port):
            try:
                stream = self._plain.connect_tcp(address, port, self.patience())
            except (ConnectError, ConnectTimeout) as error:
                failed = error
            else:
                return Stream(stream, self)
        raise failed

    def _allowed(self, host: str, port: int) -> list[str]:
        addresses = self._addresses(host, port)
        allowed = [one for one in addresses if self._may_be_asked(one)]
        if not allowed:
            raise NotFetched(NOT_OURS)
        return allowed[:MOST_ADDRESSES]

    def _may_be_asked(self, address: str) -> bool:
        return is_public(address) or (self._limits.allow_loopback and is_loopback(address))

    def _addresses(self, host: str, port: int) -> Sequence[str]:
        """Resolve a name in a thread of its own: nothing else can stop a slow resolver."""
        answers: queue.SimpleQueue[Sequence[str] | OSError] = queue.SimpleQueue()

        def ask() -> None:
            try:
                answers.put(self._resolver(host, port))
            except (OSError, UnicodeError) as error:
                answers.put(error if isinstance(error, OSError) else OSError(str(error)))

        threading.Thread(target=ask, daemon=True, name="resolver").start()
        try:
            answer = answers.get(timeout=self.patience())
        except queue.Empty as error:
            raise ConnectTimeout(host) from error
        if isinstance(answer, OSError):
            raise NotNow(
                f"There is no site “{host[:100]}”, or the network is down. Look whether the link "
                "is whole."
            ) from answer
        return answer


class Stream(NetworkStream):
    """A connection that counts what comes in, and ends with its fetch's time."""

    def __init__(self, plain: NetworkStream, network: Network) -> None:
        self._plain = plain
        self._network = network

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read. Raises ``ReadTimeout`` at the deadline, ``NotFetched`` past the size limit."""
        data = self._plain.read(max_bytes, self._network.patience())
        self._network.left -= len(data)
        if self._network.left < 0:
            raise NotFetched(TOO_LARGE)
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write what we ask."""
        self._plain.write(buffer, self._network.patience())

    def close(self) -> None:
        """Close the connection."""
        self._plain.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> NetworkStream:
        """Go on encrypted; the certificate must be that of the name, not of the address."""
        secure = self._plain.start_tls(ssl_context, server_hostname, self._network.patience())
        return Stream(secure, self._network)

    def get_extra_info(self, info: str) -> Any:
        """Return what the plain connection knows."""
        return self._plain.get_extra_info(info)


TOO_LARGE = (
    "The page is too large for one article. Copy the article’s text into a .txt file and add that."
)
