"""A small newsroom for tests: real records in temporary folders, and articles to put into them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.asking import Desk
from bot.settings import Settings
from bot.wiring import open_record
from index.article import Draft, Published
from index.record import Record

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"

FERRY = Draft(
    title="Council leader rules out a ferry terminal",
    text=(
        "Maren Tolliday, the council leader, said on Monday that the town would not pay for a "
        "ferry terminal.\n\n"
        "“The quay we have has served for ninety years,” Ms Tolliday said. “It will serve for "
        "ninety more.”\n\n"
        "Edda Pellow, the managing director of Sound Ferries, declined to comment.\n\n"
        "The harbour has 43 berths, of which 12 stood empty last winter."
    ),
    outlet="Harbour Gazette",
    url="https://gazette.example/ferry",
    published=Published("2024-03-12", "metadata"),
)
LATER = Draft(
    title="Council leader changes her mind on the terminal",
    text=(
        "“I was wrong about the ferry terminal, and I would rather say so than see the quay fall "
        "into the sea,” said Maren Tolliday, the council leader.\n\n"
        "Corwin Pellow, the secretary of the fishing association, said the ferry terminal would "
        "take a quarter of the moorings."
    ),
    outlet="Sound Radio",
    url="https://radio.example/terminal",
    published=Published("2025-02", "byline"),
)
COPY = Draft(
    title="Ferry terminal: leader had been wrong",
    text=(
        "The leader of the council spoke after the vote.\n\n"
        "“I was wrong about the ferry terminal, and I would rather say so than see the quay fall "
        "into the sea,” said Maren Tolliday."
    ),
    added_from="paste.txt",
)


def record_of(data: Path, drafts: Sequence[Draft] = (FERRY, LATER, COPY)) -> Record:
    """Open a record in a folder and put articles into it."""
    record = open_record(Settings(data=data), "test", print)
    for draft in drafts:
        record.add(draft, index=False)
    record.level()
    return record


def desk_of(record: Record) -> Desk:
    """Return the desk at which a record is asked."""
    return Desk(record)


def on_record(
    *arguments: str | Path, stdin: str | bytes = b"", columns: int = 80, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own, as a person would."""
    given = stdin.encode() if isinstance(stdin, str) else stdin
    return subprocess.run(
        [sys.executable, "-m", "bot", *map(str, arguments)],
        input=given,
        capture_output=True,
        cwd=ROOT,
        timeout=300,
        env={**os.environ, "COLUMNS": str(columns), **environment},
        check=False,
    )


def printed(done: subprocess.CompletedProcess[bytes]) -> Any:
    """Return the JSON that a command printed; what else it printed is shown when it is none."""
    assert done.stdout, done.stderr.decode()
    return json.loads(done.stdout)
