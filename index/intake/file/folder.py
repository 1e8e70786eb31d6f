"""Files on disk: which of a folder can be read, and one of them read within the size limit."""

from __future__ import annotations

import datetime
from pathlib import Path

from index.article import Draft
from index.errors import NotReadable
from index.intake.decode import check_size
from index.intake.file.door import read
from index.intake.kinds import is_readable


def readable_files(path: Path) -> list[Path]:
    """Return the files in a folder and the folders below it that can be read, sorted by path.

    Hidden files and folders are passed over. Raises ``NotReadable`` when the folder is not there.
    """
    if not path.is_dir():
        raise NotReadable(f"There is no folder “{path}”.")
    files = (found for found in path.rglob("*") if is_readable(found.name))
    return sorted(found for found in files if not _is_hidden(found, path) and found.is_file())


def read_file(path: Path, today: datetime.date | None = None) -> Draft:
    """Read one file as an article; its size is looked at first.

    Raises ``InputError`` as ``read`` does, and ``NotReadable`` when the file cannot be opened.
    """
    try:
        check_size(path.name, path.stat().st_size)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise NotReadable(f"There is no file “{path}”.") from error
    except OSError as error:
        raise NotReadable(f"“{path}” cannot be opened: {error.strerror or error}.") from error
    return read(path.name, data, today)


def _is_hidden(found: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in found.relative_to(folder).parts)
