"""Answer: what is shown, and nothing that does not stand in an article. Values only.

An answer is made of *blocks*: whole sentences of one article, as they stand there. Blocks of one
speaker and one article form an *occasion*. Each article shown is a numbered *source*.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from index.article import Article
from index.question import Question
from index.search import Missing
from index.statement import Said, Speaker

# "written": "quoted", and above it what a model wrote of it, proven.
Outcome = Literal["quoted", "written", "not_on_record", "which"]
# In which order occasions stand: by relevance, by date of publication, or first what proves the
# sentences above them.
Order = Literal["best", "newest", "oldest", "proof"]
# How a block's words were said: all in quotation marks; some of them; in the writer's words; as
# a denial; as a refusal to comment; as the article's account of where the speaker stands; or by
# the article itself.
Manner = Literal["quoted", "partly quoted", "reported", "denied", "declined", "position", "written"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words of a block stand: one for each article that holds them.

    ``link`` opens the original at the sentence; None when the article has no link.
    """

    source: int
    article_id: str
    start: int
    end: int
    link: str | None


@dataclass(frozen=True, slots=True)
class Copies:
    """Places that are one report in several articles: an agency's, or one text, by source."""

    agency: str | None
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """By how many outlets the words of a block are carried.

    ``outlets`` counts those known, all ``copies`` of one report together as one. ``unnamed``
    counts the reports of which no outlet is given, so that they may be from any.
    """

    articles: int
    outlets: int
    unnamed: int
    copies: tuple[Copies, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Whole sentences of one article: ``text`` is its stored text from ``start`` to ``end``.

    ``speaker`` is None where the article itself speaks. ``score`` is for ranking only.
    ``carried`` is given where there are several places. ``relayed_by`` tells of these words of the
    speaker's; ``relays`` is another whose words the speaker tells of.
    """

    article_id: str
    start: int
    end: int
    text: str
    said: tuple[Said, ...]
    manners: tuple[Manner, ...]
    speaker: Speaker | None
    via: str | None
    when_as_written: str | None
    weak: bool
    score: float
    places: tuple[Place, ...] = ()
    carried: Carried | None = None
    relayed_by: Speaker | None = None
    relays: Speaker | None = None


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two dated blocks of one speaker whose words differ in plain terms, the earlier first."""

    earlier: Block
    later: Block


@dataclass(frozen=True, slots=True)
class Occasion:
    """What one speaker said in one article, in the article's order.

    ``contrasted``: its one block is half of a contrast, and its date is told with it.
    """

    speaker: Speaker | None
    article_id: str
    blocks: tuple[Block, ...]
    contrasted: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A numbered article. ``when_as_written`` is the day as its own text names it.

    ``agency`` is whose report it carries, where it says so.
    """

    number: int
    article: Article
    when_as_written: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Prose:
    """A sentence that a model wrote and that was proven.

    ``numbers`` are the sources that it cites, ``places`` the sentences that prove it.
    """

    text: str
    numbers: tuple[int, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several people whom a question may mean."""

    name: str
    role: str | None


@dataclass(frozen=True, slots=True)
class Headline:
    """An article by its title only: named in a refusal, never cited.

    ``language``: the one it is written in where that is not English ("German").
    """

    article_id: str
    title: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Timely:
    """Of how many statements found the date is that of a time asked about, unknown, or another.

    Where any is from ``then``, the ``others`` are left out of the answer.
    """

    then: int
    undated: int
    others: int


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it is shown.

    ``blocks`` are best first, ``occasions`` the same blocks in the order of display, which
    ``order`` names. ``more`` is how many further blocks were found and left out. ``person`` is
    the name that the question turned out to mean. The blocks of each of the ``contrasts`` stand
    first, next to each other. ``timely`` is given where somebody's words of a time were asked for.
    ``searched`` counts the articles, ``waiting`` those not yet read. ``looked_up`` says, where
    words in quotation marks were asked for, whether they stand on record. ``prose`` is what
    ``model`` wrote, where the outcome is "written"; ``note`` says why nothing was written, where a
    model was asked.
    """

    question: Question
    outcome: Outcome
    prose: tuple[Prose, ...] = ()
    model: str = ""
    note: str = ""
    blocks: tuple[Block, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    order: Order = "newest"
    contrasts: tuple[Contrast, ...] = ()
    sources: tuple[Source, ...] = ()
    choices: tuple[Choice, ...] = ()
    person: str | None = None
    missing: Missing | None = None
    more: int = 0
    timely: Timely | None = None
    also: tuple[str, ...] = ()
    elsewhere: tuple[Headline, ...] = ()
    nearest: tuple[Headline, ...] = ()
    searched: int = 0
    waiting: int = 0
    evidence: float = 0.0
    took_ms: int = 0
    looked_up: tuple[str, ...] = ()

    @property
    def has_times(self) -> bool:
        """Whether more than one date is shown, so that the order in time matters."""
        dates = (source.article.published for source in self.sources)
        return len({each.date for each in dates if each}) > 1
