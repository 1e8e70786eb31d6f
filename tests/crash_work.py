"""What the processes do that test_crash kills: add articles, and say of each that it is on record.

Imported by a fork server, so that each round need not import the libraries again.
"""

from __future__ import annotations

from multiprocessing.connection import Connection
from pathlib import Path

# Imported here, before the fork, because importing them takes longer than a round.
import chromadb  # noqa: F401
import llama_index.core.node_parser  # noqa: F401
from cheap import CheapEmbedder, draft

from index import speech  # noqa: F401
from index.record import Record


def add_for_ever(data: Path, first: int, acknowledged: Connection) -> None:
    """Add articles from number ``first`` on until killed; send each article's id once saved."""
    with Record.open(data, CheapEmbedder, command="crash test") as record:
        record.level()
        acknowledged.send("ready")
        for number in range(first, first + 10_000):
            acknowledged.send(record.add(draft(number)).article.article_id)
