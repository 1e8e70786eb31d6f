"""Measure which statements are set side by side: `python tests/bench/contrasts.py DATA [--check]`.

DATA is the who_said folder (``articles/*.txt``, ``cases.json``). The news rarely contradicts itself
plainly, so the rule (``bot/composing/contrast.py``) is measured twice. First as it is used:
statements of one speaker in articles of different dates. Then on all statements as if one person
had made them all, which gives thousands of times as many chances to be wrong. Each pair is printed
with the verdict of a reader, by article and offset; a pair without one is NEW, and has to be read.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from bot.composing.assertion import Assertion
from bot.composing.contrast import asserted, differ
from index import people, speech
from index.opposite import OPPOSITES
from index.people import People

VERDICTS = Path(__file__).with_name("contrast_verdicts.json")
# At most so many pairs that a reader finds wrong, as used and as if all were one speaker.
FLOORS = {"one speaker": 0, "anybody": 0}


@dataclass(frozen=True, slots=True)
class Claim:
    """An assertion, where its statement stands, and who made it when."""

    article: str
    start: int
    speaker: str
    date: str
    sentence: str
    assertion: Assertion


Pair = tuple[Claim, Claim]


def main() -> int:
    """Print the pairs with their verdicts; 1 with --check where more than the floor are wrong."""
    arguments = _arguments()
    claims = list(_claims(arguments.data))
    verdicts = json.loads(VERDICTS.read_text("utf-8"))
    print(f"{len(claims):,} plain assertions")
    failed = False
    for name, pairs in (("one speaker", _pairs(claims, alone=True)), ("anybody", _pairs(claims))):
        found = dict(pairs)
        judged = [verdicts.get(key) for key in found]
        right, wrong = judged.count(True), judged.count(False)
        print(f"{name}: {len(found)} pairs, {right} right, {wrong} wrong")
        for key, (one, other) in found.items():
            print(f"  {verdicts.get(key, 'NEW')}: {key}\n    {one.sentence}\n    {other.sentence}")
        failed |= wrong > FLOORS[name]
    return int(failed and arguments.check)


def _claims(data: Path) -> Iterator[Claim]:
    dates = {case["article"]: case["date"] for case in json.loads(_cases(data))}
    read = [
        (path.stem, text, speech.find(text, positions=True))
        for path in sorted((data / "articles").glob("*.txt"))
        for text in [path.read_text("utf-8")]
    ]
    known = people.known((each.speaker.name, 1) for _, _, found in read for each in found)
    for article, text, found in read:
        for each in found:
            if each.weak or each.relayed_by or each.relays:
                continue
            sentence = " ".join(text[each.start : each.end].split())
            name, date = _name(each.speaker.name, known), dates.get(article, "")
            whole, written = text[each.start : each.end], each.speaker.as_written
            for said in each.said:
                start, end = said.start - each.start, said.end - each.start
                for one in asserted(whole, start, end, said.kind, written):
                    yield Claim(article, each.start, name, date, sentence, one)


def _cases(data: Path) -> str:
    return (data / "cases.json").read_text("utf-8")


def _name(name: str, known: People) -> str:
    found = known.find(name)
    return found[0].name if len(found) == 1 else name


def _pairs(claims: list[Claim], *, alone: bool = False) -> Iterator[tuple[str, Pair]]:
    by_verb: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_verb[claim.assertion.verb].append(claim)
    for verb, group in by_verb.items():
        opposite = [each for other in OPPOSITES.get(verb, ()) for each in by_verb.get(other, ())]
        for one, other in (*combinations(group, 2), *product(group, opposite)):
            apart = one.sentence != other.sentence
            same = one.speaker == other.speaker and "" != one.date != other.date != ""
            if apart and (same or not alone) and differ(one.assertion, other.assertion):
                first, second = sorted((one, other), key=lambda each: (each.article, each.start))
                yield (
                    f"{first.article}:{first.start} {second.article}:{second.start}",
                    (first, second),
                )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--check", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
