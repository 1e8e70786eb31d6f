"""Signs that say something without being read as words: not seen, pictures, or struck through."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

# By Unicode's categories: control and format characters, pictures, and what is no character.
_STRANGE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Me", "Mn", "Sk", "So"})


def strange(text: str) -> Iterator[str]:
    """Yield each sign of a text that is not seen, is a picture, or marks what it stands over."""
    for sign in unicodedata.normalize("NFC", text):
        if unicodedata.category(sign) in _STRANGE and not sign.isspace() and sign not in "^`":
            yield sign
