"""The process in which files are parsed: ``python -m index.intake.apart.worker``.

It reads one file after the other from its standard input and writes a line of JSON for each. It
holds no secret, and its memory is limited before it reads the first byte.
"""

from __future__ import annotations

import datetime
import json
import os
import sys
from typing import Any, BinaryIO

from index.errors import InputError
from index.intake.apart.parse import done
from index.intake.handed import Handed, Task

# A page of 10 MB takes less than half of it.
MOST_MEMORY = 1_500_000_000
# Nothing here writes a file; what a broken library might write stays small.
LARGEST_FILE = 1_000_000


def main() -> None:
    """Serve until the standard input ends."""
    _limit()
    # What a library prints must not be taken for an answer.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    questions = sys.stdin.buffer
    while line := questions.readline():
        answers.write(json.dumps(_answer(*_handed(line, questions))).encode() + b"\n")
        answers.flush()


def _handed(line: bytes, questions: BinaryIO) -> tuple[Task, Handed]:
    """Read a line that tells of a file and what to do with it, and then the file."""
    told = json.loads(line)
    data = questions.read(told.pop("size"))
    today = datetime.date.fromisoformat(told.pop("today"))
    return told.pop("task"), Handed(data=data, today=today, **told)


def _answer(task: Task, handed: Handed) -> dict[str, Any]:
    try:
        return done(task, handed)
    except InputError as error:
        return {"error": type(error).__name__, "sentence": str(error)}
    except (MemoryError, RecursionError):
        return {"broken": "it needs too much memory"}
    except Exception as error:  # noqa: BLE001 - a broken file breaks its reader in any way
        return {"broken": f"{type(error).__name__}: {error}"[:300]}


def _limit() -> None:
    """Limit what this process may use. Windows has no such limits; there only time is limited."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
