"""Which lines of a pasted page are its furniture: buttons, menus, notices. Pure.

A line is furniture only when all of it is known to be: losing the article's words is worse than
keeping a button's. Words that an article may print as a line of their own ("Home", "Print") are
``labels``: they count only outside the running text, or beside other furniture.
"""

from __future__ import annotations

import re

from index.intake.line.furniture_words import (
    COMMENT_OPENERS,
    LABELS,
    LIST_OPENERS,
    NOTICES,
    SECTIONS,
)
from index.intake.line.lines import is_special_length, plain, reports_speech, word_count

# A notice of more words than this is read as article text.
LONGEST_NOTICE = 60

_NOTICE = re.compile("|".join(f"(?:{notice})" for notice in NOTICES))
# "152", "1.2k", "+5", "3 min"
_COUNT = re.compile(r"\+?\d[\d.,]*k?|\d+ ?min(?:ute)?s?")
_CRUMB_MARK = re.compile(r"\s*(?:[>»›→|•·]|(?<=\s)/(?=\s))\s*")


def is_furniture(line: str) -> bool:
    """Tell whether a line is surely part of the page and not of the article, wherever it stands."""
    if not any(character.isalnum() for character in line):
        return True
    text = _plain(line)
    if not is_special_length(line) or word_count(text) > LONGEST_NOTICE or reports_speech(line):
        return False
    return _NOTICE.fullmatch(text) is not None


def is_label(line: str) -> bool:
    """Tell whether a line is a button, a section's name or a count, if it is outside the text."""
    if len(line) > 40:
        return False
    text = _plain(line)
    return text in LABELS or text in SECTIONS or _COUNT.fullmatch(text) is not None


def is_share_label(line: str) -> bool:
    """Tell whether a line is one word of a row of share buttons, or a count beside them."""
    return is_label(line) and _plain(line) not in SECTIONS


def is_crumb(line: str) -> bool:
    """Tell whether a line is a path of sections ("Home > News > Politics") or a row of sections."""
    if len(line) > 200:
        return False
    parts = crumbs(line)
    # The last part may be the headline.
    short = all(word_count(part) <= 4 for part in parts[:-1])
    named = [part for part in parts if plain(part) in SECTIONS or plain(part) in LABELS]
    return (len(parts) >= 2 and short and bool(named)) or _is_menu(line)


def crumbs(line: str) -> list[str]:
    """Return the parts of a line that arrows, bars or spaced slashes part."""
    return [part for part in _CRUMB_MARK.split(line) if part.strip()]


def opens_list(line: str) -> bool:
    """Tell whether a line heads a list of other articles ("Read Next", "Most read")."""
    return len(line) <= 80 and LIST_OPENERS.fullmatch(_plain(line)) is not None


def opens_comments(line: str) -> bool:
    """Tell whether a line heads the readers' comments."""
    return len(line) <= 80 and COMMENT_OPENERS.fullmatch(_plain(line)) is not None


def _plain(line: str) -> str:
    return plain(line).strip(" .:!*•·|>»›–—-#[]")


def _is_menu(line: str) -> bool:
    """Tell of a row of section names with nothing between them: "News Sport Business"."""
    names = plain(line).split()
    known = sum(1 for name in names if name in SECTIONS or name in LABELS)
    return len(names) >= 4 and known >= 0.7 * len(names)
