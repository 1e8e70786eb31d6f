"""Prose: what a model wrote, and was proven, in Discord messages. Pure.

A sentence is never cut, and never parted from its numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.chat.markdown import LIMIT, bold, cut, length, numbered, shown, small
from bot.chat.piece import Piece
from bot.composing import phrase
from bot.composing.answer import Prose

# In units of ``markdown.length``. More than so much does not stand in one piece, so that sources
# and the first words of evidence find room beside it.
_TOGETHER = 1_000
# A sentence that is longer goes on in a piece of its own.
_LONGEST = 1_200


def pieces(sentences: Sequence[Prose], group: int) -> Iterator[Piece]:
    """Yield the sentences as one paragraph, or each by itself where they are long."""
    whole = " ".join(map(_written, sentences))
    if length(whole) <= _TOGETHER:
        places = tuple(place for each in sentences for place in each.places)
        yield Piece(f"{whole}\n\n{phrase.WORD_FOR_WORD}", group, places=places)
        return
    for each in sentences:
        *first, last = _portions(each.text)
        yield from (Piece(shown(text, LIMIT), group) for text in first)
        text = _written(Prose(last, each.numbers, each.places))
        yield Piece(text, group, places=each.places)
    yield Piece(phrase.WORD_FOR_WORD, group)


def growing(question: str, sentences: Sequence[Prose], checked: int) -> str:
    """Return the message of an answer that is still being written: what is proven, and no more.

    ``checked`` sentences were looked at. Sentences for which there is no room wait for the answer.
    """
    head, foot = bold(question), small(phrase.checked(checked))
    text = ""
    for each in sentences:
        longer = f"{text} {_written(each)}".strip()
        if length(f"{head}\n\n{longer}\n\n{foot}") > LIMIT:
            break
        text = longer
    return "\n\n".join(filter(None, (head, text, foot)))


def _written(sentence: Prose) -> str:
    """Return a sentence with its numbers, before its full stop, each a link to what proves it."""
    links = {place.source: place.link for place in reversed(sentence.places)}
    marks = "".join(numbered(number, links.get(number)) for number in sentence.numbers)
    stop = "." if sentence.text.endswith(".") else ""
    return f"{shown(sentence.text.removesuffix(stop), LIMIT)} {marks}{stop}"


def _portions(text: str) -> list[str]:
    found = []
    while length(shown(text, 4 * LIMIT)) > _LONGEST:
        head = cut(text, _LONGEST // 2)
        found.append(head)
        text = text[len(head) :].lstrip()
    return [*found, text]
