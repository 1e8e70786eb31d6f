"""Measure refusing on questions not chosen on: `python tests/bench/folds.py DATA WORK`.

DATA and WORK are those of ``conflict.py``, which must have been run before. The questions are put
into five folds by a hash of their words. For each fold, the floors that an answer must reach
(``index.search.answers.Floors``) are chosen on the other four, and read on this one. A row each:

    as chosen      the product's own floors, on all questions
    best in hand   the best floors for all questions, on these same questions
    out of fold    each question under floors that were chosen without it

with the measures of ``conflict.py``, of single sentences, before those that stand together are
joined. What was chosen best: refused plus the mean of right at noise 0, 0.4 and 0.8, with at most
.10 wrongly refused. The rules themselves (``telling``, ``another``) were written with all questions
in sight; only their floors are chosen anew.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import statistics
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from conflict import FIRST, _mixed, _spellings, draft_of
from searching import Json, KeptEmbedder, Values, check, holds, opened, parser, row

from bot.asking import HOUSE, Desk
from index.search import PASSAGES
from index.search.answers import FLOORS, Floors
from index.search.evidence import ENOUGH, evidence
from index.search.fact import Candidates, candidates, shown
from index.search.found import Hit
from index.search.passages import passage_hits, rank_passages

FOLDS = 5
NOISE = (0.0, 0.4, 0.8)
MOST_WRONGLY = 0.1
GRID = tuple(
    Floors(names=names, relation_clipped=relation, least_clipped=least)
    for names, relation, least in itertools.product(
        (0.5, 0.75), (0.45, 0.5, 0.55, 0.6, 0.65), (0.35, 0.4, 0.45, 0.5, 0.55)
    )
)


Place = tuple[str, int, int]


@dataclass(frozen=True)
class Asked:
    """A question asked of some snippets: what may be shown, and the words of each sentence."""

    given: Candidates | None
    texts: Mapping[Place, str]

    def shown(self, floors: Floors) -> list[str]:
        """Return the sentences that are shown under some floors."""
        return [self.texts[_place(hit)] for hit in shown(self.given, floors)] if self.given else []


@dataclass(frozen=True)
class Case:
    """A question with the snippets of each kind, and the spellings of its answer."""

    query: str
    right: Sequence[str]
    noise: Mapping[float, Asked]
    negative: Asked

    def measured(self, floors: Floors) -> Iterator[tuple[str, float]]:
        """Yield (measure, value) under some floors."""
        for share, asked in self.noise.items():
            first = asked.shown(floors)[:FIRST]
            stands = any(holds(each, text) for each in self.right for text in first)
            yield f"right at noise {share:g}", float(stands)
        yield "wrongly refused", float(not self.noise[0.0].shown(floors))
        yield "refused", float(not self.negative.shown(floors))

    @property
    def fold(self) -> int:
        """The fold that the question falls into, the same on every machine."""
        return hashlib.sha256(self.query.encode()).digest()[0] % FOLDS


def main() -> int:
    """Read every question of its indexes, choose floors fold by fold, and print the rows."""
    options = parser(__doc__ or "").parse_args()
    data = json.loads((options.data / "conflict.json").read_text("utf-8"))
    embedder = KeptEmbedder(options.work / "vectors.sqlite")
    cases = [_read(each, options.work, embedder) for each in data[:: options.every]]
    best = chosen(cases)
    print(row("as chosen", _values(cases, [FLOORS] * len(cases))))
    print(row("best in hand", _values(cases, [best] * len(cases))), best)
    unseen = {fold: chosen([each for each in cases if each.fold != fold]) for fold in range(FOLDS)}
    out = _values(cases, [unseen[each.fold] for each in cases])
    print(row("out of fold", out), *dict.fromkeys(unseen.values()))
    ours = {name: statistics.fmean(each) for name, each in out.items()}
    ours["not wrongly refused"] = 1 - ours["wrongly refused"]
    return check("folds", ours) if options.check else 0


def chosen(cases: Sequence[Case]) -> Floors:
    """Return the floors that do best on some questions; of equals, those nearest to ours."""
    return max(GRID, key=lambda floors: (_worth(cases, floors), -_off(floors)))


def _worth(cases: Sequence[Case], floors: Floors) -> float:
    mean = {
        name: statistics.fmean(each) for name, each in _values(cases, [floors] * len(cases)).items()
    }
    right = statistics.fmean(mean[f"right at noise {share:g}"] for share in NOISE)
    return mean["refused"] + right - 10 * max(0.0, mean["wrongly refused"] - MOST_WRONGLY)


def _off(floors: Floors) -> float:
    pairs = ((floors.names, FLOORS.names), (floors.relation_clipped, FLOORS.relation_clipped))
    return sum(abs(a - b) for a, b in (*pairs, (floors.least_clipped, FLOORS.least_clipped)))


def _values(cases: Sequence[Case], floors: Sequence[Floors]) -> Values:
    values: Values = {}
    for case, own in zip(cases, floors, strict=True):
        for name, value in case.measured(own):
            values.setdefault(name, []).append(value)
    return values


def _read(case: Json, work: Path, embedder: KeptEmbedder) -> Case:
    folder = work / "conflict" / str(case["id"])

    def ask(snippets: Sequence[str], name: str) -> Asked:
        return _ask(case["query"], snippets, folder / name, embedder)

    noise = {share: ask(_mixed(case, share), f"noise{share}") for share in NOISE}
    negative = ask(case["negative"], "negative")
    return Case(case["query"], _spellings(case["answer"]), noise, negative)


def _ask(query: str, snippets: Sequence[str], folder: Path, embedder: KeptEmbedder) -> Asked:
    with opened(folder, embedder, {each: draft_of(each) for each in snippets}) as (record, _):
        question = Desk(record).read(query)
        ranking = rank_passages(question, record, HOUSE)
        passages = passage_hits(ranking, record, PASSAGES)
        if not passages or evidence(question, passages, ranking, record) < ENOUGH:
            return Asked(None, {})
        given = candidates(passages, question, ranking, record)
        texts = {}
        for hit in (*given.near, *(hit for hit, _ in given.held or ())):
            stored = record.article(hit.article_id)
            assert stored is not None
            texts[_place(hit)] = stored.article.text[hit.start : hit.end]
        return Asked(given, texts)


def _place(hit: Hit) -> Place:
    return hit.article_id, hit.start, hit.end


if __name__ == "__main__":
    sys.exit(main())
