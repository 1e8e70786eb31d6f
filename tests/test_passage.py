"""Passages: exact offsets, nothing left out, nothing longer than the model reads."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.article import Article, Published
from index.embed import Embedder, embedder_for
from index.passage import OVERLAP, Passage, embedded_text, header, split

LINES = st.text(
    st.sampled_from("abc deé “”'\n.!?,-北京\u00a0🙂Ж" + "ten words in a sentence. "), max_size=900
)


@pytest.fixture(scope="module")
def embedder(tmp_path_factory: pytest.TempPathFactory) -> Embedder:
    return embedder_for("", "fast", tmp_path_factory.mktemp("models"))


def passages(article: Article, embedder: Embedder) -> list[Passage]:
    return split(article, embedder.count_tokens, embedder.token_limit)


def longest(article: Article, embedder: Embedder) -> int:
    count, limit = embedder.count_tokens, embedder.token_limit
    return max(
        count(embedded_text(article, one, count, limit)) for one in passages(article, embedder)
    )


def uncovered(text: str, found: list[Passage]) -> str:
    kept = list(text)
    for one in found:
        kept[one.start : one.end] = " " * (one.end - one.start)
    return "".join(kept).strip()


STORY = "\n\n".join(
    f"Ada Brook said on day {day} that bridge {day} would be closed. “It is old,” she said."
    for day in range(60)
)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        pytest.param("Bridges", STORY, id="news"),
        pytest.param("Long title " * 300, STORY, id="a title longer than the model reads"),
        pytest.param("T" * 5000, STORY, id="a title of one word"),
        pytest.param("Word", "x" * 20_000, id="one word of twenty thousand letters"),
        pytest.param("Same", "He said no. " * 900, id="one sentence again and again"),
        pytest.param("北京", "他说北京很好。" * 900, id="Chinese, without spaces"),
        pytest.param("Emoji", "👩‍👩‍👧‍👦 said 🙂. " * 500, id="emoji"),
        pytest.param("Lines", "short\n" * 2000, id="lines"),
    ],
)
def test_no_passage_is_longer_than_the_model_reads(
    embedder: Embedder, title: str, text: str
) -> None:
    """Header and text together fit, so the model truncates nothing in silence."""
    article = Article("0" * 10, title, text, "Gazette", published=Published("2023-08", "given"))

    assert longest(article, embedder) <= embedder.token_limit
    assert "" == uncovered(text, passages(article, embedder))


@settings(max_examples=60, deadline=None)
@given(title=LINES, text=LINES)
def test_passages_hold_everything_of_any_text(title: str, text: str) -> None:
    """In order, stripped, and together all of the text but white space."""

    def count(words: str) -> int:
        return len(words.split()) + len(words) // 8

    article = Article("0" * 10, title, text)
    found = split(article, count, 60)

    assert "" == uncovered(text, found)
    assert found == sorted(found)
    for one in found:
        words = text[one.start : one.end]
        assert words == words.strip() != ""
        assert count(embedded_text(article, one, count, 60)) <= 60


def test_neighbouring_passages_overlap(embedder: Embedder) -> None:
    """A quote at a seam stands in a passage together with what leads to it."""
    found = passages(Article("0" * 10, "Bridges", STORY), embedder)

    for before, after in pairwise(found):
        shared = embedder.count_tokens(STORY[after.start : before.end])
        assert 0 < shared <= OVERLAP


def test_an_empty_text_has_no_passage(embedder: Embedder) -> None:
    """There is nothing to embed."""
    assert [] == passages(Article("0" * 10, "Only a title", "  \n "), embedder)


def test_the_header_names_title_outlet_and_date(embedder: Embedder) -> None:
    """They are embedded with every passage; a date that is not known is left out."""
    count, limit = embedder.count_tokens, embedder.token_limit
    dated = Article("0" * 10, "Title", "x", "Gazette", published=Published("2023-08", "given"))

    assert "Title · Gazette · 2023-08" == header(dated, count, limit)
    assert "Title" == header(Article("0" * 10, "Title", "x"), count, limit)


def test_the_pasted_articles_are_split_within_the_limit(embedder: Embedder) -> None:
    """Real pastes, menus and all."""
    folder = Path(__file__).parents[2] / "shared" / "articles"
    if not folder.is_dir():
        pytest.skip("the pasted articles are not beside this checkout")
    for path in folder.glob("*.txt"):
        article = Article("0" * 10, path.stem, path.read_text(encoding="utf-8"))
        assert longest(article, embedder) <= embedder.token_limit
