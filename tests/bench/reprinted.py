"""Measure copies and follow-ups on articles not tuned on: `python tests/bench/reprinted.py DATA`.

DATA holds ``*.csv`` with the columns url, date, title, text: articles of one outlet. Each of them
is reprinted as other papers do it (cut by two fifths, framed by paragraphs of another article, one
word in forty changed, one number changed) and must be found again among all; and it is followed up
as papers do it (new paragraphs, then half of the old ones as background, on another day), and must
stay apart. So must every two articles as they stand. ``--check`` fails outside the bounds.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import itertools
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from index.article import Article, Published
from index.database.copies import LEAST_SHARED
from index.intake.likeness import likeness, sample

# Shorter ones have no part that could be background.
FEWEST_PARAGRAPHS = 6
FOUND, MERGED = 0.99, 0.0


def articles(data: Path) -> list[Article]:
    """Read the articles that are long enough."""
    csv.field_size_limit(10_000_000)
    found = []
    for path in sorted(data.glob("*.csv")):
        for row in csv.DictReader(path.read_text("utf-8").splitlines(keepends=True)):
            paragraphs = [" ".join(one.split()) for one in re.split(r"\n\s*\n", row["text"])]
            text = "\n\n".join(filter(None, paragraphs))
            published = Published(row["date"][:10], "metadata")
            if text.count("\n\n") >= FEWEST_PARAGRAPHS - 1:
                found.append(
                    Article("0" * 10, row["title"], text, url=row["url"], published=published)
                )
    return found


def paragraphs(article: Article) -> list[str]:
    return article.text.split("\n\n")


def cut(own: Article, other: Article) -> str:
    """Keep the first three fifths of an article."""
    kept = paragraphs(own)
    return "\n\n".join(kept[: max(3, len(kept) * 3 // 5)])


def framed(own: Article, other: Article) -> str:
    """Put a paragraph of another article before and behind."""
    frame = paragraphs(other)
    return "\n\n".join([frame[1], *paragraphs(own), frame[2]])


def reworded(own: Article, other: Article) -> str:
    """Change one word in forty."""
    words = own.text.split(" ")
    return " ".join("elsewhere" if n % 40 == 39 else word for n, word in enumerate(words))


def corrected(own: Article, other: Article) -> str:
    """Change the first number."""
    return re.sub(r"\d+", "41", own.text, count=1)


def follow_up(own: Article, other: Article) -> str:
    """Tell something new, and then half of the old article as background."""
    old, new = paragraphs(own), paragraphs(other)
    return "\n\n".join([*new, *old[len(old) // 2 :]])


def reprint(own: Article, text: str) -> Article:
    """Return another outlet's article of the same day."""
    return replace(own, text=text, url="https://another.example/a")


def later(own: Article, text: str) -> Article:
    """Return the same outlet's article of the next day."""
    day = datetime.date.fromisoformat(own.published.date) + datetime.timedelta(days=1)
    published = Published(day.isoformat(), "metadata")
    return replace(own, text=text, url=f"{own.url}-2", published=published)


def is_found(one: Article, other: Article) -> bool:
    """Tell whether one is looked up by the other's sampled runs, and then told as a copy."""
    left, right = sample(one.text), sample(other.text)
    candidate = len(left & right) >= LEAST_SHARED * max(1, min(len(left), len(right)))
    return candidate and likeness(one, other) is not None


def share(told: Callable[[Article, Article], bool], every: list[Article]) -> float:
    pairs = list(zip(every, [*every[1:], every[0]], strict=True))
    return sum(told(own, other) for own, other in pairs) / len(pairs)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with *.csv")
    parser.add_argument("--check", action="store_true", help="fail outside the pinned bounds")
    asked = parser.parse_args()
    every = articles(asked.data)
    found = {
        change.__name__: share(
            lambda own, other, change=change: is_found(own, reprint(own, change(own, other))), every
        )
        for change in (cut, framed, reworded, corrected)
    }
    followed = share(lambda own, other: is_found(own, later(own, follow_up(own, other))), every)
    samples = [sample(one.text) for one in every]
    merged = sum(
        bool(samples[a] & samples[b]) and likeness(every[a], every[b]) is not None
        for a, b in itertools.combinations(range(len(every)), 2)
    )
    print(f"{len(every)} articles")
    for name, figure in found.items():
        print(f"{name:<28} found {figure:.3f}")
    print(f"{'followed up':<28} merged {followed:.3f}")
    print(f"{'two articles as they stand':<28} merged {merged}")
    outside = min(found.values()) < FOUND or followed > MERGED or merged > 0
    return 1 if asked.check and outside else 0


if __name__ == "__main__":
    sys.exit(main())
