"""Measure who is quoted and who is refused: `python tests/bench/who_asked.py DATA WORK [--check]`.

DATA is the who_said folder, WORK a folder that keeps the index between runs (the same as that of
``said_answers.py``). Cases of the unseen half, every Nth with ``--every N``:

    right speaker    of all statements shown, the share that the person asked about did say, by the
                     annotations of whichever article; topics are headlines, or a name that
                     stands in what the person said
    any of three     one of the first three is right
    wrongly refused  the person did speak, by a cue of speech, and nothing is shown
    never quoted     named in an article and the source of no annotation: refused
    foreign topic    known speakers on what no article is about: refused
    reference        the same headlines, answered with the five sentences nearest in meaning among
                     those that name the speaker (they have no ``said``; the whole sentence counts)
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from nearest import nearest_naming
from rich.progress import track
from said_answers import FREQUENT, Case, add
from who_said import half_of

from bot.asking import Desk
from bot.settings import Settings
from bot.wiring import open_record
from index.people import key
from index.people.names import SUFFIXES
from index.speech import reading
from index.speech.cast import gather

FLOORS = Path(__file__).with_name("who_asked_floors.json")
SHOWN = 8
THREE = 3
# Nothing in American political news of 2015 and 2016 is about these.
FOREIGN = (
    "the cricket world cup", "beekeeping in winter", "coral bleaching", "a sourdough recipe",
    "the lighthouse auction", "glacier skiing", "ferry timetables", "medieval stained glass",
    "penguin colonies", "origami", "volcanic ash over Iceland", "badger culling",
)  # fmt: skip
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One annotation: who is the source, in the article's words, and what is the content."""

    source: str
    content: frozenset[int]


@dataclass
class Truth:
    """The annotations, and where each article's stored text begins in the annotated one."""

    data: Path
    placed: Mapping[str, tuple[str, int]]
    _texts: dict[str, str] = field(default_factory=dict)

    def text(self, article: str) -> str:
        """Return the annotated text of an article."""
        if article not in self._texts:
            path = self.data / "articles" / f"{article}.txt"
            self._texts[article] = path.read_bytes().decode()
        return self._texts[article]

    @cached_property
    def articles(self) -> dict[str, tuple[str, int]]:
        """Map an article's id on record to its name in the data and its shift."""
        return {id_: (name, shift) for name, (id_, shift) in self.placed.items()}

    @cached_property
    def attributions(self) -> dict[str, list[Attribution]]:
        """Return all annotations, by article."""
        found: dict[str, list[Attribution]] = defaultdict(list)
        for line in (self.data / "attributions.jsonl").read_text("utf-8").splitlines():
            one = json.loads(line)
            text = self.text(one["article"])
            source = " ".join(text[start:end] for start, end in one["source"])
            found[one["article"]].append(Attribution(source, _characters(one["content"])))
        return found

    def verdict(self, speaker: str, article_id: str, said: Iterable[Span]) -> bool | None:
        """Tell whether a person said it; None where the annotators left a pronoun open."""
        name, shift = self.articles[article_id]
        words = _characters((start + shift, end + shift) for start, end in said)
        over = [
            one
            for one in self.attributions[name]
            if words and len(words & one.content) >= 0.5 * min(len(words), len(one.content) or 1)
        ]
        if any(_names(one.source, speaker) for one in over):
            return True
        open_ = over and all(one.source.lower() in ("he", "she", "") for one in over)
        return None if open_ else False


def _names(source: str, speaker: str) -> bool:
    return speaker.rsplit(maxsplit=1)[-1].lower() in re.findall(
        r"[\w’'-]+", source.replace("’s", "").lower()
    )


def _characters(ranges: Iterable[Sequence[int]]) -> frozenset[int]:
    return frozenset(place for start, end in ranges for place in range(start, end))


Verdicts = list[bool | None]


def ask(desk: Desk, truth: Truth, speaker: str, topic: str) -> Verdicts:
    """Ask one question; return what each statement shown is."""
    answer = desk.ask(f"What did {speaker} say about {topic}?", most=SHOWN)
    return [
        truth.verdict(speaker, block.article_id, ((s.start, s.end) for s in block.said))
        for block in answer.blocks
    ]


def reference(truth: Truth, record: Any, speaker: str, topic: str) -> Verdicts:
    """Answer with the nearest sentences that name the speaker."""
    near = nearest_naming(record, speaker, topic, 5)
    return [truth.verdict(speaker, article, [(start, end)]) for article, start, end in near]


def entity(case: Case, text: str) -> str | None:
    """Return the name that stands most often in what a case's speaker said, not their own."""
    said = " ".join(text[start:end] for content in case["gold"] for start, end in content)
    names = [name for name in _NAME.findall(said) if case["last"] not in name]
    return max(names, key=lambda name: (names.count(name), name)) if names else None


def never_quoted(truth: Truth, articles: Sequence[str]) -> Iterator[str]:
    """Find people named in full in some articles who are the source of no annotation anywhere."""
    sources = " ".join(one.source for each in truth.attributions.values() for one in each)
    quoted = set(re.findall(r"[\w’'-]+", sources.replace("’s", "").lower()))
    for article in articles:
        text = truth.text(article)
        cast = gather(text, reading.read(text))
        people = {one.name for persons in cast.people.values() for one in persons}
        for name in sorted(people):
            if " " in name and not quoted & set(_surname(name)):
                yield name


def _surname(name: str) -> list[str]:
    """Return the last word of a surname, with its accents and without: "Brooks Jr." is Brooks."""
    written = [word for word in re.findall(r"[\w’'-]+", name.lower()) if word not in SUFFIXES]
    return [written[-1], key(name).last.split()[-1]] if written and key(name).last else []


def speaks(case: Case, cues: set[str], lines: Mapping[tuple[str, str], str]) -> bool:
    """Tell whether a case's person is annotated with a cue of speech."""
    words = lines.get((case["article"], case["last"]), "")
    return bool(cues & set(re.findall("[a-z]+", words)))


def _cues(truth: Truth) -> dict[tuple[str, str], str]:
    """Collect the cues of each person in each article, by the last word of their name."""
    found: dict[tuple[str, str], str] = defaultdict(str)
    for line in (truth.data / "attributions.jsonl").read_text("utf-8").splitlines():
        one = json.loads(line)
        text = truth.text(one["article"])
        cue = " ".join(text[a:b] for a, b in one["cue"]).lower()
        for start, end in one["source"]:
            for word in re.findall(r"[\w’'-]+", text[start:end].replace("’s", "")):
                found[one["article"], word] += f" {cue}"
    return found


def figures(answers: Sequence[Verdicts]) -> dict[str, float]:
    """Return the share of right ones among those shown, and of answers with one of three right."""
    shown = [one for verdicts in answers for one in verdicts if one is not None]
    given = [verdicts for verdicts in answers if verdicts]
    first = sum(True in verdicts[:THREE] for verdicts in given)
    return {
        "right speaker": sum(shown) / max(1, len(shown)),
        "any of three": first / max(1, len(given)),
    }


def interval(answers: Sequence[Verdicts], name: str, rounds: int = 300) -> tuple[float, float]:
    """Draw answers again and again: where 95 of 100 such samples lie."""
    chance = Random(20_26)
    values = sorted(figures(chance.choices(answers, k=len(answers)))[name] for _ in range(rounds))
    return values[int(0.025 * rounds)], values[int(0.975 * rounds)]


def measure(options: argparse.Namespace) -> dict[str, float]:
    """Ask everything; print each figure as it is known."""
    cases = json.loads((options.data / "cases.json").read_text("utf-8"))
    with open_record(Settings(data=options.work), "bench", print) as record:
        truth = Truth(options.data, add(options.data, cases, record))
        record.level()
        desk = Desk(record)
        chosen = [
            case
            for case in cases
            if case["last"] not in FREQUENT and half_of(case["article"]) == options.half
        ][:: options.every]
        found = _right(desk, truth, record, chosen)
        found |= _refused(desk, truth, chosen, options)
    return found


def _right(desk: Desk, truth: Truth, record: Any, chosen: Sequence[Case]) -> dict[str, float]:
    cues = set((truth.data / "speech_cues.txt").read_text().split())
    lines = _cues(truth)
    found: dict[str, float] = {}
    headlines = [ask(desk, truth, c["speaker"], c["title"]) for c in track(chosen)]
    spoke = [
        bool(answer)
        for case, answer in zip(chosen, headlines, strict=True)
        if speaks(case, cues, lines)
    ]
    found["wrongly refused"] = 1 - sum(spoke) / max(1, len(spoke))
    entities = [
        ask(desk, truth, case["speaker"], topic)
        for case in track(chosen)
        if (topic := entity(case, truth.text(case["article"])))
    ]
    baseline = [reference(truth, record, c["speaker"], c["title"]) for c in track(chosen)]
    rows = (("headline", headlines), ("entity", entities), ("reference", baseline))
    for label, answers in rows:
        for name, value in figures(answers).items():
            found[f"{label}: {name}"] = value
            low, high = interval(answers, name)
            print(f"{label + ': ' + name:28}{value:8.3f}   {low:.3f} to {high:.3f}")
    print(f"{'wrongly refused':28}{found['wrongly refused']:8.3f}   of {len(spoke)}")
    return found


def _refused(
    desk: Desk, truth: Truth, chosen: Sequence[Case], options: argparse.Namespace
) -> dict[str, float]:
    articles = sorted({case["article"] for case in chosen})
    persons = list(dict.fromkeys(never_quoted(truth, articles)))[:: options.every]
    unheard = [not desk.who(name).blocks for name in track(persons)]
    known = [c["speaker"] for c in chosen if desk.who(c["speaker"], most=1).blocks]
    chance = Random(20_26)
    foreign = [
        not desk.ask(f"What did {name} say about {chance.choice(FOREIGN)}?").blocks
        for name in track(known)
    ]
    found = {
        "refused: never quoted": sum(unheard) / max(1, len(unheard)),
        "refused: foreign topic": sum(foreign) / max(1, len(foreign)),
    }
    for (name, value), many in zip(found.items(), (unheard, foreign), strict=True):
        print(f"{name:28}{value:8.3f}   of {len(many)}")
    return found


def main() -> int:
    """Print the table; with ``--check`` fail when a figure is on the wrong side of its floor."""
    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--half", choices=("tuned", "unseen"), default="unseen")
    parser.add_argument("--check", action="store_true", help="fail below a pinned floor")
    options = parser.parse_args()
    reached = measure(options)
    if not options.check:
        return 0
    low = {
        name: floor
        for name, floor in json.loads(FLOORS.read_text()).items()
        if (reached[name] > floor if name == "wrongly refused" else reached[name] < floor)
    }
    for name, floor in low.items():
        print(f"missed: {name} {reached[name]:.3f}, floor {floor}", file=sys.stderr)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
