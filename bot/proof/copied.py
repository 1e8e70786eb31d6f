"""A sentence of a draft that is a whole sentence of an article, marks and all. Pure.

What is copied so says what the article says, whoever speaks in it; two things are left to ask:
whether the sentence names who speaks, and whether the article tells it as somebody's words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.proof import marks, speaker
from bot.proof.citation import CitedSentence
from bot.proof.pointing import POINTING
from bot.proof.prose import Token, may_hold, tokens
from bot.proof.verdict import Marked, Place
from bot.proof.window import Cited, Window
from index.sentence import Span
from index.statement import Speaker

# A copy and its original are as long, but for numerals, white space and marks.
ABOUT = 0.7
# Of each word: how it is compared, how many marks part it from the first, whether it is quoted.
_Row = list[tuple[str, int, bool]]


def places(cited: CitedSentence, sources: Sequence[Cited]) -> list[Place]:
    """Return where the sentence stands, word for word, in the articles that it cites."""
    read = tokens(cited.text, Span(0, len(cited.text)))
    row = _row(read, (Span(each.start, each.end) for each in marks.find(cited.text)))
    named = [source for source in sources if source.number in cited.numbers]
    looked_at = (
        (source, [w for w in source.windows if _may_be(w, cited, read)]) for source in named
    )
    return [
        _place(source, window) for source, near in looked_at for window in _alike(near, row)[:1]
    ]


def names_speaker(text: str, copies: Iterable[Place], sources: Sequence[Cited]) -> bool:
    """Tell whether a copied sentence names whom the article lets speak in it, or else anybody."""
    evidences = {source.evidence.article_id: source.evidence for source in sources}
    told = [
        evidences[each.article_id].speakers(each.start, each.end, quoted=True) for each in copies
    ]
    if recorded := [each for speakers in told for each in speakers]:
        return all(speaker.is_named(each, text) for each in recorded)
    quoted = [Span(each.start, each.end) for each in marks.find(text)]
    own = tokens(text, Span(0, len(text)), quoted)
    return any(each.is_name for each in own)


def names_first(text: str, speakers: Iterable[Speaker]) -> bool:
    """Tell whether a sentence names somebody before each "he" or "she" that speaks in it."""
    read = tokens(text, Span(0, len(text)))
    open_ones = [each.as_written for each in speakers if each.kind == "unresolved"]
    return all(_is_named_before(text, read, each) for each in open_ones)


def _is_named_before(text: str, read: Sequence[Token], written: str) -> bool:
    place = text.find(written)
    return written.casefold() in POINTING and any(
        each.is_name and each.start < place for each in read
    )


def _may_be(window: Window, cited: CitedSentence, read: Sequence[Token]) -> bool:
    """Tell whether a sentence can be a copy: it is about as long, and has such words."""
    length = window.lies.end - window.lies.start
    alike = ABOUT * length <= len(cited.text) <= length / ABOUT
    return alike and may_hold(window.beginnings, read)


def _alike(windows: Sequence[Window], row: _Row) -> list[Window]:
    return [
        window for window in windows if len(window.tokens) == len(row) and list(_of(window)) == row
    ]


def _of(window: Window) -> Iterator[tuple[str, int, bool]]:
    for place, token in enumerate(window.tokens):
        yield token.folded, token.part, place in window.quoted


def _row(read: Sequence[Token], quoted: Iterable[Span]) -> _Row:
    spans = list(quoted)
    return [
        (each.folded, each.part, any(span.start <= each.start < span.end for span in spans))
        for each in read
    ]


def _place(source: Cited, window: Window) -> Place:
    recorded = next((each.speaker for each in window.statements), None)
    marked: Marked = "headline" if window.place < 0 else "written"
    return Place(source.evidence.article_id, *window.span, recorded, marked)
