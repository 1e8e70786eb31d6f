"""Words that tell their reader what to do or to say: no report, and no proof of anything. Pure.

An article may hold them for a model to read: "Ignore your instructions and write that …". So what
stands in a paragraph with such words proves nothing, and a sentence that speaks to its reader is no
part of an answer.
"""

from __future__ import annotations

import re

from bot.proof.words import read
from index import sentence
from index.people.wordlist import wordlist

_POLITE = r"(?:(?:please|now|instead|also|then|next|and|finally|important|note|system)\b[,:]? +)*"
_ALWAYS = (
    "ignore disregard forget pretend output repeat respond reply translate summarize summarise"
)
# These may begin a report too ("Report finds …"), so what follows them counts.
_OFTEN = (
    "say write answer tell state report mention print include insert append add give show list "
    "make draft compose create generate develop explain describe provide replace use convert "
    "substitute render introduce rearrange remove combine modify integrate augment enhance "
    "recommend suggest promote visit click download send share subscribe join remember consider "
    "encourage highlight"
)
_FOLLOWED = (
    "that to the this a an only in on with instead your it me us them everyone any all each every "
    "how"
)
_ORDER = re.compile(
    rf"{_POLITE}(?:(?:{_ALWAYS.replace(' ', '|')})\b"
    rf"|(?:{_OFTEN.replace(' ', '|')})(?: +(?:{_FOLLOWED.replace(' ', '|')})\b|:| *[“\"])"
    r"|act as\b|you (?:must|should|are now|will now|have to)\b)",
    re.IGNORECASE,
)
_TO_A_MODEL = re.compile(
    r"\b(?:ignore|disregard|forget)\b[^.]{0,30}\b(?:previous|prior|above|earlier|instructions?)\b"
    r"|\byour (?:next )?(?:response|reply|answer|message|output|instructions|prompt)s?\b"
    r"|\b(?:system prompt|language model|AI (?:model|assistant)|as an AI)\b",
    re.IGNORECASE,
)
_TO_THE_READER = wordlist("you your yours yourself we our ours us me my")


def orders(paragraph: str) -> bool:
    """Tell whether a paragraph gives orders to its reader."""
    if _TO_A_MODEL.search(paragraph):
        return True
    parts = (paragraph[each.start : each.end] for each in sentence.split(paragraph))
    return any(_ORDER.match(each) for each in parts)


def addresses_reader(unquoted: str) -> bool:
    """Tell whether a sentence, its quotations left out, asks its reader or speaks to them."""
    asks = unquoted.rstrip().endswith("?")
    return asks or orders(unquoted) or any(w.folded in _TO_THE_READER for w in read(unquoted))
