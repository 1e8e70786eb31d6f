"""Statement: who said what, in which words, where in an article. Values only; pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["quoted", "reported", "denied", "declined", "position"]
SpeakerKind = Literal["person", "group", "unresolved"]


@dataclass(frozen=True, slots=True)
class Said:
    """Words that are the speaker's own or reported of them: ``text[start:end]`` of the article.

    ``quoted``: stands inside quotation marks (the marks themselves are part of the range), or is a
    turn of an interview that is printed word for word.
    ``reported``: the writer's words for what was said. ``denied`` and ``declined``: reported
    words that deny, or that say no comment was made. ``position``: what the article says that
    the speaker wants, thinks, backs or attacks, without telling of any words of theirs.
    """

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is said to have spoken, as far as this one article tells.

    ``name`` is the fullest name that the article gives ("John Kirby"), ``as_written`` what
    stands at this statement ("Mr Kirby", "he"), ``role`` what the article says they are, in its
    own words ("US National Security Council spokesman"). A ``group`` is a speaker that is no
    single person: "the White House", "officials". ``unresolved``: a pronoun or a description
    whose person is not known; then ``name`` equals ``as_written``, but for a pronoun that means
    somebody without a name ("One resident").
    """

    name: str
    as_written: str
    role: str | None = None
    kind: SpeakerKind = "person"


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution. ``start`` and ``end`` enclose the whole sentences that hold it.

    Offsets are Python string indices into the article's text, end exclusive. ``said`` is in the
    order of the text and never overlaps itself. ``cue`` is the word that attributes ("said",
    "according to"). ``via`` is who passed it on, where that very sentence says so ("Reuters").
    ``when_as_written`` is the day as the sentence writes it ("on Thursday"). ``weak``: the
    speaker was resolved on thin evidence. Where one person tells of another's words ("Roe said Doe
    had told her …"), ``relayed_by`` of Doe's statement is Roe, and ``relays`` of Roe's is Doe.
    """

    start: int
    end: int
    said: tuple[Said, ...]
    speaker: Speaker
    cue: str
    via: str | None = None
    when_as_written: str | None = None
    weak: bool = False
    relayed_by: Speaker | None = None
    relays: Speaker | None = None

    @property
    def is_position(self) -> bool:
        """Tell whether it only tells where the speaker stands, in no words of theirs."""
        return all(part.kind == "position" for part in self.said)
