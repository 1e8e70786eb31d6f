"""Piece: the parts of an answer that are never divided between two messages. Pure.

A quotation and its number are one piece. What does not fit into one message even alone is made
several pieces here, each with its own number: a quotation between its sentences, a long row of
sources between two of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bot.chat.markdown import LIMIT, bold, cut, length, numbered, quoted
from bot.composing import phrase, sourced
from bot.composing.answer import Block, Occasion, Place, Source
from index import sentence


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that stay together, ready to be sent.

    Pieces of one ``group`` follow each other under one ``heading``, which a new message repeats;
    ``opens`` is the first of them. ``places`` are what it cites. ``close``: no empty line parts it
    from its neighbours, as in a list. ``below``: it stands under the sources.
    """

    text: str
    group: int
    heading: str = ""
    opens: bool = True
    places: tuple[Place, ...] = ()
    close: bool = False
    below: bool = False


Listed = Mapping[int, str]
"""The line of each source, by its number."""


def written(pieces: Sequence[Piece], listed: Listed) -> str:
    """Return the message that some pieces make, with the sources that they cite."""
    above = [each for each in pieces if not each.below]
    paragraphs = [_under_heading(list(group)) for _, group in groupby(above, _group)]
    numbers = sorted({place.source for each in pieces for place in each.places})
    paragraphs.append("\n".join(listed[number] for number in numbers))
    paragraphs.append("\n".join(each.text for each in pieces if each.below))
    return "\n\n".join(filter(None, paragraphs))


def fits(pieces: Sequence[Piece], listed: Listed) -> bool:
    """Tell whether some pieces make a message that may be sent."""
    return length(written(pieces, listed)) <= LIMIT


def _group(piece: Piece) -> int:
    return piece.group


def _under_heading(group: Sequence[Piece]) -> str:
    first = group[0]
    heading = first.heading if first.opens or not first.heading else f"{first.heading} (continued)"
    between = "\n" if first.close else "\n\n"
    return "\n".join(filter(None, [heading, between.join(each.text for each in group)]))


def said(occasion: Occasion, group: int, source: Source, listed: Listed) -> list[Piece]:
    """Return what was said on one occasion, in the article of a source."""
    name, behind = phrase.occasion(occasion, source.article.title, sourced.date(source))
    heading = f"{bold(name)}{behind}"
    made = [
        piece
        for block in occasion.blocks
        for piece in _of_block(block, Piece("", group, heading, opens=False), listed)
    ]
    return [replace(made[0], opens=True), *made[1:]] if made else []


def _of_block(block: Block, blank: Piece, listed: Listed) -> Iterator[Piece]:
    """Divide a block, where it must be, into pieces that fit into a message each."""
    own = block.places[:1]
    # What stands behind the last portion may be longer than what says that it goes on.
    empty = (_quotation("", block, own, blank, goes_on=each) for each in (True, False))
    room = LIMIT - max(length(written([each], listed)) for each in empty) - 1
    *first, last = portions(block.text, room)
    for portion in first:
        yield _quotation(portion, block, own, blank, goes_on=True)
    count = _most(lambda places: _quotation(last, block, places, blank), block.places, listed)
    yield _quotation(last, block, block.places[:count], blank)
    left = block.places[count:]
    while left:
        count = _most(lambda places: _same_words(places, blank), left, listed)
        yield _same_words(left[:count], blank)
        left = left[count:]


def _most(
    make: Callable[[tuple[Place, ...]], Piece], places: tuple[Place, ...], listed: Listed
) -> int:
    """Return how many of the places can be named in one message; one always can."""
    counts = range(len(places), 1, -1)
    return next((count for count in counts if fits([make(places[:count])], listed)), 1)


def _quotation(
    text: str, block: Block, places: tuple[Place, ...], blank: Piece, *, goes_on: bool = False
) -> Piece:
    doubt = phrase.doubt(block)
    where = f"{phrase.attribution(block)} {numbers(places)}{f'; {doubt}' if doubt else ''}"
    # A message lists the sources that it cites: numbers of another's would lead nowhere.
    carried = phrase.carried(block, numbered=places == block.places)
    if carried and not goes_on:
        where = f"{where} ({carried})"
    lines = [quoted(text), f"{where}, and goes on" if goes_on else where]
    return replace(blank, text="\n".join(lines), places=places)


def _same_words(places: tuple[Place, ...], blank: Piece) -> Piece:
    return replace(blank, text=f"the same words also stand in {numbers(places)}", places=places)


def numbers(places: Sequence[Place]) -> str:
    """Return the numbers of some places, each a link to its own."""
    return phrase.listed([numbered(place.source, place.link) for place in places])


def portions(text: str, room: int) -> list[str]:
    """Divide a text into portions that fit behind a bar of ``room``, between sentences.

    A sentence that is too long by itself is divided between words.
    """
    spans: list[tuple[int, int]] = []
    for start, end in _short_enough(text, room):
        if spans and length(quoted(text[spans[-1][0] : end])) <= room:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return [text[start:end] for start, end in spans] or [text]


def _short_enough(text: str, room: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a text, each too long one in stretches of whole words."""
    for first, end in sentence.split(text):
        start = first
        while length(quoted(text[start:end])) > room:
            stop = start + len(_head(text[start:end], room))
            yield start, stop
            start = end - len(text[stop:end].lstrip())
        yield start, end


def _head(text: str, room: int) -> str:
    head = text[:room]
    while (over := length(quoted(head)) - room) > 0:
        head = cut(head, len(head) - max(1, over // 2))
    return head or text[:1]
