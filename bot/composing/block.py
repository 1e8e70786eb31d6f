"""Blocks: from the places found to whole sentences that can be shown. Pure.

Neighbouring sentences of one paragraph by one speaker become one block. A quotation that opens
with a pronoun brings the sentence before it, or nobody would know of whom it speaks. The same
words in several articles become one block with several places.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace

from bot.composing.answer import Block, Manner, Place
from index import sentence
from index.article import Article
from index.search import Hit
from index.statement import Said, Statement
from index.word import words

_OPENS_WITH_PRONOUN = re.compile(
    r"[“\"„«‘']\s*(?:he|she|they|it|him|her|them|his|their)\b", re.IGNORECASE
)
# A block whose speaker was worked out on thin evidence is worth so much of what it else would be.
WEAK = 0.8
# Fewer words in common may be chance; "no comment" is nobody's alone.
FEWEST_SHARED_WORDS = 6


def blocks(
    hits: Sequence[Hit], articles: Mapping[str, Article], preferred: Collection[str] = ()
) -> list[Block]:
    """Turn hits into blocks, best first. ``articles`` holds the article of every hit.

    Of the same words in several articles those stand that are in a ``preferred`` one, by its id.
    """
    joined: list[list[Hit]] = []
    for hit in sorted(hits, key=lambda each: (each.article_id, each.start, each.end)):
        text = articles[hit.article_id].text
        if joined and _belongs(joined[-1], hit, text):
            joined[-1].append(hit)
        else:
            joined.append([hit])
    made = [_block(group, articles[group[0].article_id].text) for group in joined]
    ranked = sorted(made, key=lambda block: (-block.score, block.article_id, block.start))
    return _same_words_once(ranked, articles, preferred)


def _belongs(group: Sequence[Hit], hit: Hit, text: str) -> bool:
    """Tell whether a hit stands in, or right behind, the sentences of a group."""
    last = group[-1]
    if last.article_id != hit.article_id or _speaker_name(last) != _speaker_name(hit):
        return False
    end = max(each.end for each in group)
    if hit.start < end:
        return True
    between = text[end : hit.start]
    return not between.strip() and "\n" not in between and _through(last) == _through(hit)


def _speaker_name(hit: Hit) -> str | None:
    return hit.statement.statement.speaker.name if hit.statement else None


def _through(hit: Hit) -> tuple[str | None, str | None]:
    """Return the newsroom and the person through whom the words have come."""
    statement = hit.statement.statement if hit.statement else None
    teller = statement.relayed_by.name if statement and statement.relayed_by else None
    return (statement.via if statement else None, teller)


def _block(group: Sequence[Hit], text: str) -> Block:
    statements = [hit.statement.statement for hit in group if hit.statement]
    start = min(hit.start for hit in group)
    end = max(hit.end for hit in group)
    said = _said(statements)
    start = _with_sentence_before(start, said, text)
    # Where a speaker was worked out on thin evidence, it is that reading which is told.
    first = next((each for each in statements if each.weak), statements[0] if statements else None)
    weak = any(each.weak for each in statements)
    return Block(
        article_id=group[0].article_id,
        start=start,
        end=end,
        text=text[start:end],
        said=said,
        manners=_manners(statements),
        speaker=first.speaker if first else None,
        via=next((each.via for each in statements if each.via), None),
        when_as_written=next(
            (each.when_as_written for each in statements if each.when_as_written), None
        ),
        weak=weak,
        score=max(hit.closeness.score for hit in group) * _share(group, weak),
        relayed_by=next((each.relayed_by for each in statements if each.relayed_by), None),
        relays=next((each.relays for each in statements if each.relays), None),
    )


def _share(group: Sequence[Hit], weak: bool) -> float:
    """Return what a block keeps of its score: who speaks does not matter to a question of fact."""
    asks_for_facts = any(hit.closeness.passage is not None for hit in group)
    return WEAK if weak and not asks_for_facts else 1.0


def _said(statements: Iterable[Statement]) -> tuple[Said, ...]:
    """Return the said ranges of some statements in order, none of them overlapping."""
    ranges: list[Said] = []
    for said in sorted((each for one in statements for each in one.said), key=lambda s: s.start):
        if not ranges or said.start >= ranges[-1].end:
            ranges.append(said)
    return tuple(ranges)


def _manners(statements: Sequence[Statement]) -> tuple[Manner, ...]:
    """Tell in which ways a block's words were said; beside words, a position needs no telling."""
    manners = dict.fromkeys(map(_manner, statements))
    said = tuple(each for each in manners if each != "position")
    return said or tuple(manners) or ("written",)


def _manner(statement: Statement) -> Manner:
    kinds = {said.kind for said in statement.said}
    if "declined" in kinds:
        return "declined"
    if "denied" in kinds:
        return "denied"
    if kinds == {"quoted"}:
        return "quoted"
    if "quoted" in kinds:
        return "partly quoted"
    return "position" if kinds == {"position"} else "reported"


def _with_sentence_before(start: int, said: Sequence[Said], text: str) -> int:
    """Return where the block begins once a quotation that opens with a pronoun is understood.

    The sentence before is taken from the same paragraph only, and only where nobody speaks in it:
    what somebody else said has no place in this speaker's block.
    """
    first = said[0] if said else None
    if not first or first.kind != "quoted" or text[start : first.start].strip():
        return start
    if not _OPENS_WITH_PRONOUN.match(text, first.start):
        return start
    paragraph = text.rfind("\n", 0, start) + 1
    before = sentence.split(text[paragraph:start])
    if not before or _somebody_speaks(text[paragraph + before[-1].start : start]):
        return start
    return paragraph + before[-1].start


def _somebody_speaks(text: str) -> bool:
    from index import speech

    return bool(speech.find(text))


def _same_words_once(
    ranked: Sequence[Block], articles: Mapping[str, Article], preferred: Collection[str]
) -> list[Block]:
    """Join blocks of the same words: one is shown, with a place for each article that holds them.

    Shown is the one that tells a reader most: dated, with a link, with the speaker's role. It
    stands where the best of them stood.
    """
    alike: dict[tuple[Hashable, ...], list[Block]] = {}
    for block in ranked:
        alike.setdefault(_same_words(block), []).append(block)
    return [_joined(group, articles, preferred) for group in alike.values()]


def _joined(
    group: Sequence[Block], articles: Mapping[str, Article], preferred: Collection[str]
) -> Block:
    def told(block: Block) -> tuple[bool, ...]:
        article = articles[block.article_id]
        role = block.speaker.role if block.speaker else None
        known = (article.published is not None, article.url is not None, role is not None)
        return (block.article_id in preferred, *known)

    first_of_each = {block.article_id: block for block in reversed(group)}.values()
    ordered = sorted(first_of_each, key=lambda block: (told(block), block.score), reverse=True)
    places = tuple(Place(0, each.article_id, each.start, each.end, None) for each in ordered)
    return replace(ordered[0], places=places, score=group[0].score)


def _same_words(block: Block) -> tuple[Hashable, ...]:
    """Return what two blocks of the same words have in common, and no others do."""
    said = [
        word
        for each in block.said
        for word in words(block.text[each.start - block.start : each.end - block.start])
    ]
    if len(said) < FEWEST_SHARED_WORDS or block.speaker is None:
        return (block.article_id, block.start)
    return (*words(block.speaker.name)[-1:], *said)
