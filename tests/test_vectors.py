"""Chroma and the exact scan: the same answers in the same shape."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.errors import DerivedIndexError
from index.vectors import BATCH, ChromaIndex, exact_nearest, is_sealed, seal

IDS = [f"article{number:03}:0" for number in range(50)]


@pytest.fixture(scope="module")
def vectors() -> np.ndarray:
    noise = np.random.default_rng(7).normal(size=(len(IDS), 384)).astype(np.float32)
    return noise / np.linalg.norm(noise, axis=1, keepdims=True)


def test_chroma_and_the_exact_scan_agree(tmp_path: Path, vectors: np.ndarray) -> None:
    """Ids, order and cosine similarity."""
    chroma = ChromaIndex(tmp_path / "chroma")
    chroma.upsert(IDS, vectors)

    found = chroma.nearest(vectors[3], 10)
    exact = exact_nearest(IDS, vectors, vectors[3], 10)
    chroma.close()

    assert len(IDS) > BATCH
    assert [one for one, _ in exact] == [one for one, _ in found]
    assert [near for _, near in exact] == pytest.approx([near for _, near in found], abs=1e-5)
    assert ("article003:0", pytest.approx(1.0)) == exact[0]


def test_upsert_replaces_and_delete_takes_out(tmp_path: Path, vectors: np.ndarray) -> None:
    """The same id is one passage; deleting what is not there is no error."""
    chroma = ChromaIndex(tmp_path / "chroma")
    chroma.upsert(IDS[:2], vectors[:2])
    chroma.upsert(IDS[:1], vectors[2:3])
    chroma.delete([IDS[1], "unknown:0"])

    assert 1 == chroma.count()
    assert (IDS[0], pytest.approx(1.0, abs=1e-5)) == chroma.nearest(vectors[2], 5)[0]
    chroma.close()


def test_what_was_written_is_there_after_closing(tmp_path: Path, vectors: np.ndarray) -> None:
    """And an empty index finds nothing."""
    chroma = ChromaIndex(tmp_path / "chroma")
    assert [] == chroma.nearest(vectors[0], 3)
    chroma.upsert(IDS, vectors)
    chroma.close()

    again = ChromaIndex(tmp_path / "chroma")
    assert len(IDS) == again.count()
    assert IDS[9] == again.nearest(vectors[9], 1)[0][0]
    again.close()


def test_asking_changes_no_sealed_file(tmp_path: Path, vectors: np.ndarray) -> None:
    """Opening, asking and closing leave a folder as it was described; writing may not."""
    many = np.repeat(vectors, 20, axis=0)
    chroma = ChromaIndex(tmp_path)
    chroma.upsert([f"many:{number}" for number in range(990)], many[:990])
    chroma.nearest(vectors[0], 1)
    described = seal(tmp_path)
    chroma.close()

    assert is_sealed(tmp_path, described)
    again = ChromaIndex(tmp_path)
    again.nearest(vectors[0], 1)
    assert is_sealed(tmp_path, described)
    again.upsert([f"more:{number}" for number in range(20)], many[:20])
    again.close()
    assert not is_sealed(tmp_path, described)


@pytest.mark.parametrize("harm", ["cut", "lost", "blown up", "folder gone", "never described"])
def test_a_harmed_folder_is_not_sealed(tmp_path: Path, vectors: np.ndarray, harm: str) -> None:
    """So it is never opened, which could end the process."""
    folder = tmp_path / "chroma"
    chroma = ChromaIndex(folder)
    chroma.upsert(IDS, vectors)
    described: str | None = seal(folder)
    chroma.close()
    (data,) = folder.rglob("data_level0.bin")

    if harm == "cut":
        data.write_bytes(data.read_bytes()[:-1])
    elif harm == "lost":
        data.unlink()
    elif harm == "blown up":
        with next(folder.rglob("link_lists.bin")).open("r+b") as file:
            file.truncate(10**12)
    elif harm == "folder gone":
        folder.rename(tmp_path / "elsewhere")
    else:
        described = None

    assert not is_sealed(folder, described)


def test_a_folder_that_is_no_database_is_said_so(tmp_path: Path) -> None:
    """What Chroma raises becomes an error of ours."""
    (tmp_path / "chroma.sqlite3").write_bytes(b"no database at all" * 100)

    with pytest.raises(DerivedIndexError, match="cannot be used"):
        ChromaIndex(tmp_path)


def test_the_exact_scan_of_nothing_finds_nothing(vectors: np.ndarray) -> None:
    """An empty library has no nearest passage."""
    assert [] == exact_nearest([], np.zeros((0, 0), np.float32), vectors[0], 5)
