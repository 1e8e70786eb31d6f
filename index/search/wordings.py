"""Wordings: the texts that a question is searched with, and how much each counts. Pure.

A follow-up is searched alone, with the question before it, and with the whole talk; a long
question also by each of its clauses, for it may need several articles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.question import Question, without
from index.word import topic_stems, topic_words

# What the talk as a whole counts, beside the question and the one before it.
TALK = 0.75
# A clause with fewer words of topic joins its neighbour.
_FEWEST_WORDS = 4
_SEAM = re.compile(r"[,;:?!.]\s|\b(?:while|whereas|but|and|as well as)\b", re.IGNORECASE)
# Words that tell of reporting, in a question about what outlets wrote.
_REPORTING = frozenset(
    topic_stems(
        "article report reporting publish publication according mention discuss suggest claim "
        "source information coverage describe highlight feature portray"
    )
)
# What the model reads of a whole talk is bounded; more would be cut off at its end.
_MOST_CHARACTERS = 1_000


@dataclass(frozen=True, slots=True)
class Wording:
    """A text to search with, and what it counts beside the others."""

    text: str
    weight: float = 1.0


def wordings(question: Question) -> tuple[Wording, ...]:
    """Return the texts whose scores are added up, the question's own first."""
    if not question.earlier:
        return (Wording(question.subject),)
    before = f"{question.earlier[-1]} {question.text}"
    talk = " ".join([*question.earlier, question.text])[-_MOST_CHARACTERS:]
    return (
        Wording(question.text),
        Wording(before, question.leaning),
        Wording(talk, TALK * question.leaning),
    )


def clauses(question: Question) -> tuple[str, ...]:
    """Return the clauses of a factual question that has several, else nothing."""
    if question.kind != "fact":
        return ()
    joined: list[str] = []
    for part in _SEAM.split(_without_setting(question)):
        if joined and min(_weight(part), _weight(joined[-1])) < _FEWEST_WORDS:
            joined[-1] = f"{joined[-1]} {part}"
        else:
            joined.append(part)
    several = tuple(" ".join(each.split()) for each in joined if _weight(each))
    return several if len(several) > 1 else ()


def search_words(text: str) -> list[str]:
    """Return the words to look a text up by: those of its topic, not those of reporting."""
    every = topic_words(text)
    telling = [word for word in every if not set(topic_stems(word)) <= _REPORTING]
    return telling or every


def _without_setting(question: Question) -> str:
    """Return a question without the outlets and times that it names: they rank by themselves."""
    text = without(question.text, question.periods)
    for outlet in question.outlets:
        text = text.replace(outlet.words, " ")
    return text


def _weight(text: str) -> int:
    return len(search_words(text)) if topic_words(text) else 0
