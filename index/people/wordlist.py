"""How the lists of words in this package and in ``speech`` are written down."""

from __future__ import annotations


def wordlist(block: str) -> frozenset[str]:
    """Read a block of words parted by white space."""
    return frozenset(block.split())
