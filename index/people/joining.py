"""From the names of all articles to the people on record, one under many names. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from index.people.known import Known, People, surname
from index.people.names import same_person, words


def known(
    names: Iterable[tuple[str, int]],
    roles: Iterable[tuple[str, str]] = (),
    bodies: Iterable[str] = (),
) -> People:
    """Bring together the names of all articles' speakers, each with its number of statements.

    A surname alone joins the only full name with that surname, and otherwise stays its own.
    ``roles`` holds names with what an article says that their bearer is, ``bodies`` the names
    that are no single person's: those are one only when all their words are the same.
    """
    no_person = frozenset(bodies)
    counts: dict[str, int] = defaultdict(int)
    for name, count in names:
        if words(name):
            counts[name] += count
    fullest = sorted(counts, key=lambda name: (-len(words(name)), -counts[name], name))
    groups: dict[str, list[list[str]]] = defaultdict(list)
    for name in fullest:
        _join(name, groups[surname(name)], no_person)
    said: dict[str, list[str]] = defaultdict(list)
    for name, role in roles:
        said[name].append(role)
    everyone = [_as_known(group, counts, said) for alike in groups.values() for group in alike]
    ordered = sorted(everyone, key=lambda one: (-one.count, one.name))
    return People(tuple(ordered), no_person)


def _join(name: str, groups: list[list[str]], bodies: frozenset[str]) -> None:
    """Put a name into the group of its person, among those of one surname, or into its own."""
    alike = [group for group in groups if words(group[0]) == words(name)]
    if not alike and name not in bodies:
        persons = (group for group in groups if group[0] not in bodies)
        alike = [group for group in persons if same_person(group[0], name)]
    if len(alike) == 1:
        alike[0].append(name)
    else:
        groups.append([name])


def _as_known(
    group: list[str], counts: Mapping[str, int], said: Mapping[str, Sequence[str]]
) -> Known:
    roles = dict.fromkeys(role for name in group for role in said.get(name, ()))
    return Known(group[0], tuple(group), sum(counts[name] for name in group), tuple(roles))
