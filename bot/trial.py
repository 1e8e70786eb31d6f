"""Trial: a team's own questions, and how well their articles answer them. Pure but for its files.

A file of questions is TOML (a table ``[[question]]`` each) or JSON lines. A question has ``ask``
and what is expected: ``articles`` (ids or headlines, one of which should be found), ``words`` (that
should stand in the answer), or ``refuse = true`` (nothing should be answered).
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bot.composing.answer import Answer
from index.disk import write_durably
from index.errors import InputError, NotWritten
from index.word import words

_FIELDS = {"ask", "articles", "words", "refuse"}


@dataclass(frozen=True, slots=True)
class Trial:
    """A question and what is expected of its answer; empty and False where nothing is."""

    ask: str
    articles: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    refuse: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """How a question fared: None for what was not asked of it.

    ``first`` and ``ten``: an expected article is the first, or among the ten nearest. ``words``:
    all expected words stand in the statements shown. ``refused``: it was refused, as it should be.
    """

    ask: str
    first: bool | None = None
    ten: bool | None = None
    words: bool | None = None
    refused: bool | None = None


MEASURES = {
    "first": "expected article first",
    "ten": "expected article among ten",
    "words": "expected words shown",
    "refused": "refused as expected",
}


def read(path: Path) -> list[Trial]:
    """Read a file of questions. Raises ``InputError`` saying what is wrong with which of them."""
    try:
        text = path.read_text("utf-8")
        if path.suffix == ".toml":
            entries = tomllib.loads(text).get("question", [])
        else:
            entries = [json.loads(line) for line in text.splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise InputError(f"{path.name} cannot be read as questions ({error}).") from error
    if not isinstance(entries, list) or not entries:
        raise InputError(f'{path.name} has no question. Write [[question]] and ask = "…" in it.')
    return [_trial(entry, number) for number, entry in enumerate(entries, start=1)]


def _trial(entry: Any, number: int) -> Trial:
    if not isinstance(entry, dict) or not isinstance(entry.get("ask"), str):
        raise InputError(f"Question {number} has no “ask”, or it is not a text.")
    if unknown := sorted(entry.keys() - _FIELDS):
        raise InputError(
            f"Question {number} has “{unknown[0]}”; known: ask, articles, words, refuse."
        )
    lists = [entry.get(name, []) for name in ("articles", "words")]
    if not all(isinstance(each, list) and all(isinstance(x, str) for x in each) for each in lists):
        raise InputError(f"Question {number}: “articles” and “words” are lists of texts.")
    refuse = entry.get("refuse", False)
    if not isinstance(refuse, bool) or not (any(lists) or refuse):
        raise InputError(
            f"Question {number} expects nothing: give articles, words or refuse = true."
        )
    return Trial(entry["ask"], tuple(lists[0]), tuple(lists[1]), refuse)


def judge(trial: Trial, answer: Answer, found: Sequence[tuple[str, str]]) -> Judged:
    """Judge an answer; ``found`` are (id, headline) of the nearest articles, best first."""
    wanted = {_folded(each) for each in trial.articles}
    here = [bool({_folded(one) for one in each} & wanted) for each in found]
    shown = _folded(" ".join(block.text for block in answer.blocks))
    return Judged(
        trial.ask,
        first=any(here[:1]) if wanted else None,
        ten=any(here) if wanted else None,
        words=all(_folded(each) in shown for each in trial.words) if trial.words else None,
        refused=(answer.outcome == "not_on_record") if trial.refuse else None,
    )


def _folded(text: str) -> str:
    return f" {' '.join(words(text))} "


def shares(judged: Iterable[Judged]) -> dict[str, tuple[int, int]]:
    """Return for each measure how many questions pass, of how many that are held to it."""
    every = list(judged)
    values = {name: [getattr(each, name) for each in every] for name in MEASURES}
    held = {name: [one for one in each if one is not None] for name, each in values.items()}
    return {name: (sum(each), len(each)) for name, each in held.items() if each}


def worse(judged: Iterable[Judged], before: Mapping[str, Judged]) -> Iterator[tuple[str, str]]:
    """Return (question, measure) of what passed in the last run and does not now."""
    for each in judged:
        last = before.get(each.ask)
        for name, words_for in MEASURES.items():
            if last and getattr(last, name) is True and getattr(each, name) is False:
                yield each.ask, words_for


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
    """Keep how the questions fared, beside their file, for the next run to compare with."""
    content = json.dumps([asdict(each) for each in judged], ensure_ascii=False, indent=1)
    try:
        write_durably(_kept(path), content.encode())
    except OSError as error:
        raise NotWritten(f"{_kept(path)} cannot be written ({error}).") from error


def _kept(path: Path) -> Path:
    return path.with_name(f"{path.name}.last.json")
