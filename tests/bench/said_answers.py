"""Measure answers to “What did X say about Y?”: `python tests/bench/said_answers.py DATA WORK`.

DATA is the who_said folder (``articles/*.txt``, ``cases.json``); WORK a folder that keeps the index
between runs. Each case is asked end to end and the ``said`` ranges of the first five statements
are scored, without the three most frequent speakers:

    misattribution   20 or more of the said characters are others' words
    correct          half of the said characters lie in what the speaker is annotated to have said
    ignored          half of them belong to a bare pronoun that the annotators left open

``--every N`` asks every Nth case, ``--half tuned|unseen`` those of one half of the articles.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from rich.progress import track
from who_said import half_of

from bot.asking import Desk
from bot.composing.answer import Answer, Block
from bot.settings import Settings
from bot.wiring import open_record
from index.article import Draft, Published

FREQUENT = {"Trump", "Clinton", "Obama"}
SHOWN = 5
Case = dict[str, Any]
Ranges = Sequence[Sequence[int]]


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
        verdicts = [ask(desk, case, placed) for case in track(chosen)]
    print(table(verdicts))


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


def ask(desk: Desk, case: Case, placed: dict[str, tuple[str, int]]) -> dict[str, Any]:
    """Ask one case and judge the statements shown."""
    answer = desk.ask(f"What did {case['speaker']} say about {case['title']}?", most=SHOWN)
    article_id, shift = placed[case["article"]]
    verdicts = [judge(block, case, article_id, shift) for block in answer.blocks[:SHOWN]]
    covered = _covered(answer, case, article_id, shift)
    return {"verdicts": verdicts, "recall": covered, "outcome": answer.outcome}


def judge(block: Block, case: Case, article_id: str, shift: int) -> str:
    """Say what a statement is, by the annotations of the case's article."""
    if block.article_id != article_id:
        return "elsewhere"
    said = _characters([(s.start + shift, s.end + shift) for s in block.said])
    if len(said & _characters(_flat(case["other_speakers"]))) >= 20:
        return "misattribution"
    if said and len(said & _characters(_flat(case["gold"]))) >= 0.5 * len(said):
        return "correct"
    if said and len(said & _characters(_flat(case["unresolved_pronoun"]))) >= 0.5 * len(said):
        return "ignored"
    return "no attribution"


def _covered(answer: Answer, case: Case, article_id: str, shift: int) -> float:
    shown: set[int] = set()
    for block in answer.blocks[:SHOWN]:
        if block.article_id == article_id:
            shown |= _characters([(s.start + shift, s.end + shift) for s in block.said])
    contents = [_characters(content) for content in case["gold"] if _characters(content)]
    found = sum(1 for each in contents if len(each & shown) >= 0.5 * len(each))
    return min(1.0, found / min(SHOWN, len(contents))) if contents else 0.0


def _flat(contents: Iterable[Ranges]) -> Iterator[Sequence[int]]:
    return (each for content in contents for each in content)


def _characters(ranges: Iterable[Sequence[int]]) -> set[int]:
    return {place for start, end in ranges for place in range(start, end)}


def table(results: Sequence[dict[str, Any]]) -> str:
    """Return the figures over all cases."""
    every = Counter(verdict for result in results for verdict in result["verdicts"])
    total = len(results)
    first = sum(1 for r in results if r["verdicts"][:1] == ["correct"])
    anyone = sum(1 for r in results if "correct" in r["verdicts"])
    shown = sum(every.values()) - every["ignored"]
    refused = sum(1 for r in results if r["outcome"] == "not_on_record")
    which = sum(1 for r in results if r["outcome"] == "which")
    recall = sum(r["recall"] for r in results)
    return (
        f"cases {total}  top-1 {first / total:.3f}  any@5 {anyone / total:.3f}  "
        f"precision@5 {every['correct'] / max(1, shown):.3f}  recall@5 {recall / total:.3f}  "
        f"misattribution {every['misattribution'] / max(1, shown):.3f}  "
        f"refused {refused / total:.3f}  which {which / total:.3f}\n{dict(every)}"
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--half", choices=("tuned", "unseen"))
    return parser.parse_args()


if __name__ == "__main__":
    main()
