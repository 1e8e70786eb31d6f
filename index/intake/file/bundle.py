"""Bundles: many articles in one file: a .zip of files, or JSON lines with an article each.

A bundle is never unpacked to disk, so no name in it can lead anywhere; each piece is read by
itself, when its turn comes.
"""

from __future__ import annotations

import functools
import json
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from index.article import Draft, Published
from index.errors import BadFrontMatter, InputError, NoArticleText, NotReadable
from index.intake.decode import LARGEST_BYTES, check_size
from index.intake.file.door import read
from index.intake.kinds import is_readable

MOST_PIECES = 100_000
# All that a .zip may unpack to: a year of a large newsroom.
MOST_UNPACKED = 4_000_000_000
# Text packs to a fifth; what packs to less than a hundredth is no text.
MOST_PACKED_TIMES = 100
# What ``zipfile`` lets through from a .zip that is damaged: its own error and those of each
# unpacker; for a password, a version or a compression that it does not know a RuntimeError; for a
# name that is no text a ValueError; for a member that wants gigabytes to be unpacked a MemoryError.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    OSError,
    EOFError,
    RuntimeError,
    ValueError,
    MemoryError,
)

_ALIASES = {
    "title": ("title", "headline"),
    "text": ("text", "body", "content", "article"),
    "outlet": ("outlet", "publisher", "source"),
    "byline": ("byline", "author", "authors"),
    "url": ("url", "link"),
    "published": ("published", "date", "date_published", "datePublished"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """One article of a bundle: how a person would name it, and how it is read.

    ``read`` raises ``InputError``.
    """

    name: str
    read: Callable[[], Draft]


def is_bundle(name: str) -> bool:
    """Tell whether a file may hold many articles, by the end of its name."""
    return name.casefold().endswith((".zip", ".jsonl", ".ndjson"))


def pieces(path: Path) -> list[Piece]:
    """Return the articles in a bundle, in order.

    A bundle that cannot be opened is one piece, which says so when it is read.
    """
    try:
        return _of_zip(path) if path.suffix.casefold() == ".zip" else _of_lines(path)
    except (OSError, InputError) as error:
        told = error if isinstance(error, InputError) else _unreadable(path.name)
        return [Piece(str(path), functools.partial(_refuse, told))]


def _refuse(error: InputError) -> Draft:
    raise error


def _unreadable(name: str) -> NotReadable:
    return NotReadable(f"“{name}” cannot be opened. Unpack it yourself, and add the files.")


def _of_zip(path: Path) -> list[Piece]:
    entries = [entry for entry in _members(path) if _is_article(entry)]
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_PIECES or unpacked > MOST_UNPACKED:
        raise NotReadable(
            f"“{path.name}” holds {len(entries):,} files of {unpacked / 1e6:,.0f} MB, more than is "
            "read at once. Unpack it yourself, and add its folders one by one."
        )
    if not entries:
        raise NoArticleText(f"“{path.name}” holds no file that can be read as an article.")
    return [
        Piece(f"{path}/{entry.filename}", functools.partial(_member, path, entry))
        for entry in entries
    ]


def _members(path: Path) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.infolist()
    except _DAMAGE as error:
        raise _unreadable(path.name) from error


def _is_article(entry: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(entry.filename).parts
    hidden = any(part.startswith((".", "__MACOSX")) and part != ".." for part in parts)
    return not entry.is_dir() and not hidden and is_readable(entry.filename)


def _member(path: Path, entry: zipfile.ZipInfo) -> Draft:
    name = PurePosixPath(entry.filename).name
    check_size(name, entry.file_size)
    if entry.file_size > MOST_PACKED_TIMES * max(entry.compress_size, 1_000):
        raise NotReadable(f"“{name}” unpacks to far more than a text does: it was left alone.")
    try:
        with zipfile.ZipFile(path) as archive, archive.open(entry) as member:
            data = member.read(entry.file_size + 1)
    except _DAMAGE as error:
        raise NotReadable(f"“{name}” is broken, or locked with a password.") from error
    return read(name, data)


def _of_lines(path: Path) -> list[Piece]:
    starts = list(_line_starts(path))
    if len(starts) > MOST_PIECES:
        raise NotReadable(
            f"“{path.name}” has {len(starts):,} lines, and {MOST_PIECES:,} is the most that is "
            "read at once. Part it."
        )
    if not starts:
        raise NoArticleText(f"“{path.name}” is empty.")
    return [
        Piece(f"{path}, line {number}", functools.partial(_line, path, number, start))
        for number, start in starts
    ]


def _line_starts(path: Path) -> Iterator[tuple[int, int]]:
    """Yield number and place of each line that is not empty."""
    place = 0
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                yield number, place
            place += len(line)


def _line(path: Path, number: int, start: int) -> Draft:
    where = f"“{path.name}”, line {number}"
    try:
        with path.open("rb") as file:
            file.seek(start)
            line = file.readline(LARGEST_BYTES + 1)
    except OSError as error:
        raise _unreadable(path.name) from error
    check_size(where, len(line))
    try:
        told = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise NotReadable(f"{where} is no JSON. Each line must be one object.") from error
    if not isinstance(told, dict):
        raise NotReadable(f"{where} must be an object with “title” and “text”.")
    try:
        return _draft(told, path.name)
    except InputError as error:
        raise type(error)(f"{where}: {error}") from error


def _draft(told: Mapping[str, Any], added_from: str) -> Draft:
    """Take an article as it stands in an object, as from Markdown with front matter."""
    fields = {name: _field(told, name) for name in _ALIASES}
    title, text, date = fields["title"], fields["text"], fields["published"]
    if not title or not text:
        raise NoArticleText("An article needs “title” and “text”.")
    return Draft(
        title=" ".join(title.split()),
        text=text,
        outlet=fields["outlet"],
        byline=fields["byline"],
        url=fields["url"],
        # Of a time, the day of the place where it was written.
        published=Published(date.strip()[: len("2024-03-12")], "given") if date else None,
        added_from=added_from,
    )


def _field(told: Mapping[str, Any], name: str) -> str | None:
    for alias in _ALIASES[name]:
        value = told.get(alias)
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            value = ", ".join(value)
        if isinstance(value, str) and value.strip():
            return value.strip() if name == "text" else " ".join(value.split())
        if value not in (None, "", []):
            raise BadFrontMatter(f"“{alias}” must be a text.")
    return None
