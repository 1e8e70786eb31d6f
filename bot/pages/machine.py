"""The machine contract: what ``--json`` and ``--batch`` print. Pure.

Tools are built on these forms; DESIGN.md, "The machine contract", is their description.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from bot.composing.answer import Answer, Block, Carried, Contrast, Place, Prose, Source
from index.article import Article, Published
from index.statement import Said, Speaker, Statement

if TYPE_CHECKING:
    from bot.adding import Outcome
    from bot.drafts.checked import Checked, Judgement
    from bot.drafts.told import Told
    from bot.proof import Place as Proof
    from index.database import StoredArticle
    from index.record import Added
    from index.search import Found

Json = dict[str, Any]
# The library that the terminal adds to.
HOUSE = "house"
# A reason names an article by its id.
_BRACES = str.maketrans("{}", "[]")


def article(stored: StoredArticle) -> Json:
    """Return the machine's form of an article, without its text."""
    counts = {
        "words": stored.words,
        "passages": stored.passages,
        "statements": stored.statements,
    }
    details = {**_details(stored.article), "library": stored.library}
    return {**details, **counts, "language": stored.language}


def waiting(own: Article, library: str = HOUSE) -> Json:
    """Return the machine's form of an article that the owner of the data has still to read."""
    counts = {"words": len(own.text.split()), "passages": 0, "statements": 0}
    return {**_details(own), "library": library, **counts, "language": None}


def published(date: Published | None) -> Json | None:
    """Return the machine's form of a date of publication."""
    if date is None:
        return None
    return {"date": date.date, "precision": date.precision, "found": date.found}


def answer(shown: Answer, asked_id: object = None) -> Json:
    """Return the machine's form of an answer, its statements best first."""
    return {
        "id": asked_id,
        "question": shown.question.text,
        "outcome": shown.outcome,
        "choices": [{"name": each.name, "role": each.role} for each in shown.choices],
        "statements": [*map(_prose, shown.prose), *map(_block, shown.blocks)],
        "contrasts": [_contrast(each, shown) for each in shown.contrasts],
        "sources": [_source(each) for each in shown.sources],
        "searched": {"articles": shown.searched, "waiting": shown.waiting},
        "nearest": [{"article_id": each.article_id, "title": each.title} for each in shown.nearest],
        "also": list(shown.also),
        "took_ms": shown.took_ms,
    }


def passages(found: Found, asked_id: object = None) -> Json:
    """Return the machine's form of a search: the best passages and the evidence."""
    return {
        "id": asked_id,
        "question": found.question.text,
        "passages": [
            {
                "article_id": hit.passage.article_id,
                "start": hit.passage.start,
                "end": hit.passage.end,
                "score": round(hit.score, 6),
            }
            for hit in found.passages
        ],
        "evidence": round(min(1.0, max(0.0, found.evidence)), 6),
    }


def statement(single: Statement, text: str) -> Json:
    """Return the machine's form of a single attribution in a text that is not stored."""
    return {
        "text": text[single.start : single.end],
        "start": single.start,
        "end": single.end,
        "article_id": None,
        "verbatim": True,
        "said": _said(single.said),
        "speaker": _speaker(single.speaker),
        "via": single.via,
        "when_as_written": single.when_as_written,
        "weak": single.weak,
        "relayed_by": _some_speaker(single.relayed_by),
        "relays": _some_speaker(single.relays),
        "places": [],
    }


def checked(draft: Checked) -> Json:
    """Return the machine's form of a checked draft: a verdict for each quotation and sentence."""
    return {
        "quotes": [_judgement(each) for each in draft.judgements],
        "sentences": [_sentence(each) for each in draft.told],
    }


def _sentence(told: Told) -> Json:
    return {
        "text": told.text,
        "verdict": told.verdict,
        "reason": told.reason.translate(_BRACES) or None,
        **_stands(told.places, *told.held_to),
    }


def _judgement(each: Judgement) -> Json:
    place = next(iter(each.proved.places), None)
    return {
        "text": each.proved.claim.text,
        "verdict": each.proved.verdict,
        **_stands(each.proved.places),
        "speaker": place.speaker.name if place and place.speaker else None,
    }


def _stands(places: Sequence[Proof], *else_in: str) -> Json:
    """Return where words stand; of a headline, and of what stands nowhere, only the article."""
    place = next(iter(places), None)
    inside = place if place and place.marked != "headline" else None
    return {
        "article_id": place.article_id if place else next(iter(else_in), None),
        "start": inside.start if inside else None,
        "end": inside.end if inside else None,
    }


def _details(own: Article) -> Json:
    return {
        "article_id": own.article_id,
        "title": own.title,
        "outlet": own.outlet,
        "byline": own.byline,
        "url": own.url,
        "published": published(own.published),
    }


def _added(added: Added) -> Json:
    """Return the article of an addition; one that waits to be read has nothing found in it yet."""
    return article(added.indexed) if added.indexed else waiting(added.article)


def _block(block: Block) -> Json:
    return {
        "text": block.text,
        "start": block.start,
        "end": block.end,
        "article_id": block.article_id,
        "verbatim": True,
        "said": _said(block.said),
        "speaker": _some_speaker(block.speaker),
        "via": block.via,
        "when_as_written": block.when_as_written,
        "weak": block.weak,
        "relayed_by": _some_speaker(block.relayed_by),
        "relays": _some_speaker(block.relays),
        "places": [_place(each) for each in block.places],
        "carried": _carried(block.carried),
    }


def _prose(sentence: Prose) -> Json:
    """Return the form of a sentence that a model wrote: it stands in no article as it is."""
    return {
        "text": sentence.text,
        "start": None,
        "end": None,
        "article_id": None,
        "verbatim": False,
        "said": [],
        "speaker": None,
        "via": None,
        "when_as_written": None,
        "weak": False,
        "relayed_by": None,
        "relays": None,
        "places": [_place(each) for each in sentence.places],
        "carried": None,
    }


def _contrast(contrast: Contrast, shown: Answer) -> Json:
    """Return where two statements that differ stand in the list of statements."""
    first, blocks = len(shown.prose), shown.blocks
    return {
        "earlier": first + blocks.index(contrast.earlier),
        "later": first + blocks.index(contrast.later),
    }


def _carried(carried: Carried | None) -> Json | None:
    if carried is None:
        return None
    copies = [{"agency": each.agency, "sources": list(each.sources)} for each in carried.copies]
    return {
        "articles": carried.articles,
        "outlets": carried.outlets,
        "unnamed": carried.unnamed,
        "copies": copies,
    }


def _said(ranges: tuple[Said, ...]) -> list[Json]:
    return [{"start": each.start, "end": each.end, "kind": _kind(each)} for each in ranges]


def _kind(said: Said) -> str:
    return "reported" if said.kind == "position" else said.kind


def _speaker(speaker: Speaker) -> Json:
    return {"name": speaker.name, "as_written": speaker.as_written, "role": speaker.role}


def _some_speaker(speaker: Speaker | None) -> Json | None:
    return _speaker(speaker) if speaker else None


def _place(place: Place) -> Json:
    return {
        "source": place.source,
        "article_id": place.article_id,
        "start": place.start,
        "end": place.end,
        "link": place.link,
    }


def _source(source: Source) -> Json:
    own = source.article
    return {
        "number": source.number,
        "article_id": own.article_id,
        "title": own.title,
        "outlet": own.outlet,
        "published": published(own.published),
        "url": own.url,
        "agency": source.agency,
    }


def outcomes(told: Iterable[Outcome]) -> Json:
    """Return the machine's form of what became of the paths of ``add``."""
    told = list(told)
    added = [each.added for each in told if each.added]
    return {
        "added": [_added(each) for each in added if not each.known],
        "known": [_added(each) for each in added if each.known],
        "failed": [{"path": each.path, "error": each.error} for each in told if each.error],
    }
