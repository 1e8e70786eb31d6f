"""Measure how the same article is known again: `python tests/bench/duplicates.py DATA [--check]`.

DATA holds ``pairs.json``: pairs of addresses, and the texts at them. Found: the two addresses mean
one page, or the texts are one story (``index.intake.likeness``). Follow-ups and what an outlet
writes anew must stay apart. Also whether the sampled runs, by which candidates are looked up,
would have brought each pair together, and what both cost. ``--check`` fails below the floors.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from index.article import Article
from index.corpus import canonical_url
from index.database.copies import LEAST_SHARED
from index.intake.likeness import likeness, sample

SAME = ("positive_url_variants", "same_canonical_but_text_differs", "cross_domain_syndicated")
APART = "different_date_overlap"
FLOORS = {"same article found": 0.95, "copies among candidates": 0.95}
CEILINGS = {"follow-ups merged": 0.0}


def is_found(one: Article, other: Article) -> bool:
    return canonical_url(one.url) == canonical_url(other.url) or likeness(one, other) is not None


def is_candidate(one: Article, other: Article) -> bool:
    """Tell whether looking one up by its sampled runs brings the other."""
    left, right = sample(one.text), sample(other.text)
    return len(left & right) >= LEAST_SHARED * max(1, min(len(left), len(right)))


def share(hits: list[bool]) -> float:
    return sum(hits) / len(hits) if hits else 0.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with pairs.json")
    parser.add_argument("--check", action="store_true", help="fail below the pinned floors")
    asked = parser.parse_args()
    told = json.loads((asked.data / "pairs.json").read_text("utf-8"))
    article = lambda url: Article("0" * 10, "", told["texts"][url], url=url)  # noqa: E731
    pairs = {
        name: [(article(pair["url_a"]), article(pair["url_b"])) for pair in told[name]]
        for name in (*SAME, APART)
    }
    same = [pair for name in SAME for pair in pairs[name]]
    started = time.process_time()
    found = [is_found(*pair) for pair in same]
    merged = [is_found(*pair) for pair in pairs[APART]]
    spent = time.process_time() - started
    alike = [pair for pair in same if likeness(*pair)]
    figures = {
        "same article found": share(found),
        "copies among candidates": share([is_candidate(*pair) for pair in alike]),
        "follow-ups merged": share(merged),
    }
    print(f"{len(same)} pairs of one article, {len(merged)} that must stay apart, ", end="")
    print(f"{1000 * spent / (len(found) + len(merged)):.1f} ms a pair")
    for name, figure in figures.items():
        print(f"{name:<26} {figure:.3f}")
    below = [name for name, floor in FLOORS.items() if figures[name] < floor]
    below += [name for name, ceiling in CEILINGS.items() if figures[name] > ceiling]
    if asked.check and below:
        print(f"outside its bounds: {', '.join(below)}", file=sys.stderr)
    return 1 if asked.check and below else 0


if __name__ == "__main__":
    sys.exit(main())
