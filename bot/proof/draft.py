"""A draft read: its quotations, whom it says spoke them, and where. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.proof import marks
from bot.proof.lines import unwrapped
from bot.proof.marks import Quoted
from bot.proof.naming import Catalogue, Mention
from bot.proof.verdict import Claim
from bot.proof.words import read as read_words
from index import sentence, speech
from index.sentence import Span
from index.speech.verbs import SAY, TELL
from index.statement import Speaker, Statement

_PART = r"(?:[A-Z][\w.’'-]*|de|van|von|bin|al)"
_NAME = rf"(?:[Tt]he )?(?P<name>{_PART}(?: {_PART})*)"
# `“…” — John Kirby`
_DASHED = re.compile(rf"[ ,]*\n?\s*(?:—|–|--?|―)\s*{_NAME}")
# `As John Kirby put it, “…`, `In the words of John Kirby: “…`, `In Kirby’s words, “…`
_LED_IN = tuple(
    re.compile(rf"{words}[,:]?\s*\Z")
    for words in (
        rf"\b[Aa]s {_NAME} (?:has |had )?puts? it",
        rf"\b[Ii]n the words of {_NAME}",
        rf"\b[Ii]n {_NAME}[’']s words",
    )
)
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_INNER = re.compile('[“”„"]')
_SAYING = frozenset(SAY | TELL) | {"according to"}
# In characters.
_LOOKED_BACK = 120
# `Source: The Harbour Gazette, page 3, 12 March 2024`
MOST_BESIDE = 8


@dataclass(frozen=True, slots=True)
class Named:
    """The articles that a draft names for a quotation, and the outlets, by their folded words."""

    article_ids: frozenset[str]
    outlets: frozenset[tuple[str, ...]] = frozenset()


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation of a draft. ``start`` and ``end`` enclose it with its marks.

    ``named`` is None where the draft names no article for it. The ``claim`` does not say it yet:
    an outlet that is named may be one that an article of another outlet passes on. ``goes_on``:
    it continues the sentence of the quotation before it, `“The quay,” she said, “will serve.”`
    """

    start: int
    end: int
    claim: Claim
    named: Named | None
    is_closed: bool
    goes_on: bool = False


def quotations(text: str, catalogue: Catalogue) -> tuple[Quotation, ...]:
    """Read a draft. Marks with no word between them are no quotation."""
    text = unwrapped(text)
    quoted = [each for each in marks.find(text) if read_words(text[slice(*each.inside)])]
    if not quoted:
        return ()
    statements = speech.find(_in_plain_marks(text, quoted))
    spans = sentence.split(text)
    mentions = [each for each in catalogue.mentions(text) if not _is_within(each, quoted)]
    read = _Read(text, spans, statements, mentions)
    made = [_quotation(read, each) for each in quoted]
    return tuple(
        replace(each, goes_on=before is not None and _goes_on(text, before, each))
        for before, each in zip([None, *made], made, strict=False)
    )


def unread(text: str) -> int:
    """Count the marks of a draft that seem to open a quotation and were not read as one."""
    text = unwrapped(text)
    return marks.unread(text, marks.find(text))


def _goes_on(text: str, before: Quotation, each: Quotation) -> bool:
    """Tell whether two quotations are one sentence of one speaker, with the attribution between."""
    between = text[before.end : each.start]
    return (
        before.claim.text.endswith((",", "—", "–", "-"))
        and each.claim.text[:1].islower()
        and each.claim.speaker is not None
        and each.claim.speaker == before.claim.speaker
        and not _SENTENCE_END.search(between)
    )


def _in_plain_marks(text: str, quoted: Sequence[Quoted]) -> str:
    """Return a draft of the same length whose outer marks are “ and ”, and that has no others.

    Any kind of marks is then read as a quotation by the rules for who said what.
    """
    pieces: list[str] = []
    cursor = 0
    for each in quoted:
        start, end = each.inside
        pieces.append(text[cursor : each.start] + "“" * (start - each.start))
        pieces.append(_INNER.sub("’", text[start:end]) + "”" * (each.end - end))
        cursor = each.end
    return "".join([*pieces, text[cursor:]])


@dataclass(frozen=True, slots=True)
class _Read:
    text: str
    sentences: Sequence[Span]
    statements: Sequence[Statement]
    mentions: Sequence[Mention]

    def around(self, quoted: Quoted) -> Span:
        """Return the sentence or sentences in which a quotation stands."""
        inside = [s for s in self.sentences if s.start < quoted.end and quoted.start < s.end]
        return Span(inside[0].start, inside[-1].end) if inside else Span(*quoted[:2])


def _quotation(read: _Read, quoted: Quoted) -> Quotation:
    around = read.around(quoted)
    text = read.text[slice(*quoted.inside)]
    lead = read.text[around.start : quoted.start]
    speaker, is_said = _speaker(read, quoted)
    in_full = is_said and (not read_words(lead) or lead.rstrip().endswith((":", ",")))
    claim = Claim(text, speaker, None, lead, in_full)
    return Quotation(quoted.start, quoted.end, claim, _named(read, quoted), quoted.is_closed)


def _speaker(read: _Read, quoted: Quoted) -> tuple[Speaker | None, bool]:
    """Return whom a draft says to have spoken a quotation, and whether by a verb of saying.

    None where it does not say. A dash before the name is as good as a verb.
    """
    best, most = None, 0
    for each in read.statements:
        for said in each.said:
            share = min(said.end, quoted.end) - max(said.start, quoted.start)
            if share > most:
                best, most = each, share
    if best is None:
        speaker = _by_form(read, quoted)
        return speaker, speaker is not None
    if best.weak and not best.cue:
        return None, False
    return best.speaker, best.cue.casefold() in _SAYING


def _by_form(read: _Read, quoted: Quoted) -> Speaker | None:
    """Return the speaker of a quotation that is set off by a dash, or led in without a verb."""
    behind = _DASHED.match(read.text, quoted.end)
    if behind:
        return Speaker(behind["name"], behind["name"])
    before = read.text[max(0, quoted.start - _LOOKED_BACK) : quoted.start]
    led = next(filter(None, (form.search(before) for form in _LED_IN)), None)
    return Speaker(led["name"], led["name"]) if led else None


def _named(read: _Read, quoted: Quoted) -> Named | None:
    """Return what is named in the sentence of a quotation, else in its paragraph, else above it."""
    start, end = read.around(quoted)
    paragraph = Span(
        read.text.rfind("\n", 0, start) + 1, (read.text.find("\n", end) + 1 or len(read.text) + 1)
    )
    for span in (Span(start, end), paragraph):
        found = [each for each in read.mentions if span.start <= each.start < span.end]
        if found:
            return _both(found)
    above = [each for each in read.mentions if each.end <= paragraph.start]
    return _both(above[-1:]) if above and _is_heading(read.text, above[-1]) else None


def _both(mentions: Sequence[Mention]) -> Named:
    """Return the articles that fit all that is named: a headline and its outlet name one."""
    precise = [each.article_ids for each in mentions if not each.outlet]
    outlets = [each.article_ids for each in mentions if each.outlet]
    names = frozenset(each.outlet for each in mentions if each.outlet)
    ids = frozenset().union(*(precise or outlets))
    return Named(ids, frozenset() if precise else names)


def _is_heading(text: str, mention: Mention) -> bool:
    """Tell whether a mention is nearly all of its line, and that no sentence."""
    start = text.rfind("\n", 0, mention.start) + 1
    end = text.find("\n", mention.end)
    line = text[start : end if end >= 0 else len(text)]
    others = len(read_words(line)) - len(read_words(text[mention.start : mention.end]))
    return others <= MOST_BESIDE and not line.rstrip().endswith((".", "!", "?", ","))


def _is_within(mention: Mention, quoted: Sequence[Quoted]) -> bool:
    """Tell whether a name stands inside a quotation and is not all of it (as a headline is)."""
    return any(
        each.start <= mention.start < each.end
        and (mention.start, mention.end) != (each.inside.start, each.inside.end)
        and mention.end - mention.start < 0.9 * (each.inside.end - each.inside.start)
        for each in quoted
    )
