"""Step 8: interviews whose questions stand alone, and whose answers name the speaker once. Pure.

"What is your plan?", "Ann Roe: We shall build.", "And when would you begin?", "In May, I hope."
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.speech.reading import Sentence

_FEWEST_QUESTIONS = 3
_LONGEST_QUESTION = 60  # words
_LONGEST_ANSWER = 4  # paragraphs
_TO_SOMEBODY = re.compile(r"\b(?:[Yy]ou|[Yy]our|[Yy]ours)\b")

Label = tuple[str, int, int]  # the name, where what it labels begins, and in which sentence


@dataclass(frozen=True, slots=True)
class Turn:
    """Sentences ``first`` to ``last`` (inclusive) under one label; ``start`` is behind it."""

    label: str
    start: int
    end: int
    first: int
    last: int


def find(text: str, sentences: Sequence[Sentence], labels: Sequence[Label]) -> list[Turn]:
    """Find the answers: none where not one label opens the answer to the first question."""
    opened = [place for place, one in enumerate(sentences) if _opens_paragraph(sentences, place)]
    asked = [place for place in opened if _is_question(text, sentences, place)]
    if len(labels) != 1 or len(asked) < _FEWEST_QUESTIONS:
        return []
    if not any(_TO_SOMEBODY.search(text, *_paragraph(sentences, place)) for place in asked):
        return []
    labelled = labels[0][2]
    starts = [following for place in asked if (following := _behind(sentences, place)) is not None]
    if not starts or starts[0] != labelled or set(starts) & set(asked):
        return []
    turns = [_turn(text, labels[0], sentences, first, asked) for first in starts]
    answers = [replace(turn, start=_behind_initials(text, turn)) for turn in turns]
    return [turn for turn in answers if text[turn.start] not in "—–-"]  # whose the picture is


def _behind_initials(text: str, turn: Turn) -> int:
    """Return where an answer begins behind "AR: ", where the first one is Ann Roe's."""
    initials = "".join(word[0] for word in turn.label.split() if word[0].isupper())
    label = f"{initials}: "
    return turn.start + len(label) * text.startswith(label, turn.start)


def _opens_paragraph(sentences: Sequence[Sentence], place: int) -> bool:
    return place == 0 or sentences[place].paragraph != sentences[place - 1].paragraph


def _is_question(text: str, sentences: Sequence[Sentence], place: int) -> bool:
    """Say whether a whole paragraph asks, and quotes nobody in marks of its own at its head."""
    start, end = _paragraph(sentences, place)
    asks = text[start:end].rstrip(' *_”"').endswith("?")
    return asks and text[start] not in "“\"‘'" and len(text[start:end].split()) <= _LONGEST_QUESTION


def _paragraph(sentences: Sequence[Sentence], place: int) -> tuple[int, int]:
    last = place
    while last + 1 < len(sentences) and not _opens_paragraph(sentences, last + 1):
        last += 1
    return sentences[place].start, sentences[last].end


def _behind(sentences: Sequence[Sentence], place: int) -> int | None:
    """Return the first sentence of the paragraph behind."""
    following = range(place + 1, len(sentences))
    return next((spot for spot in following if _opens_paragraph(sentences, spot)), None)


def _turn(
    text: str, label: Label, sentences: Sequence[Sentence], first: int, asked: Sequence[int]
) -> Turn:
    """Take an answer to the next question; the last one is a single paragraph.

    A dash opens what stands below a picture.
    """
    name, start, _ = label
    following = next((place for place in asked if place > first), None)
    last = first
    while last + 1 < len(sentences) and last + 1 != following:
        beyond = sentences[last + 1].paragraph - sentences[first].paragraph
        if beyond >= (1 if following is None else _LONGEST_ANSWER):
            break
        if text[sentences[last + 1].start] in "—–-":
            break
        last += 1
    labelled = sentences[first].start < start <= sentences[last].end
    own = start if labelled else sentences[first].start
    return Turn(name, own, sentences[last].end, first, last)
