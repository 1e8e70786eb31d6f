"""Make the vectors of single words: `python tests/bench/word_vectors.py`.

Every whole word of the packaged model's own vocabulary is embedded by itself; the mean is taken
off, the first principal components are kept, each scaled to a byte.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import platformdirs

from index.embed import PACKAGED, embedder_for
from index.embed.weights import packaged_folder
from index.search.alike import FILE

DIMENSIONS = 64
_WHOLE_WORD = re.compile(r"[a-z]{2,}")


def main() -> None:
    """Write the file."""
    embedder = embedder_for(PACKAGED, "fast", Path(platformdirs.user_cache_dir("on-record")))
    tokenizer = json.loads((packaged_folder() / "tokenizer.json").read_text("utf-8"))
    vocabulary = [each for each in tokenizer["model"]["vocab"] if _WHOLE_WORD.fullmatch(each)]
    vectors = embedder.encode(vocabulary).astype(np.float64)
    vectors -= vectors.mean(axis=0)
    _, _, components = np.linalg.svd(vectors, full_matrices=False)
    kept = vectors @ components[:DIMENSIONS].T
    kept /= np.abs(kept).max(axis=1, keepdims=True)
    np.savez_compressed(
        FILE,
        vectors=np.round(kept * 127).astype(np.int8),
        words=np.frombuffer(" ".join(vocabulary).encode(), dtype=np.uint8),
    )


if __name__ == "__main__":
    main()
