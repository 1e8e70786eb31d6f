"""kill -9, at random moments of adding and at Chroma's flush: nothing acknowledged is lost.

The articles are indexed with a cheap embedder (tests/cheap.py): what is tested is how files,
database and Chroma come through, and that needs many passages in little time.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from cheap import CheapEmbedder, draft
from crash_work import add_for_ever

from index import passage, speech
from index.article import Article
from index.record import Record

SEED = 20261122
# Chroma writes its index files at a thousand changes, in about so many seconds, and a kill in the
# middle damages them.
PREPARED = 990
LENGTH_OF_FLUSH = 0.004
ROUNDS = [
    pytest.param(6, id="six rounds"),
    pytest.param(50, id="fifty rounds", marks=pytest.mark.slow),
]

processes = multiprocessing.get_context("forkserver")
processes.set_forkserver_preload(["crash_work"])


@pytest.mark.parametrize("rounds", ROUNDS)
def test_a_kill_at_a_random_moment_of_adding_loses_nothing(tmp_path: Path, rounds: int) -> None:
    """After every kill each acknowledged article is answerable, and none is half there."""
    moments = random.Random(SEED)
    data = tmp_path / "data"
    before: list[str] = []

    for number in range(rounds):
        delay = moments.uniform(0.0, 0.6)
        moment = f"seed {SEED}, round {number}, killed after {delay:.4f} s"
        acknowledged = add_and_kill(data, number * 1000, delay=delay)
        assert_whole(data, before, acknowledged, moment)
        before += acknowledged


@pytest.mark.parametrize("rounds", ROUNDS)
def test_a_kill_at_chromas_flush_loses_nothing(tmp_path: Path, rounds: int) -> None:
    """From 990 passages on, adding crosses Chroma's flush; whatever the kill leaves is mended."""
    prepared = tmp_path / "prepared"
    before = prepare(prepared)
    moments = random.Random(SEED)

    for number in range(rounds):
        data = tmp_path / f"round-{number}"
        shutil.copytree(prepared, data)
        delay = moments.uniform(0.0, LENGTH_OF_FLUSH)
        moment = f"seed {SEED}, round {number}, killed {delay:.4f} s into the flush"
        acknowledged = add_and_kill(data, 5000, delay=delay, after=flush_begun(data))
        assert_whole(data, before, acknowledged, moment)
        shutil.rmtree(data)


def flush_begun(data: Path) -> Callable[[], bool]:
    """Return what tells whether the size of any file of Chroma's vector index has changed."""
    (chroma,) = (data / "derived").glob("*/chroma")
    segments = [folder.path for folder in os.scandir(chroma) if folder.is_dir()]

    def sizes() -> list[tuple[str, int]]:
        files = (one for folder in segments for one in os.scandir(folder))
        return sorted((one.name, one.stat().st_size) for one in files)

    before = sizes()
    return lambda: sizes() != before


def add_and_kill(
    data: Path, first: int, *, delay: float, after: Callable[[], bool] = lambda: True
) -> list[str]:
    """Have a process add articles, kill it so many seconds ``after``; return what it had said."""
    process, heard = start(data, first)
    try:
        assert heard.recv() == "ready"
        while process.is_alive() and not after():
            pass
        time.sleep(delay)
    finally:
        process.kill()
        process.join()
    assert process.exitcode == -9
    return said(heard)


def start(data: Path, first: int) -> tuple[multiprocessing.process.BaseProcess, Connection]:
    heard, acknowledged = processes.Pipe(duplex=False)
    process = processes.Process(target=add_for_ever, args=(data, first, acknowledged))
    process.start()
    acknowledged.close()
    return process, heard


def said(heard: Connection) -> list[str]:
    """Return what a process that has ended had said; a word it was killed over is none."""
    words = []
    while True:
        try:
            words.append(heard.recv())
        except (EOFError, OSError):
            return words


def prepare(data: Path) -> list[str]:
    """Make a record of exactly 990 passages, with Chroma level and closed."""
    with Record.open(data, CheapEmbedder, command="prepare") as record:
        ids = [record.add(draft(n), index=False).article.article_id for n in range(PREPARED // 10)]
        record.level()
        assert record.check().chroma == PREPARED
    return ids


def assert_whole(data: Path, before: list[str], acknowledged: list[str], moment: str) -> None:
    """Open the record as the next start does, and ask for every article.

    Those from ``before`` this round are asked for by one passage each, all others by all of theirs.
    """
    with Record.open(data, CheapEmbedder, command="after the crash") as record:
        record.level()
        articles = {one.article.article_id for one in record.articles()}
        assert {*before, *acknowledged} <= articles, moment
        for article_id in before:
            assert_answerable(record, article_id, moment, passages=1)
        for article_id in articles - set(before):
            assert_answerable(record, article_id, moment, passages=None)
            assert_not_half(record, article_id, moment)
        assert record.check().problems == (), moment
        assert record.waiting() == 0, moment


def assert_answerable(
    record: Record, article_id: str, moment: str, *, passages: int | None
) -> None:
    """Its passages are nearest to their own words, found by Chroma; its statements are there."""
    stored = record.article(article_id)
    assert stored is not None, moment
    assert record.database.statements_in([article_id]), moment
    found = record.database.passages_of([article_id])[:passages]
    texts = [embedded(record, stored.article, one.start, one.end) for one in found]
    for one, vector in zip(found, record.embedder.encode(texts), strict=True):
        ((passage_id, similarity),) = record.nearest(vector, 1, ["house"])
        assert (passage_id, record.vector_path) == (one.passage_id, "chroma"), moment
        assert similarity == pytest.approx(1.0, abs=1e-4), moment


def assert_not_half(record: Record, article_id: str, moment: str) -> None:
    """Everything that reading the article gives is there."""
    stored = record.article(article_id)
    assert stored is not None, moment
    article, embedder = stored.article, record.embedder
    passages = passage.split(article, embedder.count_tokens, embedder.token_limit)
    in_database = [(one.start, one.end) for one in record.database.passages_of([article_id])]
    assert passages == in_database, moment
    statements = [one.statement for one in record.database.statements_in([article_id])]
    assert speech.find(article.text, article.title) == statements, moment


def embedded(record: Record, article: Article, start: int, end: int) -> str:
    count, limit = record.embedder.count_tokens, record.embedder.token_limit
    return passage.embedded_text(article, passage.Passage(start, end), count, limit)
