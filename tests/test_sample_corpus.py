"""The sample corpus is sound, and puts no word into the mouth of a real person."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from index.article import Draft, from_markdown

HERE = Path(__file__).parent
CORPUS = HERE.parent / "corpus"
FILES = sorted(CORPUS.iterdir())
SOURCES = HERE.parents[1] / "shared" / "articles"
# What real people are quoted with in the sample: the brief words that two news reports give.
ALLOWED: list[dict[str, str]] = json.loads(
    (HERE / "data" / "sample_quotes.json").read_text("utf-8")
)
REAL_PEOPLE = {"Kirby", "Patel", "Putin"}
DOMAIN = "onrecord.example"  # .example is reserved (RFC 2606): it can never be somebody's site


def draft(path: Path) -> Draft:
    return from_markdown(path.read_text("utf-8"))


def texts() -> dict[str, str]:
    return {path.stem: draft(path).text for path in FILES}


def quotations(text: str) -> list[str]:
    return re.findall(r"“([^“”]*)”", text)


def about_real_people() -> list[Path]:
    return [path for path in FILES if any(name in path.read_text("utf-8") for name in REAL_PEOPLE)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_of_the_folder_is_an_article_of_ours(path: Path) -> None:
    """Each has a title, our outlet, an address under a reserved domain and nobody's byline."""
    article = draft(path)
    address = urlsplit(article.url or "")

    assert path.suffix == ".md"
    assert article.title
    assert article.outlet == "On Record sample"
    assert article.byline is None
    assert (address.scheme, address.hostname, address.path) == ("https", DOMAIN, f"/{path.stem}")
    assert 150 <= len(article.text.split()) <= 350


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_paragraphs_are_lines_parted_by_an_empty_one(path: Path) -> None:
    """So the offsets of a statement are those of the text as anyone reads it."""
    text = draft(path).text

    assert all(part and part == part.strip() for part in text.split("\n\n"))
    assert "\n" not in text.replace("\n\n", "")
    assert '"' not in text


def test_the_sample_shows_what_the_product_is_for() -> None:
    """Enough articles, with days, a month and no date at all, no two of one title."""
    drafts = [draft(path) for path in FILES]
    precisions = {article.published and article.published.precision for article in drafts}

    assert len(drafts) >= 12
    assert precisions == {"day", "month", None}
    assert len({article.title for article in drafts}) == len(drafts)


def test_no_real_person_is_quoted_with_other_words_than_were_reported() -> None:
    """Every quotation in an article about real people stands in the committed list."""
    allowed = {entry["quote"] for entry in ALLOWED}
    used = {quote for path in about_real_people() for quote in quotations(draft(path).text)}

    assert len(about_real_people()) == 3
    assert used == allowed


def test_articles_about_real_people_have_no_date() -> None:
    """What they retell names no year, and so none is made up."""
    assert [draft(path).published for path in about_real_people()] == [None] * 3


@pytest.mark.parametrize("entry", ALLOWED, ids=lambda entry: entry["quote"][:30])
def test_each_allowed_quotation_was_reported_word_for_word(entry: dict[str, str]) -> None:
    """It stands inside a quotation of the news reports, which also name its speaker."""
    if not SOURCES.is_dir():
        pytest.skip("the news reports that are retold are not part of the project")
    reports = [path.read_text("utf-8") for path in sorted(SOURCES.glob("*.txt"))]
    holding = [text for text in reports if any(entry["quote"] in q for q in quotations(text))]

    assert len(holding) == 1
    assert entry["speaker"].split()[-1] in holding[0]


def test_two_articles_carry_one_statement_word_for_word() -> None:
    """The same words from two places are one statement with two sources."""
    holders = [name for name, text in texts().items() if "and not a day longer,” said Ivo" in text]

    assert holders == ["lowmere-hosepipe-ban-to-stay", "lowmere-no-early-end-to-ban"]


def test_one_speaker_changes_position_in_three_dated_articles() -> None:
    """The council leader refuses the terminal, wavers and then wants it."""
    told = {
        article.published.date: article.text
        for article in map(draft, FILES)
        if article.published and "terminal" in article.title and "Tolliday" in article.text
    }

    assert sorted(told) == ["2024-03-12", "2024-09-18", "2025-02-05"]
    assert "a terminal we do not need" in told["2024-03-12"]
    assert "we must talk about a terminal" in told["2024-09-18"]
    assert "The terminal is the right answer" in told["2025-02-05"]


def test_two_people_share_a_surname() -> None:
    """Edda and Corwin Pellow speak in the same articles, in different roles."""
    both = [name for name, text in texts().items() if "Edda Pellow" in text and "Corwin" in text]

    assert both == ["quillhaven-dredging-dispute", "quillhaven-ferry-terminal-approved"]


def test_one_article_has_figures_and_no_quotation() -> None:
    """Not every question asks what somebody said."""
    silent = [name for name, text in texts().items() if not quotations(text)]

    assert silent == ["quillhaven-ferry-in-figures"]
