"""Step 8b: words passed on: who spoke, and who tells of it, in one and the same sentence. Pure.

"Roe said Doe had told her “we are done”", "According to Roe, Doe said …" and `“Doe told me, ‘We
are done,’” Roe said.` each give two statements, and each of the two names the other speaker.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.people import same_person
from index.speech import attribute, source, via
from index.speech.attribution import Attribution
from index.speech.memory import Article, Memory
from index.speech.pieces import is_pronoun
from index.speech.reading import Piece, Sentence, read
from index.speech.resolve import resolve
from index.statement import Said, Speaker, Statement

Told = tuple[Attribution, Statement]

_SUPPOSED = frozenset("will would could should might may can if unless 'll 'd".split())
_INNER_MARK = re.compile(r"[‘“\"'](?=\w)")


def mark(article: Article, place: int, told: Sequence[Told]) -> list[Statement]:
    """Return the statements of one sentence, each with whom it passes on or is passed on by.

    What somebody denies that another said is left out: nobody tells us that it was said.
    """
    return [
        _with_others(article, place, each, told)
        for each in told
        if not any(_denies(outer) and _holds(outer, each) for outer in told)
    ]


def _with_others(article: Article, place: int, one: Told, told: Sequence[Told]) -> Statement:
    teller = _teller(article, place, one, told)
    relayed = _relayed(article.sentences[place], one, told)
    if teller is None and relayed is None:
        return one[1]
    return replace(one[1], relayed_by=teller, relays=relayed)


def with_inner(article: Article, statement: Statement) -> list[Statement]:
    """Return a statement, and before it those that its quotations quote in marks of their own.

    Only of who is named there: who "he" is inside somebody's quotation cannot be told, nor where
    words without marks end. What somebody would say, nobody has said.
    """
    if statement.speaker.kind == "unresolved":
        return [statement]
    inner = [
        each
        for part in statement.said
        if part.kind == "quoted" and _INNER_MARK.search(article.text, part.start + 1, part.end)
        for each in _inside(article, statement, part)
    ]
    if not inner or statement.relays:
        return [*inner, statement]
    return [*inner, replace(statement, relays=inner[0].speaker)]


def _inside(article: Article, outer: Statement, part: Said) -> list[Statement]:
    shift = part.start + 1
    words = article.text[shift : part.end - 1]
    inside = replace(article, text=words, sentences=read(words))
    found = [
        made
        for place, sentence in enumerate(inside.sentences)
        for one in attribute.find(sentence)
        if (made := _quoted_there(inside, place, one, outer, shift))
    ]
    # Words that two are said to have said there are given to neither.
    return [one for one in found if sum(one.said == other.said for other in found) == 1]


def _quoted_there(
    inside: Article, place: int, one: Attribution, outer: Statement, shift: int
) -> Statement | None:
    """Make the statement of whom a quotation quotes; ``shift`` is where its words begin."""
    pieces = inside.sentences[place].pieces
    said = _in_marks(inside.sentences[place], one, shift)
    if one.source.kind != "name" or not said or not _is_told(pieces, one):
        return None
    resolved = resolve(inside, place, one.source, Memory())
    name = resolved.speaker.name
    named = resolved.speaker.kind == "person" and (" " in name or inside.cast.who(name))
    if not named or not _differ(resolved.speaker, outer.speaker):
        return None
    cue = inside.text[pieces[one.cue.first].start : pieces[one.cue.last].end]
    return Statement(
        outer.start,
        outer.end,
        said,
        resolved.speaker,
        cue,
        outer.via,
        outer.when_as_written,
        outer.weak or resolved.weak,
        relayed_by=outer.speaker,
    )


def _is_told(pieces: Sequence[Piece], one: Attribution) -> bool:
    """Tell "Doe said" from "Doe would say", "if Doe said", "refused to say" and "Doe saying"."""
    before = {piece.low for piece in pieces[: one.cue.first + 1]}
    return (
        one.cue.kind != "colon" and one.cue.form in ("past", "present") and not before & _SUPPOSED
    )


def _in_marks(sentence: Sentence, one: Attribution, shift: int) -> tuple[Said, ...]:
    quoted = (
        piece
        for first, last in one.content
        for piece in sentence.pieces[first : last + 1]
        if piece.kind == "quote"
    )
    return tuple(Said(piece.start + shift, piece.end + shift, "quoted") for piece in quoted)


def _teller(article: Article, place: int, inner: Told, told: Sequence[Told]) -> Speaker | None:
    sentence = article.sentences[place]
    for outer in told:
        if _passes_on(sentence, outer, inner):
            return outer[1].speaker
    return _opening_teller(article, place, inner)


def _relayed(sentence: Sentence, outer: Told, told: Sequence[Told]) -> Speaker | None:
    for inner in told:
        if inner[1].speaker.kind != "unresolved" and _passes_on(sentence, outer, inner):
            return inner[1].speaker
    return None


def _opening_teller(article: Article, place: int, inner: Told) -> Speaker | None:
    """Find Roe in "According to Roe, Doe said …", where Doe's words take up the rest."""
    pieces = article.sentences[place].pieces
    one, statement = inner
    if [piece.low for piece in pieces[:2]] != ["according", "to"] or one.cue.first == 0:
        return None
    named = source.after(pieces, 2, one.source.first - 1)
    if (
        named is None
        or named.last >= one.source.first
        or via.is_newsroom(pieces[2 : named.last + 1])
    ):
        return None
    teller = resolve(article, place, named, Memory()).speaker
    other = _is_somebody(teller) and _differ(teller, statement.speaker)
    return teller if other else None


def _passes_on(sentence: Sentence, outer: Told, inner: Told) -> bool:
    """Tell whether one speaker tells of the other's words. A newsroom is a ``via``."""
    teller = outer[0].source
    named = sentence.pieces[teller.name_first : teller.name_last + 1]
    return (
        _is_somebody(outer[1].speaker)
        and _holds(outer, inner)
        and _differ(outer[1].speaker, inner[1].speaker)
        and not via.is_newsroom(named)
    )


def _is_somebody(teller: Speaker) -> bool:
    """Tell whether it can be said who tells: "a former clerk" though she is not known, not "he"."""
    return teller.kind != "unresolved" or not is_pronoun(teller.name)


def _holds(outer: Told, inner: Told) -> bool:
    """Tell whether the inner cue and all that it gives stand among the outer one's words."""
    if outer[0] is inner[0] or not inner[1].said:
        return False
    held = {place for first, last in outer[0].content for place in range(first, last + 1)}
    given = {place for first, last in inner[0].content for place in range(first, last + 1)}
    return inner[0].cue.first in held and given <= held


def _denies(outer: Told) -> bool:
    return any(part.kind == "denied" for part in outer[1].said)


def _differ(one: Speaker, other: Speaker) -> bool:
    return not same_person(one.name, other.name)
