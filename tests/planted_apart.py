"""Errors in which every word stands on record, but not so: exchanged, put together, or surer.

Each returns a sentence with one such error, or None where the sentence gives no room for it.
"""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Callable, Mapping, Sequence

from bot.proof.window import Cited

_QUOTED = re.compile(r"“[^“”]+”")
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTHS = (
    "January|February|March|April|June|July|August|September|October|November|December"  # no May
)
_DATE = re.compile(rf"\b(?:{_DAYS}|{_MONTHS})\b")
_NAME = re.compile(rf"(?<=[a-z,] )(?!(?:{_DAYS}|{_MONTHS})\b)[A-Z][a-z]+(?: [A-Z][a-z]+)*")
_SUM = re.compile(r"(?<![\w.,$£€-])[$£€]?\d+(?:[.,]\d+)*(?![\w%-])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NOUN = re.compile(
    r"(?<=\b[Tt]he )[a-z]{4,}(?= (?:[a-z]+ed|is|was|has|had|will|to|on|in|at)\b|[.,])"
)
_AND = re.compile(r",? and ")
_TELLING_WORD = re.compile(r"\b[a-z]{5,}\b")
_PASSIVE = re.compile(r"\b(?:was|were|been|is|are) ((?:[a-z]+ed|shot|held|led|taken|given)) by ")
_BEFORE = re.compile(r"\b(?:before|after)\b(?= [a-z]+ing\b| the\b| [A-Z])")
_HEDGE = re.compile(
    r"\b(?:hardly|barely|rarely|scarcely|reportedly|allegedly|apparently|possibly|probably"
    r"|perhaps|supposedly|nearly|almost|few|may|might|could|alleged|suspected"
    r"|(?:refus|fail|declin|tri|threaten|plann?|hop|want|attempt|threat)(?:ed|s|es|ing)? to) "
)
_SURER = {"may": "will", "might": "will", "could": "will", "unlikely": "likely", "few": "many"}
_UNSURE = re.compile(rf"\b(?:{'|'.join(_SURER)})\b(?! not)")


def outside(text: str, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    """Return what matches and begins outside quotation marks."""
    quoted = [each.span() for each in _QUOTED.finditer(text)]
    found = pattern.finditer(text)
    return [m for m in found if not any(start <= m.start() < end for start, end in quoted)]


def inside(text: str, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    """Return what matches and begins within quotation marks."""
    apart = {each.start() for each in outside(text, pattern)}
    return [each for each in pattern.finditer(text) if each.start() not in apart]


def replaced(text: str, found: re.Match[str], words: str) -> str:
    """Return a text with other words in the place of a match."""
    return text[: found.start()] + words + text[found.end() :]


def _exchanged(text: str, found: Sequence[re.Match[str]], chance: random.Random) -> str | None:
    """Let two matches change places, unless they only stand in a list: that says the same."""
    pairs = [
        (one, other)
        for one, other in itertools.pairwise(found)
        if one.group() != other.group()
        and _TELLING_WORD.search(text[one.end() : other.start()])
        and not set(one.group().split()) & set(other.group().split())
    ]
    if not pairs:
        return None
    one, other = chance.choice(pairs)
    between = text[one.end() : other.start()]
    return text[: one.start()] + other.group() + between + one.group() + text[other.end() :]


def _names(text: str, chance: random.Random, _: Cited) -> str | None:
    return _exchanged(text, outside(text, _NAME), chance)


def _sums(text: str, chance: random.Random, _: Cited) -> str | None:
    found = [m for m in outside(text, _SUM) if not _YEAR.fullmatch(m.group())]
    return _exchanged(text, found, chance)


def _dates(text: str, chance: random.Random, _: Cited) -> str | None:
    years = [m for m in outside(text, _SUM) if _YEAR.fullmatch(m.group())]
    return _exchanged(text, years, chance) or _exchanged(text, outside(text, _DATE), chance)


def _subject(text: str, chance: random.Random, _: Cited) -> str | None:
    """Let who did it and to whom it was done change places, by a passive where there is one."""
    if passive := outside(text, _PASSIVE):
        one = chance.choice(passive)
        return replaced(text, one, f"{one[1]} ")
    return _exchanged(text, outside(text, _NOUN), chance)


def _coordinate(text: str, chance: random.Random, _: Cited) -> str | None:
    """Put the name or number behind an "and" into what stands before it."""
    made = []
    for joint in outside(text, _AND):
        for pattern in (_NAME, _SUM):
            own = [m for m in outside(text, pattern) if m.end() < joint.start()]
            others = [m for m in outside(text, pattern) if m.start() > joint.end()]
            if not own or not others or own[-1].group() == others[0].group():
                continue
            rest = text[own[-1].end() : joint.start()]
            lead = text[joint.end() : others[0].start()]
            if _TELLING_WORD.search(rest) and (pattern is _SUM or _TELLING_WORD.search(lead)):
                made.append(f"{text[: own[-1].start()]}{others[0].group()}{rest}.")
    return chance.choice(made) if made else None


def _order_in_time(text: str, chance: random.Random, _: Cited) -> str | None:
    found = outside(text, _BEFORE)
    if not found:
        return None
    one = chance.choice(found)
    return replaced(text, one, "after" if one.group() == "before" else "before")


def _some(text: str, found: re.Match[str]) -> bool:
    """Tell whether it is the "few" of "a few", which is no hedge."""
    return text[: found.start()].casefold().rstrip().endswith((" a", " the")) or text[:2] == "A "


def _unhedged(text: str, chance: random.Random, _: Cited) -> str | None:
    found = [m for m in outside(text, _HEDGE) if not _some(text, m)]
    return replaced(text, chance.choice(found), "") if found else None


def _surer(text: str, chance: random.Random, _: Cited) -> str | None:
    found = [m for m in outside(text, _UNSURE) if not _some(text, m)]
    if not found:
        return None
    one = chance.choice(found)
    return replaced(text, one, _SURER[one.group()])


CHANGES: Mapping[str, Callable[[str, random.Random, Cited], str | None]] = {
    "names exchanged": _names,
    "sums exchanged": _sums,
    "dates exchanged": _dates,
    "subject and object exchanged": _subject,
    "another coordinate's": _coordinate,
    "before for after": _order_in_time,
    "hedge dropped": _unhedged,
    "hedge made certain": _surer,
}
