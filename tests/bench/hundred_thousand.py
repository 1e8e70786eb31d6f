"""Measure how search grows: `python tests/bench/hundred_thousand.py DATA WORK [--check]`.

DATA is the folder of all the benchmarks' data, WORK a folder that keeps what is made: a corpus of
10,000 and one of 100,000 passages. About 7,600 of them are real and embedded (some minutes); the
others are put together of their sentences, with mixtures of their vectors (``large_corpus.py``
says how, and what that makes easier and harder). Printed for each size: processor milliseconds a
question, the question's embedding and the form of ``search --batch`` included, and peak memory, of

    search   ours, whole           ask      ours, up to the answer's statements
    chroma   the ten nearest in Chroma, embedded by sentence-transformers
    hybrid   LlamaIndex's BM25Retriever and its Chroma retriever, fused by ranks

Each side is a process of its own with one thread for numbers; they are asked the same questions in
turn, so that a busy machine slows all of them. The questions are of three kinds alike: of the
news quiz, over several outlets, and what somebody said. The first of each kind are not counted:
they warm up. An index of another version is made again first.

``hybrid`` needs packages that the project does not install; it is left out without

    pip install --no-deps --target WORK/bm25 llama-index-retrievers-bm25 bm25s PyStemmer

With ``--check`` it fails where 100,000 passages take more than three times as long as 10,000, or
longer than LlamaIndex's fusion.
"""

from __future__ import annotations

import argparse
import functools
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from large_corpus import MixingEmbedder, Parent, fill, parents, real_articles
from searching import KeptEmbedder

from index.record import Record

SIZES = (10_000, 100_000)
SIDE = Path(__file__).with_name("asked_side.py")
ROOT = Path(__file__).parents[2]
KINDS = 3
WARM_UP = 10 * KINDS
GROWTH = 3.0


@dataclass(frozen=True, slots=True)
class Taken:
    """What a side took: processor milliseconds of each question, and peak memory in MB."""

    milliseconds: list[float]
    memory: float

    def share(self, share: float) -> float:
        """Return the milliseconds that so great a share of the questions stays below."""
        return sorted(self.milliseconds)[int(share * len(self.milliseconds))]


def questions(data: Path, most: int) -> list[str]:
    """Return questions of three kinds in turn."""
    quiz = json.loads((data / "news_quiz" / "quiz.json").read_text("utf-8"))["questions"]
    outlets = json.loads((data / "multihop" / "multihop.json").read_text("utf-8"))["questions"]
    cases = json.loads((data / "who_said" / "cases.json").read_text("utf-8"))
    said = [f"What did {each['speaker']} say about {each['title']}?" for each in cases]
    kinds = (
        [each["question"] for each in quiz],
        [each["question"] for each in outlets],
        said[:: len(said) // len(quiz)],
    )
    return [one for each in zip(*kinds, strict=False) for one in each][: most * KINDS]


def make(data: Path, work: Path, sizes: Sequence[int]) -> None:
    """Make the corpora that are not there yet, and their index where it is another version's."""
    kept = KeptEmbedder(work / "vectors.sqlite")

    @functools.cache
    def family() -> Sequence[Parent]:
        return parents(real_articles(data), kept)

    mixing = MixingEmbedder(kept, family)
    for size in sizes:
        with Record.open(work / f"{size}", lambda: mixing, command="bench") as record:
            articles, passages, statements = fill(record, family, size)
        print(f"{articles:,} articles, {passages:,} passages, {statements:,} statements")


@contextmanager
def opened(side: str, folder: Path, work: Path) -> Iterator[subprocess.Popen[str]]:
    """Start one side; it has opened when this yields."""
    command = [sys.executable, str(SIDE), side, str(folder), str(work)]
    path = os.pathsep.join((str(ROOT), str(SIDE.parent)))
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONPATH": path}
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    )
    with process:
        _line(process)
        yield process
        assert process.stdin
        process.stdin.close()


def _line(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    line = process.stdout.readline()
    if not line:
        raise RuntimeError("A side ended before it answered; what it says stands above.")
    return line


def measure(
    folder: Path, work: Path, sides: Sequence[str], asked: Sequence[str]
) -> dict[str, Taken]:
    """Ask every side the same questions in turn."""
    taken: dict[str, list[float]] = {side: [] for side in sides}
    memory: dict[str, float] = {}
    with ExitStack() as stack:
        open_now = {side: stack.enter_context(opened(side, folder, work)) for side in sides}
        for number, question in enumerate(asked):
            for side, process in open_now.items():
                assert process.stdin
                process.stdin.write(f"{json.dumps(question)}\n")
                process.stdin.flush()
                milliseconds, memory[side] = json.loads(_line(process))
                if number >= WARM_UP:
                    taken[side].append(milliseconds)
    return {side: Taken(taken[side], memory[side]) for side in sides}


def main() -> int:
    """Make, measure, print."""
    parser = argparse.ArgumentParser(description="Processor time of search, by size of the corpus.")
    parser.add_argument("data", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--most", type=int, default=100, help="so many questions of each kind")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    make(options.data, options.work, options.sizes)
    asked = questions(options.data, options.most)
    sides = ["search", "chroma", *(["hybrid"] if (options.work / "bm25").is_dir() else []), "ask"]
    found = {}
    for size in options.sizes:
        # Two sides of ours would keep one index between them: they are asked one after the other.
        folder = options.work / f"{size}"
        found[size] = measure(folder, options.work, sides[:-1], asked)
        found[size] |= measure(folder, options.work, sides[-1:], asked)
        _print(size, found[size])
    return _check(found) if options.check else 0


def _print(size: int, found: dict[str, Taken]) -> None:
    print(f"{size:,} passages, {len(found['search'].milliseconds)} questions")
    for side, taken in found.items():
        p50, p95 = statistics.median(taken.milliseconds), taken.share(0.95)
        print(f"    {side:8} p50 {p50:6.1f} ms   p95 {p95:6.1f} ms   {taken.memory:6.0f} MB")


def _check(found: dict[int, dict[str, Taken]]) -> int:
    halves = {
        size: {side: statistics.median(taken.milliseconds) for side, taken in each.items()}
        for size, each in found.items()
    }
    least, most = halves[min(halves)], halves[max(halves)]
    grown = most["search"] / least["search"]
    print(f"growth of the median: {grown:.2f}")
    return int(grown > GROWTH or most["search"] > most.get("hybrid", most["search"]))


if __name__ == "__main__":
    sys.exit(main())
