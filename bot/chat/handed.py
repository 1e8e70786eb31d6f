"""Handed: what somebody handed in to be added: a file, a text, or a link. Pure."""

from __future__ import annotations

import re
from pathlib import PurePath

from bot.adding import Details
from index import intake
from index.article import Draft
from index.errors import NoArticleText, NotReadable

# A message of fewer words is talk, not an article.
LEAST_WORDS = 80
NO_DETAILS = Details()
SEVERAL = "There are {} files in this message. Add each by itself: /article add file"
NOT_AN_ARTICLE = "There is no article in this message."
LINKS_LATER = (
    "I cannot read links yet. Copy the article’s text and add it with /article add, or save the "
    "page from your browser as .html and hand that in as a file."
)
_SUFFIXES = {".txt", ".md", ".html", ".htm"}
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)


def of_file(name: str, data: bytes, details: Details = NO_DETAILS) -> Draft:
    """Read a file that was handed in.

    Raises ``NotReadable``, ``NoArticleText`` or ``BadFrontMatter``, each with a sentence.
    """
    return details.correct(intake.read(name, data))


def of_text(text: str, details: Details = NO_DETAILS) -> Draft:
    """Read a text that was pasted. Raises as ``of_file`` does."""
    return details.correct(intake.read("pasted text", text.encode()))


def of_message(text: str) -> Draft:
    """Read the text of a message.

    Raises ``NotReadable`` where it is but a link, ``NoArticleText`` where it is too short.
    """
    if len(_LINK.sub(" ", text).split()) >= LEAST_WORDS:
        return of_text(text)
    if _LINK.search(text):
        raise NotReadable(LINKS_LATER)
    raise NoArticleText(NOT_AN_ARTICLE)


def is_readable(name: str) -> bool:
    """Tell whether a file may hold an article, by the end of its name."""
    return PurePath(name).suffix.casefold() in _SUFFIXES


def check_size(name: str, size: int) -> None:
    """Refuse a file that is too large, before it is fetched. Raises ``NotReadable``."""
    if size > intake.LARGEST_BYTES:
        raise NotReadable(
            f"“{name}” is too large: {size / 1e6:.1f} MB, and {intake.LARGEST_BYTES / 1e6:.0f} MB "
            "is the most that is read as one article."
        )
