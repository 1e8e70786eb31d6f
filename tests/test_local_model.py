"""An answer written by a real model on this machine, where one runs; skipped with a reason if not.

Ollama is found at its usual address; any other server that speaks OpenAI's protocol is named by
``ON_RECORD_TEST_MODEL_URL``, and which of its models to ask by ``ON_RECORD_TEST_MODEL``.
"""

from __future__ import annotations

import os

import httpx
import pytest
from newsroom import FERRY, LATER, desk_of, record_of

from bot.writer.brief import Limits
from bot.writer.model import Model
from bot.writer.writing import Writer

URL = os.environ.get("ON_RECORD_TEST_MODEL_URL", "http://127.0.0.1:11434/v1")
PATIENCE = 300  # a small machine writes slowly, and loads a model first


@pytest.fixture(scope="module")
def model() -> Model:
    try:
        reply = httpx.get(f"{URL}/models", timeout=2, trust_env=False).raise_for_status()
        names = [each["id"] for each in reply.json()["data"] if "embed" not in each["id"]]
    except (httpx.HTTPError, ValueError, LookupError, TypeError) as error:
        pytest.skip(f"no model answers at {URL}: {type(error).__name__}")
    name = os.environ.get("ON_RECORD_TEST_MODEL") or next(iter(names), None)
    if name is None:
        pytest.skip(f"the server at {URL} has no model that writes")
    return Model(name, URL)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with record_of(tmp_path_factory.mktemp("record"), [FERRY, LATER]) as record:
        yield desk_of(record)


def test_a_real_model_shows_nothing_that_is_not_proven(model, desk):
    answer = desk.ask("what did Tolliday say about the ferry terminal?")
    limits = Limits(passages=12, tokens=4_000, seconds=PATIENCE)

    shown = Writer(model, limits).write(answer, desk)

    assert shown.blocks
    assert bool(shown.prose) == (shown.outcome == "written")
    # It was heard: what it wrote is shown, or could not be proven.
    assert shown.prose or "could be proven" in shown.note, shown.note
    texts = {source.article.article_id: source.article.text for source in shown.sources}
    for sentence in shown.prose:
        assert sentence.places
        for place in sentence.places:
            assert texts[place.article_id][place.start : place.end].strip()
