"""Copy desk: the one way from a draft to its verdicts, for the terminal and for Discord."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from bot.drafts.checked import Checked, checked
from bot.drafts.proving import Prover
from bot.drafts.sentences import judge
from bot.drafts.told import Told
from bot.proof import Proved
from bot.proof.draft import Quotation, quotations, unread
from bot.proof.judge import SHORT
from bot.proof.naming import Catalogue, Listed
from bot.proof.words import read as read_words
from bot.proof.work import Work
from index.errors import DraftError

if TYPE_CHECKING:
    from index.article import Article
    from index.record import Record

# A long book has more; what is checked before printing has not.
MOST_CHARACTERS = 200_000
_Verdict = tuple[Quotation, Proved]


class CopyDesk:
    """Checks drafts against the articles of some libraries. Never writes."""

    def __init__(self, record: Record, libraries: Sequence[str]) -> None:
        self._record = record
        self._libraries = libraries
        self._prover = Prover(record, libraries)

    def check(self, draft: str) -> Checked:
        """Check the quotations and sentences of a draft. Raises ``DraftError`` when it cannot.

        It is empty, too long, or repeats itself so often that comparing it would not end.
        """
        _check_length(draft)
        read = quotations(draft, self._catalogue)
        tally = self._record.tally(self._libraries)
        proved, told, articles = self._prove(read, draft)
        made = checked(proved, told, articles, tally.searched, tally.waiting)
        return replace(made, unread=unread(draft))

    def _prove(
        self, read: Sequence[Quotation], draft: str
    ) -> tuple[list[_Verdict], tuple[Told, ...], dict[str, Article]]:
        """Prove a draft, again if an article goes meanwhile: what is removed is never shown."""
        while True:
            proved = list(self._one_by_one(read))
            told = judge(draft, self._catalogue, self._prover)
            ids = {place.article_id for _, each in proved for place in each.places}
            ids = ids.union(*(each.held_to for each in told))
            ids |= {place.article_id for each in told for place in each.places}
            stored = {each: self._prover.article(each) for each in ids}
            articles = {each: article for each, article in stored.items() if article}
            if len(articles) == len(ids):
                return proved, told, articles

    def _one_by_one(self, read: Sequence[Quotation]) -> Iterator[_Verdict]:
        before: _Verdict | None = None
        work = Work()
        for each in read:
            told = (each, self._prover.prove(each.claim, each.named, work))
            if before and each.goes_on:
                told = (each, self._joined(before[1], told[1], each, work))
            yield told
            before = told

    def _joined(self, before: Proved, proved: Proved, each: Quotation, work: Work) -> Proved:
        """Judge a quotation that goes on with the one before: not if they stand far apart."""
        texts = (before.claim.text, each.claim.text)
        if {before.verdict, proved.verdict} != {"found"} or min(
            len(read_words(text)) for text in texts
        ) <= SHORT:
            return proved
        both = self._prover.prove(replace(each.claim, text=" … ".join(texts)), each.named, work)
        return replace(both, claim=proved.claim) if both.verdict == "stitched" else proved

    @cached_property
    def _catalogue(self) -> Catalogue:
        headings = self._record.database.headings(self._libraries)
        return Catalogue(Listed(*each) for each in headings)


def _check_length(draft: str) -> None:
    if not draft.strip():
        raise DraftError("The draft is empty. Hand in a text with quotations in it.")
    if len(draft) > MOST_CHARACTERS:
        raise DraftError(
            f"The draft has {len(draft):,} characters, and {MOST_CHARACTERS:,} is the most that is "
            "checked at once. Hand it in in parts."
        )
