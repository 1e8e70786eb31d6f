"""Step 8: the paragraph that "Roe wrote:" sets off, without quotation marks. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from index.speech.reading import Sentence


def find(text: str, sentences: Sequence[Sentence], place: int) -> Sequence[Sentence]:
    """Find the paragraph behind sentence ``place``, with the lines that follow it at once.

    Empty when there is none, or when it opens with a quotation, which is read as such.
    """
    first = last = place + 1
    while last < len(sentences) and _goes_on(text, sentences, last, first):
        last += 1
    return sentences[first:last]


def _goes_on(text: str, sentences: Sequence[Sentence], place: int, first: int) -> bool:
    """Say whether a sentence belongs to the block: an empty line ends it."""
    lines = text.count("\n", sentences[place - 1].end, sentences[place].start)
    quoted = sentences[place].pieces[0].kind == "quote"
    return not quoted and (lines > 0 if place == first else lines < 2)
