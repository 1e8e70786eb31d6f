"""Whether the words of a draft run as those of a sentence on record do. Pure.

Words may be left out, but never so that others come together: "cleared Smith of fraud and convicted
Jones" is no proof of "cleared Jones". So the words keep the order of the record, begin where a
clause begins there, and skip nothing but a whole aside, a day, what is quoted, and who is speaking.
A time or place that opens a sentence may close it, and the other way round. In doubt they do not.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from bot.proof.prose import DATES, Token, claimed_form
from bot.proof.window import Window
from index.people.wordlist import wordlist

MOVED = wordlist("in on at during since before after last this")
_JOINING = wordlist("and or nor but")
# Without its condition, or the other choice, a sentence says more than the record does.
_LIMITING = wordlist("or nor if unless except until provided lest")
# A sentence that begins so holds only then.
_CONDITIONS = wordlist("if unless until except lest provided")
# Behind a denial they say what alone is denied: "not before May".
_NARROWING = wordlist("before because without")
# How a speaker's words are told again: "will" is "would" then.
_TOLD = {"would": "will", "could": "can", "might": "may"}
# Who did what to whom, and what came first; without them a word still says the same of another.
_RELATING = wordlist(
    "by from to for with of before after because since until while though although than as about "
    "through into"
)
_BEING = wordlist("is are was were be been being am")
# What relates these to what is before them says nothing of the words behind: "to him on Sunday".
_OBJECTS = wordlist("him it them me us")
# Behind these nothing is related to what stands before them: "of this article was withdrawn".
_PAPERS = wordlist("article articles report reports")
_SAID = wordlist("said says told tells added adds noted notes stated states")
_TELLING = wordlist("say tell add note state")
# So a limit may begin: "but only if", "or even".
_LEADING = wordlist("only even just but and at least most")
# Right behind an aside these go on with what stands before it: "Roe, who …, was jailed".
_GOING_ON = _BEING | wordlist("has had have will would can could may might shall should must did")
_RELATIVE = wordlist("who whom whose which where")
# What these lead to is so, whatever the rest of the sentence is.
_GRANTING = wordlist("after because since while though although as than about with of for")
_NOWHERE = -1


def broken(piece: Sequence[Token], window: Window) -> Token | None:
    """Return the first word of a piece that does not follow in a sentence; None where all do."""
    wanted = [
        token
        for token in piece
        if token.kind != "free" and (token.kind != "content" or token.stem in window.stems)
    ]
    related = {each.start: _relation(piece, place) for place, each in enumerate(piece)}
    first = _breaks(wanted, related, window)
    turned = _turned(piece, wanted)
    if first is None or any(_breaks(each, related, window) is None for each in turned):
        return None
    return first


def _turned(piece: Sequence[Token], wanted: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield the words with the time or place that opens or closes them at the other end."""
    closing = [token.start for token in piece[1:] if token.folded in MOVED]
    opens = piece[0].folded in MOVED
    behind = (token.start for token in piece if opens and token.clause != piece[0].clause)
    for start in (*closing, *itertools.islice(behind, 1)):
        head = [each for each in wanted if each.start < start]
        if head and len(head) < len(wanted):
            yield [*wanted[len(head) :], *head]


def _breaks(
    wanted: Sequence[Token], related: Mapping[int, frozenset[str]], window: Window
) -> Token | None:
    """Return the first word to which no way leads through the sentence."""
    reached = {_NOWHERE}
    for token in wanted:
        following = {
            there
            for there, each in enumerate(window.tokens)
            if _alike(token, each)
            and any(
                before < there
                and _follows(window, before, there)
                and _relates(related[token.start], window, before, there)
                for before in reached
            )
        }
        if not following:
            return token
        reached = following
    ends = any(there == _NOWHERE or _closes(window, there) for there in reached)
    return None if ends or not wanted else wanted[-1]


def _relation(
    read: Sequence[Token], place: int, passed: frozenset[int] = frozenset()
) -> frozenset[str]:
    """Return the words of its clause that relate a word to what stands before it."""
    found = set()
    for before in range(place - 1, -1, -1):
        each = read[before]
        if each.clause != read[place].clause or (each.kind != "free" and before not in passed):
            break
        behind = read[before + 1].folded
        if each.folded in _OBJECTS | _PAPERS or (each.folded == "her" and behind in MOVED):
            break
        if each.folded == "to" and behind in _TELLING:
            continue
        if each.folded in _RELATING | _BEING:
            found.add("be" if each.folded in _BEING else each.folded)
    return frozenset(found)


def _relates(own: frozenset[str], window: Window, before: int, there: int) -> bool:
    recorded = _relation(window.tokens, there)
    # Of a draft, the names of those who speak are left out before.
    past_names = _relation(window.tokens, there, window.speaking)
    if before == _NOWHERE and own == recorded - _GRANTING:
        return True
    return own in (recorded, past_names)


def _alike(token: Token, recorded: Token) -> bool:
    if token.kind in ("content", "number"):
        return recorded.kind == token.kind and claimed_form(token) == claimed_form(recorded)
    one, other = _plainly(token), _plainly(recorded)
    return recorded.kind == token.kind and other in (one, _TOLD.get(one))


def _plainly(token: Token) -> str:
    return (
        "not"
        if token.folded.endswith("n't")
        else token.folded
        if len(token.stem) < 4
        else (token.stem)
    )


def _follows(window: Window, before: int, there: int) -> bool:
    """Tell whether a word may follow another when what stands between them is left out."""
    left_out = _left_out(window, before, there)
    if before == _NOWHERE:
        return _opens(window, there, left_out)
    if not left_out:
        return True
    one, other = window.tokens[before], window.tokens[there]
    if one.clause == other.clause:
        return len(left_out) == 1 and left_out[0].folded in DATES
    if other.clause == one.clause + 2 and _is_clause(window, left_out, one.clause + 1):
        return True
    return other.part == one.part + 2 and _is_aside(window, left_out, one.part + 1)


def _opens(window: Window, there: int, left_out: Sequence[Token]) -> bool:
    """Tell whether a word begins a clause, and nothing before it that is joined to it limits it."""
    clause = window.tokens[there].clause
    joined = _first_of(window, clause) in _JOINING
    if any(_first_of(window, each) in _CONDITIONS for each in range(clause)):
        return False
    begins = there in window.openings
    joined = joined and not (begins and _says_anew(window, there))
    own = [t for t in left_out if t.clause == clause and t.folded not in DATES]
    near = [t for t in left_out if t.clause in (clause, clause - joined)]
    own_kinds = {t.kind for t in window.tokens[there:] if t.clause == clause}
    limited = any(
        t.kind == "denial"
        or (t.kind == "doubt" and (t.clause == clause or "doubt" not in own_kinds))
        for t in near
        if t.kind in ("denial", "doubt")
    )
    joins = joined and _first_of(window, clause) in _LIMITING
    return (begins or not own) and not limited and not joins


def _says_anew(window: Window, there: int) -> bool:
    """Tell whether a clause says something of its own: "denied it and said that …", "but …"."""
    clause = window.tokens[there].clause
    own = [token.folded for token in window.tokens[:there] if token.clause == clause]
    return own[:1] == ["but"] or not _SAID.isdisjoint(own)


def _closes(window: Window, there: int) -> bool:
    """Tell whether words may end here: not within a name, nor before a denial or condition."""
    last = window.tokens[there]
    rest = [t for t in _left_out(window, there, len(window.tokens)) if t.clause == last.clause]
    behind = window.tokens[there + 1 : there + 2]
    cut = bool(rest) and bool(behind) and behind[0] is rest[0] and rest[0].folded not in DATES
    doubted = any(t.kind in ("denial", "doubt") for t in rest)
    return not cut and not doubted and not _is_limited(window, there)


def _is_limited(window: Window, there: int) -> bool:
    """Tell whether a condition or another choice follows, in the clause or as the next one begins.

    After a denial "nor" adds another one, and limits nothing.
    """
    last = window.tokens[there]
    denied = any(t.kind == "denial" and t.clause == last.clause for t in window.tokens[: there + 1])
    for place in range(there + 1, len(window.tokens)):
        token = window.tokens[place]
        if token.folded in _LIMITING:
            return not (denied and token.folded == "nor")
        if denied and token.folded in _NARROWING:
            return True
        begun = token.clause > last.clause and token.folded not in _LEADING
        if begun and _claims(window, place) and place not in window.speaking:
            return False
    return False


def _is_clause(window: Window, left_out: Sequence[Token], clause: int) -> bool:
    """Tell whether all that is left out is one clause that turns nothing round."""
    return (
        all(each.clause == clause and each.kind in ("content", "number") for each in left_out)
        and _first_of(window, clause) not in _JOINING | _LIMITING
        and _first_of(window, clause + 1) not in _JOINING
    )


def _is_aside(window: Window, left_out: Sequence[Token], part: int) -> bool:
    """Tell whether all that is left out stands between two marks, and tells of what is before it.

    Its verbs are its own: "which is not binding" denies nothing else. A doubt is of the whole
    sentence ("it is alleged") unless it stands in a relative clause.
    """
    within = [each for each in window.tokens if each.part == part]
    behind = [each for each in window.tokens if each.part == part + 1]
    relative = within[0].folded in _RELATIVE
    kinds = {each.kind for each in within}
    return (
        all(each.part == part for each in left_out)
        and within[0].folded not in _JOINING | _LIMITING
        and behind[0].folded in _GOING_ON
        and ("doubt" not in kinds or relative)
        and ("denial" not in kinds or relative or within[0].kind == "denial")
        and not kinds.isdisjoint({"content", "number"})
    )


def _first_of(window: Window, clause: int) -> str:
    return next((token.folded for token in window.tokens if token.clause == clause), "")


def _left_out(window: Window, before: int, there: int) -> list[Token]:
    """Return what the words between two places claim, but for who speaks and what is quoted."""
    ends = {before, there} & window.quoted
    free = window.speaking if ends else window.speaking | window.quoted
    return [
        window.tokens[place]
        for place in range(before + 1, there)
        if _claims(window, place) and place not in free
    ]


def _claims(window: Window, place: int) -> bool:
    return window.tokens[place].kind != "free"
