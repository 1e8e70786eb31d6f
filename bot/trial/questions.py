"""Questions: what a team's file asks, and what it expects of each answer. Pure but for the file.

A file of questions is TOML (a table ``[[question]]`` each) or JSON lines. A question has ``ask``
and what is expected: ``articles`` (ids or headlines that should be found), ``words`` (that should
stand in the answer), or ``refuse = true`` (nothing should be answered). ``history`` holds the
earlier questions of the conversation, oldest first; ``asked_at`` the day of asking, without which
"last week" means another week at every run.
"""

from __future__ import annotations

import datetime
import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.composing.phrase import listed
from index.errors import InputError
from index.word import words

_LISTS = ("articles", "words", "history")
_FIELDS = ("ask", "articles", "words", "refuse", "history", "asked_at")


@dataclass(frozen=True, slots=True)
class Trial:
    """A question and what is expected of its answer; empty and False where nothing is."""

    ask: str
    articles: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    refuse: bool = False
    history: tuple[str, ...] = ()
    asked_at: datetime.date | None = None

    @property
    def key(self) -> str:
        """What tells a question from the others of its file, at every run: all that is asked."""
        day = self.asked_at.isoformat() if self.asked_at else ""
        return " / ".join(filter(None, (*self.history, self.ask, day)))


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
    trials = [_trial(entry, number) for number, entry in enumerate(entries, start=1)]
    _refuse_twice(trials)
    return trials


def not_on_record(
    trials: Iterable[Trial], headings: Mapping[str, str]
) -> Iterator[tuple[int, str]]:
    """Yield (number of the question, article) for each expected article that is not on record.

    ``headings`` are the headlines by id. A headline that was mistyped would else look like an
    article that is never found.
    """
    known = {folded(each) for one in headings.items() for each in one}
    for number, trial in enumerate(trials, start=1):
        yield from ((number, each) for each in trial.articles if folded(each) not in known)


def folded(text: str) -> str:
    """Return a text's words, as they are compared: signs, case and accents do not count."""
    return f" {' '.join(words(text))} "


def _trial(entry: Any, number: int) -> Trial:
    if not isinstance(entry, dict) or not isinstance(entry.get("ask"), str):
        raise InputError(f"Question {number} has no “ask”, or it is not a text.")
    if unknown := sorted(entry.keys() - set(_FIELDS)):
        raise InputError(f"Question {number} has “{unknown[0]}”; known: {', '.join(_FIELDS)}.")
    articles, expected, history = (_texts(entry, name, number) for name in _LISTS)
    refuse = entry.get("refuse", False)
    if not isinstance(refuse, bool) or not (articles or expected or refuse):
        raise InputError(
            f"Question {number} expects nothing: give articles, words or refuse = true."
        )
    if refuse and (articles or expected):
        raise InputError(
            f"Question {number} expects an answer and a refusal: leave out one of the two."
        )
    return Trial(entry["ask"], articles, expected, refuse, history, _day(entry, number))


def _texts(entry: Mapping[str, Any], name: str, number: int) -> tuple[str, ...]:
    given = entry.get(name, [])
    if not isinstance(given, list) or not all(isinstance(each, str) for each in given):
        raise InputError(
            f"Question {number}: {listed([f'“{each}”' for each in _LISTS])} are lists of texts."
        )
    return tuple(given)


def _day(entry: Mapping[str, Any], number: int) -> datetime.date | None:
    given = entry.get("asked_at")
    if given is None:
        return None
    try:
        return datetime.date.fromisoformat(str(given))
    except ValueError as error:
        raise InputError(
            f"Question {number}: “asked_at” must be a day, such as 2026-11-22."
        ) from error


def _refuse_twice(trials: Sequence[Trial]) -> None:
    """Refuse the same question twice: runs are compared question by question."""
    first: dict[str, int] = {}
    for number, trial in enumerate(trials, start=1):
        if trial.key in first:
            raise InputError(f"Questions {first[trial.key]} and {number} are the same.")
        first[trial.key] = number
