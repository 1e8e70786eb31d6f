"""The packaged MiniLM on onnxruntime: the same weights, a third of the work at a question.

It is exported from the installed model by torch the first time that it is needed and kept in the
cache under the model's digest; afterwards torch is never imported here.
"""

from __future__ import annotations

import functools
import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from index.embed.weights import digest, packaged_folder
from index.quiet import quiet

if TYPE_CHECKING:
    import numpy as np
    from onnxruntime import (  # type: ignore[import-untyped]  # ships without types
        InferenceSession,
    )
    from tokenizers import Encoding, Tokenizer

NAME = "all-MiniLM-L6-v2"
# What sentence-transformers uses for this model (sentence_bert_config.json), [CLS] and [SEP]
# included. tokenizer.json says 128, which is not what the model is used with.
_LONGEST = 256
_SPECIAL = 2
_DIMENSIONS = 384
# Texts of like length share a batch. Each batch reads the weights once, which takes as long as so
# many word pieces; and what is shorter than the longest is padded, which takes as long as reading.
_WEIGHTS_PIECES = 15
# Batches of more word pieces, padding included, are slower a piece (measured: a tenth at four
# times as many), and take more memory.
_BATCH_PIECES = _LONGEST
# Whoever asks on, or has more of an answer shown, has the same sentences read. So many vectors are
# kept, 1.5 kB each: about twenty questions'.
_REMEMBERED = 1_000


class FastMiniLM:
    """``Embedder`` for the packaged MiniLM, on onnxruntime and tokenizers."""

    backend = "onnxruntime"
    dimensions = _DIMENSIONS
    token_limit = _LONGEST - _SPECIAL

    def __init__(self, cache: Path) -> None:
        quiet()
        self._cache = cache
        self._loading = threading.Lock()
        self._remembering = threading.Lock()
        # The last used come last.
        self._lately: dict[str, np.ndarray] = {}

    @functools.cached_property
    def _digest(self) -> str:
        return digest(packaged_folder(), self._cache)

    @property
    def fingerprint(self) -> str:
        """Name and weights; the same as the reference's for this model."""
        return f"{NAME}/{self._digest[:16]}"

    @property
    def exported(self) -> Path:
        """The folder with the exported model, whether it is there yet or not."""
        return self._cache / f"{NAME}-{self._digest[:16]}"

    def count_tokens(self, text: str) -> int:
        """Count the word pieces of a text, without special marks and without a limit."""
        return len(self._counter.encode(text, add_special_tokens=False).ids)

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return float32 vectors of length 1, shape (texts, 384), in the texts' order."""
        import numpy as np

        vectors = self._recalled(texts)
        if unread := [text for text in dict.fromkeys(texts) if text not in vectors]:
            vectors |= zip(unread, self._read(unread), strict=True)
            self._remember(vectors)
        found = [vectors[text] for text in texts]
        return np.stack(found) if found else np.zeros((0, _DIMENSIONS), dtype=np.float32)

    def _recalled(self, texts: Sequence[str]) -> dict[str, np.ndarray]:
        """Return the vectors of those texts that were read lately."""
        with self._remembering:
            return {text: self._lately[text] for text in texts if text in self._lately}

    def _remember(self, vectors: dict[str, np.ndarray]) -> None:
        with self._remembering:
            for text, vector in vectors.items():
                self._lately.pop(text, None)
                self._lately[text] = vector.copy()  # not all of the batch with it
            while len(self._lately) > _REMEMBERED:
                self._lately.pop(next(iter(self._lately)))

    def _read(self, texts: Sequence[str]) -> np.ndarray:
        import numpy as np

        vectors = np.zeros((len(texts), _DIMENSIONS), dtype=np.float32)
        read = self._tokenizer.encode_batch(list(texts))
        batches = _batches([len(one.ids) for one in read])
        for batch, found in zip(batches, self._run_all(read, batches), strict=True):
            vectors[batch] = found
        return vectors

    def _run_all(self, read: list[Encoding], batches: list[list[int]]) -> Iterable[np.ndarray]:
        """Run batches side by side, one on each processor; a question runs where it is asked."""
        chosen = ([read[index] for index in batch] for batch in batches)
        if len(batches) < 2:
            return [self._run(batch) for batch in chosen]
        return list(self._pool.map(self._run, chosen))

    @functools.cached_property
    def _pool(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(max_workers=os.cpu_count())

    def _run(self, read: list[Encoding]) -> np.ndarray:
        import numpy as np

        longest = max(len(one.ids) for one in read)
        ids = np.zeros((len(read), longest), dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, one in enumerate(read):
            ids[row, : len(one.ids)] = one.ids
            mask[row, : len(one.ids)] = 1
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        vectors: np.ndarray = self._session.run(None, given)[0]
        return vectors

    @property
    def _session(self) -> InferenceSession:
        with self._loading:
            return self._loaded_session

    @functools.cached_property
    def _loaded_session(self) -> InferenceSession:
        import onnxruntime

        from index.embed.export import MODEL, export

        if not self.exported.is_dir():
            export(packaged_folder(), self.exported)
        options = onnxruntime.SessionOptions()
        # One thread a batch: threads that share a batch spend a tenth of their time on waiting
        # for each other, much more on a machine that is busy with something else.
        options.intra_op_num_threads = 1
        return onnxruntime.InferenceSession(
            str(self.exported / MODEL), options, providers=["CPUExecutionProvider"]
        )

    @functools.cached_property
    def _tokenizer(self) -> Tokenizer:
        tokenizer = _read_tokenizer()
        tokenizer.enable_truncation(_LONGEST)
        return tokenizer

    @functools.cached_property
    def _counter(self) -> Tokenizer:
        return _read_tokenizer()


def _batches(lengths: Sequence[int]) -> list[list[int]]:
    """Part texts, given their lengths, into the batches that take least; the longest come first."""
    texts = sorted(range(len(lengths)), key=lambda text: lengths[text], reverse=True)
    falling = [lengths[text] for text in texts]
    # For the first so many texts: the pieces that they take, and where their last batch begins.
    least: list[tuple[int, int]] = [(0, 0)]
    for end in range(1, len(texts) + 1):
        ways = _last_batches(falling, end)
        least.append(min((least[start][0] + pieces, start) for start, pieces in ways))
    batches: list[list[int]] = []
    end = len(texts)
    while end:
        start = least[end][1]
        batches.append(texts[start:end])
        end = start
    return batches[::-1]


def _last_batches(falling: Sequence[int], end: int) -> Iterator[tuple[int, int]]:
    """Yield where a batch that ends here may begin, of texts of falling lengths; what it takes."""
    for start in range(end - 1, -1, -1):
        pieces = (end - start) * falling[start]
        if pieces > _BATCH_PIECES and end - start > 1:
            return
        yield start, pieces + _WEIGHTS_PIECES


def _read_tokenizer() -> Tokenizer:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(packaged_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
