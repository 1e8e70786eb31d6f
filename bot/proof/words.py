"""Step 1: a text as words that can be compared, each with its place. Pure.

Two texts have the same words when a careful reader would say so: glyphs of quotation marks,
apostrophes and dashes, capitals, accents, white space and punctuation do not matter, nor whether
a number is written in letters or thousands are parted by commas. Everything that is spoken does.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from index.people.wordlist import wordlist

_UNITS = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS = {
    "zero": "0",
    **{word: str(value) for value, word in enumerate([*_UNITS, *_TEENS], start=1)},
    **{word: str(value * 10) for value, word in enumerate(_TENS, start=2)},
}
# In capitals these are other words than in small letters.
_INITIALS_ALIKE = frozenset({"US", "IT", "WHO", "AIDS"})
_SPELT = {"%": "percent", "&": "and"}
_SIGNED = re.compile(r"[-−–]?\.?\d")
_ACCENTS = re.compile("[\u0300-\u036f]")
NEGATIONS = wordlist(
    "not no never none nobody nothing nowhere neither nor without cannot cant wont dont doesnt"
)
# They turn what is said around without denying it.
DOUBTS = wordlist(
    "hardly barely scarcely seldom rarely unlikely unless doubt doubts doubted doubtful refuse "
    "refuses refused refusing fail fails failed failing deny denies denied denying false falsely "
    "reject rejects rejected rejecting oppose opposes opposed opposing"
)
# Without these, what is said holds always: "we will act if they ask".
CONDITIONS = wordlist("if unless provided providing except whether until lest")
# Written without spaces between words: every character is compared for itself.
_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002ffff"


class Word(NamedTuple):
    """A word of a text: ``text[start:end]``, and the form in which it is compared."""

    start: int
    end: int
    folded: str


def read(text: str) -> tuple[Word, ...]:
    """Return the words of a text, in order, with their places; "%" is "per" and "cent" in one."""
    return tuple(
        Word(*found.span(), word)
        for found in _word().finditer(text)
        for word in _as_spoken(found[0])
    )


@lru_cache(maxsize=200_000)
def _as_spoken(written: str) -> Sequence[str]:
    """Return the words of which one is spoken: "percent" has two, and so has "3½"."""
    folded = fold(written)
    return ("per", "cent") if folded == "percent" else tuple(folded.split()) or (folded,)


def is_negation(folded: str) -> bool:
    """Tell whether a folded word denies."""
    return folded in NEGATIONS or folded.endswith("n't")


def is_doubt(folded: str) -> bool:
    """Tell whether a folded word denies, or doubts or refuses what stands behind it."""
    return folded in DOUBTS or is_negation(folded)


def is_limit(folded: str) -> bool:
    """Tell whether a folded word denies or doubts, or makes what is said hold only sometimes."""
    return folded in CONDITIONS or is_doubt(folded)


def is_number(folded: str) -> bool:
    """Tell whether a folded word is, or begins with, a number."""
    return folded[:1].isdigit() or folded[1:2].isdigit()


def fold(word: str) -> str:
    """Return the form in which a word is compared."""
    if word in _SPELT:
        return _SPELT[word]
    plain = word.replace("’", "'").replace("ʼ", "'").replace("\u00ad", "")
    bare = plain.replace(".", "") if plain[:1].isalpha() else plain
    if bare in _INITIALS_ALIKE:
        return bare
    spaced = "".join(map(_set_apart, bare.casefold()))
    return _number(_ACCENTS.sub("", unicodedata.normalize("NFKD", spaced)).replace("⁄", "/"))


def _set_apart(sign: str) -> str:
    """Keep small digits and fractions from reading as digits of a number: "10²" is not "102"."""
    kind = unicodedata.decomposition(sign).partition(" ")[0]
    if kind in ("<super>", "<sub>"):
        return "^" + sign
    return " " + sign if kind == "<fraction>" else sign


def _number(letters: str) -> str:
    if _SIGNED.match(letters):
        thousands = re.fullmatch(r"[-−–]?\d{1,3}(?:,\d{3})+(?:\.\d+)?", letters)
        plain = letters.replace(",", "") if thousands else letters
        return re.sub(r"^(-?)\.", r"\g<1>0.", re.sub("^[−–]", "-", plain))
    if letters in _NUMBERS:
        return _NUMBERS[letters]
    tens, _, unit = letters.replace(" ", "-").partition("-")
    return str(int(_NUMBERS[tens]) + int(_NUMBERS[unit])) if unit in _NUMBERS else letters


@cache
def _word() -> re.Pattern[str]:
    """Return what a word is; combining marks of any script belong to their letter."""
    marks = "".join(
        f"\\U{code:08x}"
        for code in range(0x300, min(sys.maxunicode, 0x11FFF))
        if unicodedata.category(chr(code)).startswith("M") and not 0xE00 <= code <= 0xE7F
    )
    # A soft hyphen shows nothing; the letters around it are one word.
    letter = rf"[^\W_{_UNSPACED}]"
    letters = rf"{letter}+(?:[\u00ad{marks}]+{letter}*)*"
    tens, units = "|".join(_TENS), "|".join(_UNITS)
    return re.compile(
        rf"""
        [{_UNSPACED}]
        | \b(?:{tens})(?:-(?:{units})\b|\s(?:{units})\b(?!-\w))
        | (?<![\w.])[-−–]?(?:\d+(?:[.,:/]\d+)*|\.\d+)(?:{letters})?
        | [^\W\d_](?:\.[^\W\d_])+\b\.?
        | {letters}(?:['’ʼ]{letters})*
        | [%&‰‱°$¢£¤¥֏؋৲৳﷼＄￠￡￥₠-⃀]
        """,
        re.IGNORECASE | re.VERBOSE,
    )
