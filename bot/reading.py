"""Reading: links and feeds as the settings allow them to be fetched. Loads heavy parts late."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.settings import Settings
from index.article import Draft

if TYPE_CHECKING:
    from index.intake.unasked import Courier

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
# From a link to a draft; raises ``InputError`` with a sentence for the person.
LinkReader = Callable[[str], Draft]


def is_link(text: str) -> bool:
    """Tell whether a text begins as a web address does."""
    return _ADDRESS.match(text) is not None


def link_reader(settings: Settings) -> LinkReader:
    """Return what reads links, within the settings."""

    def read(link: str) -> Draft:
        from index.intake.fetch import Fetcher, Limits
        from index.intake.web import read_link

        limits = Limits(allow_loopback=settings.allow_loopback)
        return read_link(link, Fetcher(limits, settings.contact))

    return read


def courier(settings: Settings) -> Courier:
    """Return what fetches feeds and their articles, within the settings."""
    from index.intake.fetch import Limits
    from index.intake.unasked import Courier

    return Courier(Limits(allow_loopback=settings.allow_loopback), settings.contact)
