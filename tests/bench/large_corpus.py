"""A corpus of any size out of a few thousand real passages, for measuring how search grows.

Embedding a hundred thousand real passages would take most of an hour, so only the articles of the
benchmarks are embedded. Every further article is put together of sentences of two of them, and the
vector of a passage of it is a mixture of the vectors of the passages that its sentences are from,
by their lengths, with a little noise. So the words and the vectors are spread like those of real
articles, but the vocabulary and the names do not grow with the corpus as real ones would: every
word stands in more passages than it would in as many real articles, which makes looking words up
slower than it would be, and choosing among near vectors harder.
"""

from __future__ import annotations

import csv
import functools
import json
import random
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from news_quiz import draft_of
from searching import KeptEmbedder

from index import passage, sentence
from index.article import Article, Draft, Published
from index.embed import Embedder
from index.record import Record

# The length of the noise that is added to a mixture of length 1.
NOISE = 0.2
# Of each parent a generated article has so many passages' sentences, and so many a paragraph.
PASSAGES_OF_EACH, SENTENCES = 3, (2, 5)
# So many articles are written before it is counted how many passages there are.
_TOGETHER = 200


@dataclass(frozen=True, slots=True)
class Parent:
    """A real article: its passages as parted into sentences, and the vector of each passage."""

    draft: Draft
    passages: tuple[tuple[str, ...], ...]
    vectors: np.ndarray


def real_articles(data: Path) -> list[Draft]:
    """Return the articles of Wikinews and of the benchmarks, each once."""
    drafts = [*_wikinews(data / "wikinews"), *_annotated(data / "who_said"), *_quiz(data)]
    return list({each.text: each for each in drafts}.values())


def _wikinews(folder: Path) -> Iterator[Draft]:
    csv.field_size_limit(10_000_000)
    for file in sorted(folder.glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                yield Draft(
                    row["title"],
                    row["text"].strip(),
                    outlet="Wikinews",
                    published=Published(row["date"], "given"),
                )


def _annotated(folder: Path) -> Iterator[Draft]:
    cases = json.loads((folder / "cases.json").read_text("utf-8"))
    for case in {each["article"]: each for each in cases}.values():
        text = (folder / "articles" / f"{case['article']}.txt").read_text("utf-8")
        yield Draft(
            case["title"],
            text.partition("\n")[2].strip(),
            outlet=case["publisher"],
            published=Published(case["date"], "given"),
        )


def _quiz(data: Path) -> Iterator[Draft]:
    quiz = json.loads((data / "news_quiz" / "quiz.json").read_text("utf-8"))
    return map(draft_of, quiz["docs"])


def parents(drafts: Sequence[Draft], embedder: Embedder) -> list[Parent]:
    """Part real articles as the index does, and embed their passages."""
    found = []
    for draft in drafts:
        article = Article("", draft.title, draft.text, draft.outlet, published=draft.published)
        count, limit = embedder.count_tokens, embedder.token_limit
        places = passage.split(article, count, limit)
        texts = [passage.embedded_text(article, each, count, limit) for each in places]
        if texts:
            parted = (_sentences(article.text[each.start : each.end]) for each in places)
            found.append(Parent(draft, tuple(parted), embedder.encode(texts)))
    return found


def _sentences(text: str) -> tuple[str, ...]:
    return tuple(text[each.start : each.end] for each in sentence.split(text))


def generated(family: Sequence[Parent], seed: int) -> Iterator[Draft]:
    """Put together article after article, each of sentences of two real ones."""
    chance = random.Random(seed)
    number = 0
    while True:
        first, second = chance.sample(family, 2)
        paragraphs = [*_paragraphs(first, chance), *_paragraphs(second, chance)]
        chance.shuffle(paragraphs)
        number += 1
        yield Draft(
            first.draft.title,
            "\n\n".join(paragraphs),
            outlet=first.draft.outlet,
            byline=f"Number {number}",
            published=first.draft.published,
        )


def _paragraphs(parent: Parent, chance: random.Random) -> Iterator[str]:
    few = min(PASSAGES_OF_EACH, len(parent.passages))
    sentences = [one for each in chance.sample(parent.passages, few) for one in each]
    chance.shuffle(sentences)
    while sentences:
        count = chance.randint(*SENTENCES)
        yield " ".join(sentences[:count])
        sentences = sentences[count:]


class MixingEmbedder:
    """The product's embedder for questions and real passages; mixtures for generated passages."""

    def __init__(self, kept: KeptEmbedder, family: Callable[[], Sequence[Parent]]) -> None:
        self._kept = kept
        self._family = family

    @functools.cached_property
    def _vectors(self) -> dict[str, np.ndarray]:
        return {
            one: parent.vectors[number]
            for parent in self._family()
            for number, each in enumerate(parent.passages)
            for one in each
        }

    def __getattr__(self, name: str) -> Any:
        return getattr(self._kept, name)

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return a vector of length 1 for each text."""
        return np.stack([self._one(text) for text in texts])

    def _one(self, text: str) -> np.ndarray:
        if self._kept.has(text):
            return self._kept.encode([text])[0]
        parts = [one for one in _sentences(text) if one in self._vectors]
        if not parts:  # cut in the middle of its only sentence: a place of its own
            return self._noisy(np.zeros(self._kept.dimensions, np.float32), text)
        mixed = sum(len(one) * self._vectors[one] for one in parts)
        return self._noisy(mixed / np.linalg.norm(mixed), text)

    def _noisy(self, vector: np.ndarray, text: str) -> np.ndarray:
        chance = np.random.default_rng(zlib.crc32(text.encode()))
        noise = chance.standard_normal(len(vector))
        mixed = (vector + NOISE * noise / np.linalg.norm(noise)).astype(np.float32)
        return mixed / np.linalg.norm(mixed)


def fill(
    record: Record, family: Callable[[], Sequence[Parent]], passages: int
) -> tuple[int, int, int]:
    """Add articles, the real ones first, until there are so many passages; count what there is.

    What is on record already stays; an index of another version is made again.
    """
    record.level()
    if record.database.counts()[1] < passages:
        articles = iter([each.draft for each in family()])
        further = generated(family(), seed=passages)
        while record.database.counts()[1] < passages:
            for _ in range(_TOGETHER):
                record.add(next(articles, None) or next(further), index=False)
            record.level()
    return record.database.counts()
