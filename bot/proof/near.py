"""Step 5: where a quotation nearly stands, and how it differs there. Pure.

The lines that hold most of the quotation's words come first; in each the window that shares most of
them is found by counting, and only that window is compared word by word. No line is looked at that
cannot hold more than the best one does, and never more than ``MOST_LINES``.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from bot.proof.evidence import BREAK, Evidence, Line
from bot.proof.quote import Quote
from bot.proof.verdict import Difference
from bot.proof.words import Word
from bot.proof.work import Work
from index.sentence import Span
from index.word import COMMON

# Words that every sentence has count for so much less when a window is chosen.
COMMON_WEIGHT = 0.25
# A longer quotation is compared by so many of its first words, with so many lines of articles.
MOST_WORDS, MOST_LINES = 600, 24
# Words that are counted cost so much less than words that are compared.
COUNTED_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class Near:
    """Where a quotation nearly stands.

    ``share`` is that of its words which stand there in its order, 0 to 1; ``weight`` the same with
    common words counting less. ``changed`` counts the words that differ, ``longest`` the longest
    row of them that was left out.
    """

    evidence: Evidence
    span: Span
    share: float
    weight: float
    changed: int
    longest: int
    differences: tuple[Difference, ...]


def nearest(quote: Quote, evidences: Iterable[Evidence], work: Work | None = None) -> Near | None:
    """Return the place that is nearest to a quotation, or None where no article shares a word.

    Raises ``DraftError`` when finding it is more ``work`` than one check may do.
    """
    words = quote.words[:MOST_WORDS]
    folded = [word.folded for word in words]
    search = _Search(quote.text, words, folded, work or Work())
    best: Near | None = None
    for most, evidence, line in _likeliest(folded, evidences):
        if best and best.weight >= most:
            break
        near = search.in_line(evidence, line)
        if near and (best is None or (near.weight, -near.changed) > (best.weight, -best.changed)):
            best = near
    return best


def _likeliest(
    folded: Sequence[str], evidences: Iterable[Evidence]
) -> list[tuple[float, Evidence, Line]]:
    """Return the lines that hold most of a quotation's words, with the share that may match."""
    every = sum(map(_weight, folded)) or 1.0
    shares = [
        (sum(_weight(word) for word in folded if word in line.places) / every, evidence, line)
        for evidence in evidences
        for line in (evidence.spoken, evidence.whole)
    ]
    held = [each for each in shares if each[0]]
    return sorted(held, key=lambda each: -each[0])[:MOST_LINES]


@dataclass(frozen=True, slots=True)
class _Search:
    """A quotation that is looked for: its words, folded too, and the work that is left for it."""

    text: str
    words: Sequence[Word]
    folded: Sequence[str]
    work: Work

    def in_line(self, evidence: Evidence, line: Line) -> Near | None:
        """Return where the quotation nearly stands in a line."""
        self.work.spend(len(line.folded) // COUNTED_AT_ONCE)
        window = _window(self.folded, line)
        if window is None:
            return None
        start, end = window
        blocks = [each for each in self._matcher(line, window).get_matching_blocks() if each.size]
        if not blocks:
            return None
        first, last = start + blocks[0].a, start + blocks[-1].a + blocks[-1].size
        # What stands before the first and behind the last common word was changed, not left out.
        first = max(start, first - blocks[0].b)
        last = min(end, last + len(self.folded) - blocks[-1].b - blocks[-1].size)
        return self._compared(evidence, line, (first, last))

    def _matcher(self, line: Line, window: tuple[int, int]) -> SequenceMatcher[str]:
        """Return what compares a part of a line with the quotation; repeated words cost most."""
        part = line.folded[slice(*window)]
        own = Counter(self.folded)
        self.work.spend(sum(count * own[word] for word, count in Counter(part).items()))
        return SequenceMatcher(None, part, self.folded, autojunk=False)

    def _compared(self, evidence: Evidence, line: Line, window: tuple[int, int]) -> Near:
        """Compare the words of a quotation with those of a window, one by one."""
        start = window[0]
        differences, same, changed, longest = [], 0.0, 0, 0
        matched, places = 0, []
        for kind, a, b, c, d in self._matcher(line, window).get_opcodes():
            if kind == "equal":
                same += sum(map(_weight, self.folded[c:d]))
                matched += d - c
                places += [start + a, start + b - 1]
                continue
            recorded = [p for p in range(start + a, start + b) if line.folded[p] != BREAK]
            changed += max(len(recorded), d - c)
            longest = max(longest, len(recorded) - (d - c))
            claimed = _text(self.text, self.words, c, d)
            differences.append(Difference(claimed, _recorded(evidence, line, recorded)))
        ends = [line.at[p] for p in places] or [line.at[start], line.at[start]]
        span = Span(evidence.words[ends[0]].start, evidence.words[ends[-1]].end)
        share, weight = matched / len(self.folded), same / sum(map(_weight, self.folded))
        return Near(evidence, span, share, weight, changed, longest, _trimmed(differences))


def _window(folded: Sequence[str], line: Line) -> tuple[int, int] | None:
    """Return the part of a line, somewhat longer than the quotation, that shares most words."""
    wanted = set(folded)
    size = len(folded) + max(4, len(folded) // 2)
    weights = [_weight(word) if word in wanted else 0.0 for word in line.folded]
    if not any(weights):
        return None
    sums = [0.0, *itertools.accumulate(weights)]
    best = max(range(len(weights)), key=lambda at: sums[min(at + size, len(weights))] - sums[at])
    return best, min(best + size, len(weights))


def _weight(word: str) -> float:
    return COMMON_WEIGHT if word in COMMON else 1.0


def _text(text: str, words: Sequence[Word], first: int, last: int) -> str:
    return text[words[first].start : words[last - 1].end] if first < last else ""


def _recorded(evidence: Evidence, line: Line, places: Sequence[int]) -> str:
    """Return the article's own words for a part of a line; one row of them, or several."""
    at = [line.at[place] for place in places]
    rows = itertools.groupby(enumerate(at), lambda pair: pair[1] - pair[0])
    parts = []
    for _, group in rows:
        row = [place for _, place in group]
        parts.append(evidence.text[evidence.words[row[0]].start : evidence.words[row[-1]].end])
    return " … ".join(parts)


def _trimmed(differences: Sequence[Difference]) -> tuple[Difference, ...]:
    return tuple(each for each in differences if each.claimed or each.recorded)
