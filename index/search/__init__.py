"""Search: from a question to the statements and sentences that answer it, or to a reason why not.

Two ways lead to an answer. A question for what somebody said goes to the index of attributed
statements, with the speaker as a filter. Every other question goes to the passages, by nearness
of meaning and by words, and from the best of them to single sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index import people
from index.people import Known, People
from index.question import (
    Question,
    around_the_asked,
    as_fact,
    asks_for_a_thing,
    asks_only_for_a_time,
)
from index.search.answers import STRICT
from index.search.asked import asked_kind
from index.search.covered import covered
from index.search.dated import articles_from_then, from_then
from index.search.evidence import ENOUGH, PERHAPS, evidence
from index.search.fact import candidates, shown
from index.search.first import asks_whether
from index.search.found import Found, Hit, Missing, PassageHit, Searchable
from index.search.passages import (
    Ranking,
    nearest_passages,
    passage_hits,
    passages_naming,
    rank_passages,
)
from index.search.setting import worth
from index.search.spoken import Spoken
from index.search.statements import is_said_as, names_topic, on_topic, rank_statements, speak_of
from index.search.things import holds
from index.search.who import asked_about
from index.speech.pieces import is_person, is_pronoun
from index.statement import Speaker
from index.word import topic_stems, words

__all__ = [
    "Found",
    "Hit",
    "Missing",
    "PassageHit",
    "Searchable",
    "asked_kind",
    "holds",
    "known_people",
    "search",
]

# How many passages a search returns, and how many headlines a refusal shows.
PASSAGES = 10
NEAREST = 3
# How many passages the question "who said anything about …?" looks at.
WHO_SAID_PASSAGES = 30
# In how many articles "what was said last week?" is looked for.
MOST_FROM_THEN = 300
# In how many of the best articles others are looked for, and how many of them are named.
ALSO_ARTICLES = 8
ALSO_NAMES = 8


def known_people(record: Searchable, libraries: Sequence[str]) -> People:
    """Return the speakers of some libraries, one person under all their names; kept in memory."""
    key = ("known people", tuple(libraries))
    return record.database.recall(key, lambda: _known_people(record, libraries))


def _known_people(record: Searchable, libraries: Sequence[str]) -> People:
    speakers = [
        (name, kind, role, count)
        for name, kind, role, count in record.database.speakers(libraries)
        if not is_pronoun(name)  # who "I" is depends on who writes
    ]
    return people.known(
        ((name, count) for name, _, _, count in speakers),
        ((name, role) for name, _, role, _ in speakers if role and is_person(people.head(role))),
        (name for name, kind, _, _ in speakers if kind != "person"),
    )


def search(
    question: Question,
    record: Searchable,
    libraries: Sequence[str],
    known: People,
    *,
    only_passages: bool = False,
) -> Found:
    """Find what answers a question in some libraries, or why nothing does.

    ``only_passages``: the passages and the evidence are enough, no sentence is looked for.
    """
    ranking = rank_passages(question, record, libraries)
    found = _with_passages(question, ranking, record)
    if question.unclear:
        return found
    if question.kind == "said":
        spoken = Spoken(question, ranking, record, libraries, only_evidence=only_passages)
        return _said_or_told(found, spoken, known, only_passages=only_passages)
    if asks_only_for_a_time(question) and not only_passages:
        return from_then(found, record, libraries)
    if not found.passages:
        return replace(found, missing="nothing")
    if question.kind == "fact":
        return found if only_passages else _fact(found, ranking, record, libraries)
    return _in_setting(_in_manner(_who_said(found, ranking, record, libraries)), record)


def _with_passages(question: Question, ranking: Ranking, record: Searchable) -> Found:
    """Return the passages of a ranking, and how well they cover a question for a fact."""
    passages = passage_hits(ranking, record, PASSAGES)
    near = tuple(dict.fromkeys(each.passage.article_id for each in passages))[:NEAREST]
    found = Found(question, passages=passages, near=near)
    if question.kind != "fact" or question.unclear or not passages:
        return found
    return replace(found, evidence=evidence(question, passages, ranking, record))


def _said_or_told(found: Found, spoken: Spoken, known: People, *, only_passages: bool) -> Found:
    """Return what somebody said, or what is told of it where something else is asked for."""
    a_thing = not only_passages and asks_for_a_thing(found.question)
    if a_thing and (fact := _as_fact(spoken)):
        return fact
    told = _in_setting(_in_manner(_said(found, spoken, known)), spoken.record)
    if a_thing or only_passages or not _may_be_fact(told):
        return told
    return _as_fact(spoken) or told


def _may_be_fact(told: Found) -> bool:
    """Tell where no words of theirs were found, and more is asked for than words.

    "When did Ada Roe announce it?" and "has Ada Roe resigned?" may be told in nobody's words.
    """
    question = told.question
    # A topic may hold "why", too.
    before, _ = around_the_asked(question)
    asks_more = asked_kind(before) is not None or asks_whether(question.text)
    unsaid = told.missing in ("never_quoted", "other_topics")
    return unsaid and asks_more and question.manner is None


def _as_fact(spoken: Spoken) -> Found | None:
    """Return the sentences that answer a question as one for a fact, if any does."""
    fact = as_fact(spoken.question)
    ranking = rank_passages(fact, spoken.record, spoken.libraries)
    found = _with_passages(fact, ranking, spoken.record)
    if not found.passages:
        return None
    told = _fact(found, ranking, spoken.record, spoken.libraries)
    return told if told.hits else None


def _in_manner(found: Found) -> Found:
    """Put first what was said in the way that is asked for, or keep that alone, where any was.

    Who asks for quotations, or who declined to comment, wants nothing else. What is denied may be
    denied in a quotation, which no kind tells: so all else follows.
    """
    so = [hit for hit in found.hits if is_said_as(hit, found.question)]
    if not so:
        return found
    hits = [replace(hit, closeness=replace(hit.closeness, manner=True)) for hit in so]
    if found.question.manner == "denied":
        hits += [hit for hit in found.hits if hit not in so]
    return replace(found, hits=tuple(sorted(hits, key=lambda hit: -hit.closeness.score)))


def _in_setting(found: Found, record: Searchable) -> Found:
    """Put first what was said at a time, or in an outlet, that the question names."""
    question = found.question
    if not found.hits or not (question.periods or question.outlets):
        return found
    settings, _ = worth(question, (hit.article_id for hit in found.hits), record)
    hits = [
        replace(hit, closeness=replace(hit.closeness, setting=settings.get(hit.article_id, 0.0)))
        for hit in found.hits
    ]
    return replace(found, hits=tuple(sorted(hits, key=lambda hit: -hit.closeness.score)))


def _said(found: Found, spoken: Spoken, known: People) -> Found:
    asked = found.question.asked or ""
    persons = tuple(known.find(asked))
    if not persons:
        missing = _why_unknown(asked, spoken.record, spoken.libraries)
        unknown = missing == "unknown_name"
        like = people.spelt_like(asked, known) if unknown else ()
        return replace(found, missing=missing, spelt_like=like)
    if len(persons) > 1 and spoken.topic and asked.casefold().startswith("the "):
        persons = spoken.speaking(persons) or persons
    if len(persons) > 1:
        return replace(found, people=persons)
    if spoken.only_evidence and spoken.is_plain(persons[0]):
        return replace(found, people=persons, evidence=1.0)
    ranked = spoken.by(persons[0])
    if spoken.is_doubtful(persons[0], ranked):  # more often another's words
        return replace(found, missing="never_quoted")
    hits = tuple(filter(spoken.tells, ranked))
    found = replace(found, people=persons, hits=hits, evidence=_evidence(ranked))
    if not hits:
        spoke = tuple(dict.fromkeys(hit.article_id for hit in ranked))
        return replace(found, missing="other_topics", elsewhere=spoke)
    return found if spoken.only_evidence else replace(found, also=_also(hits, persons[0], spoken))


def _who_said(
    found: Found, ranking: Ranking, record: Searchable, libraries: Sequence[str]
) -> Found:
    topic = topic_stems(found.question.topic)
    passages = record.database.passages(ranking.best(WHO_SAID_PASSAGES))
    ids = {each.article_id for each in passages}
    if found.question.periods and not topic:  # whatever was said then, by anybody
        then, _ = articles_from_then(found.question, record, libraries)
        ids.update(then[:MOST_FROM_THEN])
    statements = [
        each
        for each in record.database.statements_in(sorted(ids))
        if not _is_nobody(each.statement.speaker) and not each.statement.is_position
    ]
    ranked = rank_statements(statements, topic, ranking, record)
    hits = tuple(hit for hit in ranked if names_topic(hit) or _is_asked_for(hit, found.question))
    missing: Missing | None = None if hits else "nothing"
    return replace(found, hits=hits, evidence=_evidence(ranked), missing=missing)


def _is_nobody(speaker: Speaker) -> bool:
    """Tell a "she" whom nothing resolved; "the chief executive" is somebody."""
    return speaker.kind == "unresolved" and is_pronoun(speaker.name)


def _is_asked_for(hit: Hit, question: Question) -> bool:
    """Tell a denial where one is asked for: what it denies may stand in the sentence before."""
    return question.manner in ("denied", "declined") and is_said_as(hit, question) and on_topic(hit)


def _fact(found: Found, ranking: Ranking, record: Searchable, libraries: Sequence[str]) -> Found:
    if found.question.covered:
        return covered(found, ranking, record)
    subject = asked_about(found.question.text)
    if found.evidence < PERHAPS and subject is None:
        return replace(found, missing="nothing")
    near = nearest_passages(ranking, record, PASSAGES)
    if subject:
        naming = passages_naming(subject.name, ranking, record, libraries, PASSAGES)
        near = naming or near
    given = candidates(near, found.question, ranking, record)
    if found.evidence < ENOUGH and not given.who:
        is_asked = given.asked.relation or (given.asked.names and given.asked.kind)
        hits = shown(given, STRICT) if given.held is not None and is_asked else ()
    else:
        hits = shown(given)
    missing: Missing | None = None if hits else "nothing"
    return replace(found, hits=hits, missing=missing)


def _why_unknown(asked: str, record: Searchable, libraries: Sequence[str]) -> Missing:
    """Tell a name that stands in the articles, but never as a speaker, from one that does not."""
    wanted = set(words(asked))
    matches = record.database.match(sorted(wanted), libraries, PASSAGES)
    passages = record.database.passages([passage_id for passage_id, _ in matches])
    named = any(wanted <= set(words(each.text)) for each in passages)
    return "never_quoted" if named else "unknown_name"


def _also(hits: Sequence[Hit], person: Known, spoken: Spoken) -> tuple[str, ...]:
    """Name the other persons who spoke of the topic themselves, in the articles found."""
    if not spoken.topic:
        return ()
    best = dict.fromkeys(hit.article_id for hit in hits)
    others = [
        each
        for each in spoken.record.database.statements_in(list(best)[:ALSO_ARTICLES])
        if each.statement.speaker.kind == "person"
        and each.statement.speaker.name not in (*person.aliases, *person.voices, *person.offices)
        and any(said.kind not in ("declined", "position") for said in each.statement.said)
    ]
    spoke = speak_of(others, spoken.topic, spoken.ranking, spoken.record)
    names = dict.fromkeys(hit.statement.statement.speaker.name for hit in spoke if hit.statement)
    return tuple(names)[:ALSO_NAMES]


def _evidence(ranked: Sequence[Hit]) -> float:
    """Return how well the best of the hits covers the question, 0 to 1."""
    return max((max(hit.closeness.around, hit.closeness.meaning) for hit in ranked), default=0.0)
