"""Measure time and memory against the plain stack, both in the same run.

    python tests/bench/speed.py WIKINEWS [--rounds 5]

WIKINEWS is a folder of CSV files with the columns url, date, title, text. Prints processor
seconds and peak memory of a cold ``ask``, the wall time of ``--help``, articles a second of adding,
and the share of the first time that adding the same articles again takes. Every figure is of whole
processes; the rounds of the two sides alternate, and medians are compared.
"""

from __future__ import annotations

import argparse
import csv
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.article import Article, Published, to_markdown

ROOT = Path(__file__).parents[2]
PLAIN = str(Path(__file__).with_name("plain_stack.py"))
QUESTION = "what did Kirby say about the North Korea deal?"


@dataclass(frozen=True, slots=True)
class Run:
    """One process: wall and processor seconds, peak memory in MB."""

    wall: float
    processor: float
    memory: float


def run(command: Sequence[str]) -> Run:
    """Run a process to its end. Raises ``CalledProcessError`` when it fails."""
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    wall = time.perf_counter() - started
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def ours(*arguments: str) -> list[str]:
    """Return the command of On Record."""
    return [sys.executable, "-m", "bot", *arguments]


def plain(*arguments: str) -> list[str]:
    """Return the command of the plain stack."""
    return [sys.executable, PLAIN, *arguments]


def compare(rounds: int, first: Sequence[str], second: Sequence[str]) -> tuple[Run, Run]:
    """Run two commands in turn; return the median of each figure."""
    pairs = [(run(first), run(second)) for _ in range(rounds)]
    return _median([pair[0] for pair in pairs]), _median([pair[1] for pair in pairs])


def _median(runs: Sequence[Run]) -> Run:
    def of(figure: Callable[[Run], float]) -> float:
        return statistics.median(map(figure, runs))

    return Run(of(lambda r: r.wall), of(lambda r: r.processor), of(lambda r: r.memory))


def write_wikinews(source: Path, folder: Path) -> int:
    """Write the articles of the CSV files as Markdown with front matter; return how many."""
    csv.field_size_limit(10_000_000)
    count = 0
    for file in sorted(source.glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                article = Article(
                    article_id=f"{count:010x}",
                    title=row["title"],
                    text=row["text"].strip(),
                    outlet="Wikinews",
                    url=row["url"],
                    published=Published(row["date"], "given"),
                )
                (folder / f"{count:04}.md").write_text(to_markdown(article), encoding="utf-8")
                count += 1
    return count


def measure_asking(work: Path, rounds: int) -> None:
    """Print the cost of a cold question on the sample corpus, and of ``--help``."""
    run(ours("add", "--data", str(work / "ours"), str(ROOT / "corpus")))
    run(plain("add", str(ROOT / "corpus"), str(work / "plain")))
    own, other = compare(
        rounds,
        ours("ask", "--data", str(work / "ours"), QUESTION),
        plain("ask", str(work / "plain"), QUESTION),
    )
    _print("cold ask, processor seconds", own.processor, other.processor)
    _print("cold ask, peak memory MB", own.memory, other.memory)
    _print("cold ask, wall seconds", own.wall, other.wall)
    helped = statistics.median(run(ours("--help")).wall for _ in range(rounds))
    print(f"{'--help, wall seconds':34} {helped:8.2f}")


def measure_adding(source: Path, work: Path, rounds: int) -> None:
    """Print articles a second of both, and what adding again costs."""
    folder = work / "wikinews"
    folder.mkdir()
    count = write_wikinews(source, folder)
    times: list[tuple[float, float, float]] = []
    for number in range(rounds):
        data, store = str(work / f"a{number}"), str(work / f"b{number}")
        first = run(ours("add", "--data", data, str(folder)))
        other = run(plain("add", str(folder), store))
        again = run(ours("add", "--data", data, str(folder)))
        times.append((first.wall, other.wall, again.wall))
    own, other_wall, again_wall = (statistics.median(column) for column in zip(*times, strict=True))
    _print(f"adding {count} articles, a second", count / own, count / other_wall)
    print(f"{'adding them again, share of first':34} {again_wall / own:8.1%}")


def _print(label: str, own: float, other: float) -> None:
    print(f"{label:34} {own:8.2f}   plain stack {other:8.2f}   ratio {own / other:.2f}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Time and memory against the plain stack.")
    parser.add_argument("wikinews", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        measure_asking(Path(work), arguments.rounds)
        measure_adding(arguments.wikinews, Path(work), max(1, arguments.rounds // 2))


if __name__ == "__main__":
    main()
