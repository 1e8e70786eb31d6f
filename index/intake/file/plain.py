"""A file's text as it stands, for looking at it without storing it: nothing is cleaned away."""

from __future__ import annotations

import re
from pathlib import Path, PurePath

from index.errors import NotReadable
from index.intake.decode import check_size, decode
from index.intake.file.door import read
from index.intake.kinds import PARSED

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n.*?^---[ \t]*(?:\r?\n|\Z)(?:[ \t]*\r?\n)*", re.S | re.M)


def read_text(path: Path) -> str:
    """Return the text of a file with its own newlines; of ``.md`` the body only.

    A page, a PDF or a Word file has no text of its own as it stands, so its article is returned.
    Raises ``InputError`` as ``read`` does.
    """
    return text_of(path.name, _bytes(path))


def text_of(name: str, data: bytes) -> str:
    """Return the text of what a file of this name holds. Raises ``InputError`` as ``read`` does."""
    suffix = PurePath(name).suffix.casefold()
    if suffix in PARSED:
        return read(name, data).text
    text = decode(name, data).text
    if suffix != ".md":
        return text
    head = _FRONT_MATTER.match(text)
    return text[head.end() :] if head else text


def _bytes(path: Path) -> bytes:
    try:
        check_size(path.name, path.stat().st_size)
        return path.read_bytes()
    except OSError as error:
        raise NotReadable(f"“{path}” cannot be opened: {error.strerror or error}.") from error
