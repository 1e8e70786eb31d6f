"""Which articles a draft names: by headline, outlet, address or id. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.proof.words import Word, read
from index.question import outlets

_ADDRESS = re.compile(r"https?://[^\s<>\"”“)\]]+")
_ID = re.compile(r"\b[0-9a-f]{10,64}\b")
# A headline or an outlet of fewer words may stand in any sentence by chance.
FEWEST_TITLE_WORDS, FEWEST_OUTLET_WORDS = 3, 2
# An outlet of one word is named where something is said to come from it.
_FROM = frozenset("told tell tells in to by from via according with the".split())
_REPORTS = frozenset(
    "reported reports reporting report wrote writes said says quoted quotes cited interview".split()
)
# What stands before an outlet, called by any name, that something is said to come from.
_BEFORE_OUTLET = re.compile(
    r"(?:\b(?:told|tells?|in|on|to|by|from|via|with|source|according to):? |\()(?:the )?\Z",
    re.IGNORECASE,
)
_WWW = re.compile(r"www\d?\.")


@dataclass(frozen=True, slots=True)
class Listed:
    """An article by what a draft may call it."""

    article_id: str
    title: str
    outlet: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a draft that names articles. ``outlet``: as an outlet, by these folded words.

    Of an outlet with nothing on record there are no articles.
    """

    start: int
    end: int
    article_ids: frozenset[str]
    outlet: tuple[str, ...] = ()


class Catalogue:
    """What every article may be called, so that a draft is read once for all of them."""

    def __init__(self, listed: Iterable[Listed]) -> None:
        self._ids: set[str] = set()
        self._by_address: dict[str, set[str]] = defaultdict(set)
        self._names: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._outlets: set[tuple[str, ...]] = set()
        self._by_outlet: dict[str, set[str]] = defaultdict(set)
        self._lengths: dict[str, set[int]] = defaultdict(set)
        for each in listed:
            self._add(each)

    def mentions(self, text: str) -> list[Mention]:
        """Return where a draft names articles, in order."""
        exact = [*self._addresses(text), *self._identities(text)]
        names = (
            each
            for each in self._named(text, read(text))
            if not any(one.start <= each.start < one.end for one in exact)
        )
        found = [*exact, *names]
        called = (
            each
            for each in self._called(text)
            if not any(one.start < each.end and each.start < one.end for one in found)
        )
        return sorted([*found, *called], key=lambda each: each.start)

    def _add(self, each: Listed) -> None:
        self._ids.add(each.article_id)
        if each.outlet:
            self._by_outlet[each.outlet].add(each.article_id)
        if each.url:
            self._by_address[_address(each.url)].add(each.article_id)
        self._name(_folded(each.title), each.article_id, FEWEST_TITLE_WORDS)
        host = _WWW.sub("", urlsplit(each.url).hostname or "") if each.url else ""
        for outlet in filter(None, (each.outlet, host)):
            folded = _folded(outlet)
            folded = folded[1:] if folded[:1] == ("the",) else folded
            self._outlets.add(folded)
            self._name(folded, each.article_id, 1)

    def _name(self, folded: tuple[str, ...], article_id: str, fewest: int) -> None:
        if len(folded) >= fewest:
            self._names[folded].add(article_id)
            self._lengths[folded[0]].add(len(folded))

    def _addresses(self, text: str) -> Iterator[Mention]:
        for found in _ADDRESS.finditer(text):
            ids = self._by_address.get(_address(found.group().rstrip(".,;:!?’'")))
            if ids:
                yield Mention(*found.span(), frozenset(ids))

    def _identities(self, text: str) -> Iterator[Mention]:
        for found in _ID.finditer(text):
            if found.group() in self._ids:
                yield Mention(*found.span(), frozenset({found.group()}))

    def _named(self, text: str, words: Sequence[Word]) -> Iterator[Mention]:
        folded = [word.folded for word in words]
        for place, first in enumerate(folded):
            fitting = (n for n in self._lengths.get(first, ()) if place + n <= len(folded))
            for size in fitting:
                name = tuple(folded[place : place + size])
                ids = self._names.get(name)
                if ids and self._is_meant(name, folded, place):
                    start, end = words[place].start, words[place + size - 1].end
                    yield Mention(start, end, frozenset(ids), name if name in self._outlets else ())

    def _called(self, text: str) -> Iterator[Mention]:
        """Find outlets by their other names ("WSJ"), and well-known ones that are not on record."""
        for each in outlets.named(text, self._by_outlet):
            ids = frozenset().union(*(self._by_outlet[one] for one in each.outlets))
            for found in re.finditer(rf"\b{re.escape(each.words)}\b", text):
                if _is_source(text, found):
                    for name in outlets.called(each.words):
                        yield Mention(*found.span(), ids, _folded(name))

    def _is_meant(self, name: tuple[str, ...], folded: Sequence[str], place: int) -> bool:
        if len(name) >= FEWEST_OUTLET_WORDS:
            return True
        before = folded[place - 1] if place else ""
        behind = folded[place + 1] if place + 1 < len(folded) else ""
        return before in _FROM or behind in _REPORTS


def _is_source(text: str, found: re.Match[str]) -> bool:
    """Tell whether something is said to come from an outlet: "told the BBC", "CNN reported"."""
    behind = read(text[found.end() : found.end() + 40])[:1]
    before = text[max(0, found.start() - 40) : found.start()]
    return bool(_BEFORE_OUTLET.search(before)) or any(one.folded in _REPORTS for one in behind)


def _folded(name: str) -> tuple[str, ...]:
    return tuple(word.folded for word in read(name))


def _address(url: str) -> str:
    """Return an address as it is compared: no scheme, "www.", fragment or last slash."""
    plain = url.partition("#")[0].partition("://")[2]
    return _WWW.sub("", plain).rstrip("/").casefold()
