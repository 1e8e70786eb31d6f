"""What a "he" or an "it" of an article may stand for, so that a draft may say it instead. Pure."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.proof.prose import Token, claimed, stems_of, tokens
from index.people.wordlist import wordlist
from index.sentence import Span
from index.speech.mention import gender_of
from index.statement import Statement

POINTING = wordlist("he she it they him her them his hers its their theirs")
_GENDER = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she"}
# "The harbour has carried", where the record goes on with "It has carried".
MOST_OPENING = 2


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the sentence before, by its stems, and whether it is a man's or a woman's."""

    stems: frozenset[str]
    gender: str | None


@dataclass(frozen=True, slots=True)
class Referents:
    """What may be meant: who speaks in the sentence, and the words of the sentence before it.

    ``opening`` are the first words there that claim anything.
    """

    stems: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()
    opening: frozenset[str] = frozenset()
    names: tuple[Named, ...] = ()

    def names_it(self, token: Token) -> bool:
        """Tell whether a word is of a name, though it may open a sentence."""
        own = [*(each.stems for each in self.names), self.speakers]
        return any(token.stem in each for each in own)

    def may_be(self, token: Token, pronoun: str) -> bool:
        """Tell whether a name may be whom a pronoun means; not where another is likelier."""
        gender = _GENDER.get(pronoun)
        if token.stem in self.speakers or gender is None:
            return True
        own = [each for each in self.names if token.stem in each.stems]
        others = [each for each in self.names if token.stem not in each.stems]
        likelier = any(each.gender == gender for each in others)
        return not likelier and all(each.gender in (None, gender) for each in own)


def referents(text: str, before: Span | None, statements: Sequence[Statement]) -> Referents:
    """Return what may be meant in a sentence, by the one before it and those who speak in it."""
    if before is None:
        return Referents()
    read = tokens(text, before)
    speakers = frozenset[str]().union(*(stems_of(each.speaker.name) for each in statements))
    return Referents(
        stems=speakers.union(token.stem for token in read),
        speakers=speakers,
        opening=frozenset(token.stem for token in claimed(read)[:MOST_OPENING]),
        names=tuple(_names(text, read)),
    )


def _names(text: str, read: Sequence[Token]) -> Iterator[Named]:
    for capital, run in itertools.groupby(read, lambda each: text[each.start].isupper()):
        words = list(run)
        if capital and (len(words) > 1 or words[0].is_name):
            name = text[words[0].start : words[-1].end]
            yield Named(frozenset(each.stem for each in words), gender_of(name, None))
