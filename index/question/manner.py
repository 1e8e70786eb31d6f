"""Manner: in which way something was said, where a question asks for that: “has she denied it?”.

Pure. Such words are no topic: who “declined to comment on the ward” said nothing of comments.
"""

from __future__ import annotations

import re

from index.statement import Kind

_ASKING: dict[Kind, re.Pattern[str]] = {
    "denied": re.compile(r"\b(?:den(?:y|ied|ies|ying)|denials?)\b", re.IGNORECASE),
    "declined": re.compile(
        r"\b(?:declin|refus)(?:ed?|es|ing)\s+(?:to\s+)?(?:make\s+(?:a|any)\s+)?"
        r"(?:comments?|respond|reply|answer|speak|talk|discuss|be\s+(?:drawn|interviewed))\b"
        r"|\bno\s+comment\b",
        re.IGNORECASE,
    ),
    "quoted": re.compile(
        r"\b(?:quotes?|quotations?|quoted|(?:exact|own)\s+words|verbatim|word\s+for\s+word)\b",
        re.IGNORECASE,
    ),
}


def manner(text: str, topic: int) -> tuple[Kind | None, int]:
    """Read the manner asked for before a topic that begins at ``topic``, and where it then begins.

    What stands within the topic is the topic’s own: in “did Roe say that Doe denied it?” nobody
    asks what Roe denied.
    """
    for kind, pattern in _ASKING.items():
        found = pattern.search(text)
        if found and found.start() < topic:
            return kind, max(topic, found.end())
    return None, topic
