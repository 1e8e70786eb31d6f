"""Measure answers to “What did X say about Y?”: `python tests/bench/said_answers.py DATA WORK`.

DATA is the who_said folder (``articles/*.txt``, ``cases.json``); WORK a folder that keeps the index
between runs. Each case is asked end to end and the ``said`` ranges of the first five statements
are scored, without the three most frequent speakers:

    misattribution   20 or more of the said characters are others' words
    correct          half of the said characters lie in what the speaker is annotated to have said
    ignored          half of them belong to a bare pronoun that the annotators left open

``left open`` counts the cases where no statement is correct and one of the case’s article is
ignored: mostly the person’s own words, by “he” or “she”. The reference answers with the five
sentences nearest to the headline that name the person; each counts whole. Intervals (95 %) are over
articles. ``--every N`` asks every Nth case, ``--half tuned|unseen`` those of one half of the
articles.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from nearest import nearest_naming
from rich.progress import track
from who_said import half_of

from bot.asking import Desk
from bot.settings import Settings
from bot.wiring import open_record
from index.article import Draft, Published

FREQUENT = {"Trump", "Clinton", "Obama"}
SHOWN = 5
ROUNDS = 300
Case = dict[str, Any]
Ranges = Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one case: a verdict for each statement shown, and how much was found."""

    article: str
    verdicts: tuple[str, ...]
    recall: float
    outcome: str


def main() -> None:
    """Ask the cases and print one line of figures."""
    arguments = _arguments()
    cases = json.loads((arguments.data / "cases.json").read_text("utf-8"))
    with open_record(Settings(data=arguments.work), "bench", print) as record:
        placed = add(arguments.data, cases, record)
        record.level()
        chosen = [
            case
            for case in cases
            if case["last"] not in FREQUENT
            and (not arguments.half or half_of(case["article"]) == arguments.half)
        ][:: arguments.every]
        desk = Desk(record)
        answers = [ask(desk, case, placed) for case in track(chosen)]
        baseline = [nearest(record, case, placed) for case in track(chosen)]
    for label, results in (("On Record", answers), ("reference", baseline)):
        print(f"{label}, {len(results)} cases\n{table(results)}")


def add(data: Path, cases: Iterable[Case], record: Any) -> dict[str, tuple[str, int]]:
    """Add every article; return its id and where its stored text begins in the annotated one."""
    heads = {case["article"]: case for case in cases}
    placed: dict[str, tuple[str, int]] = {}
    for path in sorted((data / "articles").glob("*.txt")):
        text = path.read_text("utf-8")
        body = text
        case = heads.get(path.stem)
        title = case["title"] if case else text.partition("\n")[0]
        first, _, rest = text.partition("\n")
        if letters(first) == letters(title):
            body = rest
        body = body.strip("\n")
        published = Published(case["date"], "given") if case else None
        outlet = case["publisher"] if case else None
        draft = Draft(title=title, text=body, outlet=outlet, published=published)
        added = record.add(draft, index=False)
        placed[path.stem] = (added.article.article_id, text.index(body))
    return placed


def letters(text: str) -> str:
    """Return the letters of a text, folded."""
    return "".join(filter(str.isalnum, text)).casefold()


def ask(desk: Desk, case: Case, placed: dict[str, tuple[str, int]]) -> Result:
    """Ask one case and judge the statements shown."""
    answer = desk.ask(f"What did {case['speaker']} say about {case['title']}?", most=SHOWN)
    shown = [(block.article_id, [(s.start, s.end) for s in block.said]) for block in answer.blocks]
    return judged(case, placed, shown[:SHOWN], answer.outcome)


def nearest(record: Any, case: Case, placed: dict[str, tuple[str, int]]) -> Result:
    """Answer one case with the nearest sentences that name the person, and judge those."""
    near = nearest_naming(record, case["speaker"], case["title"], SHOWN)
    shown = [(article_id, [(start, end)]) for article_id, start, end in near]
    return judged(case, placed, shown, "quoted" if shown else "not_on_record")


def judged(
    case: Case,
    placed: dict[str, tuple[str, int]],
    shown: Sequence[tuple[str, Ranges]],
    outcome: str,
) -> Result:
    """Judge what is shown, each given as its article and the ranges that were said."""
    article_id, shift = placed[case["article"]]
    here = [
        _characters([(start + shift, end + shift) for start, end in said])
        if name == article_id
        else None
        for name, said in shown
    ]
    verdicts = ["elsewhere" if said is None else judge(said, case) for said in here]
    found = {place for said in here if said for place in said}
    return Result(case["article"], tuple(verdicts), _covered(found, case), outcome)


def judge(said: set[int], case: Case) -> str:
    """Say what the characters of a statement are, by the annotations of the case's article."""
    if len(said & _characters(_flat(case["other_speakers"]))) >= 20:
        return "misattribution"
    if said and len(said & _characters(_flat(case["gold"]))) >= 0.5 * len(said):
        return "correct"
    if said and len(said & _characters(_flat(case["unresolved_pronoun"]))) >= 0.5 * len(said):
        return "ignored"
    return "no attribution"


def _covered(shown: set[int], case: Case) -> float:
    contents = [_characters(content) for content in case["gold"] if _characters(content)]
    found = sum(1 for each in contents if len(each & shown) >= 0.5 * len(each))
    return min(1.0, found / min(SHOWN, len(contents))) if contents else 0.0


def _flat(contents: Iterable[Ranges]) -> Iterator[Sequence[int]]:
    return (each for content in contents for each in content)


def _characters(ranges: Iterable[Sequence[int]]) -> set[int]:
    return {place for start, end in ranges for place in range(start, end)}


def figures(results: Sequence[Result]) -> dict[str, float]:
    """Return the figures over some cases."""
    every = Counter(verdict for result in results for verdict in result.verdicts)
    shown = max(1, sum(every.values()) - every["ignored"])
    return {
        "top-1": _share(results, lambda one: one.verdicts[:1] == ("correct",)),
        "any@5": _share(results, lambda one: "correct" in one.verdicts),
        "precision@5": every["correct"] / shown,
        "recall@5": sum(one.recall for one in results) / len(results),
        "misattribution": every["misattribution"] / shown,
        "refused": _share(results, lambda one: one.outcome == "not_on_record"),
        "which": _share(results, lambda one: one.outcome == "which"),
        "left open": _share(
            results, lambda one: "correct" not in one.verdicts and "ignored" in one.verdicts
        ),
    }


def _share(results: Sequence[Result], holds: Callable[[Result], bool]) -> float:
    return sum(map(holds, results)) / len(results)


def table(results: Sequence[Result]) -> str:
    """Return the figures, each with its interval over articles."""
    articles: dict[str, list[Result]] = defaultdict(list)
    for one in results:
        articles[one.article].append(one)
    groups = list(articles.values())
    chance = Random(20_26)
    drawn = [
        figures([one for group in chance.choices(groups, k=len(groups)) for one in group])
        for _ in range(ROUNDS)
    ]
    lines = []
    for name, value in figures(results).items():
        values = sorted(each[name] for each in drawn)
        low, high = values[int(0.025 * ROUNDS)], values[int(0.975 * ROUNDS)]
        lines.append(f"  {name:16}{value:7.3f}   {low:.3f} to {high:.3f}")
    return "\n".join(lines)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--half", choices=("tuned", "unseen"))
    return parser.parse_args()


if __name__ == "__main__":
    main()
