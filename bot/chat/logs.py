"""Logs: what the operator reads while the bot runs. No token and no question ever stands there."""

from __future__ import annotations

import contextlib
import logging
import sys
from collections.abc import Iterator

_FORM = "%(asctime)s %(levelname)s %(message)s"


@contextlib.contextmanager
def to_stderr(token: str) -> Iterator[None]:
    """Write the log to standard error, with ``token`` blotted out wherever it might stand."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Blotted(token))
    root = logging.getLogger()
    root.addHandler(handler)
    logging.getLogger("bot").setLevel(logging.INFO)
    try:
        yield
    finally:
        root.removeHandler(handler)


class Blotted(logging.Formatter):
    """Writes records without the token, and an interruption that mends itself in one line."""

    def __init__(self, token: str) -> None:
        super().__init__(_FORM)
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as a line, or as several where something is to be mended."""
        if record.name == "discord.client" and record.exc_info:
            # discord.py connects again by itself; how it fell off is no news to the operator.
            kind = record.exc_info[0]
            record = logging.makeLogRecord({**record.__dict__, "exc_info": None, "exc_text": None})
            record.msg = f"{record.getMessage()} ({kind.__name__ if kind else 'unknown'})"
            record.args = None
        return super().format(record).replace(self._token, "(token)")
