"""Step 8: whether the speaker whom a draft names is the one on record. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from index import people
from index.people.bodies import holds_office, is_voice
from index.people.names import words
from index.statement import Speaker

# "US officials" are not any officials; "the US State Department" is the State Department.
FEWEST_BEHIND = 2
_ANOTHERS = re.compile(r"\w['’](?:s\b|\s)|\b[a-z]+ (?:of|for|to|with|from|at) ")
# "unknown": the draft or the article gives a pronoun or a description that fits nobody.
Answer = Literal["same", "other", "unknown"]


def compare(claimed: Speaker, recorded: Sequence[Speaker]) -> Answer:
    """Tell whether one of those on record is who a draft says has spoken."""
    answers = {_compare(claimed, each) for each in recorded}
    if "same" in answers:
        return "same"
    return "unknown" if "unknown" in answers or not answers else "other"


def _compare(claimed: Speaker, recorded: Speaker) -> Answer:
    kinds = (claimed.kind, recorded.kind)
    if _is_one_body(claimed, recorded) if "group" in kinds else _is_same(claimed, recorded):
        return "same"
    is_open = "unresolved" in kinds or _may_speak_for(claimed, recorded)
    return "unknown" if is_open else "other"


def _is_same(claimed: Speaker, recorded: Speaker) -> bool:
    if _is_description(claimed) and _is_called(recorded, claimed.name):
        return True
    if _is_anothers(claimed.name) != _is_anothers(recorded.name):
        return False
    return (
        people.same_person(claimed.name, recorded.name)
        or _is_first_of(claimed.name, recorded.name)
        or _is_first_of(recorded.name, claimed.name)
    )


def _is_anothers(name: str) -> bool:
    """Tell whether somebody is called by whose they are: "Shen's lawyer", "a friend of Shen"."""
    return bool(_ANOTHERS.search(name))


def _is_one_body(claimed: Speaker, recorded: Speaker) -> bool:
    """Tell whether a body speaks, itself or by whoever speaks for it: "the White House"."""
    if recorded.kind != "group":
        return _is_office(claimed, recorded.role)
    body = _body(claimed.name)
    if any(body == _body(name) for name in (recorded.name, recorded.as_written)):
        return True
    voice = " ".join(_body(recorded.name))
    return is_voice(body, voice) or _is_some_of(claimed.name, recorded.name)


def _may_speak_for(claimed: Speaker, recorded: Speaker) -> bool:
    """Tell whether a draft names an officer of the body that an article lets speak."""
    return recorded.kind == "group" and _is_office(recorded, claimed.role)


def _is_office(body: Speaker, role: str | None) -> bool:
    """Tell whether a role is an office of a body, with capitals or without."""
    name = _body(body.name)
    return bool(role and name) and holds_office(name, (role or "").title())


def _body(name: str) -> list[str]:
    """Return a body's name without the country before it: "the US State Department"."""
    parts = words(name)
    return parts[1:] if parts[:1] == ["us"] and len(parts) > FEWEST_BEHIND else parts


def _is_some_of(name: str, group: str) -> bool:
    """Tell whether many of a kind are named, and a group of these spoke: "officials"."""
    kind, of = words(name), words(group)
    many = not name.casefold().startswith("the ") and kind[-1:] != [] and kind[-1].endswith("s")
    return many and len(kind) < len(of) and of[-len(kind) :] == kind


def is_named(claimed: Speaker, text: str) -> bool:
    """Tell whether a text has a person's surname anywhere, or a body's whole name."""
    if claimed.kind == "group":
        return f" {' '.join(words(claimed.name))} " in f" {' '.join(words(text))} "
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
