"""Particulars: what an answer said beside an article's words, held against the record. Pure.

Headline, outlet and date are corrected by editing an article, its speakers by reading it better.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.composing.sourced import written_date
from bot.proof import Cited as Source
from bot.proof import speaker
from index.state import Carried, Cited, Sourced, words_digest
from index.statement import Speaker


@dataclass(frozen=True, slots=True)
class Today:
    """An article as it is on record now. ``file_written``: when its file last was (UTC).

    ``outlet`` is its outlet as an answer would list it.
    """

    source: Source
    content_hash: str
    file_written: datetime.date
    outlet: str


def of_source(shown: Sourced, today: Today) -> Iterator[str]:
    """Say what an answer says of an article that is otherwise now."""
    evidence, published = today.source.evidence, today.source.published
    title = f"“{evidence.title}”"
    if shown.title != evidence.title:
        yield f"the headline of “{shown.title}” is now {title}."
    if shown.outlet != today.outlet:
        yield f"{title}: its outlet is now: {today.outlet}."
    if shown.date != (published.date if published else ""):
        now = f"its date is now {written_date(published)}" if published else "it has no date now"
        yield f"{title}: {now}."
    if any(stands_at(each, evidence.text) is None for each in shown.carries):
        yield f"{title} no longer carries the words that it was said to carry too."


def of_speaker(shown: str, start: int, end: int, today: Today) -> str:
    """Say that words are somebody else's now; nothing where they are still who was named."""
    evidence = today.source.evidence
    there = [each for each in evidence.statements if start <= each.start < end]
    if not shown or any(_is_same(shown, each.speaker) for each in there):
        return ""
    names = " and ".join(dict.fromkeys(each.speaker.name for each in there))
    who = f"gives the words of {shown} to {names}" if names else f"gives {shown} no such words"
    return f"“{evidence.title}” now {who}."


def stands_at(words: Cited | Carried, text: str) -> int | None:
    """Return where the words stand in a text: where they stood, else wherever; None for nowhere."""
    return next((at for at in (words.start, *range(len(text))) if is_at(at, words, text)), None)


def is_at(start: int, words: Cited | Carried, text: str) -> bool:
    """Tell whether the words stand at a place."""
    return words_digest(text[start : start + words.end - words.start]) == words.digest


def _is_same(name: str, recorded: Speaker) -> bool:
    shown = replace(recorded, name=name, as_written=name, role=None)
    return name == recorded.name or speaker.compare(shown, [recorded]) == "same"
