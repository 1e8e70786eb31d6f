"""Measure the proof of whole sentences: `python tests/bench/sentences.py DATA [--check]`.

DATA is a folder of CSV files with a title, a text and a date an article (the open Wikinews texts).
Articles are given in fives, as a model would be given its sources. ``tests/planted.py`` makes true
sentences of them and false ones; the table says how many of each kind passed. ``--check`` fails
below the pinned floors, ``--shown KIND`` prints the sentences of a kind that were judged wrongly.
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[2]))

from planted import QUOTATION_ERRORS, Judged, judge, rates, sentences, sources

from index.article import Draft

FLOORS = {"quotations caught": 1.0, "other errors caught": 0.995, "true sentences passed": 0.97}
SEED = 2026
TOGETHER = 5
FEWEST_WORDS = 80


def articles(folder: Path) -> list[Draft]:
    """Read the articles of every CSV file of a folder."""
    found = []
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                text = "\n\n".join(
                    line.strip() for line in row["text"].splitlines() if line.strip()
                )
                if len(text.split()) >= FEWEST_WORDS:
                    found.append(Draft(row["title"], text))
    return found


def judged(drafts: list[Draft], seed: int) -> list[Judged]:
    """Make and judge sentences of the articles, five articles at a time."""
    found = []
    for first in range(0, len(drafts), TOGETHER):
        group = drafts[first : first + TOGETHER]
        given = sources([(f"{first + n:010x}", draft) for n, draft in enumerate(group)])
        found += [judge(each, given) for each in sentences(given, seed + first, most_a_kind=4)]
    return found


def figures(found: list[Judged]) -> dict[str, float]:
    """Return the three shares that have floors."""
    true = [each.passed for each in found if each.planted.error is None]
    quoted = [not each.passed for each in found if each.planted.error in QUOTATION_ERRORS]
    told = [
        not each.passed
        for each in found
        if each.planted.error and each.planted.error not in QUOTATION_ERRORS
    ]
    shares = [sum(each) / len(each) if each else 1.0 for each in (quoted, told, true)]
    return dict(zip(FLOORS, shares, strict=True))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with the CSV files")
    parser.add_argument("--check", action="store_true", help="fail below the pinned floors")
    parser.add_argument("--most", type=int, default=10_000, help="so many articles at most")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--shown", default="", help="print what was judged wrongly of this kind")
    asked = parser.parse_args()
    started = time.process_time()
    found = judged(articles(asked.data)[: asked.most], asked.seed)
    spent = time.process_time() - started
    for kind, (passed, every) in sorted(rates(found).items()):
        print(f"{kind:32} passed {passed:5} of {every:5}")
    for each in found:
        kind = each.planted.error or f"true, {each.planted.kind}"
        if asked.shown and asked.shown in kind and each.passed == (each.planted.error is not None):
            print(f"\n{kind}: {each.planted.text}\n    {each.reason}")
    reached = figures(found)
    print(f"\n{len(found)} sentences, {1000 * spent / len(found):.1f} ms each")
    for name, share in reached.items():
        print(f"{name:32} {share:.3f} (floor {FLOORS[name]})")
    low = [name for name, share in reached.items() if round(share, 4) < FLOORS[name]]
    return 1 if asked.check and low else 0


if __name__ == "__main__":
    sys.exit(main())
