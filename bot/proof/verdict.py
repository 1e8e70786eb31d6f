"""What is claimed of a quotation, and what the record says to it. Values only; pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from index.statement import Speaker

Verdict = Literal["found", "altered", "stitched", "wrong_speaker", "elsewhere", "absent"]
# How the words stand in the article: in quotation marks, some of them, none, or as its headline.
Marked = Literal["quoted", "partly quoted", "written", "headline"]


@dataclass(frozen=True, slots=True)
class Claim:
    """A quotation, and what is claimed of it.

    ``text`` is what stands between the quotation marks. ``speaker`` is who is said to have spoken,
    None where nobody is named. ``named`` are the ids of the articles that it is said to stand in;
    None where none is named. ``lead`` is what stands before the quotation in its sentence: there
    a "not" may stand that the quotation leaves out. ``in_full``: it is given as all that somebody
    said, `“I lied,” said Roe`, not as a word or two of it, `Roe called it “a lie”`.
    """

    text: str
    speaker: Speaker | None = None
    named: frozenset[str] | None = None
    lead: str = ""
    in_full: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: ``text[start:end]`` of an article, and who said them there.

    ``speaker`` is None where the article does not say it in a way that can be read. Of a headline
    there is no place in the text: ``start`` and ``end`` are 0.
    """

    article_id: str
    start: int
    end: int
    speaker: Speaker | None = None
    marked: Marked = "quoted"


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a quotation departs from the record: its own words, and those on record.

    One of them may be empty: words were added, or left out.
    """

    claimed: str
    recorded: str


@dataclass(frozen=True, slots=True)
class Proved:
    """What the record says to a claim.

    ``places``: where the words stand, best first; of an altered quotation the nearest place, of a
    stitched one those of its parts, in its own order. ``differences`` are those of an altered one.
    ``notes`` are sentences for a reader that qualify the verdict.
    """

    claim: Claim
    verdict: Verdict
    places: tuple[Place, ...] = ()
    differences: tuple[Difference, ...] = ()
    notes: tuple[str, ...] = ()
