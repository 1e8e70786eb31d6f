"""Step 7: whether the speaker whom a draft names is the one on record. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from index import people
from index.people.names import words
from index.statement import Speaker

# "unknown": the draft or the article gives a pronoun or a description that fits nobody.
Answer = Literal["same", "other", "unknown"]
_SMALL = frozenset("the a an of for at in on to from and his her their its".split())


def compare(claimed: Speaker, recorded: Sequence[Speaker]) -> Answer:
    """Tell whether one of those on record is who a draft says has spoken."""
    answers = {_compare(claimed, each) for each in recorded}
    if "same" in answers:
        return "same"
    return "unknown" if "unknown" in answers or not answers else "other"


def _compare(claimed: Speaker, recorded: Speaker) -> Answer:
    if people.same_person(claimed.name, recorded.name) or _is_called(recorded, claimed.name):
        return "same"
    if claimed.kind == "group" and _is_part(claimed.name, recorded.role):
        return "same"  # "the White House", where its spokesman speaks
    if recorded.kind == "group" and _is_part(recorded.name, claimed.role):
        return "same"
    if "unresolved" in (claimed.kind, recorded.kind):
        return "unknown"
    if "group" in (claimed.kind, recorded.kind) and _overlap(claimed.name, recorded.name):
        return "same"
    return "other"


def is_named(claimed: Speaker, text: str) -> bool:
    """Tell whether a text has a person's surname anywhere."""
    surname = people.key(claimed.name).last.split()
    return set(surname) <= set(words(text))


def _is_called(recorded: Speaker, name: str) -> bool:
    """Tell whether a description is that of a speaker: "the mayor", but not the deputy's."""
    roles = [(recorded.name, recorded.role)] if recorded.role else []
    return bool(people.known([(recorded.name, 1)], roles).find(name))


def _is_part(name: str, role: str | None) -> bool:
    wanted = set(words(name)) - _SMALL
    return bool(role and wanted) and wanted <= set(words(role or ""))


def _overlap(one: str, other: str) -> bool:
    """Tell whether one name of a group is a part of the other: "officials", "US officials"."""
    a, b = (set(words(each)) - _SMALL for each in (one, other))
    return bool(a and b) and (a <= b or b <= a)
