"""Measure search on questions over several outlets: `python tests/bench/multihop.py DATA WORK`.

DATA holds ``multihop.json`` (of MultiHop-RAG: facts with headline, outlet and date; questions with
the facts they need). Each fact is indexed as a short article. Reported, for us and for plain
rankings of the same passages: Hits@4/10, MRR@10, AllEvidence@10 (every fact of the question among
the first ten), and how well questions without an answer are told from the others (AUROC).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from searching import (
    Json,
    KeptEmbedder,
    Plain,
    Values,
    articles,
    check,
    found_articles,
    hit,
    opened,
    parser,
    reciprocal,
    reported,
    searched,
)

from bot.asking import Desk
from index.article import Draft, Published
from index.record import Record

# (evidence, whether the question has an answer)
Told = list[tuple[float, bool]]


def draft_of(fact: Json) -> Draft:
    """Return a fact as a short article."""
    published = Published(fact["published_at"][:10], "metadata")
    # Several facts of one article would be the same article again, were its address given.
    return Draft(fact["title"], fact["fact"], outlet=fact["source"], published=published)


def main() -> int:
    """Ask the questions and print the table."""
    options = parser(__doc__ or "").parse_args()
    data = json.loads((options.data / "multihop.json").read_text("utf-8"))
    drafts = {each["fact"]: draft_of(each) for each in data["facts"]}
    embedder = KeptEmbedder(options.work / "vectors.sqlite")
    with opened(options.work / "multihop", embedder, drafts) as (record, names):
        rows, told = measure(record, data["questions"][:: options.every], names)
    ours = reported(rows, told, "null AUROC")
    return check("multihop", ours) if options.check else 0


def measure(
    record: Record, questions: Sequence[Json], names: dict[str, str]
) -> tuple[dict[str, Values], dict[str, Told]]:
    """Return a row of values for each ranking, and its evidence for every question."""
    plain, desk = Plain(record), Desk(record)
    rows: dict[str, Values] = {}
    told: dict[str, Told] = {}
    for question in questions:
        gold = {each["fact"] for each in question["evidence_list"]}
        rankings = {
            name: articles(ranked) for name, ranked in plain.rankings(question["question"]).items()
        }
        printed = searched(desk, question["question"])
        rankings["On Record"] = found_articles(printed)
        closest = plain.closest(question["question"])
        for name, ranked in rankings.items():
            evidence = printed["evidence"] if name == "On Record" else closest
            told.setdefault(name, []).append((evidence, bool(gold)))
            if gold:
                _add(rows.setdefault(name, {}), [names[one] for one in ranked], gold)
    return rows, told


def _add(to: Values, found: list[str], gold: set[str]) -> None:
    values = {
        "AllEvidence@10": float(gold <= set(found[:10])),
        "Hits@4": hit(found, gold, 4),
        "Hits@10": hit(found, gold, 10),
        "MRR@10": reciprocal(found, gold),
    }
    for name, value in values.items():
        to.setdefault(name, []).append(value)


if __name__ == "__main__":
    sys.exit(main())
