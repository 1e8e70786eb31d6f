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
    if _is_same(claimed, recorded):
        return "same"
    return "unknown" if "unresolved" in (claimed.kind, recorded.kind) else "other"


def _is_same(claimed: Speaker, recorded: Speaker) -> bool:
    return (
        people.same_person(claimed.name, recorded.name)
        or (_is_description(claimed) and _is_called(recorded, claimed.name))
        or _is_first_of(claimed.name, recorded.name)
        or _is_first_of(recorded.name, claimed.name)
        or _is_one_group(claimed, recorded)
    )


def _is_one_group(claimed: Speaker, recorded: Speaker) -> bool:
    """Tell whether a body speaks, itself or by whoever speaks for it: "the White House"."""
    kinds = (claimed.kind, recorded.kind)
    return (
        (claimed.kind == "group" and _is_part(claimed.name, recorded.role))
        or (recorded.kind == "group" and _is_part(recorded.name, claimed.role))
        or ("group" in kinds and "unresolved" not in kinds and _overlap(claimed, recorded))
    )


def is_named(claimed: Speaker, text: str) -> bool:
    """Tell whether a text has a person's surname anywhere."""
    surname = people.key(claimed.name).last.split()
    return set(surname) <= set(words(text))


def _is_first_of(name: str, other: str) -> bool:
    """Tell whether one word is how another name begins: "Hillary", or "Shen" of Shen Xincheng."""
    return words(name) == words(other)[:1]


def _is_description(claimed: Speaker) -> bool:
    """Tell whether a draft names an office or a body: who speaks for Sanders is not Sanders."""
    return claimed.kind != "person" or claimed.name.casefold().startswith("the ")


def _is_called(recorded: Speaker, name: str) -> bool:
    """Tell whether a description is that of a speaker: "the mayor", but not the deputy's."""
    roles = [(recorded.name, recorded.role)] if recorded.role else []
    return bool(people.known([(recorded.name, 1)], roles).find(name))


def _is_part(name: str, role: str | None) -> bool:
    wanted = set(words(name)) - _SMALL
    return bool(role and wanted) and wanted <= set(words(role or ""))


def _overlap(one: Speaker, other: Speaker) -> bool:
    """Tell whether one name of a group is a part of the other: "officials", "US officials"."""
    a, b = (set(words(each.name)) - _SMALL for each in (one, other))
    return bool(a and b) and (a <= b or b <= a)
