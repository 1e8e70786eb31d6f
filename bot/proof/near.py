"""Step 5: where a quotation nearly stands, and how it differs there. Pure.

The window of an article that shares most of the quotation's words is found by counting; only that
window is compared word by word.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from bot.proof.evidence import BREAK, Evidence, Line
from bot.proof.quote import Quote
from bot.proof.verdict import Difference
from bot.proof.words import Word
from index.sentence import Span
from index.word import COMMON

# Words that every sentence has count for so much less when a window is chosen.
COMMON_WEIGHT = 0.25
# A longer quotation is compared by so many of its first words.
MOST_WORDS = 600


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


def nearest(quote: Quote, evidences: Iterable[Evidence]) -> Near | None:
    """Return the place that is nearest to a quotation, or None where no article shares a word."""
    words = quote.words[:MOST_WORDS]
    found = [
        near
        for evidence in evidences
        for line in (evidence.spoken, evidence.whole)
        if (near := _in_line(quote.text, words, evidence, line))
    ]
    return max(found, key=lambda near: (near.weight, -near.changed), default=None)


def _in_line(text: str, words: Sequence[Word], evidence: Evidence, line: Line) -> Near | None:
    folded = [word.folded for word in words]
    window = _window(folded, line)
    if window is None:
        return None
    start, end = window
    matcher = SequenceMatcher(None, line.folded[start:end], folded, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return None
    first, last = start + blocks[0].a, start + blocks[-1].a + blocks[-1].size
    # What stands before the first and behind the last common word was changed, not left out.
    first = max(start, first - blocks[0].b)
    last = min(end, last + len(folded) - blocks[-1].b - blocks[-1].size)
    return _compared(text, words, evidence, line, (first, last))


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


def _compared(
    text: str, words: Sequence[Word], evidence: Evidence, line: Line, window: tuple[int, int]
) -> Near:
    """Compare the words of a quotation with those of a window, one by one."""
    start, end = window
    folded = [word.folded for word in words]
    matcher = SequenceMatcher(None, line.folded[start:end], folded, autojunk=False)
    differences, same, changed, longest = [], 0.0, 0, 0
    matched, places = 0, []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            same += sum(map(_weight, folded[c:d]))
            matched += d - c
            places += [start + a, start + b - 1]
            continue
        recorded = [p for p in range(start + a, start + b) if line.folded[p] != BREAK]
        changed += max(len(recorded), d - c)
        longest = max(longest, len(recorded) - (d - c))
        differences.append(
            Difference(_text(text, words, c, d), _recorded(evidence, line, recorded))
        )
    kept = _trimmed(differences)
    ends = [line.at[p] for p in places] or [line.at[start], line.at[start]]
    span = Span(evidence.words[ends[0]].start, evidence.words[ends[-1]].end)
    every = sum(map(_weight, folded))
    return Near(evidence, span, matched / len(folded), same / every, changed, longest, kept)


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
