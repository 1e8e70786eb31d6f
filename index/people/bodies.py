"""Who speaks for a body: "White House officials", "White House press secretary Josh Earnest". Pure.

Somebody who asks what the White House said wants its press secretary's words too; the answer's
heading names whoever spoke, with the office as the article gives it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.people import first_names
from index.people.names import HONORIFICS, words
from index.people.office import head_of
from index.people.wordlist import wordlist

# The last word of a group that speaks for the body before it, or of what the body published.
VOICES = wordlist(
    """
    officials official spokesman spokeswoman spokesperson spokesmen spokespeople aides
    representatives executives leaders lawyers attorneys staff staffers members researchers analysts
    government administration ministry office campaign camp team prosecutors police legislature
    lawmakers
    data document documents figures filing filings findings memo paper poll records release report
    reports research score statement statements statistics study survey tracker tally website
    """
)
# A body of its own stands between: the Quillhaven fishing association is not Quillhaven.
_BODIES = wordlist(
    """
    agency association bank board bureau campaign club college commission committee company council
    department federation foundation fund group hospital institute league ministry newspaper party
    school society team trust union university
    """
)
# What speaks for one person: "the senator's office", "the Roe campaign".
_PERSONAL = wordlist(
    """
    office campaign camp team staff aides advisers advisors lawyers attorneys spokesman spokeswoman
    spokesperson spokespeople representatives
    """
)
_BEFORE = wordlist(
    """
    a an its his her their our one some several many most both few all another other two three even
    still only
    """
)
_WORD = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*")
_JOINTS = frozenset(("of", "for", "and"))
# Offices in which somebody speaks for the whole: not a columnist for the paper.
_OFFICES = wordlist(
    """
    adviser advisor administrator ambassador ceo chair chairman chairwoman chancellor chief
    commissioner director executive founder general head manager minister officer official premier
    president principal publisher representative secretary spokesman spokesperson spokeswoman
    strategist superintendent
    """
)
# Whoever held an office does not speak for the body any more, nor who leads a part of it.
_NOT_NOW = wordlist("former ex retired onetime one-time late outgoing minority majority deputy")
# Who is sent to speak with somebody, where another sends them; words that may open such an office.
_SENT = wordlist("representative envoy coordinator commissioner negotiator")
_OPENINGS = _SENT | wordlist("special chief senior lead legal personal permanent deputy high")
# Behind a name and one of these begins the office that is held there: "spokesman for the FBI".
_AT = frozenset(("of", "for", "at", "with", "from"))


def may_be_body(name: str) -> bool:
    """Tell whether a name may be a body's: not a person's first name and surname."""
    parts = words(name)
    if not parts or parts[0] in HONORIFICS:
        return False
    return len(parts) == 1 or parts[0] not in first_names.ALL


def is_voice(body: Sequence[str], group: str) -> bool:
    """Tell whether a group is the body itself, or speaks for it ("FEC records" for the FEC)."""
    parts = plainly(group)
    if parts[: len(body)] != list(body):
        return False
    rest = parts[len(body) :]
    whole = len(body) > 1 and rest[:1] and rest[0] in _JOINTS  # "Port Workers of Quillhaven"
    officer = head_of(rest) in _OFFICES and not _NOT_NOW & set(rest)  # "the French minister of …"
    return not rest or bool(whole) or rest[-1] in VOICES or officer


def plainly(name: str) -> list[str]:
    """Split a name into words, without "a", "its" or "some" before it: "some Germans"."""
    parts = words(name)
    while len(parts) > 1 and parts[0] in _BEFORE:
        parts = parts[1:]
    return parts


def owner(group: str) -> str | None:
    """Return whose office, campaign or team a group is, by its name: "Ann Roe's campaign"."""
    parts = plainly(group)
    return " ".join(parts[:-1]) if len(parts) > 1 and parts[-1] in _PERSONAL else None


_JOINERS = frozenset("of the and for in on".split())


def bare(body: str) -> str:
    """Return a body's name without its article."""
    return body.removeprefix("The ").removeprefix("the ")


def initials(body: str) -> str:
    """Return "WHO" for "the World Health Organization"; nothing for what is no whole name."""
    own = [word for word in bare(body).split() if word not in _JOINERS]
    return "".join(word[0] for word in own) if all(word[0].isupper() for word in own) else ""


def holds_office(body: Sequence[str], role: str) -> bool:
    """Tell whether a role is an office of a body, named in full: "Judicial Watch president".

    The body's name must stand there as a name, with capitals, at the beginning or behind "of" or
    "for": a "council leader" is not asked about with "the council".
    """
    written = _WORD.findall(role)
    plain = [words(one)[0] if words(one) else "" for one in written]
    if not _OFFICES & set(plain) or _NOT_NOW & set(plain):
        return False
    for place in range(len(written) - len(body) + 1):
        end = place + len(body)
        named = plain[place:end] == list(body) and _is_name(written[place:end])
        sent = _is_sent(written[:place])
        if named and (_opens(plain, place, end) or (_closes(plain, place, end) and not sent)):
            return True
    return False


def _is_sent(before: Sequence[str]) -> bool:
    """Read "US Special Representative for" a country: one who was sent there speaks for another."""
    head = words(before[-2]) if len(before) > 1 else []
    opening = next((word for word in before if word.casefold() != "the"), "")
    is_another = opening[:1].isupper() and opening.casefold() not in _OPENINGS
    return bool(_SENT.intersection(head)) and is_another


def _is_name(written: Sequence[str]) -> bool:
    return all(word[0].isupper() or word[0].isdigit() for word in written if word not in _JOINTS)


def _opens(plain: Sequence[str], place: int, end: int) -> bool:
    """Read "White House press secretary", not "Union of Port Workers secretary" for "union"."""
    start = [word for word in plain[:place] if word not in ("the", "us", "u.s")]
    between = _BODIES & set(plain[end:])
    return not start and not between and end < len(plain) and plain[end] not in _JOINTS


def _closes(plain: Sequence[str], place: int, end: int) -> bool:
    """Read "spokesman for the White House", "president of Judicial Watch"."""
    before = [word for word in plain[:place] if word != "the"]
    return len(before) > 1 and before[-1] in _AT and end == len(plain)
