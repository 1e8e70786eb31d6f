"""What a worker does: the bytes of a page, a PDF or a Word file -> a draft. Runs apart."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import PurePath

from index.article import Draft
from index.intake import page

PAGES = frozenset({".html", ".htm"})


@dataclass(frozen=True, slots=True)
class Handed:
    """What was handed in: a file's name and bytes, and the latest day that it may be dated.

    Of a page that was fetched also where it was found, and the encoding that its server stated.
    """

    name: str
    data: bytes
    today: datetime.date
    address: str | None = None
    charset: str | None = None

    @property
    def suffix(self) -> str:
        """The end of the name, in lower case."""
        return PurePath(self.name).suffix.casefold()


def parse(handed: Handed) -> Draft:
    """Read it, in this process. Raises ``InputError`` as the readers do."""
    return page.read(handed.name, handed.data, handed.today, handed.address, handed.charset)
