"""Step 5k: where the writer turns elsewhere: "opposes the bill, but others do not". Pure."""

from __future__ import annotations

from index.people.wordlist import wordlist
from index.speech import lexicon as lex
from index.speech.cue import Cue
from index.speech.pieces import Pieces, Range, has_verb, is_verb, past_adverbs, trim


def until_turn(pieces: Pieces, content: Range) -> Range:
    """End where the writer turns elsewhere: "opposes the bill, and three others vote for it"."""
    first, last = content
    for place in range(first + 1, last):
        here, ahead = pieces[place].low, pieces[place + 1]
        if here in _DASHES or here in _TURNS:
            return first, place - 1
        if here == "," and (ahead.low in _AFTER_COMMA or _opens_clause(pieces, place + 1, last)):
            return first, place - 1
    return content


def until_next_act(pieces: Pieces, content: Range) -> Range:
    """End "called it “a mess” and left" at the quotation: what follows is another thing done.

    A second name for it stays: "called him “a liar” and “a cheat”".
    """
    first, last = content
    quotes = [place for place in range(first, last) if pieces[place].kind == "quote"]
    for place in range(quotes[0] + 1, last) if quotes else ():
        if pieces[place].low not in ("and", "but"):
            continue
        ahead = past_adverbs(pieces, place + 1)
        told = pieces[ahead].kind == "pronoun" and is_verb(pieces, past_adverbs(pieces, ahead + 1))
        if told or _is_act(pieces, ahead):
            return trim(pieces, first, place - 1) or content
    return content


def _is_act(pieces: Pieces, place: int) -> bool:
    """Find "left", "ranked", "threatening": not "call", which may be what somebody is told to."""
    word = pieces[place].low
    done = word.endswith(("s", "d")) or word in ("made", "left", "took", "went")
    return (is_verb(pieces, place) and done) or (
        pieces[place].kind == "word" and word.endswith("ing")
    )


def _opens_clause(pieces: Pieces, place: int, last: int) -> bool:
    """Say whether "and she left", "and the mayor left" begins here; a list goes on otherwise."""
    if pieces[place].low not in ("and", "so") or place >= last:
        return False
    ahead = pieces[place + 1]
    opens = ahead.kind in ("pronoun", "name", "determiner", "number") or ahead.low in _COUNTED
    return opens and has_verb(pieces, (place + 2, min(last, place + 12)))


_COUNTED = wordlist("two three four five six others many most some")
_DASHES = ("—", "–", "-", "--", ";")
_TURNS = wordlist("while though although whereas")
_AFTER_COMMA = _TURNS | wordlist("but yet which")


def leads_on(pieces: Pieces, cue: Cue) -> bool:
    """Read "Ann Roe said in a statement.", whose words stand in the next sentence."""
    behind = pieces[cue.last + 1 :]
    if cue.verb not in ("say", "write", "tweet") or not 2 < len(behind) <= _LONGEST_SETTING:
        return False
    return behind[-1].low == "." and all(
        piece.kind in ("preposition", "determiner", "time", "number")
        or piece.low in lex.SPEECH_NOUNS
        or piece.low in lex.TIME_NOUNS
        for piece in behind[:-1]
    )


_LONGEST_SETTING = 9
