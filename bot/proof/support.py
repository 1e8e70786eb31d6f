"""Whether some words of a draft stand in one sentence of an article. Pure.

They do when every claimed word stands there and follows the one before it as it does there (a name
may stand for the "he" or "it" of the record, in its place); when each number counts what it counts
there and is bounded as it is there; and when what is denied or doubted in the one is in the other.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from bot.proof.pointing import MOST_OPENING, POINTING
from bot.proof.prose import (
    BOUNDS,
    DATES,
    EXCEPTING,
    ORDERING,
    RANGING,
    TITLES,
    Token,
    claimed,
    claimed_form,
)
from bot.proof.running import broken
from bot.proof.window import Window

Lack = Literal["absent", "number", "denial", "doubt", "order"]


@dataclass(frozen=True, slots=True)
class Fault:
    """Why words do not stand in a sentence: what is wrong, and with which of them."""

    lack: Lack
    token: Token


def fault(piece: Sequence[Token], window: Window) -> Fault | None:
    """Return the first thing that is wrong with a piece of a draft, held against a sentence."""
    wanted = claimed(piece)
    if not wanted:
        return next((Fault(t.kind, t) for t in piece if t.kind in ("denial", "doubt")), None)
    missing = first_missing(wanted, window)
    if missing is not None:
        return Fault("number" if missing.kind == "number" else "absent", missing)
    at = aligned(wanted, window.tokens)
    faults = itertools.chain(
        _misplaced(wanted, window, at),
        _retitled(piece, window, at),
        _owned(piece, window, at),
        _repeated(wanted, window),
        _numbers(piece, window, at),
        _more_denied(piece, window),
        _reordered(piece, window),
        _turned(piece, window, at),
        _order(piece, window),
    )
    return next(faults, None)


def first_missing(wanted: Sequence[Token], window: Window) -> Token | None:
    """Return the first claimed word that a sentence lacks, and that no name in it stands for."""
    return next((token for token in wanted if not _stands(token, window)), None)


def _stands(token: Token, window: Window) -> bool:
    if token.kind == "number":
        return any(each.folded == token.folded for each in window.tokens)
    return token.stem in window.stems or token.stem in window.meant.stems


def aligned(wanted: Sequence[Token], recorded: Sequence[Token]) -> Mapping[int, int]:
    """Map claimed words, by where they start, to the places of the same words in a sentence.

    Those in one row first; a word that stands elsewhere is mapped to where it first stands.
    """
    there = [place for place, token in enumerate(recorded) if token.kind in ("content", "number")]
    one, other = (
        [claimed_form(token) for token in wanted],
        [claimed_form(recorded[place]) for place in there],
    )
    found: dict[int, int] = {}
    for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            found[wanted[block.a + step].start] = there[block.b + step]
    for token, form in zip(wanted, one, strict=True):
        if token.start not in found and form in other:
            found[token.start] = there[other.index(form)]
    return found


def _misplaced(wanted: Sequence[Token], window: Window, at: Mapping[int, int]) -> Iterator[Fault]:
    """Find what only the sentence before has, and this one has no "he" or "it" for.

    Names may stand so, and a word or two that open the draft's clause and the sentence before;
    never most of what is told.
    """
    borrowed = [t for t in wanted if t.start not in at]
    said = frozenset(token.stem for token in wanted)
    if len(borrowed) > len(at):
        yield Fault("absent", borrowed[0])
    for place, token in enumerate(borrowed):
        before = max((there for start, there in at.items() if start < token.start), default=-1)
        after = [there for start, there in at.items() if start > token.start and there > before]
        between = range(before + 1, min(after, default=len(window.tokens)))
        opens = before < 0 and place <= MOST_OPENING and _opens(token, wanted, at, window)
        pointing = [window.tokens[each].folded for each in between if _points(window, each, token)]
        if not (token.is_name or window.meant.names_it(token) or opens) or not any(
            window.meant.may_be(token, each, said) for each in pointing
        ):
            yield Fault("absent", token)


def _points(window: Window, place: int, token: Token) -> bool:
    """Tell whether a pronoun points back: nobody and nothing of its own sentence is before it."""
    if window.tokens[place].folded not in POINTING:
        return False
    spoke = any(token.stem in each.stems for each in window.meant.speakers)
    return spoke or all(
        each.folded in DATES or each.kind not in ("content", "number")
        for each in window.tokens[:place]
    )


def _opens(token: Token, wanted: Sequence[Token], at: Mapping[int, int], window: Window) -> bool:
    """Tell whether a word opens its clause as it does the sentence before on record."""
    goes_on = next((t for t in wanted if t.start > token.start and t.start in at), None)
    same = goes_on is not None and goes_on.clause == token.clause
    return same and token.stem in window.meant.subject


def _retitled(piece: Sequence[Token], window: Window, at: Mapping[int, int]) -> Iterator[Fault]:
    """Find a "Mrs" where the record has "Mr" of the same name."""
    for place, token in enumerate(piece[1:], start=1):
        own, there = TITLES.get(piece[place - 1].folded), at.get(token.start, 0)
        recorded = TITLES.get(window.tokens[there - 1].folded) if there else None
        if own and recorded and own != recorded:
            yield Fault("absent", token)


def _owned(piece: Sequence[Token], window: Window, at: Mapping[int, int]) -> Iterator[Fault]:
    """Find a name without what is its own on record: "Birk" for "Birk’s wife"."""
    for token in piece:
        there = at.get(token.start)
        if there is not None and window.tokens[there].owns and not token.owns:
            same = (each.stem == token.stem and not each.owns for each in window.tokens)
            if not any(same):
                yield Fault("order", token)


def _repeated(wanted: Sequence[Token], window: Window) -> Iterator[Fault]:
    """Find names, days and numbers that stand more often than on record: one too many is untrue.

    A name may stand once more for a "he" or "it".
    """
    points = any(token.folded in POINTING for token in window.tokens)
    recorded = Counter(claimed_form(token) for token in window.tokens)
    for token in wanted:
        is_name = token.is_name and not points
        if is_name or token.kind == "number" or token.folded in DATES:
            recorded[claimed_form(token)] -= 1
            if recorded[claimed_form(token)] == -1 and claimed_form(token) in map(
                claimed_form, window.tokens
            ):
                yield Fault("number" if token.kind == "number" else "absent", token)


def _more_denied(piece: Sequence[Token], window: Window) -> Iterator[Fault]:
    """Find a denial more than the record has: a second "not" turns a meaning round again."""
    own = [token for token in piece if token.kind == "denial"]
    recorded = sum(token.kind == "denial" for token in window.tokens)
    if len(own) > recorded:
        yield Fault("denial", own[-1])


def _reordered(piece: Sequence[Token], window: Window) -> Iterator[Fault]:
    """Find a "before" or an "after" that the record has not got at all."""
    for token in piece:
        known = (each.folded == token.folded for each in window.tokens)
        if token.folded in ORDERING and not any(known):
            yield Fault("order", token)


def _numbers(piece: Sequence[Token], window: Window, at: Mapping[int, int]) -> Iterator[Fault]:
    """Find numbers that count something else than on record, or that are bounded otherwise."""
    for place, token in enumerate(piece):
        if token.kind != "number" or token.start not in at:
            continue
        fits = (
            _counts_alike(piece, place, window.tokens, there)
            for there, each in enumerate(window.tokens)
            if each.folded == token.folded
        )
        if not any(fits):
            yield Fault("number", token)


def _counts_alike(
    piece: Sequence[Token], place: int, recorded: Sequence[Token], there: int
) -> bool:
    one, other = _counted(piece, place), _counted(recorded, there)
    if not (one and other):
        one, other = _before(piece, place), _before(recorded, there)
    if one and other and claimed_form(one) != claimed_form(other):
        return False
    return _bounds(piece, place) == _bounds(recorded, there)


def _counted(read: Sequence[Token], place: int) -> Token | None:
    """Return what a number counts: the claimed word right behind it."""
    behind = read[place + 1] if place + 1 < len(read) else None
    same = behind and behind.clause == read[place].clause
    return behind if same and behind and behind.kind in ("content", "number") else None


def _before(read: Sequence[Token], place: int) -> Token | None:
    """Return what leads to a number that counts nothing: "sounded at 1.10 am"."""
    own = [each for each in claimed(read[:place]) if each.clause == read[place].clause]
    return own[-1] if own else None


def _bounds(read: Sequence[Token], place: int) -> frozenset[str]:
    """Return what bounds a number: "about", "up to", "all but", "between 200 and"."""
    own = [each for each in read[max(0, place - 3) : place] if each.part == read[place].part]
    bounding = {each.folded for each in own[-2:]} & BOUNDS
    ranging = {each.folded for each in own} & RANGING
    # A "but" behind a comma only goes on: "the pier closed, but 300 people came".
    excepting = {each.folded for each in own[1:][-1:]} & EXCEPTING
    return frozenset(bounding | ranging | excepting)


def _turned(piece: Sequence[Token], window: Window, at: Mapping[int, int]) -> Iterator[Fault]:
    """Find what is denied or doubted in the one and not in the other."""
    recorded = window.tokens
    mapped = {there: token for token in piece if (there := at.get(token.start)) is not None}
    for lack in ("denial", "doubt"):
        for token in _first_in_scope(piece, lack):
            there = at.get(token.start)
            if there is not None and not _scope(recorded[there], lack):
                yield Fault(lack, token)
        for there, token in sorted(mapped.items()):
            near = _scope(recorded[there], lack)
            nearer = near and any(
                _scope(recorded[each], lack) in range(1, near)
                and recorded[each].clause == recorded[there].clause
                for each in mapped
            )
            if near and not nearer and not _scope(token, lack):
                yield Fault(lack, token)


def _first_in_scope(piece: Sequence[Token], lack: Lack) -> list[Token]:
    return [token for token in piece if _scope(token, lack) == 1]


def _scope(token: Token, lack: str) -> int:
    return token.denied if lack == "denial" else token.doubted


def _order(piece: Sequence[Token], window: Window) -> Iterator[Fault]:
    """Find words that come together otherwise than on record, or that limit what it does not."""
    if (token := broken(piece, window)) is not None:
        yield Fault(token.kind if token.kind in ("denial", "doubt") else "order", token)
