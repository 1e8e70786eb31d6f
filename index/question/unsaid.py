"""Unsaid: when a question that is worded as one for somebody's words asks for something else. Pure.

"On which show did Ada Roe warn of it?" asks for a show, and "whom did she endorse?" for a name:
both are told in anybody's words. "What did she say?" and "what explanation did she give?" ask for
hers.
"""

from __future__ import annotations

from dataclasses import replace

from index.question import wording
from index.question.reading import Question


def asks_for_a_thing(question: Question) -> bool:
    """Tell whether a question for somebody's words asks for a thing, a person, a place or a day.

    Not where the talk before tells whose words they are: it is of those. "When did she say so?" is
    answered by what she said, with its day.
    """
    if (question.asked or "") not in question.text:
        return False
    before, behind = around_the_asked(question)
    if wording.ASKS_WHEN.match(before):
        return wording.SPOKE.match(behind) is None
    return wording.ASKS_A_THING.match(before) is not None


def around_the_asked(question: Question) -> tuple[str, str]:
    """Return what stands before the one who is asked about, and behind.

    All stands behind "according to Ada Roe, …": there that comes first.
    """
    before, _, behind = question.text.partition(question.asked or question.text)
    if wording.ACCORDING_TO.fullmatch(before):
        return behind.lstrip(" ,"), ""
    return before, behind


def as_fact(question: Question) -> Question:
    """Return a question for somebody's words as one for a fact, after whom the talk was of."""
    fact = replace(question, kind="fact", asked=None, topic=question.text.strip(" ?!."))
    asked = question.asked or ""
    if asked in question.text and question.topic in question.text:
        return replace(fact, subject=question.text)
    before = f"{asked} {question.topic}".strip()
    return replace(fact, earlier=(before,), leaning=1.0, subject=f"{before} {question.text}")
