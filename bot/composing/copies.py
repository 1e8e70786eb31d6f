"""Copies: in words, that an article is the same story as another. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.composing import sourced

if TYPE_CHECKING:
    from index.record import Copy

LONGEST_TITLE = 60


def told(copy: Copy) -> str:
    """Say of an article what other it is like, and in what they differ.

    Both stay on record: which of two figures is right is not for us to say.
    """
    other, alike = copy.stored.article, copy.likeness
    story = {
        "version": "Another version of",
        "wire": f"The same {alike.agency or 'wire'} story as",
        "copy": "Another outlet’s copy of",
    }[alike.kind]
    outlet = other.outlet or sourced.host(other.url) or "outlet not given"
    date = sourced.written_date(other.published) if other.published else "no date"
    line = f"{story} “{_short(other.title)}” ({outlet}, {date}; {other.article_id})."
    return line + _difference(alike.differences)


def also_at(address: str) -> str:
    """Say that an article on record was found, word for word, at one more address."""
    return f"The same words at another address: that of {sourced.host(address)} is kept too."


def _difference(differences: tuple[tuple[str, str], ...]) -> str:
    if not differences:
        return ""
    return f" They differ: {'; '.join(_told(here, there) for here, there in differences)}."


def _told(here: str, there: str) -> str:
    if here and there:
        return f"“{here}” here, “{there}” there"
    return f"“{here or there}” only {'here' if here else 'there'}"


def _short(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 2].rstrip() + " …"
