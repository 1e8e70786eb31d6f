"""Step 4b: what an omission, a bracket or a lost full stop takes from the words quoted. Pure."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.proof.evidence import Evidence, Line
from bot.proof.match import MOST_BRACKETED, Match
from bot.proof.quote import Element, Quote
from bot.proof.words import Word, is_doubt, is_limit, is_negation, is_number
from index import sentence

LEFT_OUT = "What is left out denies what is quoted, or says when alone it holds."
PARTED = "A “no” or “not” belongs to other words here than on record: mind the full stop."
_ENDS = re.compile(r"[.!?…]")
_PARTS = re.compile(r"[.,!?;:…—–()]")


class Cut(NamedTuple):
    """A word of the article that was cut away or joined to other words, and what that does."""

    word: Word
    reason: str


def cut(quote: Quote, chain: Sequence[Match], line: Line, evidence: Evidence) -> Cut | None:
    """Return what turns the meaning of words that stand in a line, or None."""
    denials = itertools.chain(
        _before(quote, chain[0], line, evidence), _omitted(chain, line, evidence)
    )
    left_out = next(denials, None)
    if left_out:
        return Cut(left_out, LEFT_OUT)
    for stretch, match in zip(quote.stretches, chain, strict=True):
        for word in _parted_otherwise(quote.text, stretch, match, line, evidence):
            return Cut(word, PARTED)
    return None


def _before(quote: Quote, match: Match, line: Line, evidence: Evidence) -> Iterator[Word]:
    """Yield the negation that a bracket hides at the beginning: "[They] pay" of "We never pay"."""
    if not quote.opens_bracketed:
        return
    first = line.at[match[0]]
    words = evidence.words[max(0, first - MOST_BRACKETED) : first]
    start = evidence.words[first].start
    yield from (
        word
        for word in words
        if is_doubt(word.folded) and not _ENDS.search(evidence.text, word.end, start)
    )


def _omitted(chain: Sequence[Match], line: Line, evidence: Evidence) -> Iterator[Word]:
    """Yield every denial, doubt or condition that was left out of a sentence which is quoted."""
    for before, behind in itertools.pairwise(chain):
        places = (line.at[place] for place in range(before[-1] + 1, behind[0]))
        omitted = [evidence.words[at] for at in places if at >= 0]
        doubts = [word for word in omitted if is_limit(word.folded)]
        if doubts:
            one, other = (evidence.words[line.at[place]] for place in (before[-1], behind[0]))
            yield from _of_quoted_sentences(doubts, one, other, evidence)


def _of_quoted_sentences(
    doubts: Sequence[Word], one: Word, other: Word, evidence: Evidence
) -> Iterator[Word]:
    """Yield the words of the sentences in which the omission begins and ends."""
    spans = sentence.split(evidence.text[one.start : other.end])
    first_ends, last_starts = one.start + spans[0].end, one.start + spans[-1].start
    yield from (word for word in doubts if word.start < first_ends or word.start >= last_starts)


def _parted_otherwise(
    text: str, stretch: Sequence[Element], match: Match, line: Line, evidence: Evidence
) -> Iterator[Word]:
    """Yield negations that a full stop parts from the words beside them in one text alone."""
    for (one, at), (other, behind) in itertools.pairwise(zip(stretch, match, strict=True)):
        if not isinstance(one, Word) or not isinstance(other, Word) or is_number(other.folded):
            continue
        denial = next((each for each in (one, other) if is_negation(each.folded)), None)
        if denial is None or line.at[behind] != line.at[at] + 1:
            continue
        recorded = [evidence.words[line.at[place]] for place in (at, behind)]
        gaps = text[one.end : other.start], evidence.text[recorded[0].end : recorded[1].start]
        if _differ(*gaps, is_answer=one.folded == "no"):
            yield recorded[0 if denial is one else 1]


def _differ(claimed: str, recorded: str, *, is_answer: bool) -> bool:
    """Tell whether one gap between two words parts them and the other does not.

    "No, change it" is not "no change": behind a "no" a comma parts as well.
    """
    if any(sign.isalnum() for sign in claimed + recorded):
        return False
    sure = _PARTS if is_answer else _ENDS
    one, other = bool(sure.search(claimed)), bool(sure.search(recorded))
    return one != other and not (_PARTS.search(claimed) and _PARTS.search(recorded))
