"""A server on loopback that speaks OpenAI's protocol, and writes what a test tells it to."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Json = dict[str, Any]
# From the messages of a conversation to the model's next one.
Writes = Callable[[list[dict[str, str]]], str]


@dataclass
class Behaviour:
    """How the server answers. ``writes`` are asked in turn, the last one ever after.

    ``status``: of every answer. ``waits``: seconds before anything comes; ``trickles``: between two
    pieces. ``streams``: whether it can. ``breaks_after``: so many pieces are sent, and then the
    connection is closed. ``body``: what is sent in place of an answer. ``tokens``: told with each
    answer, in a stream only where it is asked for; ``knows_usage``: whether it may be.
    """

    writes: list[Writes] = field(default_factory=lambda: [lambda _: "Yes."])
    status: int = 200
    waits: float = 0.0
    trickles: float = 0.0
    streams: bool = True
    breaks_after: int | None = None
    body: bytes | None = None
    tokens: int | None = None
    knows_usage: bool = True


class ModelServer(ThreadingHTTPServer):
    """``asked`` holds every request, ``keys`` the keys that came with them."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        self.behaviour = Behaviour()
        self.asked: list[Json] = []
        self.keys: list[str] = []
        self.stopped = threading.Event()
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"


class _Handler(BaseHTTPRequestHandler):
    server: ModelServer
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def do_POST(self) -> None:
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        how, count = self.server.behaviour, len(self.server.asked)
        self.server.asked.append(request)
        self.server.keys.append(self.headers["Authorization"])
        self.close_connection = True
        with contextlib.suppress(OSError):  # a reader that has had enough closes the connection
            self.server.stopped.wait(how.waits)
            text = how.writes[min(count, len(how.writes) - 1)](request["messages"])
            self._answer(request, text)

    def _answer(self, request: Json, text: str) -> None:
        how = self.server.behaviour
        if "stream_options" in request and not how.knows_usage:
            self._send(400, b'{"error": {"message": "stream_options?"}}', "application/json")
        elif how.status != 200 or how.body is not None:
            self._send(how.status, how.body or b'{"error": {"message": "no"}}', "application/json")
        elif request.get("stream") and how.streams:
            self._stream(text, how.tokens if "stream_options" in request else None)
        else:
            choice = {"index": 0, "finish_reason": "stop", "message": _message(text)}
            whole = {**_head("chat.completion"), "choices": [choice], **_usage(how.tokens)}
            self._send(200, json.dumps(whole).encode(), "application/json")

    def _send(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")  # or the next question may meet a closed door
        self.end_headers()
        self.wfile.write(body)

    def _stream(self, text: str, tokens: int | None) -> None:
        how = self.server.behaviour
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.send_header("Connection", "close")
        self.end_headers()
        for number, piece in enumerate(_pieces(text)):
            if number == how.breaks_after:
                self.connection.close()
                return
            delta = {"index": 0, "delta": {"role": "assistant", "content": piece}}
            self._chunk({**_head("chat.completion.chunk"), "choices": [delta]})
            if self.server.stopped.wait(how.trickles):
                return
        if tokens is not None:
            self._chunk({**_head("chat.completion.chunk"), "choices": [], **_usage(tokens)})
        self._raw(b"data: [DONE]\n\n")
        self._raw(b"")

    def _chunk(self, event: Json) -> None:
        self._raw(b"data: " + json.dumps(event).encode() + b"\n\n")

    def _raw(self, content: bytes) -> None:
        self.wfile.write(f"{len(content):x}\r\n".encode() + content + b"\r\n")
        self.wfile.flush()


def _head(kind: str) -> Json:
    return {"id": "1", "object": kind, "created": int(time.time()), "model": "test"}


def _usage(tokens: int | None) -> Json:
    if tokens is None:
        return {}
    told = {"prompt_tokens": tokens - 1, "completion_tokens": 1, "total_tokens": tokens}
    return {"usage": told}


def _message(text: str) -> dict[str, str]:
    return {"role": "assistant", "content": text}


def _pieces(text: str) -> list[str]:
    return [text[place : place + 7] for place in range(0, len(text), 7)]


@contextlib.contextmanager
def model_server() -> Iterator[ModelServer]:
    """Run a server until the block ends."""
    with ModelServer() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.stopped.set()
            server.shutdown()
            thread.join()
