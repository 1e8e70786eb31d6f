"""Namesake: whether a sentence tells of another thing of the name that is asked about. Pure.

"Sandmartin 2" for "the Sandmartin", "the Wexmouth Marathon" for "the Dunlow Marathon", Bo Roe for
Ada Roe, a stage of the Tour for the Tour, "best actress" for "best actor", another town's hospital.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from index.people import first_names
from index.people.names import same_first
from index.search.figures import counted
from index.search.leaning import may_lean
from index.search.root import root
from index.search.wanted import Name
from index.speech.lexicon import HONORIFICS
from index.speech.pieces import is_person
from index.word import COMMON, LARGE, WORD, folded, words

_PARTS = (
    r"stages?|legs?|rounds?|heats?|sets?|laps?|episodes?|chapters?|semi-?finals?|quarter-?finals?"
    r"|qualif\w+"
)
_PART = re.compile(rf"\b(?:{_PARTS})\b", re.IGNORECASE)
_LARGE_BEHIND = re.compile(rf" {LARGE}[a-z]")
# So many letters of a first name may be short for it.
_SHORTEST = 3
# A headline and the beginning of the first sentence, in characters: what an article is about.
AN_OPENING = 300
# Names with so many first letters in common may be forms of one: "Russia", "Russian".
_ALIKE = 4


def is_of_another_name(name: Name, sentence: str, question: str, around: str) -> bool:
    """Tell whether a sentence tells of a namesake, of a part of the whole, or of a like thing.

    ``around``: the text of its article, from the headline on.
    """
    return (
        _another_of_the_name(name, sentence, question)
        or _a_part(name, sentence, question)
        or _another_best(name, sentence)
        or _is_namesakes(name, sentence, question, around)
        or _another_of_its_kind(name, question, around)
    )


def _another_of_the_name(name: Name, sentence: str, question: str) -> bool:
    """Tell "Sandmartin 2" for "the Sandmartin": it is never named without another number."""
    numbers = _behind(name[-1], sentence)
    return bool(numbers) and None not in numbers and not numbers & _behind(name[-1], question)


def _behind(word: str, text: str) -> set[str | None]:
    """Return what numbers stand behind a word, None for a place without; a score is none."""
    tokens = list(WORD.finditer(text))
    if not tokens or sum(counted(each.group()) is not None for each in tokens) > 1:
        return {None}
    found: set[str | None] = set()
    for here, following in zip(tokens, [*tokens[1:], None], strict=True):
        if folded(here.group()) == word:
            joined = following and text[here.end() : following.start()] == " "
            found.add(counted(following.group()) if following and joined else None)
    return found


def goes_on(name: Name, sentence: str) -> bool:
    """Tell "Orrin Regatta Ball" where nothing but the Orrin Regatta is asked about."""
    if len(name) == 1:  # "Ada Roe" is Ada
        return False
    places = [
        sentence[match.end() :]
        for match in WORD.finditer(sentence)
        if folded(match.group()) == name[-1]
    ]
    return bool(places) and all(_LARGE_BEHIND.match(behind) for behind in places)


def _a_part(name: Name, sentence: str, question: str) -> bool:
    """Tell "a stage of the Tour" and "a Tour stage" for the Tour itself."""
    if _PART.search(question) or not _PART.search(sentence):
        return False
    first, last = re.escape(name[0]), re.escape(name[-1])
    part = (
        rf"\b(?:{_PARTS})(?: \d+)? (?:of|in|at|for) (?:the |an? )?(?:\d+ )?{first}\b"
        rf"|\b{last} (?:{_PARTS})\b"
    )
    return bool(re.search(part, sentence, re.IGNORECASE))


def _is_namesakes(name: Name, sentence: str, question: str, around: str) -> bool:
    """Tell a sentence on a namesake, or one of an article that opens on a namesake.

    What an article opens on is what its sentences are about that name nothing.
    """
    if len(name) == 1:
        return False
    if set(name) <= set(words(sentence)):
        return False
    names_it = {root(word) for word in words(sentence)} & {root(word) for word in name}
    tells_it = names_it and not may_lean(sentence)  # "his son Bo Roe told it" is about the father
    return _namesake(name, sentence if tells_it else around[:AN_OPENING], question)


def _namesake(name: Name, sentence: str, question: str) -> bool:
    """Tell "the Wexmouth Marathon" for "the Dunlow Marathon", and Bo Roe for Ada Roe."""
    tokens = [match.group() for match in WORD.finditer(sentence)]
    if {root(folded(token)) for token in tokens} & {root(word) for word in name[:-1]}:
        return False
    places = [
        number
        for number, token in enumerate(tokens)
        if folded(token) == name[-1] and token[:1].isupper()
    ]
    asked = frozenset(words(question))  # "is Ada Roe related to Bo Roe?" asks about both
    return bool(places) and all(
        _is_anothers(tokens[:place], name[0]) and folded(tokens[place - 1]) not in asked
        for place in places
    )


def _is_anothers(before: Sequence[str], first: str) -> bool:
    """Tell whether another name stands right before the last word of one that opens with ``first``.

    A title is none, nor is another form of the same: "Ashton" for "Ash".
    """
    last = before[-1] if before else ""
    own = folded(last) if last else ""
    if same_first(own, first) or (len(first) >= _SHORTEST and own.startswith(first)):
        return False
    is_name = last[:1].isupper() and not last.isupper() and last.isalpha()
    is_title = is_person(last.casefold()) or last.casefold() in HONORIFICS
    # Whatever opens a sentence is written large.
    is_sure = len(before) > 1 or last.casefold() in first_names.ALL
    return is_name and not is_title and is_sure and folded(last) not in COMMON


def _another_best(name: Name, sentence: str) -> bool:
    """Tell "best supporting actor" and "best actress" for "best actor": each has its own prize."""
    if name[0] != "best" or len(name) == 1:
        return False
    told = [pair for pair in itertools.pairwise(words(sentence)) if pair[0] == "best"]
    return bool(told) and name[:2] not in told


def _another_of_its_kind(name: Name, question: str, around: str) -> bool:
    """Tell an article on "the Wexmouth hospital" for "the Dunlow hospital", which it never names.

    It may name Dunlow all the same: somebody was taken there. The boat of "the Dunlow boat fire" is
    no kind: it only tells of what kind the fire is.
    """
    own = re.escape(" ".join(name))
    asked = re.search(rf"\bthe {own} (?P<kind>[^\W\d_]{{3,}})\b", question, re.I)
    if not asked or asked["kind"][:1].isupper() or asked["kind"] in COMMON:
        return False
    behind = words(question[asked.end() :])
    if behind and behind[0] not in COMMON:
        return False
    if re.search(
        rf"\b{own} (?:\w+ ){{0,2}}{asked['kind']}\b", around, re.I
    ):  # "Dunlow city hospital"
        return False
    called = re.findall(rf"((?:{LARGE}[\w’'.-]* ){{1,5}}){asked['kind']}\b", around)
    names = {word for each in called for word in words(each)} - COMMON
    return bool(names) and not any(word.startswith(name[-1][:_ALIKE]) for word in names)
