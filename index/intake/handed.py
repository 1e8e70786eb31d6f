"""What is handed to a worker to be parsed."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

# What comes of it: an article's draft, a feed's entries, or what a robots.txt says.
Task = Literal["draft", "feed", "robots"]


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

    @property
    def is_pdf(self) -> bool:
        """Whether it is a PDF, whatever its name says."""
        return self.data[:1_024].lstrip().startswith(b"%PDF")
