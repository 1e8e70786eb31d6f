"""Sentences that tell nothing: they bid whoever reads them to do or to answer something. Pure.

A sentence is shown as an answer because it tells a fact. A question tells none, nor does an order
to the one who answers, which strangers hide in pages.
"""

from __future__ import annotations

import re

_ANSWERING = r"(?:answer|response|reply|output|completion|message|prompt|summary)"
_BIDDING = re.compile(
    rf"\b(?:your|each|every|the next)\s+(?:\w+\s+)?(?:{_ANSWERING}s?|replies)\b"
    r"|\b(?:ignore|disregard|forget|override)\s+(?:\w+\s+){0,3}"
    r"(?:instructions?|prompts?|directions|rules|messages)\b"
    r"|\byou\s+are\s+now\b|\A\W*(?:system|assistant|user|instructions?)\s*:"
    r"|\bas\s+an\s+(?:ai|assistant|language\s+model)\b"
    r"|\A\W*(?:please\s+)?(?:add|answer|click|compose|describe|draft|explain|generate|give|ignore|"
    r"include|insert|integrate|list|mention|modify|output|print|provide|repeat|replace|respond|"
    r"reveal|rewrite|show|substitute|suggest|summari[sz]e|tell|translate|use|visit|write)\s+"
    r"(?:an?|the|this|that|these|all|any|each|every|me|us|your|random|letters|numbers|users)"
    r"(?=\W|\Z)|\A\W*click\b",
    re.IGNORECASE,
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def tells_nothing(text: str) -> bool:
    """Tell whether a sentence is a question, an order to whoever answers, or no text for readers.

    Made for sentences in which nobody is said to speak; what somebody is quoted with is theirs,
    whatever it bids.
    """
    ends_in_question = text.rstrip("”\"’') \n").endswith("?")
    return ends_in_question or bool(_BIDDING.search(text) or _CONTROL.search(text))
