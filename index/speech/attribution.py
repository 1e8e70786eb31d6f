"""Step 5: within one sentence, which words a cue gives to which speaker. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from index.people.wordlist import wordlist
from index.speech import cue as cues
from index.speech import lexicon as lex
from index.speech import source as sources
from index.speech.cue import Cue
from index.speech.reading import Piece, Sentence
from index.speech.source import Source

Pieces = Sequence[Piece]
Range = tuple[int, int]
Position = Literal["before", "after", "around"]

_JOINERS = wordlist("and but while though although as or whereas nor because")
_ENDS = frozenset(".!?;")
_QUOTE_ENDS = ",.!?…—-"


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue, its speaker, and the pieces that were said (ranges, both ends inclusive).

    ``inherited`` marks a speaker taken over from an earlier cue or from the sentence's subject.
    ``awaits``: the sentence ends in "said:", and the words stand in the next one. ``hearer`` is
    whom it was told to.
    """

    cue: Cue
    source: Source | None
    content: tuple[Range, ...]
    position: Position
    inherited: bool = False
    awaits: bool = False
    hearer: Range | None = None


def find(sentence: Sentence) -> list[Attribution]:
    """Find the attributions of one sentence, left to right."""
    found: list[Attribution] = []
    for cue in cues.find(sentence):
        attribution = _attribute(sentence.pieces, cue, found)
        if attribution is not None:
            found.append(attribution)
    return _settle(sentence.pieces, found)


def _attribute(pieces: Pieces, cue: Cue, earlier: Sequence[Attribution]) -> Attribution | None:
    floor = earlier[-1].cue.last + 1 if earlier else 0
    if cue.kind == "according":
        return _according(pieces, cue, floor)
    if inverted := _inverted(pieces, cue, floor):
        return inverted
    source, inherited = _subject(pieces, cue, earlier, floor)
    if source is None or not _believable(pieces, cue, source, inherited):
        return None
    behind = [one.cue.last + 1 for one in earlier if one.cue.last < source.first]
    return _place(pieces, cue, source, inherited, max(behind, default=0))


# --- according to ------------------------------------------------------------------------------


def _according(pieces: Pieces, cue: Cue, floor: int) -> Attribution | None:
    source = sources.after(pieces, cue.last + 1, len(pieces) - 1)
    if source is None:
        return None
    content = []
    lead = _trim(pieces, floor, cue.first - 1)
    if lead and _is_clause(pieces, lead):
        content.append(lead)
    behind = _after_aside(pieces, source)
    if not content or (
        behind <= len(pieces) - 1
        and _low(pieces, behind - 1) == ","
        and _low(pieces, cue.first - 1) == ","
    ):
        rest = _trim(pieces, behind, len(pieces) - 1)
        if (
            rest
            and _is_clause(pieces, rest)
            and not (content and _low(pieces, rest[0]) in ("who", "which"))
        ):
            content.append(rest)
    position: Position = "before" if content and content[0] == lead else "after"
    return Attribution(cue, source, tuple(content), position) if content else None


def _after_aside(pieces: Pieces, source: Source) -> int:
    place = source.last + 1
    if _low(pieces, place) == "(":
        while place < len(pieces) and pieces[place].low != ")":
            place += 1
        place += 1
    while place < len(pieces) and pieces[place].low != ",":
        if pieces[place].low in _ENDS:
            break
        place += 1
    return place + 1


def _is_clause(pieces: Pieces, span: Range) -> bool:
    return span[1] - span[0] >= 2 or pieces[span[0]].kind == "quote"


# --- said X ------------------------------------------------------------------------------------


def _inverted(pieces: Pieces, cue: Cue, floor: int) -> Attribution | None:
    """Read `“…,” said X` and `…, said X`."""
    if (
        cue.verb not in lex.INVERTS
        or (cue.kind == "tell" and not _is_speech_quote(pieces, cue.first - 1))
        or cue.form == "participle"
        or cue.first == 0
    ):
        return None
    back = cue.first - 1
    behind_quote = _is_speech_quote(pieces, back)
    if not behind_quote and pieces[back].low not in (",", "—", "–", "-"):
        return None
    source = sources.after(pieces, cue.last + 1, len(pieces) - 1)
    if source is None or (source.kind == "noun" and not _is_speaker_noun(pieces, source)):
        return None
    if not behind_quote and not (_ends_there(pieces, source) and _is_someone(pieces, source)):
        return None
    content = _second_half(pieces, source.last + 1)
    lead = _trim(pieces, floor, back)
    if behind_quote:
        content.insert(0, (_quote_start(pieces, floor, back), back))
    elif lead is not None and _has_verb(pieces, lead):
        content.insert(0, lead)
    return Attribution(cue, source, tuple(content), "before") if content else None


def _said_first(pieces: Pieces, cue: Cue) -> Attribution | None:
    """Read `Said Comey, “The thought …”`."""
    source = sources.after(pieces, 1, len(pieces) - 1) if cue.verb == "say" else None
    if source is None:
        return None
    content = _second_half(pieces, source.last + 1)
    return Attribution(cue, source, tuple(content), "after") if content else None


def _is_speech_quote(pieces: Pieces, place: int) -> bool:
    """Say whether a quotation ends as quoted speech ends before its cue: `…,”` or `…?”`."""
    if place < 0 or place >= len(pieces):
        return False
    piece = pieces[place]
    if piece.low == "," and place > 0 and pieces[place - 1].kind == "quote":
        return True
    if piece.kind != "quote":
        return False
    inside = piece.text.rstrip("\"”’'»」')]").rstrip()
    return inside[-1:] in _QUOTE_ENDS


def _quote_start(pieces: Pieces, floor: int, place: int) -> int:
    """Include what stands before a quotation in its own clause: `It is “dead,” said X`."""
    if place > floor and pieces[place - 1].kind == "mark" and _opens_sentence(pieces[place]):
        return place
    start = place
    while start > floor and pieces[start - 1].low not in (";", ":"):
        start -= 1
    trimmed = _trim(pieces, start, place)
    return trimmed[0] if trimmed else place


def _opens_sentence(quote: Piece) -> bool:
    return quote.text.lstrip("“\"'‘«")[:1].isupper()


def _is_speaker_noun(pieces: Pieces, source: Source) -> bool:
    return (source.head is not None and sources.is_human(pieces[source.head].low)) or (
        pieces[source.first].kind == "determiner"
    )


def _is_someone(pieces: Pieces, source: Source) -> bool:
    return source.kind != "noun" or (
        source.head is not None and sources.is_human(pieces[source.head].low)
    )


def _ends_there(pieces: Pieces, source: Source) -> bool:
    behind = source.last + 1
    if behind >= len(pieces):
        return True
    piece = pieces[behind]
    if piece.kind in ("mark", "quote", "preposition", "conjunction", "time"):
        return source.kind != "pronoun" or piece.kind == "mark"
    return piece.low in ("who", "in", "last")


# --- X said ------------------------------------------------------------------------------------


def _subject(
    pieces: Pieces, cue: Cue, earlier: Sequence[Attribution], floor: int
) -> tuple[Source | None, bool]:
    """Find who speaks before the verb; True with it when the subject stands further left."""
    back = cue.first - 1
    if back < 0:
        return _subject_behind(pieces, cue), False
    if _is_passive(pieces, cue):
        return None, False
    if cue.form == "participle" and not _has_auxiliary(pieces, back):
        return _participle_subject(pieces, cue, earlier, floor)
    joined = _over_adverbs(pieces, back)
    if (joined >= 0 and pieces[joined].low in ("and", "but", "or", "then", "to")) or (
        joined >= 1 and pieces[joined].low == "," and cue.form != "plain" and joined < back
    ):
        if pieces[joined].low == "to":
            return _subject_of_infinitive(pieces, earlier, joined, floor)
        return _earlier_subject(pieces, earlier, joined), True
    return sources.before(pieces, back, 0), False


def _subject_of_infinitive(
    pieces: Pieces, earlier: Sequence[Attribution], to: int, floor: int
) -> tuple[Source | None, bool]:
    """Read "declined to say", "went on to say", "took to Twitter to announce"."""
    back = _low(pieces, to - 1)
    if back in ("declined", "refused", "continued", "continues", "declines", "refuses", "began"):
        return sources.before(pieces, to - 2, floor), False
    behind = {pieces[spot].low for spot in range(max(0, to - 4), to)}
    says_that = to + 2 < len(pieces) and pieces[to + 2].low == "that"
    if behind & {"on", "twitter", "facebook", "proceeded"} or says_that:
        return _earlier_subject(pieces, earlier, to), True
    return None, False


def _subject_behind(pieces: Pieces, cue: Cue) -> Source | None:
    """Read "Noting that the vote was close, Tester added …": the subject behind the comma."""
    if cue.form != "participle":
        return None
    for place in range(cue.last + 1, len(pieces) - 1):
        if pieces[place].low == ",":
            found = sources.after(pieces, place + 1, len(pieces) - 1)
            if found is not None and _is_verb(pieces, _past_adverbs(pieces, found.last + 1)):
                return found
    return None


def _past_adverbs(pieces: Pieces, place: int) -> int:
    while place < len(pieces) and pieces[place].kind == "adverb":
        place += 1
    return place


def _is_passive(pieces: Pieces, cue: Cue) -> bool:
    back = _over_adverbs(pieces, cue.first - 1, stop_at_auxiliary=True)
    return cue.form == "past" and back >= 0 and pieces[back].low in lex.BE


def _has_auxiliary(pieces: Pieces, place: int) -> bool:
    back = _over_adverbs(pieces, place, stop_at_auxiliary=True)
    return back >= 0 and pieces[back].low in lex.BE


def _over_adverbs(pieces: Pieces, place: int, *, stop_at_auxiliary: bool = False) -> int:
    while place >= 0 and (
        pieces[place].kind == "adverb"
        or (pieces[place].kind == "auxiliary" and not stop_at_auxiliary)
    ):
        place -= 1
    return place


def _participle_subject(
    pieces: Pieces, cue: Cue, earlier: Sequence[Attribution], floor: int
) -> tuple[Source | None, bool]:
    """Read ", adding that": the speaker before; "a statement saying": the sentence's subject."""
    back = _over_adverbs(pieces, cue.first - 1)
    if back < 0:
        return None, False
    if pieces[back].kind == "name" or sources.is_human(pieces[back].low):
        if pieces[back].low not in lex.SPEECH_NOUNS:
            return sources.before(pieces, back, floor), False
    if pieces[back].low in ("after", "while", "before", "upon", "in") and (
        found := _subject_behind(pieces, cue)
    ):
        return found, False
    if pieces[back].low not in _BEFORE_PARTICIPLES and (
        pieces[back].kind not in ("word", "quote", "time", "name")
    ):
        return None, False
    return _earlier_subject(pieces, earlier, back), True


_BEFORE_PARTICIPLES = wordlist(", — – - and but as by while after before upon then")


def _earlier_subject(pieces: Pieces, earlier: Sequence[Attribution], place: int) -> Source | None:
    if earlier and earlier[-1].source is not None and earlier[-1].cue.kind != "according":
        return earlier[-1].source
    return leading_subject(pieces, place)


def leading_subject(pieces: Pieces, ceiling: int) -> Source | None:
    """Find the subject of the sentence: the first phrase that is not an opening "In Iowa,"."""
    place = 0
    for _ in range(3):
        while place < ceiling and pieces[place].kind in ("conjunction", "adverb", "mark"):
            place += 1
        if place >= ceiling:
            return None
        if pieces[place].kind in ("pronoun", "name", "determiner") or (
            pieces[place].kind == "word" and sources.is_human(pieces[place].low)
        ):
            found = sources.after(pieces, place, ceiling)
            if found is not None:
                return found
        while place < ceiling and pieces[place].low != ",":
            place += 1
        place += 1
    return None


def _believable(pieces: Pieces, cue: Cue, source: Source, inherited: bool) -> bool:
    """Keep out nouns that look like verbs, and subjects that cannot speak."""
    behind_quote = _is_speech_quote(pieces, source.first - 1) and not inherited
    back = pieces[cue.first - 1]
    if back.kind == "determiner" and back.low not in _SPEAKING_DETERMINERS:
        return False
    if cue.form == "plain" and not inherited and not _plural(pieces, cue, source):
        return False
    if behind_quote and cue.form != "plain":
        return True
    if source.kind == "noun" and cue.verb not in ("say", "tell"):
        head = pieces[source.head].low if source.head is not None else ""
        if not sources.is_human(head) and head not in lex.SPEECH_NOUNS:
            return False
    if cue.doubtful and inherited:
        return _low(pieces, cue.last + 1) == "that" or _is_quote(pieces, cue.last + 1)
    return not cue.doubtful or _introduces(pieces, cue)


_SPEAKING_DETERMINERS = wordlist("many some most all both few several another one two")


def _plural(pieces: Pieces, cue: Cue, source: Source) -> bool:
    """Say whether a plain form can be this subject's verb: "they say", "did not say"."""
    between = {pieces[place].low for place in range(source.last + 1, cue.first)}
    if "who" in between or _low(pieces, source.first) == "who" or between & lex.NEGATIONS:
        return True
    if between & {"did", "does", "do", "didn't", "doesn't", "don't"} and cue.first > 0:
        return True
    if between & lex.MODALS or between & {"to"}:
        return bool(between & {"would", "will", "could"}) and cue.verb in ("say", "tell")
    if source.kind == "pronoun":
        return pieces[source.first].low in ("they", "we", "i", "you", "who")
    if cue.verb == "say" and (source.kind == "noun" or _low(pieces, source.first - 1) == "and"):
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


# --- where the words stand ---------------------------------------------------------------------


def _place(
    pieces: Pieces, cue: Cue, source: Source, inherited: bool, floor: int
) -> Attribution | None:
    start = _start_of_content(pieces, cue)
    end = len(pieces) - 1
    if source.first > cue.last:
        content = _trim(pieces, start, source.first - 1)
        return Attribution(cue, source, (content,), "after", True) if content else None
    lead = None if inherited else _lead(pieces, source, floor)
    ahead = _low(pieces, start)
    if lead and (start > end or ahead in _ENDS or ahead in _TURNS):
        return Attribution(cue, source, (lead,), "before")
    if lead and ahead == "," and _is_fresh_quote(pieces, lead, start + 1):
        lead = None
    if lead and ahead == ",":
        short = lead[1] - lead[0] < 3 and not _has_quote(pieces, lead)
        at_once = lead if short or start == _after_hearer(pieces, cue) else None
        return Attribution(cue, source, (lead, *_second_half(pieces, start, at_once)), "around")
    if lead and _is_speech_quote(pieces, lead[1]) and ahead != ":":
        return Attribution(cue, source, (lead, *_second_half(pieces, start)), "around")
    if ahead == "," and not _is_quote(pieces, start + 1):
        start += 1
    if (source.relative and _low(pieces, source.first - 1) == ",") or (
        cue.form == "participle" and inherited and _low(pieces, cue.first - 1) == ","
    ):
        end = _relative_end(pieces, start, end)
    content = _trim(pieces, _introduced(pieces, cue, start, end), end)
    content = content and _until_narration(pieces, content)
    hearer = _hearer(pieces, cue)
    if content is None and _low(pieces, end) == ":" and start >= end:
        return Attribution(cue, source, (), "after", inherited, True, hearer)
    if content is None and _declines(pieces, cue):
        content = (cue.first, cue.last)
    if content is None or not _can_be_said(pieces, cue, content):
        return None
    return Attribution(cue, source, (content,), "after", inherited, hearer=hearer)


def _relative_end(pieces: Pieces, start: int, end: int) -> int:
    """End "…, who said that the vote was close, walked away" before the main verb."""
    for place in range(start, end):
        if pieces[place].low == "," and _is_verb(pieces, place + 1):
            return place
        quote = pieces[place]
        if quote.kind == "quote" and quote.text[-2:-1] == "," and _is_verb(pieces, place + 1):
            return place
    return end


def _until_narration(pieces: Pieces, content: Range) -> Range:
    """End at a quotation that closes with a comma when the writer goes on: `“a liar,” and left`."""
    for place in range(content[0], content[1]):
        piece, ahead = pieces[place], pieces[place + 1]
        if (
            piece.kind == "quote"
            and piece.text[-2:-1] == ","
            and (
                ahead.low in _JOINERS or ahead.low in ("which", "who") or ahead.low.endswith("ing")
            )
            and not _quote_from(pieces, place + 1, content[1])
        ):
            return content[0], place
    return content


def _quote_from(pieces: Pieces, place: int, end: int) -> bool:
    """Say whether a quotation follows within a few words, so that the speech goes on."""
    return any(pieces[spot].kind == "quote" for spot in range(place, min(end, place + 8) + 1))


def _is_verb(pieces: Pieces, place: int) -> bool:
    if place >= len(pieces):
        return False
    piece = pieces[place]
    return piece.kind == "auxiliary" or (
        piece.kind == "word"
        and (piece.low in lex.VERBS or piece.low in lex.VERB_OF or piece.low.endswith("ed"))
        and not piece.low.endswith("ing")
    )


def _introduced(pieces: Pieces, cue: Cue, start: int, end: int) -> int:
    """Begin at the quotation in "said in an interview, “The vote …”"; else at ``start``."""
    if cue.kind == "object":
        return start
    for place in range(start + 1, end + 1):
        piece = pieces[place]
        if piece.kind == "quote":
            opens = piece.text.lstrip("“\"'‘«")[:1].isupper() and pieces[place - 1].low in (
                ",",
                ":",
            )
            return place if opens else start
        if piece.kind in ("auxiliary", "pronoun", "conjunction") or piece.low == "that":
            return start
    return start


def _can_be_said(pieces: Pieces, cue: Cue, content: Range) -> bool:
    """Tell "added that he …" from "added to his lead", "spoke of peace" from "spoke in Iowa"."""
    first = pieces[content[0]]
    if cue.kind == "quote":
        return _has_quote(pieces, content) and (
            cue.verb in ("continue", "yell", "think") or _low(pieces, content[0] - 1) in (",", ":")
        )
    if _declines(pieces, cue):
        return True
    if cue.verb in ("respond", "answer", "reply", "counter", "charge"):
        return first.low == "that" or first.kind == "quote"
    if cue.verb == "speak":
        return first.low in ("of", "about")
    if cue.verb == "point":
        return _low(pieces, cue.last + 1) in ("out", "to")
    if cue.verb in _CLAUSE_VERBS:
        said_so = content[0] == content[1] and first.low in ("yes", "no", "so", "nothing")
        return said_so or (
            first.low != "to" and (first.low == "that" or _has_verb(pieces, content))
        )
    return first.low != "by"


_CLAUSE_VERBS = wordlist(
    "add maintain note observe state continue remark repeat comment write say argue insist"
)


def _declines(pieces: Pieces, cue: Cue) -> bool:
    """Read "did not respond", "declined to answer"."""
    return any(piece.low in lex.NEGATIONS for piece in pieces[max(0, cue.first - 4) : cue.first])


def _is_fresh_quote(pieces: Pieces, lead: Range, place: int) -> bool:
    """Read `On Monday, Ann Roe said, “It is over.”`: what stands before was not said."""
    return (
        not _has_quote(pieces, lead)
        and _is_quote(pieces, place)
        and _opens_sentence(pieces[place])
        and _is_speech_quote(pieces, place)
    )


_TURNS = wordlist(") — – - as when while after before because")


def _lead(pieces: Pieces, source: Source, floor: int) -> Range | None:
    """Take what stands before ", X said": a quotation, or a clause."""
    back = source.first - 1
    if back < floor:
        return None
    if pieces[back].kind == "quote" and not _is_speech_quote(pieces, back):
        return (back, back) if back == 0 and source.kind != "noun" else None
    if pieces[back].kind != "quote" and pieces[back].low not in (",", "—", "–", "-"):
        return None
    if pieces[back].kind == "quote" or pieces[back - 1].kind == "quote":
        return (_quote_start(pieces, floor, back if pieces[back].kind == "quote" else back - 1),
                back if pieces[back].kind == "quote" else back - 1)  # fmt: skip
    return _trim(pieces, floor, back)


def _second_half(pieces: Pieces, place: int, lead: Range | None = None) -> list[Range]:
    """Take the words after `“…,” X said,`: a quotation again, or the rest of a reported clause."""
    while (
        place < len(pieces)
        and pieces[place].low not in (",", ":")
        and pieces[place].low not in _ENDS
    ):
        if pieces[place].kind == "quote":
            return []
        place += 1
    if _is_quote(pieces, place + 1):
        return [(place + 1, _clause_end(pieces, place + 1))]
    if lead is None or _has_quote(pieces, lead) or _low(pieces, place) != ",":
        return []
    ahead = pieces[place + 1] if place + 1 < len(pieces) else None
    if (
        ahead is None
        or ahead.low in ("who", "which")
        or (ahead.kind == "word" and ahead.low.endswith("ing"))
    ):
        return []
    rest = _trim(pieces, place + 1, len(pieces) - 1)
    return [rest] if rest else []


def _clause_end(pieces: Pieces, place: int) -> int:
    """Go on over quotations and the words between them, to the end of the sentence."""
    last = len(pieces) - 1
    while last > place and pieces[last].kind == "mark":
        last -= 1
    return last


def _after_hearer(pieces: Pieces, cue: Cue) -> int:
    hearer = _hearer(pieces, cue)
    return hearer[1] + 1 if hearer else cue.last + 1


def _start_of_content(pieces: Pieces, cue: Cue) -> int:
    place = cue.last + 1
    if cue.kind == "tell" or cue.verb in ("promise", "warn", "assure"):
        place = _over_hearer(pieces, place)
    if cue.verb in ("speak", "respond", "answer", "comment"):
        return place
    if cue.verb == "call" and _low(pieces, place) == "for":
        return place + 1
    if cue.verb in ("urge", "press") or (cue.verb == "call" and _low(pieces, place) == "on"):
        return _to_ahead(pieces, place + (_low(pieces, place) == "on"))
    if cue.verb == "point" and _low(pieces, place) in ("out", "to"):
        place += 1
    return _over_adjuncts(pieces, place)


def _to_ahead(pieces: Pieces, place: int) -> int:
    """Find "to" in "urged the senator to step down"; ``place`` when there is none near."""
    for spot in range(place, min(len(pieces), place + 10)):
        if pieces[spot].low == "to":
            return spot
        if pieces[spot].kind in ("mark", "quote", "auxiliary", "conjunction"):
            break
    return place


def _hearer(pieces: Pieces, cue: Cue) -> Range | None:
    """Find to whom it was told: "Reuters" in "told Reuters on Thursday that"."""
    if cue.kind != "tell":
        return None
    place = cue.last + 1
    if _low(pieces, place) in ("the", "an", "a"):
        place += 1
    last = place
    while last < len(pieces) and pieces[last].kind == "name":
        last += 1
    return (place, last - 1) if last > place else None


def _over_hearer(pieces: Pieces, place: int) -> int:
    """Skip "reporters", "the AP", "him"; nothing when the words said follow at once."""
    if place >= len(pieces):
        return place
    piece = pieces[place]
    if piece.kind in ("pronoun",) or piece.low in ("him", "her", "them", "me", "us", "you"):
        return place + 1 if piece.low not in ("he", "she", "they", "i", "we", "it") else place
    if (that := _that_ahead(pieces, place, hearer=True)) is not None:
        return that
    if piece.low in ("that", "if", "whether", "for", "about") or piece.kind in ("quote", "mark"):
        return place
    start = place
    while place < len(pieces) and place - start < 12 and _in_hearer(pieces, place, start):
        place += 1
    return place


def _in_hearer(pieces: Pieces, place: int, start: int) -> bool:
    piece = pieces[place]
    if piece.kind == "determiner":
        return (place == start and piece.low != "that") or pieces[place - 1].low in (
            "of",
            "at",
            "for",
        )
    if piece.kind == "name":
        return (
            place == start or pieces[place - 1].kind != "word" or pieces[place - 1].low in lex.ROLES
        )
    if piece.kind == "word":
        return (
            place == start or pieces[place - 1].kind not in ("name",) or sources.is_human(piece.low)
        )
    return piece.kind == "possessive" or piece.low in ("of", "&")


def _over_adjuncts(pieces: Pieces, place: int) -> int:
    """Skip "on Thursday", "in an interview with CNN": up to "that", a quotation or a subject."""
    that = _that_ahead(pieces, place)
    if that is not None:
        return that
    while place < len(pieces):
        piece = pieces[place]
        if (piece.kind in ("time", "adverb") and piece.low != "there") or _is_time_phrase(
            pieces, place
        ):
            place += 1
            while place < len(pieces) and pieces[place].low in lex.TIME_ADJECTIVES | lex.TIME_NOUNS:
                place += 1
        elif piece.kind == "preposition" and piece.low not in ("because", "about"):
            place = _over_preposition(pieces, place)
        else:
            break
    return place


def _is_time_phrase(pieces: Pieces, place: int) -> bool:
    while place < len(pieces) and pieces[place].low in lex.TIME_ADJECTIVES:
        place += 1
    if place >= len(pieces) or pieces[place - 1].low not in lex.TIME_ADJECTIVES:
        return False
    return pieces[place].low in lex.TIME_NOUNS or pieces[place].kind == "time"


def _that_ahead(pieces: Pieces, place: int, *, hearer: bool = False) -> int | None:
    """Find "that", a colon or a quotation that opens what was said, close ahead."""
    if place >= len(pieces):
        return None
    if not hearer and pieces[place].kind not in ("preposition", "time", "adverb"):
        return None
    for spot in range(place, min(len(pieces), place + 16)):
        piece = pieces[spot]
        if piece.low == "that" and pieces[spot - 1].kind not in ("preposition",):
            return spot
        if piece.low == ":":
            return spot + 1
        if piece.kind in ("pronoun", "conjunction", "quote", "auxiliary") or (
            piece.kind == "mark" and piece.low not in (",", "(", ")")
        ):
            return None
    return None


def _over_preposition(pieces: Pieces, place: int) -> int:
    """Skip a preposition and its noun phrase, as far as a new subject begins."""
    start = place
    place += 1
    seen = False
    while place < len(pieces):
        piece = pieces[place]
        if piece.kind in (
            "mark",
            "quote",
            "pronoun",
            "conjunction",
            "preposition",
            "auxiliary",
            "time",
        ):
            break
        if piece.kind == "determiner" and (seen or place > start + 1):
            break
        if piece.kind == "name" and seen and pieces[place - 1].kind == "word":
            break
        if piece.kind == "word" and seen and pieces[place - 1].kind == "name":
            break
        seen = seen or piece.kind in ("name", "word", "number")
        place += 1
    return place


# --- neighbours --------------------------------------------------------------------------------


def _settle(pieces: Pieces, found: list[Attribution]) -> list[Attribution]:
    """End each attribution's words where the next one begins on the same level."""
    for place in range(len(found) - 1):
        border = _border(pieces, found[place], found[place + 1])
        if border is not None:
            found[place] = _cut_end(pieces, found[place], border)
            if found[place + 1].position != "after":
                found[place + 1] = _cut_start(pieces, found[place + 1], border + 1)
    return [one for one in found if one.content or one.awaits]


def _border(pieces: Pieces, one: Attribution, following: Attribution) -> int | None:
    """Find the comma or conjunction that parts two attributions; None when one holds the other."""
    left = following.cue.first
    source = following.source
    if source is not None and not following.inherited and source.first > one.cue.last:
        left = min(left, source.first)
    if following.position != "after" and not following.inherited:
        first = following.content[0][0] if following.content else left
        return _last_break(pieces, one.cue.last + 1, left, first)
    back = _over_adverbs(pieces, left - 1)
    if back <= one.cue.last:
        return None
    if pieces[back].low in _JOINERS or pieces[back].low in (",", ";", "—", "–"):
        return back
    if following.inherited and pieces[back].kind in ("quote",):
        return back + 1
    return None


def _last_break(pieces: Pieces, first: int, last: int, start: int) -> int | None:
    for place in range(last - 2, first - 1, -1):
        if pieces[place].low in (";",) or (
            pieces[place].low in ("and", "but", "while") and pieces[place - 1].low == ","
        ):
            return place
    return None


def _cut_end(pieces: Pieces, one: Attribution, border: int) -> Attribution:
    kept = []
    for first, last in one.content:
        if first < border:
            trimmed = _trim(pieces, first, min(last, border - 1))
            if trimmed:
                kept.append(trimmed)
    return replace(one, content=tuple(kept))


def _cut_start(pieces: Pieces, one: Attribution, start: int) -> Attribution:
    kept = []
    for first, last in one.content:
        if last >= start and (trimmed := _trim(pieces, max(first, start), last)):
            kept.append(trimmed)
    return replace(one, content=tuple(kept))


def _has_verb(pieces: Pieces, span: Range) -> bool:
    """Say whether a range reads as a clause: it quotes, or some word in it may be a verb."""
    return any(
        piece.kind in ("quote", "auxiliary")
        or piece.low in ("'s", "he", "she", "they", "it", "we", "i")
        or piece.low in lex.VERBS
        or piece.low in lex.VERB_OF
        or (piece.kind == "word" and piece.low.endswith("ed"))
        for piece in pieces[span[0] : span[1] + 1]
    )


# --- small helpers -----------------------------------------------------------------------------


def _trim(pieces: Pieces, first: int, last: int) -> Range | None:
    """Drop marks at both ends, and joining words at the end."""
    while (
        first <= last
        and pieces[first].kind == "mark"
        and pieces[first].low not in ("$", "(", "#", "@", "[")
    ):
        first += 1
    while last >= first and (
        (pieces[last].kind == "mark" and pieces[last].low not in (")", "%", "]", "?", "!"))
        or pieces[last].low in _JOINERS
    ):
        last -= 1
    return (first, last) if first <= last else None


def _low(pieces: Pieces, place: int) -> str:
    return pieces[place].low if 0 <= place < len(pieces) else ""


def _is_quote(pieces: Pieces, place: int) -> bool:
    return 0 <= place < len(pieces) and pieces[place].kind == "quote"


def _has_quote(pieces: Pieces, span: Range) -> bool:
    return any(pieces[place].kind == "quote" for place in range(span[0], span[1] + 1))
