"""What the second process does in test_two_processes: it reads and changes beside the owner."""

from __future__ import annotations

import threading
from multiprocessing.connection import Connection
from pathlib import Path

from cheap import CheapEmbedder, draft

from index.record import Record


def own(data: Path, talk: Connection) -> None:
    """Own the data and watch it until told to stop."""
    with Record.open(data, CheapEmbedder, command="the owner") as record:
        record.add(draft(0))
        stop = threading.Event()
        watching = threading.Thread(target=record.watch, args=(stop, 0.1))
        watching.start()
        talk.send(record.owns)
        talk.recv()
        stop.set()
        watching.join()
