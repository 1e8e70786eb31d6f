"""Kinds: the files that are read as articles, by the end of their names. The one list of them."""

from __future__ import annotations

from pathlib import PurePath

# Parsed apart, in a process of its own; the rest is read by rules of ours.
PARSED = (".html", ".htm", ".pdf", ".docx")
READABLE = (".txt", ".md", *PARSED)


def is_readable(name: str) -> bool:
    """Tell whether a file may hold an article, by the end of its name."""
    return PurePath(name).suffix.casefold() in READABLE


def named() -> str:
    """Return the kinds in words: ".txt, .md, .html, … and .docx"."""
    *others, last = READABLE
    return f"{', '.join(others)} and {last}"
