"""Measure the reading of saved pages: `python tests/bench/pages.py DATA [--check]`.

DATA holds ``ground-truth.json`` (``articleBody``, ``url``) and ``html/*.html.gz``. For each page:
word 4-grams of what was read against those of the body, precision, recall and F1 averaged over
the pages. Twice: the saved page itself, and the same page as a person pastes it (all its visible
text, menus and footers too). Titles and dates of the pastes are compared with those that the page
states in its own data. ``--check`` fails when a figure is below its floor.
"""

from __future__ import annotations

import argparse
import datetime
import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[2]))

from index.article import Draft
from index.errors import InputError
from index.intake import page, paste
from index.intake.page.data import parse

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# trafilatura 2.3.1 as it comes reaches .960 on these pages; we pin what we reach, less a little.
FLOORS = {"page F1": 0.972, "page recall": 0.980, "paste F1": 0.820, "paste recall": 0.980}
# Of trafilatura's own time, for body, headline, date and author.
SLOWEST = 1.2
# The pages were saved in 2019; no date after that can be theirs.
TODAY = datetime.date(2020, 12, 31)
GRAM = 4
_HIDDEN = frozenset("script style noscript template svg head iframe textarea select".split())
_BLOCKS = frozenset(
    """
    address article aside blockquote body button dd details div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody
    td tfoot th thead tr ul br
    """.split()
)
_PARAGRAPHS = frozenset("p h1 h2 h3 h4 h5 h6 blockquote ul ol dl figure table".split())


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved page and the body that a reader found in it."""

    html: str
    body: str


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 of one page."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def saved_pages(data: Path) -> Iterator[Saved]:
    """Yield the pages with their bodies."""
    truth = json.loads((data / "ground-truth.json").read_text("utf-8"))
    for key, entry in truth.items():
        html = gzip.decompress((data / "html" / f"{key}.html.gz").read_bytes())
        yield Saved(html.decode("utf-8", errors="replace"), entry["articleBody"])


def score(text: str, body: str) -> Score:
    """Compare two texts by their word 4-grams, as the data's makers do."""
    found, wanted = grams(text), grams(body)
    shared = sum((found & wanted).values())
    return Score(shared / max(1, sum(found.values())), shared / max(1, sum(wanted.values())))


def grams(text: str) -> Counter[tuple[str, ...]]:
    """Count the word 4-grams of a text; a text of fewer words is one gram, none has none."""
    words = re.findall(r"\w+", text.lower())
    count = max(1, len(words) - GRAM + 1) if words else 0
    return Counter(tuple(words[start : start + GRAM]) for start in range(count))


def all_visible(html: str) -> str:
    """Return what selecting all of a page and copying it gives, nearly."""
    tree = parse(html)
    text = "" if tree is None else "".join(_visible(tree))
    return re.sub(r"\n{3,}", "\n\n", re.sub(r" *\n *", "\n", text)).strip()


def _visible(element: HtmlElement) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in _HIDDEN:
        return
    if "display:none" in (element.get("style") or "").replace(" ", ""):
        return
    mark = "\n\n" if element.tag in _PARAGRAPHS else "\n" if element.tag in _BLOCKS else ""
    yield mark
    yield re.sub(r"\s+", " ", element.text or "")
    for child in element:
        yield from _visible(child)
        yield re.sub(r"\s+", " ", child.tail or "")
    yield mark


def read_all(pages: list[Saved], reader: Callable[[str], Draft]) -> list[Draft | None]:
    """Read every page; None where nothing was found."""
    drafts: list[Draft | None] = []
    for saved in pages:
        try:
            drafts.append(reader(saved.html))
        except InputError:
            drafts.append(None)
    return drafts


def measure(pages: list[Saved], drafts: list[Draft | None], name: str) -> dict[str, float]:
    """Average the scores of all pages; a page without a draft scores nothing."""
    scores = [
        score(draft.text if draft else "", saved.body)
        for saved, draft in zip(pages, drafts, strict=True)
    ]
    return {
        f"{name} precision": sum(one.precision for one in scores) / len(scores),
        f"{name} recall": sum(one.recall for one in scores) / len(scores),
        f"{name} F1": sum(one.f1 for one in scores) / len(scores),
    }


def compare_heads(stated: list[Draft | None], pasted: list[Draft | None]) -> dict[str, float]:
    """Compare titles and dates of pastes with what the pages' own data state."""
    pairs = [(one, other) for one, other in zip(stated, pasted, strict=True) if one and other]
    dated = [(one.published, other.published) for one, other in pairs if other.published]
    same = sum(_letters(one.title) == _letters(other.title) for one, other in pairs)
    return {
        "paste title": same / len(pairs),
        "paste dated": len(dated) / len(pairs),
        "paste date right": sum(
            bool(one and other and one.date == other.date) for one, other in dated
        )
        / max(1, len(dated)),
    }


def seconds_of_trafilatura(pages: list[Saved]) -> float:
    """Return how long trafilatura takes for the same: body, headline, date and author."""
    from trafilatura import bare_extraction

    started = time.process_time()
    for saved in pages:
        bare_extraction(saved.html, with_metadata=True)
    return time.process_time() - started


def _letters(title: str) -> str:
    return re.sub(r"\W", "", title).casefold()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with ground-truth.json")
    parser.add_argument("--check", action="store_true", help="fail below the pinned floors")
    asked = parser.parse_args()
    sys.setrecursionlimit(10_000)
    pages = list(saved_pages(asked.data))
    started = time.process_time()
    read = read_all(pages, lambda html: page.extract(html, TODAY))
    seconds = time.process_time() - started
    ratio = seconds / seconds_of_trafilatura(pages)
    pasted = read_all(pages, lambda html: paste.clean(all_visible(html), TODAY))
    figures = {
        **measure(pages, read, "page"),
        **measure(pages, pasted, "paste"),
        **compare_heads(read, pasted),
    }
    print(
        f"{len(pages)} pages, {1000 * seconds / len(pages):.0f} ms of processor time each, ", end=""
    )
    print(f"{ratio:.2f} of trafilatura's alone (at most {SLOWEST})")
    for name, figure in figures.items():
        print(f"{name:<18} {figure:.3f}  {f'floor {FLOORS[name]:.3f}' if name in FLOORS else ''}")
    below = [name for name, floor in FLOORS.items() if figures[name] < floor]
    if ratio > SLOWEST:
        below.append("speed")
    if asked.check and below:
        print(f"below the floor: {', '.join(below)}", file=sys.stderr)
    return 1 if asked.check and below else 0


if __name__ == "__main__":
    sys.exit(main())
