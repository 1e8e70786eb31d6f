"""Language: in which one an article is written. The door to ``py3langid`` and ``babel``.

Who said what is read by rules of English. What is written in another language is found by its
words and its meaning, and has no statements: wrong ones would be worse.
"""

from __future__ import annotations

import re

ENGLISH = "en"
# Fewer words may be a name, a list or a table in any language.
FEWEST_WORDS = 20
# Some scripts do not part their words.
FEWEST_LETTERS = 80
# Small words that are English and little else. Of 1,727 English news articles each has them more
# often than this; the library, which takes a second to load, is asked about what has not.
_SMALL = frozenset("the and of that with said from which would their".split())
_SHARE = 0.06
# With so many of them a text is of two languages, or English of a rare kind: nothing is claimed.
_SOME = 0.02
_WORD = re.compile(r"[^\W\d_]+")
# What tells a language apart stands in its first lines as well as in all of them.
_ENOUGH = 5_000


def language_of(text: str) -> str | None:
    """Return the language of a text (ISO 639 code); None where it is short or mixed."""
    words = [word.casefold() for word in _WORD.findall(text[:_ENOUGH])]
    if len(words) < FEWEST_WORDS and sum(map(len, words)) < FEWEST_LETTERS:
        return None
    share = sum(word in _SMALL for word in words) / len(words)
    if share >= _SHARE:
        return ENGLISH
    return _told(text[:_ENOUGH]) if share < _SOME else None


def is_read(language: str | None) -> bool:
    """Tell whether who said what is read in a language; where it is not known, it is tried."""
    return language in (ENGLISH, None)


def name_of(code: str) -> str:
    """Return the English name of a language: "German"; the code where none is known."""
    from babel import Locale

    return str(Locale(ENGLISH).languages.get(code, code))


def _told(text: str) -> str:
    import py3langid

    code, _ = py3langid.classify(text)
    return str(code)
