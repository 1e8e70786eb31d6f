"""Step 5b: is it speech at all? Nouns that look like verbs, and verbs that do not speak. Pure."""

from __future__ import annotations

from index.people.wordlist import wordlist
from index.speech import joint
from index.speech import lexicon as lex
from index.speech.cue import Cue
from index.speech.phrase import Source
from index.speech.pieces import (
    Pieces,
    Range,
    has_quote,
    has_verb,
    is_adverb,
    is_human,
    is_quote,
    is_speech_quote,
    is_verb,
    low,
)
from index.speech.unspoken import is_denied, takes_a_thing, unspoken


def believable(pieces: Pieces, cue: Cue, source: Source, inherited: bool) -> bool:
    """Keep out nouns that look like verbs, and subjects that cannot speak."""
    back = pieces[cue.first - 1]
    bare = back.kind == "determiner" and not _is_counted(pieces, source)
    if bare and (cue.doubtful or back.low not in _SPEAKING_DETERMINERS):
        return False
    unsaid = is_denied(pieces, cue)
    unsaid = unsaid or (low(pieces, cue.first) == "telling" and back.low in ("most", "more"))
    if unsaid or pieces[source.first].low == "you" or (back.low == "all" and cue.verb == "tell"):
        return False
    if cue.form == "plain" and not inherited and not _plural(pieces, cue, source):
        return False
    if is_speech_quote(pieces, source.first - 1) and not inherited and _closes(pieces, cue):
        return True
    refuses = cue.form == "plain" and declines(pieces, cue)
    if cue.doubtful and not refuses and not _introduces(pieces, cue, inherited):
        return False
    speaks = cue.verb in _ONLY_PEOPLE or _can_speak(pieces, source)
    return speaks and not _is_named_thing(pieces, cue, source) and not unspoken(pieces, cue, source)


def _closes(pieces: Pieces, cue: Cue) -> bool:
    """Find "state" in `“…,” the islanders state in a letter`: behind a quotation, and no noun."""
    ahead = cue.last + 1
    ends = ahead >= len(pieces) or pieces[ahead].kind in ("mark", "time", "quote")
    return not cue.doubtful or ends or low(pieces, ahead) in ("in", "on", "at")


def _is_counted(pieces: Pieces, source: Source) -> bool:
    """Find "one in five" and "those around her", which end in a determiner and yet speak."""
    inside = {pieces[place].low for place in range(source.first + 1, source.last)}
    return pieces[source.first].low == "those" or bool(inside & {"in", "of"})


def is_bare(pieces: Pieces, source: Source) -> bool:
    """Say whether the subject is only "the" or "that": no noun was found."""
    if pieces[source.name_first].low == "those":
        return False
    span = pieces[source.name_first : source.name_last + 1]
    return source.kind == "noun" and all(
        piece.kind == "determiner" and piece.low not in _SPEAKING_DETERMINERS for piece in span
    )


def _is_named_thing(pieces: Pieces, cue: Cue, source: Source) -> bool:
    """Find "a party called Anti-Prom": the name of a thing, not a thing that somebody said."""
    bare = source.kind == "noun" and source.last == cue.first - 1
    place = source.last
    while place > source.first and pieces[place].kind != "determiner":
        place -= 1
    thing = pieces[source.last].low not in lex.ROLES and pieces[place].low in ("a", "an")
    calls_on = low(pieces, cue.last + 1) in ("for", "on", "upon")
    return cue.verb == "call" and bare and thing and not calls_on


def _can_speak(pieces: Pieces, source: Source) -> bool:
    """Say whether this subject's verb is one of speech: people, and what people write."""
    if source.kind != "noun":
        return True
    head = pieces[source.head].low if source.head is not None else ""
    return is_human(head) or head in lex.SPEECH_NOUNS or head == "those"


# Of whom one of these is told, that is somebody: "a bookkeeper testified".
_ONLY_PEOPLE = ("say", "tell", "testify")
_SPEAKING_DETERMINERS = wordlist("many some most all both few several another one two")


def _plural(pieces: Pieces, cue: Cue, source: Source) -> bool:
    """Say whether a plain form can be this subject's verb: "they say", "did not say"."""
    between = {pieces[place].low for place in range(source.last + 1, cue.first)}
    if between & (_DO | lex.NEGATIONS) or "who" in (*between, low(pieces, source.first)):
        return True
    if "to" in between and low(pieces, cue.first - 1) == "to":  # "continued to say"
        return True
    if between & lex.MODALS:
        speaks = cue.verb in ("say", "tell") or cue.kind == "position"
        return bool(between & {"would", "will", "could"}) and speaks
    if source.kind == "pronoun":
        return pieces[source.first].low in ("they", "we", "i", "you")
    many = _is_many(pieces, source) or bool(joint.beside(pieces, source, cue.first))
    return many or (cue.verb == "say" and _is_share(pieces, source))


_DO = wordlist("did does do didn't doesn't don't")


def _is_share(pieces: Pieces, source: Source) -> bool:
    """Read "a third say", "57 percent say", "those surveyed say", "Ann and Bob Roe, …, say"."""
    if source.kind == "name":
        return low(pieces, source.first - 1) == "and"
    head = pieces[source.last if source.head is None else source.head]
    return (
        head.kind in ("number", "determiner")
        or head.low.endswith("ed")
        or (head.low in _SHARES or is_human(head.low))
    )


_SHARES = wordlist("third half quarter fifth percent majority minority % tenth others surveyed")


def _is_many(pieces: Pieces, source: Source) -> bool:
    last = source.name_last if source.head is None else source.head
    words = {pieces[place].low for place in range(source.first, source.last)}
    if pieces[source.first].low == "those":  # "those around her"
        return True
    return pieces[last].low.endswith("s") or pieces[last].low in lex.GROUPS or "and" in words


def _introduces(pieces: Pieces, cue: Cue, inherited: bool) -> bool:
    """Say whether what follows can be what was said: "that", a quotation, a new subject."""
    if inherited:
        start = _past_place(pieces, cue) if cue.verb == "write" else cue.last + 1
        return low(pieces, start) == "that" or is_quote(pieces, start)
    if cue.last + 2 >= len(pieces):
        return True
    ahead = pieces[cue.last + 1]
    if ahead.low == "that" and _is_lone_verb(pieces, cue):  # "states that held a vote"
        return False
    if cue.verb in _NO_NOUNS and ahead.kind == "word":  # "fans insist delegates must decide"
        near = pieces[: cue.last + 9]
        return any(is_verb(near, place) for place in range(cue.last + 2, len(near)))
    return ahead.kind in _OPENS_CLAUSE or ahead.low in _OPENERS


def _past_place(pieces: Pieces, cue: Cue) -> int:
    """Skip "on Twitter" and "in the Gazette" behind ", writing"."""
    place = cue.last + 1
    if low(pieces, place) not in ("on", "in"):
        return place
    place += 1
    while place < len(pieces) and pieces[place].kind in ("determiner", "name", "word"):
        if low(pieces, place) == "that":
            break
        place += 1
    return place + (low(pieces, place) == ",")


def _is_lone_verb(pieces: Pieces, cue: Cue) -> bool:
    """Tell "states that held a vote" from "argue that trade is one cause": a noun, not a verb."""
    place = cue.last + 2
    noun = pieces[place].kind == "word" and pieces[place + 1].kind == "auxiliary"
    return is_verb(pieces, place) and not (noun and cue.form == "plain")


_NO_NOUNS = wordlist("insist suggest argue maintain conclude announce declare deny")
_OPENS_CLAUSE = ("quote", "determiner", "pronoun", "name", "possessive")
_OPENERS = wordlist(": , that how why whether what for out to on about if")


def can_be_said(pieces: Pieces, cue: Cue, content: Range) -> bool:
    """Tell "added that he …" from "added to his lead", "spoke of peace" from "spoke in Iowa"."""
    if declines(pieces, cue) and cue.kind != "quote":  # "had not read it"
        return True
    if _is_passive(pieces, cue) or takes_a_thing(pieces, cue, content):
        return False
    return _opens_words(pieces, cue, content)


def _opens_words(pieces: Pieces, cue: Cue, content: Range) -> bool:
    """Say whether what stands behind this verb is of the form that it takes when it speaks."""
    first = pieces[content[0]]
    if cue.kind == "quote":
        introduced = low(pieces, content[0] - 1) in (",", ":")
        return has_quote(pieces, content) and (introduced or cue.verb in ("continue", "yell"))
    if cue.verb in _NEEDS:
        return first.low in _NEEDS[cue.verb] or low(pieces, cue.last + 1) in _NEEDS[cue.verb]
    if cue.verb in _CLAUSE_VERBS:
        if content[0] == content[1] and first.kind != "quote":
            return first.low in ("yes", "no", "so", "nothing")
        opens = first.low in ("that", "his", "her", "their")  # "stated his intention to run"
        return first.low != "to" and (
            opens or has_verb(pieces, content) or _is_long(pieces, cue, content)
        )
    if cue.verb == "call" and _is_on_the_phone(pieces, cue, content):
        return False
    return first.low not in _REFUSES.get(cue.verb, ("by",))


def _is_on_the_phone(pieces: Pieces, cue: Cue, content: Range) -> bool:
    """Tell "called the mayor to ask her" and "called him late" from "called the mayor a liar"."""
    if low(pieces, cue.last + 1) in ("for", "on", "upon") or has_quote(pieces, content):
        return False
    place = content[0] + (pieces[content[0]].kind == "determiner")
    while place <= content[1] and pieces[place].kind in ("word", "name", "possessive", "number"):
        place += 1
    behind = range(place, content[1] + 1)
    parts = place <= content[1] and pieces[place].kind in ("preposition", "time", "adverb")
    return parts and not any(pieces[spot].low in ("a", "an", "the") for spot in behind)


def _is_long(pieces: Pieces, cue: Cue, content: Range) -> bool:
    """Take "said each year yields ten percent", whose verb no list has; not "said in Iowa"."""
    opens = pieces[content[0]].kind not in ("preposition", "conjunction", "time", "adverb")
    return cue.verb in ("say", "argue", "insist") and opens and content[1] - content[0] >= 3


def _is_passive(pieces: Pieces, cue: Cue) -> bool:
    """Find verbs that tell of their subject: "people accused of theft", "asked not to be named"."""
    behind = low(pieces, cue.last + 1)
    return behind in _PASSIVE.get(cue.verb, ()) or _asks_for_no_name(pieces, cue)


def _asks_for_no_name(pieces: Pieces, cue: Cue) -> bool:
    """Find "asked not to be named": a condition of speaking, not what was said."""
    return cue.verb == "ask" and any(
        piece.low in ("named", "identified", "anonymous", "anonymity", "unnamed")
        for piece in pieces[cue.last + 1 : cue.last + 6]
    )


# Behind these the verb tells what others said of its subject.
_PASSIVE = {
    "accuse": ("of",),
    "blame": ("for", "on"),
    "criticise": ("for",),
    "criticize": ("for",),
    "describe": ("as",),
    "dismiss": ("as",),
    "praise": ("for",),
}
# What must not stand behind a verb that has another meaning with it.
_REFUSES = {"shout": ("down",), "call": ("by", "off", "in", "up", "back", "out", "into")}
# What must stand behind these; "" is a quotation.
_NEEDS = {
    "respond": ("that", ""),
    "answer": ("that", ""),
    "reply": ("that", ""),
    "counter": ("that", ""),
    "charge": ("that", ""),
    "speak": ("of", "about"),
    "indicate": ("that", ""),
    "recommend": ("that", ""),
    "plead": ("that", ""),
    "apologise": ("",),
    "appeal": ("for", ""),
    "point": ("out", "to"),
}
_CLAUSE_VERBS = wordlist(
    "add maintain note observe state continue remark repeat comment write say argue insist"
)


def declines(pieces: Pieces, cue: Cue) -> bool:
    """Read "did not respond", "declined to answer"; not "who did not vote, said"."""
    if low(pieces, cue.first) in _DECLINING:  # "declined comment"
        return True
    place = cue.first - 1
    if low(pieces, place) == "to":
        return any(piece.low in _DECLINING for piece in pieces[max(0, place - 4) : place])
    while place >= 0 and (
        is_adverb(pieces[place])
        or pieces[place].kind == "auxiliary"
        or pieces[place].low in lex.NEGATIONS
    ):
        if pieces[place].low in lex.NEGATIONS:
            return True
        place -= 1
    return "neither" in (low(pieces, place), low(pieces, place - 1)) or _is_neither(pieces, place)


def _is_neither(pieces: Pieces, place: int) -> bool:
    """Find "Neither Ann Roe nor Bob Poe" before the verb; ``place`` is the end of it."""
    while place > 0 and pieces[place].kind in ("name", "word", "determiner", "possessive"):
        place -= 1
    return low(pieces, place) == "nor" and any(
        piece.low == "neither" for piece in pieces[max(0, place - _LONGEST_NAME) : place]
    )


_LONGEST_NAME = 12

_DECLINING = wordlist("declined declines decline refused refuses refuse declining refusing not n't")
