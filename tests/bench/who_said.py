"""Measure extraction on the who_said data: `python tests/bench/who_said.py DATA [--check]`.

DATA holds ``articles/*.txt``, ``attributions.jsonl`` and ``speech_cues.txt``. Gold: attributions
whose cue holds a word of the list, contents of zero length left out. Predicted: one per statement,
the union of its ``said``. A pair matches when their overlap exceeds a share of the longer of the
two, one to one, greedily best first. Rules are tuned on one half of the articles (by a hash of
outlet and name); the other half is read only through this table.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from index import speech
from index.people import same_person
from index.statement import Statement

FLOORS = Path(__file__).with_name("who_said_floors.json")
# 184 statements by "he" or "she" in the unseen half, and whom a person reading found is meant.
PRONOUNS = Path(__file__).with_name("who_said_pronouns.json")
Ranges = Sequence[Sequence[int]]
_MARKS = re.compile("[\"“”«»]|''")
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated attribution of an article."""

    source: Ranges
    content: Ranges
    is_speech: bool
    is_quoted: bool


@dataclass(slots=True)
class Tally:
    """Counts for each article of one half."""

    articles: list[Counter[str]] = field(default_factory=list)
    seconds: float = 0.0


def half_of(article: str) -> str:
    """Put an article into the half that rules are tuned on, or the other one."""
    digest = hashlib.sha256(article.encode()).digest()
    return "tuned" if digest[0] % 2 == 0 else "unseen"


def read_gold(data: Path) -> dict[str, list[Gold]]:
    """Read the annotations, by article."""
    cues = set((data / "speech_cues.txt").read_text().split())
    gold: dict[str, list[Gold]] = defaultdict(list)
    texts = {path.stem: path.read_bytes().decode() for path in (data / "articles").glob("*.txt")}
    for line in (data / "attributions.jsonl").read_text().splitlines():
        one = json.loads(line)
        text = texts[one["article"]]
        if sum(end - start for start, end in one["content"]) == 0:
            continue
        words = _WORD.findall(" ".join(text[a:b] for a, b in one["cue"]).lower())
        quoted = any(_MARKS.search(text[a:b]) for a, b in one["content"])
        is_speech = any(word in cues for word in words)
        gold[one["article"]].append(Gold(one["source"], one["content"], is_speech, quoted))
    return gold


def overlap(one: Ranges, other: Ranges) -> float:
    """Measure the shared characters over those of the longer of the two."""
    shared = sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)
    longer = max(sum(b - a for a, b in one), sum(d - c for c, d in other))
    return shared / longer if longer else 0.0


def match(gold: Sequence[Ranges], found: Sequence[Ranges], share: float) -> dict[int, int]:
    """Pair found with gold, one to one, best first; keys are places in ``found``."""
    scored = sorted(
        (
            (overlap(wanted, given), g, f)
            for g, wanted in enumerate(gold)
            for f, given in enumerate(found)
            if given[0][0] < wanted[-1][1] and wanted[0][0] < given[-1][1]
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for score, g, f in scored:
        if score > share and g not in taken and f not in pairs:
            pairs[f] = g
            taken.add(g)
    return pairs


def said_ranges(statement: Statement) -> list[list[int]]:
    """List what was said as ranges."""
    return [[part.start, part.end] for part in statement.said]


def speaker_is_right(text: str, statement: Statement, gold: Gold) -> bool:
    """Compare the speaker with the annotated source span."""
    span = " ".join(text[start:end] for start, end in gold.source)
    last = statement.speaker.name.split()[-1].lower()
    if last in (word.lower() for word in re.findall(r"[\w’'.-]+", span)):
        return True
    written = re.escape(statement.speaker.as_written)
    places = re.finditer(rf"(?<!\w){written}(?!\w)", text[statement.start : statement.end])
    return any(
        statement.start + place.start() < end and start < statement.start + place.end()
        for place in places
        for start, end in gold.source
    )


def read_pronouns() -> dict[str, list[tuple[int, str]]]:
    """Read whom "he" and "she" mean, by article: where the words begin, and the speaker's name."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for one in json.loads(PRONOUNS.read_text(encoding="utf-8")):
        found[one["article"]].append((one["said"], one["speaker"]))
    return found


def _count_pronouns(
    statements: Sequence[Statement], wanted: Sequence[tuple[int, str]], counts: Counter[str]
) -> None:
    """Count the pronouns resolved, and those resolved right; a statement not found is neither."""
    spoken = [one for one in statements if one.speaker.as_written.lower() in ("he", "she")]
    for place, name in wanted:
        here = [one for one in spoken if any(p.start <= place < p.end for p in one.said)]
        if here and here[-1].speaker.kind != "unresolved":
            counts["pronouns"] += 1
            counts["pronouns right"] += same_person(here[-1].speaker.name, name)


def measure(
    text: str, gold: Sequence[Gold], pronouns: Sequence[tuple[int, str]], tally: Tally
) -> None:
    """Add one article to the tally."""
    began = time.process_time()
    statements = speech.find(text)
    tally.seconds += time.process_time() - began
    counts: Counter[str] = Counter()
    _count_extraction(text, gold, statements, counts)
    _count_pronouns(statements, pronouns, counts)
    tally.articles.append(counts)


def _count_extraction(
    text: str, gold: Sequence[Gold], statements: Sequence[Statement], counts: Counter[str]
) -> None:
    found = [said_ranges(one) for one in statements]
    spoken = [one for one in gold if one.is_speech]
    for name, share in (("30", 0.3), ("80", 0.8)):
        counts[f"right {name}"] += len(match([g.content for g in spoken], found, share))
        counts[f"any {name}"] += len(match([g.content for g in gold], found, share))
    pairs = match([g.content for g in spoken], found, 0.3)
    for f, g in pairs.items():
        if spoken[g].source:
            counts["speakers"] += 1
            counts["speakers right"] += speaker_is_right(text, statements[f], spoken[g])
    quoted = [any(part.kind == "quoted" for part in one.said) for one in statements]
    for name, share in (("30", 0.3), ("80", 0.8)):
        both = match([g.content for g in spoken], found, share)
        counts[f"quoted gold {name}"] += sum(spoken[g].is_quoted for g in both.values())
        counts[f"quoted found {name}"] += sum(quoted[f] for f in both)
    counts["gold"] += len(spoken)
    counts["gold quoted"] += sum(one.is_quoted for one in spoken)
    counts["found"] += len(found)
    counts["found quoted"] += sum(quoted)


def figures(counted: Iterable[Counter[str]]) -> dict[str, float]:
    """Turn the counts of articles into the figures of the table."""
    c: Counter[str] = Counter()
    for one in counted:
        c.update(one)
    found: dict[str, float] = {}
    for name in ("30", "80"):
        precision, recall = _share(c, f"right {name}", "found"), _share(c, f"right {name}", "gold")
        found[f"speech precision {name}"] = precision
        found[f"speech recall {name}"] = recall
        found[f"speech F1 {name}"] = _f1(precision, recall)
        loose = _share(c, f"any {name}", "found")
        found[f"precision, any attribution {name}"] = loose
        found[f"F1, any attribution {name}"] = _f1(loose, recall)
        precision = _share(c, f"quoted found {name}", "found quoted")
        recall = _share(c, f"quoted gold {name}", "gold quoted")
        found[f"quoted precision {name}"] = precision
        found[f"quoted recall {name}"] = recall
        found[f"quoted F1 {name}"] = _f1(precision, recall)
    found["speaker right"] = _share(c, "speakers right", "speakers")
    found["he and she right"] = _share(c, "pronouns right", "pronouns")
    return found


def interval(tally: Tally, rounds: int = 300) -> dict[str, tuple[float, float]]:
    """Draw articles again and again: where 95 of 100 such samples lie, for each figure."""
    chance = random.Random(20_26)
    drawn = [figures(chance.choices(tally.articles, k=len(tally.articles))) for _ in range(rounds)]
    bounds: dict[str, tuple[float, float]] = {}
    for name in drawn[0]:
        values = sorted(one[name] for one in drawn)
        bounds[name] = (values[int(0.025 * rounds)], values[int(0.975 * rounds)])
    return bounds


def _share(counts: Counter[str], part: str, whole: str) -> float:
    return counts[part] / counts[whole] if counts[whole] else math.nan


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else math.nan


def run(data: Path) -> dict[str, Tally]:
    """Measure every article, each in its half."""
    gold, pronouns = read_gold(data), read_pronouns()
    tallies = {"tuned": Tally(), "unseen": Tally()}
    for name, text in articles(data):
        measure(text, gold[name], pronouns[name], tallies[half_of(name)])
    return tallies


def articles(data: Path) -> Iterator[tuple[str, str]]:
    """Read the articles in order of name."""
    for path in sorted((data / "articles").glob("*.txt")):
        yield path.stem, path.read_bytes().decode()


def table(tallies: dict[str, Tally]) -> Iterator[str]:
    """Lay the figures out, one a line: each half, and the 95 % interval of the unseen one."""
    columns = {half: figures(tally.articles) for half, tally in tallies.items()}
    bounds = interval(tallies["unseen"])
    yield f"{'':34}" + "".join(f"{half:>9}" for half in columns) + "    95 % of unseen"
    for name, (low, high) in bounds.items():
        values = "".join(f"{column[name]:9.3f}" for column in columns.values())
        yield f"{name:34}{values}    {low:.3f} to {high:.3f}"
    times = "".join(f"{1000 * t.seconds / len(t.articles):9.2f}" for t in tallies.values())
    yield f"{'ms an article':34}{times}"


def main() -> int:
    """Print the table; with ``--check`` fail when an unseen figure is under its floor."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--check", action="store_true", help="fail below a pinned floor")
    options = parser.parse_args()
    tallies = run(options.data)
    print("\n".join(table(tallies)))
    return _check(figures(tallies["unseen"].articles)) if options.check else 0


def _check(reached: dict[str, float]) -> int:
    floors: dict[str, float] = json.loads(FLOORS.read_text())
    low = {name: floor for name, floor in floors.items() if reached[name] < floor}
    for name, floor in low.items():
        print(f"below its floor: {name} {reached[name]:.3f} < {floor}", file=sys.stderr)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
