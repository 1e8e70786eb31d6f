"""Measure answers among noise and contradiction: `python tests/bench/conflict.py DATA WORK`.

DATA holds ``conflict.json`` (of RGB: questions with snippets that answer them, that answer them
with a planted wrong value, and that do not). Each question has an index of its own snippets alone.
Reported through ``ask --batch``:

    right at noise N   five snippets, the share N of them beside the matter: the right value
                       stands in the first three statements
    both shown         with right and planted snippets: both values stand in the statements
                       shown, each in a source of its own
    refused            with snippets beside the matter only: nothing is shown
    wrongly refused    with five that answer: nothing is shown
"""

from __future__ import annotations

import json
import math
import random
import statistics
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from searching import Json, KeptEmbedder, Values, asked, check, holds, opened, parser, row

from bot.asking import Desk
from index.article import Draft

NOISE = (0.0, 0.2, 0.4, 0.6, 0.8)
TOGETHER = 5
FIRST = 3
Shown = Sequence[Json]


def main() -> int:
    """Ask every question of each of its indexes and print the table."""
    options = parser(__doc__ or "").parse_args()
    data = json.loads((options.data / "conflict.json").read_text("utf-8"))
    embedder = KeptEmbedder(options.work / "vectors.sqlite")
    values: Values = {}
    for case in data[:: options.every]:
        folder = options.work / "conflict" / str(case["id"])
        for name, value in measure(case, folder, embedder):
            values.setdefault(name, []).append(value)
    print(row("On Record", values))
    ours = {name: statistics.fmean(each) for name, each in values.items()}
    # A share that must stay low is held from above.
    ours["not wrongly refused"] = 1 - ours["wrongly refused"]
    return check("conflict", ours) if options.check else 0


def measure(case: Json, folder: Path, embedder: KeptEmbedder) -> Iterator[tuple[str, float]]:
    """Return (measure, value) for one question."""
    right, wrong = _spellings(case["answer"]), _spellings(case["fakeanswer"])
    for noise in NOISE:
        shown = ask(case["query"], _mixed(case, noise), folder / f"noise{noise}", embedder)
        yield f"right at noise {noise:g}", float(_stands(right, shown[:FIRST]))
        if not noise:
            yield "wrongly refused", float(not shown)
    both = [*case["positive"], *case["positive_wrong"]]
    shown = ask(case["query"], both, folder / "both", embedder)
    sources = [
        {one["article_id"] for one in shown if _stands(value, [one])} for value in (right, wrong)
    ]
    yield "both shown", float(bool(sources[0] and sources[1] and sources[0] != sources[1]))
    shown = ask(case["query"], case["negative"], folder / "negative", embedder)
    yield "refused", float(not shown)


def ask(question: str, snippets: Sequence[str], folder: Path, embedder: KeptEmbedder) -> Shown:
    """Return the statements that are shown for a question, asked of these snippets alone."""
    drafts = {each: draft_of(each) for each in snippets}
    with opened(folder, embedder, drafts) as (record, _):
        statements: Shown = asked(Desk(record), question)["statements"]
    return statements


def draft_of(snippet: str) -> Draft:
    """Return a snippet as an article; its first words are the headline."""
    text = snippet.strip()
    return Draft(title=" ".join(text.split()[:8]), text=text)


def _mixed(case: Json, noise: float) -> list[str]:
    """Draw snippets; where there are too few of one sort, it is those there are."""
    chance = random.Random(case["id"])
    beside = min(math.ceil(TOGETHER * noise), len(case["negative"]))
    answering = chance.sample(case["positive"], min(TOGETHER - beside, len(case["positive"])))
    return [*answering, *chance.sample(case["negative"], beside)]


def _spellings(answer: str | list[list[str]]) -> list[str]:
    return [answer] if isinstance(answer, str) else [one for form in answer for one in form]


def _stands(spellings: Sequence[str], shown: Shown) -> bool:
    return any(holds(each, one["text"]) for each in spellings for one in shown)


if __name__ == "__main__":
    sys.exit(main())
