"""Step 5g: where somebody stands, as the article itself tells it: "Roe endorsed the bill". Pure.

No words of theirs are told, so this is no statement; but asked what Roe said about the bill, a
reader wants to know it, told apart from what she said.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.speech import attribute
from index.speech import cue as cues
from index.speech.attribution import Attribution
from index.speech.reading import Sentence


def find(sentence: Sentence, spoken: Sequence[Attribution]) -> list[Attribution]:
    """Find where somebody stands, left to right.

    What stands among words that are somebody's is theirs: "Roe said Doe wants the deal" tells what
    Roe says. ``spoken`` holds the sentence's attributions of speech.
    """
    found: list[Attribution] = []
    if len(sentence.pieces) > attribute.LONGEST_SENTENCE:
        return found
    for cue in cues.positions(sentence):
        if any(first <= cue.first <= last for one in spoken for first, last in one.content):
            continue
        one = attribute.at(sentence, cue, found)
        if one and one.position == "after" and one.content and not _taken(one, spoken):
            found.append(one)
    return found


def _taken(one: Attribution, spoken: Sequence[Attribution]) -> bool:
    """Tell whether some of the words are told as somebody's speech already."""
    return any(
        first <= said_last and said_first <= last
        for first, last in one.content
        for other in spoken
        for said_first, said_last in other.content
    )
