"""Everyone on record: find the speakers that a person asking may mean. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from math import prod

from index.people import first_names
from index.people.asked import AND, as_written, ends_alike, without_role
from index.people.bodies import bare, holds_office, initials, is_voice, may_be_body, owner, plainly
from index.people.names import is_possessive, key, same_person, words
from index.people.office import head_of, says

# "The president" or "Martin" may be so many people; of more, none is meant.
MOST_OF_ONE_NAME = 6
# Fewer letters are those of too many bodies.
FEWEST_INITIALS = 2


@dataclass(frozen=True, slots=True)
class Known:
    """One speaker over all articles.

    ``name`` is the fullest name on record, ``aliases`` every name that articles resolved to
    (``name`` among them; none where only ``offices`` speak), ``count`` the number of statements
    under all of them. ``roles`` is what articles say that they are. ``voices`` are those who speak
    for a body, by an office that they hold there: only what they say in that office is the body's.
    ``offices`` are the names of a person's own office, campaign or lawyers, who speak for them.
    """

    name: str
    aliases: tuple[str, ...]
    count: int
    roles: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()

    def speaks(self, name: str, role: str | None) -> bool:
        """Tell whether a statement by ``name``, with ``role`` in its article, is this speaker's."""
        return name in (*self.aliases, *self.offices) or (
            name in self.voices and role is not None and holds_office(words(self.name), role)
        )


@dataclass(frozen=True)
class People:
    """Known speakers, most quoted first. ``bodies`` are the names that are no single person's."""

    everyone: tuple[Known, ...]
    bodies: frozenset[str] = frozenset()

    def find(self, asked: str) -> list[Known]:
        """Find the speakers whom ``asked`` may mean, most quoted first; two Kirbys give two.

        Honorifics, case, accents, possessives and a role before the name do not matter. A full
        name finds the bearers of that full name; only when there is none, those on record by
        that surname alone. "The mayor of Port" finds whoever is called so, unless that is many;
        so do "Port's mayor" and a first name that is nobody's surname, if lists have it or one
        alone bears it. A body brings those who speak for it, a person their office; "Roe and
        Poe" are one answer together, and "some Germans" are the Germans. Initials find the body
        that has them.
        """
        found = self._named(asked)
        plain = " ".join(plainly(asked))
        if not found and plain != " ".join(words(asked)):
            found = self._named(plain)
        return self._with_initials(asked, found) or self._by_office(asked)

    def _with_initials(self, asked: str, found: list[Known]) -> list[Known]:
        """Add the World Health Organization to the WHO, and the other way round."""
        if len(found) > 1 or (found and not may_be_body(found[0].name)):
            return found
        own = bare(found[0].name if found else asked)
        letters = own if own.isupper() else initials(own) if found else ""
        if len(letters) < FEWEST_INITIALS:
            return found
        others = [
            one
            for one in self._by_letters.get(letters, [])
            if one not in found and bare(one.name).isupper() != own.isupper()
        ]
        if len({bare(one.name) for one in others}) != 1:
            return found
        every = [*found, *others]
        return [replace(_joined(every), name=max((one.name for one in every), key=len))]

    def _by_office(self, asked: str) -> list[Known]:
        """Find somebody who says nothing themselves, through their office or campaign."""
        offices = [
            group
            for name, group in self._by_owner.get(surname(asked), [])
            if key(asked).first and key(name).first and same_person(name, asked)
        ]
        if not offices:
            return []
        names = tuple(alias for group in offices for alias in group.aliases)
        return [Known(asked, (), sum(group.count for group in offices), offices=names)]

    def _named(self, asked: str) -> list[Known]:
        if AND.search(asked) and not self._exactly(asked):
            return self._together(asked) or self._body(asked, [])
        found = self._find(asked)
        if not found or any(not self._is_group(one) for one in found):
            persons = [self._with_office(one) for one in found]
            return persons or (self._body(asked, found) if may_be_body(asked) else [])
        return (self._body(asked, found) if may_be_body(asked) else []) or found

    def _with_office(self, one: Known) -> Known:
        """Add who speaks for a person, where it is plain whose office or campaign it is."""
        offices = [
            alias
            for name, group in self._by_owner.get(surname(one.name), [])
            if same_person(name, one.name) and (key(name).first or self._is_alone(one))
            for alias in group.aliases
        ]
        return replace(one, offices=tuple(offices)) if offices else one

    def _is_alone(self, one: Known) -> bool:
        """Say whether nobody else of that surname is on record."""
        return not any(
            other is not one and not self._is_group(other)
            for other in self.by_surname.get(surname(one.name), [])
        )

    def _find(self, asked: str) -> list[Known]:
        if asked.casefold().startswith("the ") and (
            found := self._body_called(asked) or self._by_role(asked) or self._body(asked, [])
        ):
            return found
        for name in without_role(asked):
            if found := self._exactly(name) or self._alike(name):
                return found
        if is_possessive(asked) and (found := self._by_role(asked)):
            return found
        name = " ".join(words(asked))
        first = self._by_first.get(name, [])
        most = MOST_OF_ONE_NAME if name in first_names.ALL else 1
        return first if len(first) <= most else []

    def _body_called(self, asked: str) -> list[Known]:
        """Find the newspaper in "the Hill", whoever else is called Hill."""
        same = self._by_words.get(tuple(words(asked)), [])
        return [one for one in same if self._is_group(one) and one.name[:4].lower() == "the "]

    def _together(self, asked: str) -> list[Known]:
        """Find several named at once: one answer, or a choice of them where a name is two's."""
        names = AND.split(asked)
        each = [self._find(name) for name in names] if len(names) > 1 else []
        if not each or not all(each) or prod(map(len, each)) > MOST_OF_ONE_NAME:
            return []
        return [_joined(list(dict.fromkeys(persons))) for persons in product(*each)]

    def _is_group(self, one: Known) -> bool:
        return not self.bodies.isdisjoint(one.aliases)

    def _body(self, asked: str, found: Sequence[Known]) -> list[Known]:
        """Bring together a body, what speaks in its name, and who holds an office there."""
        body = words(asked)
        if not body:
            return []
        itself = [one for one in found if self._is_group(one)]
        groups = [
            one
            for one in self._by_opening.get(body[0], [])
            if one not in itself and self._is_group(one) and is_voice(body, one.name)
        ]
        people = [
            one
            for one in self._by_role_word.get(body[0], [])
            if one not in itself and any(holds_office(body, role) for role in one.roles)
        ]
        if not groups and not people:
            return []
        every = [*itself, *groups]
        same = next((one.name for one in every if words(one.name) == body), None)
        known = (groups or people)[0]
        name = same or as_written(body, (known.name, *known.roles))
        return [
            Known(
                name,
                tuple(alias for one in every for alias in one.aliases),
                sum(one.count for one in (*every, *people)),
                voices=tuple(alias for one in people for alias in one.aliases),
            )
        ]

    def _by_role(self, asked: str) -> list[Known]:
        wanted = words(asked)
        called = [
            one
            for one in self._by_head.get(head_of(wanted), [])
            if any(says(role, wanted) for role in one.roles)
        ]
        return called if len(called) <= MOST_OF_ONE_NAME else []

    def _exactly(self, asked: str) -> list[Known]:
        return self._by_words.get(tuple(words(asked)), []) if key(asked).first else []

    def _alike(self, asked: str) -> list[Known]:
        near = self.by_surname.get(surname(asked), [])
        alike = [one for one in near if self._may_be(one, asked)]
        if key(asked).first is None:
            return alike
        full = [one for one in alike if key(one.name).first is not None]
        return full or alike or [one for one in near if ends_alike(one.name, asked)]

    def _may_be(self, one: Known, asked: str) -> bool:
        return not self._is_group(one) and same_person(one.name, asked)

    @cached_property
    def _by_role_word(self) -> dict[str, list[Known]]:
        found: dict[str, list[Known]] = defaultdict(list)
        for one in self.everyone:
            for word in dict.fromkeys(word for role in one.roles for word in words(role)):
                found[word].append(one)
        return dict(found)

    @cached_property
    def _by_opening(self) -> dict[str, list[Known]]:
        found: dict[str, list[Known]] = defaultdict(list)
        for one in self.everyone:
            if opening := plainly(one.name)[:1]:
                found[opening[0]].append(one)
        return dict(found)

    @cached_property
    def _by_owner(self) -> dict[str, list[tuple[str, Known]]]:
        """List persons' offices and campaigns with their owners, by the owner's surname."""
        found: dict[str, list[tuple[str, Known]]] = defaultdict(list)
        for one in self.everyone:
            if self._is_group(one) and (name := owner(one.name)):
                found[surname(name)].append((name, one))
        return dict(found)

    @cached_property
    def _by_letters(self) -> dict[str, list[Known]]:
        """List bodies by their initials, "WHO" and "World Health Organization" alike."""
        found: dict[str, list[Known]] = defaultdict(list)
        for one in self.everyone:
            if self._is_group(one):
                name = bare(one.name)
                found[name if name.isupper() else initials(name)].append(one)
        return dict(found)

    @cached_property
    def _by_first(self) -> dict[str, list[Known]]:
        found: dict[str, list[Known]] = defaultdict(list)
        for one in self.everyone:
            if (first := key(one.name).first) and not self._is_group(one):
                found[first].append(one)
        return dict(found)

    @cached_property
    def _by_head(self) -> dict[str, list[Known]]:
        found: dict[str, list[Known]] = defaultdict(list)
        for one in self.everyone:
            for head in dict.fromkeys(head_of(words(role)) for role in one.roles):
                found[head].append(one)
        return dict(found)

    @cached_property
    def _by_words(self) -> dict[tuple[str, ...], list[Known]]:
        found: dict[tuple[str, ...], list[Known]] = defaultdict(list)
        for one in self.everyone:
            for spelling in dict.fromkeys(tuple(words(alias)) for alias in one.aliases):
                found[spelling].append(one)
        return dict(found)

    @cached_property
    def by_surname(self) -> dict[str, list[Known]]:
        """Everyone by the last word of their surname."""
        found: dict[str, list[Known]] = defaultdict(list)
        for one in self.everyone:
            found[surname(one.name)].append(one)
        return dict(found)


def surname(name: str) -> str:
    """Return the last word of a surname: whoever may be the same person shares it."""
    return key(name).last.rpartition(" ")[2]


def _joined(persons: Sequence[Known]) -> Known:
    return Known(
        " and ".join(one.name for one in persons),
        tuple(alias for one in persons for alias in one.aliases),
        sum(one.count for one in persons),
    )
