"""Last: how the questions of a file fared in their last run, kept beside the file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from bot.trial.judging import Judged
from index.disk import write_durably
from index.errors import InputError, NotWritten


def last_run(path: Path) -> dict[str, Judged]:
    """Return how each question fared in the last run; nothing where there was none."""
    try:
        kept = json.loads(_kept(path).read_text("utf-8"))
        return {each["ask"]: Judged(**each) for each in kept}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise InputError(
            f"{_kept(path)} cannot be read ({error}). Delete it and run again."
        ) from error


def keep(path: Path, judged: Iterable[Judged]) -> None:
    """Keep how the questions fared, for the next run to compare with."""
    content = json.dumps([asdict(each) for each in judged], ensure_ascii=False, indent=1)
    try:
        write_durably(_kept(path), content.encode())
    except OSError as error:
        raise NotWritten(f"{_kept(path)} cannot be written ({error}).") from error


def _kept(path: Path) -> Path:
    return path.with_name(f"{path.name}.last.json")
