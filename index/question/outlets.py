"""Outlets: which of the outlets on record a question names, by any common name. Pure.

"The Journal" and "WSJ" are The Wall Street Journal; an outlet is also named by the part of its
name before a dash or a bar, and by its initials. A name of one plain word ("Fortune", "The Age")
counts only where it is written large.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from index.word import WORD, words


@dataclass(frozen=True, slots=True)
class NamedOutlet:
    """An outlet as a question names it, and the outlets on record that may be meant.

    ``outlets`` is empty for an outlet that is well known and has no article on record.
    """

    words: str
    outlets: frozenset[str] = frozenset()


# What newspapers, agencies and broadcasters are called besides their own names.
_CALLED = {
    "new york times": "nyt, the times",
    "wall street journal": "wsj, the journal",
    "washington post": "wapo, the post",
    "financial times": "ft",
    "los angeles times": "la times",
    "associated press": "ap",
    "agence france presse": "afp",
    "deutsche presse agentur": "dpa",
    "british broadcasting corporation": "bbc, bbc news, the beeb",
    "bbc": "the beeb, bbc news",
    "bbc news": "bbc, the beeb",
    "cable news network": "cnn",
    "national public radio": "npr",
    "public broadcasting service": "pbs",
    "usa today": "usat",
    "new york post": "the post",
    "south china morning post": "scmp",
    "sydney morning herald": "smh, the herald",
    "frankfurter allgemeine zeitung": "faz",
    "suddeutsche zeitung": "sz",
    "neue zurcher zeitung": "nzz",
    "daily mail": "mail online",
    "guardian": "grauniad",
    "times of london": "the times",
    "times": "the times of london",
    "fox news": "fox",
    "huffpost": "huffington post",
    "reuters": "thomson reuters",
    "bloomberg": "bloomberg news",
    "cbs news": "cbs",
    "nbc news": "nbc",
    "abc news": "abc",
    "al jazeera": "aljazeera",
}
# Where a well-known outlet is named that has nothing on record, a reader must be told.
_WELL_KNOWN = frozenset(
    """
    new york times|wall street journal|washington post|financial times|los angeles times
    |associated press|reuters|bloomberg|usa today|bbc|cnn|npr|guardian|economist|politico
    |al jazeera|daily mail|fox news|nbc news|cbs news|abc news|new yorker|south china morning post
    |sydney morning herald|huffpost|buzzfeed|axios|newsweek|forbes|le monde|der spiegel|el país
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
_PARTS = re.compile(r"\s+[-–—|:·]\s+|:\s+")
_SITE = re.compile(r"\.(?:com|org|net|co|news|de|fr|es|it|ru|uk|au|io|tv)(?:\.\w\w)?\Z")
_COMMON_NAME = re.compile(r"(?:the )?\w+\Z")
_WRITTEN_LARGE = re.compile(r"[^\W\d_a-z]|[‘’'“”\"]?[^\W\d_a-z]")
_INITIALS_FROM = 3


def named(text: str, known: Iterable[str]) -> tuple[NamedOutlet, ...]:
    """Return the outlets that a question names, in order; ``known`` are those on record.

    Where the same words fit several outlets ("the Post") all of them may be meant. Of two names
    at the same place the longer counts.
    """
    meant = _meant(tuple(known))
    found = sorted(_places(text, meant), key=lambda each: (each[0], -each[1]))
    chosen: list[tuple[int, int, str]] = []
    for start, end, name in found:
        if not chosen or start >= chosen[-1][1]:
            chosen.append((start, end, name))
    once: dict[frozenset[str] | str, NamedOutlet] = {}
    for start, end, name in chosen:
        once.setdefault(meant[name] or name, NamedOutlet(text[start:end], meant[name]))
    return tuple(once.values())


def called(name: str) -> frozenset[str]:
    """Return every name, folded, of the well-known outlets that have this one: "AP" and its own."""
    wanted = " ".join(words(name)).removeprefix("the ")
    every = (frozenset((one, *_CALLED.get(one, "").split(", "))) - {""} for one in _WELL_KNOWN)
    same = (names for names in every if wanted in {each.removeprefix("the ") for each in names})
    return frozenset({wanted}).union(*same)


# The outlets on record are the same for question after question.
@lru_cache(maxsize=16)
def _meant(known: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """Return by every name, folded, the outlets that may be meant by it."""
    meant: dict[str, set[str]] = {name: set() for name in _unknown_names()}
    for outlet in known:
        for name in _names(outlet):
            meant.setdefault(name, set()).add(outlet)
    return {name: frozenset(outlets) for name, outlets in meant.items()}


def _names(outlet: str) -> Iterator[str]:
    """Return the names, folded, by which people call an outlet."""
    for full in dict.fromkeys((outlet, _PARTS.split(outlet)[0])):
        name = " ".join(words(_SITE.sub("", full)))
        bare = name.removeprefix("the ")
        yield from (" ".join(words(full)), name, bare)
        yield from filter(None, _CALLED.get(bare, "").split(", "))
        parts = bare.split()
        if len(parts) >= _INITIALS_FROM:
            yield "".join(part[0] for part in parts)
        if len(parts) > 1 and not any(map(str.isdigit, parts[-1])):
            yield f"the {parts[-1]}"


def _unknown_names() -> Iterator[str]:
    for name in _WELL_KNOWN:
        yield " ".join(words(name))
        yield from (
            short for short in _CALLED.get(name, "").split(", ") if short.isalpha() and short
        )


def _places(text: str, meant: Mapping[str, frozenset[str]]) -> Iterator[tuple[int, int, str]]:
    """Return where names stand: (start, end, name)."""
    spans = [(m.start(), m.end()) for m in WORD.finditer(text)]
    folded = [" ".join(words(text[start:end])) for start, end in spans]
    longest = max((len(name.split()) for name in meant), default=0)
    for first in range(len(spans)):
        for count in range(min(longest, len(spans) - first), 0, -1):
            name = " ".join(folded[first : first + count])
            start, end = spans[first][0], spans[first + count - 1][1]
            if name in meant and _is_written_as_name(text, name, spans[first : first + count]):
                yield start, end, name
                break


def _is_written_as_name(text: str, name: str, spans: list[tuple[int, int]]) -> bool:
    """Tell a name from the plain word: "Fortune" from "a fortune", "the Age" from "the age"."""
    if not _COMMON_NAME.fullmatch(name):
        return True
    start, end = spans[-1]
    return bool(_WRITTEN_LARGE.match(text[start:end]))
