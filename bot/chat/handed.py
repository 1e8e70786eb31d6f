"""Handed: what somebody handed in to be added: a file, a text, or a link. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.adding import Details
from index import intake
from index.article import Draft
from index.errors import NoArticleText, NotReadable

# A message of fewer words is talk, not an article.
LEAST_WORDS = 80
NO_DETAILS = Details()
# What a card names as the origin of an article without a file.
PASTED, MESSAGE = "pasted text", "a message"
SEVERAL = "There are {} files in this message. Add each by itself: /article add file"
NOT_AN_ARTICLE = "There is no article in this message."
NOT_READ = (
    f"I cannot read {{}}: as articles I read {intake.named()} files. Save it as one of these, or "
    "copy its text and add that with /article add."
)
SEVERAL_LINKS = "There are {} links in this message. Add each by itself: /article add link"
NOTHING = (
    "There is no article in the form: paste its text, or give its link. A file: /article add file"
)
_LINK = re.compile(r"https?://[^\s<>]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed into the form for an article, in the order of its fields."""

    title: str = ""
    text: str = ""
    outlet: str = ""
    date: str = ""
    link: str = ""

    @property
    def details(self) -> Details:
        """What it says of the article beside its text."""
        return Details(
            title=self.title or None,
            outlet=self.outlet or None,
            url=self.link or None,
            date=self.date or None,
        )

    @property
    def page(self) -> str:
        """The text with its headline above it, also where that was typed by itself."""
        lines = (" ".join(line.split()).casefold() for line in self.text.splitlines())
        if not self.title or " ".join(self.title.split()).casefold() in lines:
            return self.text
        return f"# {self.title}\n\n{self.text}"


NOTHING_TYPED = Typed()


def of_file(name: str, data: bytes, details: Details = NO_DETAILS) -> Draft:
    """Read a file that was handed in.

    Raises ``NotReadable``, ``NoArticleText`` or ``BadFrontMatter``, each with a sentence.
    """
    return details.correct(intake.read(name, data))


def of_typed(typed: Typed) -> Draft:
    """Read what was typed into the form; what its fields say wins over what the text says.

    Raises as ``of_file`` does.
    """
    if not typed.text:
        raise NotReadable(NOTHING)
    return typed.details.correct(intake.read(PASTED, typed.page.encode()))


def of_message(text: str, unread: Sequence[str] = ()) -> Draft:
    """Read the text of a message. ``unread`` are the names of the files in it, none of them read.

    Raises ``NotReadable`` where it is but such a file, ``NoArticleText`` where it is too short.
    """
    if _is_article(text):
        return intake.read(MESSAGE, text.encode())
    if unread:
        raise NotReadable(NOT_READ.format(", ".join(f"“{name}”" for name in unread)))
    raise NoArticleText(NOT_AN_ARTICLE)


def link_in(text: str) -> str | None:
    """Return the link that a message hands in; None where the message is an article itself.

    Raises ``NotReadable`` where there are several.
    """
    links = [] if _is_article(text) else list(dict.fromkeys(map(_bare, _LINK.findall(text))))
    if len(links) > 1:
        raise NotReadable(SEVERAL_LINKS.format(len(links)))
    return links[0] if links else None


def _is_article(text: str) -> bool:
    return len(_LINK.sub(" ", text).split()) >= LEAST_WORDS


def _bare(link: str) -> str:
    """Drop what a sentence, or Discord's Markdown, puts behind a link."""
    bare = link.rstrip(".,;:!?'\"’”*_|~>")
    return bare if "(" in bare else bare.rstrip(")]").rstrip(".,;:!?'\"’”*_|~>")


def check_size(name: str, size: int) -> None:
    """Refuse a file that is too large, before it is fetched. Raises ``NotReadable``."""
    intake.check_size(name, size)
