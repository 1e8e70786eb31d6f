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
from pathlib import Path

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


def load(data: Path) -> tuple[dict[str, Draft], list[Json]]:
    """Read the facts as articles, by their words, and the questions."""
    read = json.loads((data / "multihop.json").read_text("utf-8"))
    return {each["fact"]: draft_of(each) for each in read["facts"]}, read["questions"]


def main() -> int:
    """Ask the questions and print the table."""
    options = parser(__doc__ or "").parse_args()
    drafts, questions = load(options.data)
    embedder = KeptEmbedder(options.work / "vectors.sqlite")
    with opened(options.work / "multihop", embedder, drafts) as (record, names):
        rows, told = measure(record, questions[:: options.every], names)
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
                values = scored([names[one] for one in ranked], gold)
                for measure_of, value in values.items():
                    rows.setdefault(name, {}).setdefault(measure_of, []).append(value)
    return rows, told


def ranked_by_us(
    record: Record, desk: Desk, question: Json, names: dict[str, str]
) -> dict[str, float]:
    """Return what our ranking comes to for one question; nothing where none answers it."""
    gold = {each["fact"] for each in question["evidence_list"]}
    if not gold:
        return {}
    printed = searched(desk, question["question"])
    return scored([names[one] for one in found_articles(printed)], gold)


def scored(found: list[str], gold: set[str]) -> dict[str, float]:
    """Measure a ranking of facts against those that a question needs."""
    return {
        "AllEvidence@10": float(gold <= set(found[:10])),
        "Hits@4": hit(found, gold, 4),
        "Hits@10": hit(found, gold, 10),
        "MRR@10": reciprocal(found, gold),
    }


if __name__ == "__main__":
    sys.exit(main())
