"""Clause: a text cut into clauses, and a clause into plain words. Pure.

What only supposes or asks is left out: a sentence with "if" or "unless", a question, and what
stands behind "whether", "when" or "not … that".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.people.wordlist import wordlist

# A clause behind one of these is supposed, asked or reported of others; behind the rest it goes on.
_SUPPOSES = wordlist("whether until when as than how why what where")
# "We will not leave until noon" does not say that we will not leave.
_LIMITS = wordlist("until because as so where when while than")
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
    (
        re.compile(r"\b(in|by|since|of|from|before|after|until|till|next|last) may\b"),
        r"\1 month-may",
    ),
    (re.compile(r"\b(?:have|has|had) no (?:plans?|intention) (?:to|of)\b"), "will not"),
    (re.compile(r"\b(?:am|is|are|was|were)( not)? going to\b"), r"will\1"),
    (re.compile(r"\brul(?:e|es|ed|ing) out\b"), "exclude"),
    (re.compile(r"\b(?:am|is|are|was|were) against\b"), "oppose"),
    (re.compile(r"\b(?:am|is|are|was|were) in favou?r of\b"), "support"),
    (re.compile(r"\b(?:go|goes|going|went|gone) up\b"), "rise"),
    (re.compile(r"\b(?:go|goes|going|went|gone|come|comes|came) down\b"), "fall"),
)
# Behind an amount of money: "£1.5m".
_SHORT = {"k": "thousand", "m": "million", "bn": "billion", "tn": "trillion"}
_AMOUNT = re.compile(r"([£$€]\d[\d.,]*)\s?(k|m|bn|tn)\b")
_WORD = re.compile(r"[£$€]?\d[\d.,]*\d|[£$€]?\d|%|[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def clauses(text: str) -> Iterator[str]:
    """Cut a text into clauses; leave out those that only suppose or ask."""
    for sentence in _SENTENCE.findall(text):
        if sentence.rstrip(" ”\"’'").endswith("?") or _CONDITION.search(sentence):
            continue
        start, supposed = 0, False
        for found in (*_BREAK.finditer(sentence), None):
            clause = sentence[start : found.start() if found else len(sentence)].strip()
            word = (found["word"] or "").lower() if found else ""
            if clause and not supposed and not (word in _LIMITS and _UNSAID.search(clause)):
                yield clause
            if found:
                # "I did not say that it was safe" says nothing of whether it was.
                unsaid = word == "that" and _UNSAID.search(clause)
                start, supposed = found.end(), word in _SUPPOSES or bool(unsaid)


def plain_words(clause: str) -> list[str]:
    """Return the words of a clause in small letters, its contractions written out."""
    low = _IDIOM.sub(" not not ", clause.lower())
    for pattern, plain in _CONTRACTED:
        low = pattern.sub(plain, low)
    low = _AMOUNT.sub(lambda found: f"{found[1]} {_SHORT[found[2]]}", low)
    return _WORD.findall(low)
