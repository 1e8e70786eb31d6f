"""Measure answers from whole articles: `python tests/bench/whole_articles.py [--check] [--errors]`.

``whole_articles/`` holds invented articles of many sorts, and questions as a newsroom types them. A
question that the articles answer has a key, which the sentences that answer match; one without is
near to them and not answered. The rules were written, and weights were learnt, with all but the
questions marked as held out in sight; of these some were written later than most rules. A row for
each part:

    first           the first sentence shown answers
    shown           one of those shown answers
    wrongly refused an answer is on record, and nothing is shown
    refused         none is on record, and nothing is shown
    beside          sentences shown beside one that answers, for each question so answered
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from searching import Json, Values, asked, check, row

from bot.asking import Desk
from bot.settings import Settings
from bot.wiring import open_record
from index.article import from_markdown
from index.record import Record

FOLDER = Path(__file__).with_name("whole_articles")
_CURLED = str.maketrans("’‘“”", "''\"\"")


@dataclass(frozen=True, slots=True)
class Judged:
    """A question, the sentences shown for it, and which of them answer."""

    case: Json
    shown: Sequence[str]
    right: Sequence[bool]

    def measures(self) -> Iterator[tuple[str, float]]:
        """Yield (measure, value), of those that are defined for this question."""
        if self.case["key"] is None:
            yield "refused", float(not self.shown)
            return
        yield "first", float(self.right[:1] == [True])
        yield "shown", float(any(self.right))
        yield "wrongly refused", float(not self.shown)
        if any(self.right):
            yield "beside", float(len(self.right) - sum(self.right))


def main() -> int:
    """Ask every question, print the table, and compare with the floors."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="fail below a pinned floor")
    parser.add_argument("--errors", action="store_true", help="print what was not right first")
    options = parser.parse_args()
    with on_record() as record:
        judged = list(judge(record, cases()))
    tables = {
        name: table([one for one in judged if part(one.case) == name])
        for name in ("held out", "held out later", "in sight")
    }
    for name, values in tables.items():
        print(row(name, values))
    if options.errors:
        print("\n".join(errors(judged)))
    return check("whole_articles", figures(tables)) if options.check else 0


def cases() -> list[Json]:
    """Return the questions, with their keys."""
    lines = (FOLDER / "questions.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def part(case: Json) -> str:
    """Return which part of the questions one belongs to."""
    if not case.get("held_out"):
        return "in sight"
    return "held out later" if case.get("written") == "later" else "held out"


@contextmanager
def on_record() -> Iterator[Record]:
    """Give a record of all the articles, in a folder that is gone afterwards."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_record(Settings(data=Path(folder)), "bench", print) as record,
    ):
        for path in sorted((FOLDER / "articles").iterdir()):
            record.add(from_markdown(path.read_text("utf-8")), index=False)
        record.level()
        yield record


def judge(record: Record, questions: Sequence[Json]) -> Iterator[Judged]:
    """Ask every question."""
    desk = Desk(record)
    for case in questions:
        more = {name: case[name] for name in ("history", "asked_at") if name in case}
        shown = [one["text"] for one in asked(desk, case["question"], **more)["statements"]]
        yield Judged(case, shown, [answers(case, text) for text in shown])


def answers(case: Json, text: str) -> bool:
    """Tell whether a sentence matches the key of a question, if it has one."""
    key = case["key"]
    return key is not None and re.search(_plain(key), _plain(text)) is not None


def _plain(text: str) -> str:
    return " ".join(text.translate(_CURLED).split()).casefold()


def table(judged: Sequence[Judged]) -> Values:
    """Gather the measures of some questions."""
    values: Values = {}
    for one in judged:
        for name, value in one.measures():
            values.setdefault(name, []).append(value)
    return values


def figures(tables: Mapping[str, Values]) -> dict[str, float]:
    """Return each figure under the name of its floor; what must stay low is held from above."""
    found: dict[str, float] = {}
    for half, values in tables.items():
        for name, each in values.items():
            mean = statistics.fmean(each)
            low = name in ("wrongly refused", "beside")
            found[f"{half}: {'not ' if low else ''}{name}"] = -mean if low else mean
    return found


def errors(judged: Sequence[Judged]) -> Iterator[str]:
    """Yield the questions that are not answered rightly first, with what is shown."""
    for one in judged:
        wrong = bool(one.shown) if one.case["key"] is None else one.right[:1] != [True]
        if wrong and not one.case.get("held_out"):  # what is held out is not looked at
            yield f"\n{one.case['id']} {one.case['question']}\n  wanted: {one.case['key']}"
            yield from (f"  {text[:100]}" for text in one.shown)


if __name__ == "__main__":
    sys.exit(main())
