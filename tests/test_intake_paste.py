"""Pasted articles, in many layouts, become what a reader would call the article."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from index.article import Draft, from_markdown
from index.intake import read

PASTES = Path(__file__).parent / "data" / "pastes"
TODAY = datetime.date(2026, 11, 22)


def read_paste(name: str, text: str) -> Draft:
    return read(name, text.encode(), TODAY)


@pytest.mark.parametrize("paste", sorted(PASTES.glob("*.txt")), ids=lambda paste: paste.stem)
def test_paste_becomes_the_article_beside_it(paste: Path) -> None:
    """Title, outlet, byline, link, date and body are those of the expected article."""
    expected = from_markdown(paste.with_suffix(".expected.md").read_text("utf-8"))

    draft = read(paste.name, paste.read_bytes(), TODAY)

    assert replace(expected, added_from=paste.name) == replace(draft, warnings=())
