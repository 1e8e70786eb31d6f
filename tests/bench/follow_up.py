"""Measure search on the second question of a talk: `python tests/bench/follow_up.py DATA WORK`.

DATA holds ``follow_up.json`` (of MTRAG: passages, and talks whose last turn is the question). The
passages are ranked from the last turn with the earlier ones of the user as its history. Reported:
nDCG@10 and Hits@1 on answerable and partly answerable turns, and how well these are told from
those that the passages do not answer (AUROC). "alone" is the last turn without its history;
"prepended" puts the turn before in front of it: each ranked plainly, by fused ranks.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

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


def main() -> int:
    """Ask the last turns and print the table."""
    options = parser(__doc__ or "").parse_args()
    data = json.loads((options.data / "follow_up.json").read_text("utf-8"))
    drafts = {name: draft_of(text) for name, text in data["passages"].items() if text.strip()}
    embedder = KeptEmbedder(options.work / "vectors.sqlite")
    with opened(options.work / "follow_up", embedder, drafts) as (record, names):
        rows, told = measure(record, data["tasks"][:: options.every], names, drafts)
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
        *earlier, last = [turn["text"] for turn in task["input"] if turn["speaker"] == "user"]
        both = f"{earlier[-1]} {last}" if earlier else last
        printed = searched(desk, last[:1000], history=[each[:1000] for each in earlier])
        rankings = {
            "alone": articles(plain.rankings(last)["RRF"]),
            "prepended": articles(plain.rankings(both)["RRF"]),
            "On Record": found_articles(printed),
        }
        evidence = {
            "alone": plain.closest(last),
            "prepended": plain.closest(both),
            "On Record": printed["evidence"],
        }
        # Passages of the same text are one article here.
        gold = {drafts[one].text for one in task["passages"] if one in drafts}
        kinds = set(task["answerability"])
        for name, ranked in rankings.items():
            if kinds & (ANSWERED | {"UNANSWERABLE"}):
                told.setdefault(name, []).append((evidence[name], bool(kinds & ANSWERED)))
            if kinds & ANSWERED:
                found = [drafts[names[one]].text for one in ranked]
                values = rows.setdefault(name, {"nDCG@10": [], "Hits@1": []})
                values["nDCG@10"].append(ndcg(found, gold))
                values["Hits@1"].append(hit(found, gold, 1))
    return rows, told


if __name__ == "__main__":
    sys.exit(main())
