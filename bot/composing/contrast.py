"""Contrast: two statements of one person whose words differ in plain terms. Pure.

Held against each other are clauses of one subject, one kind of auxiliary and mostly the same words,
of which one says "not" and the other does not ("will" – "will not"), or says the opposite
("support" – "oppose"), or gives another number of the same thing. One of the two may say more than
the other ("… in May"), but what is denied or claimed of the north is never held against the south.
Whether the person changed their mind, or meant something else, is for the reader: both are shown,
and no more is said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from bot.composing.answer import Block, Contrast
from bot.composing.assertion import SELF, Assertion, assertions, is_time, told
from index.article import Article
from index.opposite import OPPOSITES
from index.people import same_person
from index.people.wordlist import wordlist
from index.statement import Kind
from index.word import stem

# So much of the words of both predicates must be shared: a wrong pair is worse than a missed one.
SAME_WORDS = 0.5
_REAL = frozenset(("being", "doing", "past", "having"))
# "The bill" of one article need not be that of another.
_ANY_SUCH = frozenset(
    map(
        stem,
        wordlist(
            "bill law legislation measure plan proposal deal agreement idea move decision project "
            "scheme case report budget policy it"
        ),
    )
)
# "Vote for" and "vote against".
_SIDES = frozenset(("for", "against"))
# Subjects of which a verb alone says nothing: "I will", "there is".
_SAYS_LITTLE = frozenset((SELF, "there"))
# So many are shown, of so many of the best blocks: more is a study, not an answer.
MOST = 3
MOST_READ = 400


def contrasts(blocks: Sequence[Block], articles: Mapping[str, Article]) -> list[Contrast]:
    """Find the blocks of one speaker whose words differ in plain terms, best blocks first.

    Only between articles of different dates: what was said on one occasion hangs together. No
    block stands in two of them.
    """
    alike: dict[str, list[tuple[int, Assertion]]] = defaultdict(list)
    for place, block in enumerate(blocks[:MOST_READ]):
        for one in _asserted(block, articles):
            alike[one.verb].append((place, one))
    found: list[Contrast] = []
    taken: set[int] = set()
    for pair in sorted(set(_pairs(alike)), key=sum):
        contrast = _in_time(blocks[pair[0]], blocks[pair[1]], articles)
        if contrast and taken.isdisjoint(pair):
            found.append(contrast)
            taken.update(pair)
    return found[:MOST]


def _pairs(alike: Mapping[str, Sequence[tuple[int, Assertion]]]) -> Iterator[tuple[int, int]]:
    for verb, group in alike.items():
        others = [each for other in OPPOSITES.get(verb, ()) for each in alike.get(other, ())]
        for one, other in (*combinations(group, 2), *((a, b) for a in group for b in others)):
            if one[0] != other[0] and differ(one[1], other[1]):
                yield (min(one[0], other[0]), max(one[0], other[0]))


def differ(one: Assertion, other: Assertion) -> bool:
    """Tell whether two assertions of one speaker differ in plain terms."""
    if not _one_subject(one, other):
        return False
    if other.verb in OPPOSITES.get(one.verb, ()):
        alike = one.negated == other.negated and _one_time(one, other)
        return alike and _same_rest(one, one.rest, other.rest)
    if one.verb != other.verb or one.family != other.family:
        return False
    if {one.particle, other.particle} == _SIDES:
        left, right = one.rest - _SIDES, other.rest - _SIDES
        return one.negated == other.negated and _same_rest(one, left, right)
    return _one_particle(one, other) and _says_otherwise(one, other)


def _says_otherwise(one: Assertion, other: Assertion) -> bool:
    if one.negated != other.negated:
        denied, claimed = (one, other) if one.negated else (other, one)
        # Who will not build in Leeds may build elsewhere.
        return denied.rest <= claimed.rest and _same_rest(one, one.rest, other.rest)
    return not one.negated and _other_figure(one, other)


def _one_time(one: Assertion, other: Assertion) -> bool:
    """Tell whether opposites can be held against each other.

    "I supported it", "I oppose it" and "we are considering it" can; what will fall may rise today.
    """
    return one.family == other.family or {one.family, other.family} <= _REAL


def _one_particle(one: Assertion, other: Assertion) -> bool:
    """Tell "stand for" from "stand by"; "close" and "close in May" are one."""
    return one.particle == other.particle or None in (one.particle, other.particle)


def _one_subject(one: Assertion, other: Assertion) -> bool:
    shared = one.subject & other.subject
    alike = 2 * len(shared) >= len(one.subject | other.subject)
    return alike and _one_says_no_more(one.subject, other.subject)


def _one_says_no_more(left: frozenset[str], right: frozenset[str]) -> bool:
    """Tell "prices" and "prices in the north" from "… in the north" and "… in the south"."""
    return left <= right or right <= left


def _same_rest(one: Assertion, left: frozenset[str], right: frozenset[str]) -> bool:
    shared, every = left & right, frozenset(each for each in left | right if not is_time(each))
    if not shared - _ANY_SUCH and (shared or one.subject & _SAYS_LITTLE):
        return False
    return len(shared) >= SAME_WORDS * len(every) and _one_says_no_more(left, right)


def _other_figure(one: Assertion, other: Assertion) -> bool:
    """Tell whether both count the same thing, once each, and come to different numbers."""
    for value, noun in one.figures:
        values = {each for each, what in other.figures if what == noun}
        again = sum(what == noun for _, what in one.figures)
        if len(values) == 1 and again == 1 and value not in values:
            return _same_rest(one, one.rest - {noun}, other.rest - {noun})
    return False


def _asserted(block: Block, articles: Mapping[str, Article]) -> Iterator[Assertion]:
    """Read what a block asserts. What others tell of the speaker, or is in doubt, is no ground."""
    doubtful = block.weak or block.relayed_by or block.relays
    if doubtful or block.speaker is None or not _date(block, articles):
        return
    for said in block.said:
        start, end = said.start - block.start, said.end - block.start
        yield from asserted(block.text, start, end, said.kind, block.speaker.as_written)


def asserted(text: str, start: int, end: int, kind: Kind, as_written: str) -> Iterator[Assertion]:
    """Read the assertions of ``text[start:end]``, words of a speaker who stands there so named."""
    if kind == "position":
        yield from told(text[:start], text[start:end], as_written)
    elif kind != "declined":
        for one in assertions(text[start:end], reported=kind != "quoted"):
            yield one.denied() if kind == "denied" else one


def _in_time(one: Block, other: Block, articles: Mapping[str, Article]) -> Contrast | None:
    """Put two blocks of one person in order of time; None where the dates do not tell it."""
    if (
        not one.speaker
        or not other.speaker
        or not same_person(one.speaker.name, other.speaker.name)
    ):
        return None
    first, second = _date(one, articles), _date(other, articles)
    if first.startswith(second) or second.startswith(first):  # "2024-03" may be any day of March
        return None
    return Contrast(one, other) if first < second else Contrast(other, one)


def _date(block: Block, articles: Mapping[str, Article]) -> str:
    published = articles[block.article_id].published
    return published.date if published else ""
