"""Step 8: interviews printed as turns, `KIRBY: …` or `Q: … A: …`, without quotation marks. Pure.

An interview prints what was said word for word; labels before what the writer sums up ("Roe: wants
a toll.") do not, and nobody says "I" or "you" there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from index.speech import interview
from index.speech import lexicon as lex
from index.speech.cast import Cast, Person
from index.speech.interview import Turn
from index.speech.reading import Sentence
from index.statement import Kind, Said, Speaker, Statement

_LABEL = re.compile(
    r"(?P<name>(?:(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.\s|[A-Z][\w’'-]*\s){0,3}[A-Z][\w’'-]*)"
    r"(?:\s\([^)\n]{1,30}\))?(?::|(?<=\b[QA])\.)\s+(?!\W?\d)"  # "Roe: 2,316" is a count
)
_QUESTIONS = ("Q", "QUESTION")
_ANSWERS = ("A", "ANSWER")
_FEWEST_TURNS = 3
_LONGEST_GAP = 4  # paragraphs that a turn may go on for without a label of their own


def find(text: str, sentences: Sequence[Sentence], cast: Cast) -> list[Turn]:
    """Find the turns of an interview: none where no label returns, as in a list of names."""
    labels = [one for one in _labels(text, sentences) if _names_somebody(one[0], cast)]
    counts = Counter(name for name, _, _ in labels)
    if len(labels) < _FEWEST_TURNS or max(counts.values()) < 2 or len(counts) < 2:
        return interview.find(text, sentences, labels) if labels else []
    ends = [_end(sentences, one[2], other[2]) for one, other in pairwise(labels)]
    ends.append(_paragraph_end(sentences, labels[-1][2]))
    return [
        Turn(name, start, sentences[last].end, first, last)
        for (name, start, first), last in zip(labels, ends, strict=True)
    ]


def _labels(text: str, sentences: Sequence[Sentence]) -> Iterator[tuple[str, int, int]]:
    """List each label with the end of it and the sentence that it opens."""
    before = -1
    for place, sentence in enumerate(sentences):
        if sentence.paragraph != before and (found := _LABEL.match(text, sentence.start)):
            yield found.group("name"), found.end(), place
        before = sentence.paragraph


def _names_somebody(label: str, cast: Cast) -> bool:
    """Tell "KIRBY" and "Ann Roe" from "Picture", "Read more" and "UPDATE"."""
    if label in _QUESTIONS + _ANSWERS:
        return True
    if not label.isupper():
        return bool(cast.who(label))
    return len(label) > 2 and not set(label.split()) & lex.HEADINGS


def _end(sentences: Sequence[Sentence], first: int, following: int) -> int:
    """End a turn before the next label, or with its own paragraph when that is far off."""
    far = sentences[following].paragraph - sentences[first].paragraph > _LONGEST_GAP
    return _paragraph_end(sentences, first) if far else following - 1


def _paragraph_end(sentences: Sequence[Sentence], first: int) -> int:
    last = first
    while last + 1 < len(sentences) and sentences[last + 1].paragraph == sentences[first].paragraph:
        last += 1
    return last


def is_verbatim(text: str, turns: Sequence[Turn]) -> bool:
    """Tell an interview from what somebody sums up under a label."""
    labels = {turn.label for turn in turns}
    printed = labels & set(_QUESTIONS + _ANSWERS) or all(label.isupper() for label in labels)
    return bool(printed) or any(_TALKS.search(text, turn.start, turn.end) for turn in turns)


_TALKS = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our)\b")


def statement(
    turn: Turn, sentences: Sequence[Sentence], cast: Cast, kind: Kind
) -> Statement | None:
    """Give a whole turn to its speaker; None when the label names nobody."""
    speaker = _speaker(turn.label, cast)
    said = tuple(_said(turn, sentences, kind))
    if speaker is None or not said:
        return None
    return Statement(sentences[turn.first].start, said[-1].end, said, speaker, ":")


def _said(turn: Turn, sentences: Sequence[Sentence], kind: Kind) -> Iterator[Said]:
    """Cut a turn into its paragraphs."""
    first = turn.first
    while first <= turn.last:
        last = min(turn.last, _paragraph_end(sentences, first))
        start, end = max(turn.start, sentences[first].start), sentences[last].end
        if start < end:
            yield Said(start, end, kind)
        first = last + 1


def _speaker(label: str, cast: Cast) -> Speaker | None:
    if label in _QUESTIONS:
        return None
    found = _interviewed(cast) if label in _ANSWERS else cast.who(_in_small_letters(label))
    if len(found) != 1 and label in _ANSWERS:
        return None
    if not found:
        return Speaker(label, label, None, "person")
    return Speaker(found[0].name, label, found[0].role, "person")


def _in_small_letters(label: str) -> str:
    return label.title() if label.isupper() else label


def _interviewed(cast: Cast) -> tuple[Person, ...]:
    """Find whom the headline or else the first sentence names, if it names one person only."""
    for place in (-1, 0, 1):
        named = {
            one.name: one
            for mention in cast.mentions.get(place, [])
            for one in cast.who(mention.name, mention.gender)
        }
        if named:
            return tuple(named.values())
    return ()
