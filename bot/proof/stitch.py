"""Step 6: which places a stitched quotation was put together from. Pure.

A quotation is stitched when nearly all of its words stand on record, in a few long rows, but not
in one place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.proof.evidence import BREAK, Evidence, Line
from bot.proof.quote import Quote
from bot.proof.work import Work
from index.sentence import Span
from index.word import COMMON

# Three words in a row may be anybody's; four with something to say in them are somebody's.
SHORTEST_PIECE, FEWEST = 4, 3
MOST_PIECES = 5
# Words that join the pieces stand in none of them: this share of all, or one.
MOST_JOINING = 0.15


@dataclass(frozen=True, slots=True)
class Piece:
    """A row of the quotation's words, from ``first`` on, and where it stands."""

    evidence: Evidence
    span: Span
    first: int
    count: int


def pieces(
    quote: Quote, evidences: Sequence[Evidence], work: Work | None = None
) -> tuple[Piece, ...]:
    """Return the pieces that a quotation was put together from; none where it was not.

    Raises ``DraftError`` when finding them is more ``work`` than one check may do.
    """
    work = work or Work()
    folded = [word.folded for word in quote.words]
    found: list[Piece] = []
    place = 0
    while place < len(folded) and len(found) <= MOST_PIECES:
        piece = _longest(folded, place, evidences, work)
        if piece:
            found.append(piece)
        place += piece.count if piece else 1
    joining = len(folded) - sum(piece.count for piece in found)
    enough = joining <= max(1, MOST_JOINING * len(folded))
    return tuple(found) if enough and 1 < len(found) <= MOST_PIECES else ()


def _longest(
    folded: Sequence[str], place: int, evidences: Sequence[Evidence], work: Work
) -> Piece | None:
    """Return the longest row of words from a place on that stands anywhere; None for a short one.

    Of equally long ones that in quotation marks is preferred, then that of the first article.
    """
    best: Piece | None = None
    for evidence in evidences:
        for line in (evidence.spoken, evidence.whole):
            for at, count in _rows(folded, place, line):
                work.spend(count)
                if best is None or count > best.count:
                    words = evidence.words
                    span = Span(words[line.at[at]].start, words[line.at[at + count - 1]].end)
                    best = Piece(evidence, span, place, count)
    return best if best and _says_something(folded[place : place + best.count]) else None


def _rows(folded: Sequence[str], place: int, line: Line) -> Iterator[tuple[int, int]]:
    """Yield where a row of the quotation's words stands, and how many they are.

    Fewer than ``FEWEST`` say nothing, so only where the rarest of the first few stands is tried.
    """
    opening = folded[place : place + FEWEST]
    if len(opening) < FEWEST:
        return
    _, rarest = min((len(line.places.get(word, ())), n) for n, word in enumerate(opening))
    for there in line.places.get(opening[rarest], ()):
        at, count = there - rarest, 0
        while (
            at >= 0
            and place + count < len(folded)
            and at + count < len(line.folded)
            and line.folded[at + count] == folded[place + count] != BREAK
        ):
            count += 1
        if count >= FEWEST:
            yield at, count


def _says_something(row: Sequence[str]) -> bool:
    return len(row) >= SHORTEST_PIECE or (len(row) >= FEWEST and not all(w in COMMON for w in row))
