"""The lines of a printed article -> its text: headline first, paragraphs whole. Pure.

Paper knows only lines: where each stands, how large it is printed. What belongs together has to be
seen again: words parted at a line's end, paragraphs over columns and pages, and the lines that only
serve the page (its number, its running head).
"""

from __future__ import annotations

import itertools
import re
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.intake.line.lines import ends_sentence

# A headline is printed larger than the text by at least this much.
HEADLINE = 1.2
# Lines of one paragraph are as far apart as lines mostly are, within this.
GAP = 1.3
# An indent is about one letter wide, in sizes of the letter.
INDENT = 0.6
# A line with less of a full line's letters ends early.
SHORT = 0.75
# The margins in which a page's own lines stand, as a share of its height.
MARGIN = 0.07
LONGEST_HEAD = 80
# In a text whose words are parted, more than this share of its lines end in a hyphen.
PARTED_LINES = 0.03

_NUMBER = re.compile(
    r"(?:page|seite|página|p\.)?\s*[-–—|]?\s*\d{1,4}\s*(?:(?:of|/|von|de)\s*\d{1,4})?\s*[-–—|]?\Z",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_PARTED = re.compile(r"(?P<left>[^\W\d_]+)-\Z")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
# First halves of words that keep their hyphen, where nothing else in the text tells.
_COMPOUNDS = frozenset(
    "all anti co cross east ex far first four full half high ill left long low mid multi non north "
    "off old one part post pro re right second self semi short so south ten third three two vice "
    "well west year".split()
)


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as it is printed: ``x`` and ``y`` of its beginning, from the lower left, in points."""

    text: str
    page: int
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Paper:
    """What was read from paper: the headline, "" where none is printed larger, and paragraphs."""

    headline: str
    paragraphs: tuple[str, ...]


def read(lines: Iterable[PrintedLine], height: float) -> Paper:
    """Put the lines of all pages together, given in the order of reading; ``height`` of a page."""
    printed = [line for line in lines if line.text.strip()]
    printed = _without_page_lines(printed, height)
    if not printed:
        return Paper("", ())
    headline = _headline(printed, _body_size(printed))
    rest = [line for line in printed if line not in headline]
    hyphens = Hyphens.of([line.text for line in printed])
    whole = (_joined(lines, hyphens) for lines in _paragraphs(rest))
    return Paper(_joined(headline, hyphens), tuple(whole))


def _body_size(lines: Sequence[PrintedLine]) -> float:
    """Return the size in which most letters are printed."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size, 1)] += len(line.text)
    return letters.most_common(1)[0][0]


def _without_page_lines(lines: list[PrintedLine], height: float) -> list[PrintedLine]:
    """Leave out page numbers, running heads, and small print in a page's margins."""
    repeated = Counter(map(_on_every_page, lines))
    body = _body_size(lines) if lines else 0.0

    def serves_page(line: PrintedLine) -> bool:
        text = line.text.strip()
        if _NUMBER.match(text):
            return True
        to_edge = min(line.y, height - line.y) / height
        running = repeated[_on_every_page(line)] > 1 and len(text) <= LONGEST_HEAD
        small = line.size < 0.95 * body
        return (running and to_edge < 2 * MARGIN) or (small and to_edge < MARGIN)

    dropped: set[PrintedLine] = set()
    for page in _pages(lines):
        for ordered in (page, page[::-1]):
            dropped.update(itertools.takewhile(serves_page, ordered))
    return [line for line in lines if line not in dropped]


def _on_every_page(line: PrintedLine) -> tuple[str, int]:
    """Return what is the same of a running head on all pages: its words, and where it stands."""
    return _DIGITS.sub("0", line.text.strip()), round(line.y / 4)


def _pages(lines: Iterable[PrintedLine]) -> Iterator[list[PrintedLine]]:
    """Yield the lines of each page from the top down."""
    for _, page in itertools.groupby(lines, key=lambda line: line.page):
        yield sorted(page, key=lambda line: -line.y)


def _headline(lines: Sequence[PrintedLine], body: float) -> list[PrintedLine]:
    """Return the lines of the largest print on the first page, if it is larger than the text."""
    first = [line for line in lines if line.page == lines[0].page]
    largest = max(line.size for line in first)
    if largest < HEADLINE * body:
        return []
    found: list[PrintedLine] = []
    for line in first:
        if abs(line.size - largest) < 0.1:
            found.append(line)
        elif found:
            break
    return found


def _paragraphs(lines: Sequence[PrintedLine]) -> Iterator[list[PrintedLine]]:
    if not lines:
        return
    gap, full = _usual_gap(lines), _full_length(lines)
    paragraph = [lines[0]]
    for before, line in pairwise(lines):
        if _begins(before, line, gap, full):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


def _begins(before: PrintedLine, line: PrintedLine, gap: float, full: float) -> bool:
    """Tell whether a line begins a paragraph."""
    if abs(before.size - line.size) > 0.1 * line.size:
        return True
    step = before.y - line.y
    if before.page != line.page or step < 0:
        # The next column or page: a sentence that is not at its end goes on there.
        return ends_sentence(before.text)
    early = len(before.text.strip()) < SHORT * full
    indented = line.x - before.x > INDENT * line.size
    return step > GAP * gap or indented or (early and ends_sentence(before.text))


def _usual_gap(lines: Sequence[PrintedLine]) -> float:
    """Return how far apart the lines of a paragraph mostly are, in points."""
    steps = [
        round(before.y - line.y, 1)
        for before, line in pairwise(lines)
        if before.page == line.page and 0 < before.y - line.y < 4 * line.size
    ]
    # Most steps are within paragraphs; where all are paragraphs of one line, the size decides.
    return min(statistics.mode(steps), 2 * lines[0].size) if steps else 1.5 * lines[0].size


def _full_length(lines: Sequence[PrintedLine]) -> float:
    """Return how many letters a full line has."""
    lengths = sorted(len(line.text.strip()) for line in lines)
    return lengths[int(0.8 * (len(lengths) - 1))]


def _joined(lines: Sequence[PrintedLine], hyphens: Hyphens) -> str:
    text = ""
    for line in lines:
        piece = " ".join(line.text.translate(_LIGATURES).split())
        text = hyphens.joined(text, piece) if text else piece
    return text.replace("\u00ad", "")


@dataclass(frozen=True, slots=True)
class Hyphens:
    """Which hyphens at a line's end are a word's own, and which only part it there.

    ``words``: how often each word stands whole in a line. ``parts``: whether words are parted at
    all in this text; where few lines end in a hyphen, those few are words' own.
    """

    words: Counter[str]
    parts: bool

    @classmethod
    def of(cls, lines: Sequence[str]) -> Hyphens:
        """Look at the lines of a text."""
        words: Counter[str] = Counter()
        parted = 0
        after = False
        for line in lines:
            found = _WORD.findall(line.casefold())[1 if after else 0 :]
            after = _PARTED.search(line) is not None
            parted += after
            words.update(found[:-1] if after else found)
        return cls(words, parted > PARTED_LINES * len(lines))

    def joined(self, text: str, piece: str) -> str:
        """Put a line behind a text; a word that was parted at the line's end is made whole."""
        if text.endswith("\u00ad"):
            return text[:-1] + piece
        parted = _PARTED.search(text[-60:])
        following = _WORD.match(piece)
        if parted is None or following is None:
            return f"{text} {piece}"
        own = piece[0].isupper() or self._is_own(parted["left"].casefold(), following[0].casefold())
        return (text if own else text[:-1]) + piece

    def _is_own(self, left: str, right: str) -> bool:
        whole, hyphened = self.words[left + right], self.words[f"{left}-{right}"]
        if whole or hyphened:
            return hyphened > whole
        both_words = len(left) > 2 and bool(self.words[left] and self.words[right])
        return not self.parts or left in _COMPOUNDS or both_words
