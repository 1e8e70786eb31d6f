"""Apart: parsing in a process of its own, which is killed when it takes too long.

A page or a PDF is written by strangers. One that takes for ever, eats all memory or breaks its
parser costs this process nothing: the worker dies, the person gets a sentence, and the next file
gets a new worker. One worker serves many files, for starting it takes half a second.
"""

from __future__ import annotations

import atexit
import datetime
import functools
import json
import logging
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, Any

from index import errors
from index.article import Draft, Published
from index.errors import NotAFeed, NotReadable
from index.intake.feed import Alternate, Alternates, Entry, Feed
from index.intake.handed import Handed, Task
from index.intake.robots import Permission

# A long article takes a tenth of a second, the heaviest page that we saw two.
SECONDS = 60.0
# Nobody waits for what is read unasked, and whoever does something meanwhile must not wait for it.
_SHORT: dict[Task, float] = {"feed": 20.0, "robots": 5.0}
_LONGEST_ANSWER = 100_000_000
# All that Python needs to start; no setting and no secret of ours is handed on.
_HANDED_ON = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TMPDIR", "VIRTUAL_ENV")
_ROOT = Path(__file__).resolve().parents[3]
_log = logging.getLogger(__name__)


def read(handed: Handed) -> Draft:
    """Read a file in the worker. Raises ``InputError`` as ``parse`` does.

    ``NotReadable`` also where the worker had to be stopped, or the file broke it.
    """
    return shared_worker().read(handed)


def read_feed(data: bytes, address: str, charset: str | None) -> Feed | Alternates:
    """Read a feed, or the feeds that a page names, in the worker.

    Raises ``NotAFeed``, also where the worker had to be stopped, or the feed broke it.
    """
    handed = Handed("feed", data, datetime.date.today(), address, charset)
    try:
        answer = shared_worker().ask("feed", handed)
    except NotReadable as error:
        raise NotAFeed(_FEED_TOO_LONG) from error
    return _read_feed(_checked(answer, NotAFeed(_FEED_BROKEN)))


def read_robots(data: bytes, address: str, program: str) -> Permission:
    """Return what a robots.txt says of an address to a program.

    Raises ``NotReadable`` where the worker had to be stopped, or the file broke it.
    """
    handed = Handed(program, data, datetime.date.today(), address)
    answer = shared_worker().ask("robots", handed)
    told = _checked(answer, NotReadable("The site’s robots.txt is broken."))
    return Permission(**told["robots"])


@functools.cache
def shared_worker() -> Worker:
    """Return the worker of this process; it starts at its first file."""
    worker = Worker()
    atexit.register(worker.end)
    return worker


class Worker:
    """A process that parses. Safe for several threads: one file at a time."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._turn = threading.Lock()
        self._ended = False
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, handed: Handed) -> Draft:
        """Read a file as an article, within the time."""
        answer = self.ask("draft", handed)
        return _read_draft(_checked(answer, NotReadable(_BROKEN.format(name=handed.name)))["draft"])

    def ask(self, task: Task, handed: Handed) -> dict[str, Any]:
        """Have something done with a file, within the time; return the worker's answer.

        Raises ``NotReadable`` when it is late.
        """
        with self._turn:
            fresh = self._process is None
            line = self._line(task, handed)
            if not line and not fresh and not self._ended:
                # It may have died before it saw this file: a new one will tell.
                line = self._line(task, handed)
        answer: dict[str, Any] = json.loads(line) if line else {"broken": "its reader died"}
        if "broken" in answer:
            _log.info("“%s” could not be parsed: %s", handed.name, answer["broken"])
        return answer

    def _line(self, task: Task, handed: Handed) -> bytes:
        """Return the worker's line; nothing where it died. Raises ``NotReadable`` when late."""
        process = self._started()
        late = threading.Event()
        seconds = min(self._seconds, _SHORT.get(task, self._seconds))
        watch = threading.Timer(seconds, _kill, (process, late))
        watch.start()
        line = b""
        try:
            line = _asked(process, task, handed)
        finally:
            watch.cancel()
            if late.is_set() or not line:
                self._stop()
        if late.is_set():
            raise NotReadable(_TOO_LONG.format(name=handed.name, seconds=int(seconds)))
        return line

    def end(self) -> None:
        """End the process at once, whatever it is reading; nothing is read any more."""
        self._ended = True
        process = self._process
        if process is not None:
            process.kill()
        self.close()

    def close(self) -> None:
        """End the process when it has read its file; the next one gets another."""
        with self._turn:
            self._stop()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._stop()
            environment = {name: os.environ[name] for name in _HANDED_ON if name in os.environ}
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "index.intake.apart.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**environment, "PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1"},
                # Ctrl-C is for us: the worker ends when we do.
                start_new_session=True,
            )
        return self._process

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            _close(pipe)


def _close(pipe: IO[bytes] | None) -> None:
    try:
        if pipe is not None:
            pipe.close()
    except BrokenPipeError:
        # What was still to be written to a worker that is dead.
        return


def _kill(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()


def _asked(process: subprocess.Popen[bytes], task: Task, handed: Handed) -> bytes:
    """Hand a file to the worker and return its line; nothing where it died over it."""
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("the worker was started without pipes")
    told = {
        "task": task,
        "name": handed.name,
        "size": len(handed.data),
        "today": handed.today.isoformat(),
        "address": handed.address,
        "charset": handed.charset,
    }
    try:
        process.stdin.write(json.dumps(told).encode() + b"\n" + handed.data)
        process.stdin.flush()
        line = process.stdout.readline(_LONGEST_ANSWER)
    except BrokenPipeError:
        return b""
    return line if line.endswith(b"\n") else b""


def _checked(answer: dict[str, Any], broken: Exception) -> dict[str, Any]:
    """Return an answer that tells of something; raise the reader's own error, or ``broken``."""
    if "sentence" in answer:
        raise getattr(errors, answer["error"])(answer["sentence"])
    if "broken" in answer:
        raise broken
    return answer


def _read_feed(answer: dict[str, Any]) -> Feed | Alternates:
    if "feed" not in answer:
        named = answer["alternates"]["named"]
        return Alternates(tuple(Alternate(**each) for each in named))
    told = answer["feed"]
    return Feed(told["title"], tuple(Entry(**each) for each in told["entries"]))


def _read_draft(told: dict[str, Any]) -> Draft:
    published = told.pop("published")
    for name in ("warnings", "also_at"):
        told[name] = tuple(told[name])
    return Draft(**told, published=Published(**published) if published else None)


_BY_HAND = "Open it, copy the article’s text into a .txt file and add that."
_TOO_LONG = "Reading “{name}” took longer than {seconds} seconds and was stopped. " + _BY_HAND
_FEED_TOO_LONG = "The feed takes too long to read, and was left."
_FEED_BROKEN = "The feed is broken, or needs more memory than a feed may."
_BROKEN = "“{name}” is broken, or needs more memory than a file may. " + _BY_HAND
