"""Another: whether a sentence tells of another thing than the one that is asked about. Pure.

Another year ("the cup of 2021"), another number of the same thing ("season 10" for "the first
season"), another of the name (``namesake``), another office ("the former mayor", "the deputy
mayor"), or what has not come to pass. Such a sentence is as near as the answer, and often in the
very words.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from index.search.figures import MONTH, counted, figure, value
from index.search.first import asks_whether
from index.search.namesake import goes_on, is_of_another_name
from index.search.root import root
from index.search.wanted import Wanted
from index.speech.pieces import is_person
from index.word import COMMON, WORD, folded

# Not "(1620 UTC)", nor "2000 people".
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b(?! (?:UTC|GMT|hours|people|local time)\b)")
# A year behind these bounds a time, or dates something else: "the first since the flood of 1990".
_ASIDE = re.compile(
    r"\b(?:(?:since|after|before|than|following)(?: [^\s,;]+){0,5}|as of|from|until|till)\W+\Z",
    re.IGNORECASE,
)
_HYPHENED = re.compile(r"\b(\w+)-([a-z]{3,})\b")
# The year before that in which an article appeared; a season may have closed in either.
# "144 % more than last year" tells of this one.
_LAST_YEAR = re.compile(r"\b(?:a year ago|(?<!than )last year)\b", re.IGNORECASE)
_LAST_SEASON = re.compile(r"\blast season\b", re.IGNORECASE)
_YEAR_BEFORE = re.compile(r"\bthe (?:previous|year before)\b", re.IGNORECASE)
# What makes another office of one, or one that somebody no longer holds.
_OTHER_OFFICE = re.compile(
    r"\b(?:former|ex|outgoing|late|previous|erstwhile|retired|onetime|one-time|then|vice|deputy"
    r"|assistant|associate|acting|interim|co)(?:[- ]\w+)?[- ]\Z",
    re.IGNORECASE,
)
# "What came before the Sandmartin?" wants an order told.
_ASKS_ORDER = re.compile(
    r"\b(?:came|come|comes|was|were|is) (?:before|after)\b(?! \w+ing)|\b(?:prede|suc)cess|\bpreced"
    r"|\bsucceed|\breplac",
    re.IGNORECASE,
)
_TELLS_ORDER = re.compile(
    r"(?<!year )(?<!week )(?<!day )(?<!month )\bbefore\b|\bafter\b|\b(?:prede|suc)cess|\bpreced"
    r"|\bsucceed|\breplac|\bprevious|\bformer"
    r"|\bfollow(?:s|ed|ing)?\b|\btook over\b|\buntil\b|\bonce\b|\bin place of\b|\binstead of\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    rf"\A\W*(?:[A-Z]{{2,}}[\w, ]*,? )?{MONTH}\.?"
    r" \d{1,2}, (?P<year>\d{4})\s*(?:\.\.\.|…|—|–)\s*"
)
_NOT_SO = re.compile(
    r"\b(?:will|won['’]t|would|could|may|might|should|no(?! (?:more|fewer|less|later) than)|not"
    r"|never|hop(?:es?|ing) to|(?:expected|likely|set|tipped) to)\b",
    re.IGNORECASE,
)
# "The council voted to build it": whether it did is not told; "used to" and "managed to" tell it.
_INTENDED = re.compile(
    r"(?<!\bused )(?<!managed )(?<!\bable )(?<!helped )(?<!began )(?<!continued )(?<!came )\bto\Z",
    re.IGNORECASE,
)
# "The governor said the Guard would send 60": that it did may be told nowhere.
_PROMISED = re.compile(r"\b(?:said|says|announced|promised|agreed|ordered|pledged)\b.*\bwould\b")
# What something will cost is told before it is paid: only what does not cost it is no answer.
_ASKS_COST = re.compile(r"\bcosts?\b", re.IGNORECASE)
_NOT_AT_ALL = re.compile(r"\b(?:no(?! (?:more|less) than)|not|never)\b", re.IGNORECASE)
_ASKS_WHAT_WAS = re.compile(r"\b(?:was|were|did|won|ha[sd]|have|\w+ed)\b", re.IGNORECASE)
# So many words before a verb may say that it did not, or will, come to pass.
_BEFORE_VERB = 6


def tells_of_another(
    asked: Wanted, sentence: str, question: str, published: str = "", around: str = ""
) -> bool:
    """Tell whether all that a sentence says of what is asked about is said of another.

    ``published``: the year in which its article appeared, empty where that is not known.
    ``around``: the text of its article.
    """
    if dateline := _DATELINE.match(sentence):
        sentence, published = sentence[dateline.end() :], dateline["year"]
    return (
        _another_year(sentence, question, published)
        or _another_number(sentence, question)
        or any(is_of_another_name(name, sentence, question, around) for name in asked.names)
        or (not asked.relation and any(goes_on(name, sentence) for name in asked.names))
        or _another_office(asked, sentence, question)
        or bool(_ASKS_ORDER.search(question) and not _TELLS_ORDER.search(sentence))
    )


def earlier_years(sentence: str, published: str) -> set[str]:
    """Return the years that "last year" means in what was published in a year ("2024").

    None where that year is not known: nothing can be counted back from it.
    """
    if not published:
        return set()
    before = str(int(published) - 1)
    season = {before, published} if _LAST_SEASON.search(sentence) else set()
    return season | ({before} if _LAST_YEAR.search(sentence) else set())


def _another_year(sentence: str, question: str, published: str) -> bool:
    """Tell "the cup of 2021", and "the most cups as of 2019", for "the cup in 2019"."""
    wanted = set(_years(question, aside=False))
    told, aside = set(_years(sentence, aside=False)), set(_years(sentence, aside=True))
    told |= earlier_years(sentence, published)
    if not wanted or wanted & told:
        return False
    return bool(told or wanted & aside or _YEAR_BEFORE.search(sentence))


def _years(text: str, *, aside: bool) -> Iterator[str]:
    for year in _YEAR.finditer(text):
        if bool(_ASIDE.search(text[: year.start()])) == aside:
            yield year.group()


def _another_number(sentence: str, question: str) -> bool:
    """Tell "pier 3" for "the second pier": the thing is there, with other numbers alone."""
    own = set(_numbered(sentence))
    return any(
        others and number not in others
        for thing, number in _numbered(question)
        for others in [{other for each, other in own if each == thing}]
    )


def _numbered(text: str) -> Iterator[tuple[str, str]]:
    """Yield (root of the thing, its number): "pier 2", "Part II", "second pier", "two-pier"."""
    for number, thing in _HYPHENED.findall(text):
        if value(folded(number)).isdigit():
            yield root(folded(thing)), value(folded(number))
    tokens = [match.group() for match in WORD.finditer(text)]
    for first, second in itertools.pairwise(tokens):
        word, following = folded(first), folded(second)
        if (number := counted(second)) and first[:1].isalpha() and not counted(first):
            yield root(word), number
        elif figure(word) != word and second[:1].isalpha() and following not in COMMON:
            yield root(following), figure(word)


def _another_office(asked: Wanted, sentence: str, question: str) -> bool:
    """Tell "the former mayor" and "the deputy mayor" for "the mayor"."""
    return any(
        _qualified(office, sentence) and not _qualified(office, question)
        for office in filter(is_person, asked.relation)
    )


def _qualified(office: str, text: str) -> bool:
    places = [
        text[: match.start()]
        for match in WORD.finditer(text)
        if root(folded(match.group())) == root(office)
    ]
    return bool(places) and all(_OTHER_OFFICE.search(before) for before in places)


def has_not_come_to_pass(question: str, sentence: str, verbs: Sequence[re.Match[str]]) -> bool:
    """Tell "no prize will be awarded" for "who was awarded the prize?".

    ``verbs`` are the places in the sentence that tell what is asked. To "was it awarded?" that is
    an answer: it was not.
    """
    if (
        not verbs
        or asks_whether(question)
        or not _ASKS_WHAT_WAS.search(question)
        or _NOT_SO.search(question)
    ):
        return False
    before = [" ".join(sentence[: each.start()].split()[-_BEFORE_VERB:]) for each in verbs]
    if all(map(_PROMISED.search, before)):
        return False
    not_so = _NOT_AT_ALL if _ASKS_COST.search(question) else _NOT_SO
    return all(not_so.search(each) or _INTENDED.search(each) for each in before)
