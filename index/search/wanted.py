"""Wanted: what a sentence must hold to answer a factual question. Pure.

The people, places and things that the question names must stand in the article, its numbers too,
and what it asks of them ("won", "the director", "born") in the sentence, in these words or in
others. Words that say only which kind of thing is asked for ("how many", "which city") are none of
these: that kind is looked for by itself (``asked``).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.question import Question
from index.search.asked import Kind, asked_kind, without_kind
from index.search.root import plain
from index.search.thesaurus import is_phrase
from index.word import COMMON, WORD, words

Name = tuple[str, ...]
# A question of few words is answered with every one of them; a long one says more than that.
FEW = 3

_QUOTED = re.compile(r"[“\"]([^”\"]+)[”\"]")
_FIGURE = re.compile(r"\d")
_ASKS = re.compile(r"\b(?:who|whom|whose|what|which|when|where|why|how)\b", re.IGNORECASE)
# Offices that are written large and are not a name.
_OFFICES = frozenset("ceo cfo coo pm mp mep vp president minister".split())
# Words that only join what is asked, or stand for any verb: "where was the vigil held?".
_NOTHING_ASKED = COMMON | frozenset(
    "during between among amid despite whether although since within towards toward via per"
    " get gets got getting held didn't doesn't don't isn't wasn't weren't hasn't haven't hadn't"
    " won't wouldn't can't couldn't shouldn't".split()
)
# A sum of money is asked for by these, and told by any: "bought for £38,000".
_OF_MONEY = frozenset("cost costs pay paid pays price worth".split())
_ASKS_MONEY = re.compile(r"\bhow much\b", re.IGNORECASE)
# "How many new ships did the port …": what is counted stands behind.
_COUNTED = re.compile(r"\bhow many\b(?P<what>.*)", re.IGNORECASE)
# Who they are is told in any word: "killed five girls".
PEOPLE = frozenset({"people", "persons"})
# "How many were killed?" counts whoever it happened to.
_HAPPENED = re.compile(
    r"\bhow many (?:(?:were|was|are|is|have|had|has|been|got) )+(?P<what>\w+)", re.IGNORECASE
)
PLURALS = frozenset("people men women children feet teeth mice geese sheep police staff".split())
_NAMED = re.compile(
    r"\W*(?:who|what|which)(?:['’]s| is| are| was| were) (?:the|an?) (?P<what>.*)", re.IGNORECASE
)
# What kind of thing is asked for, up to the verb; the answer is one, and need not be called so.
_SORT = re.compile(
    r"\b(?:which|what) (?P<what>(?:(?!of\b)\w+ ){1,3})"
    r"(?:did|do|does|is|are|was|were|has|have|had|will|would|can|could)\b",
    re.IGNORECASE,
)
_WHO_DID = re.compile(r"\W*who (?P<verb>\w+)", re.IGNORECASE)
_NO_MARK = re.compile(r".+(?:est|ed|ing|th)|first|second|third|most|least|only|last|next")
# The number of Covid-19 sets nothing apart: many write "Covid", and there is no other. That of a
# B-17 is a part of its name.
_COVID = re.compile(r"\bcovid-\Z", re.IGNORECASE)
_TYPE = re.compile(r"\b[A-Z]{1,3}-\Z")
# What leads to something beside the matter is no part of it: "in addition to the gala, what …?"
_BESIDES = re.compile(r"\b(?:in addition to|apart from|aside from|other than)\b", re.IGNORECASE)
# What stands between the words of one name: "Ministry of Defence", "Dungeons & Dragons".
_JOINS = re.compile(r"(?:\s+|\s+(?:of|de|van|von|the|of the|&)\s+|-)\Z")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of an answer, folded.

    ``names`` are the names in the question, each with its words; ``numbers`` its numbers, years
    among them; ``relation`` the other words of its topic; ``kind`` what it asks for. ``marks`` are
    those words of the relation that only mark the one behind them ("lead" in "lead actress");
    ``unit`` is what is counted ("passengers"); ``verb`` what somebody did ("led" of "who led the
    study?"), or what befell those who are counted.
    """

    kind: Kind | None
    names: tuple[Name, ...]
    numbers: tuple[str, ...]
    relation: tuple[str, ...]
    marks: tuple[str, ...] = ()
    unit: str | None = None
    verb: str | None = None

    @property
    def is_short(self) -> bool:
        """Whether the question has so few words that its answer holds every one of them."""
        return len(self.relation) <= FEW


def wanted(question: Question) -> Wanted:
    """Read what an answer must hold; what a follow-up leaves out is taken from the one before."""
    own = _read(question)
    if question.leaning < 1 or not question.earlier:
        return own
    before = _read(Question(question.earlier[-1], "fact", None, "", ""))
    names = own.names or before.names
    if own.relation and _ASKS.search(question.text):  # "and how many were hurt?" asks it all
        return replace(own, names=names)
    return Wanted(
        own.kind or before.kind,
        names,
        own.numbers,
        own.relation or before.relation,
        own.marks or before.marks,
        own.unit or before.unit,
        own.verb or before.verb,
    )


def _read(question: Question) -> Wanted:
    """Read one question. The outlets that it names are looked at by themselves (``evidence``)."""
    text = _without_setting(question)
    tokens = list(WORD.finditer(text))
    quoted = {word for part in _QUOTED.findall(text) for word in words(part)}
    large = [_is_name(match, number, quoted, text) for number, match in enumerate(tokens)]
    asking = without_kind(text)
    relation, numbers = [], []
    for match, is_name in zip(tokens, large, strict=True):
        for word in words(match.group()):
            if any(map(str.isdigit, word)) and not is_name:
                numbers += [] if _COVID.search(text[: match.start()]) else [word]
            elif not is_name and word not in _NOTHING_ASKED and not asking[match.start()].isspace():
                relation.append(word)
    relation = list(_with_particles(relation, text))
    unit = _unit(text, relation)
    if unit in PEOPLE and len(set(relation)) > 1:
        relation = [word for word in relation if word != unit]
    return Wanted(
        asked_kind(question.text),
        tuple(_names(text, tokens, large)),
        tuple(dict.fromkeys(numbers)),
        tuple(dict.fromkeys(relation)),
        tuple(_marks(text, relation)),
        unit,
        _verb(text, relation, unit),
    )


def _with_particles(relation: Sequence[str], text: str) -> Iterator[str]:
    """Yield each word of the relation, with its particle where both say one thing: "step down"."""
    behind = dict(itertools.pairwise(words(text)))
    particles = {behind[word] for word in relation if is_phrase(word, behind.get(word, ""))}
    for word in relation:
        if is_phrase(word, behind.get(word, "")):
            yield f"{word} {behind[word]}"
        elif word not in particles:
            yield word


def _verb(text: str, relation: list[str], unit: str | None) -> str | None:
    """Return what "who VERBed?" asks of somebody, and what "how many …?" of those it counts."""
    if did := _WHO_DID.match(text):
        return next(filter(relation.__contains__, words(did["verb"])), None)
    counted = _COUNTED.search(text)
    behind = filter(relation.__contains__, words(counted["what"]) if counted else ())
    is_noun = PLURALS | {unit}
    return next((word for word in behind if _is_past(word) and word not in is_noun), None)


def _is_past(word: str) -> bool:
    return word.endswith("ed") or plain(word) != word


def _marks(text: str, relation: list[str]) -> Iterator[str]:
    """Yield "lead" of "who is the lead actress …?", and "new ship" of "which new ship did …?".

    Neither verbs nor what singles out: the oldest actress is not any actress.
    """
    named = _NAMED.match(text)
    for word, following in itertools.pairwise(words(named["what"]) if named else ()):
        if word in relation and following in relation and _only_marks(word):
            yield word
    if _ASKS_MONEY.search(text) and not _OF_MONEY.issuperset(relation):
        yield from _OF_MONEY.intersection(relation)
    sort = _SORT.search(text)
    yield from filter(_only_marks, words(sort["what"]) if sort else ())


def _only_marks(word: str) -> bool:
    return plain(word) == word and not _NO_MARK.fullmatch(word)


def _unit(text: str, relation: list[str]) -> str | None:
    """Return what "how many …?" counts: the first plural of the words behind it, or the first.

    Of "how many were killed?" it is what happened.
    """
    if happened := _HAPPENED.search(text):
        return next(filter(relation.__contains__, words(happened["what"])), None)
    counted = _COUNTED.search(text)
    behind = itertools.takewhile(relation.__contains__, words(counted["what"]) if counted else ())
    every = list(behind)
    plural = (word for word in every if word.endswith("s") or word in PLURALS)
    return next(plural, every[0] if every else None)


def _without_setting(question: Question) -> str:
    """Blank out the outlets, and the times but for their figures."""
    text = question.text
    for outlet in question.outlets:
        text = text.replace(outlet.words, " " * len(outlet.words))
    for period in question.periods:
        words_of_time = re.sub(r"[^\W\d]", " ", text[period.start : period.end])
        text = text[: period.start] + words_of_time + text[period.end :]
    return _BESIDES.sub(lambda found: " " * len(found.group()), text)


def _is_name(match: re.Match[str], number: int, quoted: set[str], text: str) -> bool:
    word = match.group()
    if word[0].isdigit() and _TYPE.search(text, 0, match.start()):
        return True
    folded = words(word)
    if not folded or folded[0] in COMMON or _FIGURE.search(word):
        return False
    if {folded[0], folded[0].removesuffix("s")} & _OFFICES:  # "MEPs"
        return False
    large = word[:1].isupper() and (number > 0 or (len(word) > 1 and word.isupper()))
    return large or folded[0] in quoted


def _names(text: str, tokens: list[re.Match[str]], large: list[bool]) -> Iterator[Name]:
    """Yield the names: words written large that stand together."""
    name: list[str] = []
    end = 0
    for match, is_name in zip(tokens, large, strict=True):
        if not is_name:
            continue
        if name and not _JOINS.match(text[end : match.start()]):
            yield tuple(name)
            name = []
        name += words(match.group())
        end = match.end()
    if name:
        yield tuple(name)
