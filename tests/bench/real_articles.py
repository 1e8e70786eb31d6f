"""Measure answers from real articles: `python tests/bench/real_articles.py DATA WORK [--check]`.

DATA holds ``wikinews/`` and ``who_said/``. The questions (``real_articles.jsonl``) were written by
readers who knew nothing of the product, of 60 articles at a time: one that its article answers has
the places of the sentences that do, by offsets into the text; one without is near to it and not
answered there. No weight was learnt of them; some of a third of them were read when rules were
written, and of the others, held out, none. The measures are those of ``whole_articles.py``; a
sentence of another article never counts as an answer, though some are.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from searching import Json, KeptEmbedder, asked, check, opened, parser, row
from whole_articles import Judged, figures, part, table

from bot.asking import Desk
from index.article import Draft, Published
from index.record import Record

QUESTIONS = Path(__file__).with_name("real_articles.jsonl")
_WIKINEWS = "https://en.wikinews.org//wiki/"
# The questions are asked long after: no article is news any more.
_ASKED_AT = "2021-01-01"


def main() -> int:
    """Ask every question, print the table, and compare with the floors."""
    options = parser(__doc__ or "").parse_args()
    questions = [json.loads(line) for line in QUESTIONS.read_text("utf-8").splitlines()]
    drafts = dict(_articles(options.data, {each["article"] for each in questions}))
    embedder = KeptEmbedder(options.work / "vectors.sqlite")
    with opened(options.work / "real_articles", embedder, drafts) as (record, names):
        judged = list(judge(record, questions[:: options.every], drafts, names))
    tables = {
        name: table([one for one in judged if part(one.case) == name])
        for name in ("held out", "in sight")
    }
    for name, values in tables.items():
        print(row(name, values))
    return check("real_articles", figures(tables)) if options.check else 0


def _articles(data: Path, wanted: set[str]) -> Iterator[tuple[str, Draft]]:
    """Yield all of Wikinews, and what else is asked about, each under its name."""
    for path in sorted((data / "wikinews").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for each in csv.DictReader(file):
                day = Published(each["date"], "given")
                draft = Draft(each["title"], each["text"], "Wikinews", each["url"], published=day)
                yield each["url"].replace(_WIKINEWS, "wikinews/"), draft
    for path in sorted((data / "who_said" / "articles").glob("*.txt")):
        if path.stem in wanted:
            title, _, text = path.read_text("utf-8").partition("\n")
            outlet, day, _ = path.stem.split("_", 2)
            yield path.stem, Draft(title, text.strip(), outlet, published=Published(day, "given"))


def judge(
    record: Record, questions: Sequence[Json], drafts: Mapping[str, Draft], names: Mapping[str, str]
) -> Iterator[Judged]:
    """Ask every question, and tell which of the sentences shown stand where it is answered."""
    desk = Desk(record)
    for case in questions:
        text = drafts[case["article"]].text
        right = [_plain(text[start:end]) for start, end in case["answers"]]
        printed = asked(desk, case["question"], asked_at=_ASKED_AT)
        sources = {each["number"]: each["article_id"] for each in printed["sources"]}
        shown = [
            (one["text"], names[sources[one["places"][0]["source"]]] == case["article"])
            for one in printed["statements"]
        ]
        told = [here and _stands(_plain(text), right) for text, here in shown]
        yield Judged({**case, "key": right or None}, [text for text, _ in shown], told)


def _stands(shown: str, right: Sequence[str]) -> bool:
    return any(each in shown or shown in each for each in right)


def _plain(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    sys.exit(main())
