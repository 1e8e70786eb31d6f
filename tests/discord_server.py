"""A Discord on this machine: a gateway and REST server in a thread of its own.

It keeps real time: an interaction that is not acknowledged within three seconds is answered with
10062, as Discord does. ``fail`` makes the next calls fail. ``with DiscordServer() as discord_:``
points discord.py at it.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Self, TypeVar

import discord_payload as payload
from aiohttp import WSMsgType, web
from discord.gateway import DiscordWebSocket
from discord.http import Route
from discord_payload import Json
from yarl import URL

TOKEN = "a-token-that-works"
DEADLINE = 3.0
PATIENCE = 20.0
Value = TypeVar("Value")


@dataclass
class Call:
    """One request to the REST interface."""

    method: str
    path: str
    body: Any


@dataclass
class Fault:
    """Calls that are to fail: which, how, and how often still."""

    method: str
    path: str
    status: int
    code: int
    times: int
    retry_after: float


@dataclass
class Asked:
    """An interaction that was sent, and what came back for it."""

    payload: Json
    sent_at: float
    acknowledged_after: float | None = None
    callback: Json | None = None
    messages: list[Json] = field(default_factory=list)

    @property
    def contents(self) -> list[str]:
        """The text of each message that the person sees."""
        return [each["content"] for each in self.messages]


class DiscordServer:
    """The server. All methods may be called from the test's own thread."""

    def __init__(self, deadline: float = DEADLINE) -> None:
        self.deadline = deadline
        self.calls: list[Call] = []
        self.identified: list[Json] = []
        self.resumed = 0
        self.posted: list[Json] = []
        self.members: set[int] = {payload.PERSON}
        self._faults: list[Fault] = []
        self._asked: dict[str, Asked] = {}
        self._sockets: list[web.WebSocketResponse] = []
        self._sequence = 0
        self._missed: list[Json] = []
        self._changed = threading.Condition()

    # The thread that it runs in.

    def __enter__(self) -> Self:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        port = self._do(self._start())
        self._kept = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
        Route.BASE = f"http://127.0.0.1:{port}/api/v10"
        self._gateway = f"ws://127.0.0.1:{port}/gateway"
        DiscordWebSocket.DEFAULT_GATEWAY = URL(self._gateway)
        return self

    def __exit__(self, *_: object) -> None:
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = self._kept
        self._do(self._runner.cleanup())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _do(self, work: Awaitable[Value]) -> Value:
        async def done() -> Value:
            return await work

        return asyncio.run_coroutine_threadsafe(done(), self._loop).result(PATIENCE)

    async def _start(self) -> int:
        application = web.Application()
        application.router.add_get("/gateway", self._serve_gateway)
        application.router.add_route("*", "/api/v10/{path:.*}", self._serve_rest)
        self._runner = web.AppRunner(application, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        return int(self._runner.addresses[0][1])

    # What a test does.

    def fail(
        self,
        method: str,
        path: str,
        status: int,
        *,
        code: int = 0,
        times: int = 1,
        retry_after: float = 0.05,
    ) -> None:
        """Let the next calls whose path matches a pattern fail."""
        self._faults.append(Fault(method, path, status, code, times, retry_after))

    def ask(self, data: Json, kind: int = 2, server: int | None = payload.SERVER) -> Asked:
        """Send an interaction, as a person who uses a command."""
        made = payload.interaction(kind, data, server)
        asked = Asked(made, time.monotonic())
        self._asked[made["token"]] = asked
        self.send("INTERACTION_CREATE", made)
        return asked

    def press(self, message: Json, custom_id: str, server: int | None = payload.SERVER) -> Asked:
        """Press a button of a message."""
        made = payload.interaction(3, {"custom_id": custom_id, "component_type": 2}, server)
        made["message"] = message
        asked = Asked(made, time.monotonic())
        self._asked[made["token"]] = asked
        self.send("INTERACTION_CREATE", made)
        return asked

    def say(self, content: str, server: int | None = payload.SERVER) -> None:
        """Send a message that mentions the bot."""
        made = payload.message(content, payload.user(payload.PERSON, "Ada"))
        made["mentions"] = [payload.user(payload.BOT, "On Record", bot=True)]
        if server:
            made |= {"guild_id": str(server), "member": payload.member(payload.PERSON, "Ada")}
        self.send("MESSAGE_CREATE", made)

    def posted_allowing(self) -> list[Json]:
        """Return whom each message to a channel was allowed to ping."""
        sent = (each for each in self.calls if re.fullmatch(r"/channels/\d+/messages", each.path))
        return [each.body["allowed_mentions"] for each in sent]

    def send(self, event: str, data: Json) -> None:
        """Send an event through the gateway; what nobody is there to hear waits for a resume."""
        self._do(self._send(event, data))

    def ask_to_reconnect(self) -> None:
        """Tell the client to come again and to resume, as Discord does several times a day."""
        self._do(self._each(lambda socket: socket.send_str(json.dumps({"op": 7, "d": None}))))

    def hang_up(self, code: int = 1001) -> None:
        """Close every gateway connection."""
        self._do(self._each(lambda socket: socket.close(code=code)))

    def wait(self, until: Callable[[], bool], what: str = "it") -> None:
        """Wait until something has happened here."""
        deadline = time.monotonic() + PATIENCE
        with self._changed:
            while not until():
                left = deadline - time.monotonic()
                if left <= 0:
                    raise AssertionError(f"{what} did not happen; calls: {self.calls[-10:]}")
                self._changed.wait(min(left, 0.05))

    # The gateway.

    async def _serve_gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        hello = {"op": 10, "d": {"heartbeat_interval": 41_250}, "s": None, "t": None}
        await socket.send_str(json.dumps(hello))
        async for received in socket:
            if received.type == WSMsgType.TEXT:
                await self._hear(socket, json.loads(received.data))
        with contextlib.suppress(ValueError):
            self._sockets.remove(socket)
        return socket

    async def _hear(self, socket: web.WebSocketResponse, said: Json) -> None:
        if said["op"] == 1:
            await socket.send_str(json.dumps({"op": 11, "d": None}))
        elif said["op"] == 2:
            with self._noting():
                self.identified.append(said["d"])
            self._sockets.append(socket)
            await self._greet()
        elif said["op"] == 6:
            self._sockets.append(socket)
            missed, self._missed = self._missed, []
            for each in missed:
                await self._send(each["t"], each["d"])
            await self._send("RESUMED", {})
            with self._noting():
                self.resumed += 1

    async def _greet(self) -> None:
        ready = {
            "v": 10,
            "user": payload.user(payload.BOT, "On Record", bot=True),
            "guilds": [{"id": str(payload.SERVER), "unavailable": True}],
            "session_id": "session",
            "resume_gateway_url": self._gateway,
            "application": {"id": str(payload.APPLICATION), "flags": 0},
        }
        await self._send("READY", ready)
        await self._send("GUILD_CREATE", payload.server())

    async def _send(self, event: str, data: Json) -> None:
        self._sequence += 1
        frame = {"op": 0, "t": event, "s": self._sequence, "d": data}
        alive = [each for each in self._sockets if not each.closed]
        if not alive:
            self._missed.append(frame)
        for socket in alive[-1:]:
            await socket.send_str(json.dumps(frame))

    async def _each(self, work: Callable[[web.WebSocketResponse], Awaitable[object]]) -> None:
        sockets, self._sockets = list(self._sockets), []
        for socket in sockets:
            await work(socket)

    # The REST interface.

    async def _serve_rest(self, request: web.Request) -> web.Response:
        path = "/" + request.match_info["path"]
        body = await _body(request)
        with self._noting():
            self.calls.append(Call(request.method, path, body))
        fault = self._fault(request.method, path)
        if fault is not None:
            return _failure(fault)
        if request.headers.get("Authorization") not in (f"Bot {TOKEN}", None):
            return _json({"message": "401: Unauthorized", "code": 0}, 401)
        with self._noting():
            return self._answer(request.method, path, body)

    def _fault(self, method: str, path: str) -> Fault | None:
        for fault in self._faults:
            if fault.times and fault.method == method and re.search(fault.path, path):
                fault.times -= 1
                return fault
        return None

    def _answer(self, method: str, path: str, body: Any) -> web.Response:
        ours = payload.user(payload.BOT, "On Record", bot=True)
        if match := re.fullmatch(r"/interactions/\d+/([^/]+)/callback", path):
            return self._callback(self._asked[match[1]], body, ours)
        if match := re.fullmatch(r"/webhooks/\d+/([^/]+)(/messages/.+)?", path):
            return self._webhook(self._asked[match[1]], method, match[2], body, ours)
        if method == "POST" and path.endswith("/messages"):
            self.posted.append(payload.message("", ours, body))
            return _json(self.posted[-1])
        return self._look_up(method, path, body, ours)

    def _look_up(self, method: str, path: str, body: Any, ours: Json) -> web.Response:
        if match := re.fullmatch(r"/guilds/\d+/members/(\d+)", path):
            return self._member(int(match[1]))
        if path.endswith("/commands"):
            return _json([_synced(each) for each in body])
        if path in ("/users/@me", "/oauth2/applications/@me"):
            return _json(ours if path == "/users/@me" else _APPLICATION)
        return _json({}, 200) if method in ("POST", "PATCH") else web.Response(status=204)

    def _member(self, person: int) -> web.Response:
        if person not in self.members:
            return _json({"message": "Unknown Member", "code": 10007}, 404)
        return _json(payload.member(person, "Ada"))

    def _callback(self, asked: Asked, body: Json, ours: Json) -> web.Response:
        taken = time.monotonic() - asked.sent_at
        if taken > self.deadline:
            return _json({"message": "Unknown interaction", "code": 10062}, 404)
        if asked.callback is not None:
            return _json({"message": "Already acknowledged", "code": 40060}, 400)
        asked.acknowledged_after, asked.callback = taken, body
        made = payload.message("", ours, body.get("data") or {})
        if body["type"] == 4:
            asked.messages.append(made)
        interaction = {
            "id": asked.payload["id"],
            "type": asked.payload["type"],
            "response_message_id": made["id"],
            "response_message_loading": body["type"] == 5,
            "response_message_ephemeral": bool(made["flags"] & 64),
        }
        return _json({"interaction": interaction, "resource": {"type": 4, "message": made}})

    def _webhook(
        self, asked: Asked, method: str, original: str | None, body: Any, ours: Json
    ) -> web.Response:
        if asked.callback is None:
            return _json({"message": "Unknown Webhook", "code": 10015}, 404)
        if method == "DELETE":
            asked.messages.pop(0)
            return web.Response(status=204)
        made = payload.message("", ours, body or {})
        if original and asked.messages and method == "PATCH":
            asked.messages[0] = made
        elif method != "GET":
            asked.messages.append(made)
        return _json(made)

    @contextlib.contextmanager
    def _noting(self) -> Iterator[None]:
        with self._changed:
            yield
            self._changed.notify_all()


_APPLICATION: Json = {
    "id": str(payload.APPLICATION),
    "name": "On Record",
    "description": "",
    "icon": None,
    "bot_public": False,
    "bot_require_code_grant": False,
    "owner": payload.user(payload.PERSON, "Ada"),
    "verify_key": "",
    "flags": 0,
    "team": None,
    "rpc_origins": [],
    "summary": "",
}


def _synced(command: Json) -> Json:
    return {
        **command,
        "id": str(payload.number()),
        "application_id": str(payload.APPLICATION),
        "version": "1",
        "default_member_permissions": command.get("default_member_permissions"),
        "description": command.get("description", ""),
    }


def _failure(fault: Fault) -> web.Response:
    if fault.status == 429:
        limited = {"message": "Slow down", "retry_after": fault.retry_after, "global": False}
        return _json(limited, 429, {"Via": "1.1 google"})
    return _json({"message": "A fault of this test", "code": fault.code}, fault.status)


def _json(value: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """Answer in JSON; discord.py compares the content type for equality."""
    head = {"Content-Type": "application/json", **(headers or {})}
    return web.Response(body=json.dumps(value).encode(), status=status, headers=head)


async def _body(request: web.Request) -> Any:
    if request.content_type.startswith("multipart/"):
        form = await request.post()
        return json.loads(str(form.get("payload_json", "null")))
    text = await request.text()
    return json.loads(text) if text else None
