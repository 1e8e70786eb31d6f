"""Any sentence-transformers model, as that library runs it: the measure for the fast one."""

from __future__ import annotations

import functools
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index.embed.weights import digest, packaged_folder
from index.errors import SettingError
from index.quiet import quiet

if TYPE_CHECKING:
    import numpy as np
    from sentence_transformers import SentenceTransformer

_PACKAGED = "all-MiniLM-L6-v2"
# A model that names no limit of its own is given the one that most were trained with.
_USUAL_LIMIT = 512


class SentenceTransformerEmbedder:
    """``Embedder`` for the packaged model, a model's folder, or a model's name on the hub."""

    def __init__(self, model: str, cache: Path) -> None:
        self._name = model
        self._folder = _folder_of(model)
        self._cache = cache
        self._loading = threading.Lock()
        quiet(offline=self._folder is not None)

    @property
    def backend(self) -> str:
        """What computes the vectors, for people."""
        return "sentence-transformers"

    @property
    def fingerprint(self) -> str:
        """Name and weights; of a model on the hub, the name alone."""
        if self._folder is None:
            return self._name
        return f"{Path(self._name).name}/{self._digest[:16]}"

    @functools.cached_property
    def _digest(self) -> str:
        return digest(self._folder or packaged_folder(), self._cache)

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        length = self._model.get_embedding_dimension()
        if length is None:
            raise SettingError(f"The model {self._name} does not say how long its vectors are.")
        return length

    @property
    def token_limit(self) -> int:
        """Word pieces of text that fit."""
        longest = self._model.max_seq_length or _USUAL_LIMIT
        return int(longest - self._model.tokenizer.num_special_tokens_to_add())

    def count_tokens(self, text: str) -> int:
        """Count the word pieces of a text, without special marks and without a limit."""
        read = self._model.tokenizer(text, add_special_tokens=False, verbose=False)
        return len(read["input_ids"])

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return float32 vectors of length 1, shape (texts, dimensions), in the texts' order."""
        import numpy as np

        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        vectors: np.ndarray = self._model.encode(
            list(texts), normalize_embeddings=True, show_progress_bar=False
        )
        return vectors.astype(np.float32, copy=False)

    @property
    def _model(self) -> SentenceTransformer:
        with self._loading:
            return self._loaded

    @functools.cached_property
    def _loaded(self) -> SentenceTransformer:
        return load(str(self._folder) if self._folder else self._name)


def load(model: str, **options: str) -> SentenceTransformer:
    """Load a model from a folder or by its name; ``options`` go to transformers.

    Raises ``SettingError`` when that cannot be.
    """
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # transformers has no types here
    try:
        return SentenceTransformer(model, device="cpu", model_kwargs=options).eval()
    except (OSError, ValueError) as error:
        # What transformers raises for a name it cannot find, offline or misspelt.
        raise SettingError(
            f"The embedding model “{model}” cannot be loaded. "
            "Name a folder that holds one, or a model on the hub while you are online."
        ) from error


def _folder_of(model: str) -> Path | None:
    if model == _PACKAGED:
        return packaged_folder()
    folder = Path(model).expanduser()
    return folder if folder.is_dir() else None
