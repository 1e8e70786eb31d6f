"""Kinds: the files that are read as articles, by the end of their names. The one list of them."""

from __future__ import annotations

from pathlib import PurePath

READABLE = (".txt", ".md", ".html", ".htm")


def is_readable(name: str) -> bool:
    """Tell whether a file may hold an article, by the end of its name."""
    return PurePath(name).suffix.casefold() in READABLE


def named() -> str:
    """Return the kinds in words: ".txt, .md and .html"."""
    *others, last = READABLE
    return f"{', '.join(others)} and {last}"
