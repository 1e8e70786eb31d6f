"""Measure search on the second question of a talk: `python tests/bench/follow_up.py DATA WORK`.

DATA holds ``follow_up.json`` (of MTRAG: passages, and talks whose last turn is the question). The
passages are ranked from the last turn with the earlier ones of the user as its history. Reported:
nDCG@10 and Hits@1 on answerable and partly answerable turns, and how well these are told from
those that the passages do not answer (AUROC). "alone" is the last turn without its history;
"prepended" puts the turn before in front of it: both ranked plainly, by fused ranks. "dense" and
"BM25" are the two parents of "prepended".
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from searching import (
    Json,
    KeptEmbedder,
    Names,
    Plain,
    Values,
    articles,
    check,
    found_articles,
    hit,
    ndcg,
    opened,
    parser,
    reported,
    searched,
)

from bot.asking import Desk
from index.article import Draft
from index.record import Record

Told = list[tuple[float, bool]]
ANSWERED = {"ANSWERABLE", "PARTIAL"}


def draft_of(text: str) -> Draft:
    """Return a passage as an article; its first line, or its first words, are the headline."""
    body = text.strip()
    first = body.partition("\n")[0].split()
    return Draft(title=" ".join(first[:12]), text=body)


def load(data: Path) -> tuple[dict[str, Draft], list[Json]]:
    """Read the passages as articles, by name, and the talks."""
    read = json.loads((data / "follow_up.json").read_text("utf-8"))
    texts = read["passages"].items()
    return {name: draft_of(text) for name, text in texts if text.strip()}, read["tasks"]


def main() -> int:
    """Ask the last turns and print the table."""
    options = parser(__doc__ or "").parse_args()
    drafts, tasks = load(options.data)
    embedder = KeptEmbedder(options.work / "vectors.sqlite")
    with opened(options.work / "follow_up", embedder, drafts) as (record, names):
        rows, told = measure(record, tasks[:: options.every], names, drafts)
    ours = reported(rows, told, "AUROC")
    return check("follow_up", ours) if options.check else 0


def measure(
    record: Record, tasks: Sequence[Json], names: Names, drafts: dict[str, Draft]
) -> tuple[dict[str, Values], dict[str, Told]]:
    """Return a row of values for each ranking, and its evidence for every turn."""
    plain, desk = Plain(record), Desk(record)
    rows: dict[str, Values] = {}
    told: dict[str, Told] = {}
    for task in tasks:
        earlier, last = turns(task)
        both = f"{earlier[-1]} {last}" if earlier else last
        printed = _searched(desk, task)
        before = plain.rankings(both)
        rankings = {
            "alone": articles(plain.rankings(last)["RRF"]),
            **{name: articles(before[name]) for name in ("dense", "BM25")},
            "prepended": articles(before["RRF"]),
            "On Record": found_articles(printed),
        }
        closest = {"alone": plain.closest(last), "On Record": printed["evidence"]}
        kinds = set(task["answerability"])
        for name, ranked in rankings.items():
            evidence = closest.setdefault(name, plain.closest(both))
            if kinds & (ANSWERED | {"UNANSWERABLE"}):
                told.setdefault(name, []).append((evidence, bool(kinds & ANSWERED)))
            if kinds & ANSWERED:
                values = scored(ranked, task, names, drafts)
                for measure_of, value in values.items():
                    rows.setdefault(name, {}).setdefault(measure_of, []).append(value)
    return rows, told


def ranked_by_us(
    record: Record, desk: Desk, task: Json, names: Names, drafts: dict[str, Draft]
) -> dict[str, float]:
    """Return what our ranking comes to for one talk; nothing where no passage answers it."""
    if not set(task["answerability"]) & ANSWERED:
        return {}
    return scored(found_articles(_searched(desk, task)), task, names, drafts)


def turns(task: Json) -> tuple[list[str], str]:
    """Return what the user asked before, oldest first, and asks now."""
    *earlier, last = [turn["text"] for turn in task["input"] if turn["speaker"] == "user"]
    return earlier, last


def scored(
    ranked: Sequence[str], task: Json, names: Names, drafts: dict[str, Draft]
) -> dict[str, float]:
    """Measure a ranking against the passages of a talk; those of one text are one article here."""
    gold = {drafts[one].text for one in task["passages"] if one in drafts}
    found = [drafts[names[one]].text for one in ranked]
    return {"nDCG@10": ndcg(found, gold), "Hits@1": hit(found, gold, 1)}


def _searched(desk: Desk, task: Json) -> Json:
    earlier, last = turns(task)
    return searched(desk, last[:1000], history=[each[:1000] for each in earlier])


if __name__ == "__main__":
    sys.exit(main())
