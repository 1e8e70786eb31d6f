"""One person, many names: compare two, and find whom a person asking means. Pure."""

from __future__ import annotations

from index.people.joining import known
from index.people.kinds import names_people
from index.people.known import Known, People
from index.people.names import PersonName, is_possessive, key, same_person
from index.people.office import head
from index.people.spelling import spelt_like

__all__ = [
    "Known",
    "People",
    "PersonName",
    "head",
    "is_possessive",
    "key",
    "known",
    "names_people",
    "same_person",
    "spelt_like",
]
