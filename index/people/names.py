"""A personal name and its parts: "Mr Kirby", "John Kirby" and "KIRBY, JOHN" side by side. Pure."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from index.people.wordlist import wordlist

# Words before a name that say what its bearer is called, not who they are.
HONORIFICS = wordlist(
    """
adm admiral ambassador archbishop bishop brig briton cardinal capt captain chancellor chief cllr
col colonel commissioner comrade coroner councillor congressman congresswoman councilman
councilwoman dame det detective dr father fr gen general gov governor hon imam judge justice king
lady lord lt maj major mayor minister miss mr mrs ms mx officer pastor pope premier president
prince princess prof professor queen rabbi rep representative rev reverend sec secretary sen
senator sgt sheriff sir sister speaker
"""
)
# Letters of an elected office: "Ann Roe MP".
ELECTED = wordlist("mp msp mep mla mlc td")
SUFFIXES = wordlist("jr sr ii iii iv esq phd md kc qc obe cbe mbe") | ELECTED
# Particles that belong to the surname: "de Blasio", "Van Hollen", "bin Laden".
PARTICLES = wordlist("al bin da de del della den der di do dos du el ibn la le ter van von")
_SHORT = {
    "abe": "abraham", "al": "albert", "alex": "alexander", "andy": "andrew", "ben": "benjamin",
    "bernie": "bernard", "beth": "elizabeth", "bill": "william", "billy": "william",
    "bob": "robert", "bobby": "robert", "chris": "christopher", "chuck": "charles",
    "dan": "daniel", "dave": "david", "dick": "richard", "don": "donald", "doug": "douglas",
    "ed": "edward", "fred": "frederick", "greg": "gregory", "jeff": "jeffrey", "jim": "james",
    "jimmy": "james", "joe": "joseph", "jon": "jonathan", "josh": "joshua", "kate": "katherine",
    "ken": "kenneth", "larry": "lawrence", "liz": "elizabeth", "matt": "matthew",
    "mike": "michael", "mitch": "mitchell", "nick": "nicholas", "pam": "pamela",
    "pete": "peter", "phil": "philip", "ray": "raymond", "rick": "richard", "rob": "robert",
    "ron": "ronald", "sam": "samuel", "steve": "steven", "stephen": "steven", "sue": "susan",
    "ted": "edward", "tim": "timothy", "tom": "thomas", "tony": "anthony", "will": "william",
}  # fmt: skip
_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?=\s|$)", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name taken apart; every part is in small letters, without accents.

    ``last`` is the surname with its particles ("de blasio"), ``first`` is None when only a
    surname is written. A name of one word ("Madonna", "Reuters") is a ``last`` alone.
    """

    last: str
    first: str | None = None
    middle: tuple[str, ...] = ()


def words(name: str) -> list[str]:
    """Split a name into plain words: no case, accents, full stops, possessive or leading "the"."""
    return list(_words(name))


def is_possessive(name: str) -> bool:
    """Tell whether somebody is called by whose they are: "Roe’s lawyer"; not "the mayor’s"."""
    return any(name[found.end() :].strip() for found in _POSSESSIVE.finditer(name))


@lru_cache(maxsize=50_000)
def _words(name: str) -> tuple[str, ...]:
    bare = _POSSESSIVE.sub("", name)
    plain = unicodedata.normalize("NFKD", bare).casefold()
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    found = [match.group().replace("’", "'").replace(".", "") for match in _WORD.finditer(plain)]
    return tuple(found[1:] if found[:1] == ["the"] and len(found) > 1 else found)


@lru_cache(maxsize=50_000)
def key(name: str) -> PersonName:
    """Take a name apart. Honorifics before it and "Jr." after it do not matter."""
    parts = words(name)
    while len(parts) > 1 and parts[0] in HONORIFICS:
        parts = parts[1:]
    while len(parts) > 1 and parts[-1] in SUFFIXES:
        parts = parts[:-1]
    if len(parts) < 2:
        return PersonName(parts[0] if parts else "")
    surname = _surname_start(parts)
    first = parts[0] if surname else None
    return PersonName(" ".join(parts[surname:]), first, tuple(parts[1:surname]))


def same_person(one: str, other: str) -> bool:
    """Say whether two names may be one person's: "Kirby" and "John Kirby"; not "Ann Kirby"."""
    a, b = key(one), key(other)
    if not a.last or not _same_surname(a.last, b.last):
        return False
    return a.first is None or b.first is None or same_first(a.first, b.first)


def same_first(one: str, other: str) -> bool:
    """Compare first names: equal, short for one another, or one the other's initial or half."""
    if one == other or _SHORT.get(one, one) == _SHORT.get(other, other):
        return True
    if one in other.split("-") or other in one.split("-"):  # "Luc" for "Jean-Luc"
        return True
    return min(len(one), len(other)) == 1 and one[0] == other[0]


def _same_surname(one: str, other: str) -> bool:
    """Compare surnames; all particles may be left out: "Blasio" for "de Blasio"."""
    shorter, longer = sorted((one.split(), other.split()), key=len)
    return shorter == longer or (len(shorter) == 1 and shorter == longer[-1:])


def _surname_start(parts: list[str]) -> int:
    place = len(parts) - 1
    while place > 1 and parts[place - 1] in PARTICLES:
        place -= 1
    if place == 1 and parts[0] in PARTICLES - {"al", "della"}:  # "de Blasio" alone
        return 0
    return place
