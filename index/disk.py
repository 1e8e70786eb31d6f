"""Writing a file so that it is whole and on the disk, or not there at all."""

from __future__ import annotations

import os
from pathlib import Path


def write_durably(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, and have it on the disk before returning."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # The process and a leading dot keep two writers, and readers of *.md, apart.
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Have what was renamed or removed in a folder on the disk before returning."""
    # A rename is on the disk only when its folder is. Windows cannot open a folder.
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
