"""Step 5b: is it speech at all? Nouns that look like verbs, and verbs that do not speak. Pure."""

from __future__ import annotations

from index.people.wordlist import wordlist
from index.speech import lexicon as lex
from index.speech.cue import Cue
from index.speech.phrase import Source
from index.speech.pieces import (
    Pieces,
    Range,
    has_quote,
    has_verb,
    is_human,
    is_quote,
    is_speech_quote,
    low,
)


def believable(pieces: Pieces, cue: Cue, source: Source, inherited: bool) -> bool:
    """Keep out nouns that look like verbs, and subjects that cannot speak."""
    behind_quote = is_speech_quote(pieces, source.first - 1) and not inherited
    back = pieces[cue.first - 1]
    if back.kind == "determiner" and back.low not in _SPEAKING_DETERMINERS:
        return False
    if cue.form == "plain" and not inherited and not _plural(pieces, cue, source):
        return False
    if behind_quote and cue.form != "plain":
        return True
    if source.kind == "noun" and cue.verb not in ("say", "tell"):
        head = pieces[source.head].low if source.head is not None else ""
        if not is_human(head) and head not in lex.SPEECH_NOUNS:
            return False
    if cue.doubtful and inherited:
        return low(pieces, cue.last + 1) == "that" or is_quote(pieces, cue.last + 1)
    return not cue.doubtful or _introduces(pieces, cue)


_SPEAKING_DETERMINERS = wordlist("many some most all both few several another one two")


def _plural(pieces: Pieces, cue: Cue, source: Source) -> bool:
    """Say whether a plain form can be this subject's verb: "they say", "did not say"."""
    between = {pieces[place].low for place in range(source.last + 1, cue.first)}
    if "who" in between or low(pieces, source.first) == "who" or between & lex.NEGATIONS:
        return True
    if between & {"did", "does", "do", "didn't", "doesn't", "don't"} and cue.first > 0:
        return True
    if between & lex.MODALS or between & {"to"}:
        return bool(between & {"would", "will", "could"}) and cue.verb in ("say", "tell")
    if source.kind == "pronoun":
        return pieces[source.first].low in ("they", "we", "i", "you", "who")
    if cue.verb == "say" and (source.kind == "noun" or low(pieces, source.first - 1) == "and"):
        return True
    if source.kind == "name":
        return "and" in {pieces[place].low for place in range(source.first, source.last)} or (
            pieces[source.name_last].low.endswith("s")
        )
    head = pieces[source.head].low if source.head is not None else ""
    return head.endswith("s") or head in lex.GROUPS


def _introduces(pieces: Pieces, cue: Cue) -> bool:
    """Say whether what follows can be what was said: "that", a quotation, a new subject."""
    if cue.last + 2 >= len(pieces):
        return True
    ahead = pieces[cue.last + 1]
    return ahead.kind in ("quote", "determiner", "pronoun", "name", "possessive") or ahead.low in (
        ":", "that", "how", "why", "whether", "what", "for", "out", "to", "on", ",", "about", "if",
    )  # fmt: skip


def can_be_said(pieces: Pieces, cue: Cue, content: Range) -> bool:
    """Tell "added that he …" from "added to his lead", "spoke of peace" from "spoke in Iowa"."""
    first = pieces[content[0]]
    if cue.kind == "quote":
        return has_quote(pieces, content) and (
            cue.verb in ("continue", "yell", "think") or low(pieces, content[0] - 1) in (",", ":")
        )
    if declines(pieces, cue):
        return True
    if cue.verb in ("respond", "answer", "reply", "counter", "charge"):
        return first.low == "that" or first.kind == "quote"
    if cue.verb == "speak":
        return first.low in ("of", "about")
    if cue.verb == "point":
        return low(pieces, cue.last + 1) in ("out", "to")
    if cue.verb in _CLAUSE_VERBS:
        said_so = content[0] == content[1] and first.low in ("yes", "no", "so", "nothing")
        return said_so or (first.low != "to" and (first.low == "that" or has_verb(pieces, content)))
    return first.low != "by"


_CLAUSE_VERBS = wordlist(
    "add maintain note observe state continue remark repeat comment write say argue insist"
)


def declines(pieces: Pieces, cue: Cue) -> bool:
    """Read "did not respond", "declined to answer"."""
    return any(piece.low in lex.NEGATIONS for piece in pieces[max(0, cue.first - 4) : cue.first])
