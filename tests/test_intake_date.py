"""Dates that a page states are read, and no others."""

from __future__ import annotations

import datetime

import pytest

from index.article import Published
from index.intake.line.date import find_date, is_date_line, stated_dates
from index.intake.line.first_issue import first_year

TODAY = datetime.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Published 4 August 2023 10:31 BST", "2023-08-04"),
        ("Fri 4 Aug 2023 12.00 BST", "2023-08-04"),
        ("August 4th, 2023 at 9:14 a.m. EDT", "2023-08-04"),
        ("Sept. 6, 2022 5:01 pm ET", "2022-09-06"),
        ("2023-08-04T10:31:00+01:00", "2023-08-04"),
        ("2023/08/04", "2023-08-04"),
        ("4. August 2023, 10:31 Uhr", "2023-08-04"),
        ("4 de agosto de 2023 - 09:40", "2023-08-04"),
        ("le 4 août 2023 à 9h40", "2023-08-04"),
        ("2023年8月4日", "2023-08-04"),
        ("23/09/2022", "2022-09-23"),
        ("09/23/2022", "2022-09-23"),
        ("06/06/2022", "2022-06-06"),
        ("06/09/2022", None),
        ("06.09.2022", None),
    ],
)
def test_date_with_a_year_is_read(line: str, date: str | None) -> None:
    """Names of months decide; figures that can be read in two ways decide nothing."""
    assert [date] == [stated.date for stated in stated_dates(line)]


def test_a_date_before_the_outlets_first_year_is_passed_over() -> None:
    """The next place that gives one is believed; why the first was not is told."""
    lines = [("1850-08-04", "metadata"), ("Published 4 August 2023", "page")]

    dating = find_date(iter(lines[:1]), TODAY, first=1851)
    assert dating.published is None
    assert "before the outlet’s first year, 1851" in dating.warnings[0]
    assert find_date(iter(lines), TODAY, first=1851).published == Published("2023-08-04", "page")


@pytest.mark.parametrize(
    ("url", "stated", "year"),
    [
        ("https://www.nytimes.com/2024/a", None, 1851),
        ("https://edition.cnn.com/a", None, 1980),
        ("https://gazette.example/a", None, None),
        ("https://gazette.example/a", "1901-02-03", 1901),
        ("https://gazette.example/a", "soon", None),
        (None, None, None),
    ],
)
def test_the_first_year_of_an_outlet(url: str | None, stated: str | None, year: int | None) -> None:
    """Its own page says it, else the list of well-known ones; of others nothing is known."""
    assert first_year(url, stated) == year


@pytest.mark.parametrize(
    "line",
    ["Tuesday, September 6th", "2 hours ago", "yesterday", "10:31", "31 February 2023", "© 2023"],
)
def test_no_date_is_made_of_less(line: str) -> None:
    """A day without its year, a time, a day that is none: nothing is taken."""
    assert [] == stated_dates(line)


def test_day_comes_first_where_the_language_has_it_so() -> None:
    """A page that is not English writes 06.09.2022 for the sixth of September."""
    assert ["2022-09-06"] == [s.date for s in stated_dates("06.09.2022", day_first=True)]


@pytest.mark.parametrize(
    ("lines", "date", "warned"),
    [
        pytest.param(["4 August 2023"], "2023-08-04", False, id="alone"),
        pytest.param(
            ["Updated 5 Aug 2023", "Published 4 Aug 2023"], "2023-08-04", False, id="both"
        ),
        pytest.param(["Published", "4 Aug 2023"], "2023-08-04", False, id="label above"),
        pytest.param(
            ["Updated: 5 Aug 2023 | Published: 4 Aug 2023"], "2023-08-04", False, id="one line"
        ),
        pytest.param(["Updated 5 Aug 2023"], "2023-08-05", True, id="update alone is told"),
        pytest.param(["August 2023"], "2023-08", False, id="month"),
        pytest.param(["22 November 2026"], "2026-11-22", False, id="today"),
        pytest.param(["23 November 2026"], None, True, id="tomorrow"),
        pytest.param(["December 2026"], None, True, id="next month"),
        pytest.param(["06/09/2022", "4 Aug 2023"], "2023-08-04", False, id="ambiguous, then clear"),
        pytest.param(["2 hours ago"], None, False, id="relative"),
    ],
)
def test_published_is_believed_before_updated(
    lines: list[str], date: str | None, warned: bool
) -> None:
    """The label before a date ranks it; the future is refused and doubts are told."""
    dating = find_date([(line, "page") for line in lines], TODAY)

    assert (Published(date, "page") if date else None) == dating.published
    assert warned == bool(dating.warnings)


@pytest.mark.parametrize(
    ("line", "is_date"),
    [
        ("Updated 10:31 BST", True),
        ("Wed 5 Jul 2023 18.00 CEST", True),
        ("2h ago", True),
        ("May said no", False),
        ("March on Rome", False),
        ("On 4 August 2023 the bridge fell", False),
        ("***", False),
    ],
)
def test_line_that_is_only_a_date_is_told(line: str, is_date: bool) -> None:
    """A line with any other word in it is no date line."""
    assert is_date == is_date_line(line)
