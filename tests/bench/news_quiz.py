"""Measure search on questions about the week's news: `python tests/bench/news_quiz.py DATA WORK`.

DATA holds ``quiz.json`` (RealTimeQA: questions, four choices, the article that answers). Reported
for us and for plain rankings of the same passages:

    nDCG@10, Hits@1/4/10   the answering article among those of the ten best passages
    choice                 the choice with the most in the top five passages, by
                           sum of (2 [choice stands in it] + share of its words) / rank
    none-form              the form with "none of the above": none, where the best stands in none
    shown                  the right choice's words stand, in order, in the statements of the answer
    shown, words           all of them stand in the statements, in whatever order and form
"""

from __future__ import annotations

import datetime
import json
import re
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from searching import (
    Json,
    KeptEmbedder,
    Plain,
    Values,
    articles,
    asked,
    check,
    found_articles,
    hit,
    holds,
    ndcg,
    opened,
    parser,
    row,
    searched,
)

from bot.asking import Desk
from index.article import Draft, Published
from index.record import Record
from index.word import coverage, stems, topic_stems, words

NONE = re.compile(r"none of the above", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"/(20\d\d)/(\d\d)/(\d\d)/")


def draft_of(entry: Json) -> Draft:
    """Return an entry as an article; without a headline its first words stand in for one."""
    title = entry["title"].strip() or " ".join(entry["text"].split()[:10])
    url = f"https://{entry['id']}"
    day = _IN_ADDRESS.search(url)
    published = Published("-".join(day.groups()), "given") if day else None
    return Draft(title=title, text=entry["text"].strip(), url=url, published=published)


def load(data: Path) -> tuple[dict[str, Draft], list[Json]]:
    """Read the articles, by name, and the questions."""
    quiz = json.loads((data / "quiz.json").read_text("utf-8"))
    return {each["id"]: draft_of(each) for each in quiz["docs"]}, quiz["questions"]


def main() -> int:
    """Ask the questions and print the table."""
    options = parser(__doc__ or "").parse_args()
    drafts, questions = load(options.data)
    questions = questions[:: options.every]
    with opened(options.work / "news_quiz", _embedder(options.work), drafts) as (record, names):
        rows = measure(record, questions, names)
    for name, values in rows.items():
        print(row(name, values))
    ours = {name: statistics.fmean(values) for name, values in rows["On Record"].items()}
    return check("news_quiz", ours) if options.check else 0


def _embedder(work: Path) -> KeptEmbedder:
    return KeptEmbedder(work / "vectors.sqlite")


def measure(record: Record, questions: Sequence[Json], names: dict[str, str]) -> dict[str, Values]:
    """Return a row of values for each ranking."""
    plain, desk = Plain(record), Desk(record)
    rows: dict[str, Values] = {}
    for question in questions:
        gold = set(question["gold_docs"])
        for name, ranked in plain.rankings(question["question"]).items():
            texts = [one.text for one in record.database.passages(ranked[:5])]
            found = [names[one] for one in articles(ranked)]
            _add(rows.setdefault(name, {}), {**_found(found, gold), **_chosen(question, texts)})
        shown = asked(desk, question["question"], asked_at=_day(question))["statements"]
        values = {
            **ranked_by_us(record, desk, question, names),
            **_shown(question, " \n ".join(one["text"] for one in shown)),
        }
        _add(rows.setdefault("On Record", {}), values)
    return rows


def ranked_by_us(
    record: Record, desk: Desk, question: Json, names: dict[str, str]
) -> dict[str, float]:
    """Return what our ranking of the passages comes to for one question."""
    printed = searched(desk, question["question"], asked_at=_day(question))
    found = [names[one] for one in found_articles(printed)]
    return {
        **_found(found, set(question["gold_docs"])),
        **_chosen(question, _texts(record, printed)),
    }


def _day(question: Json) -> str:
    return datetime.datetime.strptime(question["date"], "%Y/%m/%d").date().isoformat()


def _add(to: Values, values: dict[str, float]) -> None:
    for name, value in values.items():
        to.setdefault(name, []).append(value)


def _texts(record: Record, printed: Json) -> list[str]:
    found = []
    for one in printed["passages"][:5]:
        stored = record.article(one["article_id"])
        assert stored is not None
        found.append(stored.article.text[one["start"] : one["end"]])
    return found


def _found(found: Sequence[str], gold: set[str]) -> dict[str, float]:
    hits = {f"Hits@{depth}": hit(found, gold, depth) for depth in (1, 4, 10)}
    return {"nDCG@10": ndcg(found, gold), **hits}


def _chosen(question: Json, texts: Sequence[str]) -> dict[str, float]:
    best, _ = _best(question["choices"], texts)
    offered = question["nota_choices"]
    chosen, stands = _best(offered, texts)
    none = next(number for number, choice in enumerate(offered) if NONE.match(choice))
    return {
        "choice": float(best == question["answer"]),
        "none-form": float((chosen if stands else none) == question["nota_answer"]),
    }


def _best(choices: Sequence[str], texts: Sequence[str]) -> tuple[int, bool]:
    """Return the number of the best choice, and whether it stands in a passage."""

    def score(choice: str) -> float:
        return sum(
            (2 * holds(choice, text) + coverage(words(choice), frozenset(words(text)))) / rank
            for rank, text in enumerate(texts, start=1)
        )

    real = [number for number, choice in enumerate(choices) if not NONE.match(choice)]
    best = max(real, key=lambda number: score(choices[number]))
    return best, any(holds(choices[best], text) for text in texts)


def _shown(question: dict[str, Any], text: str) -> dict[str, float]:
    right = question["choices"][question["answer"]]
    wanted = topic_stems(right) or words(right)
    return {
        "shown": float(holds(right, text)),
        "shown, words": float(coverage(wanted, stems(text)) == 1),
    }


if __name__ == "__main__":
    sys.exit(main())
