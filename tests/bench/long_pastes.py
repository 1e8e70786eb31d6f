"""Measure whether the time to read a pasted text grows no faster than its lines.

    python tests/bench/long_pastes.py

Pasted text is read in the product's own process, where nothing stops it, so no line may cost more
because there are many. Each kind of line is read in a text of 4,500 and in one of 18,000 (20,000
are refused). Prints how many times as long the longer took, which is 4 where each line costs the
same and 16 where each is compared with all, and exits with 1 where any passes 8.
"""

from __future__ import annotations

import contextlib
import datetime
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from index.errors import NoArticleText
from index.intake.file.door import read

FEW, MANY = 4_500, 18_000
MOST_TIMES = 8.0
TODAY = datetime.date(2024, 3, 12)
LINES = {
    "credit": "Photo: Aa Bb/Reuters",
    "caption": "Image caption",
    "button": "Sign up now",
    "name": "Ada Brook",
    "byline": "By Ada Brook",
    "date": "Published 12 March 2024",
    "address": "https://gazette.example/news/the-ferry-is-closed",
    "field": "Title: The ferry",
    "headline": "Why The Mayor Went Away In Haste",
    "dateline": "KYIV, Ukraine (AP) — The mayor said no.",
    "sentence": "The mayor said that the bridge would be closed until the spring of next year.",
    "quotation": "“No,” she said.",
    "question": "Q: Why did the mayor go?",
    "empty": "Ada\n",
}


def main() -> int:
    """Print a line for each kind; return the exit code."""
    times = {kind: seconds(line, MANY) / seconds(line, FEW) for kind, line in LINES.items()}
    for kind, ratio in times.items():
        print(f"{kind:10} {ratio:5.1f}")
    worst = max(times.values())
    print(f"{worst:.1f} at worst for {MANY // FEW} times as many lines (at most {MOST_TIMES})")
    return int(worst > MOST_TIMES)


def seconds(line: str, count: int) -> float:
    """Return the processor time that a text of one line over and over takes, best of two."""
    text = ("The ferry is closed\n\n" + f"{line}\n" * count).encode()
    return min(_timed(text) for _ in range(2))


def _timed(text: bytes) -> float:
    start = time.process_time()
    # Of some kinds nothing is left; finding that out is reading too.
    with contextlib.suppress(NoArticleText):
        read("paste.txt", text, TODAY)
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
