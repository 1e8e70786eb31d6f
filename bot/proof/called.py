"""Whether the record calls somebody what a sentence of a draft calls them. Pure.

A role stands in one row of words: in the role that a statement on record gives, or right beside the
name. So "the founder of the Cruz" is not put together of two, and a treasurer is not taken for his
brother, a fisherman.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.proof.prose import TITLES, Token, beginnings, stems_of, tokens
from bot.proof.window import Cited, Window
from index import people
from index.people.wordlist import wordlist
from index.sentence import Span
from index.statement import Speaker

# What may stand between a name and a role: "Roe, 54, who is the mayor"; no "and her deputy".
_LEADING = wordlist("the a an its who is was has had been as of")
SMALL = stems_of("the a an of for at in on and its his her their")


def is_called(named: Speaker, recorded: Sequence[Speaker], sources: Sequence[Cited]) -> bool:
    """Tell whether each of those whom a draft may name is called what the draft calls them.

    ``recorded`` are the speakers on record whom it may name.
    """
    role = _words(named.role or "")
    if not role:
        return True
    first = people.key(named.name).first
    firsts = {each for each in (people.key(one.name).first for one in recorded) if each}
    return all(_is_so(role, named, each, recorded, sources) for each in firsts or {first or ""})


def _is_so(
    role: list[str],
    named: Speaker,
    first: str,
    recorded: Sequence[Speaker],
    sources: Sequence[Cited],
) -> bool:
    own = [each for each in recorded if (people.key(each.name).first or first) == first]
    if any(_runs(role, _words(each.role)) for each in own if each.role):
        return True
    last = people.key(named.name).last.split()[-1:]
    near = (w for s in sources for w in s.windows if beginnings(" ".join(last)) <= w.beginnings)
    return bool(last) and any(_is_beside(role, stems_of(first), last[0], w) for w in near)


def _words(text: str) -> list[str]:
    read = tokens(text, Span(0, len(text)))
    return [token.stem for token in read if token.stem not in SMALL]


def _runs(words: Sequence[str], there: Sequence[str]) -> bool:
    return any(list(there[at : at + len(words)]) == list(words) for at in range(len(there)))


def _is_beside(role: Sequence[str], first: frozenset[str], last: str, window: Window) -> bool:
    """Tell whether a role stands right beside a name, but for words that claim nothing."""
    if last not in {each.folded for each in window.tokens}:
        return False
    names = list(_names(first, last, window.tokens))
    return any(
        _claims_nothing(window.tokens[end + 1 : start])
        for run in _found(role, window.tokens)
        for name in names
        for (_, end), (start, _) in [sorted((run, name))]
    )


def _found(role: Sequence[str], read: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where a role begins and ends."""
    own = [(at, each.stem) for at, each in enumerate(read) if each.stem not in SMALL]
    for place in range(len(own) - len(role) + 1):
        run = own[place : place + len(role)]
        if [stem for _, stem in run] == list(role):
            yield run[0][0], run[-1][0]


def _names(first: frozenset[str], last: str, read: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where a name begins and ends; not where another first name stands before it."""
    for end, token in enumerate(read):
        if token.folded != last:
            continue
        start = end
        while start and read[start - 1].stem in first:
            start -= 1
        before = read[start - 1] if start else None
        others = before and before.is_name and before.folded not in TITLES
        if start < end or not first or not others:
            yield start, end


def _claims_nothing(between: Sequence[Token]) -> bool:
    return all(each.kind == "number" or each.folded in _LEADING for each in between)
