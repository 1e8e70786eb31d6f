"""Parsing apart: a file that takes too long or breaks its reader costs nobody anything."""

from __future__ import annotations

import datetime
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from news_site import article

from index.errors import NoArticleText, NotReadable
from index.intake.apart import Worker
from index.intake.handed import Handed

TODAY = datetime.date(2026, 11, 22)


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker()
    yield made
    made.close()


def handed(html: str) -> Handed:
    return Handed("page.html", html.encode(), TODAY)


def process_of(worker: Worker) -> int:
    process = worker._process
    assert process is not None
    return process.pid


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_one_worker_reads_many_files(worker):
    first = worker.read(handed(article()))
    pid = process_of(worker)
    with pytest.raises(NoArticleText, match="No article text"):
        worker.read(handed("<html><body></body></html>"))

    assert worker.read(handed(article())) == first
    assert first.title == "Council closes the old bridge"
    assert process_of(worker) == pid
    worker.close()
    assert not is_running(pid)


def test_what_takes_too_long_is_stopped():
    """The worker is gone at once, and the next file is read by another."""
    worker = Worker(seconds=0.01)
    with pytest.raises(NotReadable, match="took longer"):
        worker.read(handed(article()))
    assert worker._process is None

    worker._seconds = 60
    assert worker.read(handed(article())).title == "Council closes the old bridge"
    worker.close()


def test_a_worker_that_died_is_replaced(worker):
    worker.read(handed(article()))
    os.kill(process_of(worker), signal.SIGKILL)

    title = worker.read(handed(article())).title

    assert title == "Council closes the old bridge"


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_worker_has_limits_and_no_secrets(worker, monkeypatch):
    monkeypatch.setenv("DISCORD_TOKEN", "a secret of ours")
    worker.read(handed(article()))
    proc = Path(f"/proc/{process_of(worker)}")

    assert b"secret" not in (proc / "environ").read_bytes()
    limits = (proc / "limits").read_text()
    assert "unlimited" not in next(line for line in limits.splitlines() if "address space" in line)


def test_a_worker_that_is_ended_keeps_nobody_waiting(worker):
    """Whatever it is reading is left, and nothing more is read when the program ends."""
    endless = Handed("feed", b"<rss>" + b"<x>" * 90_000, TODAY, "https://a.example/feed")
    errors: list[str] = []

    def read() -> None:
        answer = worker.ask("feed", endless)
        errors.append(answer["broken"])

    reading = threading.Thread(target=read)
    reading.start()
    while worker._process is None:
        time.sleep(0.01)
    pid = process_of(worker)
    worker.end()
    reading.join()

    assert errors == ["its reader died"]
    assert not is_running(pid)
