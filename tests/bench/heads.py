"""Measure headline, date and author of pages: `python tests/bench/heads.py DATA… [--check]`.

Each DATA is a folder of saved news pages (``*.html``, ``*.html.gz``). The floors are those of two:
91 pages, and ``tests/data/html`` of newspaper4k 0.9.6 (`pip download --no-deps --no-binary
newspaper4k newspaper4k==0.9.6`). What a page states in the
first of its channels for machines is the truth (``held_out``), and that channel is taken out of
the page before it is read: first alone, then with all the others, so that only the visible text
tells. Persons only count as authors (no outlets and agencies), and headlines without the outlet's
name behind them. Headline: the same letters and digits. Date: the same day; "dated" is the share of
dated pages that were given one. Author: words of the names shared, of all in either. trafilatura's
own reading of the same pages stands beside ours. ``--check`` fails below the floors.
"""

from __future__ import annotations

import argparse
import datetime
import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from held_out import CHANNELS, NOTHING, Channel, Head, Saved, letters, saved_pages, without

from index.errors import InputError
from index.intake import page

FLOORS = {"title": 0.92, "date": 0.95, "author": 0.94}
# Of the figures that are held to the floors.
FIRST = "all, ours"
# The latest page in the two sets that we use was saved in 2024.
TODAY = datetime.date(2024, 12, 31)
FIELDS = {"title": "title", "date": "day", "author": "authors"}

Reader = Callable[[str], Head]


@dataclass(frozen=True, slots=True)
class Reading:
    """One field of one page: what is true, and what was read without the channel that says so."""

    page: str
    field: str
    truth: Head
    found: Head

    @property
    def score(self) -> float:
        """How right it is, 0 to 1."""
        if self.field == "title":
            return float(letters(self.found.title) == letters(self.truth.title))
        if self.field == "date":
            return float(self.found.day == self.truth.day)
        one, other = words(self.found.authors), words(self.truth.authors)
        return len(one & other) / len(one | other)


def ours(html: str) -> Head:
    """Return what we read in a page."""
    try:
        draft = page.extract(html, TODAY)
    except InputError:
        return NOTHING
    day = draft.published.date if draft.published else None
    return Head(draft.title, day, tuple((draft.byline or "").split(", ")))


def theirs(html: str) -> Head:
    """Return what trafilatura reads in a page."""
    from trafilatura import bare_extraction

    found = bare_extraction(html, with_metadata=True)
    if found is None:
        return NOTHING
    return Head(found.title, found.date, tuple((found.author or "").split("; ")))


def words(names: Iterable[str]) -> set[str]:
    return {word for name in names for word in re.findall(r"\w+", name.casefold())}


def readings(pages: list[Saved], reader: Reader, *, all_channels: bool) -> list[Reading]:
    """Read every page once for each of its channels that is the truth of something."""
    done = []
    for saved in pages:
        found: dict[Channel, Head] = {}
        for name, field in FIELDS.items():
            channel = saved.channel(field)
            if channel is None:
                continue
            if channel not in found:
                dropped = CHANNELS if all_channels else (channel,)
                found[channel] = reader(without(saved.html, *dropped))
            done.append(Reading(saved.name, name, saved.stated[channel], found[channel]))
    return done


def told(readings: list[Reading], label: str) -> dict[str, float]:
    """Print and return the share of pages in which each field is right."""
    figures = {}
    for field in FIELDS:
        scores = [one.score for one in readings if one.field == field]
        figures[field] = sum(scores) / max(1, len(scores))
        figures[f"{field} pages"] = len(scores)
    dates = [one for one in readings if one.field == "date"]
    dated = sum(one.found.day is not None for one in dates) / max(1, len(dates))
    shown = "  ".join(
        f"{field} {figures[field]:.3f} of {figures[f'{field} pages']:.0f}" for field in FIELDS
    )
    print(f"{label:<34} {shown}  (dated {dated:.3f})")
    return figures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="+", help="folders of saved pages")
    parser.add_argument("--check", action="store_true", help="fail below the pinned floors")
    parser.add_argument("--wrong", action="store_true", help="print what is not as stated")
    asked = parser.parse_args()
    sys.setrecursionlimit(10_000)
    folders = {folder: list(saved_pages(folder)) for folder in asked.data}
    pages = [saved for found in folders.values() for saved in found]
    print(f"{len(pages)} pages that state something of their article to machines")
    first = readings(pages, ours, all_channels=False)
    figures = told(first, FIRST)
    for folder, found in folders.items():
        names = {saved.name for saved in found}
        told([one for one in first if one.page in names], f"{folder.name}, ours")
    told(readings(pages, theirs, all_channels=False), "all, trafilatura")
    told(readings(pages, ours, all_channels=True), "visible text, ours")
    told(readings(pages, theirs, all_channels=True), "visible text, trafilatura")
    if asked.wrong:
        show_wrong(first)
    below = [name for name, floor in FLOORS.items() if figures[name] < floor]
    if asked.check and below:
        print(f"below the floor: {', '.join(below)}", file=sys.stderr)
    return 1 if asked.check and below else 0


def show_wrong(readings: list[Reading]) -> None:
    for one in readings:
        if one.score < 1:
            field = FIELDS[one.field]
            print(f"{one.page[:30]} {one.field}\n    {getattr(one.truth, field)!r}")
            print(f"    {getattr(one.found, field)!r}")


if __name__ == "__main__":
    sys.exit(main())
