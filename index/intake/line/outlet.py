"""Which outlet a pasted text says it is from. Pure.

An agency or a picture credit is never the outlet: a page that prints "Picture: AFP" is not AFP's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.intake.line.byline import (
    Byline,
    ends_in_agency,
    is_agency,
    is_role,
    outlet_in_role,
    read_byline,
)
from index.intake.line.date import stated_dates, without_dates
from index.intake.line.furniture_words import PAPER_WORDS, SECTIONS
from index.intake.line.lines import is_capitalised, plain, word_count, words

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)[\s©:]*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,]*(?:by\s+)"
    r"?(?P<name>[^.|,;©\d]{2,60})",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"\b(?:llc|inc|ltd|limited|gmbh|plc|s\.?a\.?|corp(?:oration)?|company|co|group|holdings|"
    r"pty|ag|kg|partners|media)\b",
    re.IGNORECASE,
)
# "Transport correspondent, NCC News"
_SPLIT_ROLE = re.compile(r" \| |, ")
# "The Harbour and Coast News" has five words; what is longer is rather a sentence.
MOST_BESIDE_DATE = 5
_BAR = re.compile(r"\s+[|–—-]\s+|\s*\|\s*")


def own_outlet(
    lines: Iterable[str], title: str, byline: Byline | None, host: str | None
) -> str | None:
    """Return the outlet that the text names as its own, else the host of its link, else None.

    ``lines`` are the lines outside the running text. A name in a copyright notice is believed
    against the link's host only when the host spells it.
    """
    outside = list(lines)
    named = _from_byline(byline) or _from_title(outside, title)
    if named:
        return named
    copyrighted = next((name for line in outside if (name := _from_copyright(line, outside))), None)
    sections = next((name for line in outside if (name := _from_section(line))), None)
    dated = next((name for line in outside if (name := beside_date(line)) and is_paper(name)), None)
    for name in (copyrighted, sections, _masthead(outside), dated):
        if name and (host is None or _spells(host, name)):
            return name
    return host


def is_paper(text: str) -> bool:
    """Tell whether a text looks like a newspaper's name: a few capitals and a word like "Times"."""
    named = [word.strip(".,") for word in text.split()]
    if not 2 <= len(named) <= 6 or plain(text) in SECTIONS or is_agency(text):
        return False
    small = {"the", "of", "and", "der", "die", "das", "el", "la", "de", "le", "für", "am"}
    capital = all(is_capitalised(word) or word in small for word in named)
    like_one = plain(named[0]) in {"daily", "diario", "radio"} or bool(
        {*words(named[-1])} & PAPER_WORDS
    )
    return capital and like_one and not (is_role(text) or read_byline(text) or ends_in_agency(text))


def beside_date(text: str) -> str | None:
    """Return the name in a line that is a name and a date: "Harbour News, 21 October 2024"."""
    name = without_dates(text) if stated_dates(text) else ""
    return name if name and len(name.split()) <= MOST_BESIDE_DATE and _is_proper(name) else None


def _from_byline(byline: Byline | None) -> str | None:
    for part in _SPLIT_ROLE.split(" | ".join(byline.rest)) if byline else ():
        named = outlet_in_role(part) or (part if is_paper(part) else None)
        if named and (is_paper(named) or _is_proper(named)) and not is_agency(named):
            return named
    return None


def _from_title(lines: list[str], title: str) -> str | None:
    """Read "Headline | Outlet" where the headline is this article's."""
    for line in lines:
        parts = _BAR.split(line)
        if len(parts) >= 2 and plain(parts[0]) == plain(title) and word_count(parts[-1]) <= 6:
            return None if is_agency(parts[-1]) else parts[-1]
    return None


def _from_section(line: str) -> str | None:
    """Read "Harbour Times | World": a name and one of the sections of a paper."""
    first, *others = re.split(r"\s*\|\s*", line)
    if len(others) != 1 or plain(others[0]) not in SECTIONS or plain(first) in SECTIONS:
        return None
    return first if _is_proper(first) and not is_agency(first) else None


def _from_copyright(line: str, outside: list[str]) -> str | None:
    """Return the name in a copyright notice if it is a newspaper's or stands on the page again.

    Many notices name a company that no reader knows the outlet by.
    """
    if len(line) > 300 or not (found := _COPYRIGHT.search(line)):
        return None
    name = re.split(r"\ball rights\b|\bor its\b|\s+[-–—]\s+", found["name"], flags=re.IGNORECASE)[
        0
    ].strip(" –-:")
    company = _COMPANY.search(name) or is_agency(name)
    if company or not _is_proper(name) or "/" in name or plain(name) == "copyright":
        return None
    return name if is_paper(name) or plain(name) in map(plain, outside) else None


def _masthead(lines: list[str]) -> str | None:
    return next((line for line in lines[:3] if is_paper(line)), None)


def _is_proper(name: str) -> bool:
    """Tell whether a name is one: two to six words, the first and the last with a capital."""
    parts = name.split()
    return (
        1 <= len(parts) <= 6
        and is_capitalised(parts[0])
        and is_capitalised(parts[-1])
        and len(name) > 2
    )


def _spells(host: str, name: str) -> bool:
    letters = "".join(words(name))
    bare = letters.removeprefix("the")
    return len(bare) >= 3 and bare in re.sub(r"[^\w]", "", host)
