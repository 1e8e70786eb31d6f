"""Telling: whether a sentence itself tells what is asked, where its parts stand in it. Pure.

An answer has the thing that is asked for near the words that ask: "Ada Roe, 31, won the cup", the
number by its unit, a person by the office. Where a question has many words, its answer repeats but
a few of them, and nearness shows nothing.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace

from index.search.alike import nearness
from index.search.another import has_not_come_to_pass
from index.search.figures import MONTH
from index.search.leaning import may_lean
from index.search.root import root
from index.search.things import (
    LONGEST_NAME,
    Thing,
    opening_names,
    people_who_did,
    things,
)
from index.search.wanted import PEOPLE, PLURALS, Wanted
from index.speech.pieces import is_human, is_person
from index.word import COMMON, LARGE, WORD, folded, words

# From here on a word tells what another asks.
LIKE = 0.5
# What is counted is told in nearer words: ferries are no trains.
SAME_UNIT = 0.6
# So many words may stand between what is asked for and the words that ask. A day or a place often
# closes its sentence; a name of one word stands right by an office: "CEO Roe", "Roe, the chief".
NEAR, NEAR_IN_TIME, NEAR_IN_PLACE, BY = 8, 12, 14, 2
COMMA, FAR = 2, 100
# Fewer words that are neither of the question nor a date are no sentence: "Jul 7, 2024 …".
_FRAGMENT = 5
_MONTH = re.compile(rf"{MONTH}\Z", re.IGNORECASE)
# So many words behind a number may hold what it counts, as a plural.
_BETWEEN = 3
_WHAT_BEFALLS = frozenset(
    "deaths casualties fatalities victims injuries arrests survivors suspects hostages others lives"
    " passengers bodies girls boys".split()
)
_PLURAL = re.compile(r"[a-z]{3,}[^\Wsu]s")
# Not the comma within a number.
_COMMA = re.compile(r"[,;](?!\d)")
# ", the prime minister," parts nothing; what stands in a list does.
_INSERTED = re.compile(r", (?:the|an?|his|her|its|their) [^,;.]{2,60},(?! (?:and|or)\b)")
# What somebody wins is nobody.
_PRIZES = frozenset("award awards prize prizes cup trophy medal title oscar oscars".split())
# "In Winchester, Hampshire, England".
_TOWN_COMMA = re.compile(rf"{LARGE}\w+, (?={LARGE})")
# Up to where it is told which of them: "the boy who …", "the ship that …".
_NAME_OF = re.compile(
    r"\b(?:name|title) of (?:(?:the|an?|his|her|its|their) )?"
    r"(?P<what>(?:(?!(?:who|that|which|in|at|on|of|from|over)\b)\w+ ?){1,3})",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"\b(?:in|at|near|between|through|across|outside|inside|towards?|around)(?: the)? \Z",
    re.IGNORECASE,
)
# "Ada Roe, a teacher in Lowmere, has been …", "Ada Roe is one of …": what stands between is of her.
_OF_IT = re.compile(
    r", [^,;.]+, (?:(?:who|which|has|have|had|was|were|is|been) )*(?:\w+ )?"
    r"| (?:is|was|are|were|became|remains?|(?:has|have|had) been) [^,;.]*"
)
_WHO = re.compile(r"\W*who\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence in its tokens, and the numbers of those that tell what is asked.

    ``naming``: of those that are of a name that is asked about.
    """

    text: str
    tokens: tuple[re.Match[str], ...]
    telling: tuple[int, ...]
    naming: frozenset[int]

    @property
    def verbs(self) -> list[re.Match[str]]:
        """The tokens that tell what is asked."""
        return [self.tokens[number] for number in self.telling]


def tells_itself(
    asked: Wanted, sentence: str, question: str, before: str = "", around: str = ""
) -> bool:
    """Tell whether a sentence itself tells what is asked.

    ``before``: what a sentence that leans back stands on; ``around``: the text it is from.
    """
    read = _read(asked, sentence)
    if _is_fragment(asked, read) or has_not_come_to_pass(question, sentence, read.verbs):
        return False
    if asked.unit and not _tells_unit(asked, read, before):
        return False
    if asked.kind in (None, "cause"):  # a cause is told in any words
        return True
    found = things(asked.kind, sentence, question)
    if asked.unit:
        found = [each for each in found if not _counts_others(each, sentence, asked.unit)]
    if asked.kind in ("name", "place"):
        verbs = {each.start() for each in read.verbs}
        found += opening_names(sentence, verbs, around, question)
        if _WHO.match(question) and not any(map(is_person, asked.relation)):
            found += people_who_did(sentence, verbs, question)
    return _stands_near(found, read, asked, question, before)


def _read(asked: Wanted, sentence: str) -> Told:
    tokens = tuple(WORD.finditer(sentence))
    own = [folded(each.group()) for each in tokens]
    near = [nearness(word, own) for word in asked.relation]
    named = {root(word) for name in asked.names for word in name}
    telling = [
        number
        for number, word in enumerate(own)
        if word not in COMMON and root(word) not in named and not _MONTH.match(word)
        if any(each[number] >= LIKE for each in near)
    ]
    naming = (number for number, word in enumerate(own) if root(word) in named)
    return Told(sentence, tokens, tuple(telling), frozenset(naming))


def _is_fragment(asked: Wanted, read: Told) -> bool:
    """Tell a date, a caption or a name alone: nothing of the question stands in it."""
    if read.telling or may_lean(read.text):
        return False
    own = [word for word in words(read.text) if not _MONTH.match(word) and word.isalpha()]
    if len(own) > _FRAGMENT:
        return False
    present = frozenset(map(root, own))
    return not any(root(word) in present for name in asked.names for word in name)


def _tells_unit(asked: Wanted, read: Told, before: str) -> bool:
    """Tell whether what is counted stands in the sentence, or in the one that it leans on.

    Who the people are is told in any word: "killed five girls" for "how many people died?".
    """
    text = words(f"{before} {read.text}" if may_lean(read.text) else read.text)
    befell = (asked.verb,) if asked.verb else asked.relation
    counted = befell if asked.unit in PEOPLE else (asked.unit or "",)
    return any(max(nearness(word, text), default=0.0) >= SAME_UNIT for word in counted)


def _counts_others(number: Thing, sentence: str, unit: str) -> bool:
    """Tell "five girls" where rooms are counted; deaths may be told as people of any sort."""
    behind = WORD.findall(sentence[number.end :])[:_BETWEEN]
    plural = next((word for word in behind if _PLURAL.fullmatch(word)), "").casefold()
    is_sort = unit.endswith("s") or unit in PLURALS  # children are not just anybody
    of_people = unit in _WHAT_BEFALLS or unit in PEOPLE or not is_sort
    if not plural or (of_people and (is_human(plural) or plural in _WHAT_BEFALLS)):
        return False
    return max(nearness(unit, list(map(folded, behind))), default=0.0) < LIKE


def _stands_near(found: list[Thing], read: Told, asked: Wanted, question: str, before: str) -> bool:
    called = _called(question, asked)
    if not found or not (asked.is_short or called) or not asked.relation:
        return bool(found)
    if not read.telling:
        return may_lean(read.text) or _stands_beside(asked, before)
    who = _WHO.match(question) is not None
    offices = called or (tuple(filter(is_person, asked.relation)) if who else ())
    if offices:  # whoever stands by "helicopter" is not its pilot
        read = _read(replace(asked, relation=offices), read.text)
    near = {"time": NEAR_IN_TIME, "place": NEAR_IN_PLACE}.get(asked.kind or "", NEAR)
    return any(
        _distance(thing, read) <= near or (asked.kind == "time" and _opens(thing, read))
        if not (offices and len(thing.telling) == 1)
        else _distance(thing, read, comma=0) <= BY
        for thing in found
        if not (who and (_is_no_person(thing, read) or _is_place(thing, read)))
    )


def _called(question: str, asked: Wanted) -> tuple[str, ...]:
    """Return "driver" of "what is the name of the lorry driver who …?": the name stands by it."""
    found = _NAME_OF.search(question) if asked.kind == "name" else None
    own = words(found["what"]) if found else []
    nouns = [word for word in own if word in asked.relation]
    return tuple(list(filter(is_person, nouns))[-1:] or nouns[-1:])


def _opens(thing: Thing, read: Told) -> bool:
    """Tell a day that opens its sentence, and so dates all of it: "Yesterday, the agency, …"."""
    return thing.start <= read.tokens[min(1, len(read.tokens) - 1)].start()


def _stands_beside(asked: Wanted, before: str) -> bool:
    """Tell whether the headline or the sentence before tells what is asked."""
    told = words(before)
    return any(max(nearness(word, told), default=0.0) >= LIKE for word in asked.relation)


def _is_no_person(thing: Thing, read: Told) -> bool:
    """Tell a headline, a prize, and what ends in a word that asks: "Past Directors"."""
    if len(thing.telling) > LONGEST_NAME or _PRIZES & set(thing.telling):
        return True
    return any(each.end() == thing.end for each in read.verbs)


def _is_place(thing: Thing, read: Told) -> bool:
    """Tell "in Lowmere" and "near Orrin", where nobody is."""
    return _WHERE.search(read.text, 0, thing.start) is not None


def _distance(thing: Thing, read: Told, comma: int = COMMA) -> int:
    """Return how far a thing stands from the nearest word that tells what is asked.

    In words; a comma parts as much as some of them, a name that is asked about not at all: "the
    toll from Cyclone Ada in Port has risen to 63".
    """
    if any(_OF_IT.fullmatch(read.text, thing.end, each.start()) for each in read.verbs):
        return 0
    own = [
        number
        for number, each in enumerate(read.tokens)
        if each.end() > thing.start and each.start() < thing.end
    ]
    pairs = (sorted(pair) for pair in itertools.product(own, read.telling))
    return min((_apart(read, first, last, comma) for first, last in pairs), default=FAR)


def _apart(read: Told, first: int, last: int, comma: int) -> int:
    """Return how far two tokens stand apart; what is inserted between two commas is passed over."""
    between = read.text[read.tokens[first].start() : read.tokens[last].end()]
    inserted = _INSERTED.findall(between) if comma else []
    passed = sum(len(WORD.findall(each)) + 2 * comma for each in inserted)
    apart = last - first - _between(read.naming, first, last) + comma * _commas(between)
    return max(0, apart - passed)


def _between(numbers: frozenset[int], first: int, last: int) -> int:
    return sum(first < number < last for number in numbers)


def _commas(between: str) -> int:
    """Count the commas between two tokens that part more than a town and its country."""
    return max(0, len(_COMMA.findall(between)) - len(_TOWN_COMMA.findall(between)))
