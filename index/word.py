"""Words that carry a topic: folded, stemmed, without the words that every sentence has. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import snowballstemmer

from index.unspaced import pairs

# A word as it is written: "don’t", "U.S" and "3.5" are one each.
WORD = re.compile(r"\w+(?:[’'.]\w+)*")
# A letter that is written large.
LARGE = r"[^\W\d_a-z]"
# The country, which without its capitals is "us", and how it is folded.
_STATES_AS = "usa"
_STATES = frozenset({"US", "U.S", "U.S.A", "USA", "US's", "US’s", "U.S.’s"})
_INITIALS = re.compile(r"(?<=[^\W\d])\.")
_STEMMER = snowballstemmer.stemmer("english")

# Words of grammar, and the words with which people ask; none of them tells what it is about. Nor
# does the country that half of all news is from, but where nothing else is named.
COMMON = frozenset(
    """
    a about according after again all also am an and any anybody anyone anything are as asked at
    be because been before being both but by can could did do does doing done ever every for
    from further had happen happened has have having he her here hers him his how i if in into
    is it its just know latest lately many may me might more most much must my new no not now of
    off on once one only or other our out over own please recently regarding said same say
    saying says she should so some something such tell than that the their them then there these
    they thing things think this those though through to today told too under until up us usa very
    was we were what when where which while who whom whose why will with would yet you your
    """.split()
)


def words(text: str) -> list[str]:
    """Return the folded words of a text, in order: no case, no accents, no possessive ’s.

    Where a script does not part its words, they are pairs of letters.
    """
    return [one for match in WORD.finditer(text) for one in pairs(_fold(match.group()))]


def folded(word: str) -> str:
    """Return one word folded, "" where it is none."""
    return next(iter(words(word)), "")


def topic_stems(text: str) -> list[str]:
    """Return the stems of the words that say what a text is about, each once, in order."""
    return list(dict.fromkeys(map(stem, topic_words(text))))


def topic_words(text: str) -> list[str]:
    """Return the words that say what a text is about, each once, in order."""
    every = words(text)
    telling = [word for word in every if word not in COMMON]
    return list(dict.fromkeys(telling or [word for word in every if word == _STATES_AS]))


def stems(text: str) -> frozenset[str]:
    """Return the set of stems of all words of a text."""
    return frozenset(map(stem, words(text)))


def stems_among(wanted: Iterable[str], text: str) -> frozenset[str]:
    """Return those of the wanted stems that some word of a text has.

    Most words are told by their first letters, without being stemmed: stemming cuts a word's end.
    """
    looked_for = frozenset(wanted)
    openings = {each[: _opening(each)] for each in looked_for}
    near = [
        word
        for word in WORD.findall(text)
        if not word.isascii()
        or "." in word
        or (letters := word[:2].casefold()) in openings
        or letters[:1] in openings
    ]
    return looked_for & stems(" ".join(near)) if near else frozenset()


def _opening(stem_: str) -> int:
    """Return how many of a stem's first letters every word with it has ("die", "dying": one)."""
    return 2 if len(stem_) > 3 else 1


def coverage(wanted: Iterable[str], present: frozenset[str]) -> float:
    """Return the share of the wanted stems that are present, 0 to 1; nothing wanted gives 1."""
    wanted = list(wanted)
    return sum(each in present for each in wanted) / len(wanted) if wanted else 1.0


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the stem of one folded word ("negotiations" and "negotiating" share theirs)."""
    return str(_STEMMER.stemWord(word))


@lru_cache(maxsize=100_000)
def _fold(word: str) -> str:
    if word in _STATES:
        return _STATES_AS
    plain = _INITIALS.sub("", word.replace("’", "'")).casefold().removesuffix("'s")
    decomposed = unicodedata.normalize("NFKD", plain)
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))
