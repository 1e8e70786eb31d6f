"""Measure the proof of quotations: `python tests/bench/proof.py WIKINEWS [--check] [--errors N]`.

WIKINEWS is a folder of CSV files with the columns url, date, title, text. Drafts are made of its
quotations (``tests/drafts.py``): true ones with what editors do to them, and false ones of many
kinds. Prints, for each kind, how many got a right verdict, then the two figures that count: true
quotations wrongly rejected, false ones accepted. ``--check`` fails where a floor is missed.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[1]))

from cheap import CheapEmbedder
from drafts import Case, cases, plain, reported, utterances

from bot.drafts.copydesk import CopyDesk
from index.article import Article, Draft, Published
from index.record import Record

SEED = 20240312
# Every false quotation is caught, and of true ones at most so many are rejected.
FALSE_ACCEPTED, TRUE_REJECTED = 0, 0.005
# Of the verdicts, so many name what is wrong as it was made wrong.
VERDICT_RIGHT = 0.99


@dataclass(frozen=True, slots=True)
class Judged:
    """A case and the verdict that it got."""

    case: Case
    verdict: str

    @property
    def is_caught(self) -> bool:
        """Whether a false quotation was not accepted, or a true one was."""
        return (self.verdict == "found") == self.case.is_true


def articles(folder: Path) -> Iterator[Draft]:
    """Read articles from CSV files."""
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                published = Published(row["date"], "metadata")
                yield Draft(row["title"], row["text"], "Wikinews", None, row["url"], published)


def judged(drafts: Sequence[Draft], most: int | None, seed: int = SEED) -> list[Judged]:
    """Put articles on record, make cases of them, and judge each."""
    with (
        tempfile.TemporaryDirectory() as data,
        Record.open(Path(data), lambda: CheapEmbedder(200), command="bench") as record,
    ):
        for draft in drafts:
            record.add(draft, index=False)
        record.level()
        made = chosen([each.article for each in record.articles()], most, seed)
        desk = CopyDesk(record, ("house",))
        return [Judged(case, verdict(desk, case)) for case in made]


def chosen(stored: Sequence[Article], most: int | None, seed: int) -> list[Case]:
    """Make the cases of some articles, in an order of their own; at most so many."""
    ordered = sorted(stored, key=lambda each: hashlib.sha256(each.title.encode()).digest())
    pool = [one for article in ordered for one in utterances(article)]
    told = [one for article in ordered for one in reported(article)]
    made = cases(pool, told, seed)
    random.Random(seed).shuffle(made)
    return made[:most]


def verdict(desk: CopyDesk, case: Case) -> str:
    """Return the verdict on the quotation of a case."""
    found = desk.check(case.draft).judgements
    own = [each for each in found if plain(each.proved.claim.text) == plain(case.quotation)]
    return own[0].proved.verdict if own else "not read"


def table(results: Sequence[Judged]) -> Iterator[str]:
    """Yield the lines of the table: a kind a line, then the figures that count."""
    kinds: dict[str, list[Judged]] = {}
    for each in results:
        kinds.setdefault(each.case.kind, []).append(each)
    for kind, group in sorted(kinds.items(), key=lambda pair: not pair[1][0].case.is_true):
        right = sum(each.verdict in each.case.expected for each in group)
        caught = sum(each.is_caught for each in group)
        told = Counter(each.verdict for each in group).most_common()
        yield f"{kind:32} {len(group):5} caught {caught:5} right {right:5}  {dict(told)}"
    for name, value in figures(results).items():
        yield f"{name:32} {value:.4f}"


def figures(results: Sequence[Judged]) -> dict[str, float]:
    """Return the figures that count."""
    true = [each for each in results if each.case.is_true]
    false = [each for each in results if not each.case.is_true]
    return {
        "true rejected": sum(not each.is_caught for each in true) / len(true),
        "false accepted": sum(not each.is_caught for each in false) / len(false),
        "verdict right": sum(e.verdict in e.case.expected for e in results) / len(results),
    }


def main() -> int:
    """Measure, print, and compare with the floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wikinews", type=Path)
    parser.add_argument("--most", type=int, help="judge so many cases")
    parser.add_argument("--errors", type=int, default=0, help="print so many that went wrong")
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    started = time.perf_counter()
    results = judged(list(articles(given.wikinews)), given.most)
    print("\n".join(table(results)))
    print(f"{len(results):,} drafts, {time.perf_counter() - started:.0f} s")
    wrong = [each for each in results if each.verdict not in each.case.expected]
    for each in sorted(wrong, key=lambda one: one.is_caught)[: given.errors]:
        print(f"\n{each.case.kind}: {each.verdict}\n  {each.case.draft}")
    told = figures(results)
    missed = (
        told["true rejected"] > TRUE_REJECTED
        or told["false accepted"] > FALSE_ACCEPTED
        or told["verdict right"] < VERDICT_RIGHT
    )
    return int(given.check and missed)


if __name__ == "__main__":
    sys.exit(main())
