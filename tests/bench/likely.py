"""Learn what makes a sentence likely to answer: `python tests/bench/likely.py [--write] [--check]`.

Takes the questions of ``whole_articles/`` that are in sight, each with the sentences that search
holds against it, and those of them that answer. Learnt is the weight of every part of
``index.search.likely``: the weights under which what did answer, or "none of them" where none did,
would have been likeliest (greatest likelihood of the conditional logit, the weights held small).
``--write`` puts them into the product. A row each, for questions whose answer is among the
sentences, and for how those without are told apart by their likeliest sentence (AUROC):

    nearest        the sentence that was found first
    likeliest      the likeliest, weights learnt of all questions
    out of fold    the likeliest, weights learnt of the other four fifths of the questions
    held out       the likeliest, on questions that nothing was learnt of
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from searching import Json, auroc, interval
from whole_articles import answers, cases, on_record

from bot.asking import HOUSE, Desk
from index.record import Record
from index.search import PASSAGES
from index.search.fact import candidates
from index.search.likely import FILE, NONE, parts
from index.search.passages import nearest_passages, rank_passages

FOLDS = 5
# How much is held against a great weight, of parts scaled to the same spread.
SMALL = 0.01
# How far a weight of the product may lie from the one that is learnt anew.
SAME = 0.05


@dataclass(frozen=True)
class Asked:
    """A question: a row of parts for each sentence, in the order found, and which answer."""

    question: str
    parts: np.ndarray
    right: np.ndarray

    @property
    def is_answered(self) -> bool:
        """Whether one of the sentences answers."""
        return bool(self.right.any())

    @property
    def fold(self) -> int:
        """The fold that the question falls into, the same on every machine."""
        return hashlib.sha256(self.question.encode()).digest()[0] % FOLDS


@dataclass(frozen=True)
class Weights:
    """The weight of every part, and what speaks for none of the sentences."""

    each: np.ndarray
    none: float

    def likely(self, asked: Asked) -> np.ndarray:
        """Return the likelihood of every sentence of a question."""
        weighed: np.ndarray = asked.parts @ self.each - self.none
        return weighed


def main() -> int:
    """Learn the weights, print what they reach, and write or check them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the weights into the product")
    parser.add_argument("--check", action="store_true", help="fail where the product has others")
    options = parser.parse_args()
    with on_record() as record:
        names, in_sight = read(record, [each for each in cases() if not each.get("held_out")])
        _, held_out = read(record, [each for each in cases() if each.get("held_out")])
    weights = learnt(in_sight)
    report(in_sight, held_out, weights)
    return _kept(
        dict(zip(names, weights.each.tolist(), strict=True)) | {NONE: weights.none}, options
    )


def read(record: Record, questions: Sequence[Json]) -> tuple[list[str], list[Asked]]:
    """Return the names of the parts, and every question that sentences are held against."""
    desk, found = Desk(record), []
    names: list[str] = []
    for case in questions:
        at = datetime.date.fromisoformat(case["asked_at"])
        question = desk.read(case["question"], case.get("history", ()), at)
        ranking = rank_passages(question, record, HOUSE)
        near = nearest_passages(ranking, record, PASSAGES)
        held = candidates(near, question, ranking, record).held if question.kind == "fact" else None
        if not held:
            continue
        measured = [parts(hit.closeness, each) for hit, each in held]
        names = list(measured[0])
        texts = [_text(record, hit.article_id, hit.start, hit.end) for hit, _ in held]
        right = np.array([answers(case, text) for text in texts])
        if right.any() or case["key"] is None:
            rows = np.array([list(each.values()) for each in measured])
            found.append(Asked(case["question"], rows, right))
    return names, found


def _text(record: Record, article_id: str, start: int, end: int) -> str:
    stored = record.article(article_id)
    assert stored is not None
    return stored.article.text[start:end]


def learnt(questions: Sequence[Asked]) -> Weights:
    """Return the weights under which what answered would have been likeliest."""
    every = np.concatenate([each.parts for each in questions])
    middle, spread = every.mean(0), every.std(0) + 1e-6
    scaled = [torch.tensor((each.parts - middle) / spread) for each in questions]
    right = [torch.tensor(each.right) for each in questions]
    weights = torch.zeros(every.shape[1] + 1, dtype=torch.float64, requires_grad=True)
    search = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        search.zero_grad()
        lost = torch.stack([_lost(*each, weights) for each in zip(scaled, right, strict=True)])
        total = lost.mean() + SMALL * (weights[:-1] ** 2).sum()
        total.backward()
        return total

    search.step(loss)
    found = weights.detach().numpy()
    each = found[:-1] / spread
    return Weights(each, float(found[-1] + each @ middle))


def _lost(parts_of: torch.Tensor, right: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    """Return how unlikely the truth was, as a logarithm: an answer of several, or none."""
    likely = torch.cat([parts_of @ weights[:-1] - weights[-1], torch.zeros(1)])
    true = torch.cat([right, ~right.any(0, keepdim=True)])
    return likely.logsumexp(0) - likely[true].logsumexp(0)


def report(in_sight: Sequence[Asked], held_out: Sequence[Asked], weights: Weights) -> None:
    """Print a row for each way to choose a sentence."""
    unseen = {f: learnt([each for each in in_sight if each.fold != f]) for f in range(FOLDS)}
    print(_row("nearest", _as_found(in_sight)))
    print(_row("likeliest", [(each, weights.likely(each)) for each in in_sight]))
    print(_row("out of fold", [(each, unseen[each.fold].likely(each)) for each in in_sight]))
    print(_row("nearest, held out", _as_found(held_out)))
    print(_row("held out", [(each, weights.likely(each)) for each in held_out]))


def _as_found(questions: Sequence[Asked]) -> list[tuple[Asked, np.ndarray]]:
    return [(each, -np.arange(float(len(each.right)))) for each in questions]


def _row(name: str, weighed: Sequence[tuple[Asked, np.ndarray]]) -> str:
    first = [float(each.right[likely.argmax()]) for each, likely in weighed if each.is_answered]
    low, high = interval(first)
    apart = auroc(*(_best(weighed, answered) for answered in (True, False)))
    share = f"{np.mean(first):.3f} [{low:.3f}, {high:.3f}]"
    return f"{name:18} first {share} of {len(first)}  told apart {apart:.3f}"


def _best(weighed: Sequence[tuple[Asked, np.ndarray]], answered: bool) -> list[float]:
    return [float(likely.max()) for each, likely in weighed if each.is_answered == answered]


def _kept(found: dict[str, float], options: argparse.Namespace) -> int:
    """Write the weights, or hold those of the product against them."""
    rounded = {name: round(value, 2) for name, value in found.items()}
    if options.write:
        FILE.write_text(json.dumps(rounded, indent=2) + "\n", "utf-8")
    kept: dict[str, float] = json.loads(FILE.read_text("utf-8"))
    off = list(_off(rounded, kept))
    print("\n".join(off), file=sys.stderr)
    return int(options.check and bool(off))


def _off(found: dict[str, float], kept: dict[str, float]) -> Iterator[str]:
    for name in sorted(found.keys() | kept.keys()):
        here, there = found.get(name), kept.get(name)
        if here is None or there is None or abs(here - there) > SAME:
            yield f"{name}: learnt {here}, in the product {there}"


if __name__ == "__main__":
    sys.exit(main())
