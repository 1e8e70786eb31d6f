"""Which lines of a pasted page stand under a picture. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from index.intake.line.furniture import is_furniture, is_label
from index.intake.line.lines import Line, is_prose, is_special_length, plain, word_count

# A duplicated line of more words than this is a paragraph pasted twice, not a caption.
LONGEST_CAPTION = 60

_KINDS = (
    r"(?:Pictures?|Photos?|Photographs?|Images?|Illustrations?|Graphics?|Videos?|Footage|"
    r"Screenshots?|Fotos?"
    r"|Bild(?:er)?|Imagen|Imágenes|Crédito|Crédit|Photo credit|Image credit|Picture credit|Credits?"
    r"|File photo|Courtesy|PICTURES?|PHOTOS?|IMAGES?|CREDITS?|FOTO|BILD)"
)
# Most credits begin with a capital letter; these agencies write themselves small.
_NAMED = (
    r"(?:[A-ZÀ-Þ@©]|(?:dpa|epa|epd|imago|privat|picture alliance|getty|afp|reuters)\b)"
    r"[^.:;!?]{0,70}(?:\.(?=[^\s])[^.:;!?]{1,30}){0,3}\.?"
)
# "Picture: AFP" at the end of a line, as its own line, or in brackets.
_CREDIT = re.compile(
    rf"(?:\A|[.!?…”\"’)|/–—-]\s*|\(){_KINDS}(?:\s+(?:credit|source|caption|by|courtesy of|via|"
    rf"from))*\s*[:/|]\s*{_NAMED}\)?\Z"
)
_CREDIT_BY = re.compile(
    rf"(?:\A|[.!?…”\"’)|/–—-]\s*|\()(?:File )?(?:Pictures?|Photos?|Photographs?|Images?|"
    rf"Illustrations?|Graphics?|Videos?|PHOTO|PICTURE)"
    rf"\s+(?:[Bb]y|BY|courtesy of|Courtesy of|via)\s+{_NAMED}\)?\Z"
)
_AGENCY_CREDIT = re.compile(
    r"[(\[](?:AP|AFP|Reuters|REUTERS|EPA|PA|dpa|DPA|Xinhua|Getty|Kyodo)?\s?(?:File )"
    r"?(?:Photos?|Images?|Pool|Wire|Archive)\b[^()\[\]]{0,80}[)\]]\.?\Z"
    r"|(?:\A|[.!?…”\"’)|]\s*)(?:©\s*)?[^.!?]{0,60}\b(?:Getty(?: Images)?|AFP|Reuters|REUTERS|"
    r"EPA|Alamy|Shutterstock|PA Wire|AP Photo|AAP|iStock|Unsplash|picture[ -]alliance)"
    r"(?:\s*(?:/|via|-|–)\s*[^.!?]{1,50}|\s+(?:Images|Stock Photo|Live News))\Z"
    r"|\A(?:©\s*)?(?:Getty Images|Reuters|REUTERS|AFP|AP|EPA|Alamy|Shutterstock|PA Media|PA|"
    r"AAP|dpa|iStock)\Z"
)
# "…on Thursday.Credit...Dana Whitlock for The Harbor Times", "REUTERS/Marta Kowal", "[1/3] …"
_GLUED_CREDIT = re.compile(
    r"Credit\s?(?:\.{3}|…)\s?[A-ZÀ-Þ].{2,80}\Z|\A\[\d+/\d+\]\s"
    r"|\b(?:REUTERS|AFP|EPA|AP)\s?/\s?[A-ZÀ-Þ][\w.'’ -]{2,50}\Z"
)
# "…on Thursday. Dana Whitlock/The Saltmarsh Ledger", "(Dana Whitlock/Ledger via AP)"
_NAME_AND_OUTLET = re.compile(
    r"[.!?”\"’)]\s+(?:[A-ZÀ-Þ][\w.'’-]*\s?){1,5}/\s?(?:[A-ZÀ-Þ][\w.'’&-]*\s?){1,6}\Z"
    r"|\([A-ZÀ-Þ][^()/]{2,60}/\s?[A-ZÀ-Þ][^()/]{2,60}\)\Z"
)
_CREDIT_FORMS = (_CREDIT, _CREDIT_BY, _AGENCY_CREDIT, _NAME_AND_OUTLET, _GLUED_CREDIT)
_LABELLED = re.compile(
    r"\A(?:(?:Image|Picture|Photo|Photograph|Media|Video)\s(?:source|caption|credit)s?|"
    r"Caption|File photo|Bildunterschrift|Bildquelle|Pie de foto)\b\s*[:,–-]?\s*(?P<words>.*)"
    r"\Z",
    re.IGNORECASE,
)


def captions(lines: Sequence[Line]) -> set[int]:
    """Return the numbers of the lines that are captions or picture credits.

    A caption shows itself by its credit, by a label ("Image caption"), by standing there twice
    in a row (a picture's hidden description and its caption), or by being what the caption
    beside it repeats.
    """
    credited = {n for n, line in enumerate(lines) if _has_credit(line.text)}
    labelled = {n for n, line in enumerate(lines) if is_caption_label(line.text)}
    after_label = {
        n + 1 for n in labelled if _label_is_alone(lines[n].text) and _may_be_caption(lines, n + 1)
    }
    found = credited | labelled | after_label | _doubled(lines)
    return found | {n for n in range(len(lines)) if _is_repeated_beside(lines, n, found)}


def is_caption_label(line: str) -> bool:
    """Tell whether a line begins by saying that it is a caption or a picture's source."""
    return is_special_length(line) and _LABELLED.match(line) is not None


def is_doubled(lines: Sequence[Line], number: int) -> bool:
    """Tell whether a line is the same as one beside it, and bears no credit."""
    text = lines[number].text
    beside = (lines[n].text for n in (number - 1, number + 1) if 0 <= n < len(lines))
    return plain(text) in map(plain, beside) and not (_has_credit(text) or is_caption_label(text))


def _has_credit(line: str) -> bool:
    if not is_special_length(line) or word_count(line) > LONGEST_CAPTION:
        return False
    return any(form.search(line) for form in _CREDIT_FORMS)


def _label_is_alone(line: str) -> bool:
    label = _LABELLED.match(line)
    return label is not None and not label["words"]


def _may_be_caption(lines: Sequence[Line], number: int) -> bool:
    return number < len(lines) and word_count(lines[number].text) <= LONGEST_CAPTION


def _doubled(lines: Sequence[Line]) -> set[int]:
    """Lines that stand just twice in a row, apart from the lines around them.

    A refrain stands among the other lines of its stanza, a caption is a block of its own or lies
    between paragraphs. One word twice is no caption, and what opens the page is its headline.
    """
    found: set[int] = set()
    opening = _opening(lines)
    for number, (line, after) in enumerate(pairwise(lines)):
        if not is_special_length(line.text) or plain(line.text) != plain(after.text):
            continue
        opens = number <= opening and not is_prose(line.text)
        short = 2 <= word_count(line.text) <= LONGEST_CAPTION
        if short and not opens and _stands_apart(lines, number):
            found |= {number, number + 1}
    return found


def _opening(lines: Sequence[Line]) -> int:
    """Return the number of the first line that is neither a label nor furniture."""
    numbers = (n for n, line in enumerate(lines) if not is_label(line.text))
    return next((n for n in numbers if not is_furniture(lines[n].text)), len(lines))


def _stands_apart(lines: Sequence[Line], number: int) -> bool:
    before = lines[number - 1] if number > 0 else None
    beyond = lines[number + 2] if number + 2 < len(lines) else None
    return all(
        other is None or _parts_from(other, line)
        for other, line in ((before, lines[number]), (beyond, lines[number + 1]))
    )


def _parts_from(other: Line, line: Line) -> bool:
    if other.text == line.text:
        return False
    apart = other.block != line.block or is_prose(other.text)
    return apart or is_label(other.text) or _has_credit(other.text)


def _is_repeated_beside(lines: Sequence[Line], number: int, found: set[int]) -> bool:
    """Tell of "John Kirby" directly above or below the caption "John Kirby. Picture: AFP"."""
    text = plain(lines[number].text).rstrip(".")
    beside = (other for other in (number - 1, number + 1) if other in found)
    return len(text) >= 4 and any(plain(lines[other].text).startswith(text) for other in beside)
