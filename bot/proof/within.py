"""Words within somebody's words: `“My opponent says ‘Taxes must rise’,” said Reed`. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.proof import marks
from bot.proof.evidence import Evidence
from index.sentence import Span
from index.statement import Said, Speaker, Statement

_DOUBLED = ("''", "``")
_CLOSING = "”»›」』\"’'"
# "The ’90s", "’em": an apostrophe that opens nothing.
_ELIDED = re.compile(r"['’‘](?:\d|(?:em|til|cause|tis|twas|n)\b)", re.IGNORECASE)
# `“I told him: ‘We will win’,” said Reed`: his own words.
_OWN = re.compile(
    r"\b(?:I|[Ww]e)(?:[’'](?:ve|d|ll|m|re))?"
    r"(?:\s+(?:have|had|has|will|would|do|did|can|could|must|just|also|then|once|always|want(?:ed)?"
    r"|to|\w+ly))*\s+(?:say|said|saying|tell|told|telling|write|wrote|written|ask(?:ed)?|think"
    r"|thought|shout(?:ed)?|repl(?:y|ied)|answer(?:ed)?)\b(?:\s+[\w’'.-]+){0,5}\s*[,:]?\s*\Z"
)


def outer(evidence: Evidence, span: Span) -> Span | None:
    """Return the quotation of an article, with its marks, in which some words stand."""
    holding = (q for q in evidence.quotations if q.start <= span.start and span.end <= q.end)
    return next(holding, None)


def inner(evidence: Evidence, span: Span) -> Span | None:
    """Return the quotation within a quotation in which some words stand wholly, or None."""
    around = outer(evidence, span)
    if around is None:
        return None
    size = 2 if evidence.text.startswith(_DOUBLED, around.start) else 1
    start, end = around.start + size, around.end
    if end - start > size and evidence.text[end - 1] in _CLOSING:
        end -= size
    for each in marks.find(evidence.text[start:end]):
        found = Span(start + each.start, start + each.end)
        if found.start < span.start and span.end < found.end and each.is_closed:
            return None if _ELIDED.match(evidence.text, found.start) else found
    return None


def is_own(evidence: Evidence, span: Span, inside: Span) -> bool:
    """Tell whether a speaker quotes herself, as in “I told him ‘We will win’”."""
    around = outer(evidence, span)
    return bool(around and _OWN.search(evidence.text[around.start + 1 : inside.start]))


def speakers(evidence: Evidence, inside: Span) -> list[Speaker]:
    """Return who is known to have spoken a quotation within another, and not around it."""
    return [
        each.speaker
        for each in evidence.statements
        for said in each.said
        if said.kind == "quoted" and inside.start - 1 <= said.start and said.end <= inside.end + 1
    ]


def lead(evidence: Evidence, span: Span, inside: Span) -> str:
    """Return what the outer speaker says before the words of somebody else."""
    around = outer(evidence, span)
    return evidence.text[around.start : inside.start] if around else ""


def owners(evidence: Evidence, span: Span, spoke: list[Speaker]) -> list[Speaker]:
    """Return whose words stand at a place, of those who spoke there.

    Not who only tells of words that are all another's: `Roe said Doe told her: “…”`. Nor whom she
    quotes in a part of them: `“I rose and Doe said, ‘Sit down’,” said Roe` is not Doe's.
    """
    relayed = [each for each in evidence.statements if each.relayed_by]
    tellers = {
        each.relayed_by.name for each in relayed if each.relayed_by and _hold(each.said, span)
    }
    partly = {each.speaker.name for each in relayed if _adds(evidence, each, span)}
    return [each for each in spoke if each.name not in tellers | partly] or spoke


def _hold(said: Iterable[Said], span: Span) -> bool:
    return any(part.start <= span.start and span.end <= part.end for part in said)


def _adds(evidence: Evidence, told: Statement, span: Span) -> bool:
    """Tell whether who tells of another's words says in marks what is not of these."""
    teller = told.relayed_by.name if told.relayed_by else None
    tells = (each.said for each in evidence.statements if each.speaker.name == teller)
    own = (part for said in tells for part in said if part.kind == "quoted")
    shared = (Span(max(part.start, span.start), min(part.end, span.end)) for part in own)
    return any(part.start < part.end and not _hold(told.said, part) for part in shared)
