"""Written: from proven sentences to an answer, with the statements beneath as evidence. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.composing.answer import Answer, Block, Occasion, Place, Prose, Source
from bot.linking.link import deep_link
from bot.proof import Place as Proof
from bot.proof import ProvedSentence
from bot.proof.citation import renumbered


def written(answer: Answer, proven: Sequence[ProvedSentence], model: str) -> Answer:
    """Put proven sentences above the blocks of an answer.

    Sources are numbered anew in the order in which the sentences cite them; what they do not cite
    is left out, with its blocks.
    """
    numbers = renumbered(each.numbers for each in proven)
    old = {source.number: source for source in answer.sources}
    sources = {s.article.article_id: s for s in _sources(old, numbers)}
    blocks = {b: _block(b, sources) for b in answer.blocks if b.article_id in sources}
    occasions = (_occasion(each, blocks) for each in answer.occasions)
    contrasts = (c for c in answer.contrasts if c.earlier in blocks and c.later in blocks)
    return replace(
        answer,
        outcome="written",
        prose=tuple(_prose(each, numbers, sources) for each in proven),
        model=model,
        blocks=tuple(blocks.values()),
        occasions=tuple(each for each in occasions if each.blocks),
        contrasts=tuple(
            replace(c, earlier=blocks[c.earlier], later=blocks[c.later]) for c in contrasts
        ),
        sources=tuple(sources.values()),
        more=answer.more + len(answer.blocks) - len(blocks),
    )


def _sources(old: Mapping[int, Source], numbers: Mapping[int, int]) -> list[Source]:
    return [replace(old[was], number=number) for was, number in numbers.items()]


def _prose(
    sentence: ProvedSentence, numbers: Mapping[int, int], sources: Mapping[str, Source]
) -> Prose:
    places = (p for p in sentence.places if p.article_id in sources)
    return Prose(
        sentence.text,
        tuple(numbers[each] for each in sentence.numbers),
        tuple(_place(each, sources[each.article_id]) for each in places),
    )


def _place(proof: Proof, source: Source) -> Place:
    own = source.article
    link = own.url
    if proof.marked != "headline":
        link = deep_link(own.url, own.text, proof.start, proof.end, own.title)
    return Place(source.number, own.article_id, proof.start, proof.end, link)


def _block(block: Block, sources: Mapping[str, Source]) -> Block:
    kept = (place for place in block.places if place.article_id in sources)
    places = tuple(replace(each, source=sources[each.article_id].number) for each in kept)
    # Who carries the words is told of all their places only.
    carried = block.carried if len(places) == len(block.places) else None
    if carried:
        was = {p.source: sources[p.article_id].number for p in block.places}
        copies = (
            replace(each, sources=tuple(was[number] for number in each.sources))
            for each in carried.copies
        )
        carried = replace(carried, copies=tuple(copies))
    return replace(block, places=places, carried=carried)


def _occasion(occasion: Occasion, blocks: Mapping[Block, Block]) -> Occasion:
    kept = tuple(blocks[each] for each in occasion.blocks if each in blocks)
    return replace(occasion, blocks=kept)
