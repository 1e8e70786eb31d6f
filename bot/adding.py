"""Adding: from paths to saved and indexed articles, each one told about by itself.

Articles are taken a handful at a time: large enough to embed well, small enough that a person
sees each of them soon and that stopping in the middle loses nothing.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.reading import LinkReader, is_link
from index import intake
from index.article import Draft, Published
from index.errors import BadFrontMatter, OnRecordError

if TYPE_CHECKING:
    from index.record import Added, Copy, Record

HANDFUL = 16
STANDARD_INPUT = "standard input"
STANDARD_INPUT_PATH = "-"


@dataclass(frozen=True, slots=True)
class Details:
    """What the person adding knows of an article; None leaves what the text says."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    date: str | None = None

    def check(self) -> None:
        """Raise ``BadFrontMatter`` for a date that is none or to come, or a link that is none."""
        if self.date and Published(self.date, "given").date > intake.latest_day().isoformat():
            raise BadFrontMatter(
                f"{self.date} is still to come. Give the day on which the article was published."
            )
        if self.url and not is_link(self.url):
            raise BadFrontMatter(
                f"“{self.url[:80]}” is no web address. Give one that begins with https://"
            )

    def edits(self) -> dict[str, str | None]:
        """Return only what is given, by the name of the article's field; "" clears a field."""
        named = {
            "title": self.title,
            "outlet": self.outlet,
            "byline": self.byline,
            "url": self.url,
            "published": self.date,
        }
        return {name: text for name, text in named.items() if text is not None}

    def correct(self, draft: Draft) -> Draft:
        """Return the draft with these details in place of what the text says.

        It is not warned any more that the text lacks what is given here.
        """
        answered = {intake.NO_DATE: self.date, intake.NO_HEADLINE: self.title}
        return replace(
            draft,
            title=self.title or draft.title,
            outlet=self.outlet or draft.outlet,
            byline=self.byline or draft.byline,
            url=self.url or draft.url,
            published=Published(self.date, "given") if self.date else draft.published,
            warnings=tuple(each for each in draft.warnings if not answered.get(each)),
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one path: an article and what there is to say of it, or an error.

    ``copies``: other articles on record that are the same story.
    """

    path: str
    added: Added | None = None
    warnings: tuple[str, ...] = ()
    error: str | None = None
    copies: tuple[Copy, ...] = ()


def expand(paths: Iterable[str]) -> list[intake.Piece]:
    """Return the articles at some paths, in order: those in folders and bundles one by one."""
    return [piece for path in paths for piece in _pieces(path)]


def _pieces(path: str) -> list[intake.Piece]:
    if path == STANDARD_INPUT_PATH or is_link(path):
        return [_piece(path)]
    if Path(path).is_dir():
        return [_piece(str(file)) for file in intake.readable_files(Path(path))]
    return intake.pieces(Path(path)) if intake.is_bundle(path) else [_piece(path)]


def _piece(path: str) -> intake.Piece:
    return intake.Piece(path, functools.partial(_draft, path))


def add_all(
    pieces: Iterable[intake.Piece], details: Details, record: Record, read_link: LinkReader
) -> Iterator[Outcome]:
    """Add the articles that ``expand`` found; yield what became of each, in order.

    One that fails is told about, and the rest goes on. A link on record is not fetched again.
    """
    read = (_read(piece, details, record, read_link) for piece in pieces)
    for handful in _handfuls(read):
        saved = _saved(handful, record)
        # An outdated index is made again whole, by ``rebuild``; until then the articles wait.
        if record.owns and not record.outdated():
            record.level()
        yield from (_indexed(each, record) for each in saved)


@dataclass(frozen=True, slots=True)
class _Read:
    path: str
    draft: Draft | None = None
    known: Added | None = None
    error: str | None = None


def _handfuls(read: Iterable[_Read]) -> Iterator[list[_Read]]:
    """Part what is read into handfuls; a link takes long enough to be told about at once."""
    handful: list[_Read] = []
    for each in read:
        handful.append(each)
        if len(handful) == HANDFUL or is_link(each.path):
            yield handful
            handful = []
    if handful:
        yield handful


def _saved(handful: Sequence[_Read], record: Record) -> list[Outcome]:
    """Save a handful in one turn: to look for what is on record takes longer than to save."""
    try:
        with record.adding() as add:
            return [_save(each, add) for each in handful]
    except OnRecordError as kept_out:  # somebody else keeps the corpus, or nobody can write
        error = str(kept_out)
        return [_outcome(replace(each, error=error) if each.draft else each) for each in handful]


def _save(read: _Read, add: Callable[[Draft], Added]) -> Outcome:
    if read.draft is None:
        return _outcome(read)
    try:
        added = add(read.draft)
    except OnRecordError as error:
        return Outcome(read.path, error=str(error))
    return Outcome(read.path, added, read.draft.warnings)


def _outcome(read: _Read) -> Outcome:
    """Return what became of what was not saved."""
    return Outcome(read.path, read.known, error=read.error)


def _indexed(outcome: Outcome, record: Record) -> Outcome:
    """Return an outcome with what was found in its article, once it has been read."""
    if outcome.added is None:
        return outcome
    article_id = outcome.added.article.article_id
    added = replace(outcome.added, indexed=record.article(article_id))
    # Of what was on record before, it was told then.
    copies = () if added.known else tuple(record.copies(article_id))
    return replace(outcome, added=added, copies=copies)


def _read(piece: intake.Piece, details: Details, record: Record, read_link: LinkReader) -> _Read:
    path = piece.name
    try:
        known = record.at(path) if is_link(path) else None
        if known:
            return _Read(path, known=known)
        draft = read_link(path) if is_link(path) else piece.read()
        return _Read(path, details.correct(draft))
    except OnRecordError as error:
        return _Read(path, error=str(error))


def _draft(path: str) -> Draft:
    if path == STANDARD_INPUT_PATH:
        return intake.read(STANDARD_INPUT, sys.stdin.buffer.read(intake.LARGEST_BYTES + 1))
    return intake.read_file(Path(path))
