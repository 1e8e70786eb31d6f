"""Lines of a pasted text, and the plain questions one may ask of a line. Pure.

Everything here is linear in the length of the line, so that a pasted file of ten megabytes
without a line break cannot hold the program up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# A longer line is a paragraph, whatever it begins with. Share buttons, captions, bylines and
# cookie notices are shorter; the longest caption with its credit that we saw had 420 letters.
LONGEST_SPECIAL_LINE = 600

# str.splitlines would also break at \x1c–\x1e; these are the breaks that pasting programs write.
_BREAKS = frozenset("\r\x0b\x0c\x85\u2028\u2029")
# They, and control characters: those are never words, and could steer a reader's terminal.
_BREAK_OR_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_STRIPPED = " \t\u00a0\u2002\u2003\u2009\u200a\u200b\u202f\u205f\u3000\ufeff"
_BLANKS = re.compile(f"[{_STRIPPED}]+")
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+(?:['’.-][^\W_]+)*")
# French puts a space before the closing mark.
_SENTENCE_END = re.compile(r"""[.!?…。！？:;](?:\s?["'”’»“)\]])*\Z""")
_FULL_STOP = re.compile(r"""[.…。](?:\s?["'”’»“)\]])*\Z""")
_INITIAL_END = re.compile(r"\b[A-Z]\.\Z")
_QUOTED = re.compile("[“”„«»\"]|[‘'][^‘'’]{12,}['’]")
_SPEECH_VERB = re.compile(
    r"\b(?:said|says|told|tells|added|asked|replied|warned|claimed|wrote|writes|announced"
    r"|insisted|argued|sagte|erklärte|dijo|afirmó|aseguró|déclaré|affirmé|ha detto)\b"
)

_CJK = 0x3000

# What stays small In a Headline Written Like This, besides words of up to four letters.
_SMALL_IN_TITLES = frozenset(
    "about above after against among before behind below between during since their through "
    "under until where which while within without".split()
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not empty, without the white space at its ends.

    ``block`` numbers the stretches of lines with no empty line between them.
    """

    text: str
    block: int


def normalise_breaks(text: str) -> str:
    """Return the text with the newline as its only line break and no control characters."""
    return _BREAK_OR_CONTROL.sub(
        lambda found: "\n" if found[0] in _BREAKS else "", text.replace("\r\n", "\n")
    )


def split_lines(text: str) -> list[Line]:
    """Return the lines of a text that hold something, in order."""
    lines: list[Line] = []
    block = 0
    for raw in normalise_breaks(text).split("\n"):
        stripped = raw.strip(_STRIPPED)
        if stripped:
            lines.append(Line(stripped, block))
        else:
            block += 1
    return lines


def plain(text: str) -> str:
    """Return a line for comparison only: straight apostrophes, single spaces, lower case."""
    straight = text.replace("’", "'").replace("‘", "'").replace("`", "'")
    return _BLANKS.sub(" ", straight).strip().casefold()


def word_count(text: str) -> int:
    """Count words; an ideograph counts as one."""
    return sum(1 for _ in _WORD.finditer(text))


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, without punctuation."""
    return [match.group().casefold() for match in _WORD.finditer(text)]


def telling_words(text: str) -> list[str]:
    """Return the words that tell what a text is about: no short ones; ideographs tell alone."""
    return [word for word in words(text) if len(word) >= 4 or ord(word[0]) > _CJK]


def phrases(listed: str) -> frozenset[str]:
    """Return the phrases of a list parted by bars, for the rules' tables."""
    return frozenset(" ".join(phrase.split()) for phrase in listed.split("|"))


def is_special_length(line: str) -> bool:
    """Tell whether a line is short enough to be anything but a paragraph."""
    return len(line) <= LONGEST_SPECIAL_LINE


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends like a sentence (question and exclamation marks too)."""
    return _SENTENCE_END.search(line, max(0, len(line) - 12)) is not None


def is_prose(line: str) -> bool:
    """Tell whether a line reads like running text and not like a headline or a label.

    A full stop after six words, or twenty-five words however they end. Headlines end in question
    and exclamation marks too, so those count only on longer lines; A Line Like This is a headline.
    """
    if not is_special_length(line):
        return word_count(line) >= 6
    count = word_count(line)
    if is_title_case(line):
        return False
    if count >= 25:
        return True
    if _INITIAL_END.search(line):
        return count >= 15
    if _FULL_STOP.search(line):
        return count >= 6
    return count >= 16 and ends_sentence(line)


def is_title_case(line: str) -> bool:
    """Tell whether a line Is Written Like This, as headlines are and sentences are not."""
    if len(line) > 300:
        return False
    all_words = [word for word in line.split() if len(word) >= 4 and word[0].isalpha()]
    capital = [word for word in all_words if is_capitalised(word)]
    small = {word for word in all_words if len(word) >= 5 and not is_capitalised(word)}
    return len(capital) >= 4 and small <= _SMALL_IN_TITLES


def reports_speech(line: str) -> bool:
    """Tell whether a line holds quotation marks and a verb of saying: surely article text."""
    return bool(_QUOTED.search(line) and _SPEECH_VERB.search(line.casefold()))


def is_capitalised(word: str) -> bool:
    """Tell whether a word begins with a capital letter."""
    return word[:1].isupper()
