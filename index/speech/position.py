"""Step 5g: where somebody stands, as the article itself tells it: "Roe endorsed the bill". Pure.

No words of theirs are told, so this is no statement; but asked what Roe said about the bill, a
reader wants to know it, told apart from what she said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.people.wordlist import wordlist
from index.speech import attribute, passive, position_cue
from index.speech import lexicon as lex
from index.speech import source as sources
from index.speech.attribution import Attribution
from index.speech.cue import Cue
from index.speech.pieces import Pieces, Range, has_quote, has_verb, low, over_adverbs, trim
from index.speech.reading import Sentence
from index.speech.turn import until_turn


def find(sentence: Sentence, spoken: Sequence[Attribution]) -> list[Attribution]:
    """Find where somebody stands, left to right.

    What stands among words that are somebody's is theirs: "Roe said Doe wants the deal" tells what
    Roe says. An aside is background: "Roe, who had backed Doe". ``spoken`` holds the sentence's
    attributions of speech.
    """
    found: list[Attribution] = []
    if len(sentence.pieces) > attribute.LONGEST_SENTENCE:
        return found
    for cue in position_cue.find(sentence):
        if any(first <= cue.first <= last for one in spoken for first, last in one.content):
            continue
        by_another = low(sentence.pieces, cue.last + 1) == "by"  # "the candidates backed by Roe"
        own = None if by_another else attribute.at(sentence, cue, found)
        one = own or _by_whom(sentence.pieces, cue)
        content = _own(sentence.pieces, one, spoken) if one and one.position == "after" else None
        supposed = one and low(sentence.pieces, one.source.first - 1) in ("if", "unless", "whether")
        if one and content and not one.source.relative and not supposed:
            found.append(replace(one, content=(content,)))
    return found


def _own(pieces: Pieces, one: Attribution, spoken: Sequence[Attribution]) -> Range | None:
    """Keep what comes before somebody's speech begins, and before the writer goes on."""
    if not one.content:
        return None
    first, last = one.content[0][0], one.content[-1][1]
    for other in spoken:
        for start, end in (*other.content, (other.cue.first, other.cue.last)):
            if first <= end and start <= last:
                last = min(last, start - 1)
    kept = trim(pieces, first, last) if first <= last else None
    if kept is None:
        return None
    return _without_setting(pieces, trim(pieces, *until_turn(pieces, kept)) or kept)


def _without_setting(pieces: Pieces, content: Range) -> Range:
    """End what somebody stands for before where and when: "endorsed the bill | at a rally"."""
    first, last = content
    if low(pieces, first) in _CLAUSES:
        return content
    settings = (place for place in range(first + 1, last + 1) if _is_setting(pieces, place, last))
    end = next(settings, last + 1) - 1
    if end == last or has_verb(pieces, (first, end)) or has_quote(pieces, (first, end)):
        return content
    while end > first and pieces[end].low in _LEADING:
        end -= 1
    return first, end


def _is_setting(pieces: Pieces, place: int, last: int) -> bool:
    """Say whether here begins when, where or why: "as the council met", not "as a mistake"."""
    here = pieces[place].low
    if here == "as":
        return has_verb(pieces, (place + 1, min(last, place + 6)))
    occasion = here in ("in", "during") and _is_occasion(pieces, place + 1)
    return occasion or here in _SETTINGS or pieces[place].kind == "time"


def _is_occasion(pieces: Pieces, place: int) -> bool:
    """Read "in an interview", "in recent speeches"."""
    return any(low(pieces, spot) in _OCCASIONS for spot in range(place, place + 3))


_CLAUSES = ("that", "to", "how", "whether")
_LEADING = ("on", "in", ",", "late", "early", "last")
_SETTINGS = wordlist(
    "while after before despite because when although though during since until amid at upon"
)
_OCCASIONS = wordlist(
    """
    interview interviews speech speeches statement statements tweet tweets letter remarks debate
    address email emails op-ed
    """
)


def _by_whom(pieces: Pieces, cue: Cue) -> Attribution | None:
    """Read "The bill was backed on Friday by Ann Roe": what stands before is what she backs."""
    be = over_adverbs(pieces, cue.first - 1, stop_at_auxiliary=True)
    if cue.form != "past" or be < 1 or pieces[be].low not in lex.BE:
        return None
    by = passive.by_after(pieces, cue)
    source = sources.after(pieces, by + 1, len(pieces) - 1) if by else None
    backed = passive.theme(pieces, be)
    if source is None or source.kind != "name" or backed is None:
        return None
    return Attribution(cue, source, (backed,), "after")
