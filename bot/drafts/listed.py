"""Listed: which articles a draft's own list of sources, or one of its sentences, names. Pure."""

from __future__ import annotations

import re

from bot.proof.naming import Catalogue
from index.people.wordlist import wordlist

# What names more articles than these names none.
MOST_NAMED = 5
# `[1] Harbour Gazette · …`, `1. Harbour Gazette, …`; what is indented beneath belongs to it.
_LISTED = re.compile(
    r"^[ \t]*(?:\[(\d{1,3})\]:?|(\d{1,3})[.):])[ \t]+(\S.*(?:\n[ \t]+[^\s\[].*)*)$", re.MULTILINE
)
ADDRESS = re.compile(
    r"\s*\(\[[^\[\]\n]*\]\(https?://[^\s()]+\)\)|\s*[(<]?https?://[^\s<>\"”“)\]]+[)>]?"
)
_BARE = re.compile(r"https?://[^\s<>\"”“()\]]*[^\s<>\"”“()\].,;:!?]")
# A link behind a full stop, up to the end of the line, the next sentence or a line of its own.
_BEHIND = re.compile(
    r"(?P<stop>[.!?…][”\"’')]*)"
    r"(?P<links>(?:[ \t]*\n?[ \t]*(?:\(?\[[^\[\]\n]*\]\(https?://[^\s()]+\)\)?"
    r"|[(<]?https?://[^\s<>\"”“()\]]+[)>]?)[.]?)+)(?=[ \t]*(?:$|[A-Z“\"‘]))",
    re.MULTILINE,
)
# What may stand before the name of a source, and how many small words make a line a sentence.
_OPENING = " \t“‘\"'*_(["
_SMALL_WORD = re.compile(r"\b[a-z][a-z’']+\b")
_LEADING = wordlist("by in on of the and at an from via for to accessed retrieved published pp")
FEWEST_TELLING = 2
# `[the Gazette](https://…)`
LINKED = re.compile(r"(?<!\()\[([^\[\]\n]*)\]\(<?https?://[^\s()]+\)")


def without_list(text: str, catalogue: Catalogue) -> tuple[str, dict[int, frozenset[str]]]:
    """Return a draft without its list of sources, and which articles each number names."""
    listed: dict[int, frozenset[str]] = {}

    def cut(line: re.Match[str]) -> str:
        ids = named(line[3], catalogue, by_outlet=True)
        if not ids or (line[2] and _tells(line[3], catalogue)):
            return line[0]
        listed[int(line[1] or line[2])] = ids
        return ""

    return _LISTED.sub(cut, text), listed


def _tells(line: str, catalogue: Catalogue) -> bool:
    """Tell whether a numbered line is a sentence of the draft, and names no more than in passing.

    A source begins with what it is called, or has hardly a word beside that.
    """
    rest, cursor = "", 0
    for each in sorted(catalogue.mentions(line), key=lambda one: one.start):
        rest += line[cursor : each.start]
        cursor = max(cursor, each.end)
        opens = rest.strip(_OPENING).casefold() in ("", "the")
        if opens and not line[each.end :].lstrip()[:1].isalpha():
            return False
    words = [each for each in _SMALL_WORD.findall(rest + line[cursor:]) if each not in _LEADING]
    return len(words) >= FEWEST_TELLING


def links_within(text: str) -> str:
    """Put each link that stands behind a full stop before it: it is of the sentence that ends."""

    def moved(found: re.Match[str]) -> str:
        addresses = " ".join(f"({each})" for each in _BARE.findall(found["links"]))
        return f" {addresses}{found['stop']}"

    return _BEHIND.sub(moved, text)


def named(text: str, catalogue: Catalogue, *, by_outlet: bool = False) -> frozenset[str]:
    """Return the articles that a text names; by its outlet alone only where that is asked for."""
    found = [each for each in catalogue.mentions(text) if len(each.article_ids) <= MOST_NAMED]
    precise = [each.article_ids for each in found if not each.outlet]
    loose = [each.article_ids for each in found] if by_outlet else []
    return frozenset().union(*(precise or loose))
