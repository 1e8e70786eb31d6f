"""Which words of a draft stand in quotation marks. Pure.

A draft is read more widely than an article: a phrase in single marks counts too, quotations within
quotations are paired, and a mark that is never closed opens one that runs to its paragraph's end.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.proof import glyphs
from index.sentence import Span, directed, paragraphs
from index.speech import quotation

_PAIRED = {"“": "”", "«": "»", "‹": "›", "「": "」", "『": "』"}
_OPENS = re.compile(r"(?<![\w’'])['‘](?=[\w\[…])")
_CLOSES = re.compile(r"(?<=[\w.,!?…%)\]])['’](?!\w)")
# "the workers’ union": an apostrophe, unless nothing else can close.
_POSSESSIVE = re.compile(r"(?<=s)['’](?= [a-z])")
# "The ’90s", "’tis": an apostrophe that opens nothing.
_ELIDED = re.compile(r"['‘’](?:\d\d|(?:em|til|cause|tis|twas|twere|n|bout|round)\b)", re.IGNORECASE)
# A single mark that never closes opens a quotation only where one begins: `said: ‘The vote`.
_BEGINS = re.compile(r"(?:\A|[:,—–(])\s*\Z")
_LOOKS_OPENING = re.compile(r"(?<![^\s(\[—–:,])[“«‹「『„‟»‚\"″‘](?=[\w\[…])")
_DOUBLED = ("''", "``")
_CLOSING = "“”»›」』\"’'"


class Quoted(NamedTuple):
    """``text[start:end]`` is a quotation with its marks, ``inside`` what stands between them."""

    start: int
    end: int
    inside: Span
    is_closed: bool = True


def find(text: str) -> list[Quoted]:
    """Find the outermost quotations of a draft, in order. None crosses a paragraph."""
    text = glyphs.usual(text)
    lines = paragraphs(text)
    usual = quotation.find(text, lines)
    return [
        quoted
        for line in lines
        for quoted in _within(text, line, [q for q in usual if line.start <= q.start < line.end])
    ]


def _within(text: str, line: Span, usual: list[quotation.Quotation]) -> Iterator[Quoted]:
    turned = directed(text[line.start : line.end])
    spans = _balanced(turned)
    if spans is None:
        spans = [Span(q.start - line.start, q.end - line.start) for q in usual]
        spans += _unclosed(turned, spans)
    spans += [one for one in _singles(turned) if not any(_overlap(one, each) for each in spans)]
    for span in sorted(spans):
        yield _quoted(text, Span(line.start + span.start, line.start + span.end))


def _balanced(line: str) -> list[Span] | None:
    """Pair the double marks of a line, or return None where they do not come in pairs."""
    spans: list[Span] = []
    closing: list[str] = []
    start = 0
    for place, sign in enumerate(line):
        if closing and sign == closing[-1]:
            closing.pop()
            if not closing:
                spans.append(Span(start, place + 1))
        elif sign in _PAIRED:
            start = start if closing else place
            closing.append(_PAIRED[sign])
        elif sign in "”»›」』„":
            return None
    return None if closing else spans


def _unclosed(line: str, spans: list[Span]) -> list[Span]:
    last = max((span.end for span in spans), default=0)
    opened = line.find("“", last)
    return [Span(opened, len(line))] if opened >= 0 and line[opened + 1 :].strip() else []


def _singles(line: str) -> Iterator[Span]:
    """Yield what stands in single marks and is not merely an elided or possessive word."""
    closings = [mark.end() for mark in _CLOSES.finditer(line)]
    sure = [end for end in closings if not _POSSESSIVE.match(line, end - 1)]
    cursor = 0
    for opening in _OPENS.finditer(line):
        if opening.start() < cursor or _ELIDED.match(line, opening.start()):
            continue
        ends = sure[bisect_right(sure, opening.end()) :][:1]
        if not ends and closings and closings[-1] > opening.end():
            ends = closings[-1:]
        if ends or _begins(line, opening):
            cursor = ends[0] if ends else len(line)
            yield Span(opening.start(), cursor)


def _begins(line: str, opening: re.Match[str]) -> bool:
    """Tell whether a mark that never closes opens a quotation all the same."""
    lead = line[max(0, opening.start() - 3) : opening.start()]
    return bool(_BEGINS.search(lead)) and line[opening.end()].isupper()


def unread(text: str, found: Sequence[Quoted]) -> int:
    """Count the marks that look as if they opened a quotation and are in none that was found."""
    starts = [each.start for each in found]
    count = 0
    for mark in _LOOKS_OPENING.finditer(glyphs.usual(text)):
        before = bisect_right(starts, mark.start()) - 1
        is_read = before >= 0 and mark.start() < found[before].end
        count += not is_read and not _ELIDED.match(text, mark.start())
    return count


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _quoted(text: str, span: Span) -> Quoted:
    """Return a quotation without its outer marks, and the space that French ones have inside."""
    opening = 2 if text.startswith(_DOUBLED, span.start) else 1
    closing = 0
    if span.end - span.start > opening and text[span.end - 1] in _CLOSING:
        closing = 2 if text.endswith(_DOUBLED, span.start + opening, span.end) else 1
    words = text[span.start + opening : span.end - closing]
    start = span.start + opening + len(words) - len(words.lstrip())
    inside = Span(start, max(start, start + len(words.strip())))
    return Quoted(span.start, span.end, inside, is_closed=closing > 0)
