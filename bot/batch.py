"""Batches: questions as JSON lines, each read by itself so that one bad line spoils no other."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass

from index.errors import QuestionError


@dataclass(frozen=True, slots=True)
class Asked:
    """One line of a batch. ``history`` holds the earlier questions, oldest first."""

    asked_id: object
    question: str
    history: tuple[str, ...] = ()
    asked_at: datetime.date | None = None


def read_line(line: str) -> Asked:
    """Read a line ``{"id", "question"}``, with ``history`` and ``asked_at`` where given.

    Raises ``QuestionError`` with what is wrong; ``line_id`` then still finds the id.
    """
    fields = _fields(line)
    question, history = fields.get("question"), fields.get("history", [])
    if not isinstance(question, str):
        raise QuestionError("The line has no “question”, or it is not a text.")
    if not isinstance(history, list) or not all(isinstance(each, str) for each in history):
        raise QuestionError("“history” must be a list of earlier questions, oldest first.")
    return Asked(fields.get("id"), question, tuple(history), _day(fields.get("asked_at")))


def line_id(line: str) -> object:
    """Return the id of a line that may be broken, or None where it cannot be found."""
    try:
        return _fields(line).get("id")
    except QuestionError:
        return None


def _fields(line: str) -> dict[str, object]:
    try:
        fields = json.loads(line, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise QuestionError(f"The line is not JSON ({error}).") from error
    if not isinstance(fields, dict):
        raise QuestionError("The line is not a JSON object with “id” and “question”.")
    return fields


def _refuse(constant: str) -> None:
    """Refuse NaN and Infinity, which are Python's and no JSON."""
    raise ValueError(f"{constant} is no JSON value")


def _day(value: object) -> datetime.date | None:
    if value is None:
        return None
    try:
        return datetime.date.fromisoformat(str(value))
    except ValueError as error:
        raise QuestionError("“asked_at” must be a day, such as 2026-11-22.") from error
