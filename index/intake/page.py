"""A saved web page -> a draft."""

from __future__ import annotations

import datetime

from index.article import Draft
from index.errors import NoArticleText


def is_page(text: str) -> bool:
    """Tell whether a text without a telling name is HTML."""
    start = text[:1000].lstrip().casefold()
    return start.startswith(("<!doctype html", "<html"))


def read(name: str, data: bytes, today: datetime.date) -> Draft:
    raise NoArticleText("later")


def extract(html: str, today: datetime.date) -> Draft:
    raise NoArticleText("later")
