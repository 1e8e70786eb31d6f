"""Passage: a run of sentences small enough for the embedder to read whole.

Passages overlap, have exact offsets, and together hold everything of the text but white space.
Pure but for the splitter it calls: LlamaIndex's SentenceSplitter, given our sentences and the
model's own way of counting word pieces.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from index import sentence
from index.article import Article

# In word pieces: an eighth of what MiniLM reads, enough for the sentence that leads to a quote.
OVERLAP = 32
# The header may take this share of what the model reads; a longer title loses its last words.
_HEADER_SHARE = 4
_VISIBLE = re.compile(r"\S")

CountTokens = Callable[[str], int]


class Passage(NamedTuple):
    """``text[start:end]`` of an article."""

    start: int
    end: int


def split(article: Article, count_tokens: CountTokens, token_limit: int) -> list[Passage]:
    """Split an article's text into passages whose ``embedded_text`` is within ``token_limit``.

    ``token_limit`` is in word pieces, special marks not counted. A text without a visible
    character has none.
    """
    head = header(article, count_tokens, token_limit)
    room = token_limit - count_tokens(f"{head}\n")

    def fits(text: str) -> bool:
        return count_tokens(f"{head}\n{text}") <= token_limit

    return [
        piece
        for passage in _located(article.text, _split_text(article.text, count_tokens, room))
        for piece in _fitting(article.text, passage, fits)
    ]


def embedded_text(
    article: Article, passage: Passage, count_tokens: CountTokens, token_limit: int
) -> str:
    """Return what is embedded for a passage: title, outlet and date, then its text."""
    head = header(article, count_tokens, token_limit)
    return f"{head}\n{article.text[passage.start : passage.end]}"


def header(article: Article, count_tokens: CountTokens, token_limit: int) -> str:
    """Return title, outlet and date as one line, at most a quarter of what the model reads."""
    date = article.published.date if article.published else None
    line = " · ".join(part for part in (article.title, article.outlet, date) if part)
    most = token_limit // _HEADER_SHARE
    while count_tokens(line) > most:
        words = line.split(" ")
        # One word of enormous length has no last word to lose.
        line = " ".join(words[: len(words) // 2]) if len(words) > 1 else ""
    return line


def _split_text(text: str, count_tokens: CountTokens, room: int) -> list[str]:
    from llama_index.core.node_parser import SentenceSplitter

    splitter = SentenceSplitter(
        chunk_size=room,
        chunk_overlap=min(OVERLAP, room // 4),
        # The splitter only takes the length of what its tokenizer returns.
        tokenizer=lambda piece: range(count_tokens(piece)),
        paragraph_separator="\n\n",
        chunking_tokenizer_fn=_sentences,
    )
    return splitter.split_text(text)


def _sentences(text: str) -> list[str]:
    """Cut a text before each of its sentences; the pieces joined are the text again."""
    starts = [span.start for span in sentence.split(text)][1:]
    return [text[a:b] for a, b in zip([0, *starts], [*starts, len(text)], strict=True)]


def _located(text: str, pieces: list[str]) -> Iterator[Passage]:
    """Find where each piece stands.

    They come in order and leave nothing out, so each begins at the latest where the one before
    ended. Of several such places it is the last: then even a text that repeats itself is covered
    to its end, because no piece is put before its true place.
    """
    covered = 0
    for piece in map(str.strip, pieces):
        visible = _VISIBLE.search(text, covered)
        latest = visible.start() if visible else len(text)
        start = text.rfind(piece, 0, latest + len(piece))
        if start + len(piece) > covered:
            covered = start + len(piece)
            yield Passage(start, covered)


def _fitting(text: str, passage: Passage, fits: Callable[[str], bool]) -> Iterator[Passage]:
    """Halve a passage until it fits: joined pieces may count more than the splitter added up."""
    words = text[passage.start : passage.end]
    if len(words) < 2 or fits(words):
        yield passage
        return
    middle = passage.start + _seam(words)
    yield from _fitting(text, _stripped(text, passage.start, middle), fits)
    yield from _fitting(text, _stripped(text, middle, passage.end), fits)


def _seam(words: str) -> int:
    space = words.find(" ", len(words) // 2)
    return space if 0 < space < len(words) - 1 else len(words) // 2


def _stripped(text: str, start: int, end: int) -> Passage:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    return Passage(start + lead, start + lead + len(piece.strip()))
