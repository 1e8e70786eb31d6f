"""Assertion: what a clause says or denies of its subject, as far as plain rules tell. Pure.

Only clauses of a plain form are read: a subject, perhaps an auxiliary, perhaps "not", a verb and
what follows ("we will not build the terminal"). A sentence with "if" or "unless", a question, and a
clause with two negations say nothing that could be held against another clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from bot.composing.clause import clauses, plain_words
from index.opposite import OPPOSITES
from index.people.wordlist import wordlist
from index.word import COMMON, stem

Family = Literal["future", "being", "doing", "past", "having", "ability", "duty"]

SELF = "speaker"


@dataclass(frozen=True, slots=True)
class Assertion:
    """A clause taken apart. All words are stems.

    ``subject``: whose predicate it is; the speaker's own pronouns are ``SELF``. ``family``: of
    which kind the auxiliary is, so that "can" is never held against "will". ``verb`` is the first
    word of the predicate, ``particle`` what stands behind it ("for" of "stand for"), ``rest`` the
    others. ``figures``: each number with the noun it counts.
    """

    subject: frozenset[str]
    family: Family
    negated: bool
    verb: str
    rest: frozenset[str]
    particle: str | None = None
    figures: frozenset[tuple[str, str]] = frozenset()

    def denied(self) -> Assertion:
        """Return what is asserted by denying this."""
        return replace(self, negated=not self.negated)


_FAMILIES: dict[Family, frozenset[str]] = {
    "future": wordlist("will would shall"),
    "being": wordlist("is are was were am be been being"),
    "doing": wordlist("do does"),
    "past": wordlist("did"),
    "having": wordlist("has have had"),
    "ability": wordlist("can could may might"),
    "duty": wordlist("should must ought"),
}
_FAMILY_OF = {word: family for family, members in _FAMILIES.items() for word in members}
_NEGATIONS = wordlist("not never no neither none nobody nothing without hardly")
_OWN = wordlist("i we me us my our")
_OTHERS = wordlist("he she they it you this that there")
# Words between auxiliary and verb that change nothing, and verbs that say nothing by themselves.
_ADVERBS = wordlist(
    "ever also just still now again really actually certainly clearly simply already definitely "
    "absolutely personally currently always"
)
_LIGHT = wordlist("going go goes gone went get got have has had be been being want try trying")
_FIGURE = re.compile(r"[£$€]?\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LARGE = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
# "Not before noon" denies the time, not the deed.
_LIMITS = wordlist("before until till yet unless except only enough")
# Verbs whose meaning lies in what follows: "take action" and "take part" share nothing.
_VAGUE = frozenset(
    stem(word)
    for word in wordlist(
        "think feel know believe expect guess see look take make come mean like say tell let "
        "happen give put find call ask seem need love hear read watch hope wish interested sure "
        "glad proud"
    )
)
_PARTICLES = wordlist("by for up down out off against with over on to away back from about")
_TIMES = wordlist(
    "second seconds minute minutes hour hours day days week weeks month months year years am pm"
)
_MONEY = "£$€"
_MONTHS = frozenset(
    map(
        stem,
        wordlist(
            "january february march april month-may june july august september october november "
            "december"
        ),
    )
)
_LONGEST = 30
_FARTHEST_VERB = 6


def assertions(text: str, *, reported: bool) -> Iterator[Assertion]:
    """Read the clauses of what somebody said.

    ``reported``: the writer's words, in which "he" and "she" are mostly the speaker.
    """
    for clause in clauses(text):
        read = _read(clause, reported)
        if read is not None:
            yield read


def told(before: str, words: str, as_written: str) -> Iterator[Assertion]:
    """Read a position that an article tells of: "Ms Roe backs the dam" is her own "backs the dam".

    ``before`` is the sentence up to the ``words``, in which the speaker is named ``as_written``.
    """
    _, named, verb = before.rpartition(as_written)
    if named and not set(verb) & set(',;:—–()“”"'):
        yield from assertions(f"she{verb}{words}", reported=True)


def _read(clause: str, reported: bool) -> Assertion | None:
    words = plain_words(clause)
    head = _head(words) if 3 <= len(words) <= _LONGEST else None
    if head is None or not _is_claimed(words, head, reported):
        return None
    subject, family, verb = head
    named = _subject(words[:subject], reported)
    content = _content(words[verb:])
    if named is None or not content:
        return None
    return Assertion(
        subject=named,
        family=family or _tense(words[verb]),
        negated=not _NEGATIONS.isdisjoint(words),
        verb=content[0],
        rest=frozenset(content[1:]),
        particle=next((word for word in words[verb + 1 : verb + 2] if word in _PARTICLES), None),
        figures=frozenset(_figures(words)),
    )


def _is_claimed(words: list[str], head: tuple[int, Family | None, int], reported: bool) -> bool:
    """Tell whether a clause claims or denies: at most one "not", between auxiliary and verb.

    In somebody's own words "would" only supposes: "she would make a good mayor".
    """
    subject, _, verb = head
    negations = [place for place, word in enumerate(words) if word in _NEGATIONS]
    if negations and not _LIMITS.isdisjoint(words):
        return False
    if len(negations) > 1 or (not reported and "would" in words[subject:verb]):
        return False
    return not negations or _negates(words, negations[0], subject, verb)


def _content(predicate: list[str]) -> list[str]:
    """Return the stems of a predicate, its verb first; none where the verb tells nothing."""
    said = [word for word in predicate if not _is_beside(word)]
    content = [stem(word) for word in said if _counts(word)]
    plain = content and content[0] == stem(said[0]) and content[0] not in _VAGUE
    return content if plain else []


def _head(words: list[str]) -> tuple[int, Family | None, int] | None:
    """Find where the subject ends, which family the auxiliary is of, and where the verb stands."""
    place = next((n for n, word in enumerate(words) if word in _FAMILY_OF), None)
    if place is None or place > _FARTHEST_VERB:
        if words[0] in _OWN | _OTHERS:
            verb = _verb_from(words, 1)
            return (1, None, verb) if verb else None
        verb = next((n for n, word in enumerate(words[:_FARTHEST_VERB]) if _is_plain(word)), None)
        if verb is None and _FIGURE.match(words[0]):  # "30 people died"
            verb = next((n for n, word in enumerate(words) if n > 1 and word.endswith("ed")), None)
        return (verb, None, verb) if verb else None
    verb = _verb_from(words, place + 1)
    return (place, _FAMILY_OF[words[place]], verb) if place and verb is not None else None


def _is_plain(word: str) -> bool:
    """Tell whether a word is surely a verb: one of those that have an opposite."""
    return stem(word) in OPPOSITES and word.endswith(("s", "ed"))


def _verb_from(words: list[str], start: int) -> int | None:
    skipped = _NEGATIONS | _ADVERBS | _LIGHT | {"to", "a", "an", "the"}
    for place in range(start, len(words)):
        if words[place] not in skipped:
            return place
    return None


def _negates(words: list[str], negation: int, subject: int, verb: int) -> bool:
    """Tell whether "not" stands between the auxiliary and the verb, where it denies the clause."""
    return subject <= negation < verb and words[negation] in {"not", "never", "no"}


def _subject(words: list[str], reported: bool) -> frozenset[str] | None:
    """Return whose predicate it is; None where that cannot be told from the clause."""
    own = _OWN | ({"he", "she"} if reported else frozenset())
    content = [word for word in words if word not in _ADVERBS]
    if content and content[-1] in own:
        return frozenset((SELF,))
    if not content or content[-1] in _OTHERS - {"there"}:
        return None
    named = frozenset(stem(word) for word in content if _counts(word)) or frozenset(content)
    return named if named - COMMON or "there" in named else None


def _is_beside(word: str) -> bool:
    """Tell whether a word is told apart from the others: a negation, a figure."""
    return word in _NEGATIONS or word in _LARGE or _is_number(word)


def is_time(stemmed: str) -> bool:
    """Tell whether the stem of a word is a month or a year: when, and not what."""
    return stemmed in _MONTHS or _YEAR.fullmatch(stemmed) is not None


def _is_number(word: str) -> bool:
    return bool(_FIGURE.match(word)) and not _YEAR.fullmatch(word)


def _counts(word: str) -> bool:
    return word not in COMMON and word not in _LIGHT and not _is_number(word)


def _value(word: str, times: int) -> str:
    """Write a number in one way: "£1.5" times a million is "1500000", as is "£1,500,000".

    What is no plain number ("1.2.3") stays as it is.
    """
    bare = word.strip(".," + _MONEY).replace(",", "")
    if bare.count(".") > 1:
        return bare
    return f"{(Decimal(bare) * times).normalize():f}"


def _tense(verb: str) -> Family:
    return "past" if verb.endswith("ed") else "doing"


def _figures(words: list[str]) -> Iterator[tuple[str, str]]:
    """Yield each number of the predicate with the noun that it counts: ("43", "berth")."""
    for place, word in enumerate(words):
        if not _is_number(word):
            continue
        money, ahead = word[0] in _MONEY, place + 1
        times = 1
        while ahead < len(words) and words[ahead] in _LARGE:
            times, ahead = times * _LARGE[words[ahead]], ahead + 1
        value = _value(word, times)
        if money:
            yield value, word[0]
        elif ahead < len(words) and words[ahead] in _TIMES:
            continue  # "in 10 hours", "3 years ago": when, not how many
        elif ahead < len(words) and words[ahead] not in COMMON and not _FIGURE.match(words[ahead]):
            yield value, stem(words[ahead])
