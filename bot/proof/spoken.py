"""Where the quotations of a draft's sentence stand, and whether its speaker said them. Pure.

Stricter than ``judge``, which judges what people wrote: a model's sentence must name who speaks,
even of one quoted word; it may put nothing of its own into brackets; and where the record does
not say plainly who spoke, nobody may be named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.proof import speaker
from bot.proof.citation import CitedSentence
from bot.proof.draft import Quotation
from bot.proof.failing import Failing
from bot.proof.judge import prove
from bot.proof.telling import is_same
from bot.proof.verdict import Place, Proved, Verdict
from bot.proof.window import Cited
from bot.proof.words import CONDITIONS, Word, is_negation
from bot.proof.words import read as read_words
from index.statement import Speaker, Statement

_REASONS: dict[Verdict, str] = {
    "altered": "“{words}” does not stand so on record",
    "stitched": "“{words}” was put together from several places",
    "wrong_speaker": "“{words}” was not said by {name}",
    "absent": "“{words}” stands in no article that was given",
}
_BRACKET = re.compile(r"\[[^\[\]]*\w[^\[\]]*\]")
_CONDITION = re.compile(rf"[\s,”\"’]*\b(?:{'|'.join(sorted(CONDITIONS))})\b", re.IGNORECASE)
# "said there were not “…”": so near before a quotation a denial is of what is quoted.
_LEAD = 2
# What stands in marks and is so short may be a name or a term: a 'bubbler' prop.
MOST_OF_TERM = 3
# Of words within another's words, so much must be the speaker's.
MOSTLY = 0.8


def stand_quoted(
    one: Quotation, cited: CitedSentence, sources: Sequence[Cited]
) -> tuple[Place, ...] | Failing:
    """Return where a quotation stands: in the articles cited, else in one that should be."""
    words = one.claim.text
    if not one.is_closed:
        return Failing("altered", f"The quotation “{words}” is never closed.")
    ids = frozenset(s.evidence.article_id for s in sources if s.number in cited.numbers)
    proved = prove(replace(one.claim, named=ids), [source.evidence for source in sources])
    if proved.verdict not in ("found", "elsewhere"):
        return Failing(proved.verdict, _reason(proved))
    places = [place for place in proved.places if _is_spoken(one, place, cited, sources)]
    if not places:
        return Failing("wrong_speaker", _not_theirs(one), one.claim.speaker is None)
    alike = [place for place in places if _is_like(one, cited, _source(place, sources), place)]
    if not alike:
        return Failing(
            "altered", f"What surrounds “{words}” changes it: a “not”, an “if”, or a bracket."
        )
    return tuple(alike[:1] if proved.verdict == "elsewhere" else alike)


def _source(place: Place, sources: Sequence[Cited]) -> Cited:
    return next(each for each in sources if each.evidence.article_id == place.article_id)


def _is_spoken(
    one: Quotation, place: Place, cited: CitedSentence, sources: Sequence[Cited]
) -> bool:
    """Tell whether words stand in the mouth of whom the sentence names, and of nobody else."""
    evidence = _source(place, sources).evidence
    recorded = evidence.speakers(place.start, place.end, quoted=place.marked == "quoted")
    claimed = one.claim.speaker
    if claimed is not None:
        theirs = bool(recorded) and _is_theirs(claimed, recorded, evidence.statements, place)
        return theirs and _names_teller(claimed, cited.text, evidence.statements, place)
    if not recorded:
        return place.marked in ("written", "headline") or _is_term(one)
    around = f"{cited.text[: one.start]} {cited.text[one.end :]}"
    return any(_is_named_alone(each, around, sources) for each in recorded)


def _names_teller(
    claimed: Speaker, text: str, statements: Iterable[Statement], place: Place
) -> bool:
    """Tell whether a sentence names who passes on the words, if they are known from nobody else."""
    tellers = [
        each.relayed_by
        for each in statements
        if is_same(claimed, each.speaker)
        and any(said.start < place.end and place.start < said.end for said in each.said)
    ]
    return not tellers or any(by is None or speaker.is_named(by, text) for by in tellers)


def is_nobodys(one: Quotation, places: Sequence[Place]) -> bool:
    """Tell whether words in marks are nobody's: a term, or what an article itself writes.

    Then they must stand where the words around them do, like any other.
    """
    return one.claim.speaker is None and all(each.speaker is None for each in places)


def is_given(one: Quotation) -> bool:
    """Tell whether a sentence says whose the words in marks are; of a term it need not."""
    return one.claim.speaker is not None or _is_term(one)


def _is_term(one: Quotation) -> bool:
    return len(read_words(one.claim.text)) <= MOST_OF_TERM


def _is_theirs(
    claimed: Speaker, recorded: Sequence[Speaker], statements: Iterable[Statement], place: Place
) -> bool:
    """Tell whether the record gives words to a speaker, and to no other person beside them.

    Where one tells of another's words, they are of each who said nearly all of them; a body that
    reports them is no other.
    """
    persons = [each for each in recorded if each.kind == "person"] or recorded
    relays = any(
        each.relays or each.relayed_by
        for each in statements
        if each.start < place.end and place.start < each.end
    )
    if relays:
        return _said_by(claimed, statements, place) >= MOSTLY * (place.end - place.start)
    return all(is_same(claimed, each) for each in persons)


def _said_by(claimed: Speaker, statements: Iterable[Statement], place: Place) -> int:
    """Return how many characters of a place the record gives to a speaker."""
    shares = (
        sum(max(0, min(s.end, place.end) - max(s.start, place.start)) for s in each.said)
        for each in statements
        if is_same(claimed, each.speaker)
    )
    return max(shares, default=0)


def _is_named_alone(spoke: Speaker, around: str, sources: Iterable[Cited]) -> bool:
    """Tell whether a sentence names who spoke, by surname, and nobody else who could have."""
    others = [
        each
        for source in sources
        for each in source.speakers
        if speaker.compare(each, [spoke]) == "other"
    ]
    named = any(speaker.is_named(each, around) for each in others)
    return speaker.is_named(spoke, around) and not named


def _is_like(one: Quotation, cited: CitedSentence, source: Cited, place: Place) -> bool:
    """Tell whether a draft denies what it quotes as the record does, and brackets only as it.

    It may not end before a condition: "We will act if they ask".
    """
    text = source.evidence.text
    if any(each not in text for each in _BRACKET.findall(one.claim.text)):
        return False
    limit = _CONDITION.match(text, place.end)
    if limit and not _CONDITION.match(cited.text, one.end):
        return False
    if not _denies(read_words(one.claim.lead)[-_LEAD:]):
        return True
    window = next((w for w in source.windows if w.span.start <= place.start < w.span.end), None)
    return window is None or _denies(read_words(text[window.span.start : place.start]))


def _denies(words: Sequence[Word]) -> bool:
    return any(is_negation(word.folded) for word in words)


def _reason(proved: Proved) -> str:
    name = proved.claim.speaker.name if proved.claim.speaker else "whom the sentence names"
    reason = _REASONS[proved.verdict].format(words=proved.claim.text, name=name)
    differ = [f"“{d.claimed}” for “{d.recorded}”" for d in proved.differences]
    return f"{reason}{': ' if differ else ''}{', '.join(differ)}."


def _not_theirs(one: Quotation) -> str:
    if one.claim.speaker is None or one.claim.speaker.kind == "unresolved":
        return f"The sentence does not name who said “{one.claim.text}”."
    return f"The record does not give “{one.claim.text}” to {one.claim.speaker.name}."
