"""Checking: the state of the data and of the installation, as facts and problems."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.metadata import packages_distributions
from typing import TYPE_CHECKING

from index.errors import ModelError
from index.record import Health

if TYPE_CHECKING:
    from bot.writer.meter import Use
    from bot.writer.writing import Writer

OURS = "on-record"


@dataclass(frozen=True, slots=True)
class Report:
    """What ``on-record check`` tells: named facts, and problems with what to do."""

    facts: tuple[tuple[str, str], ...]
    problems: tuple[str, ...]


def report(health: Health, feeds: str = "") -> Report:
    """Return the report on a data folder and on this installation.

    ``feeds`` says how the feeds stand that are followed.
    """
    followed = (("feeds", feeds),) if feeds else ()
    return Report(
        (*_facts(health), *followed), (*health.problems, *_intruders(packages_distributions()))
    )


def with_model(told: Report, writer: Writer | None) -> Report:
    """Add to a report which model writes, and whether it answers: it is asked for one word."""
    if writer is None:
        return told
    name = f"{writer.model.name} at {writer.model.server}"
    today = (("written today", _use(writer.meter.use())),) if writer.meter else ()
    try:
        writer.greet()
    except ModelError as error:
        problem = f"{error} Answers come without it."
        return Report((*told.facts, ("written by", name), *today), (*told.problems, problem))
    return replace(told, facts=(*told.facts, ("written by", f"{name}, which answers"), *today))


def _use(use: Use) -> str:
    """Tell what was asked of a model today, for the terminal; servers are counted apart."""
    return f"{use.questions:,} of {use.most:,} questions, {use.told} tokens"


def _facts(health: Health) -> tuple[tuple[str, str], ...]:
    agree = "yes" if not (health.missing or health.stale or health.orphaned) else "no"
    return (
        *((name, version) for name, version in health.versions.items()),
        ("data", health.data),
        ("model", f"{health.model} ({health.backend})"),
        ("index", health.generation or "none yet"),
        ("owner", health.owner or ("this process" if health.owns else "nobody")),
        ("articles", f"{health.articles:,}"),
        ("passages", f"{health.passages:,}"),
        ("statements", f"{health.statements:,}"),
        ("vectors", f"{health.vectors:,}"),
        ("in Chroma", "not looked at" if health.chroma is None else f"{health.chroma:,}"),
        ("nearest by", health.vector_path),
        ("index and articles agree", agree),
    )


def _intruders(owners: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Name the other packages that own a top-level folder of ours, and so may overwrite it."""
    return tuple(
        f"The package {owner} also installs a folder “{ours}” and may overwrite ours. "
        f"Use a virtual environment of its own for On Record, without {owner}."
        for ours in ("bot", "index", "prompts")
        for owner in dict.fromkeys(owners.get(ours, ()))
        if owner != OURS
    )
