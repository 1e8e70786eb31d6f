"""Things: the days, figures, names and places in a sentence that may be what is asked for. Pure.

What the question itself holds is no answer to it; nor is what only adds a word to a name in it
("the Sound Ferries Group" to "who leads Sound Ferries?"), nor a name that ends in a word of the
question ("the Golden Oar Award" to "who won the Silver Oar Award?").
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from index.people import first_names
from index.search.asked import Kind
from index.search.figures import MONTH, asked_figures
from index.search.root import root
from index.search.times import WEEKDAY, times
from index.speech.pieces import is_human
from index.word import COMMON, LARGE, WORD, words

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
# Names of several words anywhere, with their initials and by-names; of a single word only inside a
# sentence, where it is no opening.
_NAME = re.compile(
    rf"\b{LARGE}\w+(?:(?: {LARGE}\.)+ {LARGE}[\w’']+"
    rf"| [“\"(]{LARGE}\w+[”\")] {LARGE}[\w’']+"
    rf"|[ ’'-](?:of |de |van |the )?{LARGE}[\w’']+)+"
    rf"|(?<=[a-z,;:(] )[“\"]?{LARGE}[\w’'-]+"
)
_ROW = rf"{LARGE}\w+(?: {LARGE}\w+)*"
_PLACE = re.compile(
    r"\b(?:in|at|near|from|to|outside|(?:city|town|village|hamlet|port|island|state|province|county"
    rf"|district|suburb|capital) of) (?:the )?(?P<in>{_ROW})"
    rf"|, \d{{1,3}}, of (?P<from>{_ROW})|\bof (?:the )?{_ROW}|(?<=[a-z,;:] )(?P<bare>{_ROW})"
)
_CAUSE = re.compile(
    r"\b(?:because|due to|owing to|caus(?:e|ed|es|ing)|amid|as a result|thanks to|citing"
    r"|blam(?:e|ed|es|ing)|on suspicion of|accused of|charged with|in protest|in response"
    r"|reasons?|led to|prompted|sparked|in order to|so that)\b"
    # "Since 2011" and "after a day" tell a time.
    rf"|\b(?:since|after)\b(?! (?:\d|an? (?:\w+ )?(?:hour|day|week|month|year)|{MONTH}|{WEEKDAY}"
    r"|last))",
    re.IGNORECASE,
)
_NO_NAME = re.compile(rf"\b(?:{MONTH}|{WEEKDAY}|I)\Z")
# "His son Abhijit": whoever it is, it is another.
_KIN = re.compile(
    r"\b(?:son|daughter|wife|husband|widow(?:er)?|brother|sister|father|mother|cousin|nephew|niece"
    r"|uncle|aunt|grand(?:son|daughter|father|mother)),? \Z"
)
# What may stand between who did something and the verb, and between the verb and "by" whom.
_VERB_BEHIND = re.compile(r" (?:(?:has|have|had|later|also|first) )*")
_BY = re.compile(r"\w+ (?:[\w’'-]+ ){0,3}by (?:(?:the|an?|two|three|several) )?(?:[a-z-]+ ){0,2}")
_SENTENCE_END = re.compile(r"(?:\A|[.!?…][”\"]?\s)\W*\Z")
# A row of more words written large is a headline.
LONGEST_NAME = 5


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that may be asked for, as a sentence writes it, and where it stands there."""

    text: str
    start: int
    end: int

    @property
    def telling(self) -> list[str]:
        """Its words, folded, but for those of grammar."""
        return [word for word in words(self.text) if word not in COMMON]


def holds(kind: Kind | None, sentence: str, question: str) -> bool:
    """Tell whether a sentence holds a thing of the asked kind that the question does not."""
    if kind == "cause":
        return _CAUSE.search(sentence) is not None
    return bool(things(kind, sentence, question))


def things(kind: Kind | None, sentence: str, question: str) -> list[Thing]:
    """Return the things of the asked kind in a sentence that the question does not hold."""
    if kind is None or kind == "cause":
        return []
    known = frozenset(map(root, words(question)))
    is_new = _IS_NEW[kind]
    return [
        each
        for each in _written(kind, sentence, question)
        if is_new(each, known, question) or (kind == "name" and _is_kin(each, sentence, known))
    ]


def _is_kin(thing: Thing, sentence: str, known: frozenset[str]) -> bool:
    """Tell "his son Abhijit Roe" from the Roe who is asked about."""
    is_new = root(words(thing.text)[0]) not in known
    return is_new and _KIN.search(sentence, 0, thing.start) is not None


def opening_names(sentence: str, verbs: Collection[int], around: str, question: str) -> list[Thing]:
    """Return the names of one word that open a sentence, right before a word at ``verbs``.

    Every sentence opens large: it is a name where the text ``around`` writes it large elsewhere.
    ``verbs`` are offsets into the sentence.
    """
    tokens = list(WORD.finditer(sentence))
    known = set(map(root, words(question)))
    return [
        Thing(first.group(), first.start(), first.end())
        for first, second in itertools.pairwise(tokens)
        if second.start() in verbs and _opens_as_a_name(first, sentence, around)
        if not known.issuperset(map(root, words(first.group())))
    ]


def people_who_did(sentence: str, verbs: Collection[int], question: str) -> list[Thing]:
    """Return the nouns that name people right before a word at ``verbs``, or behind its "by".

    "Who found the cracks?" is told by "engineers found cracks" and "cracks found by an engineer".
    """
    known = set(map(root, words(question)))
    nouns = [match for match in WORD.finditer(sentence) if is_human(match.group().casefold())]
    did = [each for each in nouns if _does_one_of(each, sentence, verbs)]
    return [
        Thing(each.group(), each.start(), each.end())
        for each in did
        if not known.issuperset(map(root, words(each.group())))
    ]


def _does_one_of(noun: re.Match[str], sentence: str, verbs: Collection[int]) -> bool:
    behind = _VERB_BEHIND.match(sentence, noun.end())
    if behind and behind.end() in verbs:
        return True
    return any(
        _BY.fullmatch(sentence[verb : noun.start()]) for verb in verbs if verb < noun.start()
    )


def _opens_as_a_name(token: re.Match[str], sentence: str, around: str) -> bool:
    word = token.group()
    if not word[:1].isupper() or set(words(word)) & COMMON or _NO_NAME.match(word):
        return False
    opens = _SENTENCE_END.search(sentence[: token.start()])
    return bool(opens and re.search(rf"[a-z,] {re.escape(word)}\b", around))


def _written(kind: Kind, sentence: str, question: str) -> Iterator[Thing]:
    if kind == "place":
        for match in _PLACE.finditer(sentence):
            if group := match.lastgroup:
                yield Thing(match[group], match.start(group), match.end(group))
        return
    if kind == "time":
        yield from (Thing(sentence[slice(*each)], *each) for each in times(sentence, question))
        return
    pattern = asked_figures(question) if kind == "figure" else _NAME
    for match in pattern.finditer(sentence):
        yield Thing(match.group().strip('“"'), match.start(), match.end())


def _is_new_figure(thing: Thing, known: frozenset[str], _: str) -> bool:
    return not set(map(root, words(thing.text))) <= known


def _is_new_time(thing: Thing, known: frozenset[str], question: str) -> bool:
    """Leave out another bare year where one is asked about: it sets apart, and dates nothing."""
    other_year = _YEAR.fullmatch(thing.text) and any(map(_YEAR.fullmatch, words(question)))
    return not other_year and _is_new_figure(thing, known, question)


def _is_new_place(thing: Thing, known: frozenset[str], _: str) -> bool:
    new = {root(word) for word in thing.telling} - known
    return bool(new) and not _NO_NAME.search(thing.text)


def _is_new_name(thing: Thing, known: frozenset[str], question: str) -> bool:
    if not _is_new_place(thing, known, question):
        return False
    roots = [root(word) for word in thing.telling]
    is_person = thing.telling[0] in first_names.ALL and roots[0] not in known
    ends_as_asked = roots[-1] in known and not is_person  # Joseph Hallam built Hallam Bridge
    if ends_as_asked or (len(roots) <= LONGEST_NAME and _is_headline(thing)):
        return False
    added = sum(1 for each in roots if each not in known)
    return roots[0] not in known or added > 1


def _is_headline(thing: Thing) -> bool:
    """Tell words of grammar written large, as headlines do: "Value From Search"."""
    return any(each[:1].isupper() and set(words(each)) & COMMON for each in thing.text.split()[1:])


_IS_NEW: dict[Kind, Callable[[Thing, frozenset[str], str], bool]] = {
    "time": _is_new_time,
    "figure": _is_new_figure,
    "name": _is_new_name,
    "place": _is_new_place,
}
