"""Who: whether a sentence tells who or what is asked about in "who is NAME?". Pure.

"Ada Roe, the mayor of Lowmere", "Ada Roe was elected mayor", "the mayor, Ada Roe", "the mayor of
Lowmere, Ada Roe", "Mayor Ada Roe", "the charity’s director Dr Ada Roe"; of a thing "Open Door, a
charity that feeds the poor", "Open Door is a charity", "the charity Open Door".
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.speech.lexicon import HONORIFICS, ROLES, TITLES
from index.speech.pieces import is_person
from index.word import COMMON, WORD, words

_NAME = r"[^\W\d_][\w’'-]*\.?"
_WHO_IS = re.compile(
    rf"\W*who(?:['’]s| is| was| are| were) (?P<name>{_NAME}(?: {_NAME}){{0,3}})\W*", re.IGNORECASE
)
_WRITTEN_LARGE = r"[a-z]{0,2}[^\W\d_a-z][\w’'-]*"  # "eTranslate" too
_WHAT_IS = re.compile(
    r"\W*[Ww]hat(?:['’]s| is| was| are| were) (?:the )?"
    rf"(?P<name>{_WRITTEN_LARGE}(?: {_WRITTEN_LARGE}){{0,4}})\W*"
)
_IS = r"(?:(?:is|was|has been|had been)(?: named| appointed| elected| re-?elected)?|became)"
_BEHIND = re.compile(
    rf"(?:,| {_IS}|,? who (?:{_IS}))(?: \d+,)?"
    r" (?P<role>(?:(?:an?|the|its|their|our|as) )?[^,.;:]+)"
)
# A name that stands right before, with what is no part of the role: first names, "Dr".
_RIGHT_BEFORE = re.compile(r"(?P<role>[\w’'-]+)\)?,? (?P<names>(?:[^\W\d_a-z][\w’'-]*\.? ){0,3})\Z")
_OFFICE_BEFORE = re.compile(r"(?P<role>[\w’'-]+) (?:of|for|at) [^,.;:]{1,60}, \Z")
# So many words of what stands behind a name may pass before the role.
_ROLE_WITHIN = 6
# What a thing is called stands behind an article, and goes on: not "Open Door, the council and …".
_GOES_ON = "that|which|where|who|whose|of|for|in|on|to|at|from|by|with|based|run|founded|set|owned"
_THING_BEHIND = re.compile(
    r"(?: \([^)]*\))?(?: (?:is|was|are|were) (?:an?|the|one of)\b"
    rf"|, (?:an?|the|one of|its|their) (?:(?!and\b)[\w’'-]+ ){{1,6}}?(?:{_GOES_ON})\b"
    r"|, an? (?:(?!and\b)[\w’'-]+ ){0,5}(?!and\b)[\w’'-]+[,.])"
)
_THING_BEFORE = re.compile(r"\b(?:the|an?|its|their|called|named) (?:[a-z][\w’'-]+ ){1,3}\Z")


@dataclass(frozen=True, slots=True)
class Subject:
    """Who or what "who is NAME?" asks about, as the question writes it."""

    name: str
    is_thing: bool

    @property
    def is_person(self) -> bool:
        """Whether it is surely somebody who is asked about, by a whole name."""
        return not self.is_thing and self.is_written_large and " " in self.name

    @property
    def is_written_large(self) -> bool:
        """Whether the question writes it as a name."""
        return all(word[:1].isupper() for word in self.name.split())

    def is_named_in(self, sentence: str) -> bool:
        """Tell whether the whole name stands in a sentence, written as a name."""
        return next(_places(sentence, self.name), None) is not None

    def is_told_by(self, sentence: str) -> bool:
        """Tell whether a sentence tells who or what that is."""
        if tells_what(sentence, self.name):  # "who is UpGuard?" may be a company
            return True
        return not self.is_thing and tells_who(sentence, self.name)


def asked_about(question: str) -> Subject | None:
    """Return what "who is Ada Roe?" asks about; None for "who is the mayor?" and "who is in?"."""
    if thing := _WHAT_IS.fullmatch(question):
        return Subject(thing["name"], is_thing=True)
    asked = _WHO_IS.fullmatch(question)
    own = list(itertools.dropwhile(_is_role, asked["name"].split())) if asked else []  # "Mayor Roe"
    if not own or set(words(" ".join(own))) & COMMON or any(map(_is_role, own)):
        return None
    return Subject(" ".join(own), is_thing=False)


def tells_what(sentence: str, name: str) -> bool:
    """Tell whether a sentence tells what the thing of this name is."""
    return any(
        _THING_BEHIND.match(sentence, place.end())
        or _THING_BEFORE.search(sentence[: place.start()])
        for place in _places(sentence, name)
    )


def tells_who(sentence: str, name: str) -> bool:
    """Tell whether a sentence tells what the one of this name is; the name in any letters."""
    return any(
        _role_beside(sentence, place.start(), place.end()) for place in _places(sentence, name)
    )


def _places(sentence: str, name: str) -> Iterator[re.Match[str]]:
    """Yield where a name stands, however the question writes it."""
    for place in re.finditer(rf"\b{re.escape(name)}\b(?!-)", sentence, re.IGNORECASE):
        if all(word != word.lower() for word in place.group().split()):
            yield place


def _role_beside(sentence: str, start: int, end: int) -> bool:
    behind = _BEHIND.match(sentence, end)
    told = WORD.findall(behind["role"])[:_ROLE_WITHIN] if behind else []
    return any(map(_is_role, told)) or _role_before(sentence[:start])


def _role_before(before: str) -> bool:
    office = _OFFICE_BEFORE.search(before)
    if office and _is_role(office["role"]):
        return True
    right = _RIGHT_BEFORE.search(before)
    return right is not None and any(map(_is_role, [right["role"], *right["names"].split()]))


def _is_role(written: str) -> bool:
    """Tell "mayor" and "Mayor" from "Raman" and "Dr": a name may end as what people are."""
    word = written.rstrip(".").casefold()
    if word in HONORIFICS or word in COMMON:
        return False
    if written[:1].islower():
        return is_person(word) or is_person(f"{word}s")
    return word in TITLES or word in ROLES
