"""Assertion: what a clause says or denies of its subject, as far as plain rules tell. Pure.

Only clauses of a plain form are read: a subject, perhaps an auxiliary, perhaps "not", a verb and
what follows ("we will not build the terminal"). A sentence with "if" or "unless", a question, and a
clause with two negations say nothing that could be held against another clause.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

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
# A clause behind one of these is supposed, asked or reported of others; behind the rest it goes on.
_SUPPOSES = wordlist("whether until when as than how why what where")
_SENTENCE = re.compile(r"(?:[^.?!;]|[.?!](?=\w))+[.?!;”\"’]*")
_CONDITION = re.compile(r"\b(?:if|unless|would have|could have|should have)\b", re.IGNORECASE)
_UNSAID = re.compile(
    r"\b(?:not|no|never|den(?:y|ies|ied)|doubt\w*|wrong)\b|n[’']t\b", re.IGNORECASE
)
_BREAK = re.compile(
    r"[:—–\"“”]|\s-{1,2}\s|,\s"
    r"|\b(?P<word>but|and|because|although|though|while|so|which|who|when|where|as|that|whether"
    r"|than|until|how|why|what)\b",
    re.IGNORECASE,
)
_IDIOM = re.compile(
    r"\b(?:or not|not only|not just|not merely|no doubt|not necessarily|no matter|nothing but|"
    r"not to mention|not at all|why not|no less|no more than|not less than|not more than)\b"
)
_CONTRACTED = (
    (re.compile(r"\bwon[’']t\b"), "will not"),
    (re.compile(r"\bcan[’']t\b|\bcannot\b"), "can not"),
    (re.compile(r"n[’']t\b"), " not"),
    (re.compile(r"[’']ll\b"), " will"),
    (re.compile(r"[’']re\b"), " are"),
    (re.compile(r"[’']ve\b"), " have"),
    (re.compile(r"[’']m\b"), " am"),
    (re.compile(r"\b(it|he|she|that|there|what|who)[’']s\b"), r"\1 is"),
    (re.compile(r"\bno longer\b"), "not"),
    (re.compile(r"\b(?:have|has|had) no (?:plans?|intention) (?:to|of)\b"), "will not"),
    (re.compile(r"\b(?:am|is|are|was|were)( not)? going to\b"), r"will\1"),
    (re.compile(r"\brul(?:e|es|ed|ing) out\b"), "exclude"),
)
_OPPOSITES = """
approve reject; support oppose; back oppose; favour oppose; favor oppose; accept reject;
accept refuse; confirm deny; exclude consider; exclude plan; exclude support; open close;
rise fall; increase decrease; increase cut; raise lower; raise cut; agree refuse; welcome condemn;
keep scrap; keep close; stay leave; remain leave; remain resign; start stop; begin end; lift impose;
win lose; praise criticise; praise criticize; allow ban; allow block; allow forbid; join leave;
safe unsafe; guilty innocent; legal illegal; possible impossible; right wrong; true false;
qualified unqualified; fit unfit
"""


def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for pair in _OPPOSITES.split(";"):
        one, other = map(stem, pair.split())
        found[one].add(other)
        found[other].add(one)
    return {word: frozenset(others) for word, others in found.items()}


OPPOSITES = _opposites()
"""Stems that say the opposite of each other, by stem."""

_WORD = re.compile(r"[£$€]?\d[\d.,]*\d|[£$€]?\d|%|[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_FIGURE = re.compile(r"[£$€]?\d")
_LARGE = wordlist("hundred thousand million billion trillion")
# Verbs whose meaning lies in what follows: "take action" and "take part" share nothing.
_VAGUE = frozenset(
    stem(word)
    for word in wordlist(
        "think feel know believe guess see look take make come mean like say tell let happen give "
        "put find call ask seem need love hear read watch hope wish interested sure glad proud"
    )
)
_PARTICLES = wordlist("by for up down out off against with over on to away back from about")
_TIMES = wordlist(
    "second seconds minute minutes hour hours day days week weeks month months year years am pm"
)
_MONEY = "£$€"
_LONGEST = 30
_FARTHEST_VERB = 6


def assertions(text: str, *, reported: bool) -> Iterator[Assertion]:
    """Read the clauses of what somebody said.

    ``reported``: the writer's words, in which "he" and "she" are mostly the speaker.
    """
    for clause in _clauses(text):
        read = _read(clause, reported)
        if read is not None:
            yield read


def _clauses(text: str) -> Iterator[str]:
    """Cut a text into clauses; leave out those that only suppose or ask."""
    for sentence in _SENTENCE.findall(text):
        if sentence.rstrip(" ”\"’'").endswith("?") or _CONDITION.search(sentence):
            continue
        start, supposed = 0, False
        for found in (*_BREAK.finditer(sentence), None):
            clause = sentence[start : found.start() if found else len(sentence)].strip()
            if clause and not supposed:
                yield clause
            if found:
                word = (found["word"] or "").lower()
                # "I did not say that it was safe" says nothing of whether it was.
                unsaid = word == "that" and _UNSAID.search(clause)
                start, supposed = found.end(), word in _SUPPOSES or bool(unsaid)


def _read(clause: str, reported: bool) -> Assertion | None:
    words = _plain_words(clause)
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


def _plain_words(clause: str) -> list[str]:
    """Return the words of a clause in small letters, its contractions written out."""
    low = _IDIOM.sub(" not not ", clause.lower())
    for pattern, plain in _CONTRACTED:
        low = pattern.sub(plain, low)
    return _WORD.findall(low)


def _is_claimed(words: list[str], head: tuple[int, Family | None, int], reported: bool) -> bool:
    """Tell whether a clause claims or denies: at most one "not", between auxiliary and verb.

    In somebody's own words "would" only supposes: "she would make a good mayor".
    """
    subject, _, verb = head
    negations = [place for place, word in enumerate(words) if word in _NEGATIONS]
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
    return word in _NEGATIONS | _LARGE or _FIGURE.match(word) is not None


def _counts(word: str) -> bool:
    return word not in COMMON and word not in _LIGHT and not _FIGURE.match(word)


def _tense(verb: str) -> Family:
    return "past" if verb.endswith("ed") else "doing"


def _figures(words: list[str]) -> Iterator[tuple[str, str]]:
    """Yield each number of the predicate with the noun that it counts: ("43", "berth")."""
    for place, word in enumerate(words):
        if not _FIGURE.match(word):
            continue
        value, ahead = word.strip(".,").replace(",", ""), place + 1
        while ahead < len(words) and words[ahead] in _LARGE:
            value, ahead = f"{value} {words[ahead]}", ahead + 1
        if word[0] in _MONEY:
            yield value, word[0]
        elif ahead < len(words) and words[ahead] in _TIMES:
            continue  # "in 10 hours", "3 years ago": when, not how many
        elif ahead < len(words) and words[ahead] not in COMMON and not _FIGURE.match(words[ahead]):
            yield value, stem(words[ahead])
