"""How many outlets carry the same words: what is copied counts once."""

from __future__ import annotations

import pytest
from newsroom import desk_of, record_of

from bot.composing import phrase, sourced
from bot.composing.answer import Block, Copies
from index.agency import agency
from index.article import Article, Draft, Published

QUOTE = "“The quay has stood for ninety years and will stand for ninety more,” said Ada Quill."


def article(article_id: str = "a", text: str = QUOTE, **fields: str | None) -> Article:
    return Article(article_id, "A quay", text, **fields)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(article(text="DALLAS (AP) — The quay fell."), "AP", id="dateline"),
        pytest.param(
            article(text="Quay falls\n\nPARIS, Aug 31 (Reuters) - It"), "Reuters", id="day"
        ),
        pytest.param(article(text="New York (AFP) – The quay fell."), "AFP", id="small letters"),
        pytest.param(article(byline="Jane Doe, Associated Press"), "AP", id="byline"),
        pytest.param(article(byline="Jane Doe and Reuters staff"), "Reuters", id="with staff"),
        pytest.param(article(byline="JANE DOE The Associated Press"), "AP", id="no comma"),
        pytest.param(article(byline="PA"), "PA", id="alone"),
        pytest.param(article(outlet="Reuters"), "Reuters", id="its own outlet"),
        pytest.param(article(url="https://www.apnews.com/quay"), "AP", id="its own site"),
        pytest.param(article(byline="Ann Roe, Scranton, PA"), None, id="a state"),
        pytest.param(article(byline="Reut Ersen"), None, id="a person"),
        pytest.param(article(text="The quay fell, Reuters reported."), None, id="only quoted"),
        pytest.param(article(text="Tolliday (Ind.) — the leader — left."), None, id="a party"),
        pytest.param(article(outlet="Associated Press Street Gazette"), None, id="a longer name"),
    ],
)
def test_an_agency_is_named_by_dateline_byline_or_outlet(given, expected):
    """Where an article says whose report it is, and nowhere else."""
    assert expected == agency(given)


def draft(number: int, outlet: str | None, before: str = "", byline: str | None = None) -> Draft:
    own = f"In the {number}th account of the {number}th day, {'very ' * number}much was told. "
    return Draft(
        title=f"Quay {number}",
        text=f"{before}{own * 4}\n\n{QUOTE}",
        outlet=outlet,
        byline=byline,
        published=Published(f"2024-03-{number:02}", "given"),
    )


def told(tmp_path, *drafts: Draft) -> tuple[Block, str | None]:
    with record_of(tmp_path, drafts) as record:
        [block] = desk_of(record).who("Quill").blocks
    return block, phrase.carried(block)


def test_wire_copies_count_as_one_outlet(tmp_path):
    """Three papers, two of them with the agency's report: two outlets."""
    block, words = told(
        tmp_path,
        draft(1, "Harbour Gazette"),
        draft(2, "Sound Radio", "LONDON (AP) — "),
        draft(3, "Bay Mail", byline="Jane Doe, Associated Press"),
    )

    assert (3, 2, 0) == (block.carried.articles, block.carried.outlets, block.carried.unnamed)
    [copies] = block.carried.copies
    assert Copies("AP", copies.sources) == copies
    assert {place.source for place in block.places[:2]} == set(copies.sources)
    first, second = copies.sources
    assert f"3 articles, 2 outlets; [{first}] and [{second}] carry one AP report" == words


def test_one_text_in_two_papers_is_one_report(tmp_path):
    """The same text needs no agency's name to be one source."""
    one = draft(1, "Harbour Gazette")
    other = Draft("Quay again", f"{one.text}\n\nMore soon.", outlet="Bay Mail")
    block, words = told(tmp_path, one, other)

    assert (1, 0) == (block.carried.outlets, block.carried.unnamed)
    assert "2 articles, 1 outlet; [1] and [2] carry one and the same text" == words


@pytest.mark.parametrize(
    ("outlets", "expected"),
    [
        pytest.param(["Gazette", "Mail"], "2 outlets", id="two"),
        pytest.param(["Gazette", "The Gazette"], "2 articles, 1 outlet", id="one twice"),
        pytest.param(
            ["Gazette", None], "2 articles, 1 outlet; of 1 the outlet is not given", id="?"
        ),
        pytest.param([None, None], "2 articles, no outlet given", id="none named"),
        pytest.param(["Gazette"], None, id="a single article"),
    ],
)
def test_outlets_are_counted_as_far_as_they_are_known(tmp_path, outlets, expected):
    """An outlet that nobody named is not counted as another one."""
    drafts = [draft(number, outlet) for number, outlet in enumerate(outlets, start=1)]

    assert expected == told(tmp_path, *drafts)[1]


def test_a_source_says_that_it_carries_an_agency_report(tmp_path):
    """The reader sees whose report it is, and an agency is not named twice."""
    with record_of(tmp_path, [draft(1, "Bay Mail", "LONDON (AP) — "), draft(2, "AP")]) as record:
        sources = desk_of(record).who("Quill").sources

    assert {"Bay Mail (AP report)", "AP"} == {sourced.outlet(each) for each in sources}
