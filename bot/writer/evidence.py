"""Evidence: which statements stand beneath what a model wrote. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.composing.answer import Answer, Block, Place

# So many statements are found for a model, of which those are shown that prove what it wrote.
WIDELY = 24


def evidence_first(answer: Answer, most: int) -> Answer:
    """Keep ``most`` blocks beneath a written answer: those that prove its sentences, then the best.

    What is left out is counted. Occasions that hold a proof stand first, behind what is set side by
    side; else occasions, and the blocks of each, keep their order.
    """
    proofs = [place for sentence in answer.prose for place in sentence.places]
    proving = {block for block in answer.blocks if _proves(block, proofs)}
    ranked = sorted(answer.blocks, key=lambda block: block not in proving)[:most]
    kept = set(ranked)
    occasions = (
        replace(each, blocks=tuple(block for block in each.blocks if block in kept))
        for each in answer.occasions
    )
    shown = [each for each in occasions if each.blocks]
    paired = {block for pair in answer.contrasts for block in (pair.earlier, pair.later)}
    return replace(
        answer,
        blocks=tuple(ranked),
        occasions=tuple(sorted(shown, key=lambda each: _rank(each.blocks, paired, proving))),
        order="proof",
        contrasts=tuple(c for c in answer.contrasts if {c.earlier, c.later} <= kept),
        more=answer.more + len(answer.blocks) - len(kept),
    )


def _rank(blocks: Iterable[Block], *first: set[Block]) -> int:
    """Return the place of the first set that has any of some blocks."""
    own = set(blocks)
    return next((place for place, each in enumerate(first) if each & own), len(first))


def _proves(block: Block, proofs: Iterable[Place]) -> bool:
    return any(
        own.article_id == proof.article_id and own.start < proof.end and proof.start < own.end
        for own in block.places
        for proof in proofs
    )
