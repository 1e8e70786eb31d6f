"""Unspaced: scripts that do not part their words (Chinese, Japanese, Thai), searchable. Pure.

A word is looked up by its pairs of letters, the usual way where no dictionary is at hand: a reader
who asks for 渡轮 finds it inside 渡轮码头.
"""

from __future__ import annotations

import re

# Chinese, Japanese, Thai, Lao, Burmese and Khmer. Korean parts its words.
_LETTERS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
)
_LETTER = re.compile(f"[{_LETTERS}]")
_RUN = re.compile(f"[{_LETTERS}]+")


def parted(text: str) -> str:
    """Return a text with space around every letter of such a script; any other as it is."""
    return _LETTER.sub(r" \g<0> ", text)


def pairs(word: str) -> list[str]:
    """Return a word as the pairs of letters it is looked up by; a word of other letters whole."""
    if not _LETTER.search(word):
        return [word]
    found = []
    for run in re.split(f"([{_LETTERS}]+)", word):
        if _RUN.fullmatch(run) and len(run) > 2:
            found += [run[start : start + 2] for start in range(len(run) - 1)]
        elif run:
            found.append(run)
    return found
