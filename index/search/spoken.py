"""Spoken: what one person said on a topic, from the index of statements."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from index.database import StoredStatement
from index.people import Known
from index.question import Question
from index.search.found import Hit, Searchable
from index.search.passages import Ranking, article_of, standing
from index.search.statements import measure, on_topic, rank_statements
from index.speech.lexicon import DETERMINERS, GROUPS
from index.word import topic_stems, topic_words

# Of a person with more statements, only those in articles near the topic are looked at: the ones
# that were found, and those of so many passages of articles in which the person speaks.
MANY_STATEMENTS = 600
PASSAGES_BY_WORDS = 100
# So many of the best passages are looked at first where only the evidence counts.
GOOD_PASSAGES = 5


@dataclass(frozen=True)
class Spoken:
    """Finds what people said on a question's topic, in some libraries.

    ``only_evidence``: how near the nearest statement is will do, whatever the order.
    """

    question: Question
    ranking: Ranking
    record: Searchable
    libraries: Sequence[str]
    only_evidence: bool = False

    @functools.cached_property
    def topic(self) -> list[str]:
        """The stems of the topic's words."""
        return topic_stems(self.question.topic)

    def by(self, person: Known) -> list[Hit]:
        """Return what a person said, nearest to the topic first; for a body, who speaks for it."""
        ranked = self._ranked(self._statements(person, person.aliases))
        others = (*person.voices, *person.offices)
        if not others or any(map(self.tells, ranked)):
            return ranked
        officers = [
            each
            for each in self._statements(person, others)
            if person.speaks(each.statement.speaker.name, each.statement.speaker.role)
        ]
        return ranked + self._ranked(officers)

    def is_plain(self, person: Known) -> bool:
        """Tell whether a person says something with the whole topic around it in a good passage.

        More evidence there cannot be: then nothing else that the person says need be read.
        """
        near = dict.fromkeys(map(article_of, self.ranking.best(GOOD_PASSAGES)))
        said = self.record.database.statements_by(person.aliases, self.libraries, near)
        measured = measure(said, self.topic, self.ranking, self.record)
        return any(hit.closeness.around >= 1 and not hit.closeness.weak for hit in measured)

    def tells(self, hit: Hit) -> bool:
        """Tell whether a statement is on the topic, if there is one.

        “The study” is another one in every article: more than half of the topic tells which.
        """
        if not self.topic:
            return True
        speaker = hit.statement.statement.speaker if hit.statement else None
        return on_topic(hit, by_most=speaker is not None and _has_no_name(speaker.name))

    def is_doubtful(self, person: Known, ranked: Sequence[Hit]) -> bool:
        """Tell whether all that a person is said to have said was worked out on thin evidence."""
        every = bool(ranked) and not self._many(person)
        return every and all(hit.closeness.weak for hit in ranked)

    def speaking(self, persons: Sequence[Known]) -> tuple[Known, ...]:
        """Keep who spoke of the topic: of two mayors, the one who spoke of the bell is meant."""
        return tuple(one for one in persons if any(on_topic(hit) for hit in self.by(one)))

    def _ranked(self, statements: Sequence[StoredStatement]) -> list[Hit]:
        current = standing((each.article_id for each in statements), self.record)
        stand = [each for each in statements if each.article_id in current]
        return rank_statements(
            stand, self.topic, self.ranking, self.record, only_evidence=self.only_evidence
        )

    def _statements(self, person: Known, names: Sequence[str]) -> list[StoredStatement]:
        by = self.record.database.statements_by
        near = by(names, self.libraries, self._articles_near(names)) if self._many(person) else []
        return near or by(names, self.libraries)

    def _many(self, person: Known) -> bool:
        return bool(self.topic) and person.count > MANY_STATEMENTS

    def _articles_near(self, names: Sequence[str]) -> set[str]:
        by_words = self.record.database.match_spoken(
            topic_words(self.question.topic), names, self.libraries, PASSAGES_BY_WORDS
        )
        return {article_of(one) for one in (*self.ranking.scores, *(one for one, _ in by_words))}


def _has_no_name(speaker: str) -> bool:
    """Tell "the study" and "officials" from whoever is called by a name."""
    first, *others = speaker.split()
    own = others if first.casefold() in DETERMINERS else [first, *others]
    # What opens a sentence is written large: "Police said …".
    small = [first.casefold(), *others] if first.casefold() in GROUPS else own
    return all(word.islower() for word in small)
