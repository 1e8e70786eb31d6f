"""A real embedder that costs next to nothing, for tests in which the model is not tested."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from index.article import Draft


class CheapEmbedder:
    """Vectors from a digest of the text: equal texts are near, all others far apart.

    Word pieces are words, and few fit, so that a short article has many passages.
    """

    backend = "digest"
    dimensions = 384

    def __init__(self, token_limit: int = 40, fingerprint: str = "cheap/1") -> None:
        self.token_limit = token_limit
        self.fingerprint = fingerprint

    def count_tokens(self, text: str) -> int:
        return len(text.split())

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in enumerate(texts):
            digest = hashlib.sha256(text.encode()).digest()
            noise = np.random.default_rng(list(digest)).normal(size=self.dimensions)
            vectors[row] = noise / np.linalg.norm(noise)
        return vectors


def draft(number: int, sentences: int = 10) -> Draft:
    """Return an article that no other number gives; each sentence is a passage."""
    town = f"Town{number}"
    lines = [
        f"The mayor of {town}, Ada Brook, said on Monday that bridge {line} of {town} would be "
        "closed for repairs until the end of the year."
        for line in range(sentences)
    ]
    return Draft(title=f"Bridges of {town}", text="\n\n".join(lines), outlet="Gazette")
