"""Holding a question to a time and an outlet."""

from __future__ import annotations

import datetime

import pytest

from bot.chat import narrowing
from bot.chat.courtesy import NotAllowedError
from bot.chat.markdown import shown
from bot.chat.narrowing import Limits
from index.article import Article, Published
from index.question import about
from index.search import Found, Hit
from index.search.rank import closeness

TODAY = datetime.date(2024, 3, 13)
NEAR = closeness((), frozenset(), frozenset(), 0.0)


def article(date: str | None, outlet: str | None = None, url: str | None = None) -> Article:
    return Article("a", "T", "x", outlet, None, url, Published(date, "given") if date else None)


def narrowed(limits: Limits, *articles: Article) -> narrowing.Narrowed:
    by_id = {str(number): one for number, one in enumerate(articles)}
    hits = tuple(Hit(each, 0, 1, NEAR) for each in by_id)
    return narrowing.narrow(Found(about("Kirby"), hits), by_id, limits)


@pytest.mark.parametrize(
    ("since", "until", "date", "kept"),
    [
        pytest.param("2024-03-12", "", "2024-03-12", True, id="the day itself"),
        pytest.param("2024-03-12", "", "2024-03-11", False, id="a day early"),
        pytest.param("2024-03", "", "2024", True, id="a year that may be after"),
        pytest.param("2024-03", "", "2023", False, id="a year before"),
        pytest.param("", "2024-02", "2024-02-29", True, id="the last day of a month"),
        pytest.param("", "2024-02", "2024-03", False, id="the month after"),
        pytest.param("2023", "2023", "2023-12-31", True, id="within a year"),
        pytest.param("2023", "2023", "2024-01-01", False, id="after a year"),
    ],
)
def test_what_may_be_meant_stays(since, until, date, kept):
    """Limits are days, months or years; what is known less exactly stays when it may be meant."""
    assert kept == (not narrowed(Limits(since, until), article(date)).left_out)


def test_what_has_no_date_is_never_left_out():
    """It stays, and is counted, so that it can be said."""
    result = narrowed(Limits("2024"), article(None), article("2023"))

    assert (1, 1, 1) == (len(result.found.hits), result.left_out, result.undated)


@pytest.mark.parametrize(
    ("outlet", "one", "kept"),
    [
        pytest.param("gazette", article(None, "The Harbour Gazette"), True, id="a word"),
        pytest.param("harbour gazette", article(None, "Harbour Gazette"), True, id="two words"),
        pytest.param("times", article(None, "Harbour Gazette"), False, id="another"),
        pytest.param(
            "gazette.example", article(None, None, "https://www.gazette.example/a"), True, id="site"
        ),
        pytest.param("gazette", article(None), False, id="not given"),
    ],
)
def test_an_outlet_is_found_by_its_words(outlet, one, kept):
    """By words of its name, or by its site; what names none is left out and counted."""
    result = narrowed(Limits(outlet=outlet), one)

    assert kept == bool(result.found.hits)
    assert (one.outlet is None and one.url is None) == bool(result.no_outlet)


@pytest.mark.parametrize(
    ("written", "read"),
    [("Today", "2024-03-13"), ("yesterday", "2024-03-12"), (" 2024-03 ", "2024-03"), ("", "")],
)
def test_dates_are_read_as_people_write_them(written, read):
    """Words for days are those of the server's time zone."""
    assert read == narrowing.read(written, "", "", TODAY).since


@pytest.mark.parametrize("written", ["Monday", "2024-13", "2024-02-30", "24", "12/03/2024"])
def test_what_is_no_date_is_refused(written):
    """A date that may mean two days is none."""
    with pytest.raises(NotAllowedError, match="is not a date"):
        narrowing.read(written, "", "", TODAY)


def test_limits_that_allow_nothing_are_refused():
    """Since may not lie behind until."""
    with pytest.raises(NotAllowedError, match="ends too early"):
        narrowing.read("2024", "2023", "", TODAY)


def test_nothing_left_has_a_reason():
    """Where all was left out, the answer is a refusal and names nobody else."""
    result = narrowed(Limits("2024"), article("2023"))

    assert result.found.missing == "nothing"
    assert "Only since 2024; that leaves out 1 statement." == narrowing.described(
        Limits("2024"), result, str
    )


def test_words_of_the_asker_make_no_link():
    """What somebody typed as an outlet stands in a public message, and can make nothing there."""
    limits = Limits(outlet="[x](https://example.org) @everyone")
    said = narrowing.described(limits, narrowed(limits, article("2023")), shown)

    assert "](" not in said.replace("\\](", "").replace("]\\(", "")
    assert "\\@everyone" in said
