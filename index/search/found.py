"""Found: what a search brings back, and what it reads from. Values only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from index.database import Database, StoredPassage, StoredStatement
from index.embed import Embedder
from index.people import Known
from index.question import Question
from index.search.rank import Closeness

Vector = NDArray[np.float32]
Missing = Literal["unknown_name", "never_quoted", "other_topics", "nothing", "empty"]


class Searchable(Protocol):
    """What a search reads from."""

    @property
    def database(self) -> Database:
        """Articles, passages, statements and words."""

    @property
    def embedder(self) -> Embedder:
        """The model that the passages were embedded with."""

    def nearest(self, vector: Vector, k: int, libraries: Sequence[str]) -> list[tuple[str, float]]:
        """Return the ids of the ``k`` nearest passages with their cosine, best first."""

    def current(self, article_ids: Iterable[str]) -> set[str]:
        """Return those of some articles whose file is there and unchanged since it was read."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in an article that answers: a statement, or a sentence nobody is said to have said.

    ``start`` and ``end`` enclose whole sentences of the article's text.
    """

    article_id: str
    start: int
    end: int
    closeness: Closeness
    statement: StoredStatement | None = None


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A passage and its score, 0 to 1."""

    passage: StoredPassage
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """What a search brings back, best first.

    ``missing`` says why ``hits`` is empty. ``people``: whom the question may mean (more than one:
    ask which). ``spelt_like``: whose names are nearly the unknown one that is asked about.
    ``elsewhere``: ids of the articles in which the person did speak, on other topics. ``also``:
    others who spoke on the matter. ``near``: ids of the articles nearest to the question, for a
    refusal. ``undated``: how many articles have no date, where only a time was asked for.
    ``evidence``: 0 to 1, what the refusal was decided on.
    """

    question: Question
    hits: tuple[Hit, ...] = ()
    missing: Missing | None = None
    people: tuple[Known, ...] = ()
    spelt_like: tuple[Known, ...] = ()
    elsewhere: tuple[str, ...] = ()
    passages: tuple[PassageHit, ...] = ()
    also: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    undated: int = 0
    evidence: float = 0.0
