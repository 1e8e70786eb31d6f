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
    r"|\A\W*(?:please\s+)?(?:add|answer|break\s+down|click|compose|create|describe|develop|draft|"
    r"explain|generate|give|ignore|include|insert|integrate|list|mention|modify|output|print|"
    r"provide|repeat|replace|respond|reveal|rewrite|show|substitute|suggest|summari[sz]e|tell|"
    r"translate|use|visit|write)\s+"
    r"(?:an?|the|this|that|these|all|any|each|every|me|us|your|random|letters|numbers|users|how|"
    r"why|what|\w+\s+with)(?=\W|\Z)|\A\W*click\b",
    re.IGNORECASE,
)
# What stands within quotation marks, also where the quotation began or goes on elsewhere.
_QUOTED = re.compile(r"\A[^“\"„«]*[”»]|[“„«][^”»“]*(?:[”»“]|\Z)|\"[^\"]*(?:\"|\Z)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def tells_nothing(text: str) -> bool:
    """Tell whether a sentence is a question, an order to whoever answers, or no text for readers.

    What stands within quotation marks is somebody's own, whatever it bids.
    """
    own = _QUOTED.sub(" ", text).strip()
    return own.endswith("?") or bool(_BIDDING.search(own) or _CONTROL.search(text))
