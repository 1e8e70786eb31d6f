"""Words that carry a topic: folded, stemmed, without the words that every sentence has. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

import Stemmer

from index.unspaced import pairs

# A word as it is written: "don’t", "U.S" and "3.5" are one each.
WORD = re.compile(r"\w+(?:[’'.]\w+)*")
# A letter that is written large.
LARGE = r"[^\W\d_a-z]"
# The country, which without its capitals is "us", and how it is folded.
_STATES_AS = "usa"
_STATES = frozenset({"US", "U.S", "U.S.A", "USA", "US's", "US’s", "U.S.’s"})
_INITIALS = re.compile(r"(?<=[^\W\d])\.")
# Without a memory of its own: words are remembered here as they are written.
_STEMMER = Stemmer.Stemmer("english", 0)
# So many written words are remembered, about as many as a hundred thousand passages have.
_REMEMBERED = 100_000

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
    return list(chain.from_iterable(map(_folded, WORD.findall(text))))


@lru_cache(_REMEMBERED)
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
    return frozenset(chain.from_iterable(map(_stems, WORD.findall(text))))


def stems_among(wanted: Iterable[str], text: str) -> frozenset[str]:
    """Return those of the wanted stems that some word of a text has."""
    every = chain.from_iterable(map(_stems, WORD.findall(text)))
    return frozenset(wanted).intersection(every)


def coverage(wanted: Iterable[str], present: frozenset[str]) -> float:
    """Return the share of the wanted stems that are present, 0 to 1; nothing wanted gives 1."""
    wanted = list(wanted)
    return sum(each in present for each in wanted) / len(wanted) if wanted else 1.0


def stem(word: str) -> str:
    """Return the stem of one folded word ("negotiations" and "negotiating" share theirs)."""
    return str(_STEMMER.stemWord(word))


@lru_cache(_REMEMBERED)
def _stems(written: str) -> tuple[str, ...]:
    return tuple(map(stem, _folded(written)))


@lru_cache(_REMEMBERED)
def _folded(written: str) -> tuple[str, ...]:
    """Return a written word folded; as pairs of letters where its script parts no words."""
    return tuple(pairs(_fold(written)))


def _fold(word: str) -> str:
    if word in _STATES:
        return _STATES_AS
    plain = _INITIALS.sub("", word.replace("’", "'")).casefold().removesuffix("'s")
    decomposed = unicodedata.normalize("NFKD", plain)
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))
