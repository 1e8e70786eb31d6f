"""Handed: what somebody handed in to be added: a file, a text, or a link. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.adding import Details
from index import intake
from index.article import Draft
from index.errors import NoArticleText, NotReadable

# A message of fewer words is talk, not an article.
LEAST_WORDS = 80
NO_DETAILS = Details()
SEVERAL = "There are {} files in this message. Add each by itself: /article add file"
NOT_AN_ARTICLE = "There is no article in this message."
NOT_READ = (
    f"I cannot read {{}}: as articles I read {intake.named()} files. Save it as one of these, or "
    "copy its text and add that with /article add."
)
LINKS_LATER = (
    "I cannot read links yet. Copy the article’s text and add it with /article add, or save the "
    "page from your browser as .html and hand that in as a file."
)
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)


def of_file(name: str, data: bytes, details: Details = NO_DETAILS) -> Draft:
    """Read a file that was handed in.

    Raises ``NotReadable``, ``NoArticleText`` or ``BadFrontMatter``, each with a sentence.
    """
    return details.correct(intake.read(name, data))


def of_text(text: str, details: Details = NO_DETAILS) -> Draft:
    """Read a text that was pasted. Raises as ``of_file`` does."""
    return details.correct(intake.read("pasted text", text.encode()))


def of_message(text: str, unread: Sequence[str] = ()) -> Draft:
    """Read the text of a message. ``unread`` are the names of the files in it, none of them read.

    Raises ``NotReadable`` where it is but a link or such a file, ``NoArticleText`` where it is too
    short.
    """
    if len(_LINK.sub(" ", text).split()) >= LEAST_WORDS:
        return of_text(text)
    if _LINK.search(text):
        raise NotReadable(LINKS_LATER)
    if unread:
        raise NotReadable(NOT_READ.format(", ".join(f"“{name}”" for name in unread)))
    raise NoArticleText(NOT_AN_ARTICLE)


def check_size(name: str, size: int) -> None:
    """Refuse a file that is too large, before it is fetched. Raises ``NotReadable``."""
    intake.check_size(name, size)
