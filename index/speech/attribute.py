"""Step 5: within one sentence, which words a cue gives to which speaker. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.speech import cue as cues
from index.speech import joint, nominal, passive, verbs
from index.speech import lexicon as lex
from index.speech.attribution import Attribution
from index.speech.author import document
from index.speech.bearer import bearer
from index.speech.belief import believable, can_be_said, declines, is_bare
from index.speech.cue import Cue
from index.speech.inversion import read_according, read_colon, read_inverted
from index.speech.lead import words_before, words_beside_as
from index.speech.neighbours import is_in_passing, settle
from index.speech.opening import (
    after_hearer,
    hearer_of,
    introduced,
    past_clause,
    past_insertion,
    start_of_content,
)
from index.speech.phrase import Source
from index.speech.pieces import (
    ENDS,
    Pieces,
    Range,
    around,
    has_quote,
    has_verb,
    is_quote,
    is_speech_quote,
    low,
    trim,
)
from index.speech.reach import (
    TURNS,
    is_fresh_quote,
    opens_subordinate,
    relative_end,
    second_half,
    subordinate_end,
    until_comment,
    until_narration,
    until_next_verb,
    until_quoted,
)
from index.speech.reading import Sentence
from index.speech.setting import is_setting
from index.speech.silence import is_silence
from index.speech.subject import find_subject
from index.speech.turn import leads_on, until_next_act, until_turn

# A quotation is one piece: no sentence of a newspaper comes near, a table or a list may.
LONGEST_SENTENCE = 300


def find(sentence: Sentence) -> list[Attribution]:
    """Find the attributions of one sentence, left to right; none in what is too long for prose."""
    found: list[Attribution] = []
    if len(sentence.pieces) > LONGEST_SENTENCE:
        return found
    for cue in cues.find(sentence):
        if attribution := at(sentence, cue, found):
            found.append(attribution)
    settled = settle(sentence.pieces, found)
    return [
        one
        for one in settled
        if one.awaits
        or (
            _still_said(sentence, one)
            and not is_in_passing(sentence.pieces, one, settled)
            and not is_silence(sentence.pieces, one.cue)
        )
    ]


def at(sentence: Sentence, cue: Cue, earlier: Sequence[Attribution]) -> Attribution | None:
    """Read one cue of a sentence: None where it attributes nothing to anybody."""
    opened, closed = around(sentence.pieces, cue.first)
    found = _attribute(sentence.pieces[:closed], cue, earlier, opened)
    return found if found and not is_bare(sentence.pieces, found.source) else None


def _still_said(sentence: Sentence, one: Attribution) -> bool:
    """Ask again after neighbours took their part: "added 160 seats, Reuters reported"."""
    if one.position != "after" or one.cue.kind in ("colon", "according", "noun"):
        return True
    return can_be_said(sentence.pieces, one.cue, one.content[0])


def _attribute(
    pieces: Pieces, cue: Cue, earlier: Sequence[Attribution], opened: int
) -> Attribution | None:
    """Read one cue, and everybody whose words it gives."""
    found = _read(pieces, cue, earlier, opened)
    if found is None or found.inherited:
        return found
    others = joint.beside(pieces, found.source, cue.first)
    return replace(found, joint=others) if others else found


def _read(
    pieces: Pieces, cue: Cue, earlier: Sequence[Attribution], opened: int
) -> Attribution | None:
    floor = max(opened, _floor(earlier, len(pieces)))
    if cue.kind == "according":
        return read_according(pieces, cue, floor)
    if cue.kind == "noun":
        return nominal.read(pieces, cue)
    if cue.kind == "colon":
        return read_colon(pieces, cue)
    if turned := read_inverted(pieces, cue, floor) or passive.read(pieces, cue):
        return turned
    source, inherited = find_subject(pieces, cue, earlier, floor)
    source = source and document(pieces, bearer(pieces, source))
    if source is None or not believable(pieces, cue, source, inherited):
        return None
    others = () if inherited else joint.beside(pieces, source, cue.first)
    everybody = replace(source, first=min((source.first, *(one.first for one in others))))
    floor = max(opened, _floor(earlier, everybody.first))
    placed = _place(pieces, cue, everybody, inherited, floor)
    return replace(placed, source=source) if placed else None


def _floor(earlier: Sequence[Attribution], place: int) -> int:
    """Find how far back words before ", X said" may reach: not over another `“…,” Y said`.

    What another cue gives to what follows it, X may have said as a whole: "Roe denied it, X said".
    """
    behind = [
        one.cue.last + 1 for one in earlier if one.cue.last < place and one.position != "after"
    ]
    return max(behind, default=0)


def _place(
    pieces: Pieces, cue: Cue, source: Source, inherited: bool, floor: int
) -> Attribution | None:
    """Find where the words stand: before the speaker, around, or behind the cue."""
    start = start_of_content(pieces, cue)
    if source.first > cue.last:  # "Noting that …, Ann Roe left"
        content = trim(pieces, start, source.first - 1)
        return Attribution(cue, source, (content,), "after", True) if content else None
    told = not inherited and cue.verb not in _NOT_AS
    beside = words_beside_as(pieces, source, start, floor) if told else None
    if beside is not None:
        return Attribution(cue, source, (beside,), "around")
    lead = None if inherited or source.relative else words_before(pieces, source, floor)
    if lead and (_announces(pieces, lead, start) or _is_no_clause_of(pieces, cue, lead)):
        lead = None
    if lead and not is_fresh_quote(pieces, lead, start) and not is_setting(pieces, lead, start):
        placed = _before_or_around(pieces, cue, source, lead, start)
        if placed is not None:
            return placed
    return _after(pieces, cue, source, inherited, start)


# "As Roe spoke, the gate was shut" tells when; "As Roe said, the gate was shut" what she said.
_NOT_AS = ("speak", "call", "begin", "continue", "answer", "respond")


def _announces(pieces: Pieces, lead: Range, start: int) -> bool:
    """Read "In a letter to the club, X wrote:", whose words stand in the next paragraph."""
    return start >= len(pieces) and pieces[-1].low == ":" and not has_quote(pieces, lead)


def _is_bare_phrase(pieces: Pieces, lead: Range) -> bool:
    """Find "A memo from the controller" in "…, Ann Roe, leaked in May, complained of “a mess”"."""
    return not has_quote(pieces, lead) and not has_verb(pieces, lead)


def _is_no_clause_of(pieces: Pieces, cue: Cue, lead: Range) -> bool:
    """Read "Later, she apologised": these verbs speak behind words in quotation marks only.

    Nor does who gives no comment say "Her deputy" in "Her deputy, Jack Doe, could not be reached".
    """
    refuses = cue.verb == "comment" and declines(pieces, cue)
    return (refuses or cue.verb in verbs.SOMETIMES.values()) and not has_quote(pieces, lead)


def _before_or_around(
    pieces: Pieces, cue: Cue, source: Source, lead: Range, start: int
) -> Attribution | None:
    """Read `“…,” X said.` and `…, X said, …`; None when what stands before was not said."""
    ahead = low(pieces, start)
    named_show = (
        start > cue.last + 1 and is_quote(pieces, start) and low(pieces, start - 1) not in ",:"
    )
    if named_show and _is_bare_phrase(pieces, lead):
        return None
    if start >= len(pieces) or ahead in ENDS or ahead in TURNS or named_show:
        return Attribution(cue, source, (lead,), "before")
    if ahead == ",":
        short = lead[1] - lead[0] < 3 and not has_quote(pieces, lead)
        goes_on = (
            short or start == after_hearer(pieces, cue) or pieces[lead[0]].low in lex.SUBORDINATES
        )
        at_once = lead if goes_on else None
        return Attribution(cue, source, (lead, *second_half(pieces, start, at_once)), "around")
    if is_speech_quote(pieces, lead[1]) and ahead != ":":
        return Attribution(cue, source, (lead, *second_half(pieces, start)), "around")
    return None


def _after(
    pieces: Pieces, cue: Cue, source: Source, inherited: bool, start: int
) -> Attribution | None:
    """Read `X said (that) …` and `X said: “…”`, the words perhaps in the next sentence."""
    if cue.kind == "beside":
        return None
    hearer = hearer_of(pieces, cue)
    start = past_clause(pieces, start)
    if low(pieces, start) in (",", "—", "–", "-") and not is_quote(pieces, start + 1):
        start = past_insertion(pieces, start)
    end = _end(pieces, cue, source, inherited, start)
    if low(pieces, start - 1) == "," and pieces[min(start, end)].kind == "conjunction":
        return None  # "before he announced, and he gave …"
    content = trim(pieces, introduced(pieces, cue, start, end), end)
    if content is None and low(pieces, end) == ":" and start >= end:
        return Attribution(cue, source, (), "after", inherited, True, hearer)
    if leads_on(pieces, cue):
        return Attribution(cue, source, (), "after", inherited, True, hearer)
    if declines(pieces, cue) and (content is None or not _may_be_declined(pieces, cue, content)):
        content = (cue.first, cue.last)  # "declined to comment", "… while the inquiry was sitting"
    if content is None or not can_be_said(pieces, cue, content):
        return None
    if low(pieces, source.first - 1) == "what":
        content = until_quoted(pieces, content)
    content = until_next_verb(pieces, until_narration(pieces, content))
    if cue.kind == "object":
        content = until_next_act(pieces, trim(pieces, *until_turn(pieces, content)) or content)
    if cue.verb != "call":  # "called Ann Roe, the mayor, a joke"
        content = until_comment(pieces, content)
    return Attribution(cue, source, (content,), "after", inherited, hearer=hearer)


def _may_be_declined(pieces: Pieces, cue: Cue, content: Range) -> bool:
    """Tell "would not say whether it closes" from "declined to comment while it was open"."""
    opens = pieces[content[0]]
    asks = cue.verb not in ("comment", "respond") and opens.low in _QUESTIONS
    return opens.kind != "conjunction" or asks


_QUESTIONS = ("whether", "if", "how", "what", "why", "when", "where")


def _end(pieces: Pieces, cue: Cue, source: Source, inherited: bool, start: int) -> int:
    """Find the last piece that may be said: the sentence's, or that of an inserted clause."""
    end = len(pieces) - 1
    if declines(pieces, cue):
        commas = [place for place in range(cue.last, end) if pieces[place].low == ","]
        return commas[0] - 1 if commas else end
    if opens_subordinate(pieces) and source.first < 6:
        return subordinate_end(pieces, start, end)
    in_relative = source.relative and low(pieces, source.first - 1) == ","
    in_participle = cue.form == "participle" and inherited and low(pieces, cue.first - 1) == ","
    return relative_end(pieces, start, end) if in_relative or in_participle else end
