"""What the measures of search share: an index that is kept, plain rankings beside ours, intervals.

Our own figures go through the same door as ``search --batch`` and ``ask --batch``: a line in, the
machine's form out. The plain rankings read the same passages from the same database.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
import sqlite3
import statistics
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import platformdirs

from bot.asking import Desk
from bot.batch import read_line
from bot.pages import machine
from index.article import Draft
from index.embed import PACKAGED, Embedder, embedder_for
from index.record import Record
from index.search.figures import value
from index.word import topic_words, words

Json = dict[str, Any]
Ranked = list[str]
# One row of a table: for each measure, the value of every question it is defined for.
Values = dict[str, list[float]]

FLOORS = Path(__file__).with_name("search_floors.json")
DEPTH = 200
# Reciprocal rank fusion as it was published (Cormack, Clarke and Büttcher 2009).
RRF = 60


class KeptEmbedder:
    """The product's own embedder; each text is embedded once, and kept by model and hash."""

    def __init__(self, kept: Path) -> None:
        self._inner: Embedder = embedder_for(
            PACKAGED, "fast", Path(platformdirs.user_cache_dir("on-record"))
        )
        kept.parent.mkdir(parents=True, exist_ok=True)
        self._table = sqlite3.connect(kept, check_same_thread=False)
        self._table.execute("CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, vector BLOB)")
        self._near: dict[str, np.ndarray] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return the vectors of some texts, embedding only what has not been seen."""
        keys = [self._key(text) for text in texts]
        for key in keys:
            self._recall(key)
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._near}
        if new:
            for key, vector in zip(new, self._inner.encode(list(new.values())), strict=True):
                self._near[key] = vector
                self._table.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (key, vector))
            self._table.commit()
        return np.stack([self._near[key] for key in keys])

    def has(self, text: str) -> bool:
        """Tell whether a text was embedded before."""
        self._recall(key := self._key(text))
        return key in self._near

    def _key(self, text: str) -> str:
        named = f"{self._inner.fingerprint}\0{text}".encode("utf-8", "surrogatepass")
        return hashlib.sha256(named).hexdigest()

    def _recall(self, key: str) -> None:
        if key not in self._near:
            row = self._table.execute("SELECT vector FROM kept WHERE key = ?", (key,)).fetchone()
            if row:
                self._near[key] = np.frombuffer(row[0], "<f4")


Names = dict[str, str]


@contextmanager
def opened(
    folder: Path, embedder: KeptEmbedder, drafts: Mapping[str, Draft]
) -> Iterator[tuple[Record, Names]]:
    """Open a data folder that holds these articles and is level; what is there already stays.

    Yields the record, and the benchmark's own name of each article by the id that it has here.
    """
    with Record.open(folder, lambda: embedder, command="bench") as record:
        added = {name: record.add(draft, index=False).article for name, draft in drafts.items()}
        record.level()
        yield record, {article.article_id: name for name, article in added.items()}


def searched(desk: Desk, question: str, **more: Any) -> Json:
    """Return what ``search --batch`` prints for a question."""
    line = read_line(json.dumps({"id": None, "question": question, **more}))
    return machine.passages(desk.search(line.question, line.history, line.asked_at))


def asked(desk: Desk, question: str, **more: Any) -> Json:
    """Return what ``ask --batch`` prints for a question."""
    line = read_line(json.dumps({"id": None, "question": question, **more}))
    return machine.answer(desk.ask(line.question, line.history, asked_at=line.asked_at))


class Plain:
    """Plain rankings of a record's passages: nearest by vectors, BM25, and their fusion."""

    def __init__(self, record: Record, library: str = "house") -> None:
        self._record = record
        self._ids, self._matrix = record.database.all_vectors([library])
        self._library = [library]

    def rankings(self, question: str) -> dict[str, Ranked]:
        """Return the passage ids that each of the three finds, best first."""
        similarity = self._matrix @ self._record.embedder.encode([question])[0]
        dense = [self._ids[row] for row in np.argsort(-similarity, kind="stable")[:DEPTH]]
        match = self._record.database.match(topic_words(question), self._library, DEPTH)
        by_words = [one for one, _ in match]
        return {"dense": dense, "BM25": by_words, "RRF": fused(dense, by_words)}

    def closest(self, question: str) -> float:
        """Return the best cosine of all."""
        return float((self._matrix @ self._record.embedder.encode([question])[0]).max())


def fused(*rankings: Ranked) -> Ranked:
    """Join rankings by reciprocal ranks."""
    scores: dict[str, float] = {}
    for ranking in rankings:
        for rank, one in enumerate(ranking, start=1):
            scores[one] = scores.get(one, 0.0) + 1 / (RRF + rank)
    return sorted(scores, key=lambda one: (-scores[one], one))


def articles(passage_ids: Iterable[str]) -> Ranked:
    """Return the articles of the ten best passages, each once, in order."""
    ten = list(passage_ids)[:10]
    return list(dict.fromkeys(one.rpartition(":")[0] for one in ten))


def found_articles(printed: Json) -> Ranked:
    """Return the articles of what ``search --batch`` printed, each once, in order."""
    return list(dict.fromkeys(one["article_id"] for one in printed["passages"]))


def ndcg(ranked: Sequence[str], gold: set[str], depth: int = 10) -> float:
    """Return the normalised discounted cumulative gain, every gold article counting alike."""
    gain = sum(1 / math.log2(rank + 2) for rank, one in enumerate(ranked[:depth]) if one in gold)
    best = sum(1 / math.log2(rank + 2) for rank in range(min(depth, len(gold))))
    return gain / best if best else 0.0


def hit(ranked: Sequence[str], gold: set[str], depth: int) -> float:
    """Return 1 when a gold article stands among the first ``depth``, else 0."""
    return float(bool(gold & set(ranked[:depth])))


def reciprocal(ranked: Sequence[str], gold: set[str], depth: int = 10) -> float:
    """Return one over the rank of the first gold article, 0 beyond ``depth``."""
    return next((1 / (n + 1) for n, one in enumerate(ranked[:depth]) if one in gold), 0.0)


def auroc(positive: Sequence[float], negative: Sequence[float]) -> float:
    """Return how often a positive stands above a negative, ties counting half."""
    above = sum((p > n) + 0.5 * (p == n) for p in positive for n in negative)
    return above / (len(positive) * len(negative))


def parted(told: Sequence[tuple[float, bool]]) -> float:
    """Return how well the evidence tells questions with an answer from those without (AUROC)."""
    return auroc([e for e, has in told if has], [e for e, has in told if not has])


def reported(
    rows: Mapping[str, Values], told: Mapping[str, Sequence[tuple[float, bool]]], label: str
) -> dict[str, float]:
    """Print a line for each ranking, with how well its evidence parts; return our own figures."""
    for name, values in rows.items():
        low, high = interval(told[name], parted)
        print(row(name, values), f" {label} {parted(told[name]):.3f} [{low:.3f}, {high:.3f}]")
    ours = {name: statistics.fmean(values) for name, values in rows["On Record"].items()}
    return {**ours, label: parted(told["On Record"])}


def holds(words_of: str, text: str) -> bool:
    """Tell whether some words stand in a text in this order, "six" for "6" too.

    Signs and case do not count.
    """
    return f" {_plain(words_of)} " in f" {_plain(text)} "


def _plain(text: str) -> str:
    return " ".join(map(value, words(text)))


def interval(
    values: Sequence[Any], figure: Callable[[Sequence[Any]], float] = statistics.fmean
) -> tuple[float, float]:
    """Draw questions again and again: where the figures of 95 of 100 such samples lie."""
    chance = random.Random(2026)
    drawn = sorted(figure(chance.choices(values, k=len(values))) for _ in range(400))
    return drawn[10], drawn[389]


def row(name: str, values: Mapping[str, Sequence[float]]) -> str:
    """Lay out one line of a table: each measure with its interval."""
    cells = []
    for measure, each in values.items():
        low, high = interval(each)
        cells.append(f"{measure} {statistics.fmean(each):.3f} [{low:.3f}, {high:.3f}]")
    return f"{name:10} " + "  ".join(cells)


def parser(about: str) -> argparse.ArgumentParser:
    """Return the arguments that every measure of search takes."""
    made = argparse.ArgumentParser(description=about.splitlines()[0])
    made.add_argument("data", type=Path, help="the folder of the benchmark's data")
    made.add_argument("work", type=Path, help="a folder that keeps index and vectors between runs")
    made.add_argument("--every", type=int, default=1, help="ask every Nth question only")
    made.add_argument("--check", action="store_true", help="fail below a pinned floor")
    return made


def check(name: str, reached: Mapping[str, float]) -> int:
    """Return 1, and say which, when a figure is under its floor."""
    floors: dict[str, float] = json.loads(FLOORS.read_text())[name]
    low = {measure: floor for measure, floor in floors.items() if reached[measure] < floor}
    for measure, floor in low.items():
        print(f"below its floor: {measure} {reached[measure]:.3f} < {floor}", file=sys.stderr)
    return 1 if low else 0
