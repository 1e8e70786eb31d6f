"""Who may have spoken a quotation that no rule gives to anybody: whom the article names near it.

Measured on annotated articles (``tests/bench/proof_speakers.py``): of true speakers whom the rules
miss, 135, three are not named nearest; of others named in the same article three in four are not.
Pure.
"""

from __future__ import annotations

from bot.proof import speaker
from bot.proof.evidence import Evidence
from index import people
from index.people.names import words
from index.sentence import Span, paragraphs
from index.statement import Speaker

# So many paragraphs above the quotation are looked at, when nobody is named beside it.
PARAGRAPHS_ABOVE = 2


def may_have_said(claimed: Speaker, evidence: Evidence, start: int) -> bool:
    """Tell whether somebody may have spoken what stands at a place, as far as names tell.

    Not where the article never names them, nor where others are named nearer to it.
    """
    if not speaker.is_named(claimed, f"{evidence.title} {evidence.text}"):
        return False
    others = _surnames(evidence) - set(people.key(claimed.name).last.split()[-1:])
    here = evidence.paragraph(start)
    near = paragraphs(evidence.text)[max(0, here - 1 - PARAGRAPHS_ABOVE) : here]
    for line in reversed(near):
        named = _outside_marks(evidence, line)
        if speaker.is_named(claimed, named):
            return True
        if others & set(words(named)):
            return False
    return True


def _surnames(evidence: Evidence) -> set[str]:
    """Return the surnames of all who are said to speak in an article."""
    names = (each.speaker.name for each in evidence.statements if each.speaker.kind == "person")
    return {last[-1] for last in (people.key(name).last.split() for name in names) if last}


def _outside_marks(evidence: Evidence, line: Span) -> str:
    """Return what a paragraph says in its writer's own words."""
    pieces: list[str] = []
    cursor = line.start
    for span in evidence.quotations:
        if line.start <= span.start < line.end:
            pieces.append(evidence.text[cursor : span.start])
            cursor = span.end
    return " ".join([*pieces, evidence.text[cursor : line.end]])
