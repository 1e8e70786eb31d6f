"""Wiring: from the settings to the parts. The only place that chooses."""

from __future__ import annotations

from collections.abc import Callable

from bot.settings import Settings
from index.quiet import quiet
from index.record import Record


def open_record(settings: Settings, command: str, notice: Callable[[str], None]) -> Record:
    """Open the record in the data folder of the settings.

    ``command`` is what others are told when they meet the lock; ``notice`` is given every
    sentence that a person should see beside the result.
    """
    quiet()
    raise NotImplementedError
