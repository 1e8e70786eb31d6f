"""Prose: what a model wrote, and was proven, in Discord messages. Pure.

A sentence is never cut. One that is too long for a message goes on in the next, and so do numbers
whose sources find no room in one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.chat.markdown import LIMIT, bold, cut, length, numbered, shown, small
from bot.chat.piece import Listed, Piece, fits, written
from bot.composing import phrase
from bot.composing.answer import Place, Prose

# In units of ``markdown.length``. What is longer does not stand in one paragraph, so that sources
# and the first words of evidence find room beside it.
_TOGETHER = 1_000


def pieces(sentences: Sequence[Prose], group: int, listed: Listed) -> Iterator[Piece]:
    """Yield the sentences as one paragraph, or each by itself where they are long."""
    text = " ".join(_text(each.text, _places(each)) for each in sentences)
    places = tuple(place for each in sentences for place in _places(each))
    whole = Piece(f"{text}\n\n{phrase.WORD_FOR_WORD}", group, places=places)
    if length(whole.text) <= _TOGETHER and fits([whole], listed):
        yield whole
        return
    for each in sentences:
        yield from _by_itself(each.text, _places(each), Piece("", group), listed)
    yield Piece(phrase.WORD_FOR_WORD, group)


def growing(question: str, sentences: Sequence[Prose], checked: int) -> str:
    """Return the message of an answer that is still being written: what is proven, and no more.

    ``checked`` sentences were looked at. Sentences for which there is no room wait for the answer.
    """
    head, foot = bold(question), small(phrase.checked(checked))
    text = ""
    for each in sentences:
        longer = f"{text} {_text(each.text, _places(each))}".strip()
        if length(f"{head}\n\n{longer}\n\n{foot}") > LIMIT:
            break
        text = longer
    return "\n\n".join(filter(None, (head, text, foot)))


def _places(sentence: Prose) -> tuple[Place, ...]:
    """Return a place for each number of a sentence, in their order."""
    first = {place.source: place for place in reversed(sentence.places)}
    return tuple(first.get(each, Place(each, "", 0, 0, None)) for each in sentence.numbers)


def _text(text: str, places: Sequence[Place]) -> str:
    """Return a sentence with its numbers, before its full stop, each a link to what proves it."""
    marks = "".join(numbered(place.source, place.link) for place in places)
    stop = "." if text.endswith(".") else ""
    return f"{_escaped(text.removesuffix(stop))} {marks}{stop}"


def _escaped(text: str) -> str:
    return shown(text, 4 * len(text) + 1)  # so long that nothing of it is cut


def _by_itself(
    text: str, places: tuple[Place, ...], blank: Piece, listed: Listed
) -> Iterator[Piece]:
    """Divide a sentence, where it must be, into pieces that fit into a message each."""
    marks = (replace(blank, text=_text("", (place,)), places=(place,)) for place in places)
    room = LIMIT - max((length(written([each], listed)) for each in marks), default=0) - 1
    *first, last = _portions(text, room)
    yield from (replace(blank, text=_escaped(portion)) for portion in first)
    while True:
        piece = _fullest(last, places, blank, listed)
        yield piece
        places = places[len(piece.places) :]
        if not places:
            return
        last = "The same stands in"


def _fullest(text: str, places: tuple[Place, ...], blank: Piece, listed: Listed) -> Piece:
    """Return a text with as many of its numbers as fit into a message; one always does."""
    counts = range(len(places), 1, -1)
    made = (replace(blank, text=_text(text, places[:n]), places=places[:n]) for n in counts)
    alone = replace(blank, text=_text(text, places[:1]), places=places[:1])
    return next((each for each in made if fits([each], listed)), alone)


def _portions(text: str, room: int) -> list[str]:
    """Divide a text between words into portions that take no more than ``room`` when escaped."""
    found = []
    while length(_escaped(text)) > room:
        head = cut(text, room // 2)  # a sign of theirs takes two of ours at most
        found.append(head)
        text = text[len(head) :].lstrip()
    return [*found, text]
