"""What a "he" or an "it" of an article may stand for, so that a draft may say it instead. Pure.

Only what is plain counts. A "he" is the one man who can be meant; an "it" or a "they" is the
subject of the sentence before, where nothing else there could be it. In doubt it is nobody.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.proof.prose import DATES, Token, claimed, stems_of, tokens
from index.people.names import HONORIFICS
from index.people.wordlist import wordlist
from index.sentence import Span
from index.speech.mention import gender_of, is_group
from index.statement import Speaker, Statement

POINTING = wordlist("he she it they him her them his hers its their theirs")
_GENDER = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she"}
_MANY = wordlist("they them their theirs")
# "The harbour has carried", where the record goes on with "It has carried".
MOST_OPENING = 2
_DETERMINERS = wordlist("the a an this that its his her their")
# What is named behind these is no subject, and mostly a place or a body: "chief of Sound Ferries".
_WITHIN = wordlist("of in at near on from")
_ARTICLES = wordlist("the a an")
# Right behind a subject: "the harbour has", "the harbour was".
_GOING_ON = wordlist("is are was were has had have will would can could may might shall should did")
_PLURAL = re.compile(r"(?<![sui])s\Z|\A(?:people|police|children|men|women)\Z")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody by the stems of a name, and whether it is a man or a woman.

    None: it is not known; "none": it is a body or a place.

    ``sure``: it is a name, and of a person, as far as can be seen. ``leads``: the sentence begins
    with it.
    """

    stems: frozenset[str]
    gender: str | None
    sure: bool = True
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Referents:
    """What may be meant: who speaks in the sentence, and who is named in the one before it.

    ``subject`` are the words there of what an "it" may mean, or a "they" where it is ``many``.
    ``rivalled``: somebody without a name may be meant there too, as in "Roe met the mayor".
    """

    stems: frozenset[str] = frozenset()
    speakers: tuple[Named, ...] = ()
    subject: frozenset[str] = frozenset()
    many: bool = False
    names: tuple[Named, ...] = ()
    rivalled: bool = False

    def names_it(self, token: Token) -> bool:
        """Tell whether a word is of a name, though it may open a sentence."""
        return any(token.stem in each.stems for each in (*self.names, *self.speakers))

    def may_be(self, token: Token, pronoun: str, said: frozenset[str]) -> bool:
        """Tell whether a word may be of whom a pronoun means; not where another may be as well.

        ``said`` are the stems of all words of the draft: an "it" is the whole of its subject.
        """
        gender = _GENDER.get(pronoun)
        if gender is None:
            fits = self.many == (pronoun in _MANY)
            return fits and token.stem in self.subject and self.subject <= said
        if any(token.stem in each.stems for each in self.speakers):
            return self._speaks(token, gender)
        return self._is_only_one(token, gender)

    def _speaks(self, token: Token, gender: str) -> bool:
        own = [each for each in self.speakers if token.stem in each.stems]
        others = [each for each in self.names if token.stem not in each.stems]
        return any(
            each.gender == gender
            or (each.gender is None and not any(one.gender == gender for one in others))
            for each in own
        )

    def _is_only_one(self, token: Token, gender: str) -> bool:
        own = [each for each in self.names if token.stem in each.stems]
        others = [each for each in self.names if token.stem not in each.stems]
        if not all(each.sure and each.gender in (None, gender) for each in own):
            return False
        known = any(each.gender == gender for each in own)
        leads = any(each.leads for each in own)
        if any(each.gender in (None, gender) for each in others) or (self.rivalled and not known):
            return False
        return leads or (
            known and any(each.leads and each.gender in ("he", "she") for each in others)
        )


def referents(text: str, before: Span | None, statements: Sequence[Statement]) -> Referents:
    """Return what may be meant in a sentence, by the one before it and those who speak in it."""
    if before is None:
        return Referents()
    read = tokens(text, before)
    speakers = tuple(_speaker(each.speaker) for each in statements)
    names = tuple(_names(text, read))
    subject = _subject(text, read, names)
    return Referents(
        stems=frozenset(token.stem for token in read).union(*(each.stems for each in speakers)),
        speakers=speakers,
        subject=frozenset(each.stem for each in subject),
        many=bool(subject) and bool(_PLURAL.search(subject[-1].folded)),
        names=names,
        rivalled=_is_rivalled(read),
    )


def _speaker(spoke: Speaker) -> Named:
    """Return a speaker; no body is a man or a woman."""
    titles = [each for each in spoke.as_written.split() if each.lower().rstrip(".") in HONORIFICS]
    title = titles[0].rstrip(".") if titles else ""
    written = _GENDER.get(spoke.as_written.casefold())
    gender = written or gender_of(spoke.name, spoke.role, title)
    return Named(stems_of(spoke.name), gender if spoke.kind == "person" else "none")


def _names(text: str, read: Sequence[Token]) -> Iterator[Named]:
    opening = next((each for each in claimed(read) if each.folded not in DATES), None)
    for (is_written, _), run in itertools.groupby(read, lambda each: _in_name(text, each)):
        words = list(run)
        if not is_written:
            continue
        titles = list(itertools.takewhile(lambda each: each.folded in HONORIFICS, words))
        called = words[len(titles) :] or words
        name = text[called[0].start : called[-1].end]
        sure = len(words) > 1 or words[0].is_name or _is_written_elsewhere(text, name)
        gender = gender_of(name, None, titles[-1].folded if titles else "")
        before = read[read.index(words[0]) - 1].folded if words[0] is not read[0] else ""
        yield Named(
            frozenset(each.stem for each in words),
            "none" if gender is None and (is_group(name) or before in _WITHIN) else gender,
            sure and not is_group(name) and not any(each.owns for each in words),
            opening in words,
        )


def _in_name(text: str, token: Token) -> tuple[bool, int]:
    """Tell whether a word may be of a name, and in which part of its sentence it stands."""
    may = token.kind != "free" or token.folded in HONORIFICS
    return text[token.start].isupper() and may and token.folded not in DATES, token.part


def _is_written_elsewhere(text: str, name: str) -> bool:
    """Tell whether a word that opens a sentence has its capital within another one too."""
    return re.search(rf"[a-z,] {re.escape(name)}\b", text) is not None


def _subject(text: str, read: Sequence[Token], names: Sequence[Named]) -> Sequence[Token]:
    """Return the words of the thing or body with which a sentence begins: "The union rejected".

    None where its end is not plain, or where what comes behind it could be meant as well.
    """
    first = 1 if read and read[0].folded in _ARTICLES else 0
    last = first
    while last < len(read) and _goes_on(read, first, last):
        last += 1
    own = read[first:last]
    if not own or len(own) > MOST_OPENING + 1 or not _ends_at(read, last):
        return ()
    if not first and not is_group(text[own[0].start : own[-1].end]):
        return ()
    many = bool(_PLURAL.search(own[-1].folded))
    return () if _has_rival(read[last:], many, names, own) else own


def _goes_on(read: Sequence[Token], first: int, place: int) -> bool:
    each = read[place]
    verb = place > first and each.folded.endswith("ed")
    return each.kind == "content" and not verb and not each.owns and each.clause == 0


def _ends_at(read: Sequence[Token], place: int) -> bool:
    """Tell whether a verb is what stands right behind a subject."""
    if place >= len(read) or read[place].clause != 0:
        return False
    each = read[place]
    is_verb = each.kind in ("denial", "doubt") or each.folded in _GOING_ON
    return is_verb or (each.kind == "content" and each.folded.endswith("ed") and not each.owns)


def _has_rival(
    rest: Sequence[Token], many: bool, names: Sequence[Named], own: Sequence[Token]
) -> bool:
    if many:
        return any(each.kind == "content" and _PLURAL.search(each.folded) for each in rest)
    stems = {each.stem for each in own}
    if any(each.gender in (None, "none") and stems.isdisjoint(each.stems) for each in names):
        return True
    return _has_single(rest)


def _is_rivalled(read: Sequence[Token]) -> bool:
    """Tell whether one without a name is told of, but for what stands right behind a name."""
    aside = 1 if all(each.is_name or each is read[0] for each in read if each.part == 0) else 0
    return _has_single([each for each in read if not aside or each.part != aside])


def _has_single(read: Sequence[Token]) -> bool:
    """Tell whether one person or thing is told of: "the mayor", "an offer"."""
    return any(
        each.folded in _DETERMINERS and behind.kind == "content" and not _is_plural(behind)
        for each, behind in itertools.pairwise(read)
    )


def _is_plural(token: Token) -> bool:
    return _PLURAL.search(token.folded) is not None
