"""Evidence: which statements stand beneath what a model wrote. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.composing.answer import Answer, Block, Place

# So many statements are found for a model, of which those are shown that prove what it wrote.
WIDELY = 24


def evidence_first(answer: Answer, most: int) -> Answer:
    """Keep ``most`` blocks beneath a written answer: those that prove its sentences, then the best.

    What is left out is counted. Blocks and occasions keep their order.
    """
    proofs = [place for sentence in answer.prose for place in sentence.places]
    ranked = sorted(answer.blocks, key=lambda block: not _proves(block, proofs))
    kept = set(ranked[:most])
    occasions = (
        replace(each, blocks=tuple(block for block in each.blocks if block in kept))
        for each in answer.occasions
    )
    return replace(
        answer,
        blocks=tuple(block for block in answer.blocks if block in kept),
        occasions=tuple(each for each in occasions if each.blocks),
        contrasts=tuple(c for c in answer.contrasts if {c.earlier, c.later} <= kept),
        more=answer.more + len(answer.blocks) - len(kept),
    )


def _proves(block: Block, proofs: Iterable[Place]) -> bool:
    return any(
        own.article_id == proof.article_id and own.start < proof.end and proof.start < own.end
        for own in block.places
        for proof in proofs
    )
