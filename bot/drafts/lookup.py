"""Look-up: where the words in a question's quotation marks stand on record."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.composing.phrase import plural
from bot.drafts.finding import difference
from bot.drafts.proving import Prover
from bot.proof import Claim, Place, Proved, marks
from bot.proof.words import read
from index import sentence
from index.article import Article
from index.database import StoredStatement
from index.question import Question
from index.search import Found, Hit
from index.search.rank import Closeness
from index.statement import Speaker

# Fewer words in quotation marks are a name or a title as often as not.
FEWEST_WORDS = 3
# Where a question is for something else, so many words must nearly stand on record to answer it.
FEWEST_NEAR_WORDS = 6
# A question of so few words beside its quotation is for those words.
FEW_BESIDE = 6
MOST_DIFFERENCES = 4
# "What did Kirby say about “the grain deal”?" names a topic, and does not ask who said it.
_TOPIC = re.compile(r"\b(?:about|on|regarding|over|concerning|of|called|titled)\Z", re.IGNORECASE)


def words_in(text: str) -> str | None:
    """Return the longest quotation of a question, or None where there is none to look up."""
    quoted = [
        text[slice(*each.inside)]
        for each in marks.find(text)
        if not _TOPIC.search(text[: each.start].rstrip())
    ]
    longest = max(quoted, key=lambda words: len(read(words)), default="")
    return longest if len(read(longest)) >= FEWEST_WORDS else None


def look_up(words: str, question: Question, prover: Prover) -> Proved | None:
    """Say where words stand; None where the question is better answered in its own way."""
    if question.kind == "said" and _is_part(words, question.topic):
        return None
    proved = prover.prove(Claim(words, _asked(words, question)))
    if proved.verdict in ("found", "wrong_speaker") or _asks_for(words, question):
        return proved
    near = proved.verdict != "absent" and len(read(words)) >= FEWEST_NEAR_WORDS
    return proved if near else None


def _is_part(words: str, topic: str) -> bool:
    """Tell whether a topic says more than its quotation: "… about the ‘sincere apology’ of Roe"."""
    return len(read(topic)) > len(read(words)) + 1


def _asked(words: str, question: Question) -> Speaker | None:
    """Return whom a question asks about: "did Kirby say “…”?"; never the quotation itself."""
    asked = question.asked
    if question.kind != "said" or not asked or words in asked or asked in words:
        return None
    return Speaker(asked, asked)


def _asks_for(words: str, question: Question) -> bool:
    beside = len(read(question.text)) - len(read(words))
    return question.kind != "fact" or beside <= FEW_BESIDE


def found(
    proved: Proved,
    question: Question,
    articles: Mapping[str, Article],
    statements: Sequence[StoredStatement],
) -> Found:
    """Return the places of a look-up as a search returns them.

    ``articles`` and ``statements``: those in which the words stand. A headline has no place.
    """
    places = [each for each in proved.places if each.marked != "headline"]
    hits = tuple(
        _hit(each, rank, articles[each.article_id].text, statements)
        for rank, each in enumerate(places)
    )
    headlines = tuple(each.article_id for each in proved.places if each.marked == "headline")
    asked = replace(question, periods=())  # where the words stand, whenever they were published
    return Found(asked, hits=hits, missing=None if hits else "nothing", near=headlines)


def _hit(place: Place, rank: int, text: str, statements: Sequence[StoredStatement]) -> Hit:
    """Return the statement that holds some words, else the sentences in which they stand."""
    near = Closeness(own=1.0, around=1.0, meaning=1.0 / (1 + rank))
    told = max(statements, key=lambda each: _shared(place, each), default=None)
    if told and _shared(place, told):
        return Hit(place.article_id, told.statement.start, told.statement.end, near, told)
    inside = [each for each in sentence.split(text) if each.start < place.end]
    inside = [each for each in inside if each.end > place.start]
    return Hit(place.article_id, inside[0].start, inside[-1].end, near)


def _shared(place: Place, stored: StoredStatement) -> int:
    """Return how many of the words' characters a statement gives to its speaker."""
    if stored.article_id != place.article_id:
        return 0
    return sum(
        max(0, min(place.end, said.end) - max(place.start, said.start))
        for said in stored.statement.said
    )


def sentences(proved: Proved, searched: int) -> tuple[str, ...]:
    """Say where the words of a question stand, and how they differ from it there."""
    here = f"in the {plural(searched, 'article')} I can search here"
    if proved.verdict == "absent":
        told = f"These words do not stand {here}. That does not mean they were never said."
    elif proved.verdict == "stitched":
        told = "These words do not stand on record in one place; their parts stand apart:"
    elif proved.verdict == "altered":
        told = "These words do not stand on record as you have them. The nearest:"
    elif any(each.marked == "headline" for each in proved.places):
        told = "These words are a headline."
    else:
        count = len({each.article_id for each in proved.places})
        told = f"These words stand on record, word for word, in {plural(count, 'article')}."
    return (told, *_whose(proved), *map(difference, proved.differences[:MOST_DIFFERENCES]))


def _whose(proved: Proved) -> tuple[str, ...]:
    claimed = proved.claim.speaker
    if proved.verdict != "wrong_speaker" or claimed is None:
        return ()
    return (f"They are not given to {claimed.name}.",)
