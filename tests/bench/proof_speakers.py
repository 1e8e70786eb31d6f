"""Measure whom a quotation is given to: `python tests/bench/proof_speakers.py WHO_SAID [--check]`.

WHO_SAID holds ``articles/*.txt`` and ``attributions.jsonl``: who said what, as people annotated it,
not as our rules read it. Of every quotation whose annotated source is a name, two drafts are made:
one with that name, one with another name of the same article. Prints how many of the first were
rejected, and how many of the second accepted, with 95 % intervals over articles.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from bot.proof import Evidence, prove
from bot.proof.draft import quotations
from bot.proof.naming import Catalogue
from index import speech

# Annotation and rules both err; these floors hold what was measured.
TRUE_REJECTED, FALSE_ACCEPTED = 0.023, 0.03
_QUOTED = re.compile('[“"]([^“”"\n]{30,400})[”"]')
_NAME = re.compile(r"(?:[A-Z][\w.’'-]+ )*[A-Z][\w’'-]+(?<![’']s)(?<![’'])\Z")
_NOT_NAMES = frozenset("He She They It We I The A An You Who Another Some Others".split())
Count = tuple[int, int, int, int]
"""True ones rejected, of how many; false ones accepted, of how many."""


def spoken(data: Path) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Yield each article's name and text, and its quotations with their annotated speakers."""
    by_article: dict[str, list[tuple[str, str]]] = defaultdict(list)
    texts = {path.stem: path.read_bytes().decode() for path in (data / "articles").glob("*.txt")}
    for line in (data / "attributions.jsonl").read_text().splitlines():
        one = json.loads(line)
        text = texts[one["article"]]
        source = " ".join(text[a:b] for a, b in one["source"])
        if not _NAME.match(source) or _NOT_NAMES & {source, source.split()[0]}:
            continue
        for start, end in one["content"]:
            by_article[one["article"]] += [
                (found[1].strip(), source) for found in _QUOTED.finditer(text[start:end])
            ]
    for name in sorted(by_article):
        yield name, texts[name], by_article[name]


def counted(name: str, text: str, quoted: Sequence[tuple[str, str]], rng: random.Random) -> Count:
    """Judge the drafts of one article."""
    title, _, _ = text.partition("\n")
    evidence = Evidence(name, title, text, speech.find(text, title))
    rejected = accepted = false = 0
    for words, speaker in quoted:
        rejected += verdict(words, speaker, evidence) != "found"
        own = set(speaker.split())
        others = sorted({other for _, other in quoted if own.isdisjoint(other.split())})
        if others:
            false += 1
            accepted += verdict(words, rng.choice(others), evidence) == "found"
    return rejected, len(quoted), accepted, false


def verdict(words: str, speaker: str, evidence: Evidence) -> str:
    """Return the verdict on a draft that gives some words to somebody."""
    [own] = quotations(f"“{words.rstrip('.,')},” {speaker} said.", Catalogue(()))[:1]
    return prove(own.claim, [evidence]).verdict


def share(counts: Sequence[Count], part: int) -> float:
    """Return a share over articles: 0 for true ones rejected, 2 for false ones accepted."""
    return sum(each[part] for each in counts) / max(1, sum(each[part + 1] for each in counts))


def interval(counts: Sequence[Count], part: int, rng: random.Random) -> tuple[float, float]:
    """Return the 95 % interval of a share, articles drawn with replacement."""
    drawn = sorted(share(rng.choices(counts, k=len(counts)), part) for _ in range(1_000))
    return drawn[25], drawn[974]


def main() -> int:
    """Measure, print, and compare with the floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("who_said", type=Path)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    rng = random.Random(4)
    counts = [counted(name, text, quoted, rng) for name, text, quoted in spoken(given.who_said)]
    shares = {}
    for label, part in (("true rejected", 0), ("false accepted", 2)):
        shares[label] = share(counts, part)
        low, high = interval(counts, part, rng)
        every = sum(each[part + 1] for each in counts)
        print(f"{label:16} {shares[label]:.4f}  ({low:.4f} to {high:.4f})  of {every:,}")
    missed = shares["true rejected"] > TRUE_REJECTED or shares["false accepted"] > FALSE_ACCEPTED
    return int(given.check and missed)


if __name__ == "__main__":
    sys.exit(main())
