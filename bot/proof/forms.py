"""What an editor's square brackets may stand for without changing what was said. Pure.

They name whom a pronoun means, turn "I" into "he" and "want" into "wanted". They do not turn
"useless" into "useful", nor "refuse to" into "will".
"""

from __future__ import annotations

from collections.abc import Sequence

from index.people.wordlist import wordlist

_BE = wordlist("be am is are was were been being")
_HAVE = wordlist("have has had having")
# Verbs whose forms are not told by their endings; the first few decide what a sentence asserts.
_ASSERTING = (
    _BE, _HAVE, wordlist("do does did"), wordlist("will would"), wordlist("can could"),
    wordlist("may might"), wordlist("shall should"), wordlist("must"), wordlist("ought"),
)  # fmt: skip
_IRREGULAR = (
    *_ASSERTING, wordlist("go goes went gone"), wordlist("say says said"), wordlist("make made"),
    wordlist("get got"), wordlist("take took taken"), wordlist("come came"),
    wordlist("know knew known"), wordlist("think thought"), wordlist("see saw seen"),
    wordlist("give gave given"), wordlist("tell told"), wordlist("feel felt"), wordlist("win won"),
)  # fmt: skip
_VERBS = frozenset().union(*_ASSERTING)
_REFERENCE = _BE | _HAVE | wordlist(
    "a an the this that these those he she it they we i you him her them us me my your his its our "
    "their who whom which there here one of in on at to for from by with as and"
)  # fmt: skip
_CONTRACTED = {"ll": "will", "ve": "have", "re": "are", "m": "am", "s": "is", "d": "would"}
_ENDINGS = wordlist("s es d ed ing e y ies ied ying n en 's s'") | {""}
_ENDINGS_OF_SHORT = wordlist("s es ing ed en") | {""}
_SHORTEST_STEM = 3
_DETERMINERS = wordlist("a an the this that these those my your his her its our their")
# "[who is the mayor]" tells more of somebody who was named.
_RELATIVE = wordlist("who whom which whose")


def is_form(letters: str, whole: str, word: str) -> bool:
    """Tell whether a word and "letters[ending]", together ``whole``, are forms of one word."""
    if {whole, word} <= _forms(whole):
        return True
    endings = _ENDINGS if len(letters) >= _SHORTEST_STEM else _ENDINGS_OF_SHORT
    return all(
        each.startswith(letters) and _ending(letters, each[len(letters) :]) in endings
        for each in (whole, word)
    )


def asserts(inside: Sequence[str]) -> bool:
    """Tell whether words in brackets say something by themselves: "and the mayor is a crook"."""
    return bool(_asserted(inside)) and not _RELATIVE.intersection(inside[:1])


def only_introduces(inside: Sequence[str], unnamed: Sequence[str]) -> bool:
    """Tell whether words before a quotation only lead to it: "[They are] going to build"."""
    little = all(part in _REFERENCE for word in unnamed for part in _parts(word))
    return little and all(verb in _BE | _HAVE for verb in _asserted(inside))


def may_stand_for(inside: Sequence[str], hidden: Sequence[str]) -> bool:
    """Tell whether words in brackets may stand for others, names among those left aside.

    What is hidden is a pronoun or another little word, or a form of what stands in the brackets;
    and a verb in the brackets is a form of one that is hidden.
    """
    said = [part for word in hidden for part in _parts(word)]
    little = all(word in _REFERENCE or _has_form(word, inside) for word in said)
    return little and (not asserts(inside) or all(_has_form(v, said) for v in _asserted(inside)))


def is_described(hidden: Sequence[str]) -> bool:
    """Tell whether hidden words describe what a name may stand for: "the minister"."""
    others = [part for word in hidden[1:] for part in _parts(word)]
    return bool(_DETERMINERS.intersection(hidden[:1])) and not _VERBS.intersection(others)


def _asserted(inside: Sequence[str]) -> list[str]:
    return [part for word in inside for part in _parts(word) if part in _VERBS]


def _has_form(word: str, others: Sequence[str]) -> bool:
    return any(_are_forms(word, part) for other in others for part in _parts(other))


def _are_forms(one: str, other: str) -> bool:
    shared = 0
    while shared < min(len(one), len(other)) and one[shared] == other[shared]:
        shared += 1
    if one == other or other in _forms(one):
        return True
    return shared >= _SHORTEST_STEM and is_form(one[:shared], other, one)


def _forms(word: str) -> frozenset[str]:
    return next((forms for forms in _IRREGULAR if word in forms), frozenset())


def _ending(letters: str, ending: str) -> str:
    """Return the ending of a word without the letter that it doubles: "plan[ned]"."""
    doubled = ending[:1] == letters[-1:] and len(ending) > 1
    return ending[1:] if doubled else ending


def _parts(word: str) -> list[str]:
    base, apostrophe, rest = word.partition("'")
    if rest == "s" and base not in _REFERENCE:  # "the council's plan"
        return [word]
    return [base, _CONTRACTED[rest]] if apostrophe and rest in _CONTRACTED else [word]
