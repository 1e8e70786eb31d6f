"""Proving: from the words of a draft to the articles that may hold them, and to the verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from bot.proof import Cited, Claim, Evidence, Proved, prove
from bot.proof.draft import Named
from bot.proof.work import Work
from index.search.wording import articles_like, articles_with

if TYPE_CHECKING:
    from index.article import Article
    from index.record import Record

# So many articles are kept ready for the next quotation.
_READY = 400


class Prover:
    """Proves drafts by the articles of some libraries, as they stand now. Never writes."""

    def __init__(self, record: Record, libraries: Sequence[str]) -> None:
        self._record = record
        self._libraries = libraries
        self._ready: dict[tuple[str, str], Cited] = {}
        self._numbers = count(1)

    def prove(self, claim: Claim, named: Named | None = None, work: Work | None = None) -> Proved:
        """Say what the record holds of a quotation; ``named`` are the articles a draft names.

        Raises ``DraftError`` when it is more than is left of the ``work`` of one check.
        """
        work = work or Work()
        whole = articles_with(claim.text, self._record, self._libraries)
        proved = self._prove(claim, named, whole, work)
        if proved.verdict == "found":
            return proved
        alike = articles_like(claim.text, self._record, self._libraries)
        return self._prove(claim, named, list(dict.fromkeys([*whole, *alike])), work)

    def alike(self, text: str) -> list[str]:
        """Return the ids of the articles that share most of a sentence's words, best first."""
        return articles_like(text, self._record, self._libraries)

    def sources(self, ids: Iterable[str]) -> Iterator[Cited]:
        """Yield those articles that are on record, each with a number of its own, as sources."""
        yield from filter(None, map(self._source, ids))

    def article(self, article_id: str) -> Article | None:
        """Return an article that a verdict names; None if it was removed meanwhile."""
        stored = self._record.article(article_id)
        return stored.article if stored else None

    def _prove(self, claim: Claim, named: Named | None, ids: Sequence[str], work: Work) -> Proved:
        evidences = [each.evidence for each in self.sources(ids)]
        if named is not None:
            claim = replace(claim, named=_meant(named, evidences))
        return prove(claim, evidences, work)

    def _source(self, article_id: str) -> Cited | None:
        """Return an article made ready to be compared, from memory if its text is the same."""
        stored = self._record.database.article(article_id)
        if stored is None:
            return None
        known = (article_id, stored.content_hash)
        if known not in self._ready:
            if len(self._ready) >= _READY:
                self._ready.clear()
            statements = self._record.database.statements_in([article_id])
            told = [each.statement for each in statements]
            own = stored.article
            evidence = Evidence(article_id, own.title, own.text, told)
            number = next(self._numbers)
            self._ready[known] = Cited(number, evidence, own.outlet, own.published)
        return self._ready[known]


def _meant(named: Named, evidences: Sequence[Evidence]) -> frozenset[str]:
    """Return the articles that a draft names, those which pass on a named outlet among them."""
    passing_on = (
        each.article_id
        for each in evidences
        if any(_holds(each, outlet) for outlet in named.outlets)
    )
    return named.article_ids.union(passing_on)


def _holds(evidence: Evidence, outlet: tuple[str, ...]) -> bool:
    line = evidence.whole
    places = line.places.get(outlet[0], ())
    return any(line.folded[at : at + len(outlet)] == outlet for at in places)
