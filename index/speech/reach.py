"""Step 5d: how far the words said reach, behind the cue and before it. Pure."""

from __future__ import annotations

from index.people.wordlist import wordlist
from index.speech import lexicon as lex
from index.speech import verbs
from index.speech.pieces import (
    ENDS,
    JOINERS,
    Pieces,
    Range,
    ends_in_comma,
    has_quote,
    is_quote,
    is_speech_quote,
    is_verb,
    low,
    opens_sentence,
    past_adverbs,
    trim,
)


def relative_end(pieces: Pieces, start: int, end: int) -> int:
    """End "…, who said that the vote was close, walked away" before the main verb."""
    for place in range(start, end):
        if pieces[place].low == "," and is_verb(pieces, place + 1):
            return place
        if ends_in_comma(pieces[place]) and is_verb(pieces, past_adverbs(pieces, place + 1)):
            return place
    return end


def opens_subordinate(pieces: Pieces) -> bool:
    """Say whether the sentence opens with "When …", "And while …", whose main clause follows."""
    first = int(low(pieces, 0) in ("and", "but", "even", "yet"))
    return low(pieces, first) in lex.SUBORDINATES and low(pieces, first) != "since"


def subordinate_end(pieces: Pieces, start: int, end: int) -> int:
    """End "When she announced that it had closed, he left" before the main clause."""
    for place in range(start, end):
        closes = pieces[place].low == "," or ends_in_comma(pieces[place])
        subject = pieces[place + 1].kind in ("pronoun", "name", "determiner")
        if closes and subject and _is_clause(pieces, place + 1, end):
            return place
    return end


def _is_clause(pieces: Pieces, start: int, end: int) -> bool:
    return any(is_verb(pieces, place) for place in range(start + 1, min(end, start + 14) + 1))


def until_narration(pieces: Pieces, content: Range) -> Range:
    """End at a quotation that closes with a comma when the writer goes on: `“a liar,” and left`."""
    for place in range(content[0], content[1]):
        ahead = place + 1 + (low(pieces, place + 1) == "," and is_quote(pieces, place))
        parted = (
            ends_in_comma(pieces[place]) or ahead > place + 1
        )  # `“a liar,” and`, `“a liar”, and`
        if parted and ahead <= content[1] and _narrates(pieces, ahead):
            return content if _quote_from(pieces, ahead, content[1]) else (content[0], place)
    return content


def until_quoted(pieces: Pieces, content: Range) -> Range:
    """End "what Roe called “a joke” was none" at the quotation, or at the last of several."""
    quotes = [spot for spot in range(content[0], content[1] + 1) if is_quote(pieces, spot)]
    if not quotes:
        return content
    end = quotes[0]
    for place in quotes[1:]:
        between = {piece.low for piece in pieces[end + 1 : place]}
        end = place if between <= {",", "and", "or"} else end
    while end < content[1] and not ends_in_comma(pieces[end]) and _names_on(pieces, end + 1):
        end += 1
    return content[0], end


def _names_on(pieces: Pieces, place: int) -> bool:
    """Say whether a noun goes on behind a quotation: `a “rigged” system of votes`."""
    piece = pieces[place]
    goes_on = piece.kind in ("word", "name", "possessive") and not is_verb(pieces, place)
    return goes_on or piece.low == "of" or low(pieces, place - 1) == "of"


def until_next_verb(pieces: Pieces, content: Range) -> Range:
    """End "criticized the plan and led" before "and led": what was said is a thing, no clause."""
    if pieces[content[0]].low in ("to", "that") or pieces[content[0]].kind in _CLAUSES:
        return content
    for place in range(content[0] + 1, content[1]):
        if is_verb(pieces, place) or pieces[place].kind in ("quote", "pronoun", "conjunction"):
            ahead = past_adverbs(pieces, place + 1)
            finite = is_verb(pieces, ahead) and pieces[ahead].low.endswith(("s", "d"))
            if pieces[place].low not in ("and", "but") or not finite:
                return content
            trimmed = trim(pieces, content[0], place - 1)
            return trimmed or content
    return content


def until_comment(pieces: Pieces, content: Range) -> Range:
    """End before what the writer adds: "the plan, which failed", "it would close, a first here"."""
    opens = pieces[content[0]]
    clause = opens.kind in _CLAUSES and opens.low not in ("his", "her", "their")
    thing = opens.low not in ("that", "to") and not clause
    for place in range(content[0] + 1, content[1]):
        thing = thing and not is_verb(pieces, place) and pieces[place].kind not in _CLAUSES
        if pieces[place].kind != "mark" or pieces[place].low not in _PARTINGS:
            continue
        if _is_comment(pieces, place, content[1], thing):
            return trim(pieces, content[0], place - 1) or content
    return content


_CLAUSES = ("pronoun", "quote", "conjunction")


def _is_comment(pieces: Pieces, mark: int, end: int, thing: bool) -> bool:
    """Say whether the writer speaks from a comma or dash on; ``thing``: no clause stands before."""
    ahead = pieces[mark + 1].low
    if has_quote(pieces, (mark, end)) or _is_aside(pieces, mark, end):
        return False
    if pieces[mark].low != "," and ahead in ("though", "although", "even", "but"):
        return True
    if thing:
        return ahead in ("which", "who", "where", "a", "an", "the") or (
            ahead.endswith("ing") and ahead != "including"
        )
    more = any(pieces[place].low == "," for place in range(mark + 2, end))  # a list, or an aside
    return ahead in ("a", "an") and not more


def _is_aside(pieces: Pieces, mark: int, end: int) -> bool:
    """Find a second mark with a verb behind it: "Ann Roe, a sailor, had left"."""
    return any(
        pieces[place].low in _PARTINGS and is_verb(pieces, past_adverbs(pieces, place + 1))
        for place in range(mark + 2, end)
    )


_PARTINGS = (",", "—", "–", "-")


def _narrates(pieces: Pieces, place: int) -> bool:
    low = pieces[place].low
    if low in ("and", "but") and pieces[place + 1 : place + 2] and pieces[place + 1].low == "that":
        return False  # `that “we lose,” and that the gate is shut`
    if low in ("before", "after"):  # `“not yet,” before leaving`
        return pieces[past_adverbs(pieces, place + 1)].low.endswith("ing")
    return (
        low in JOINERS or low in ("which", "who") or low.endswith("ing") or is_verb(pieces, place)
    )


def _quote_from(pieces: Pieces, place: int, end: int) -> bool:
    """Say whether a quotation follows within a few words, so that the speech goes on."""
    return any(pieces[spot].kind == "quote" for spot in range(place, min(end, place + 8) + 1))


def second_half(pieces: Pieces, place: int, lead: Range | None = None) -> list[Range]:
    """Take the words after `“…,” X said,`: a quotation again, or the rest of a reported clause."""
    while (
        place < len(pieces)
        and pieces[place].low not in (",", ":")
        and pieces[place].low not in ENDS
    ):
        if pieces[place].kind == "quote":
            return []
        place += 1
    if is_quote(pieces, place + 1):
        return [(place + 1, _clause_end(pieces, place + 1))]
    if (behind := _quote_behind_aside(pieces, place)) is not None:
        return [(behind, _clause_end(pieces, behind))]
    if lead is None or has_quote(pieces, lead) or low(pieces, place) != ",":
        return []
    ahead = pieces[place + 1] if place + 1 < len(pieces) else None
    if (
        ahead is None
        or ahead.low in ("who", "which")
        or (
            ahead.kind == "word"
            and ahead.low.endswith("ing")
            and not _has_own_verb(pieces, place + 1)
        )
    ):
        return []
    rest = trim(pieces, place + 1, len(pieces) - 1)
    return [rest] if rest else []


def _quote_behind_aside(pieces: Pieces, comma: int) -> int | None:
    """Find “we lose” in `“If …,” said Ann Roe, a mayor who left early, “we lose”`: it goes on."""
    for place in range(comma + 2, len(pieces)):
        piece = pieces[place]
        if piece.kind == "quote":
            goes_on = pieces[place - 1].low == "," and not opens_sentence(piece)
            return place if goes_on else None
        if piece.low in verbs.VERB_OF or piece.low in (":", ";"):
            return None
    return None


def _has_own_verb(pieces: Pieces, place: int) -> bool:
    """Tell "…, she said, revoking them would be wrong" from "…, she said, revoking them"."""
    if pieces[place].low in verbs.VERB_OF:
        return False
    for piece in pieces[place + 1 :]:
        if piece.kind in ("mark", "quote", "pronoun", "conjunction"):
            return False
        if piece.kind == "auxiliary":
            return True
    return False


def _clause_end(pieces: Pieces, place: int) -> int:
    """Go on over quotations and the words between them, to the end of the sentence."""
    last = len(pieces) - 1
    while last > place and pieces[last].kind == "mark":
        last -= 1
    return last


def is_fresh_quote(pieces: Pieces, lead: Range, start: int) -> bool:
    """Read `On Monday, Ann Roe said, “It is over.”`: what stands before was not said."""
    place = start + 1
    return (
        low(pieces, start) == ","
        and not has_quote(pieces, lead)
        and is_quote(pieces, place)
        and opens_sentence(pieces[place])
        and is_speech_quote(pieces, place)
    )


TURNS = wordlist(") — – - as when while after before because")


def quote_start(pieces: Pieces, floor: int, place: int) -> int:
    """Include what stands before a quotation in its own clause: `It is “dead,” said X`."""
    if place > floor and pieces[place - 1].kind == "mark" and opens_sentence(pieces[place]):
        return place
    start = place
    while start > floor and pieces[start - 1].low not in (";", ":"):
        start -= 1
    trimmed = trim(pieces, start, place)
    return trimmed[0] if trimmed else place
