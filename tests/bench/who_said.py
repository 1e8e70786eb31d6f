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
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from index import speech
from index.statement import Statement

FLOORS = Path(__file__).with_name("who_said_floors.json")
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
    """Counts over the articles of one half."""

    articles: int = 0
    seconds: float = 0.0
    counts: Counter[str] = field(default_factory=Counter)


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


def measure(text: str, gold: Sequence[Gold], tally: Tally) -> list[Statement]:
    """Add one article to the tally."""
    began = time.process_time()
    statements = speech.find(text)
    tally.seconds += time.process_time() - began
    tally.articles += 1
    _count_extraction(text, gold, statements, tally.counts)
    return statements


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


def figures(tally: Tally) -> dict[str, float]:
    """Turn counts into the figures of the table."""
    c = tally.counts
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
    found["ms an article"] = 1000 * tally.seconds / max(1, tally.articles)
    return found


def _share(counts: Counter[str], part: str, whole: str) -> float:
    return counts[part] / counts[whole] if counts[whole] else 0.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def run(data: Path) -> dict[str, Tally]:
    """Measure every article, each in its half."""
    gold = read_gold(data)
    tallies = {"tuned": Tally(), "unseen": Tally()}
    for name, text in articles(data):
        measure(text, gold[name], tallies[half_of(name)])
    return tallies


def articles(data: Path) -> Iterator[tuple[str, str]]:
    """Read the articles in order of name."""
    for path in sorted((data / "articles").glob("*.txt")):
        yield path.stem, path.read_bytes().decode()


def table(tallies: dict[str, Tally]) -> Iterable[str]:
    """Lay the figures out, one a line, a column for each half."""
    columns = {half: figures(tally) for half, tally in tallies.items()}
    yield f"{'':34}" + "".join(f"{half:>9}" for half in columns)
    for name in columns["unseen"]:
        yield f"{name:34}" + "".join(f"{column[name]:9.3f}" for column in columns.values())


def main() -> int:
    """Print the table; with ``--check`` fail when an unseen figure is under its floor."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--check", action="store_true", help="fail below a pinned floor")
    options = parser.parse_args()
    tallies = run(options.data)
    print("\n".join(table(tallies)))
    return _check(figures(tallies["unseen"])) if options.check else 0


def _check(reached: dict[str, float]) -> int:
    floors: dict[str, float] = json.loads(FLOORS.read_text())
    low = {name: floor for name, floor in floors.items() if reached[name] < floor}
    for name, floor in low.items():
        print(f"below its floor: {name} {reached[name]:.3f} < {floor}", file=sys.stderr)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
