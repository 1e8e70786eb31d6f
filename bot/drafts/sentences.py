"""Sentences: what the record says to the plain sentences of a draft, and which it cannot judge.

A sentence that cites an article, by ``[1]`` and a list, a link, a headline or an id, is held to
that article. One that cites none is looked up: it stands on record or was not checked; that it
stands nowhere in these words tells nothing of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.drafts.listed import ADDRESS, LINKED, links_within, named, without_list
from bot.drafts.told import Told
from bot.proof import Cited, Place, ProvedSentence, citation, prove_sentence
from bot.proof.citation import CitedSentence
from bot.proof.lines import unwrapped
from bot.proof.marks import find as find_marks
from bot.proof.naming import Catalogue
from bot.proof.prose import stems_of
from bot.proof.words import read as read_words
from index.errors import DraftError

if TYPE_CHECKING:
    from bot.drafts.proving import Prover

# A longer draft's sentences are checked so far, and a longer sentence (in words) is not; one is
# looked up in so many articles, and held to no more than so many.
MOST_SENTENCES, MOST_WORDS, MOST_ARTICLES, MOST_HELD = 200, 100, 5, 10
FEWEST_WORDS = 4
# An article's sentence is shown beside one that fails if it has so much of its words.
NEAR = 0.4
_ENDS = tuple(".!…")
_BEHIND = "”\"’')] \n\t"

NO_CITATION = "No article is cited, and none has these words."
NO_SOURCE = "A number is cited, and the draft does not say which article that is."
OF_FORM = "Who speaks is not named, or it is no plain sentence."
TOO_LONG = f"More than {MOST_WORDS} words, or more than {MOST_HELD} articles cited."
TOO_MANY = f"Only the first {MOST_SENTENCES} sentences of a draft are checked at once."


def judge(text: str, catalogue: Catalogue, prover: Prover) -> tuple[Told, ...]:
    """Judge the sentences of a draft, in order.

    What is only quoted is left to the quotations, but for a number behind it: the article of that
    number must hold the words.
    """
    body, listed = without_list(text, catalogue)
    read = citation.read(links_within(unwrapped(body)))
    own = [each for each in read if _is_sentence(each.text) and (each.numbers or _tells(each.text))]
    judged = [_judged(each, listed, catalogue, prover) for each in own[:MOST_SENTENCES]]
    kept = (
        told
        for each, told in zip(own, judged, strict=False)
        if _tells(each.text) or told.verdict in ("found", "absent") or told.reason == NO_SOURCE
    )
    return (*kept, *(Told(each.text, "unchecked", TOO_MANY) for each in own[MOST_SENTENCES:]))


def _is_sentence(text: str) -> bool:
    plain = _plain(text)
    return plain.endswith(_ENDS) and len(read_words(plain)) >= FEWEST_WORDS


def _tells(text: str) -> bool:
    """Tell whether a sentence tells something outside its quotation marks."""
    plain = _plain(text)
    quoted = sum(len(read_words(plain[each.start : each.end])) for each in find_marks(plain))
    return len(read_words(plain)) - quoted >= FEWEST_WORDS


def _plain(text: str) -> str:
    return ADDRESS.sub("", text).rstrip(_BEHIND)


def _judged(
    each: CitedSentence, listed: dict[int, frozenset[str]], catalogue: Catalogue, prover: Prover
) -> Told:
    plain = ADDRESS.sub("", LINKED.sub(r"\1", each.text)).strip()
    ids = named(each.text, catalogue).union(*(listed.get(n, ()) for n in each.numbers))
    if len(ids) > MOST_HELD or len(read_words(plain)) > MOST_WORDS:
        return Told(plain, "unchecked", TOO_LONG)
    if any(number not in listed for number in each.numbers):
        return Told(plain, "unchecked", NO_SOURCE)
    try:
        return _held_to(plain, sorted(ids), prover) if ids else _looked_up(plain, prover)
    except DraftError:
        return Told(plain, "unchecked", TOO_LONG)


def _held_to(text: str, ids: Sequence[str], prover: Prover) -> Told:
    """Judge a sentence by the articles that it cites."""
    sources = list(prover.sources(ids))
    proved = _proved(text, sources)
    if proved.of_form or not sources:
        return Told(text, "unchecked", OF_FORM if sources else NO_SOURCE)
    held_to = tuple(each.evidence.article_id for each in sources)
    if proved.is_proven:
        return Told(text, "found", places=proved.places, held_to=held_to)
    reason = _by_id(proved.reason, sources)
    nearest = _nearest(text, sources)
    return Told(text, proved.verdict, reason, nearest, held_to, proved.quotation)


def _looked_up(text: str, prover: Prover) -> Told:
    """Look for a sentence that cites nothing; it is never said to be wrong."""
    proved = _proved(text, list(prover.sources(prover.alike(text)[:MOST_ARTICLES])))
    if proved.is_proven and proved.places:
        return Told(text, "found", places=proved.places)
    return Told(text, "unchecked", NO_CITATION)


def _proved(text: str, sources: Sequence[Cited]) -> ProvedSentence:
    return prove_sentence(CitedSentence(text, tuple(each.number for each in sources)), sources)


def _nearest(text: str, sources: Sequence[Cited]) -> tuple[Place, ...]:
    """Return the sentence of the articles that has most of the words; none if it has few."""
    own = stems_of(text)
    shares = [
        (len(own & window.stems), each.evidence.article_id, window.span)
        for each in sources
        for window in each.windows
        if window.span.end
    ]
    share, article_id, span = max(shares, key=lambda one: one[0], default=(0, "", None))
    if span is None or share < NEAR * len(own):
        return ()
    return (Place(article_id, span.start, span.end, marked="written"),)


def _by_id(reason: str, sources: Sequence[Cited]) -> str:
    """Write ids in braces for the numbers that a reason gives."""
    for each in sources:
        reason = reason.replace(f"[{each.number}]", f"{{{each.evidence.article_id}}}")
    return reason
