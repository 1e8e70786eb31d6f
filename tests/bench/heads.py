"""Measure headline, date and author of pages: `python tests/bench/heads.py DATA [--check]`.

DATA holds ``html/*.html.gz``, saved news pages. What a page states of its article in JSON-LD is the
truth, and is taken out of the page before it is read; so only pages that state something count,
persons only (no outlets and agencies) and headlines without the outlet's name behind them.
Each is read twice: as it is without JSON-LD, and without any meta tag too, as only its visible
text tells. Headline: the same letters and digits. Date: the same day; "dated" is the share of
dated pages that were given one. Author: words of the names shared, of all in either. trafilatura's
own reading of the same pages stands beside ours. ``--check`` fails below the floors.
"""

from __future__ import annotations

import argparse
import datetime
import gzip
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from index.errors import InputError
from index.intake import page
from index.intake.line.byline import is_agency
from index.intake.page.data import one_line, parse, read_data
from index.intake.page.head import author_names, find_outlet

FLOORS = {"title": 0.85, "date": 0.94, "author": 0.89}
# The pages were saved in 2019; no date after that can be theirs.
TODAY = datetime.date(2020, 12, 31)
_JSON_LD = re.compile(
    r"<script[^>]*application/ld\+json[^>]*>.*?</script\s*>", re.IGNORECASE | re.DOTALL
)
_META = re.compile(r"<meta\b[^>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of a page's article; None or empty where nothing is."""

    title: str | None
    day: str | None
    authors: tuple[str, ...]


def stated(html: str) -> Head:
    """Return what a page's JSON-LD says of its article."""
    tree = parse(html)
    if tree is None:
        return Head(None, None, ())
    article = read_data(tree, html).article
    date = one_line(article.get("datePublished")) or ""
    day = date[:10] if re.match(r"(?:19|20)\d\d-\d\d-\d\d", date) else None
    outlet = find_outlet(read_data(tree, html)) or ""
    return Head(_headline(article.get("headline"), outlet), day, tuple(_persons(article, outlet)))


def _headline(stated: object, outlet: str) -> str | None:
    """Return a headline without the outlet's name behind it, as readers know it."""
    title = one_line(stated)
    head, _, tail = (
        (title or "").rpartition(" | ")
        if " | " in (title or "")
        else (title or "").rpartition(" - ")
    )
    return head if head and letters(tail) == letters(outlet) else title


def _persons(article: Mapping[str, Any], outlet: str) -> Iterator[str]:
    """Yield the persons among the authors, without what stands behind their names."""
    for name in author_names(article.get("author")):
        person = re.split(r",| \| ", re.sub(r"^By\s+", "", name))[0]
        known = letters(person) in letters(outlet) or letters(outlet) in letters(person)
        if not (outlet and known) and not is_agency(person) and len(person.split()) > 1:
            yield person


def ours(html: str) -> Head:
    """Return what we read in a page."""
    try:
        draft = page.extract(html, TODAY)
    except InputError:
        return Head(None, None, ())
    day = draft.published.date if draft.published else None
    return Head(draft.title, day, tuple((draft.byline or "").split(", ")))


def theirs(html: str) -> Head:
    """Return what trafilatura reads in a page."""
    from trafilatura import bare_extraction

    found = bare_extraction(html, with_metadata=True)
    if found is None:
        return Head(None, None, ())
    return Head(found.title, found.date, tuple((found.author or "").split("; ")))


def letters(text: str | None) -> str:
    return re.sub(r"[\W_]", "", text or "").casefold()


def words(names: Iterable[str]) -> set[str]:
    return {word for name in names for word in re.findall(r"\w+", name.casefold())}


def overlap(found: Head, truth: Head) -> float:
    one, other = words(found.authors), words(truth.authors)
    return len(one & other) / len(one | other) if one | other else 1.0


def measure(pages: dict[str, str], truths: dict[str, Head], reader: Callable[[str], Head]) -> dict:
    """Return the share of pages in which each is right, and the seconds of processor time."""
    started = time.process_time()
    found = {name: reader(html) for name, html in pages.items()}
    spent = time.process_time() - started
    titled = [name for name, truth in truths.items() if truth.title]
    dated = [name for name, truth in truths.items() if truth.day]
    written = [name for name, truth in truths.items() if words(truth.authors)]
    return {
        "title": mean(letters(found[n].title) == letters(truths[n].title) for n in titled),
        "date": mean(found[n].day == truths[n].day for n in dated),
        "dated": mean(found[n].day is not None for n in dated),
        "author": mean(overlap(found[n], truths[n]) for n in written),
        "seconds": spent,
        "found": found,
    }


def mean(values: Iterable[float]) -> float:
    listed = [float(value) for value in values]
    return sum(listed) / len(listed) if listed else 0.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with html/*.html.gz")
    parser.add_argument("--check", action="store_true", help="fail below the pinned floors")
    parser.add_argument("--wrong", action="store_true", help="print what is not as stated")
    asked = parser.parse_args()
    sys.setrecursionlimit(10_000)
    whole = {
        path.name: gzip.decompress(path.read_bytes()).decode("utf-8", errors="replace")
        for path in sorted((asked.data / "html").glob("*.html.gz"))
    }
    truths = {name: stated(html) for name, html in whole.items()}
    truths = {name: head for name, head in truths.items() if head != Head(None, None, ())}
    held_out = {name: _JSON_LD.sub("", whole[name]) for name in truths}
    bare = {name: _META.sub("", html) for name, html in held_out.items()}
    print(f"{len(truths)} pages that state something of their article in JSON-LD")
    figures = {}
    for label, pages, reader in (
        ("without JSON-LD, ours", held_out, ours),
        ("without JSON-LD, trafilatura", held_out, theirs),
        ("visible text, ours", bare, ours),
        ("visible text, trafilatura", bare, theirs),
    ):
        figures[label] = told = measure(pages, truths, reader)
        print(
            f"{label:<30} title {told['title']:.3f}  date {told['date']:.3f} "
            f"(dated {told['dated']:.3f})  author {told['author']:.3f}  "
            f"{1000 * told['seconds'] / len(pages):.0f} ms a page"
        )
    first = figures["without JSON-LD, ours"]
    if asked.wrong:
        show_wrong(first["found"], truths)
    below = [name for name, floor in FLOORS.items() if first[name] < floor]
    if asked.check and below:
        print(f"below the floor: {', '.join(below)}", file=sys.stderr)
    return 1 if asked.check and below else 0


def show_wrong(found: dict[str, Head], truths: dict[str, Head]) -> None:
    for name, truth in truths.items():
        own = found[name]
        if truth.title and letters(own.title) != letters(truth.title):
            print(f"{name[:8]} title  {truth.title!r}\n                {own.title!r}")
        if truth.day and own.day != truth.day:
            print(f"{name[:8]} date   {truth.day} {own.day}")
        if words(truth.authors) and overlap(own, truth) < 1:
            print(f"{name[:8]} author {truth.authors} {own.authors}")


if __name__ == "__main__":
    sys.exit(main())
