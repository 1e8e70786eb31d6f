"""Audit: whether an answer that was posted still stands on today's record. Pure.

Of a place that an answer showed a digest of its words is kept, and which version of the article it
was: the words hold where they stand in the article as it is now, and by whom it was said
(``particulars``: so do headline, outlet and date). A sentence that a model wrote is proven anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from bot.composing.understood import day
from bot.drafts.particulars import Today, is_at, of_source, of_speaker, stands_at
from bot.proof import prove_sentence
from bot.proof.citation import CitedSentence
from index.state import Cited, Posted, Sourced, Wrote

# "waiting": the article, or its newest version, is still to be read.
Verdict = Literal["vanished", "changed", "waiting", "holds"]
# The gravest first: an answer is told by the gravest verdict on its parts.
VERDICTS: tuple[Verdict, ...] = ("vanished", "changed", "waiting", "holds")


# By id. None: the article waits to be read. Without an entry it is not on record.
Articles = Mapping[str, Today | None]


@dataclass(frozen=True, slots=True)
class Part:
    """The verdict on one thing that an answer shows, and ``told``: why, empty where it holds.

    It is words of an article (``start``, ``end``: where they stood), a sentence that a model wrote
    (``sentence``; the places are None), or what was said of an article (all three are empty).
    """

    verdict: Verdict
    article_ids: tuple[str, ...]
    told: str = ""
    start: int | None = None
    end: int | None = None
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Audited:
    """An answer that was posted, and the verdicts on what it shows, as it shows it."""

    posted: Posted
    parts: tuple[Part, ...]

    @property
    def verdict(self) -> Verdict:
        """The gravest verdict on a part. An answer that cites nothing holds."""
        return min((each.verdict for each in self.parts), key=VERDICTS.index, default="holds")


def audited(posted: Posted, articles: Articles) -> Audited:
    """Hold an answer against the articles that it cites, as they are now."""
    sentences = [_sentence(each, posted, articles) for each in posted.prose]
    words = [_words(each, articles) for each in posted.cited]
    told = {article_id for part in (*sentences, *words) for article_id in part.article_ids}
    sources = (part for each in posted.sources or () for part in _source(each, told, articles))
    return Audited(posted, (*sentences, *words, *sources))


def shown_in(posted: Posted) -> set[str]:
    """Return the ids of the articles that an answer cites."""
    listed = {each.article_id for each in posted.sources or ()}
    return {each.article_id for each in posted.cited}.union(
        listed, *(each.article_ids for each in posted.prose)
    )


def _source(shown: Sourced, told: set[str], articles: Articles) -> Iterator[Part]:
    """Yield what no longer holds of a source as it was listed; ``told`` are those spoken of."""
    ids = (shown.article_id,)
    today = articles.get(shown.article_id)
    if today is not None:
        yield from (Part("changed", ids, each) for each in of_source(shown, today))
    elif shown.article_id not in told and (unread := _unread(ids, articles)):
        yield Part(unread[0], ids, unread[1])


def _words(cited: Cited, articles: Articles) -> Part:
    verdict, told = _unread((cited.article_id,), articles) or _stand(cited, articles)
    return Part(verdict, (cited.article_id,), told, cited.start, cited.end)


def _unread(article_ids: tuple[str, ...], articles: Articles) -> tuple[Verdict, str] | None:
    """Judge what cites an article that cannot be looked at; None where all can."""
    for each in article_ids:
        if each not in articles:
            return "vanished", f"the article {each} was removed."
    for each in article_ids:
        if articles[each] is None:
            return "waiting", f"the article {each} is still to be read. Ask again in a moment."
    return None


def _stand(cited: Cited, articles: Articles) -> tuple[Verdict, str]:
    """Judge words of an article that is on record."""
    today = articles[cited.article_id]
    assert today is not None
    text, title = today.source.evidence.text, today.source.evidence.title
    if today.content_hash == cited.content_hash or is_at(cited.start, cited, text):
        other = of_speaker(cited.speaker, cited.start, cited.end, today)
        return ("changed", other) if other else ("holds", "")
    edited = f"Its file was last written on {day(today.file_written)}."
    if not cited.digest:
        return "changed", f"“{title}” has another text now; which words were shown is not kept."
    if (start := stands_at(cited, text)) is not None:
        other = of_speaker(cited.speaker, start, start + cited.end - cited.start, today)
        moved = f"the words stand elsewhere in “{title}” now."
        return ("changed", other) if other else ("holds", moved)
    return "changed", f"“{title}” no longer has the words that were shown. {edited}"


def _sentence(wrote: Wrote, posted: Posted, articles: Articles) -> Part:
    """Prove a sentence of a model's again, by the articles that proved it."""
    if unread := _unread(wrote.article_ids, articles):
        return Part(unread[0], wrote.article_ids, unread[1], sentence=wrote.text)
    there = [today.source for each in sorted(shown_in(posted)) if (today := articles.get(each))]
    numbers = {each.evidence.article_id: each.number for each in there}
    cited = CitedSentence(wrote.text, tuple(numbers[each] for each in wrote.article_ids))
    # "elsewhere" would hold with another citation; the message shows this one.
    if prove_sentence(cited, there).verdict == "found":
        return Part("holds", wrote.article_ids, sentence=wrote.text)
    named = " and ".join(
        f"“{each.evidence.title}”" for each in there if each.number in cited.numbers
    )
    told = f"{named} no longer proves this sentence: {wrote.text}"
    return Part("changed", wrote.article_ids, told, sentence=wrote.text)
