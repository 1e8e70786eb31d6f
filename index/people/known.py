"""Everyone on record: find the speakers that a person asking may mean. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from index.people.names import key, same_person, words


@dataclass(frozen=True, slots=True)
class Known:
    """One speaker over all articles.

    ``name`` is the fullest name on record, ``aliases`` every name that articles resolved to
    (``name`` among them), ``count`` the number of statements under all of them.
    """

    name: str
    aliases: tuple[str, ...]
    count: int


@dataclass(frozen=True)
class People:
    """Known speakers, most quoted first."""

    everyone: tuple[Known, ...]

    def find(self, asked: str) -> list[Known]:
        """Find the speakers whom ``asked`` may mean, most quoted first; two Kirbys give two.

        Honorifics, case, accents, possessives and a role before the name do not matter. A full
        name finds the bearers of that full name; only when there is none, those on record by
        that surname alone.
        """
        for name in _without_role(asked):
            if found := self._exactly(name) or self._alike(name):
                return found
        return []

    def _exactly(self, asked: str) -> list[Known]:
        return self._by_words.get(tuple(words(asked)), []) if key(asked).first else []

    def _alike(self, asked: str) -> list[Known]:
        near = self._by_surname.get(_surname(asked), [])
        alike = [one for one in near if same_person(one.name, asked)]
        if key(asked).first is None:
            return alike
        full = [one for one in alike if key(one.name).first is not None]
        return full or alike

    @cached_property
    def _by_words(self) -> dict[tuple[str, ...], list[Known]]:
        found: dict[tuple[str, ...], list[Known]] = defaultdict(list)
        for one in self.everyone:
            for spelling in dict.fromkeys(tuple(words(alias)) for alias in one.aliases):
                found[spelling].append(one)
        return dict(found)

    @cached_property
    def _by_surname(self) -> dict[str, list[Known]]:
        found: dict[str, list[Known]] = defaultdict(list)
        for one in self.everyone:
            found[_surname(one.name)].append(one)
        return dict(found)


def known(names: Iterable[tuple[str, int]]) -> People:
    """Bring together the names of all articles' speakers, each with its number of statements.

    A surname alone joins the only full name with that surname, and otherwise stays its own.
    """
    counts: dict[str, int] = defaultdict(int)
    for name, count in names:
        if words(name):
            counts[name] += count
    fullest = sorted(counts, key=lambda name: (-len(words(name)), -counts[name], name))
    groups: dict[str, list[list[str]]] = defaultdict(list)
    for name in fullest:
        _join(name, groups[_surname(name)])
    everyone = [_as_known(group, counts) for alike in groups.values() for group in alike]
    return People(tuple(sorted(everyone, key=lambda one: (-one.count, one.name))))


def _surname(name: str) -> str:
    """Return the last word of a surname: whoever may be the same person shares it."""
    return key(name).last.rpartition(" ")[2]


def _join(name: str, groups: list[list[str]]) -> None:
    """Put a name into the group of its person, among those of one surname, or into its own."""
    same = [group for group in groups if words(group[0]) == words(name)]
    alike = same or [group for group in groups if same_person(group[0], name)]
    if len(alike) == 1:
        alike[0].append(name)
    else:
        groups.append([name])


def _as_known(group: list[str], counts: dict[str, int]) -> Known:
    return Known(group[0], tuple(group), sum(counts[name] for name in group))


def _without_role(asked: str) -> list[str]:
    """``asked``, then ever shorter ends of it: "NSC spokesman John Kirby" … "John Kirby"."""
    parts = asked.split()
    ends = [" ".join(parts[place:]) for place in range(len(parts) - 1)]
    return [asked, *ends[1:]] if len(parts) > 1 else [asked]
