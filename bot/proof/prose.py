"""A sentence outside its quotation marks, as words of which each is claimed or free. Pure.

*Free* are words of grammar and the plain words of attribution ("said", "according to"). All others
are claims: *content*, *numbers*, and what turns a meaning round: a *denial* ("not", "refused",
"hardly") and a *doubt* ("may", "reportedly"; also "will", which claims more than "may" and less
than "has").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.proof.words import is_negation, is_number
from bot.proof.words import read as read_words
from index.people.wordlist import wordlist
from index.sentence import Span
from index.word import COMMON, stem

Kind = Literal["content", "number", "denial", "doubt", "free"]

# How something is said, and in what, needs no proof beside who said it.
_ATTRIBUTION = wordlist(
    "said says say saying told tells tell added adds adding stated states noted notes spoke speaks "
    "according mr mrs ms mx dr article articles report reports reported reporting meanwhile "
    "however"
)
# Words that tell a search nothing and a reader something: how many and how much, how often and
# when, and what people do in every story. They are claimed like any other.
_CLAIMED = wordlist(
    "all every each both only most more less fewer least always ever never first last again over "
    "under now today recently latest new same own ask asks asked happen happened know think"
)
_DENYING = frozenset(
    map(
        stem,
        "deny refuse reject decline fail dispute without lack scarcely seldom few unlikely".split(),
    )
)
# By their stems these would be "hard", "bare" and "rare", which deny nothing.
_DENYING_WHOLE = wordlist("hardly barely rarely")
# "A few" are some, "few" are hardly any.
_A_FEW = (["a"], ["the"], ["these"], ["those"], ["quite"])
_DOUBTING = wordlist(
    "may might can could will would shall should must likely perhaps possibly probably maybe "
    "allegedly apparently reportedly supposedly alleged suspected attempted"
)
# What stands right before a number and bounds it: "more than", "at least", "about".
BOUNDS = wordlist(
    "than least most nearly almost over under below above only about around roughly approximately "
    "some circa"
)
# These bound it from a little further off: "between 200 and 300", "as many as 300", "up to 300".
RANGING = wordlist("between many few much little up close")
# Right before a number these except it, or leave another choice: "all but two", "200 or 300".
EXCEPTING = wordlist("but except excepting save or")
# Of one name they tell two people apart.
TITLES = {"mr": "he", "mrs": "she", "ms": "she", "miss": "she", "sir": "he", "lady": "she"}
_SCALES = wordlist(
    "hundred hundreds thousand thousands million millions billion billions trillion dozen dozens"
)
DATES = wordlist(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december"
)
# Of "the nurses’ pay"; a mark that closes a quotation looks the same, and is none of these words.
_OWNING = ("’ ", "' ")
_ACCENTS = re.compile("[\u0300-\u036f]")
_BEGINNING = re.compile(r"\b[^\W_]{1,2}")
_PERCENT = re.compile("%|percent")
# A shorter word may be written with full stops, or in figures.
_SURE = 3
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)\Z")
_CLAUSE_ENDS = re.compile(r"[,;:—–()…]|\s-\s")
CONJUNCTIONS = wordlist("and but while who which where when after before because whereas as")
# What came first; the record must have them too.
ORDERING = wordlist("before after")
# So many claimed words behind a denial or a doubt are what it may be about.
SCOPE = 3


@dataclass(frozen=True, slots=True)
class Token:
    """A word: ``text[start:end]``, how it is compared, and what it claims.

    ``clause`` counts the clauses before it in its sentence, ``part`` those that end at a mark: a
    conjunction begins a clause and no part. ``is_name``: it is written with a capital where a
    sentence does not begin, and is no day or month. ``owns``: it is a possessive. ``denied`` and
    ``doubted``: how near behind a denial or doubt it stands, in claimed words from 1 on; 0 where
    none is.
    """

    start: int
    end: int
    folded: str
    stem: str
    kind: Kind
    clause: int
    part: int
    is_name: bool
    denied: int = 0
    doubted: int = 0
    owns: bool = False


def tokens(text: str, span: Span, hidden: Sequence[Span] = ()) -> tuple[Token, ...]:
    """Return the words of ``text[span]``, in order, but for those in the ``hidden`` parts."""
    return tuple(_scoped(list(_plain(text, span, hidden))))


def _plain(text: str, span: Span, hidden: Sequence[Span]) -> Iterator[Token]:
    clause = part = 0
    before = span.start
    for word in read_words(text[span.start : span.end]):
        start, end = span.start + word.start, span.start + word.end
        if any(start < each.end and each.start < end for each in hidden):
            continue
        written = text[start:end]
        folded = word.folded.removesuffix("'s").removesuffix("'")
        gap = text[before:start]
        ends = before > span.start and _ends_clause(gap, hidden, before)
        part += ends
        clause += ends or (before > span.start and folded in CONJUNCTIONS)
        first = start == span.start or (not gap.strip(" “‘\"'") and before == span.start)
        is_name = written[:1].isupper() and not first and folded not in DATES
        kind = _kind(written, folded)
        if folded == "few" and text[span.start : before].casefold().split()[-1:] in _A_FEW:
            kind = "content"
        owns = folded != word.folded or text.startswith(_OWNING, end)
        yield Token(
            start, end, _number(folded), stem(folded), kind, clause, part, is_name, owns=owns
        )
        before = end


def _ends_clause(gap: str, hidden: Sequence[Span], before: int) -> bool:
    quoted = any(before <= each.start < before + len(gap) for each in hidden)
    return quoted or _CLAUSE_ENDS.search(gap) is not None


def _kind(written: str, folded: str) -> Kind:
    if is_negation(folded) or folded in _DENYING_WHOLE or stem(folded) in _DENYING:
        return "denial"
    if written == "May":
        return "content"
    if folded in _DOUBTING and written not in ("Will", "Must"):
        return "doubt"
    if is_number(folded) or folded in _SCALES or _is_sign(folded):
        return "number"
    if folded in _CLAIMED:
        return "content"
    return "free" if folded in COMMON or folded in _ATTRIBUTION or len(folded) < 2 else "content"


def _is_sign(folded: str) -> bool:
    """Tell whether a word is a sign that goes with a number: "£", "°"."""
    return len(folded) == 1 and not folded.isalnum()


def _number(folded: str) -> str:
    ordinal = _ORDINAL.match(folded)
    return ordinal[1] if ordinal else folded


def _scoped(read: Sequence[Token]) -> Iterator[Token]:
    """Tell of each word how near behind a denial or doubt of its own clause it stands.

    One right before a conjunction is about the clause behind it: "possibly because", "not until".
    """
    since: dict[Kind, int] = {}
    before: Token | None = None
    for token in read:
        if before and token.clause != before.clause and not _leads(before, token):
            since = {}
        before = token
        if token.kind in ("denial", "doubt"):
            since[token.kind] = 0
        if token.kind in ("content", "number"):
            since = {kind: count + 1 for kind, count in since.items() if count < SCOPE}
            denied, doubted = since.get("denial", 0), since.get("doubt", 0)
            yield replace(token, denied=denied, doubted=doubted)
        else:
            yield token


def _leads(before: Token, token: Token) -> bool:
    return before.kind in ("denial", "doubt") and before.part == token.part


def claimed(read: Iterable[Token]) -> list[Token]:
    """Return the words that must stand on record: content and numbers."""
    return [token for token in read if token.kind in ("content", "number")]


def claimed_form(token: Token) -> str:
    """Return how a claimed word is compared: a number as it is, another word by its stem."""
    return token.folded if token.kind == "number" else token.stem


def beginnings(text: str) -> frozenset[str]:
    """Return the first two letters of each word of a text, for a quick look at what it can hold.

    Forms of one word share them, as "lying" and "lie" do with "y" for "i".
    """
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold())).replace("y", "i")
    plain = _PERCENT.sub(" per cent ", plain)
    return frozenset(_BEGINNING.findall(plain)).union(_BEGINNING.findall(plain.replace(".", "")))


def may_hold(there: frozenset[str], wanted: Iterable[Token]) -> bool:
    """Tell at a glance whether a text of these ``beginnings`` can hold some words.

    It may tell so of a text that does not, never the other way round.
    """
    return all(
        each.kind != "content" or len(each.folded) < _SURE or beginnings(each.folded) <= there
        for each in wanted
    )


def stems_of(text: str) -> frozenset[str]:
    """Return the stems of all words of a text, as ``Token.stem`` has them."""
    return frozenset(
        stem(word.folded.removesuffix("'s").removesuffix("'")) for word in read_words(text)
    )
