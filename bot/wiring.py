"""Wiring: from the settings to the parts. The only place that chooses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from bot.settings import Settings
from index.embed import Embedder, embedder_for, needs_hub
from index.errors import SettingError
from index.quiet import quiet
from index.record import Record

if TYPE_CHECKING:
    from bot.writer.writing import Writer
    from index.state import State


def open_record(settings: Settings, command: str, notice: Callable[[str], None]) -> Record:
    """Open the record in the data folder of the settings.

    ``command`` is what others are told when they meet the lock; ``notice`` is given every
    sentence that a person should see beside the result.
    """
    quiet(offline=not needs_hub(settings.embedding_model))

    def embedder() -> Embedder:
        return embedder_for(settings.embedding_model, settings.embedding_backend, _cache())

    return Record.open(settings.data, embedder, command=command, notice=notice)


def writer(settings: Settings, state: State | None = None) -> Writer | None:
    """Return what writes answers with a model; None where none is configured.

    It counts in ``state``, or without one in a state that it opens itself. Raises ``SettingError``
    where it is configured by half, or the libraries are not installed.
    """
    if not settings.model:
        return None
    if not settings.model_url:
        raise SettingError(
            "ON_RECORD_MODEL names a model, but ON_RECORD_MODEL_URL does not say where it is. "
            "For Ollama on this machine: ON_RECORD_MODEL_URL=http://127.0.0.1:11434/v1"
        )
    try:
        from bot.writer.model import Model
    except ModuleNotFoundError as error:
        raise SettingError(
            f"ON_RECORD_MODEL is set, but {error.name} is not installed. "
            "Install it with: pip install 'on-record[model]'"
        ) from error
    from bot.writer.brief import Limits
    from bot.writer.meter import Meter
    from bot.writer.writing import Writer
    from index.state import State

    key = settings.model_key.get_secret_value() if settings.model_key else ""
    limits = Limits(settings.model_passages, settings.model_tokens, settings.model_seconds)
    meter = Meter(state or State(settings.data), settings.model_questions_a_day)
    return Writer(Model(settings.model, settings.model_url, key), limits, meter)


def _cache() -> Path:
    return Path(platformdirs.user_cache_dir("on-record"))
