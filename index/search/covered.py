"""Covered: what outlets published on a topic, where a question asks for just that."""

from __future__ import annotations

from dataclasses import replace

from index.question import Question
from index.search.found import Found, Hit, Missing, Searchable
from index.search.order import in_turns
from index.search.passages import Ranking, article_of, read_passages
from index.search.sentences import rank_sentences

# So many passages of the outlets are read, and so many sentences shown of what they hold.
_PASSAGES = 10
_MOST_SENTENCES = 6
# How much of the topic's words a passage and its headline must hold between them.
_ON_TOPIC = 0.5


def covered(found: Found, ranking: Ranking, record: Searchable) -> Found:
    """Return the sentences of the named outlets' articles that are nearest to the topic.

    Each outlet has its turn. What other outlets published is not shown: it is not asked for.
    """
    outlet_of = _outlets(found.question, ranking, record)
    theirs = [each for each in ranking.scores if article_of(each) in outlet_of]
    near = in_turns(theirs, lambda one: outlet_of[article_of(one)], len(theirs))[:_PASSAGES]
    ranked = rank_sentences(
        read_passages(near, ranking.scores, record), found.question, ranking, record
    )
    telling = {_place(hit): hit for hit in ranked if hit.closeness.around >= _ON_TOPIC}
    order = in_turns(list(telling), lambda one: outlet_of[one.partition(":")[0]], len(telling))
    hits = tuple(telling[one] for one in order[:_MOST_SENTENCES])
    missing: Missing | None = None if hits else "nothing"
    return replace(found, hits=hits, missing=missing)


def _outlets(question: Question, ranking: Ranking, record: Searchable) -> dict[str, str]:
    """Return the outlet of each article that was found and that a named outlet published."""
    meant = {one for each in question.outlets for one in each.outlets}
    origins = record.database.origins(sorted(set(map(article_of, ranking.scores))))
    return {
        one: each.outlet for one, each in origins.items() if each.outlet and each.outlet in meant
    }


def _place(hit: Hit) -> str:
    return f"{hit.article_id}:{hit.start}"
