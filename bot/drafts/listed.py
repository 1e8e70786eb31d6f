"""Listed: which articles a draft's own list of sources, or one of its sentences, names. Pure."""

from __future__ import annotations

import re

from bot.proof.naming import Catalogue

# What names more articles than these names none.
MOST_NAMED = 5
# `[1] Harbour Gazette · …`, `1. Harbour Gazette, …`; what is indented beneath belongs to it.
_LISTED = re.compile(
    r"^[ \t]*(?:\[(\d{1,3})\]:?|(\d{1,3})[.):])[ \t]+(\S.*(?:\n[ \t]+[^\s\[].*)*)$", re.MULTILINE
)
ADDRESS = re.compile(
    r"\s*\(\[[^\[\]\n]*\]\(https?://[^\s()]+\)\)|\s*[(<]?https?://[^\s<>\"”“)\]]+[)>]?"
)
# `[the Gazette](https://…)`
LINKED = re.compile(r"(?<!\()\[([^\[\]\n]*)\]\(<?https?://[^\s()]+\)")


def without_list(text: str, catalogue: Catalogue) -> tuple[str, dict[int, frozenset[str]]]:
    """Return a draft without its list of sources, and which articles each number names."""
    listed: dict[int, frozenset[str]] = {}

    def cut(line: re.Match[str]) -> str:
        ids = named(line[3], catalogue, by_outlet=True)
        if not ids:
            return line[0]
        listed[int(line[1] or line[2])] = ids
        return ""

    return _LISTED.sub(cut, text), listed


def named(text: str, catalogue: Catalogue, *, by_outlet: bool = False) -> frozenset[str]:
    """Return the articles that a text names; by its outlet alone only where that is asked for."""
    found = [each for each in catalogue.mentions(text) if len(each.article_ids) <= MOST_NAMED]
    precise = [each.article_ids for each in found if not each.outlet]
    loose = [each.article_ids for each in found] if by_outlet else []
    return frozenset().union(*(precise or loose))
