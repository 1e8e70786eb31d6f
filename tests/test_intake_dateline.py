"""A line below the headline that holds a newspaper's name and a date is neither text nor byline."""

from __future__ import annotations

import datetime

import pytest

from index.intake.paste import clean

TODAY = datetime.date(2026, 11, 22)
TEXT = (
    "A trawler captain told his mate to burn the logbook hours after a collision, a jury heard.\n\n"
    "The judge, Ann Roe, told jurors not to discuss the case with anybody at home or elsewhere.\n"
)
LINES = [
    pytest.param("Coastal Court News, 21 October 2024", "Coastal Court News", id="comma"),
    pytest.param("Coastal Court News | 21 October 2024", "Coastal Court News", id="bar"),
    pytest.param("Coastal Court News – October 21, 2024", "Coastal Court News", id="dash"),
    pytest.param("Port Ann, 21 October 2024", None, id="a place, or a name that is no newspaper's"),
]


@pytest.mark.parametrize(("line", "outlet"), LINES)
def test_outlet_and_date_are_taken_from_the_line_below_the_headline(
    line: str, outlet: str | None
) -> None:
    draft = clean(f"Captain burned logbook, court hears\n{line}\n\n{TEXT}", TODAY)

    assert (outlet, None, "2024-10-21") == (
        draft.outlet,
        draft.byline,
        draft.published and draft.published.date,
    )
    assert draft.text.startswith("A trawler captain")
