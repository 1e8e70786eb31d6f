"""Resolve: name in brackets whom a reporter's own "he" or "she" means. Pure.

For a quotation that is taken out of its article. Only the reporter's pronoun is named, never one
inside quotation marks: those words are the speaker's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index import sentence
from index.statement import Statement
from index.word import words

_PRONOUN = re.compile(r"(?:he|she|they)\Z", re.IGNORECASE)
_QUOTATION = re.compile(r"“[^”]*(?:”|\Z)", re.MULTILINE)


def resolved(text: str, start: int, end: int, statements: Sequence[Statement]) -> str:
    """Return ``text[start:end]``, with "[John Kirby]" behind the pronoun that means him.

    ``statements`` are those of the article. A pronoun is named once, where the block does not
    name the speaker before it, and only where it is sure who is meant.
    """
    inside = [each for each in statements if start <= each.start and each.end <= end]
    for statement in inside:
        place = _pronoun(text, start, statement)
        if place is not None:
            name = f" [{statement.speaker.name}]"
            return f"{text[start:place]}{name}{text[place:end]}"
    return text[start:end]


def _pronoun(text: str, start: int, statement: Statement) -> int | None:
    """Return where the pronoun for a statement's speaker ends; None where there is none to name."""
    speaker = statement.speaker
    if statement.weak or speaker.kind != "person" or not _PRONOUN.match(speaker.as_written):
        return None
    own = _reporters_words(text, statement.start, statement.end)
    found = [*re.finditer(rf"\b{re.escape(speaker.as_written)}\b", own, re.IGNORECASE)]
    if not found:
        return None
    cue = own.find(statement.cue)
    nearest = min(found, key=lambda each: abs(each.start() - cue)) if cue >= 0 else found[0]
    place = statement.start + nearest.end()
    return None if _names(text[start:place], speaker.name) else place


def _names(before: str, name: str) -> bool:
    """Tell whether some words name a person, by the last of the names."""
    return words(name)[-1:] != [] and words(name)[-1] in words(before)


def _reporters_words(text: str, start: int, end: int) -> str:
    """Return ``text[start:end]`` with all that stands in quotation marks blanked out; same length.

    Paragraph by paragraph: a quotation that is not closed goes on to the end of its paragraph.
    """
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    paragraph = text[first : last if last >= 0 else len(text)]
    lines = "\n".join(map(sentence.directed, paragraph.split("\n")))
    blank = _QUOTATION.sub(lambda found: " " * len(found.group()), lines)
    return blank[start - first : end - first]
