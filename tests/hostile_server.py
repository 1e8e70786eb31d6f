"""A web server on loopback that answers every path in a way of its own, most of them hostile."""

from __future__ import annotations

import contextlib
import gzip
import socket
import socketserver
import threading
import time
import zlib
from collections.abc import Callable, Iterator

import brotli

Answer = Callable[[socket.socket], None]
HTML = "text/html; charset=utf-8"
_TRICKLE_SECONDS = 0.05


class HostileServer(socketserver.ThreadingTCPServer):
    """Answers by path. ``asked`` holds every request head, in order."""

    daemon_threads = True
    allow_reuse_address = True
    block_on_close = False

    def __init__(self, answers: dict[str, Answer]) -> None:
        self.answers = answers
        self.asked: list[str] = []
        self.stopped = threading.Event()
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def link(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"


class _Handler(socketserver.BaseRequestHandler):
    server: HostileServer

    def handle(self) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            got = self.request.recv(4_096)
            if not got:
                return
            head += got
            if head.startswith(b"\x16"):  # a handshake of TLS, which is not spoken here
                return
        self.server.asked.append(head.decode("latin-1"))
        path = head.split(b" ")[1].decode("latin-1").partition("?")[0]
        answer = self.server.answers.get(path, status(404))
        # A reader that has had enough closes the connection: that is what we are here for.
        with contextlib.suppress(OSError):
            answer(self.request)


@contextlib.contextmanager
def hostile_server(answers: dict[str, Answer]) -> Iterator[HostileServer]:
    """Run a server until the block ends."""
    with HostileServer(answers) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def raw(content: bytes) -> Answer:
    """Send bytes as they stand."""
    return lambda connection: connection.sendall(content)


def page(body: str | bytes, kind: str = HTML, *more: str, status: str = "200 OK") -> Answer:
    """Send an honest page."""
    content = body.encode() if isinstance(body, str) else body
    head = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(content)}", *more]
    return raw("\r\n".join([*head, "", ""]).encode("latin-1") + content)


def status(code: int, *more: str) -> Answer:
    """Refuse."""
    return page("<p>No.</p>", HTML, *more, status=f"{code} No")


def in_turn(*answers: Answer) -> Answer:
    """Send the first answer to who asks first, and so on; the last again and again."""
    left = list(answers)

    def answer(connection: socket.socket) -> None:
        chosen = left.pop(0) if len(left) > 1 else left[0]
        chosen(connection)

    return answer


def redirect(to: str, code: int = 302, *more: str) -> Answer:
    """Lead elsewhere."""
    return page("", HTML, f"Location: {to}", *more, status=f"{code} Go")


def packed(content: bytes, encoding: str, *, cut: int | None = None) -> Answer:
    """Send a page compressed, whole or cut off."""
    pack = {"gzip": gzip.compress, "br": brotli.compress, "deflate": zlib.compress}[encoding]
    return page(pack(content)[:cut], HTML, f"Content-Encoding: {encoding}")


def bomb(encoding: str, megabytes: int) -> Answer:
    """Send little that unpacks to much."""
    return packed(bytes(megabytes * 1_000_000), encoding)


def trickle(start: bytes, drop: bytes, drops: int = 2_000) -> Answer:
    """Send a start, and then a drop at a time, never silent for long and never done."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(start)
        for _ in range(drops):
            time.sleep(_TRICKLE_SECONDS)
            connection.sendall(drop)

    return answer


def silence(start: bytes = b"", seconds: float = 8.0) -> Answer:
    """Send a start, and then nothing at all."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(start)
        connection.settimeout(seconds)
        with contextlib.suppress(TimeoutError):
            connection.recv(1)

    return answer


def flood(start: bytes, piece: bytes, pieces: int = 100_000) -> Answer:
    """Send as fast as it goes, without an end."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(start)
        for _ in range(pieces):
            connection.sendall(piece)

    return answer
