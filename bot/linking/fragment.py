"""Text fragment: what a browser does with ``#:~:text=[prefix-,]start[,end][,-suffix]``. Pure.

Follows WICG, "URL Fragment Text Directives", "find a range from a text directive": the browser
takes the first place on the page where all terms fit, one block of text for each term, and
marks from ``start`` to the end of ``end``. Case does not matter and words are whole.

Browsers differ in the rest, and so ``selects`` tries twice. Strictly: a word ends only where
every browser sees a boundary. Loosely: accents do not matter (as in Chromium) and part of a
word is a match. Where both find exactly the asked place, so does every browser between them.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

Span = tuple[int, int]

# Signs that end a block of text: no term reaches across one.
BREAKS = frozenset("\n\r\x0b\x0c\x85\u2028\u2029")
# Punctuation that makes one word of two when it stands between letters or digits (UAX #29).
_JOINERS = frozenset(".,:;'’‘·․﹒＇．")
_EXTENDING = frozenset(("Mn", "Mc", "Me", "Cf", "Cc", "Cs"))
# Plain words and the single spaces between them, as most of a page is; white space; all else.
_RUN = re.compile(r"(?P<plain>[!-~]+(?: [!-~]+)*)|(?P<space>\s+)|[^\s!-~]+")
# Browsers hold straight and curly quotation marks equal, and pass over soft hyphens.
_EQUAL = {"’": "'", "‘": "'", "“": '"', "”": '"', "\xad": ""}


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of a text fragment, as they stand on the page."""

    start: str
    end: str | None = None
    prefix: str | None = None
    suffix: str | None = None

    def encoded(self) -> str:
        """Write them as the value of ``text=``."""
        parts = (
            self.prefix and f"{_encode(self.prefix)}-",
            _encode(self.start),
            self.end and _encode(self.end),
            self.suffix and f"-{_encode(self.suffix)}",
        )
        return ",".join(part for part in parts if part)


def _encode(term: str) -> str:
    # quote() leaves these three as they are, and a hyphen is syntax in a fragment.
    return quote(term, safe="").replace("-", "%2D").replace("_", "%5F").replace("~", "%7E")


def selects(page: str, terms: Terms, wanted: Span) -> bool:
    """Tell whether every browser marks ``page[wanted[0]:wanted[1]]`` and nothing else."""
    for loose in (False, True):
        folded = _folded_page(page, loose)
        if folded.marked(folded.terms(terms)) != folded.span(wanted):
            return False
    return True


def is_edge(page: str, at: int) -> bool:
    """Tell whether every browser sees a word begin or end here (stricter than UAX #29).

    Between two letters never: Chinese or Thai may well have a boundary there, but only a
    dictionary knows. A clause between punctuation counts as one word.
    """
    if at <= 0 or at >= len(page):
        return True
    before, after = page[at - 1], page[at]
    if before.isspace() or after.isspace():
        return True
    if _extends(after) or (_is_letter(before) and _is_letter(after)):
        return False
    if after in _JOINERS and at + 1 < len(page):
        return not (_is_letter(before) and _is_letter(page[at + 1]))
    if before in _JOINERS and at >= 2:
        return not (_is_letter(page[at - 2]) and _is_letter(after))
    return True


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_" or _extends(sign)


def _extends(sign: str) -> bool:
    """Tell whether a sign is none of its own: accents, vowel signs, joiners, control characters."""
    if " " <= sign <= "~" or sign.isspace():
        return False
    return unicodedata.category(sign) in _EXTENDING


@dataclass(frozen=True, slots=True)
class _Folded:
    """A page as a browser compares it; ``places`` says where in the page each letter stands."""

    page: str
    loose: bool
    letters: str
    places: list[int]

    def terms(self, terms: Terms) -> Terms:
        """Fold terms as the page was folded."""
        parts = (terms.start, terms.end, terms.prefix, terms.suffix)
        start, *others = ("".join(_fold(part or "", self.loose)[0]) for part in parts)
        return Terms(start, *(part or None for part in others))

    def span(self, wanted: Span) -> Span:
        """Translate a range of the page into one of the letters."""
        return bisect_left(self.places, wanted[0]), bisect_left(self.places, wanted[1])

    def marked(self, terms: Terms) -> Span | None:
        """Find the range of letters that is marked for folded terms, or None."""
        at = 0
        while (found := self._first(terms, at)) is not None:
            at, start, end = found
            last = self._last(terms, end)
            if last is not None:
                return start, last
            if terms.end is not None:
                return None  # no end from here on, and so none for a later start
            at += 1
        return None

    def _first(self, terms: Terms, at: int) -> tuple[int, int, int] | None:
        """Find where prefix and start fit, from ``at`` on: (found at, start, end)."""
        whole = terms.end is not None or terms.suffix is None
        if terms.prefix is None:
            start = self._find(terms.start, at, whole=whole)
            return None if start is None else (start, start, start + len(terms.start))
        here = self._find(terms.prefix, at, whole=False)
        while here is not None:
            start = self._past_space(here + len(terms.prefix))
            end = start + len(terms.start)
            if self.letters.startswith(terms.start, start) and (not whole or self._is_edge(end)):
                return here, start, end
            here = self._find(terms.prefix, here + 1, whole=False)
        return None

    def _last(self, terms: Terms, at: int) -> int | None:
        """Find where the range ends that began with a start ending at ``at``."""
        if terms.end is None:
            return at if self._is_followed(terms.suffix, at) else None
        whole = terms.suffix is None
        while (here := self._find(terms.end, at, whole=whole)) is not None:
            at = here + len(terms.end)
            if self._is_followed(terms.suffix, at):
                return at
        return None

    def _is_followed(self, suffix: str | None, at: int) -> bool:
        if suffix is None:
            return True
        start = self._past_space(at)
        return self.letters.startswith(suffix, start) and self._is_edge(start + len(suffix))

    def _find(self, term: str, at: int, *, whole: bool) -> int | None:
        """Find a term that begins with a word and, where ``whole``, ends with one."""
        here = self.letters.find(term, at)
        while here >= 0:
            if self._is_edge(here) and (not whole or self._is_edge(here + len(term))):
                return here
            here = self.letters.find(term, here + 1)
        return None

    def _past_space(self, at: int) -> int:
        while at < len(self.letters) and self.letters[at].isspace():
            at += 1
        return at

    def _is_edge(self, at: int) -> bool:
        if self.loose or at >= len(self.places):
            return True
        # Before what follows or behind what went before: accents and spaces may lie between.
        return is_edge(self.page, self.places[at]) or is_edge(self.page, self.places[at - 1] + 1)


# An answer shows several sentences of a few articles.
@lru_cache(maxsize=16)
def _folded_page(page: str, loose: bool) -> _Folded:
    letters, places = _fold(page, loose)
    return _Folded(page, loose, "".join(letters), places)


def _fold(text: str, loose: bool) -> tuple[list[str], list[int]]:
    """Return the letters that are compared, and where in the text each stands.

    Spaces become one, and a new block of text a line end.
    """
    letters: list[str] = []
    places: list[int] = []
    for run in _RUN.finditer(text):
        words, start = run.group(), run.start()
        if run.lastgroup == "plain":
            letters.extend(words.lower())
            places.extend(range(start, run.end()))
        elif run.lastgroup == "space":
            space = " " if BREAKS.isdisjoint(words) else "\n"
            if letters and letters[-1] in " \n":  # between them only what is left out
                letters[-1] = max(letters[-1], space, key=" \n".index)
                continue
            letters.append(space)
            places.append(start)
        else:
            for place, sign in enumerate(words, start):
                folded = _fold_sign(sign, loose)
                letters.extend(folded)
                places.extend([place] * len(folded))
    return letters, places


@lru_cache(maxsize=4096)
def _fold_sign(sign: str, loose: bool) -> str:
    folded = _EQUAL.get(sign, sign).casefold()
    if not loose:
        return folded
    parts = unicodedata.normalize("NFKD", folded)
    return "".join(part for part in parts if not _extends(part))
