"""Wiring: from the settings to the parts. The only place that chooses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import platformdirs

from bot.settings import Settings
from index.embed import Embedder, embedder_for, needs_hub
from index.quiet import quiet
from index.record import Record


def open_record(settings: Settings, command: str, notice: Callable[[str], None]) -> Record:
    """Open the record in the data folder of the settings.

    ``command`` is what others are told when they meet the lock; ``notice`` is given every
    sentence that a person should see beside the result.
    """
    quiet(offline=not needs_hub(settings.embedding_model))

    def embedder() -> Embedder:
        return embedder_for(settings.embedding_model, settings.embedding_backend, _cache())

    return Record.open(settings.data, embedder, command=command, notice=notice)


def _cache() -> Path:
    return Path(platformdirs.user_cache_dir("on-record"))
