"""The embedders: the fast one equals the reference, and nothing is loaded before it is needed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from index.embed import PACKAGED, embedder_for, needs_hub
from index.embed import fast as embed_fast
from index.embed.export import TOLERANCE
from index.embed.fast import FastMiniLM, _batches
from index.embed.weights import packaged_folder
from index.errors import SettingError

TEXTS = [
    "What did Kirby say about the deal?",
    "",
    "a",
    "“Éléphant,” сказал 北京 🙂.",
    "The minister said that he would not go. " * 60,
    *(f"Bridge {number} will be closed" + " for repairs" * number for number in range(30)),
]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("models")


def test_the_fast_embedder_equals_the_reference(cache: Path) -> None:
    """To five decimal places, for short and long, for empty and foreign texts, in any batch."""
    fast, reference = embedder_for("", "fast", cache), embedder_for("", "reference", cache)

    difference = np.abs(fast.encode(TEXTS) - reference.encode(TEXTS)).max()

    assert difference < TOLERANCE
    assert np.abs(fast.encode(TEXTS[:1]) - fast.encode(TEXTS)[:1]).max() < TOLERANCE
    assert fast.fingerprint == reference.fingerprint
    assert (fast.dimensions, fast.token_limit) == (reference.dimensions, reference.token_limit)
    for text in TEXTS:
        assert fast.count_tokens(text) == reference.count_tokens(text)


def test_vectors_are_float32_of_length_one(cache: Path) -> None:
    """One row a text, also for no text at all."""
    for backend in ("fast", "reference"):
        embedder = embedder_for("", backend, cache)
        vectors = embedder.encode(TEXTS)
        assert (np.float32, (len(TEXTS), 384)) == (vectors.dtype, vectors.shape)
        assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)
        assert (0, 384) == embedder.encode([]).shape


@pytest.mark.parametrize(
    ("lengths", "parted"),
    [
        ([], []),
        ([9], [[9]]),
        ([12, 60, 15, 60, 20], [[60, 60], [20, 15, 12]]),  # a long question and its clauses
        ([30, 25, 28], [[30, 28, 25]]),
        ([256, 250, 10], [[256], [250], [10]]),
        ([64] * 5, [[64], [64, 64, 64, 64]]),  # as many as are quick together
    ],
)
def test_a_batch_holds_what_takes_least_together(
    lengths: list[int], parted: list[list[int]]
) -> None:
    """Every text is in one, and little of it is padding."""
    batches = _batches(lengths)
    assert [[lengths[text] for text in batch] for batch in batches] == parted
    assert sorted(text for batch in batches for text in batch) == list(range(len(lengths)))


def test_what_was_read_lately_is_not_read_again(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor twice in one call. What was read long ago is forgotten; nobody can change the rest."""
    fast = FastMiniLM(cache)
    read: list[str] = []

    def counting(texts: Sequence[str]) -> np.ndarray:
        read.extend(texts)
        return FastMiniLM._read(fast, texts)

    monkeypatch.setattr(fast, "_read", counting)
    monkeypatch.setattr(embed_fast, "_REMEMBERED", 2)
    first = fast.encode(["a ferry", "a bell", "a ferry"])
    first[:] = 0.0
    again = fast.encode(["a bell", "a ferry"])
    assert read == ["a ferry", "a bell"]
    assert np.abs(again - embedder_for("", "fast", cache).encode(["a bell", "a ferry"])).max() < (
        TOLERANCE
    )
    fast.encode(["a mayor", "a bell"])
    fast.encode(["a ferry"])
    assert read == ["a ferry", "a bell", "a mayor", "a ferry"]


def test_what_is_too_long_is_counted_whole_and_read_up_to_the_limit(cache: Path) -> None:
    """So the splitter sees the truth, and a question of any length can be asked."""
    fast = embedder_for("", "fast", cache)
    limit = "no " * fast.token_limit

    assert 5000 == fast.count_tokens("no " * 5000)
    assert np.allclose(fast.encode(["no " * 5000]), fast.encode([limit]), atol=1e-5)


@pytest.mark.parametrize("name", ["", PACKAGED, f"sentence-transformers/{PACKAGED}"])
def test_the_packaged_model_goes_by_its_names(name: str, cache: Path) -> None:
    """All of them mean the files in the package, and never the hub."""
    assert not needs_hub(name)
    assert "onnxruntime" == embedder_for(name, "fast", cache).backend


def test_another_model_is_served_by_sentence_transformers(cache: Path, tmp_path: Path) -> None:
    """A folder is loaded as it stands, and has a fingerprint of its own."""
    folder = tmp_path / "other-model"
    folder.mkdir()
    for path in packaged_folder().rglob("*"):
        if path.is_file():
            copy = folder / path.relative_to(packaged_folder())
            copy.parent.mkdir(exist_ok=True)
            copy.symlink_to(path)
    (folder / "note.txt").write_text("another", encoding="utf-8")

    other = embedder_for(str(folder), "fast", cache)

    assert "sentence-transformers" == other.backend
    assert other.fingerprint.startswith("other-model/")
    assert other.fingerprint != embedder_for("", "fast", cache).fingerprint
    assert 254 == other.token_limit
    assert (1, 384) == other.encode(["x"]).shape


def test_an_unknown_backend_and_an_unreadable_model_are_said_in_a_sentence(
    cache: Path, tmp_path: Path
) -> None:
    """Nothing falls back in silence."""
    with pytest.raises(SettingError, match="use fast or reference"):
        embedder_for("", "faster", cache)
    with pytest.raises(SettingError, match="cannot be loaded"):
        embedder_for(str(tmp_path), "reference", cache).encode(["x"])


def test_a_cache_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    """The person learns which folder, and what to do."""
    taken = tmp_path / "file"
    taken.write_text("", encoding="utf-8")

    with pytest.raises(SettingError, match="cannot be written"):
        _ = embedder_for("", "fast", taken / "models").fingerprint


def test_torch_is_not_imported_once_the_model_is_exported(cache: Path) -> None:
    """Making an embedder imports nothing heavy, and the fast one never needs torch again."""
    embedder_for("", "fast", cache).encode(["exported by now"])
    program = (
        "import sys; from pathlib import Path; from index.embed import embedder_for\n"
        f"embedder = embedder_for('', 'fast', Path({str(cache)!r}))\n"
        "heavy = {'numpy', 'torch', 'onnxruntime', 'tokenizers', 'transformers'}\n"
        "assert not heavy & set(sys.modules)\n"
        "embedder.encode(['x'])\n"
        "print(sorted(heavy & set(sys.modules)))"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert "['numpy', 'onnxruntime', 'tokenizers']\n" == done.stdout
